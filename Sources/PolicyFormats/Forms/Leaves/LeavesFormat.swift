// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// The binary form of Xen's hypercalls: 24-byte leaf records, then 16-byte MSR entries, little
/// endian. It holds Xen's extents only. `xen/include/public/arch-x86/xen.h`.
public enum LeavesFormat {
  static let leafSize = 24
  static let msrSize = 16

  /// The records, and the places that have none in this form.
  public static func write(_ policy: CPUPolicy) -> (bytes: [UInt8], dropped: [String]) {
    var canonical = policy.canonical
    var leaves = [WireLeaf](repeating: WireLeaf(), count: ServedABI.xen.maxLeaves)
    var msrs = [WireMSR](repeating: WireMSR(), count: ServedABI.xen.maxMSRs)
    // The buffers have room for everything that there can be.
    let count = (try? canonical.writeLeaves(into: &leaves)) ?? 0
    _ = try? canonical.writeMSRs(into: &msrs)
    var bytes: [UInt8] = []
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    for record in leaves.prefix(count) {
      for word in [
        record.leaf, record.subleaf, record.eax, record.ebx, record.ecx, record.edx,
      ] {
        append(word)
      }
    }
    for record in msrs {
      append(record.index)
      append(record.flags)
      append(record.value)
    }
    return (bytes, dropped(canonical))
  }

  /// What the policy holds beyond the extents.
  private static func dropped(_ policy: CPUPolicy) -> [String] {
    var places: [String] = []
    policy.forEachLeaf { place, registers in
      // Xen knows no subleaves in the extended range: its record is the first one.
      let record =
        place.subleaf == 0 && LeafRange(of: place.leaf) == .extended ? LeafPlace(place.leaf) : place
      guard !registers.isZero, !ServedABI.xen.carries(record) || isCut(record, registers) else {
        return
      }
      let subleaf = place.isPlain ? "" : " subleaf \(place.subleaf)"
      places.append("leaf \(hexText(place.leaf))\(subleaf)")
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      let isServed = index == .platformInfo || index == .archCapabilities
      let value = policy[msr: index] ?? 0
      if !isServed && value != 0 { places.append("msr \(hexText(index.rawValue))") }
      if index == .platformInfo && value >> 32 != 0 {
        places.append("msr \(hexText(index.rawValue)) bits 63:32")
      }
    }
    return places
  }

  /// Whether Xen keeps less of a leaf than this: of the hypervisor's leaves it keeps the limit alone.
  static func isCut(_ place: LeafPlace, _ registers: LeafRegisters) -> Bool {
    guard LeafRange(of: place.leaf) == .hypervisor else { return false }
    let limit = LeafRegisters(eax: registers.eax & 0xff)
    return registers != (ServedABI.xen.carries(place) ? limit : LeafRegisters())
  }

  /// Reads records; the first whose leaf number cannot be a leaf begins the MSR entries.
  static func read(_ bytes: Span<UInt8>, source: String) throws(FormatError) -> PolicyDocument {
    let (all, msrs) = try split(bytes, source: source)
    // A leaf that Xen has and no policy of ours is kept aside, as in a dump.
    let leaves = all.filter { !isOutside($0) }
    var policy = CPUPolicy()
    do {
      try policy.readLeaves(leaves.span, strictness: .strict)
      try policy.readMSRs(msrs.span, strictness: .strict)
    } catch {
      throw failed(error, source, leaves, msrs)
    }
    markUnrecorded(&policy, leaves, msrs)
    var document = PolicyDocument(format: .leaves)
    document.policies = [NamedPolicy(name: "policy", policy: policy)]
    document.outside = all.filter(isOutside).map { record in
      OutsideLeaf(
        of: .policy("policy"), place: LeafPlace(record.leaf, record.subleaf),
        registers: record.registers)
    }
    return document
  }

  private static func isOutside(_ record: WireLeaf) -> Bool {
    !record.registers.isZero && LeafLayout.block(record.leaf) == nil
      && ServedABI.xen.carries(LeafPlace(record.leaf, record.subleaf))
  }

  /// What the policy has by its own limits and no record holds is unknown. The hypervisor always
  /// writes both MSRs.
  private static func markUnrecorded(
    _ policy: inout CPUPolicy, _ leaves: [WireLeaf], _ msrs: [WireMSR]
  ) {
    policy.markUnserved(leaves.span)
    for index in [MSRIndex.platformInfo, .archCapabilities] where policy[msr: index] == nil {
      policy.markUnknown(msr: index)
    }
  }

