// SPDX-License-Identifier: Apache-2.0

extension Audit {
  /// Fields that are free for the toolstack to choose, but must make sense in themselves. What the
  /// bound itself shows is always acceptable: real CPUs have odd values.
  func checkShapes(_ body: (Violation) -> Void) {
    checkVersion(body)
    checkBrand(body)
    checkDescriptors(body)
    checkCacheList(4, body)
    checkCacheList(0x8000_001d, body)
    checkCacheCodes(body)
    checkHypervisorLimit(.maxHypervisorLeaf, highest: 6, body)
    checkHypervisorLimit(.maxSecondHypervisorLeaf, highest: 5, body)
  }

  /// The extended family counts only behind base family 0xf, the extended model from family 6 on.
  /// SDM vol. 2A CPUID, "Version Information".
  private func checkVersion(_ body: (Violation) -> Void) {
    let value = candidate[leaf: 1].eax
    guard candidate[.maxBasicLeaf] >= 1, value != bound[leaf: 1].eax else { return }
    let family = candidate[.baseFamily]
    if family != 0xf, candidate[.extendedFamily] != 0 {
      report(
        .signatureMalformed, .extendedFamily, value: candidate[.extendedFamily], bound: 0, body)
    }
    if family < 6, candidate[.extendedModel] != 0 {
      report(.signatureMalformed, .extendedModel, value: candidate[.extendedModel], bound: 0, body)
    }
  }

  /// Printable text, then NUL to the end.
  private func checkBrand(_ body: (Violation) -> Void) {
    guard candidate.extendedLeafCount >= 4, !hasBoundsBrand() else { return }
    var hasEnded = false
    for leaf in UInt32(0x8000_0002)...0x8000_0004 {
      var parts = FieldRows(leaf: leaf)
      while let field = parts.next() {
        let value = candidate[field]
        var isText = true
        for index in UInt32(0)..<4 {
          let byte = value &>> (index &* 8) & 0xff
          if byte == 0 {
            hasEnded = true
          } else if hasEnded || byte < 0x20 || byte > 0x7e {
            isText = false
          }
        }
        guard !isText, value != bound[field] else { continue }
        report(.brandMalformed, field, value: value, bound: bound[field], body)
      }
    }
  }

  private func hasBoundsBrand() -> Bool {
    for leaf in UInt32(0x8000_0002)...0x8000_0004 {
      if candidate[leaf: leaf] != bound[leaf: leaf] { return false }
    }
    return true
  }

  /// A register that says its bytes are to be ignored must hold none, and descriptor 0xff sends the
  /// reader to leaf 4. SDM vol. 2A CPUID, leaf 02H.
  private func checkDescriptors(_ body: (Violation) -> Void) {
    guard candidate[.maxBasicLeaf] >= 2, !candidate[leaf: 2].isZero else { return }
    let values = candidate[leaf: 2]
    let held = bound[leaf: 2]
    guard values != held else { return }
    let lacksList = candidate.lacksCacheList
    var descriptors = FieldRows(leaf: 2)
    while let field = descriptors.next() {
      if field == .cacheDescriptorQueryCount { continue }
      let register = values[field.register]
      let isIgnored = register >> 31 != 0 && register != held[field.register]
      let value = candidate[field]
      let isFlag = field.lowBit == 31
      let isPointer = !isFlag && value == DomainRules.cachesInList && register >> 31 == 0
      let pointsNowhere = isPointer && lacksList
      if isFlag && isIgnored && register << 1 != 0 || pointsNowhere {
        report(.cacheDescriptors, field, value: value, bound: bound[field], body)
      }
    }
  }

