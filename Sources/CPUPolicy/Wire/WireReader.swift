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
  /// Work on a copy: records before an offending one have been merged when this throws.
  /// - Throws: `tooMany` before anything is read, else the first offending record's place.
  public mutating func readLeaves(
    _ records: Span<WireLeaf>, extents: WireExtents = .xen, strictness: WireStrictness = .lenient
  ) throws(WireError) {
    guard records.count <= extents.maxLeaves else { throw WireError(.tooMany) }
    var values = registers.mutableSpan
    var unknown = unknownSlots.mutableSpan
    var previous = LeafPlace(0, 0)
    for index in records.indices {
      let record = records[index]
      let place = LeafPlace(record.leaf, record.subleaf)
      guard extents.carries(place) else {
        throw WireError(.outOfRange, leaf: place.leaf, subleaf: place.subleaf)
      }
      if strictness == .strict {
        if index > 0, !(previous < place) {
          throw WireError(
            previous == place ? .duplicate : .unsorted, leaf: place.leaf, subleaf: place.subleaf)
        }
        previous = place
      }
      let subleaf = place.isPlain ? 0 : Int(place.subleaf)
      guard let block = LeafLayout.block(place.leaf), subleaf < block.count else {
        // A reserved place has no storage; zero is all it can be.
        guard record.registers.isZero else {
          throw WireError(.outOfRange, leaf: place.leaf, subleaf: place.subleaf)
        }
        continue
      }
      let slot = block.base &+ subleaf
      let base = slot &* 4
      // Of the hypervisor's leaves a record carries the limit alone, in eight bits.
      let isHypervisor = place.leaf >> 28 == 4
      values[base] = isHypervisor ? record.eax & 0xff : record.eax
      if !isHypervisor {
        values[base &+ 1] = record.ebx
        values[base &+ 2] = record.ecx
        values[base &+ 3] = record.edx
      }
      unknown[slot &>> 6] &= ~(1 &<< UInt64(slot & 63))
    }
  }

  /// Merges MSR records into the policy. Flags are checked before the index.
  public mutating func readMSRs(
    _ records: Span<WireMSR>, extents: WireExtents = .xen, strictness: WireStrictness = .lenient
  ) throws(WireError) {
    guard records.count <= extents.maxMSRs else { throw WireError(.tooMany) }
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
