// SPDX-License-Identifier: Apache-2.0

extension CPUPolicy {
  /// Writes the policy's leaves as records, ascending, within the limits that it states.
  ///
  /// A list ends with its first subleaf without a type. The two leaves of the hypervisor and
  /// 0x80000000 are always there, so the empty policy gives four records.
  ///
  /// - Parameters:
  ///   - buffer: takes the records; `served.maxLeaves` are always enough.
  ///   - served: how much the records carry.
  /// - Returns: the number of records.
  /// - Throws: `bufferTooSmall`; the records that fit have been written.
  @_addressableSelf
  public func writeLeaves(
    to buffer: inout MutableSpan<WireLeaf>, served: ServedABI = .xen
  ) throws(WireError) -> Int {
    var writer = LeafWriter(capacity: buffer.count)
    let basic = min(self[.maxBasicLeaf], served.maxBasicLeaf)
    let extended = min(extendedLeafCount, served.maxExtendedLeaf & 0xffff)
    let registers = registers.span
    var leaf: UInt32 = 0
    while leaf <= basic {
      if let block = LeafLayout.block(leaf) {
        if let count = served.subleafCount(leaf) {
          let last = Self.recordCount(leaf, block, registers, limit: Int(count))
          for index in 0..<last {
            try writer.append(
              LeafPlace(leaf, UInt32(truncatingIfNeeded: index)), registers, block.base &+ index,
              &buffer)
          }
        } else {
          try writer.append(LeafPlace(leaf), registers, block.base, &buffer)
        }
      } else {
        // A reserved leaf below the maximum: it exists and is zero.
        try writer.append(LeafPlace(leaf), registers, nil, &buffer)
      }
      leaf &+= 1
    }
    try writer.appendLimit(0x4000_0000, registers, &buffer)
    try writer.appendLimit(0x4000_0100, registers, &buffer)
    var offset: UInt32 = 0
    while offset <= extended {
      let leaf = 0x8000_0000 | offset
      try writer.append(LeafPlace(leaf), registers, LeafLayout.block(leaf)?.base, &buffer)
      offset &+= 1
    }
    return writer.count
  }

  /// Records of a multi-part leaf, a list's terminator included.
  @inline(__always)
  private static func recordCount(
    _ leaf: UInt32, _ block: LeafLayout.Block, _ registers: Span<UInt32>, limit: Int
  ) -> Int {
    let count = LeafLists.count(leaf, block) { registers[$0] }
    switch leaf {
    case 4, 0xb: return min(limit, count &+ 1)
    case 0xd: return min(limit, max(2, count))
    default: return min(limit, count)
    }
  }

  /// Writes PLATFORM_INFO (its low half) and ARCH_CAPABILITIES, always both.
  /// - Throws: `bufferTooSmall`; the records that fit have been written.
  @_addressableSelf
  public func writeMSRs(
    to buffer: inout MutableSpan<WireMSR>
  ) throws(WireError) -> Int {
    guard buffer.count >= 1 else { throw WireError(.bufferTooSmall) }
    // PLATFORM_INFO is stored in 32 bits; a guest's has no more.
    let platform = (self[msr: .platformInfo] ?? 0) & 0xffff_ffff
    buffer[0] = WireMSR(index: MSRIndex.platformInfo.rawValue, value: platform)
    guard buffer.count >= 2 else { throw WireError(.bufferTooSmall) }
    buffer[1] = WireMSR(
      index: MSRIndex.archCapabilities.rawValue, value: self[msr: .archCapabilities] ?? 0)
    return 2
  }
}

/// Appends records to a buffer.
private struct LeafWriter {
  var count = 0
  let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  @inline(__always)
  mutating func append(
    _ place: LeafPlace, _ registers: Span<UInt32>, _ slot: Int?,
    _ buffer: inout MutableSpan<WireLeaf>
  ) throws(WireError) {
    guard count < capacity else { throw WireError(.bufferTooSmall) }
    var record = WireLeaf(place, LeafRegisters())
    if let slot {
      // The last index is checked, and with it the three below: a slot comes from the layout.
      let base = slot &* 4
      record.edx = registers[base &+ 3]
      record.eax = registers[unchecked: base]
      record.ebx = registers[unchecked: base &+ 1]
      record.ecx = registers[unchecked: base &+ 2]
    }
    buffer[count] = record
    count &+= 1
  }

  /// The hypervisor's leaves carry one byte, the limit.
  @inline(__always)
  mutating func appendLimit(
    _ leaf: UInt32, _ registers: Span<UInt32>, _ buffer: inout MutableSpan<WireLeaf>
  ) throws(WireError) {
    guard count < capacity else { throw WireError(.bufferTooSmall) }
    var record = WireLeaf(LeafPlace(leaf), LeafRegisters())
    if let slot = LeafLayout.block(leaf)?.base { record.eax = registers[slot &* 4] & 0xff }
    buffer[count] = record
    count &+= 1
  }
}
