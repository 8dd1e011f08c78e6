// SPDX-License-Identifier: Apache-2.0

/// How strictly records are read.
public enum WireStrictness: UInt8, Sendable {
  /// As Xen reads them: any order, and of two records for one place the later counts; of the
  /// hypervisor's leaves the limit alone is kept.
  case lenient
  /// Places must ascend, each at most once, and nothing is dropped: a record whose bits no policy
  /// keeps is refused.
  case strict
}

extension CPUPolicy {
  /// Merges leaf records into the policy: what the records leave out stays as it is.
  ///
  /// Work on a copy, or check the records first: when this throws, some records have been merged.
  /// - Throws: `tooMany` before anything is read, else the first offending record's place.
  public mutating func readLeaves(
    _ records: Span<WireLeaf>, served: ServedABI = .xen, strictness: WireStrictness = .lenient
  ) throws(WireError) {
    guard records.count <= served.maxLeaves else { throw WireError(.tooMany) }
    let merged = merge(records, served)
    if strictness == .strict { try WireReader.checkOrder(records, upTo: merged) }
    guard merged == records.count else { throw WireReader.outOfRange(records[merged]) }
  }

  /// Throws what reading the records would throw, and merges nothing.
  public static func checkLeaves(
    _ records: Span<WireLeaf>, served: ServedABI = .xen, strictness: WireStrictness = .lenient
  ) throws(WireError) {
    guard records.count <= served.maxLeaves else { throw WireError(.tooMany) }
    let end = WireReader.firstWithoutPlace(records, from: 0, served)
    if strictness == .strict { try WireReader.checkOrder(records, upTo: end) }
    guard end == records.count else { throw WireReader.outOfRange(records[end]) }
  }

  /// Merges the leaf records of a host's raw policy. Such a policy may have data in a leaf that no vendor
  /// defines and no policy holds (0xc on Broadwell, which guests see as zeros): those records are put
  /// beside it. A record that is refused anywhere leaves the policy as it was.
  ///
  /// - Parameters:
  ///   - records: the records of one policy.
  ///   - beside: takes the records that are put beside; as many as `records` are always enough.
  ///   - served: how much the records carry.
  /// - Returns: how many were put beside.
  /// - Throws: `tooMany`, `bufferTooSmall` for `beside`, else the first offending record's place.
  public mutating func readRawLeaves(
    _ records: Span<WireLeaf>, beside: inout MutableSpan<WireLeaf>, served: ServedABI = .xen
  ) throws(WireError) -> Int {
    guard records.count <= served.maxLeaves else { throw WireError(.tooMany) }
    var count = 0
    var index = WireReader.firstWithoutPlace(records, from: 0, served)
    while index < records.count {
      guard WireReader.isReserved(records[index], served) else {
        throw WireReader.outOfRange(records[index])
      }
      guard count < beside.count else { throw WireError(.bufferTooSmall) }
      beside[count] = records[index]
      count &+= 1
      index = WireReader.firstWithoutPlace(records, from: index &+ 1, served)
    }
    var next = 0
    while next < records.count {
      next &+= merge(records.extracting(next...), served) &+ 1
    }
    return count
  }

  /// Merges records up to the first for which there is no place, and returns its index.
  private mutating func merge(_ records: Span<WireLeaf>, _ served: ServedABI) -> Int {
    var values = registers.mutableSpan
    var unknown = unknownSlots.mutableSpan
    for index in records.indices {
      let record = records[index]
      guard let slot = WireReader.slot(record, served) else { return index }
      if slot < 0 { continue }
      let base = slot &* 4
      // Of the hypervisor's leaves a record carries the limit alone, in eight bits.
      if LeafRange(of: record.leaf) == .hypervisor {
        values[base] = record.eax & WireReader.limitMask
      } else {
        // The last index is checked, and with it the three below: a slot comes from the layout.
        values[base &+ 3] = record.edx
        values[unchecked: base] = record.eax
        values[unchecked: base &+ 1] = record.ebx
        values[unchecked: base &+ 2] = record.ecx
      }
      unknown[slot &>> 6] &= ~(1 &<< UInt64(slot & 63))
    }
    return records.count
  }

