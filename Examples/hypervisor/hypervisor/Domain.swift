// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// One domain. Its policy may be set until it first runs, and never after.
struct Domain {
  enum State: UInt8 {
    case free, building, running, halted, crashed
  }

  let number: UInt32
  /// What its virtual CPUs are, fixed at creation.
  var settings: DomainSettings
  var state = State.free
  /// What it runs, and the argument of that.
  var program: UInt32 = 0
  var argument: UInt64 = 0
  let policy: UnsafeMutablePointer<CPUPolicy>
  /// What its virtual CPUs read, made when it first runs.
  let view: UnsafeMutablePointer<GuestView>
  let vCPUs: UnsafeMutablePointer<VirtualCPU>
  /// The guest's memory, and the tables that map it: taken when the slot first runs.
  var memory: UInt64 = 0
  var nestedRoot: UInt64 = 0

  var vCPUCount: Int { Int(settings.topology.vCPUs) }

  /// What an audit must know of the domain.
  func context(_ host: Host) -> AuditContext {
    AuditContext(
      domain: settings.kind, hasNestedVirtualisation: settings.hasNestedVirtualisation,
      hasPerformanceCounters: settings.hasPerformanceCounters,
      physicalAddressLimit: settings.physicalAddressLimit,
      hostFeatures: host.policy(.hostDefault).pointee.featureSet, topology: settings.topology)
  }
}

/// All domains; number 0 is the control domain.
enum Domains {
  static let count = 16
  static let mostVCPUs = 4
  /// Whether each refused policy has a line in the log: `log` on the command line.
  nonisolated(unsafe) static var logsRefusals = false
  nonisolated(unsafe) private static var all: UnsafeMutablePointer<Domain>! = nil
  nonisolated(unsafe) private(set) static var host: UnsafeMutablePointer<Host>! = nil

  /// Takes the memory of every domain there can be.
  static func begin(_ host: Host) throws(TopologyError) {
    self.host = pointer(Memory.take(UInt64(MemoryLayout<Host>.stride)))
    self.host.initialize(to: host)
    all = pointer(Memory.take(UInt64(MemoryLayout<Domain>.stride &* count)))
    let settings = DomainSettings(kind: .hvm, topology: try .plain(vCPUs: 1))
    for number in 0..<count {
      let vCPUs: UnsafeMutablePointer<VirtualCPU> = pointer(
        Memory.take(UInt64(MemoryLayout<VirtualCPU>.stride &* mostVCPUs)))
      (all + number).initialize(
        to: Domain(
          number: UInt32(truncatingIfNeeded: number), settings: settings,
          policy: Memory.make(CPUPolicy.self), view: Memory.make(GuestView.self), vCPUs: vCPUs))
      for index in 0..<mostVCPUs {
        (vCPUs + index).initialize(
          to: VirtualCPU(
            domain: all + number, block: VMCB(address: Memory.take(Memory.pageSize)),
            extendedState: Memory.take(VirtualCPU.extendedStateSize)))
      }
    }
    Bounds.begin(host)
  }

  /// A slot, in use or not.
  static func slot(_ number: Int) -> UnsafeMutablePointer<Domain> { all + number }

  /// A domain that exists.
  static func domain(_ number: UInt32) -> UnsafeMutablePointer<Domain>? {
    guard number < count, all[Int(number)].state != .free else { return nil }
    return all + Int(number)
  }

  /// Creates a domain with the policy that its kind begins with, its topology in it.
  static func create(
    _ settings: DomainSettings, number: Int? = nil
  ) throws(Refusal) -> UnsafeMutablePointer<Domain> {
    guard settings.topology.vCPUs <= mostVCPUs else { throw Refusal(.invalid) }
    var slot = number ?? 1
    while slot < count, all[slot].state != .free { slot &+= 1 }
    guard slot < count else { throw Refusal(.noSpace) }
    let domain = all + slot
    domain.pointee.settings = settings
    do throws(TopologyError) {
      if slot == 0 {
        domain.pointee.policy.pointee.assign(host.pointee.policy(.dom0HVM).pointee)
        try domain.pointee.policy.pointee.apply(settings.topology)
      } else {
        try host.pointee.system.pointee.initialise(
          &domain.pointee.policy.pointee, for: settings)
      }
    } catch {
      throw error.violation.map { Refusal($0) } ?? Refusal(.invalid)
    }
    // Opted in to, and not to be had: said, not swallowed.
    if settings.hasInvariantTSC, !domain.pointee.policy.pointee.has(.itsc),
      let violation = Violation(.featureNotOffered, .itsc, value: 1, bound: 0)
    {
      throw Refusal(violation)
    }
    domain.pointee.state = .building
    return domain
  }
}

/// The max policies of the four kinds, ready for candidates to be held against, and what audits need.
enum Bounds {
  nonisolated(unsafe) private static var all:
    UnsafeMutablePointer<UnsafeMutablePointer<AuditBound>>! =
      nil
  /// The candidate, and room for an audit.
  nonisolated(unsafe) static var candidate: UnsafeMutablePointer<CPUPolicy>! = nil
  nonisolated(unsafe) private static var scratch: UnsafeMutablePointer<CPUPolicy>! = nil

  static func begin(_ host: Host) {
    all = pointer(Memory.take(4096))
    candidate = Memory.make(CPUPolicy.self)
    scratch = Memory.make(CPUPolicy.self)
    for number in 0..<UInt8(4) {
      guard let kind = GuestKind(rawValue: number) else { continue }
      let bound = Memory.make(AuditBound.self)
      let max: PolicyKind =
        switch kind {
        case .pv, .pv32: .pvMax
        case .hvm: .hvmMax
        case .hvmShadow: .hvmShadowMax
        }
      var context = AuditContext(domain: kind)
      context.hostFeatures = host.policy(.hostDefault).pointee.featureSet
      bound.pointee.prepare(host.policy(max).pointee, context: context)
      all[Int(number)] = bound
    }
  }

  /// Holds the candidate against what a domain may have.
  /// - Throws: the first thing that is wrong with it.
  static func audit(for domain: UnsafeMutablePointer<Domain>) throws(Refusal) {
    let bound = all[Int(domain.pointee.settings.kind.rawValue)]
    let auditor = DomainAuditor(
      domain.pointee.context(Domains.host.pointee), for: bound.pointee)
    var first: Violation?
    auditor.forEachViolation(
      of: candidate.pointee, under: bound.pointee, scratch: &scratch.pointee
    ) { violation in
      if first == nil { first = violation }
    }
    if let first { throw Refusal(first) }
  }
}
