// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Topology rules over all CPUs of one host.
public enum TopologyReport {
  /// A violation, and the CPU that shows it.
  public struct Finding: Equatable, Sendable {
    public var cpu: Int
    public var violation: Violation
  }

  /// Everything that is wrong with the CPUs' topology data, CPU by CPU.
  public static func findings(_ cpus: some Collection<CPUPolicy>) -> [Finding] {
    var host = HostTopology()
    var ids: [UInt32?] = []
    for cpu in cpus {
      var audit = TopologyAudit(of: cpu)
      ids.append(audit.apicID())
      host.add(cpu, id: ids.last ?? nil)
    }
    var result: [Finding] = []
    for (index, cpu) in cpus.enumerated() {
      var audit = TopologyAudit(of: cpu)
      var found: [Violation] = []
      audit.forEachViolation { found.append($0) }
      if cpus.count > 1, let id = ids[index] { found += host.violations(of: cpu, id: id) }
      result += found.sorted(by: Violation.inLeafOrder).map { Finding(cpu: index, violation: $0) }
    }
    return result
  }
}

/// What only all CPUs together tell: ids that collide, packages that are too full, nodes.
private struct HostTopology {
  private var seen: Set<UInt32> = []
  private var collisions: Set<UInt32> = []
  private var processorsOfPackage: [UInt32: UInt64] = [:]
  private var packages: UInt64 = 0

  mutating func add(_ cpu: CPUPolicy, id: UInt32?) {
    guard let id else { return }
    guard seen.insert(id).inserted else {
      collisions.insert(id)
      return
    }
    guard let width = HostTopology.packageWidth(cpu) else { return }
    let package = id >> width
    processorsOfPackage[package, default: 0] += 1
    packages = max(packages, UInt64(package) + 1)
  }

  /// Bits of an id below the package; nil where no leaf says it.
  private static func packageWidth(_ cpu: CPUPolicy) -> UInt32? {
    let levels = cpu.subleafCount(0xb)
    if cpu.isWithinLimits(leaf: 0xb), cpu.isKnown(leaf: 0xb), levels > 0 {
      return cpu[.topologyShift, subleaf: UInt32(levels - 1)]
    }
    guard cpu.vendor.isAMDLike, cpu.isWithinLimits(leaf: 0x8000_0008),
      cpu.isKnown(leaf: 0x8000_0008), cpu[.apicIdCoreIdSize] != 0
    else { return nil }
    return cpu[.apicIdCoreIdSize]
  }

  mutating func violations(of cpu: CPUPolicy, id: UInt32) -> [Violation] {
    var result: [Violation] = []
    let levels = cpu.isWithinLimits(leaf: 0xb) && cpu.isKnown(leaf: 0xb) ? cpu.subleafCount(0xb) : 0
    if collisions.contains(id) {
      let field: Field = levels > 0 ? .topologyX2ApicId : .initialApicId
      result.append(
        violation(.apicIDs, field, value: id, bound: id, severity: .guestCrash))
    }
    if let width = HostTopology.packageWidth(cpu) {
      // R12, once a package.
      let processors = processorsOfPackage.removeValue(forKey: id >> width) ?? 0
      let last = UInt32(max(levels, 1) - 1)
      let room = levels > 0 ? UInt64(cpu[.topologyLogicalCount, subleaf: last]) : .max
      if processors > room {
        result.append(
          violation(
            .capacity, .topologyLogicalCount, subleaf: last,
            value: UInt32(truncatingIfNeeded: processors), bound: UInt32(room)))
      }
      result += nodeViolation(cpu)
    }
    return result
  }

  /// R11: nodes are numbered over all packages.
  private func nodeViolation(_ cpu: CPUPolicy) -> [Violation] {
    guard cpu.vendor.isAMDLike, cpu.has(.topoext), cpu.isWithinLimits(leaf: 0x8000_001e),
      cpu.isKnown(leaf: 0x8000_001e)
    else { return [] }
    let nodes = UInt64(cpu[.nodesPerPackageMinusOne] + 1) * packages
    guard UInt64(cpu[.nodeId]) >= nodes else { return [] }
    return [
      violation(
        .extendedTopology, .nodeId, value: cpu[.nodeId], bound: UInt32(clamping: nodes - 1))
    ]
  }

  private func violation(
    _ code: ViolationCode, _ field: Field, subleaf: UInt32 = 0, value: UInt32, bound: UInt32,
    severity: Severity? = nil
  ) -> Violation {
    let place = LeafPlace(field.leaf, field.isPlain ? LeafPlace.noSubleaf : subleaf)
    return Violation(
      code, at: .leaf(place, field.register), bits: field.lowBit...field.highBit,
      subject: .field(field), value: UInt64(value), bound: UInt64(bound), severity: severity)
  }
}
