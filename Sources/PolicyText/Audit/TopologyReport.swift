// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Topology rules over all CPUs of one host.
public enum TopologyReport {
  /// Something that is wrong, and every CPU that shows it.
  public struct Finding: Equatable, Sendable {
    /// What one CPU shows.
    public struct Case: Equatable, Sendable {
      /// Number of the CPU in the machine's own order.
      public var cpu: Int
      /// What its register holds.
      public var value: UInt64
      /// What the value was held against.
      public var bound: UInt64
    }

    /// The violation, with both values of the first CPU.
    public var violation: Violation
    /// At least one, by CPU.
    public var cases: [Case]

    /// Every CPU that shows it, by number.
    public var cpus: [Int] { cases.map(\.cpu) }
    /// Whether all CPUs show the same.
    public var isUniform: Bool {
      cases.allSatisfy { $0.value == cases[0].value && $0.bound == cases[0].bound }
    }

    /// What is wrong; values that are not those of all CPUs are said to be the first one's.
    public var message: String { ofFirst(violation.message) }
    /// What to do about it.
    public var remedy: String { ofFirst(violation.remedy) }

    private func ofFirst(_ text: String) -> String {
      isUniform ? text : "CPU \(cases[0].cpu): \(text)"
    }
  }

  /// Everything that is wrong with the CPUs' topology data, in leaf order: one finding for all CPUs that
  /// show it.
  public static func findings(_ cpus: some Collection<CPUPolicy>) -> [Finding] {
    let host = HostTopology(cpus)
    var result: [Finding] = []
    for (index, cpu) in cpus.enumerated() {
      var audit = host.audit(cpu)
      var found: [Violation] = []
      audit.forEachViolation { found.append($0) }
      if cpus.count > 1 { found += host.violations(of: cpu) }
      for violation in found { add(violation, of: index, to: &result) }
    }
    return result.sorted { Violation.inLeafOrder($0.violation, $1.violation) }
  }

  private static func add(_ violation: Violation, of cpu: Int, to findings: inout [Finding]) {
    let one = Finding.Case(cpu: cpu, value: violation.value, bound: violation.bound)
    if let index = findings.firstIndex(where: { $0.violation.isLike(violation) }) {
      findings[index].cases.append(one)
    } else {
      findings.append(Finding(violation: violation, cases: [one]))
    }
  }
}

extension Violation {
  /// Whether another CPU's violation is the same one, whatever its values.
  fileprivate func isLike(_ other: Violation) -> Bool {
    var like = other
    like.value = value
    like.bound = bound
    return self == like
  }
}

/// What only all CPUs together tell: ids that collide, packages that are too full or hold a CPU each,
/// nodes.
private struct HostTopology {
  private var ids = HostIDs()
  private var collisions: Set<UInt32> = []
  private var seen: Set<UInt32> = []
  private var processorsOfPackage: [UInt32: UInt64] = [:]
  private var packages: UInt64 = 0

  init(_ cpus: some Collection<CPUPolicy>) {
    ids = HostIDs(cpus)
    for cpu in cpus { add(cpu) }
  }

  func audit(_ cpu: CPUPolicy) -> TopologyAudit { ids.audit(cpu) }

  private mutating func add(_ cpu: CPUPolicy) {
    guard let id = ids.id(of: cpu) else { return }
    guard seen.insert(id).inserted else {
      collisions.insert(id)
      return
    }
    var audit = audit(cpu)
    guard let width = audit.reading().packageShift else { return }
    let package = id >> width
    processorsOfPackage[package, default: 0] += 1
    packages = max(packages, UInt64(package) + 1)
  }

  func violations(of cpu: CPUPolicy) -> [Violation] {
    guard let id = ids.id(of: cpu) else { return [] }
    var result: [Violation] = []
    if let field = collidingField(cpu, id) {
      result.append(Violation(.apicIDs, field, value: cpu[field], bound: cpu[field]))
      result[0].severity = .guestCrash
    }
    var audit = audit(cpu)
    let reading = audit.reading()
    guard let width = reading.packageShift else { return result }
    if let count = reading.count {
      let held = processorsOfPackage[id >> width] ?? 0
      if count.isExact && held > count.processors {
        result.append(violation(.capacity, count, bound: UInt32(clamping: held)))
      } else if isScattered(count) {
        var scattered = violation(.idsScattered, count, bound: 1)
        scattered.severity = .behaviour
        result.append(scattered)
      }
    }
    return result + nodeViolation(cpu)
  }

  private func violation(
    _ code: ViolationCode, _ count: TopologyReading.Count, bound: UInt32
  ) -> Violation {
    Violation(code, count.field, subleaf: count.subleaf, value: count.value, bound: bound)
  }

  /// The field with an id that another CPU has, too.
  private func collidingField(_ cpu: CPUPolicy, _ id: UInt32) -> Field? {
    if ids.hasCollidingLevel(cpu) { return .topologyX2ApicId }
    guard collisions.contains(id) else { return nil }
    return ids.field(of: cpu)
  }

  /// R13: enough CPUs to fill a package that counts several, and no two of them are of one package.
  private func isScattered(_ count: TopologyReading.Count) -> Bool {
    count.processors > 1 && seen.count >= count.processors
      && processorsOfPackage.count == seen.count
  }

  /// R11: nodes are numbered over all packages.
  private func nodeViolation(_ cpu: CPUPolicy) -> [Violation] {
    guard cpu.vendor.isAMDLike, cpu.has(.topoext), cpu.isWithinLimits(leaf: 0x8000_001e),
      cpu.isKnown(leaf: 0x8000_001e)
    else { return [] }
    let nodes = UInt64(cpu[.nodesPerPackageMinusOne] + 1) * packages
    guard UInt64(cpu[.nodeId]) >= nodes else { return [] }
    let last = UInt32(clamping: nodes - 1)
    return [Violation(.extendedTopology, .nodeId, value: cpu[.nodeId], bound: last)]
  }
}

extension CPUPolicy {
  /// Whether a CPU's place could be read here: there is a signature, or something in a field that differs
  /// by CPU. A policy that was made from features alone has neither, and nothing in it could be wrong.
  public var recordsTopology: Bool {
    self[leaf: 1].eax != 0
      || Field.all.contains { field in
        field.rules.isPerCPU && field.subleaves.contains { self[field, subleaf: $0] != 0 }
      }
  }
}
