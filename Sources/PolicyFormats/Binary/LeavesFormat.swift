import CPUPolicy

/// The binary form of Xen's hypercalls: 24-byte leaf records, then 16-byte MSR entries, little
/// endian. It holds Xen's extents only. `xen/include/public/arch-x86/xen.h`.
public enum LeavesFormat {
  static let leafSize = 24
  static let msrSize = 16

  /// Whether a leaf has a place in the form.
  static func isServed(_ place: LeafPlace) -> Bool {
    switch place.leaf {
    case 4: place.subleaf < 6
    case 7: place.subleaf < 3
    case 0xb: place.subleaf < 2
    case 0xd: place.subleaf < 63
    case 0...0xd, 0x4000_0000, 0x4000_0100, 0x8000_0000...0x8000_0021: place.isPlain
    default: false
    }
  }

  /// The records, and the places that have none in this form.
  public static func write(_ policy: CPUPolicy) -> (bytes: [UInt8], dropped: [String]) {
    var bytes: [UInt8] = []
    var dropped: [String] = []
    let canonical = policy.canonical
    var hasHypervisorLeaves = false
    func leaf(_ place: LeafPlace, _ registers: LeafRegisters) {
      for word in [
        place.leaf, place.subleaf, registers.eax, registers.ebx, registers.ecx, registers.edx,
      ] {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    // The two hypervisor leaves are always there and carry the limit alone; so is 0x80000000.
    func hypervisorLeaves() {
      guard !hasHypervisorLeaves else { return }
      hasHypervisorLeaves = true
      for base: UInt32 in [0x4000_0000, 0x4000_0100] {
        leaf(LeafPlace(base), LeafRegisters(eax: canonical[leaf: base].eax & 0xff))
      }
      if !canonical.isKnown(leaf: 0x8000_0000) { leaf(LeafPlace(0x8000_0000), LeafRegisters()) }
    }
    canonical.forEachLeaf { place, registers in
      if place.leaf >> 28 == 8 { hypervisorLeaves() }
      if isServed(place) {
        if place.leaf >> 28 != 4 { leaf(place, registers) }
      } else if !registers.isZero {
        let subleaf = place.isPlain ? "" : " subleaf \(place.subleaf)"
        dropped.append("leaf \(hexText(place.leaf))\(subleaf)")
      }
    }
    hypervisorLeaves()
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      if index == .platformInfo || index == .archCapabilities {
        withUnsafeBytes(of: UInt64(index.rawValue).littleEndian) { bytes.append(contentsOf: $0) }
        let value = canonical[msr: index] ?? 0
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
      } else if let value = canonical[msr: index], value != 0 {
        dropped.append("msr \(hexText(index.rawValue))")
      }
    }
    return (bytes, dropped)
  }

  /// Reads records; the first whose leaf number cannot be a leaf begins the MSR entries.
  static func read(_ bytes: Span<UInt8>, source: String) throws(FormatError) -> PolicyDocument {
    var policy = CPUPolicy()
    var offset = 0
    func word(_ at: Int) -> UInt32 {
      var value: UInt32 = 0
      for index in 0..<4 { value |= UInt32(bytes[at + index]) << UInt32(8 * index) }
      return value
    }
    func failed(_ message: String) -> FormatError {
      FormatError(
        .malformed, source: source, message: "byte \(offset): \(message)",
        remedy: "expected are 24-byte leaves, then 16-byte MSR entries")
    }
    var previous: LeafPlace?
    while bytes.count - offset >= leafSize {
      let place = LeafPlace(word(offset), word(offset + 4))
      let isMSR = (previous.map { $0.leaf >= 0x8000_0000 } ?? false) && place.leaf < 0x8000_0000
      if isMSR { break }
      guard isServed(place) else {
        throw failed("leaf \(hexText(place.leaf)):\(hexText(place.subleaf)) has no place here")
      }
      if let previous, place <= previous { throw failed("leaves are not in ascending order") }
      let registers = LeafRegisters(
        eax: word(offset + 8), ebx: word(offset + 12), ecx: word(offset + 16),
        edx: word(offset + 20))
      policy.record(registers, leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf)
      previous = place
      offset += leafSize
    }
    while offset < bytes.count {
      guard bytes.count - offset >= msrSize else { throw failed("the last record is cut") }
      let index = MSRIndex(rawValue: word(offset))
      guard word(offset + 4) == 0 else { throw failed("MSR flags must be zero") }
      guard index == .platformInfo || index == .archCapabilities else {
        throw failed("MSR \(hexText(index.rawValue)) has no place here")
      }
      policy[msr: index] = UInt64(word(offset + 12)) << 32 | UInt64(word(offset + 8))
      offset += msrSize
    }
    var document = PolicyDocument(format: .leaves)
    document.policies = [NamedPolicy(name: "policy", policy: policy)]
    return document
  }

  /// Whether the bytes look like records: leaf 0 comes first and has no subleaf.
  static func isLikely(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= leafSize, bytes.count % 8 == 0 else { return false }
    for index in 0..<4 where bytes[index] != 0 || bytes[4 + index] != 0xff { return false }
    return true
  }
}
