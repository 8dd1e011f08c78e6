import CPUPolicy
import PolicyText

/// The CPU records of Xen's migration stream: X86_CPUID_POLICY, X86_MSR_POLICY and X86_TSC_INFO, bare
/// or in a whole stream with its headers. `docs/specs/libxc-migration-stream.pandoc` of Xen.
///
/// A record is a type and a length, 32 bits each and little endian, and a body padded to 8 bytes.
/// Types with bit 31 set may be skipped; other unknown ones may hold anything and are passed over,
/// because only the CPU's records are of interest here.
public enum MigrationRecords {
  static let cpuidPolicy: UInt32 = 0x11
  static let msrPolicy: UInt32 = 0x12
  static let tscInfo: UInt32 = 0x08
  static let end: UInt32 = 0

  /// Types up to this one are defined; a larger one without bit 31 is no record.
  private static let highestType: UInt32 = 0x13

  /// The records of a policy: leaves, then MSRs; and the places that they cannot hold.
  public static func write(_ policy: CPUPolicy) -> (bytes: [UInt8], dropped: [String]) {
    let (body, dropped) = LeavesFormat.write(policy)
    let msrBytes = WireExtents.xen.maxMSRs * LeavesFormat.msrSize
    let bytes =
      record(cpuidPolicy, Array(body.dropLast(msrBytes)))
      + record(msrPolicy, Array(body.suffix(msrBytes)))
    return (bytes, dropped)
  }

  private static func record(_ type: UInt32, _ body: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for word in [type, UInt32(body.count)] {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
    bytes += body
    bytes += [UInt8](repeating: 0, count: (8 - body.count % 8) % 8)
    return bytes
  }

  /// Whether the bytes begin as a stream or as one of the CPU's records.
  static func isLikely(_ bytes: Span<UInt8>) -> Bool {
    if headerSize(bytes) > 0 { return true }
    guard bytes.count >= 8 else { return false }
    let type = word(bytes, 0)
    let length = word(bytes, 4)
    switch type {
    case cpuidPolicy: return length != 0 && length % UInt32(LeavesFormat.leafSize) == 0
    case msrPolicy: return length != 0 && length % UInt32(LeavesFormat.msrSize) == 0
    case tscInfo: return length == 24
    default: return false
    }
  }

  private static func word(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in 0..<4 { value |= UInt32(bytes[at + index]) << UInt32(8 * index) }
    return value
  }

  /// Bytes of the image header and the domain header; 0 where the stream has none.
  private static func headerSize(_ bytes: Span<UInt8>) -> Int {
    guard bytes.count >= 40 else { return 0 }
    for index in 0..<8 where bytes[index] != 0xff { return 0 }
    // "XENF", big endian.
    let name: [UInt8] = [0x58, 0x45, 0x4e, 0x46]
    for index in 0..<4 where bytes[8 + index] != name[index] { return 0 }
    return 40
  }

  static func read(_ bytes: Span<UInt8>, source: String) throws(FormatError) -> PolicyDocument {
    var offset = headerSize(bytes)
    var leaves: [UInt8] = []
    var msrs: [UInt8] = []
    var notes: [String] = []
    func failed(_ message: String) -> FormatError {
      FormatError(
        .malformed, source: source, message: "byte \(offset): \(message)",
        remedy: "is the stream complete?")
    }
    while bytes.count - offset >= 8 {
      let type = word(bytes, offset)
      let length = Int(word(bytes, offset + 4))
      if type == end { break }
      guard type >> 31 != 0 || type <= highestType else {
        throw failed("type \(hexText(type)) is no record")
      }
      let body = offset + 8
      guard bytes.count - body >= length else { throw failed("the record is cut") }
      if type == cpuidPolicy || type == msrPolicy {
        let size = type == cpuidPolicy ? LeavesFormat.leafSize : LeavesFormat.msrSize
        guard length > 0, length % size == 0, length <= 120 * size else {
          throw failed("a body of \(length) bytes is no array of \(size)-byte entries")
        }
        var part: [UInt8] = []
        for index in body..<(body + length) { part.append(bytes[index]) }
        if type == cpuidPolicy { leaves = part } else { msrs = part }
      } else if type == tscInfo && length >= 8 {
        notes.append(
          "\(source): time-stamp counter mode \(word(bytes, body)), \(word(bytes, body + 4)) kHz")
      }
      offset = body + (length + 7) / 8 * 8
    }
    guard !leaves.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "the stream holds no CPUID policy",
        remedy: "streams of Xen before 4.14 have none: take the policy from the domain")
    }
    let whole = leaves + msrs
    var document = try LeavesFormat.read(whole.span, source: source)
    document.format = .migrationRecords
    document.notes = notes
    return document
  }
}
