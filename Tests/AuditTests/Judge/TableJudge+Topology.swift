// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import TestSupport

/// The fields of a chosen topology, worked out anew from its numbers: `docs/semantics/topology.md`.
extension TableJudge {
  func topology(_ candidate: JudgedPolicy) -> [Finding] {
    guard let shape = context.topology.map(JudgedShape.init) else { return [] }
    if let unfit = unfit(shape, candidate) { return [unfit] }
    var found: [Finding] = []
    let wanted = solved(shape, candidate)
    found += unknown(candidate, wanted)
    for (name, limit) in [("maxBasicLeaf", 0), ("maxExtendedLeaf", 0x8000_0000)] {
      let slot = places.slot(UInt32(limit)) ?? 0
      if candidate.registers[slot * 4] < wanted.registers[slot * 4] {
        found.append(finding(1007, name))
      }
    }
    for (name, code) in [("HTT", UInt16(1004)), ("CMP_LEGACY", 1003)]
    where candidate.has(name) != wanted.has(name) {
      found.append(finding(code, feature: places.feature(name)))
    }
    for row in rows.joined() where row.audit == .topology && !places.rules[row.row].isDynamic {
      let slot = row.place.position / 4
      let leaf = places.slots[slot].leaf
      guard candidate.shows(leaf: leaf) || wanted.shows(leaf: leaf), candidate.isKnown[slot],
        candidate[row.place] != wanted[row.place]
      else { continue }
      // What the row refuses whatever the topology is reported there.
      if candidate[row.place] != 0 && row.permitted == 0 { continue }
      let field = abi.fields[row.row]
      found.append(
        finding(Self.rule(leaf), slot, field.register, field.bits, row: field.name))
    }
    return found
  }

  /// Registers of the topology of which the candidate says nothing; those in which the bound holds
  /// something are found there.
  private func unknown(_ candidate: JudgedPolicy, _ wanted: JudgedPolicy) -> [Finding] {
    var found: [Finding] = []
    let shown = wanted.shownSlots
    let topology = rows.joined().filter { $0.audit == .topology }
    let leaves = Set(topology.map { places.slots[$0.place.position / 4].leaf })
    for slot in places.slots.indices
    where !candidate.isKnown[slot] && leaves.contains(places.slots[slot].leaf)
      && wanted.shows(leaf: places.slots[slot].leaf)
    {
      for register in 0..<4 {
        let position = slot * 4 + register
        // Behind the end of a list nothing is to stand.
        let value = shown[slot] ? wanted.registers[position] : 0
        if value == candidate.registers[position] { continue }
        if bound.isKnown[slot] && bound.registers[position] != 0 { continue }
        found.append(finding(192, slot, register, 0...31))
      }
    }
    return found
  }

  /// The rule behind a field.
  private static func rule(_ leaf: UInt32) -> UInt16 {
    switch leaf {
    case 1: 1003
    case 4, 0x18, 0x8000_001d: 1009
    case 0xb, 0x8000_0026: 1006
    case 0x1f: 1008
    case 0x8000_0008: 1010
    default: 1011
    }
  }

  /// Why the candidate cannot express the shape; nil where it can.
  private func unfit(_ shape: JudgedShape, _ candidate: JudgedPolicy) -> Finding? {
    if shape.highestID > 254 && !candidate.has("X2APIC") {
      return finding(1001, feature: places.feature("X2APIC"))
    }
    if isOfAMD(candidate) {
      let fields = [
        ("apicIdCoreIdSize", shape.packageWidth), ("threadsPerCoreMinusOne", shape.threads - 1),
        ("coreId", shape.cores * shape.dies - 1), ("nodesPerPackageMinusOne", shape.dies - 1),
        ("nodeId", shape.sockets * shape.dies - 1),
      ]
      for (name, value) in fields where value > Int(places.field(name).limit) {
        return finding(1010, name)
      }
    }
    if basicLimit(shape, candidate) == nil { return finding(1008, "maxBasicLeaf") }
    if extendedLimit(shape, candidate) == nil { return finding(1008, "maxExtendedLeaf") }
    return nil
  }

  /// Copies and topology go by the candidate's own vendor string.
  private func isOfAMD(_ candidate: JudgedPolicy) -> Bool {
    ["AuthenticAMD", "HygonGenuine"].contains(candidate.vendorString)
  }

  /// The highest basic leaf that the shape needs; nil where no such leaf is served.
  private func basicLimit(_ shape: JudgedShape, _ candidate: JudgedPolicy) -> UInt32? {
    let needsLevels = candidate.has("X2APIC") || shape.isSaturated
    let limit = max(candidate.basicLimit, needsLevels ? 0xb : 0)
    guard shape.dies > 1, !isOfAMD(candidate), limit < 0x1f else { return limit }
    return context.topologyLeaves.maxBasicLeaf >= 0x1f ? 0x1f : nil
  }