  private static func failed(
    _ error: WireError, _ source: String, _ leaves: [WireLeaf], _ msrs: [WireMSR]
  ) -> FormatError {
    // Where both records of a place stand, counted from 1: leaves first, then MSRs.
    var records = leaves.indices.filter {
      leaves[$0].leaf == error.leaf && leaves[$0].subleaf == error.subleaf
    }
    if error.msr != LeafPlace.noSubleaf {
      records = msrs.indices.filter { msrs[$0].index == error.msr }.map { $0 + leaves.count }
    }
    let isTwice = records.count > 1
    let place =
      error.msr != LeafPlace.noSubleaf
      ? "MSR \(hexText(error.msr))"
      : "leaf \(PlaceText.leaf(LeafPlace(error.leaf, error.subleaf)))"
    let message =
      switch error.kind {
      case .outOfRange: "\(place) has no place in this form"
      case .duplicate, .unsorted:
        isTwice
          ? "\(place) stands twice, in records \(records[0] + 1) and \(records[1] + 1)"
          : "\(place) is not in ascending order"
      case .dropped:
        "\(place) has bits besides the hypervisor's limit, EAX[7:0], which alone is kept"
      case .invalidFlags: "the flags of \(place) are not zero"
      case .overflow: "the value of \(place) is wider than the MSR's storage"
      case .tooMany, .bufferTooSmall: "there are more records than a policy can come to"
      }
    return FormatError(
      .malformed, source: source, message: message,
      remedy: "expected are 24-byte leaves, then 16-byte MSR entries, ascending")
  }

  private static func split(
    _ bytes: Span<UInt8>, source: String
  ) throws(FormatError) -> ([WireLeaf], [WireMSR]) {
    var offset = 0
    func word(_ at: Int) -> UInt32 {
      var value: UInt32 = 0
      for index in 0..<4 { value |= UInt32(bytes[at + index]) << UInt32(8 * index) }
      return value
    }
    var leaves: [WireLeaf] = []
    while bytes.count - offset >= leafSize, leaves.count <= ServedABI.xen.maxLeaves {
      let place = LeafPlace(word(offset), word(offset + 4))
      if let last = leaves.last, last.leaf >= 0x8000_0000, place.leaf < 0x8000_0000 { break }
      leaves.append(
        WireLeaf(
          place,
          LeafRegisters(
            eax: word(offset + 8), ebx: word(offset + 12), ecx: word(offset + 16),
            edx: word(offset + 20))))
      offset += leafSize
    }
    var msrs: [WireMSR] = []
    while offset < bytes.count, msrs.count <= ServedABI.xen.maxMSRs {
      guard bytes.count - offset >= msrSize else {
        throw FormatError(
          .malformed, source: source, message: "byte \(offset): the last record is cut",
          remedy: "expected are 24-byte leaves, then 16-byte MSR entries")
      }
      msrs.append(
        WireMSR(
          index: word(offset), flags: word(offset + 4),
          value: UInt64(word(offset + 12)) << 32 | UInt64(word(offset + 8))))
      offset += msrSize
    }
    return (leaves, msrs)
  }

  /// Whether the bytes look like records: leaf 0 comes first and has no subleaf.
  static func isLikely(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= leafSize, bytes.count % 8 == 0 else { return false }
    for index in 0..<4 where bytes[index] != 0 || bytes[4 + index] != 0xff { return false }
    return true
  }
}

extension CPUPolicy {
  /// Makes unknown what the policy has by its own limits and none of Xen's records holds: all that its
  /// extents do not serve.
  package mutating func markUnserved(_ records: Span<WireLeaf>) {
    var isRecorded = [Bool](repeating: false, count: LeafLayout.slotCount)
    for index in records.indices {
      let record = records[index]
      let subleaf = record.subleaf == LeafPlace.noSubleaf ? 0 : record.subleaf
      if let slot = LeafLayout.slot(record.leaf, subleaf) { isRecorded[slot] = true }
    }
    markEmptyStates()
    markUnrecorded(.served(.xen)) { isRecorded[$0] }
  }

  /// Writes leaf records into an array with room for them.
  mutating func writeLeaves(into records: inout [WireLeaf]) throws(WireError) -> Int {
    var span = records.mutableSpan
    return try writeLeaves(to: &span)
  }

  /// Writes MSR records into an array with room for them.
  mutating func writeMSRs(into records: inout [WireMSR]) throws(WireError) -> Int {
    var span = records.mutableSpan
    return try writeMSRs(to: &span)
  }
}
