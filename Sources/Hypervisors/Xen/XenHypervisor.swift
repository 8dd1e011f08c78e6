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
  private let description: HostDescription
  private let policies: SystemPolicies

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
    description = try HostDescription.ofXen(xen)
    policies = description.systemPolicies()
  }

  /// Versions of Xen's interfaces that were agreed on: for the host, and for domains (0 before the
  /// first question about one).
  public var interfaceVersions: (system: UInt32, domain: UInt32) {
    (xen.systemVersion, xen.domainVersion)
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
    for info in infos where !info.isDying {
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
      guard xen.calls.writeStore(XenHypervisor.namePath(made), request.name) == 0 else {
        throw DomainError.refused("Xen's store takes no name; is xenstored running?")
      }
      domain = try describe(info(made))
      domain.hasNestedVirtualisation = request.hasNestedVirtualisation
      guard request.changes != PolicyChanges() else { return domain }
      return try set(changed(domain, by: request.changes), in: domain, isDryRun: false)
    } catch {
      try? xen.destroyDomain(made)
      _ = xen.calls.removeStore(XenHypervisor.nodePath(made))
      throw error
    }
  }

  public func setPolicy(
    _ policy: CPUPolicy, of name: String, isDryRun: Bool
  ) throws(DomainError) -> Domain {
    let domain = try domain(named: name)
    guard domain.state == .building else { throw .sealed(domain.name) }
    return try set(policy, in: domain, isDryRun: isDryRun)
  }

  /// Unpauses a domain that has not run: from then on it runs, and its policy is fixed.
  public func seal(_ name: String, isDryRun: Bool) throws(DomainError) -> Domain {
    var domain = try domain(named: name)
    guard domain.state == .building else { throw .sealed(domain.name) }
    if !isDryRun {
      try asking { () throws(XenError) in try xen.unpauseDomain(UInt16(domain.id)) }
    }
    domain.state = .sealed
    return domain
  }

  /// Ends a domain of ours. One that a toolstack made has devices besides, which only that toolstack
  /// takes down.
  public func destroy(_ name: String, isDryRun: Bool) throws(DomainError) {
    let id = try find(name).id
    guard id != 0 else { throw .refused("domain 0 is the control domain itself") }
    if xen.calls.readStore(XenHypervisor.nodePath(id) + "/vm") != nil {
      throw .refused("\(name) was made by a toolstack; destroy it there (xl destroy \(name))")
    }
    if isDryRun { return }
    try asking { () throws(XenError) in try xen.destroyDomain(id) }
    _ = xen.calls.removeStore(XenHypervisor.nodePath(id))
  }

  // MARK: Setting

  /// Everything that is wrong with a candidate for one of Xen's domains. The topology was chosen by
  /// whoever made the domain, and is not judged.
  public func audit(_ candidate: CPUPolicy, for domain: Domain) -> [Violation] {
    let settings = domain.settings
    let context = AuditContext(
      domain: settings.kind, hasNestedVirtualisation: settings.hasNestedVirtualisation,
      hasPerformanceCounters: settings.hasPerformanceCounters,
      physicalAddressLimit: settings.physicalAddressLimit,
      hostFeatures: policies.hostDefault.featureSet)
    let auditor = Auditor(bound: policies[settings.kind.maxPolicy], context: context)
    return auditor.violations(of: candidate).sorted(by: Violation.inLeafOrder)
  }

  /// Audits, sets, and reads back. Where Xen took something else than it was given, the former policy is
  /// set again and every difference is reported.
  private func set(
    _ policy: CPUPolicy, in domain: Domain, isDryRun: Bool
  ) throws(DomainError) -> Domain {
    let violations = audit(policy, for: domain)
    guard violations.isEmpty else { throw .rejected(violations) }
    let records = XenRecords(policy)
    guard records.dropped.isEmpty else {
      throw .refused(
        "Xen's records cannot hold \(records.dropped.joined(separator: ", ")); clear these")
    }
    var changed = domain
    changed.policy = policy
    if isDryRun { return changed }
    let id = UInt16(domain.id)
    do {
      try xen.setPolicy(records.leaves, records.msrs, of: id)
      changed.policy = try xen.policy(of: id)
    } catch .refused(.setPolicy, .exists, _) {
      throw .sealed(domain.name)
    } catch {
      throw .refused("\(error); our audit found nothing wrong with the policy")
    }
    let differences = PolicyDifference.between(policy.canonical, changed.policy.canonical)
    guard differences.isEmpty else {
      let former = XenRecords(domain.policy)
      let isRestored = (try? xen.setPolicy(former.leaves, former.msrs, of: id)) != nil
      throw .altered(domain.name, differences, isRestored: isRestored)
    }
    return changed
  }

  /// The policy that changes make of a domain's present one.
  private func changed(
    _ domain: Domain, by changes: PolicyChanges
  ) throws(DomainError) -> CPUPolicy {
    var features = domain.policy.featureSet
    features.formUnion(changes.added)
    changes.removed.forEachFeature { features.removeWithDependants($0) }
    var policy = domain.policy.withFeatures(features)
    // States follow from features; their sizes are the host's.
    policy.rebuildXstate(hardware: policies.raw)
    policy.refreshCopies()
    policy.apply(changes.numbers)
    policy.apply(
      changes.registers, default: policies[domain.kind.defaultPolicy], host: policies.hostDefault)
    return policy
  }

  // MARK: Looking

  private func find(_ name: String) throws(DomainError) -> XenDomainInfo {
    if let number = UInt16(name), number < 0x7ff0 { return try info(number) }
    guard let id = try id(named: name) else { throw .notFound(name) }
    return try info(id)
  }

  private func info(_ id: UInt16) throws(DomainError) -> XenDomainInfo {
    let found = try asking { () throws(XenError) in try xen.domainInfo(from: id) }
    guard let found, found.id == id, !found.isDying else { throw .notFound("\(id)") }
    return found
  }

  private func id(named name: String) throws(DomainError) -> UInt16? {
    let infos = try asking { () throws(XenError) in try xen.domainInfos() }
    return infos.first { !$0.isDying && storedName($0.id) == name }?.id
  }

  private func storedName(_ id: UInt16) -> String? {
    xen.calls.readStore(XenHypervisor.namePath(id))
  }

  static func nodePath(_ id: UInt16) -> String { "/local/domain/\(id)" }
  static func namePath(_ id: UInt16) -> String { nodePath(id) + "/name" }

  /// A domain as Xen tells of it.
  private func describe(_ info: XenDomainInfo) throws(DomainError) -> Domain {
    do {
      let policy = try xen.policy(of: info.id)
      let vCPUs = max(info.vCPUs, 1)
      var domain = Domain(
        name: storedName(info.id) ?? "\(info.id)", id: Int(info.id), hypervisor: name,
        kind: try kind(info), state: try isOpen(info) ? .building : .sealed,
        topology: try XenHypervisor.topology(vCPUs), tsc: Domain.TimeStampCounter(),
        // Xen does not tell; a policy that shows it can only be such a domain's.
        hasNestedVirtualisation: policy.has(.vmx) || policy.has(.svm),
        hasPerformanceCounters: policy.pmuVersion != 0, usesLBR: false, policy: policy)
      if info.id != 0 {
        let tsc = try xen.tscInfo(of: info.id)
        domain.tsc.mode = Domain.TimeStampCounter.Mode(number: tsc.mode) ?? .automatic
        domain.tsc.khz = tsc.khz == 0 ? nil : Int(tsc.khz)
      }
      return domain
    } catch let error as XenError {
      if error.errno == .noSuchDomain { throw .notFound("\(info.id)") }
      throw DomainError(error)
    } catch let error as DomainError {
      throw error
    } catch {
      throw .refused("\(error)")
    }
  }

  private func kind(_ info: XenDomainInfo) throws(XenError) -> GuestKind {
    if info.isHVM { return info.hasNestedPaging ? .hvm : .hvmShadow }
    return try xen.addressSize(of: info.id) == 32 ? .pv32 : .pv
  }

  /// Whether Xen would still take a policy. A domain that is not paused runs or has run; of a paused one
  /// only Xen knows, which answers a set of nothing without changing anything.
  private func isOpen(_ info: XenDomainInfo) throws(XenError) -> Bool {
    guard info.isPaused, info.id != 0 else { return false }
    do {
      try xen.setPolicy([], [], of: info.id)
      return true
    } catch .refused(.setPolicy, .exists, _), .refused(.setPolicy, .invalid, _) {
      return false
    }
  }

  /// Xen numbers APIC ids by twos, whatever a policy says of cores.
  private static func topology(_ vCPUs: UInt32) throws -> Topology {
    if let legacy = try? Topology(
      sockets: 1, dies: 1, cores: vCPUs, threads: 1, vCPUs: vCPUs, layout: .legacy)
    {
      return legacy
    }
    return try Topology.plain(vCPUs: vCPUs)
  }

  private func check(_ request: DomainRequest) throws(DomainError) {
    if request.topology != nil {
      throw .refused("Xen chooses the topology itself; leave it out")
    }
    if request.kind.isHVM && !policies.hasHVM {
      throw .refused("this Xen runs no HVM guests; use kind pv")
    }
    // The structure of this call differs between releases, and 4.17's is the one that was tried.
    try asking { () throws(XenError) in _ = try xen.domainInfo(from: 0) }
    guard xen.domainVersion == 0x15 else {
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

extension Domain.TimeStampCounter.Mode {
  /// The mode of Xen's number; nil for one that Xen no longer has.
  init?(number: UInt32) {
    guard let mode = Self.allCases.first(where: { $0.number == number }) else { return nil }
    self = mode
  }
}