  private func extendedLimit(_ shape: JudgedShape, _ candidate: JudgedPolicy) -> UInt32? {
    let served = context.topologyLeaves.maxExtendedLeaf
    var limit = candidate[place("maxExtendedLeaf")]
    guard isOfAMD(candidate) else { return limit }
    let hasNodes = candidate.has("TOPOEXT")
    if hasNodes && limit < 0x8000_001e {
      guard served >= 0x8000_001e else { return nil }
      limit = 0x8000_001e
    }
    guard shape.dies > 1, limit < 0x8000_0026 else { return limit }
    return served >= 0x8000_0026 ? 0x8000_0026 : hasNodes ? limit : nil
  }

  /// The candidate with the shape's fields.
  private func solved(_ shape: JudgedShape, _ candidate: JudgedPolicy) -> JudgedPolicy {
    var wanted = candidate
    let basic = basicLimit(shape, candidate) ?? 0
    let extended = extendedLimit(shape, candidate) ?? 0
    if basic != candidate.basicLimit || extended != candidate[place("maxExtendedLeaf")] {
      // What stood beyond the old limits does not come to light under the new ones.
      for (slot, isShown) in candidate.shownSlots.enumerated()
      where !isShown && candidate.isKnown[slot] {
        for register in 0..<4 { wanted.registers[slot * 4 + register] = 0 }
      }
      wanted[place("maxBasicLeaf")] = basic
      wanted[place("maxExtendedLeaf")] = extended
    }
    let isAMD = isOfAMD(candidate)
    let hasThreads = isAMD ? shape.packageCount > 1 : shape.packageRoom > 1
    wanted.set("HTT", hasThreads)
    wanted.set("CMP_LEGACY", isAMD && hasThreads)
    wanted[place("logicalProcessorsPerPackage")] = UInt32(
      min(isAMD ? shape.packageCount : shape.packageRoom, 255))
    if wanted.extendedLimit >= 8 {
      wanted[place("threadCountMinusOne")] = isAMD ? UInt32(min(shape.packageCount - 1, 255)) : 0
      wanted[place("apicIdCoreIdSize")] = isAMD ? UInt32(shape.packageWidth) : 0
    }
    if basic >= 0xb {
      list(
        0xb, [(1, shape.threadWidth, shape.threads), (2, shape.packageWidth, shape.packageCount)],
        &wanted)
    }
    if isAMD { solveAMD(shape, &wanted) } else { solveIntel(shape, &wanted) }
    return wanted
  }

  private func solveIntel(_ shape: JudgedShape, _ wanted: inout JudgedPolicy) {
    if wanted.basicLimit >= 4 {
      share(4, "cache", &wanted) { $0 > 2 ? shape.dieRoom - 1 : shape.coreRoom - 1 }
      let cores = UInt32(min(shape.packageRoom / shape.coreRoom - 1, 63))
      for index in 0..<wanted.subleafCount(4) {
        wanted[place("cacheCoresPerPackage", subleaf: UInt32(index))] = cores
      }
    }
    guard wanted.basicLimit >= 0x1f else { return }
    let dieWidth = shape.threadWidth + shape.coreWidth
    list(
      0x1f,
      shape.dies == 1
        ? []
        : [
          (1, shape.threadWidth, shape.threads), (2, dieWidth, shape.dieCount),
          (5, shape.packageWidth, shape.packageCount),
        ], &wanted)
  }

  private func solveAMD(_ shape: JudgedShape, _ wanted: inout JudgedPolicy) {
    for (name, value) in [
      ("coreId", 0), ("threadsPerCoreMinusOne", shape.threads - 1), ("nodeId", 0),
      ("nodesPerPackageMinusOne", shape.dies - 1),
    ] where wanted.extendedLimit >= 0x1e || !wanted.has("TOPOEXT") {
      wanted[place(name)] = wanted.has("TOPOEXT") ? UInt32(value) : 0
    }
    if !wanted.has("TOPOEXT") {
      for slot in places.blocks[0x8000_001d] ?? 0..<0 {
        for register in 0..<4 { wanted.registers[slot * 4 + register] = 0 }
      }
    } else if wanted.extendedLimit >= 0x1d {
      share(0x8000_001d, "amdCache", &wanted) {
        if $0 <= 2 { return (1 << JudgedShape.width(shape.threads)) - 1 }
        return shape.hasGaps ? shape.dieRoom - 1 : shape.dieCount - 1
      }
    }
    guard wanted[place("maxExtendedLeaf")] >= 0x8000_0026 else { return }
    let dieWidth = shape.threadWidth + shape.coreWidth
    list(
      0x8000_0026,
      [
        (1, shape.threadWidth, shape.threads), (2, dieWidth, shape.dieCount),
        (3, dieWidth, shape.dieCount), (4, shape.packageWidth, shape.packageCount),
      ], &wanted)
  }

