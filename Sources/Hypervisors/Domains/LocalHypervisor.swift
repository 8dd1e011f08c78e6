import CPUPolicy
import PolicyFormats
import PolicyText

/// The embedded hypervisor: it owns its domains, and runs none of them.
///
/// What a real one would do with a policy happens here in full, so that a toolstack can be built and
/// tried against it.
public struct LocalHypervisor: Hypervisor {
  public let name = "local"
  public let topologyLeaves = TopologyLeaves.all
  private let store: any DomainStore
  private let description: HostDescription
  private let options: DerivationOptions?

  /// - Parameter options: the owner's; nil for the policies that hold on the host.
  public init(
    host: HostDescription, store: any DomainStore, options: DerivationOptions? = nil
  ) {
    description = host
    self.store = store
    self.options = options
  }

  public func host() throws(DomainError) -> HostDescription { description }

  public func systemPolicies() throws(DomainError) -> SystemPolicies {
    description.systemPolicies(options)
  }

  public func create(_ request: DomainRequest, isDryRun: Bool) throws(DomainError) -> Domain {
    try LocalHypervisor.check(name: request.name)
    let topology = try request.resolvedTopology()
    let policies = try systemPolicies()
    var domain = Domain(
      name: request.name, id: 0, hypervisor: name, kind: request.kind, state: .building,
      topology: topology, tsc: request.tsc,
      hasNestedVirtualisation: request.hasNestedVirtualisation,
      hasPerformanceCounters: request.hasPerformanceCounters, usesLBR: request.usesLBR,
      policy: CPUPolicy())
    try settleFrequency(&domain.tsc)
    domain.judge = Domain.Judge(description, policies)
    domain.policy = try initialPolicy(request, domain.settings, policies)
    if isDryRun {
      if try store.domain(named: request.name) != nil { throw .exists(request.name) }
      return domain
    }
    return try store.insert(domain)
  }

  public func domains() throws(DomainError) -> [Domain] { try store.domains() }

  public func domain(named name: String) throws(DomainError) -> Domain {
    guard let domain = try store.domain(named: name) else { throw .notFound(name) }
    return domain
  }

  public func setPolicy(
    _ policy: CPUPolicy, of name: String, isDryRun: Bool
  ) throws(DomainError) -> Domain {
    let policies = try systemPolicies()
    func change(_ domain: inout Domain) throws(DomainError) {
      guard domain.state == .building else { throw .sealed(name) }
      let violations = audit(policy, for: domain.settings, policies)
      guard violations.isEmpty else { throw .rejected(violations) }
      domain.policy = policy
    }
    if isDryRun {
      var domain = try domain(named: name)
      try change(&domain)
      return domain
    }
    return try store.update(named: name, change)
  }

  public func seal(_ name: String, isDryRun: Bool) throws(DomainError) -> Domain {
    func change(_ domain: inout Domain) throws(DomainError) {
      guard domain.state == .building else { throw .sealed(name) }
      domain.state = .sealed
    }
    if isDryRun {
      var domain = try domain(named: name)
      try change(&domain)
      return domain
    }
    return try store.update(named: name, change)
  }

  public func destroy(_ name: String, isDryRun: Bool) throws(DomainError) {
    if isDryRun {
      _ = try domain(named: name)
    } else {
      try store.remove(named: name)
    }
  }

  /// What a virtual CPU of a domain gets from CPUID.
  public static func view(_ domain: Domain) -> GuestView {
    GuestView(
      policy: domain.policy, topology: domain.topology, kind: domain.kind,
      hasPerformanceCounters: domain.hasPerformanceCounters,
      hypervisor: HypervisorLeaves(
        majorVersion: 0, minorVersion: 1, domain: UInt32(truncatingIfNeeded: domain.id),
        tscMode: domain.tsc.mode.number, tscKHz: UInt32(clamping: domain.tsc.khz ?? 0),
        isTSCEmulated: domain.tsc.mode == .emulated,
        machineAddressBits: domain.policy.maxPhysicalAddressBits))
  }

  /// Letters, digits, dots, hyphens and underscores; not a dot or hyphen first.
  static func check(name: String) throws(DomainError) {
    let allowed = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    let first = name.utf8.first
    guard allowed, (1...64).contains(name.utf8.count), first != UInt8(ascii: "."),
      first != UInt8(ascii: "-")
    else { throw .invalidName(name) }
  }

  /// Left open, the guest's counter runs at the host's rate.
  private func settleFrequency(_ tsc: inout Domain.TimeStampCounter) throws(DomainError) {
    guard let host = description.tsc.khz else { return }
    guard let wanted = tsc.khz else {
      tsc.khz = host
      return
    }
    if tsc.mode == .native && wanted != host { throw .frequency(wanted: wanted, host: host) }
  }
}

extension Domain.TimeStampCounter.Mode {
  /// Xen's number of the mode.
  public var number: UInt32 {
    switch self {
    case .automatic: 0
    case .emulated: 1
    case .native: 2
    }
  }
}
