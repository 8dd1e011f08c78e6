// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Which leaf tells the CPUs of a machine apart.
struct HostIDs {
  /// How many CPUs have an id in leaf 0xb.
  private var levelIDs: [UInt32: Int] = [:]
  /// Ids in leaf 1 of the same CPUs.
  private var besideLevels: Set<UInt32> = []
  private var initialIDs: Set<UInt32> = []

  init() {}

  init(_ cpus: some Collection<CPUPolicy>) {
    for cpu in cpus {
      guard cpu.isKnown(leaf: 1), cpu.isWithinLimits(leaf: 1) else { continue }
      initialIDs.insert(cpu[.initialApicId])
      guard let id = HostIDs.levelID(of: cpu) else { continue }
      levelIDs[id, default: 0] += 1
      besideLevels.insert(cpu[.initialApicId])
    }
  }

  private static func levelID(of cpu: CPUPolicy) -> UInt32? {
    var audit = TopologyAudit(of: cpu)
    return audit.idField() == .topologyX2ApicId ? audit.apicID() : nil
  }

  /// Where leaf 1 has more ids than leaf 0xb on the same CPUs, leaf 0xb is wrong.
  private var trustsLevels: Bool { levelIDs.count >= besideLevels.count }

  func audit(_ cpu: CPUPolicy) -> TopologyAudit {
    TopologyAudit(of: cpu, trustsLevelIDs: trustsLevels)
  }

  /// Where a CPU's id stands; nil where nothing tells it.
  func field(of cpu: CPUPolicy) -> Field? {
    var audit = audit(cpu)
    return audit.idField(isNumbered: initialIDs.count > 1)
  }

  /// A CPU's id; nil where nothing tells it.
  func id(of cpu: CPUPolicy) -> UInt32? { field(of: cpu).map { cpu[$0] } }

  /// Whether a CPU's id in leaf 0xb is not trusted, and another CPU has it too.
  func hasCollidingLevel(_ cpu: CPUPolicy) -> Bool {
    guard !trustsLevels, let id = HostIDs.levelID(of: cpu) else { return false }
    return levelIDs[id, default: 0] > 1
  }
}