  /// Merges MSR records into the policy. On failure it is as it was.
  public mutating func readMSRs(
    _ records: Span<WireMSR>, served: ServedABI = .xen, strictness: WireStrictness = .lenient
  ) throws(WireError) {
    try CPUPolicy.checkMSRs(records, served: served, strictness: strictness)
    for index in records.indices {
      self[msr: MSRIndex(rawValue: records[index].index)] = records[index].value
    }
  }

  /// Throws what reading the records would throw, and merges nothing. Flags are checked before the
  /// index.
  public static func checkMSRs(
    _ records: Span<WireMSR>, served: ServedABI = .xen, strictness: WireStrictness = .lenient
  ) throws(WireError) {
    guard records.count <= served.maxMSRs else { throw WireError(.tooMany) }
    for index in records.indices {
      let record = records[index]
      guard record.flags == 0 else { throw WireError(.invalidFlags, msr: record.index) }
      let msr = MSRIndex(rawValue: record.index)
      guard msr == .platformInfo || msr == .archCapabilities else {
        throw WireError(.outOfRange, msr: record.index)
      }
      // PLATFORM_INFO is stored in 32 bits.
      guard msr != .platformInfo || record.value >> 32 == 0 else {
        throw WireError(.overflow, msr: record.index)
      }
      if strictness == .strict && index > 0 && records[index &- 1].index >= record.index {
        throw WireError(
          records[index &- 1].index == record.index ? .duplicate : .unsorted, msr: record.index)
      }
    }
  }
}

/// What merging and checking share.
private enum WireReader {
  /// What a record of the hypervisor's leaves carries: the limit, in EAX.
  static let limitMask: UInt32 = 0xff

  /// The slot for a record, or -1 for a reserved place, which has none; nil where no policy has the
  /// place, or a reserved one is not zero.
  @inline(__always)
  static func slot(_ record: WireLeaf, _ served: ServedABI) -> Int? {
    let place = LeafPlace(record.leaf, record.subleaf)
    guard served.carries(place) else { return nil }
    let subleaf = place.isPlain ? 0 : Int(place.subleaf)
    guard let block = LeafLayout.block(place.leaf), subleaf < block.count else {
      return record.registers.isZero ? -1 : nil
    }
    return block.base &+ subleaf
  }

  /// The first record from one on that no policy has a place for; the end where there is none.
  @inline(never)
  static func firstWithoutPlace(
    _ records: Span<WireLeaf>, from first: Int, _ served: ServedABI
  ) -> Int {
    var index = first
    while index < records.count, slot(records[index], served) != nil { index &+= 1 }
    return index
  }

  /// Whether the record is of a leaf that Xen has and no policy holds.
  static func isReserved(_ record: WireLeaf, _ served: ServedABI) -> Bool {
    served.carries(LeafPlace(record.leaf, record.subleaf)) && LeafLayout.block(record.leaf) == nil
  }

  static func outOfRange(_ record: WireLeaf) -> WireError {
    WireError(.outOfRange, leaf: record.leaf, subleaf: record.subleaf)
  }

  /// What strict reading demands besides: throws for the first record before `end` that does not
  /// ascend or of which bits would be dropped.
  static func checkOrder(_ records: Span<WireLeaf>, upTo end: Int) throws(WireError) {
    var previous: LeafPlace?
    for index in 0..<end {
      let record = records[index]
      let place = LeafPlace(record.leaf, record.subleaf)
      if let previous, previous >= place {
        throw WireError(
          previous == place ? .duplicate : .unsorted, leaf: place.leaf, subleaf: place.subleaf)
      }
      let isLimit = LeafRange(of: place.leaf) == .hypervisor
      if isLimit, record.eax & ~limitMask | record.ebx | record.ecx | record.edx != 0 {
        throw WireError(.dropped, leaf: place.leaf, subleaf: place.subleaf)
      }
      previous = place
    }
  }
}
