// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// What `policy convert --to xen-save` needs besides the saved guest.
struct SavedGuestOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The policy that a saved guest is to have.", valueName: "file"),
    completion: Offers.files)
  var with: String?
  @Option(
    help: ArgumentHelp("Where the saved guest with it is written.", valueName: "file"),
    completion: Offers.files)
  var out: String?
  @Option(
    help: ArgumentHelp("The host on which the saved guest is to go on.", valueName: "file"),
    completion: Offers.files)
  var against: String?
  @Flag(help: "Say what would be written, and write nothing.")
  var dryRun = false

  /// Refuses options that mean nothing for other forms.
  func refuse() throws {
    guard with == nil, out == nil, against == nil, !dryRun else {
      throw CommandFailure(
        .usage, "--with, --out, --against and --dry-run go with --to xen-save alone")
    }
  }

  /// Writes a saved guest with another policy, after everything that can be wrong with it.
  func rewrite(_ selection: PolicyCommand.Selection, drop: Bool, _ output: Output) throws {
    guard let with, let out else {
      throw CommandFailure(
        .usage, "--to xen-save: --with names the new policy, and --out the file to write")
    }
    let path = selection.file
    let former = try saved(path, selection.from)
    let guest = try guest(with, former, selection.made)
    try checkWhole(guest.policy, with)
    if let destination = against ?? selection.made.host { try audit(guest, destination, output) }
    noteLosses(from: former.policy, to: guest.policy)
    let rewrite = try SavedGuestRewrite(of: path, policy: guest.policy)
    for place in rewrite.dropped { Console.error("xen-save cannot hold \(place)") }
    guard rewrite.dropped.isEmpty || drop else {
      throw CommandFailure(.findings, "nothing was written; --drop leaves these out")
    }
    if !dryRun { try rewrite.write(to: out) }
    let digest = PolicyDigest.of(guest.policy)
    Console.error(
      "\(out): \(dryRun ? "would be written" : "written"), \(rewrite.size) bytes, policy sha256:\(digest)"
    )
    guard output.form != .table else { return }
    try PolicyCommand.Convert.show(
      Conversion(
        .xenSave, dropped: rewrite.dropped,
        file: Conversion.File(
          path: out, size: rewrite.size, digest: "\(digest)", isWritten: !dryRun)), output)
  }

  /// The guest in a file that can be restored and holds a policy.
  private func saved(
    _ path: String, _ format: PolicyFormat?
  ) throws -> (guest: SavedGuest, policy: CPUPolicy) {
    let document = try Input.read(path, format: format)
    guard let saved = document.content.savedGuest, let named = document.content.policies.first,
      let version = saved.streamVersion
    else {
      throw CommandFailure(
        .unreadable,
        "\(path): this is no whole saved guest; give a file of xl save, or libxc's stream")
    }
    guard !saved.isCut else {
      throw CommandFailure(
        .unreadable,
        "\(path): the stream ends without its end record, so no guest can be restored from it; "
          + "save the guest again")
    }
    guard version >= 3 else {
      throw CommandFailure(
        .findings,
        "\(path): libxc's stream of version \(version) has no place for a policy; "
          + "restore the guest once on Xen 4.14 or later, and save it there")
    }
    return (saved, named.policy)
  }

  /// The guest with its new policy.
  private func guest(
    _ path: String, _ former: (guest: SavedGuest, policy: CPUPolicy), _ made: XLHost
  ) throws -> Guest {
    let document = try Input.read(path)
    var kind: GuestKind = .hvm
    if former.guest.isHVM == false { kind = former.policy.has(.lm) ? .pv : .pv32 }
    if let domain = document.document?.domain, domain.kind.isHVM != kind.isHVM {
      throw CommandFailure(
        .findings,
        "\(path): the domain is of kind \(domain.kind.name), and the saved guest \(kind.name)")
    }
    let named: NamedPolicy
    if let configuration = document.content.xlGuest {
      let destination = try against.map { try HostInput.load($0, from: nil) }
      let guest = try made.or(destination, nil).guest(configuration, path, kind: kind)
      if let wanting = guest.wanting { throw CommandFailure(.findings, wanting) }
      named = NamedPolicy(name: path, policy: guest.policy)
    } else {
      named = try PolicySelection.pick(document, path, named: nil)
    }
    var guest = Guest(name: path, kind: kind, policy: named.policy)
    guest.isDomain = PolicyKind(name: named.name) == nil
    if let tsc = former.guest.tsc {
      guest.tsc = Domain.TimeStampCounter(
        mode: Domain.TimeStampCounter.Mode.allCases.first { $0.number == tsc.mode } ?? .automatic,
        khz: tsc.khz == 0 ? nil : Int(tsc.khz))
    }
    return guest
  }

  /// A save file says of every leaf what the guest sees: what is unknown has no word in it.
  private func checkWhole(_ policy: CPUPolicy, _ path: String) throws {
    var places: [String] = []
    for slot in 0..<LeafLayout.slotCount where !policy.isKnown(slot: slot) {
      let place = LeafLayout.place(ofSlot: slot)
      if ServedABI.xen.carries(place) { places.append("leaf \(PlaceText.leaf(place))") }
    }
    for index in [MSRIndex.platformInfo, .archCapabilities] where policy[msr: index] == nil {
      places.append("msr 0x\(String(index.rawValue, radix: 16))")
    }
    guard places.isEmpty else {
      throw CommandFailure(
        .findings,
        "\(path): nothing was written, because the policy does not record "
          + places.joined(separator: ", "))
    }
  }

  private func audit(_ guest: Guest, _ destination: String, _ output: Output) throws {
    let bound = try BoundInput.load(destination, policy: nil, owner: nil, kind: guest.kind)
    let judgement = Judgement(of: guest, under: bound)
    guard AuditReport(judgement).verdict != .accepted else { return }
    try AuditOutput.print(judgement, output)
    throw CommandFailure(
      .findings, "\(destination) does not accept the policy; nothing was written")
  }

  /// What the running guest may already use.
  private func noteLosses(from former: CPUPolicy, to policy: CPUPolicy) {
    let lost = former.featureSet.subtracting(policy.featureSet).features.map(\.name)
    if !lost.isEmpty {
      Console.note("the guest ran with \(lost.joined(separator: ", ")), and would lose them")
    }
  }
}
