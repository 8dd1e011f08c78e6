import CPUPolicy
import PolicyFormats
import PolicyText

/// The Xen of this machine, seen from its control domain.
///
/// Domains are Xen's own; nothing of them is kept elsewhere. A policy is audited against Xen's max
/// policies before Xen is asked, because Xen takes away in silence what it does not offer, and is read
/// back afterwards. Names are those of the store, where xl puts them; a domain can also be named by its
/// number. `docs/semantics/xen.md`.
public final class XenHypervisor: Hypervisor {
  public let name = "xen"
  /// Xen has no leaves of topology above those of its max policies.
  public let topologyLeaves = TopologyLeaves()
  let xen: XenInterface
  let store: XenStore
  private let description: HostDescription
  let policies: SystemPolicies

  /// Opens the Xen of this machine.
  ///
  /// - Throws: `DomainError.unavailable` where there is none, `permission` where it does not answer
  ///   this caller.
  public convenience init() throws(DomainError) {
    do {
      try self.init(XenInterface())
    } catch {
      throw DomainError(error)
    }
  }

  init(_ xen: XenInterface) throws(XenError) {
    self.xen = xen
    store = XenStore(xen.calls)
    description = try HostDescription.ofXen(xen)
    policies = description.systemPolicies()
  }

  /// Versions of Xen's interfaces that were agreed on: for the host, and for domains (0 before the
  /// first question about one).
  public var interfaceVersions: (system: UInt32, domain: UInt32) {
    (xen.systemVersion, xen.domainVersion?.number ?? 0)
  }

  public func host() throws(DomainError) -> HostDescription { description }

  public func systemPolicies() throws(DomainError) -> SystemPolicies { policies }

  /// Most leaves that this Xen takes and gives.
  public var leafCapacity: Int { xen.leafCapacity }

  /// Asks Xen for the policies of the system once more: what `systemPolicies` began with.
  public func readPolicies() throws(DomainError) -> [XenPolicyIndex: CPUPolicy] {
    try asking { () throws(XenError) in
      var read: [XenPolicyIndex: CPUPolicy] = [:]
      for index in XenPolicyIndex.allCases { read[index] = try xen.systemPolicy(index).policy }
      return read
    }
  }

  /// A featureset as Xen itself states it.
  public func featureSet(_ index: XenFeaturesetIndex) throws(DomainError) -> FeatureSet {
    try asking { () throws(XenError) in try xen.featureSet(index) }
  }

  // MARK: Domains

  public func domains() throws(DomainError) -> [Domain] {
    let infos = try asking { () throws(XenError) in try xen.domainInfos() }
    var found: [Domain] = []
    for info in infos {
      do {
        found.append(try describe(info))
      } catch DomainError.notFound {
        // It ended in between.
        continue
      }
    }
    return found
  }

  public func domain(named name: String) throws(DomainError) -> Domain {
    try describe(try find(name))
  }

  /// Creates a domain without memory: its CPU can be tried, and nothing runs in it. Guests that run are
  /// created by a toolstack (`xl create -p`).
  public func create(_ request: DomainRequest, isDryRun: Bool) throws(DomainError) -> Domain {
    try LocalHypervisor.check(name: request.name)
    guard Int(request.name) == nil else { throw .invalidName(request.name) }
    if try id(named: request.name) != nil { throw .exists(request.name) }
    try check(request)
    let topology = try request.resolvedTopology()
    var domain = Domain(
      name: request.name, id: 0, hypervisor: name, kind: request.kind, state: .building,
      topology: topology, tsc: request.tsc,
      hasNestedVirtualisation: request.hasNestedVirtualisation,
      hasPerformanceCounters: request.hasPerformanceCounters, usesLBR: request.usesLBR,
      policy: CPUPolicy())
    // Xen sees to the topology itself, so a domain of its own begins without one.
    if isDryRun {
      domain.policy = policies[request.kind.defaultPolicy]
      return domain
    }
    let plan = XenDomainPlan(
      kind: request.kind, vCPUs: topology.vCPUs,
      hasNestedVirtualisation: request.hasNestedVirtualisation,
      hasPerformanceCounters: request.hasPerformanceCounters)
    let made = try asking { () throws(XenError) in try xen.createDomain(plan) }
    do throws(DomainError) {
      try asking { () throws(XenError) in
        try xen.setTSCInfo(
          XenTSCInfo(mode: request.tsc.mode.number, khz: UInt32(clamping: request.tsc.khz ?? 0)),
          of: made)
      }
      try asking { () throws(XenError) in try store.setName(request.name, of: made) }
      domain = try describe(info(made))
      domain.hasNestedVirtualisation = request.hasNestedVirtualisation
      guard request.changes != PolicyChanges() else { return domain }
      return try set(changed(domain, by: request.changes), in: domain, isDryRun: false)
    } catch {
      try? xen.destroyDomain(made)
      try? store.remove(made)
      throw error
    }
  }

  public func setPolicy(
    _ policy: CPUPolicy, of name: String, isDryRun: Bool
  ) throws(DomainError) -> Domain {
    let domain = try domain(living: name)
    guard domain.state == .building else { throw .sealed(domain.name) }
    return try set(policy, in: domain, isDryRun: isDryRun)
  }

  /// Unpauses a domain that has not run: from then on it runs, and its policy is fixed. One that was
  /// paused twice stays as it is.
  public func seal(_ name: String, isDryRun: Bool) throws(DomainError) -> Domain {
    var domain = try domain(living: name)
    guard domain.state == .building else { throw .sealed(domain.name) }
    if isDryRun {
      domain.state = .sealed
      domain.runState = .running
      return domain
    }
    let id = UInt16(domain.id)
    try asking { () throws(XenError) in try xen.unpauseDomain(id) }
    do {
      return try describe(try info(id))
    } catch .notFound {
      // It ran, and has ended already.
      domain.state = .destroyed
      domain.runState = nil
      return domain
    }
  }

  /// Ends a domain of ours. One that a toolstack made has devices besides, which only that toolstack
  /// takes down.
  public func destroy(_ name: String, isDryRun: Bool) throws(DomainError) {
    let id = try find(living: name).id
    guard id != 0 else { throw .refused("domain 0 is the control domain itself") }
    if try asking({ () throws(XenError) in try store.isToolstacks(id) }) {
      throw .refused("\(name) was made by a toolstack; destroy it there (xl destroy \(name))")
    }
    if isDryRun { return }
    try asking { () throws(XenError) in
      try xen.destroyDomain(id)
      try store.remove(id)
    }
  }

  private func check(_ request: DomainRequest) throws(DomainError) {
    if request.topology != nil {
      throw .refused("Xen chooses the topology itself; leave it out")
    }
    if request.kind.isHVM && !policies.hasHVM {
      throw .refused("this Xen runs no HVM guests; use kind pv")
    }
    // The structure of this call differs between releases, and 4.17's is the one that was tried.
    let version = try asking { () throws(XenError) in try xen.agreedDomainVersion() }
    guard version.number == 0x15 else {
      throw .refused(
        "creating domains is known for Xen 4.17 only; use xl create -p, and set-policy on it")
    }
  }

  @discardableResult
  func asking<Result>(_ body: () throws(XenError) -> Result) throws(DomainError) -> Result {
    do {
      return try body()
    } catch {
      throw DomainError(error)
    }
  }
}
