// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// Fields that are the toolstack's choice and must make sense in themselves. What the bound itself
/// shows is always acceptable.
extension TableJudge {
  func shapes(_ candidate: JudgedPolicy) -> [Finding] {
    signature(candidate) + brand(candidate) + descriptors(candidate)
      + cacheList(candidate, 4, prefix: "cache")
      + cacheList(candidate, 0x8000_001d, prefix: "amdCache") + cacheCodes(candidate)
      + hypervisorLimit(candidate, "maxHypervisorLeaf", 0x4000_0000, 6)
      + hypervisorLimit(candidate, "maxSecondHypervisorLeaf", 0x4000_0100, 5)
  }

  /// An extended family counts behind base family 15 alone, an extended model from family 6 on.
  private func signature(_ candidate: JudgedPolicy) -> [Finding] {
    guard candidate.basicLimit >= 1, candidate[1, nil, 0] != bound[1, nil, 0] else { return [] }
    let family = candidate[place("baseFamily")]
    var found: [Finding] = []
    if family != 15 && candidate[place("extendedFamily")] != 0 {
      found.append(finding(161, "extendedFamily"))
    }
    if family < 6 && candidate[place("extendedModel")] != 0 {
      found.append(finding(161, "extendedModel"))
    }
    return found
  }

  /// Printable text, then NUL to the end.
  private func brand(_ candidate: JudgedPolicy) -> [Finding] {
    guard candidate.extendedLimit >= 4 else { return [] }
    var found: [Finding] = []
    var hasEnded = false
    for part in 1...12 {
      let name = "brandStringPart\(part)"
      let word = candidate[place(name)]
      var isText = true
      for shift: UInt32 in [0, 8, 16, 24] {
        let byte = word >> shift & 0xff
        if byte != 0 && (hasEnded || !(0x20...0x7e).contains(byte)) { isText = false }
        if byte == 0 { hasEnded = true }
      }
      if !isText && word != bound[place(name)] { found.append(finding(162, name)) }
    }
    let isBounds = (0x8000_0002...0x8000_0004).allSatisfy { leaf in
      (0..<4).allSatisfy { candidate[leaf, nil, $0] == bound[leaf, nil, $0] }
    }
    return isBounds ? [] : found
  }

  /// A register of leaf 2 that says its bytes are to be ignored holds none; descriptor 0xff sends the
  /// reader to leaf 4, which then has a list.
  private func descriptors(_ candidate: JudgedPolicy) -> [Finding] {
    guard candidate.basicLimit >= 2 else { return [] }
    let words = (0..<4).map { candidate[2, nil, $0] }
    let held = (0..<4).map { bound[2, nil, $0] }
    if words == held { return [] }
    let hasList = candidate.basicLimit >= 4 && candidate.subleafCount(4) > 0
    var found: [Finding] = []
    for field in places.fieldsOfLeaf[2] ?? []
    where field.name != "cacheDescriptorQueryCount" {
      let word = words[field.register]
      let isIgnored = word >> 31 != 0
      if field.bits == 31...31 {
        if isIgnored && word & 0x7fff_ffff != 0 && word != held[field.register] {
          found.append(finding(163, field.name))
        }
      } else if !isIgnored && !hasList && word >> field.shift & field.limit == 0xff {
        found.append(finding(163, field.name))
      }
    }
    return found
  }

  private func cacheList(
    _ candidate: JudgedPolicy, _ leaf: UInt32, prefix: String
  ) -> [Finding] {
    guard candidate.shows(leaf: leaf) else { return [] }
    var found: [Finding] = []
    for index in 0..<candidate.subleafCount(leaf) {
      let subleaf = UInt32(index)
      func value(_ name: String) -> UInt32 { candidate[place(prefix + name, subleaf: subleaf)] }
      // An oddity that the CPU itself has is no fault of the candidate.
      func isOwn(_ name: String) -> Bool {
        value(name) != bound[place(prefix + name, subleaf: subleaf)]
      }
      if value("Type") > 3, isOwn("Type") {
        found.append(finding(164, prefix + "Type", subleaf: subleaf))
      }
      if value("Level") == 0, isOwn("Level") {
        found.append(finding(164, prefix + "Level", subleaf: subleaf))
      }
      if value("FullyAssociative") != 0 && value("Sets") != 0,
        isOwn("FullyAssociative") || isOwn("Sets")
      {
        found.append(finding(164, prefix + "Sets", subleaf: subleaf))
      }
    }
    return found
  }

  /// AMD's registers: the first level has ways, a size and a line; the others a code.
  private func cacheCodes(_ candidate: JudgedPolicy) -> [Finding] {
    guard isAMD else { return [] }
    var found: [Finding] = []
    func isBounds(_ cache: String) -> Bool {
      ["Associativity", "Size", "LineSize"].allSatisfy { part in
        candidate[place(cache + part)] == bound[place(cache + part)]
      }
    }
    func require(_ name: String) {
      if candidate[place(name)] == 0 { found.append(finding(165, name)) }
    }
    if candidate.extendedLimit >= 5 {
      for (register, cache) in [(2, "l1Data"), (3, "l1Instruction")]
      where !isBounds(cache) && candidate[0x8000_0005, nil, register] != 0 {
        for part in ["Associativity", "Size", "LineSize"] { require(cache + part) }
      }
    }
    if candidate.extendedLimit >= 6 {
      for cache in ["l2", "l3"] where !isBounds(cache) {
        let hasList = candidate.extendedLimit >= 0x1d && candidate.subleafCount(0x8000_001d) > 0
        switch candidate[place(cache + "Associativity")] {
        // A cache that is off has no size.
        case 0 where candidate[place(cache + "Size")] == 0: break
        // 7 is no code, and 9 sends the reader to the list.
        case 0, 7: found.append(finding(165, cache + "Associativity"))
        case 9 where !hasList: found.append(finding(165, cache + "Associativity"))
        default:
          // The third level's size is a lower bound in large units.
          if cache == "l2" { require("l2Size") }
          require(cache + "LineSize")
        }
      }
    }
    return found
  }

  /// 0 for the hypervisor's own choice, else at least two leaves of the range.
  private func hypervisorLimit(
    _ candidate: JudgedPolicy, _ name: String, _ base: UInt32, _ highest: UInt32
  ) -> [Finding] {
    let value = candidate[place(name)]
    if value == 0 || value == bound[place(name)] { return [] }
    let isRange = [0, base].contains(value & 0xffff_ff00)
    return isRange && (2...highest).contains(value & 0xff) ? [] : [finding(166, name)]
  }
}
