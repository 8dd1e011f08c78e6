// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Guests that move: where each can go on unchanged.",
    subcommands: [Check.self, Graph.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a guest against hosts before it moves there, or is restored.",
      discussion: """
        The guest is a file of xl save, a migration stream or its records, a Domain document, a file of
        xl.cfg with the host on which it is made (--host), libvirt's XML of a domain, QEMU's command
        line, or a policy. Its boot policy is held against each host's max policy: safe, degraded,
        unsafe with everything that it would lose, or unknown with what has to be recorded first.

        Causes come first, in order of severity; what only follows from another finding is counted, and
        shown with --all. --waive takes codes of findings that somebody answers for: they decide
        nothing, stand in the report as waived, and such a host is degraded at best.

        Exit status: 0 where some host is safe, 1 where none is; with --fail-on a host is good enough
        whose findings are all less severe. A host that cannot be read stops no other, and ends the
        command with 3.
        """)

    @Argument(help: "The guest: a file, or -.", completion: Offers.files)
    var guest: String
    @Argument(
      help: """
        The destinations: Host documents, dumps, libvirt's capabilities or domcapabilities, directories, \
        or -; left out: this machine.
        """, completion: Offers.files)
    var hosts: [String] = []
    @Option(
      help: "native, kvm, xen or libvirt: who describes this machine, where no host is given.")
    var source: HostSource?
    @Option(help: "pv, pv32, hvm or hvm-shadow, where the guest's file does not say.")
    var kind: GuestKind?
    @Option(
      help: ArgumentHelp(
        "The release of Xen that the destinations run; with --xen-upgrade the one before it.",
        valueName: "release"))
    var xen: String?
    @Option(
      help: ArgumentHelp(
        "The release of Xen that the guest's own host gets: what that changes for the guest.",
        valueName: "release"))
    var xenUpgrade: String?
    @Option(
      name: .customLong("for"),
      help: ArgumentHelp(
        "The destinations' release of libvirt or QEMU, whose names the guest's CPU is told by, e.g. libvirt=9.0.",
        valueName: "world=release"))
    var versions: [String] = []
    @Option(
      help: ArgumentHelp(
        "Findings that decide nothing: codes with commas between, e.g. CPU0105,CPU0203.",
        valueName: "codes"), completion: Offers.codes)
    var waive: [String] = []
    @Flag(help: "Show what only follows from another finding, too.")
    var all = false
    @OptionGroup var made: XLHost
    @OptionGroup var fail: FailOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      let releases = try releases()
      let names = try ReleaseOption.parse(versions)
      var (more, hosts) = waive.isEmpty ? ([], hosts) : Waivers.take(from: hosts)
      let waivers = try Waivers.parse(waive + more)
      if hosts.isEmpty, Self.holdsHost(guest) {
        Console.note("\(guest): no host is named, and the guest is held against its own")
        hosts = [guest]
      }
      let guest = try GuestInput.moving(guest, kind: kind, host: made)
      var list = InputList(hosts)
      let checks =
        hosts.isEmpty
        ? [Self.check(guest, try HostInput.thisMachine(source), names, releases, waivers)]
        : try list.judge {
          let host = try HostInput.destination($0, accelerator: guest.machine?.accelerator)
          return Self.check(guest, host, names, releases, waivers)
        }
      try show(guest, checks, list)
      try list.check()
      let isAnyGood = checks.contains { !fail.isMet(by: $0.severities) }
      guard isAnyGood else { throw CommandFailure(.findings, "") }
    }

    /// Whether the guest's file describes the host on which it ran, too.
    private static func holdsHost(_ path: String) -> Bool {
      guard path != "-", AskedInput(path) == nil,
        let document = try? InputFile.read(path)
      else { return false }
      return document.guestAndHost != nil
    }

    /// Releases of Xen that stand on the command line.
    private struct Releases {
      /// What the guest's host runs now, where that is said and not what its description says.
      var present: XenRelease?
      var destination: XenRelease?
      var isUpgrade: Bool

      /// The options by which a destination's policies are derived; nil for its own. A host that is
      /// upgraded keeps its command line, and the new release reads it in its own way.
      func owner(of host: HostDescription) -> DerivationOptions? {
        guard let destination else { return nil }
        var options = DerivationOptions()
        if isUpgrade, let line = host.hypervisorCommandLine {
          options = XenCommandLine(line).options
        }
        options.followNames(of: destination)
        return options
      }

      func change(_ host: HostDescription) -> ReleaseChange? {
        guard isUpgrade, let destination, let from = present ?? host.xenRelease else { return nil }
        let line = XenCommandLine(host.hypervisorCommandLine ?? "")
        return ReleaseChange(from: from, to: destination, named: line.named)
      }
    }

    private func releases() throws -> Releases {
      let named = try xen.map { try XenReleaseOption.parse($0, "--xen") }
      guard let xenUpgrade else {
        return Releases(present: nil, destination: named, isUpgrade: false)
      }
      let next = try XenReleaseOption.parse(xenUpgrade, "--xen-upgrade")
      return Releases(present: named, destination: next, isUpgrade: true)
    }

    private static func check(
      _ guest: Guest, _ found: HostDescription, _ names: [OtherName.World: WorldRelease],
      _ releases: Releases, _ waivers: Set<ViolationCode>
    ) -> MigrationCheck {
      var found = found
      found.releases.merge(names) { _, named in named }
      let owner = releases.owner(of: found)
      let host = found.under(owner)
      if releases.isUpgrade, releases.change(found) == nil {
        Console.note("\(host.name): its present release of Xen is not known; --xen says it")
      }
      let policies = host.systemPolicies(owner)
      let check = MigrationCheck(
        releases.isUpgrade ? guest.staying(on: found, releases.present, after: policies) : guest,
        to: host, policies: policies, owner: owner, release: releases.change(found),
        waivers: waivers)
      if !check.assumed.isEmpty {
        let facts = check.assumed.joined(separator: ", ")
        Console.note("\(host.name): not known and assumed: \(facts)")
      }
      return check
    }

    private func show(_ guest: Guest, _ checks: [MigrationCheck], _ list: InputList) throws {
      let heading = ["host", "verdict", "code", "severity", "place", "field", "remedy"]
      let rows = checks.flatMap { check in
        let shown = shown(check)
        return shown.isEmpty
          ? [[check.host, check.verdict.rawValue, "", "", "", "", ""]]
          : shown.map { finding in
            [
              check.host, check.verdict.rawValue, finding.violation.codeText,
              finding.violation.severity.word, finding.violation.placeText,
              finding.violation.fieldName, finding.violation.remedy,
            ]
          }
      }
      try output.print(
        Document.migration(guest, checks, withAll: all).json, rows: { [heading] + rows },
        table: {
          let cpus = checks.reduce(0) { $0 + $1.cpus }
          return checks.map(text).joined(separator: "\n") + "\n"
            + list.judgedLine(inputs: checks.count, cpus: cpus)
        })
    }

    private func shown(_ check: MigrationCheck) -> [Judgement.Finding] {
      all ? check.findings : check.findings.filter { $0.follows == nil }
    }

    private func text(_ check: MigrationCheck) -> String {
      var text = Console.bold("\(check.host): ")
      text += Console.word(check.verdict.rawValue) + "\n"
      let lost = check.findings.compactMap { finding -> String? in
        guard finding.isDecided, finding.violation.code == .featureNotOffered,
          case .feature(let feature) = finding.violation.subject
        else { return nil }
        return feature.name
      }
      let isOtherVendor = check.findings.contains { $0.violation.code == .vendorDiffers }
      if !lost.isEmpty, all || !isOtherVendor {
        text += "the guest would lose \(lost.joined(separator: ", "))\n"
      }
      let (shown, rest) = FindingFold.shown(shown(check), withAll: all)
      for finding in shown {
        let violation = finding.violation
        text +=
          "\n\(violation.codeText) \(violation.placeText)  \(Console.word(violation.severity.word))"
        if let cause = finding.follows { text += ", follows from \(cause)" }
        text += finding.isDecided ? "\n" : ", not decided\n"
        text += "  \(violation.message)\n"
      }
      text += rest
      let hidden = check.findings.count - self.shown(check).count
      if hidden > 0 { text += "\n\(hidden) more follow from these; --all shows them\n" }
      if !check.waived.isEmpty {
        let codes = Dictionary(grouping: check.waived, by: \.violation.codeText)
        text += "\nwaived:\n"
        for (code, findings) in codes.sorted(by: { $0.key < $1.key }) {
          let names = findings.map(\.violation.fieldName).joined(separator: ", ")
          text += "  \(code) \(findings[0].violation.code.title): \(names)\n"
        }
      }
      // Nobody moves a guest there, whatever would have to be recorded.
      if isOtherVendor, !all { return text }
      if !check.judgement.unjudged.isEmpty {
        text += "\nnot judged, because neither source recorded it: "
        text += check.judgement.unjudged.joined(separator: ", ") + "\n"
      }
      return text + GatherText.of(check.judgement)
    }
  }
}

extension MigrationCheck {
  /// How bad each finding is that counts, and what is not judged at all.
  var severities: [Severity] {
    findings.map(\.violation.severity) + (judgement.unjudged.isEmpty ? [] : [.ofUnknown])
  }
}

extension Guest {
  /// The guest where its host gets another hypervisor: it is still at home there, although what its
  /// hypervisor calls raw may be another.
  ///
  /// - Parameters:
  ///   - host: the host as it is now.
  ///   - release: the release that it runs, where that is said.
  ///   - policies: its policies afterwards.
  fileprivate func staying(
    on host: HostDescription, _ release: XenRelease?, after policies: SystemPolicies
  ) -> Guest {
    var raws = [host.systemPolicies().raw]
    if let release {
      var present = DerivationOptions()
      present.follow(release)
      raws.append(host.systemPolicies(present).raw)
    }
    var guest = self
    if let digest = judge?.digest, raws.contains(where: { PolicyDigest.of($0) == digest }) {
      guest.judge?.digest = PolicyDigest.of(policies.raw)
    }
    return guest
  }
}