  /// Writes a list of levels (type, shift, count), and nothing behind it.
  private func list(
    _ leaf: UInt32, _ levels: [(Int, Int, Int)], _ wanted: inout JudgedPolicy
  ) {
    for (index, slot) in (places.blocks[leaf] ?? 0..<0).enumerated() {
      let level = index < levels.count ? levels[index] : (0, 0, 0)
      let number = index < levels.count ? index : 0
      let words = [level.1, min(level.2, 0xffff), level.0 << 8 | number, 0]
      for register in 0..<4 { wanted.registers[slot * 4 + register] = UInt32(words[register]) }
    }
  }

  /// Takes caches without a size from a list, and says who shares the others, by their level.
  private func share(
    _ leaf: UInt32, _ prefix: String, _ wanted: inout JudgedPolicy, _ sharing: (UInt32) -> Int
  ) {
    guard let block = places.blocks[leaf] else { return }
    let count = wanted.subleafCount(leaf)
    let words = block.prefix(count).map { Array(wanted.registers[$0 * 4..<$0 * 4 + 4]) }
    let caches = words.filter { ($0[1] != 0 || $0[2] != 0) && $0[2] != 0xffff_ffff }
    for (index, slot) in block.prefix(count).enumerated() {
      let cache = index < caches.count ? caches[index] : [0, 0, 0, 0]
      for register in 0..<4 { wanted.registers[slot * 4 + register] = cache[register] }
      guard index < caches.count else { continue }
      let level = wanted[place(prefix + "Level", subleaf: UInt32(index))]
      wanted[place(prefix + "ThreadsSharing", subleaf: UInt32(index))] = UInt32(
        min(sharing(level), 0xfff))
    }
  }
}

extension JudgedPolicy {
  /// Sets or clears a feature that stands in a leaf.
  fileprivate mutating func set(_ name: String, _ isSet: Bool) {
    let row = places.abi.features[places.feature(name)]
    guard case .leaf(let leaf, let subleaf, let register) = places.abi.words[row.word].place,
      let slot = places.slot(leaf, subleaf)
    else { return }
    let position = slot * 4 + register
    registers[position] &= ~(1 << UInt32(row.bit))
    if isSet { registers[position] |= 1 << UInt32(row.bit) }
  }
}

/// The numbers of a topology.
struct JudgedShape {
  var sockets: Int
  var dies: Int
  var cores: Int
  var threads: Int
  var vCPUs: Int
  var isLegacy: Bool

  init(_ topology: Topology) {
    sockets = Int(topology.sockets)
    dies = Int(topology.dies)
    cores = Int(topology.cores)
    threads = Int(topology.threads)
    vCPUs = Int(topology.vCPUs)
    isLegacy = topology.layout == .legacy
  }

  /// Bits that count to a number.
  static func width(_ number: Int) -> Int {
    (0..<63).first { number <= 1 << $0 } ?? 63
  }

  var threadWidth: Int { isLegacy ? 1 : Self.width(threads) }
  var coreWidth: Int { Self.width(cores) }
  var packageWidth: Int { threadWidth + coreWidth + Self.width(dies) }
  /// Ids set aside for a core, a die and a package.
  var coreRoom: Int { 1 << threadWidth }
  var dieRoom: Int { coreRoom << coreWidth }
  var packageRoom: Int { 1 << packageWidth }
  /// Processors of a die and of a package.
  var dieCount: Int { threads * cores }
  var packageCount: Int { dieCount * dies }
  /// Whether leaves 1 and 4 cannot tell the shape.
  var isSaturated: Bool { packageRoom > 256 || packageRoom / coreRoom > 64 }
  /// Whether ids leave gaps below the die.
  var hasGaps: Bool {
    threads != 1 << Self.width(threads) || 1 << Self.width(dieCount) != dieRoom
  }

  /// The highest id in use.
  var highestID: Int {
    let last = vCPUs - 1
    let core = last / threads
    let die = core / cores
    let socket = die / dies
    return socket << packageWidth | (die % dies) << (threadWidth + coreWidth)
      | (core % cores) << threadWidth | last % threads
  }
}
