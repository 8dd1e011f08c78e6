// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats

// The steps of a domain's life that are Xen's own.
extension XenHypervisor {
  /// Refuses what Xen's domains cannot have.
  public func check(_ request: DomainRequest) throws(DomainError) {
    // A number is how a domain without a name is called.
    guard Int(request.name) == nil else { throw .invalidName(request.name) }
    if request.topology != nil {
      throw .refused("Xen chooses the topology itself; leave it out")
    }
    if request.kind.isHVM && !policies.hasHVM {
      throw .refused("this Xen runs no HVM guests; use kind pv")
    }
    let layout = try asking { to throws(XenError) in try to.xen.agreedLayout() }
    let unknown = XenDomainPlan(request).flags & ~layout.creation.flags
    guard unknown == 0 else {
      let what =
        unknown & XenDomainPlan.nested != 0 ? "nested virtualisation" : "performance counters"
      throw .refused("Xen \(layout.name) creates no domain with \(what); leave that out")
    }
  }

  /// Whether a domain of this name is there.
  public func isTaken(_ name: String) throws(DomainError) -> Bool { try id(named: name) != nil }

  /// Xen itself cuts the default down for a domain, so that what is wished for is put into what it made.
  public func firstPolicy(
    of domain: Domain, _ request: DomainRequest, _ policies: SystemPolicies
  ) throws(DomainError) -> CPUPolicy {
    policies[request.kind.defaultPolicy]
  }

  /// Makes a domain without memory: its CPU can be tried, and nothing runs in it. Guests that run are
  /// made by a toolstack (`xl create -p`).
  public func make(_ domain: Domain, _ request: DomainRequest) throws(DomainError) -> Domain {
    var plan = XenDomainPlan(request)
    plan.vCPUs = domain.topology.vCPUs
    let made = try asking { [plan] to throws(XenError) in try to.xen.createDomain(plan) }
    do throws(DomainError) {
      try asking { to throws(XenError) in
        try to.xen.setTSCInfo(
          XenTSCInfo(mode: request.tsc.mode.number, khz: UInt32(clamping: request.tsc.khz ?? 0)),
          of: made)
      }
      try asking { to throws(XenError) in try to.store.setName(request.name, of: made) }
      // Of two that are made at once each has written its name before it looks, so never both stay.
      guard try id(named: request.name, but: made) == nil else {
        throw DomainError.exists(request.name)
      }
      var former = try describe(info(made))
      former.hasNestedVirtualisation = request.hasNestedVirtualisation
      guard request.changes != PolicyChanges() else { return former }
      var wanted = former
      wanted.policy = changed(former, by: request.changes)
      let violations = audit(wanted.policy, for: wanted, policies)
      guard violations.isEmpty else { throw DomainError.rejected(violations) }
      try check(wanted.policy)
      return try put(wanted, insteadOf: former)
    } catch {
      do {
        try holding { to throws(XenError) in try to.xen.destroyDomain(made) }
      } catch let second {
        throw .leftBehind(
          Int(made), after: DomainError.Cause(error), cause: DomainError.Cause(second))
      }
      // A name of no domain does no harm.
      try? asking { to throws(XenError) in try to.store.remove(made) }
      throw error
    }
  }

  /// What Xen's records cannot hold is refused before Xen is asked.
  public func check(_ policy: CPUPolicy) throws(DomainError) {
    let dropped = XenRecords(policy).dropped
    guard dropped.isEmpty else {
      throw .refused("Xen's records cannot hold \(dropped.joined(separator: ", ")); clear these")
    }
  }

  /// Sets the policy of a domain or unpauses it, and reads back what Xen took.
  public func put(_ changed: Domain, insteadOf former: Domain) throws(DomainError) -> Domain {
    changed.state == .sealed ? try run(changed) : try set(changed.policy, in: former)
  }

  /// Unpauses a domain that has not run: from then on it runs, and its policy is fixed. One that was
  /// paused twice stays as it is.
  private func run(_ domain: Domain) throws(DomainError) -> Domain {
    let id = UInt16(domain.id)
    try asking { to throws(XenError) in try to.xen.unpauseDomain(id) }
    do {
      return try describe(try info(id))
    } catch .notFound {
      // It ran, and has ended already.
      var ended = domain
      ended.state = .destroyed
      ended.runState = nil
      return ended
    }
  }

  /// A domain that a toolstack made has devices besides, which only that toolstack takes down.
  public func checkEnd(of domain: Domain) throws(DomainError) {
    let id = UInt16(domain.id)
    guard id != 0 else { throw .refused("domain 0 is the control domain itself") }
    if try asking({ to throws(XenError) in try to.store.isToolstacks(id) }) {
      throw .refused(
        "\(domain.name) was made by a toolstack; destroy it there (xl destroy \(domain.name))")
    }
  }

  /// Destroys a domain.
  public func end(_ domain: Domain) throws(DomainError) {
    try asking { to throws(XenError) in
      try to.xen.destroyDomain(UInt16(domain.id))
      try to.store.remove(UInt16(domain.id))
    }
  }
}
