/// How strictly records are read.
public enum WireStrictness: UInt8, Sendable {
  /// As Xen reads them: any order, and of two records for one place the later counts.
  case lenient
  /// Places must ascend, each at most once.
  case strict
}

extension CPUPolicy {
  /// Merges leaf records into the policy: what the records leave out stays as it is.
  ///
  /// Work on a copy: when this throws, some records have been merged.
  /// - Throws: `tooMany` before anything is read, else the first offending record's place.
  public mutating func readLeaves(
    _ records: Span<WireLeaf>, served: ServedABI = .xen, strictness: WireStrictness = .lenient
  ) throws(WireError) {
    guard records.count <= served.maxLeaves else { throw WireError(.tooMany) }
    let merged = merge(records, served)
    if strictness == .strict { try WireOrder.check(records, upTo: merged) }
    guard merged == records.count else {
      throw WireError(
        .outOfRange, leaf: records[merged].leaf, subleaf: records[merged].subleaf)
    }
  }

  /// Merges records up to the first for which there is no place, and returns its index.
  private mutating func merge(_ records: Span<WireLeaf>, _ served: ServedABI) -> Int {
    var values = registers.mutableSpan
    var unknown = unknownSlots.mutableSpan
    for index in records.indices {
      let record = records[index]
      let place = LeafPlace(record.leaf, record.subleaf)
      guard served.carries(place) else { return index }
      let subleaf = place.isPlain ? 0 : Int(place.subleaf)
      guard let block = LeafLayout.block(place.leaf), subleaf < block.count else {
        // A reserved place has no storage; zero is all it can be.
        guard record.registers.isZero else { return index }
        continue
      }
      let slot = block.base &+ subleaf
      let base = slot &* 4
      // Of the hypervisor's leaves a record carries the limit alone, in eight bits.
      if place.leaf >> 28 == 4 {
        values[base] = record.eax & 0xff
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

  /// Merges MSR records into the policy. Flags are checked before the index.
  public mutating func readMSRs(
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
      self[msr: msr] = record.value
    }
  }
}

/// The order of records that strict reading demands.
private enum WireOrder {
  /// Throws for the first record before `end` that does not ascend.
  static func check(_ records: Span<WireLeaf>, upTo end: Int) throws(WireError) {
    var index = 1
    while index < end {
      let previous = LeafPlace(records[index &- 1].leaf, records[index &- 1].subleaf)
      let place = LeafPlace(records[index].leaf, records[index].subleaf)
      guard previous < place else {
        throw WireError(
          previous == place ? .duplicate : .unsorted, leaf: place.leaf, subleaf: place.subleaf)
      }
      index &+= 1
    }
  }
}
