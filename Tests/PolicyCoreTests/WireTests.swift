// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import TestSupport
import Testing

/// Records as Xen writes and reads them. `docs/semantics/wire.md`.
@Suite struct WireTests {
  static func policy(_ change: (inout CPUPolicy) -> Void) -> CPUPolicy {
    var policy = CPUPolicy()
    change(&policy)
    return policy
  }

  /// A type for the first subleaves of the cache list.
  private static func caches(_ policy: inout CPUPolicy, _ count: UInt32) {
    for index in 0..<count { policy[leaf: 4, subleaf: index].eax = 1 }
  }

  private static func levels(_ policy: inout CPUPolicy, _ count: UInt32) {
    for index in 0..<count { policy[leaf: 0xb, subleaf: index].ecx = 0x100 }
  }

  struct Vector: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var count: Int
    var policy: CPUPolicy

    init(_ name: String, _ count: Int, _ change: (inout CPUPolicy) -> Void) {
      testDescription = name
      self.count = count
      policy = WireTests.policy(change)
    }
  }

  static let vectors = [
    Vector("empty", 4) { _ in },
    Vector("max leaf 4", 8) { $0[.maxBasicLeaf] = 4 },
    Vector("one cache", 9) {
      $0[.maxBasicLeaf] = 4
      caches(&$0, 1)
    },
    Vector("max leaf 7", 11) { $0[.maxBasicLeaf] = 7 },
    Vector("max subleaf 1", 12) {
      $0[.maxBasicLeaf] = 7
      $0[.maxLeaf7Subleaf] = 1
    },
    Vector("max leaf 0xb", 15) { $0[.maxBasicLeaf] = 0xb },
    Vector("one level", 16) {
      $0[.maxBasicLeaf] = 0xb
      levels(&$0, 1)
    },
    Vector("max leaf 0xd", 18) { $0[.maxBasicLeaf] = 0xd },
    Vector("AVX state", 19) {
      $0[.maxBasicLeaf] = 0xd
      $0[leaf: 0xd].eax = 7
    },
    Vector("typical", 40) {
      $0[.maxBasicLeaf] = 0xd
      $0[.maxLeaf7Subleaf] = 2
      caches(&$0, 3)
      levels(&$0, 2)
      $0[leaf: 0xd].eax = 0x207
      $0[.maxExtendedLeaf] = 0x8000_0008
    },
    Vector("everything", 120) {
      $0[.maxBasicLeaf] = 0x20
      $0[.maxLeaf7Subleaf] = 9
      caches(&$0, 6)
      levels(&$0, 2)
      $0[leaf: 0xd] = LeafRegisters(eax: 7, edx: 0xc000_0000)
      $0[.maxExtendedLeaf] = 0x8000_ffff
    },
    Vector("high limits", 51) {
      $0[.maxBasicLeaf] = 0x10
      $0[leaf: 0xd].eax = 3
      $0[.maxExtendedLeaf] = 0x8000_0021
    },
    Vector("supervisor state", 28) {
      $0[.maxBasicLeaf] = 0xd
      $0[leaf: 0xd, subleaf: 1].ecx = 1 << 11
    },
  ]

  @Test(arguments: vectors) func counts(_ vector: Vector) throws {
    var policy = vector.policy
    let records = try Wire.leaves(&policy, room: vector.count)
    #expect(records.count == vector.count)
    for (first, second) in zip(records, records.dropFirst()) {
      #expect(LeafPlace(first.leaf, first.subleaf) < LeafPlace(second.leaf, second.subleaf))
    }
    // One record less: what fits has been written.
    var short = [WireLeaf](repeating: WireLeaf(), count: vector.count - 1)
    #expect(throws: WireError(.bufferTooSmall)) {
      var span = short.mutableSpan
      _ = try policy.writeLeaves(to: &span)
    }
    #expect(short == Array(records.dropLast()))
  }

  @Test func msrs() throws {
    var policy = CPUPolicy()
    policy[msr: .platformInfo] = 0x8000_0000
    policy[msr: .archCapabilities] = 0x1_0000_0001
    let records = try Wire.msrs(&policy)
    #expect(records.map(\.index) == [0xce, 0x10a])
    #expect(records.map(\.value) == [0x8000_0000, 0x1_0000_0001])
    #expect(throws: WireError(.bufferTooSmall)) {
      var records = [WireMSR()]
      var span = records.mutableSpan
      _ = try policy.writeMSRs(to: &span)
    }
    var none = CPUPolicy()
    #expect(try Wire.msrs(&none).map(\.value) == [0, 0])
    for (value, error) in [(0xffff_ffff, nil), (1 << 32, WireError(.overflow, msr: 0xce))]
      as [(UInt64, WireError?)]
    {
      let record = [WireMSR(index: 0xce, value: value)]
      var found: WireError?
      do { try none.readMSRs(record.span) } catch { found = error }
      #expect(found == error)
    }
    #expect(ServedABI.xen.maxLeaves == 120 && ServedABI.xen.maxMSRs == 2)
  }

  static let foreign: [(UInt32, UInt32)] = [
    (0, 0), (0x4000_0000, 0), (0x4000_0100, 0), (0x8000_0000, 0), (0xe, 0), (4, 6), (7, 3),
    (0xb, 2), (0xd, 63), (0x8000_0022, 0), (4, 0xffff_ffff), (0x4000_0001, 0xffff_ffff),
    (0x1f, 0xffff_ffff), (0xe, 0xffff_ffff),
  ]

  @Test(arguments: foreign) func outOfRange(_ leaf: UInt32, _ subleaf: UInt32) {
    var policy = CPUPolicy()
    let before = policy
    let error = WireError(.outOfRange, leaf: leaf, subleaf: subleaf)
    #expect(throws: error) {
      try Wire.read([WireLeaf(LeafPlace(leaf, subleaf), LeafRegisters(eax: 0xc2))], into: &policy)
    }
    #expect(policy == before && error.errno == 34)
  }

  @Test func msrErrors() {
    var policy = CPUPolicy()
    let cases: [(WireMSR, WireError, Int32)] = [
      (WireMSR(index: 0xdead_c0de), WireError(.outOfRange, msr: 0xdead_c0de), 34),
      (WireMSR(index: 0xce, flags: 1), WireError(.invalidFlags, msr: 0xce), 22),
      (WireMSR(index: 0xce, value: .max), WireError(.overflow, msr: 0xce), 75),
      (WireMSR(index: 0xdead, flags: 1), WireError(.invalidFlags, msr: 0xdead), 22),
    ]
    for (record, error, number) in cases {
      #expect(throws: error) { try Wire.read([record], into: &policy) }
      #expect(error.errno == number)
    }
    #expect(throws: WireError(.tooMany)) {
      try Wire.read([WireMSR](repeating: WireMSR(index: 0xce), count: 3), into: &policy)
    }
  }

  @Test func lenientReading() throws {
    let one = { (value: UInt32) in WireLeaf(LeafPlace(1), LeafRegisters(eax: value)) }
    var policy = CPUPolicy()
    try Wire.read([one(0x111), one(0x222)], into: &policy)
    #expect(policy[leaf: 1].eax == 0x222)
    // What came before the offending record has been merged.
    let foreign = WireLeaf(LeafPlace(0xe), LeafRegisters())
    #expect(throws: WireError(.outOfRange, leaf: 0xe)) {
      try Wire.read([one(0x333), foreign, one(0x444)], into: &policy)
    }
    #expect(policy[leaf: 1].eax == 0x333)
    try Wire.read([WireLeaf(LeafPlace(0x4000_0000), LeafRegisters(eax: 0x1ff))], into: &policy)
    #expect(policy[leaf: 0x4000_0000].eax == 255)
    #expect(throws: WireError(.tooMany)) {
      try Wire.read([WireLeaf](repeating: one(1), count: 121), into: &policy)
    }
    try Wire.read([WireLeaf](repeating: one(1), count: 120), into: &policy)
    try Wire.read([WireLeaf](), into: &policy)
  }

  @Test func strictReading() throws {
    let record = { (leaf: UInt32) in WireLeaf(LeafPlace(leaf), LeafRegisters()) }
    var policy = CPUPolicy()
    try Wire.read([record(0), record(1)], into: &policy, strictness: .strict)
    #expect(throws: WireError(.duplicate, leaf: 1)) {
      try Wire.read([record(1), record(1)], into: &policy, strictness: .strict)
    }
    #expect(throws: WireError(.unsorted, leaf: 0)) {
      try Wire.read([record(1), record(0)], into: &policy, strictness: .strict)
    }
    let msr = { (index: UInt32) in WireMSR(index: index) }
    #expect(throws: WireError(.duplicate, msr: 0xce)) {
      try Wire.read([msr(0xce), msr(0xce)], into: &policy, strictness: .strict)
    }
    #expect(throws: WireError(.unsorted, msr: 0xce)) {
      try Wire.read([msr(0x10a), msr(0xce)], into: &policy, strictness: .strict)
    }
  }

  /// Of the hypervisor's leaves a policy keeps one byte: strict reading refuses the others, each alone.
  @Test(arguments: [0x4000_0000, 0x4000_0100] as [UInt32])
  func strictReadingDropsNothing(_ leaf: UInt32) throws {
    var policy = CPUPolicy()
    let place = LeafPlace(leaf)
    var dropped: [LeafRegisters] = []
    for bit in UInt32(0)..<32 {
      if bit >= 8 { dropped.append(LeafRegisters(eax: 1 << bit | 5)) }
      dropped.append(LeafRegisters(eax: 5, ebx: 1 << bit))
      dropped.append(LeafRegisters(eax: 5, ecx: 1 << bit))
      dropped.append(LeafRegisters(eax: 5, edx: 1 << bit))
    }
    for registers in dropped {
      let records = [WireLeaf(LeafPlace(0), LeafRegisters()), WireLeaf(place, registers)]
      let error = WireError(.dropped, leaf: leaf)
      #expect(throws: error) { try Wire.read(records, into: &policy, strictness: .strict) }
      #expect(throws: error) { try CPUPolicy.checkLeaves(records.span, strictness: .strict) }
      #expect(error.errno == 22)
      try Wire.read(records, into: &policy)
      #expect(policy[leaf: leaf] == LeafRegisters(eax: 5), "lenient reading keeps the limit")
    }
    let kept = [WireLeaf(place, LeafRegisters(eax: 0xff))]
    try Wire.read(kept, into: &policy, strictness: .strict)
    #expect(try Wire.leaves(&policy, room: 120).contains(kept[0]))
  }

  /// Checking says what reading would say, whatever the records are.
  @Test func checkingIsReading() {
    var generator = SeededGenerator.fresh("wire check")
    let leaves: [UInt32] = [0, 1, 4, 7, 0xd, 0xe, 0x4000_0000, 0x8000_0000, 0x8000_0009]
    var refusals = 0
    for _ in 0..<2000 {
      var records: [WireLeaf] = []
      for _ in 0..<Int.random(in: 0...5, using: &generator) {
        let subleaf: UInt32 = Bool.random(using: &generator) ? LeafPlace.noSubleaf : 0
        let place = LeafPlace(leaves.randomElement(using: &generator) ?? 0, subleaf)
        let value = UInt32.random(in: 0...1, using: &generator) << 8
        records.append(WireLeaf(place, LeafRegisters(eax: value)))
      }
      if Bool.random(using: &generator) {
        records.sort { LeafPlace($0.leaf, $0.subleaf) < LeafPlace($1.leaf, $1.subleaf) }
      }
      for strictness in [WireStrictness.lenient, .strict] {
        var policy = CPUPolicy()
        var read: WireError?
        var checked: WireError?
        do { try Wire.read(records, into: &policy, strictness: strictness) } catch { read = error }
        do { try CPUPolicy.checkLeaves(records.span, strictness: strictness) } catch {
          checked = error
        }
        #expect(read == checked, "\(records)")
        if read != nil { refusals += 1 }
      }
    }
    #expect(refusals > 500 && refusals < 4000)
  }

  /// For any canonical policy within the extents, write then read gives the same policy.
  @Test func roundTrip() throws {
    var generator = SeededGenerator.fresh("wire round trip")
    for _ in 0..<300 {
      var policy = RandomPolicy.wire(using: &generator)
      policy[msr: .platformInfo] = UInt64(UInt32.random(in: 0...UInt32.max, using: &generator))
      policy[msr: .archCapabilities] = UInt64.random(in: 0...UInt64.max, using: &generator)
      let records = try Wire.leaves(&policy, room: ServedABI.xen.maxLeaves)
      let msrs = try Wire.msrs(&policy)
      #expect(records.count <= 120 && msrs.count <= 2)
      var back = CPUPolicy()
      try Wire.read(records, into: &back, strictness: .strict)
      try Wire.read(msrs, into: &back, strictness: .strict)
      #expect(back == policy)
    }
  }
}

