// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore

extension XenHypervisor {
  /// What Xen says of a domain, by its number or its name in the store; also of one that has ended and
  /// is still there.
  func find(_ name: String) throws(DomainError) -> XenDomainInfo {
    if let number = UInt16(name), number < XenDomainInfo.firstReserved { return try info(number) }
    guard let id = try id(named: name) else { throw .notFound(name) }
    return try info(id)
  }

  /// What Xen says of a domain with which something can still be done.
  func find(living name: String) throws(DomainError) -> XenDomainInfo {
    let info = try find(name)
    guard !info.isDying else { throw .notFound(name) }
    return info
  }

  func domain(living name: String) throws(DomainError) -> Domain {
    try describe(try find(living: name))
  }

  /// What Xen says of the domain with a number.
  func info(_ id: UInt16) throws(DomainError) -> XenDomainInfo {
    let found = try asking { to throws(XenError) in try to.xen.domainInfo(of: id) }
    guard let found else { throw .notFound("\(id)") }
    return found
  }

  /// The number of the domain with a name; nil where there is none. A domain that has ended holds no
  /// name.
  ///
  /// - Parameter one: a domain that does not count.
  func id(named name: String, but one: UInt16? = nil) throws(DomainError) -> UInt16? {
    try asking { to throws(XenError) in
      for info in try to.xen.domainInfos() where !info.isDying && info.id != one {
        if try to.store.name(of: info.id) == name { return info.id }
      }
      return nil
    }
  }

  /// A domain as Xen tells of it.
  func describe(_ info: XenDomainInfo) throws(DomainError) -> Domain {
    do {
      return try holding { [name] to throws(any Error) in
        try XenHypervisor.describe(info, name, to.xen, to.store)
      }
    } catch let error as XenError {
      if error.errno == .noSuchDomain { throw .notFound("\(info.id)") }
      throw DomainError(error)
    } catch let error as DomainError {
      throw error
    } catch {
      throw .refused(error)
    }
  }

  private static func describe(
    _ info: XenDomainInfo, _ hypervisor: String, _ xen: XenInterface, _ store: XenStore
  ) throws -> Domain {
    let policy = try xen.policy(of: info.id)
    let vCPUs = max(info.vCPUs, 1)
    var domain = Domain(
      // Without a name a domain is called by its number.
      name: try store.name(of: info.id) ?? "\(info.id)", id: Int(info.id),
      hypervisor: hypervisor, kind: try kind(info, xen), state: try state(info, xen),
      runState: info.runState, type: info.type, uuid: info.uuid,
      topology: try topology(vCPUs), tsc: Domain.TimeStampCounter(),
      // Xen does not tell; a policy that shows it can only be such a domain's.
      hasNestedVirtualisation: policy.has(.vmx) || policy.has(.svm),
      hasPerformanceCounters: policy[.pmuVersion] != 0, usesLBR: false, policy: policy)
    if info.id != 0 {
      let tsc = try xen.tscInfo(of: info.id)
      domain.tsc.mode = Domain.TimeStampCounter.Mode(number: tsc.mode) ?? .automatic
      domain.tsc.khz = tsc.khz == 0 ? nil : Int(tsc.khz)
    }
    return domain
  }

  private static func kind(
    _ info: XenDomainInfo, _ xen: XenInterface
  ) throws(XenError) -> GuestKind {
    if info.isHVM { return info.hasNestedPaging ? .hvm : .hvmShadow }
    return try xen.addressSize(of: info.id) == 32 ? .pv32 : .pv
  }

  /// Whether Xen would still take a policy. A domain that is not paused runs or has run; of a paused one
  /// only Xen knows, which answers a set of nothing without changing anything.
  private static func state(
    _ info: XenDomainInfo, _ xen: XenInterface
  ) throws(XenError) -> Domain.State {
    if info.isDying { return .destroyed }
    guard info.isPaused, info.id != 0 else { return .sealed }
    do {
      try xen.setPolicy([], [], of: info.id)
      return .building
    } catch .refused(.setPolicy, .exists, _), .refused(.setPolicy, .invalid, _) {
      return .sealed
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
