// SPDX-License-Identifier: Apache-2.0

/// How the APIC ids of one CPU's package divide, as the CPU itself tells it.
///
/// What no recorded leaf says is nil. `docs/semantics/topology.md`.
public struct TopologyReading: Equatable, Sendable {
  /// Processors of a package, by the field that says it best.
  public struct Count: Equatable, Sendable {
    /// The field that says it, e.g. leaf 1's or leaf 0xb's count.
    public var field: Field
    /// The field's subleaf; 0 where its leaf has none.
    public var subleaf: UInt32
    /// What the field holds.
    public var value: UInt32
    /// Processors, or room for them, of the package.
    public var processors: UInt32
    /// Whether it counts processors, and not room for their ids.
    public var isExact: Bool
  }

  /// Bits of an id below the core.
  public var coreShift: UInt32?
  /// Bits below the die; nil for a package that is one die, or tells its dies as nodes.
  public var dieShift: UInt32?
  /// Bits below the package.
  public var packageShift: UInt32?
  /// How many processors the package has; nil where no recorded leaf says it.
  public var count: Count?
  /// AMD's number of the core or compute unit.
  public var coreID: UInt32?
  /// AMD's number of the node, where a package has several.
  public var nodeID: UInt32?
}

extension TopologyAudit {
  /// What the CPU tells of its package.
  public mutating func reading() -> TopologyReading {
    var reading = TopologyReading()
    readLevels(.basic, &reading)
    // The lists with dies end where leaf 0xb does (R6, R8), or are wrong.
    readLevels(isAMD ? .amd : .second, &reading)
    if isAMD { readAMD(&reading) }
    if reading.packageShift == nil { readLegacy(&reading) }
    return reading
  }

  private mutating func readLevels(_ list: TopologyLevelList, _ reading: inout TopologyReading) {
    guard isRecorded(list.leaf) else { return }
    let levels = UInt32(truncatingIfNeeded: policy.subleafCount(list.leaf))
    guard levels > 0 else { return }
    var below: UInt32 = 0
    for subleaf in 0..<levels {
      let level = policy[leaf: list.leaf, subleaf: subleaf]
      let type = level.ecx >> 8 & 0xff
      let shift = level.eax & 31
      if type == 1 { reading.coreShift = shift }
      // Intel's shift leads to the next level, AMD's to the level itself.
      if list.leaf == 0x1f && type == 5 { reading.dieShift = below }
      if list.leaf == 0x8000_0026 && type == 3 { reading.dieShift = shift }
      below = shift
    }
    guard reading.packageShift == nil, endsAtPackage(list.leaf) else { return }
    reading.packageShift = below
    let count = policy[list.count, subleaf: levels &- 1]
    reading.count = TopologyReading.Count(
      field: list.count, subleaf: levels &- 1, value: count, processors: count, isExact: true)
  }

  private mutating func readAMD(_ reading: inout TopologyReading) {
    if hasExtended() {
      reading.coreID = policy[.coreId]
      if policy[.nodesPerPackageMinusOne] > 0 { reading.nodeID = policy[.nodeId] }
    }
    guard reading.packageShift == nil, isRecorded(0x8000_0008) else { return }
    let last = policy[.threadCountMinusOne]
    let size = policy[.apicIdCoreIdSize]
    reading.packageShift = size != 0 ? size : Topology.width(last &+ 1)
    if reading.coreID == nil && reading.coreShift == nil { reading.coreShift = 0 }
    reading.count = TopologyReading.Count(
      field: .threadCountMinusOne, subleaf: 0, value: last, processors: last &+ 1, isExact: false)
  }

  /// Leaves 1 and 4. Without HTT a package is one processor.
  private mutating func readLegacy(_ reading: inout TopologyReading) {
    guard isRecorded(1) else { return }
    let count = policy.has(.htt) ? policy[.logicalProcessorsPerPackage] : 1
    let width = Topology.width(max(count, 1))
    reading.packageShift = width
    if reading.coreShift == nil {
      var cores: UInt32 = 0
      if isRecorded(4) && policy.subleafCount(4) > 0 {
        cores = Topology.width(policy[.cacheCoresPerPackage, subleaf: 0] &+ 1)
      }
      reading.coreShift = width > cores ? width &- cores : 0
    }
    reading.count = TopologyReading.Count(
      field: .logicalProcessorsPerPackage, subleaf: 0, value: count, processors: count,
      isExact: false)
  }
}