  /// Types 1 to 3, a level, and one set where the cache is fully associative.
  /// SDM vol. 2A CPUID, leaf 04H; APM vol. 3 E.4.15.
  private func checkCacheList(_ leaf: UInt32, _ body: (Violation) -> Void) {
    guard candidate.isWithinLimits(leaf: leaf), let block = LeafLayout.block(leaf) else { return }
    let isIntel = leaf == 4
    for index in 0..<candidate.listCount(leaf, block) {
      let value = candidate[slot: block.base &+ index]
      let held = bound[slot: block.base &+ index]
      guard value != held else { continue }
      // What a field shares with the bound is the CPU's own oddity.
      let changed = value.eax ^ held.eax
      let subleaf = UInt32(truncatingIfNeeded: index)
      if value.eax & Field.cacheType.mask > 3, changed & Field.cacheType.mask != 0 {
        report(
          .cacheList, isIntel ? .cacheType : .amdCacheType, subleaf: subleaf,
          value: value.eax & Field.cacheType.mask, bound: 3, body)
      }
      if value.eax & Field.cacheLevel.mask == 0, changed & Field.cacheLevel.mask != 0 {
        report(
          .cacheList, isIntel ? .cacheLevel : .amdCacheLevel, subleaf: subleaf, value: 0, bound: 1,
          body)
      }
      if value.eax & Field.cacheFullyAssociative.mask != 0 && value.ecx != 0,
        changed & Field.cacheFullyAssociative.mask != 0 || value.ecx != held.ecx
      {
        report(
          .cacheList, isIntel ? .cacheSets : .amdCacheSets, subleaf: subleaf, value: value.ecx,
          bound: 0, body)
      }
    }
  }

  /// AMD's cache registers: associativity has codes, and a cache has a size and a line.
  /// APM vol. 3 E.4.4 and E.4.5.
  private func checkCacheCodes(_ body: (Violation) -> Void) {
    guard vendor.isAMDLike else { return }
    if candidate.extendedLeafCount >= 5, candidate[leaf: 0x8000_0005] != bound[leaf: 0x8000_0005] {
      checkFirstLevel(.l1DataAssociativity, size: .l1DataSize, line: .l1DataLineSize, body)
      checkFirstLevel(
        .l1InstructionAssociativity, size: .l1InstructionSize, line: .l1InstructionLineSize,
        body)
    }
    if candidate.extendedLeafCount >= 6, candidate[leaf: 0x8000_0006] != bound[leaf: 0x8000_0006] {
      checkLevel(.l2Associativity, size: .l2Size, line: .l2LineSize, body)
      checkLevel(.l3Associativity, size: .l3Size, line: .l3LineSize, body)
    }
  }

  /// Never inlined: many ask it of many fields.
  @inline(never)
  private func isBounds(_ field: Field) -> Bool { candidate[field] == bound[field] }

  private func isBounds(_ first: Field, _ second: Field, _ third: Field) -> Bool {
    isBounds(first) && isBounds(second) && isBounds(third)
  }

  private func checkFirstLevel(
    _ ways: Field, size: Field, line: Field, _ body: (Violation) -> Void
  ) {
    guard !isBounds(ways, size, line) else { return }
    if candidate[position: Int(ways.position)] == 0 { return }
    requireValue(ways, body)
    requireValue(size, body)
    requireValue(line, body)
  }

  private func checkLevel(_ code: Field, size: Field, line: Field, _ body: (Violation) -> Void) {
    guard !isBounds(code, size, line) else { return }
    switch candidate[code] {
    case 0:
      // A cache that is off has no size.
      if candidate[size] != 0 { requireValue(code, body) }
    case 7: report(.cacheCodes, code, value: 7, bound: bound[code], body)
    case 9 where candidate.extendedLeafCount < 0x1d || candidate.subleafCount(0x8000_001d) == 0:
      report(.cacheCodes, code, value: 9, bound: bound[code], body)
    default:
      // The third level's size is a lower bound in units so large that a small cache has zero.
      if size == .l2Size { requireValue(size, body) }
      requireValue(line, body)
    }
  }

  @inline(never)
  private func requireValue(_ field: Field, _ body: (Violation) -> Void) {
    guard candidate[field] == 0 else { return }
    report(.cacheCodes, field, value: 0, bound: bound[field], body)
  }

  /// 0 for the hypervisor's own choice, else at least two leaves of the range.
  private func checkHypervisorLimit(_ field: Field, highest: UInt32, _ body: (Violation) -> Void) {
    let value = candidate[field]
    guard value != 0, value != bound[field] else { return }
    let low = value & 0xff
    let base = value & ~0xff
    let isRange = base == 0 || base == field.leaf & ~0xff
    guard isRange, low >= 2, low <= highest else {
      report(.hypervisorLimit, field, value: value, bound: field.leaf | highest, body)
      return
    }
  }
}