/// Arrays around the core's spans.
enum Wire {
  static func leaves(_ policy: inout CPUPolicy, room: Int) throws(WireError) -> [WireLeaf] {
    var records = [WireLeaf](repeating: WireLeaf(), count: room)
    var span = records.mutableSpan
    let count = try policy.writeLeaves(to: &span)
    return Array(records.prefix(count))
  }

  static func msrs(_ policy: inout CPUPolicy) throws(WireError) -> [WireMSR] {
    var records = [WireMSR](repeating: WireMSR(), count: 2)
    var span = records.mutableSpan
    let count = try policy.writeMSRs(to: &span)
    return Array(records.prefix(count))
  }

  static func read(
    _ records: [WireLeaf], into policy: inout CPUPolicy, strictness: WireStrictness = .lenient
  ) throws(WireError) {
    try policy.readLeaves(records.span, strictness: strictness)
  }

  static func read(
    _ records: [WireMSR], into policy: inout CPUPolicy, strictness: WireStrictness = .lenient
  ) throws(WireError) {
    try policy.readMSRs(records.span, strictness: strictness)
  }
}

/// Policies without any meaning.
enum RandomPolicy {
  /// Random data within Xen's extents, in canonical form.
  static func wire(using generator: inout SeededGenerator) -> CPUPolicy {
    var policy = CPUPolicy()
    let extents = ServedABI.xen
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard extents.carries(place) else { continue }
      func word() -> UInt32 { UInt32.random(in: 0...UInt32.max, using: &generator) }
      policy[slot: slot] = LeafRegisters(eax: word(), ebx: word(), ecx: word(), edx: word())
      if place.leaf >> 28 == 4 { policy[slot: slot] = LeafRegisters(eax: word() & 0xff) }
    }
    policy[.maxBasicLeaf] = UInt32.random(in: 0...0x11, using: &generator)
    policy[.maxLeaf7Subleaf] = UInt32.random(in: 0...2, using: &generator)
    policy[.maxExtendedLeaf] = 0x8000_0000 + UInt32.random(in: 0...0x21, using: &generator)
    policy[leaf: 0xd].edx &= 0x7fff_ffff
    policy[leaf: 0xd, subleaf: 1].edx &= 0x7fff_ffff
    if UInt32.random(in: 0..<4, using: &generator) == 0 {
      policy[leaf: 0xd] = LeafRegisters()
      policy[leaf: 0xd, subleaf: 1] = LeafRegisters()
    }
    let types = Int.random(in: 0...6, using: &generator)
    for index in 0..<6 where index >= types { policy[leaf: 4, subleaf: UInt32(index)].eax = 0 }
    policy.clearStaleLeaves()
    return policy
  }
}
