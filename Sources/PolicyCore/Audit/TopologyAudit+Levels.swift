// SPDX-License-Identifier: Apache-2.0

/// R6: the lists of levels.
extension TopologyAudit {
  /// Levels ascend, each has room for what it counts, and the last one is the package.
  mutating func checkLevels(_ list: TopologyLevelList, _ body: (Violation) -> Void) {
    guard isRecorded(list.leaf) else { return }
    let count = policy.subleafCount(list.leaf)
    guard count > 0 else { return }
    var previous = LeafRegisters()
    for index in 0..<count {
      let subleaf = UInt32(truncatingIfNeeded: index)
      let level = policy[leaf: list.leaf, subleaf: subleaf]
      check(level, after: previous, list, subleaf, body)
      checkRepeats(list, subleaf, body)
      previous = level
    }
    // Some sources leave the end of the list out; one that is there repeats the id.
    let end = UInt32(truncatingIfNeeded: count)
    if !policy[leaf: list.leaf, subleaf: end].isZero { checkRepeats(list, end, body) }
    checkPackageWidth(list, previous, UInt32(truncatingIfNeeded: count &- 1), body)
  }

  private func check(
    _ level: LeafRegisters, after previous: LeafRegisters, _ list: TopologyLevelList,
    _ subleaf: UInt32, _ body: (Violation) -> Void
  ) {
    let type = level.ecx >> 8 & 0xff
    let lower = previous.ecx >> 8 & 0xff
    if type <= lower || subleaf == 0 && type != 1 {
      report(.levels, list.type, subleaf: subleaf, value: type, bound: lower &+ 1, body)
    }
    let shift = level.eax & 31
    if shift < previous.eax & 31 {
      report(
        .levels, list.shift, subleaf: subleaf, value: shift, bound: previous.eax & 31, body)
    }
    let count = level.ebx & 0xffff
    let room = shift < 16 ? (1 &<< shift) as UInt32 : 0xffff
    if count > room || count < previous.ebx & 0xffff {
      report(
        .levels, list.count, subleaf: subleaf, value: count,
        bound: count > room ? room : previous.ebx & 0xffff, body)
    }
  }

  /// Every subleaf repeats its number and the id.
  private mutating func checkRepeats(
    _ list: TopologyLevelList, _ subleaf: UInt32, _ body: (Violation) -> Void
  ) {
    let level = policy[leaf: list.leaf, subleaf: subleaf]
    if level.ecx & 0xff != subleaf {
      report(
        .levels, list.number, subleaf: subleaf, value: level.ecx & 0xff, bound: subleaf, body)
    }
    let id = policy[leaf: list.leaf].edx
    if level.edx != id {
      report(.levels, list.id, subleaf: subleaf, value: level.edx, bound: id, body)
    }
  }

  /// AMD states the width of a package's ids in 0x80000008 as well, and in two lists. Intel's second
  /// list has a rule of its own (R8).
  private mutating func checkPackageWidth(
    _ list: TopologyLevelList, _ last: LeafRegisters, _ subleaf: UInt32,
    _ body: (Violation) -> Void
  ) {
    guard isAMD, endsAtPackage(list.leaf) else { return }
    let shift = last.eax & 31
    if list.leaf == TopologyLevelList.amd.leaf {
      let wanted = lastShift(TopologyLevelList.basic.leaf)
      if hasPackageLevel() && shift != wanted {
        report(.levels, list.shift, subleaf: subleaf, value: shift, bound: wanted, body)
      }
    } else if isRecorded(0x8000_0008) {
      let size = policy[.apicIdCoreIdSize]
      if size != 0 && shift != size {
        report(.levels, list.shift, subleaf: subleaf, value: shift, bound: size, body)
      }
    }
  }
}
