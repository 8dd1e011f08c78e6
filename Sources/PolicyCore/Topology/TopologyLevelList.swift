// SPDX-License-Identifier: Apache-2.0

/// A leaf whose subleaves list the levels of the topology, smallest first.
///
/// SDM vol. 2A CPUID, leaves 0BH and 1FH; APM vol. 3 E.4.24 (0x80000026).
struct TopologyLevelList {
  var leaf: UInt32
  /// Bits to shift the id by to reach the next level's number.
  var shift: Field
  /// Threads within one instance of the level.
  var count: Field
  /// The subleaf, repeated.
  var number: Field
  /// The kind of level; 0 ends the list.
  var type: Field
  /// The id of the CPU that asks.
  var id: Field

  /// Leaf 0xb: threads and cores.
  static var basic: TopologyLevelList {
    TopologyLevelList(
      leaf: 0xb, shift: .topologyShift, count: .topologyLogicalCount,
      number: .topologyLevelNumber, type: .topologyLevelType, id: .topologyX2ApicId)
  }

  /// Leaf 0x1f: Intel's, with dies.
  static var second: TopologyLevelList {
    TopologyLevelList(
      leaf: 0x1f, shift: .topologyV2Shift, count: .topologyV2LogicalCount,
      number: .topologyV2LevelNumber, type: .topologyV2LevelType, id: .topologyV2X2ApicId)
  }

  /// Leaf 0x80000026: AMD's, with complexes, dies and sockets.
  static var amd: TopologyLevelList {
    TopologyLevelList(
      leaf: 0x8000_0026, shift: .amdTopologyShift, count: .amdTopologyLogicalCount,
      number: .amdTopologyLevelNumber, type: .amdTopologyLevelType, id: .amdTopologyX2ApicId)
  }
}
