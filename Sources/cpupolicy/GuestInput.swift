// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// Where a guest comes from: a Domain document with all that it says, saved state, or a policy.
enum GuestInput {
  /// A guest that moves: a domain.
  ///
  /// - Parameter host: where a guest of xl.cfg is made.
  static func moving(_ path: String, kind: GuestKind?, host: XLHost) throws -> Guest {
    var document = try Input.read(path)
    if let configuration = document.content.xlGuest {
      return try host.guest(configuration, path, kind: kind)
    }
    try host.refuse()
    let open = document.content.takeFromElsewhere()
    if let domain = document.document?.domain { return Guest(domain) }
    let named = try PolicySelection.pick(document, path, named: nil)
    // What a virtual CPU shows of itself may be a guest's; a bare one is a host, and so is what is said to
    // be one.
    if isHost(document) || document.content.host != nil
      || document.content.guestAndHost == nil && isOfCPUs(document)
        && !named.policy.has(.hypervisor)
    {
      throw wrongRole(path, "the input describes a host, and no guest")
    }
    let saved = document.content.savedGuest
    guard saved?.isCut != true else {
      throw FormatError(
        .malformed, source: path,
        message: "the stream ends without its end record, so no guest can be restored from it",
        remedy: "save the guest again")
    }
    var guestKind = kind ?? GuestKind(policyName: named.name)
    if kind == nil, let isHVM = saved?.isHVM {
      guestKind = isHVM ? .hvm : named.policy.has(.lm) ? .pv : .pv32
    }
    var guest = Guest(name: path, kind: guestKind, policy: named.policy)
    // A policy of the system carries no domain's own settings.
    guest.isDomain = PolicyKind(name: named.name) == nil
    if let tsc = saved?.tsc {
      guest.tsc = Domain.TimeStampCounter(
        mode: Domain.TimeStampCounter.Mode.allCases.first { $0.number == tsc.mode } ?? .automatic,
        khz: tsc.khz == 0 ? nil : Int(tsc.khz))
    }
    guest.judge = judge(document, path, named)
    guest.savedBy = saved.flatMap { saved in
      guard let major = saved.majorVersion, let minor = saved.minorVersion else { return nil }
      return XenRelease.newest(ofBranch: Int(major), Int(minor))
    }
    guest.identity = document.content.identity
    guest.take(document.content, path, isMoving: true)
    guest.open = open
    return guest
  }

  /// What an audit judges: a domain by its own kind, topology and settings; any other policy as one of the
  /// system, unless a kind is given.
  static func candidate(
    _ document: InputDocument, _ path: String, named name: String?, _ bound: GuestBound,
    _ kind: GuestKind?, host: XLHost
  ) throws -> Guest {
    if name == nil, let domain = document.document?.domain {
      var guest = Guest(domain)
      if let kind { guest.kind = kind }
      return guest
    }
    // Of a setting alone nobody knows whose it is.
    if name == nil, let configuration = document.content.xlGuest,
      configuration.isDomain || kind != nil
    {
      return try host.guest(configuration, path, kind: kind)
    }
    guard document.content.host == nil else {
      throw wrongRole(path, "the input describes a host, and no guest")
    }
    let named = try PolicySelection.pick(document, path, named: name)
    var guest = Guest(policyOfSystem: named.policy, name: named.name, kind: bound.kind)
    guest.hasNestedVirtualisation = false
    guest.hasPerformanceCounters = false
    if let kind {
      guest.kind = kind
      guest.isDomain = true
    }
    guest.setting = document.content.setting
    guest.judge = judge(document, path, named)
    guest.identity = document.content.identity
    guest.take(document.content, path)
    return guest
  }

  /// Whether an input is a document of ours about a host.
  private static func isHost(_ document: InputDocument) -> Bool {
    document.kind == .host || document.kind == .hostFacts
  }

  /// Whether an input is of another kind that hosts come in: a dump of all CPUs, or a hypervisor's own
  /// policies.
  private static func isOfCPUs(_ document: InputDocument) -> Bool {
    !document.content.cpus.isEmpty || document.content.policy(named: PolicyKind.raw.name) != nil
  }

  /// The host of which an input's policy is one: the one that a Policy document names, or the one that the
  /// input itself describes.
  private static func judge(
    _ document: InputDocument, _ path: String, _ named: NamedPolicy
  ) -> Domain.Judge? {
    let unknown = HostDescription.BranchRecords()
    if let origin = named.origin {
      return Domain.Judge(host: origin.host, digest: origin.digest, lbr: unknown)
    }
    guard document.content.partial == nil, let host = try? HostInput.host(document, path) else {
      return nil
    }
    return Domain.Judge(host, host.systemPolicies())
  }

  private static func wrongRole(_ path: String, _ message: String) -> CommandFailure {
    CommandFailure(
      .unreadable,
      "\(path): \(message); give a Domain document, saved state or a policy, and hosts after it")
  }
}

/// Where a bound comes from: a policy at its document's word, or one derived from a host.
enum BoundInput {
  /// A policy that a file holds, or one derived from the host it describes where it holds none or the
  /// owner asks for other options.
  static func load(
    _ path: String, policy name: String?, owner: DerivationOptions?, kind: GuestKind?
  ) throws -> GuestBound {
    let document = try Input.read(path)
    var wanted = name ?? kind.map(\.maxPolicy.name)
    if document.content.identity != nil { wanted = wanted ?? PolicyKind.hvmMax.name }
    if let domain = document.document?.domain {
      throw CommandFailure(
        .unreadable,
        "\(path): the input is the domain \(domain.name), and no bound; give the host's document")
    }
    if owner == nil, let single = single(document, wanted) {
      var bound = GuestBound(
        name: path, policy: single.policy, kind: GuestKind(policyName: single.name),
        origin: single.origin)
      bound.outside = document.content.outside(beside: single.name)
      bound.identity = document.content.identity
      bound.models = document.content.host?.models ?? []
      return bound
    }
    let policyKind = try PolicySelection.kind(wanted ?? PolicyKind.hvmMax.name)
    let host = try HostInput.host(document, path)
    if !document.content.policies.isEmpty, owner != nil || host.recorded(policyKind) == nil {
      Console.note("the bound \(policyKind.name) is derived from the raw policy of \(path)")
    }
    var bound = GuestBound(host.under(owner), policyKind, owner)
    bound.outside = document.content.outside(beside: policyKind.name)
    return bound
  }

  /// The one policy of a document that describes no host.
  private static func single(_ document: InputDocument, _ wanted: String?) -> NamedPolicy? {
    guard document.content.policy(named: PolicyKind.raw.name) == nil else { return nil }
    return document.content.policies.first { policy in
      wanted.map { policy.name == $0 } ?? (document.kind == .policy)
    }
  }
}
