import CPUPolicy

extension XenHypervisor {
  /// What Xen says of a domain, by its number or its name in the store.
  func find(_ name: String) throws(DomainError) -> XenDomainInfo {
    if let number = UInt16(name), number < XenDomainInfo.firstReserved { return try info(number) }
    guard let id = try id(named: name) else { throw .notFound(name) }
    return try info(id)
  }

  /// What Xen says of the domain with a number, unless it is ending.
  func info(_ id: UInt16) throws(DomainError) -> XenDomainInfo {
    let found = try asking { () throws(XenError) in try xen.domainInfo(of: id) }
    guard let found, !found.isDying else { throw .notFound("\(id)") }
    return found
  }

  /// The number of the domain with a name; nil where there is none.
  func id(named name: String) throws(DomainError) -> UInt16? {
    let infos = try asking { () throws(XenError) in try xen.domainInfos() }
    return infos.first { !$0.isDying && storedName($0.id) == name }?.id
  }

  private func storedName(_ id: UInt16) -> String? {
    xen.calls.readStore(XenHypervisor.namePath(id))
  }

  /// Where the store keeps what belongs to a domain.
  static func nodePath(_ id: UInt16) -> String { "/local/domain/\(id)" }
  /// Where the store keeps a domain's name.
  static func namePath(_ id: UInt16) -> String { nodePath(id) + "/name" }

  /// A domain as Xen tells of it.
  func describe(_ info: XenDomainInfo) throws(DomainError) -> Domain {
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
}

extension Domain.TimeStampCounter.Mode {
  /// The mode of Xen's number; nil for one that Xen no longer has.
  init?(number: UInt32) {
    guard let mode = Self.allCases.first(where: { $0.number == number }) else { return nil }
    self = mode
  }
}
