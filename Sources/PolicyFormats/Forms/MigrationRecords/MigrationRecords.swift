// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// The CPU records of Xen's migration stream: X86_CPUID_POLICY, X86_MSR_POLICY and X86_TSC_INFO, bare,
/// in a whole stream, or in a file of `xl save`. `docs/specs/libxc-migration-stream.pandoc` of Xen.
///
/// A record is a type and a length, 32 bits each and little endian, and a body padded to 8 bytes.
/// Types with bit 31 set may be skipped; other unknown ones may hold anything and are passed over,
/// because only the CPU's records are of interest here.
public enum MigrationRecords {
  static let cpuidPolicy: UInt32 = 0x11
  static let msrPolicy: UInt32 = 0x12
  static let tscInfo: UInt32 = 0x08
  private static let tscInfoSize = 24

  /// Whether records of a type say something of the CPU.
  static func isOfInterest(_ type: UInt32) -> Bool {
    type == cpuidPolicy || type == msrPolicy || type == tscInfo
  }

  /// The records of a policy: leaves, then MSRs, then the time-stamp counter where one is given; and the
  /// places that they cannot hold.
  public static func write(
    _ policy: CPUPolicy, tsc: SavedGuest.TimeStampCounter? = nil
  ) -> (bytes: [UInt8], dropped: [String]) {
    let (leaves, msrs, dropped) = bodies(policy)
    var bytes = record(cpuidPolicy, leaves) + record(msrPolicy, msrs)
    if let tsc { bytes += record(tscInfo, body(tsc)) }
    return (bytes, dropped)
  }

  private static func bodies(
    _ policy: CPUPolicy
  ) -> (leaves: [UInt8], msrs: [UInt8], dropped: [String]) {
    let (body, dropped) = LeavesFormat.write(policy)
    let msrBytes = ServedABI.xen.maxMSRs * LeavesFormat.msrSize
    return (Array(body.dropLast(msrBytes)), Array(body.suffix(msrBytes)), dropped)
  }

  private static func body(_ tsc: SavedGuest.TimeStampCounter) -> [UInt8] {
    var bytes: [UInt8] = []
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(tsc.mode)
    append(tsc.khz)
    append(tsc.nanoseconds)
    append(tsc.incarnation)
    append(UInt32(0))
    return bytes
  }

  /// What a saved guest with other records is made of.
  enum Piece: Equatable {
    /// Bytes of the former one.
    case kept(Range<Int>)
    case written([UInt8])
  }

  /// A saved guest with other records: everything else of the file or stream stays as it is.
  ///
  /// - Throws: where the input is no saved guest, or has not the records that are to be replaced.
  public static func replacing(
    in bytes: Span<UInt8>, source: String, policy: CPUPolicy,
    tsc: SavedGuest.TimeStampCounter? = nil
  ) throws(FormatError) -> (bytes: [UInt8], dropped: [String]) {
    var records: [MigrationStream.Record] = []
    var stream = try MigrationStream(bytes, source: source)
    while let record = try stream.next(in: bytes, source: source) { records.append(record) }
    let (pieces, dropped) = try pieces(
      records, size: bytes.count, source: source, policy: policy, tsc: tsc)
    var result: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .kept(let range): for index in range { result.append(bytes[index]) }
      case .written(let new): result += new
      }
    }
    return (result, dropped)
  }

  /// The same without the bytes at hand: what to keep, and what to write.
  ///
  /// - Parameters:
  ///   - records: the stream's, in their order.
  ///   - size: number of bytes of the whole.
  static func pieces(
    _ records: [MigrationStream.Record], size: Int, source: String, policy: CPUPolicy,
    tsc: SavedGuest.TimeStampCounter? = nil
  ) throws(FormatError) -> (pieces: [Piece], dropped: [String]) {
    let (leaves, msrs, dropped) = bodies(policy)
    var result: [Piece] = []
    var kept = 0
    var wanted: Set<UInt32> = tsc == nil ? [cpuidPolicy] : [cpuidPolicy, tscInfo]
    let hasMSRs = records.contains { $0.type == msrPolicy }
    for found in records {
      var new: [UInt8]
      switch found.type {
      case cpuidPolicy:
        // Xen leaves out a record that would be empty; both stand before the memory.
        new = record(cpuidPolicy, leaves) + (hasMSRs ? [] : record(msrPolicy, msrs))
      case msrPolicy: new = record(msrPolicy, msrs)
      case tscInfo: new = tsc.map { record(tscInfo, body($0)) } ?? []
      default: continue
      }
      guard !new.isEmpty else { continue }
      wanted.remove(found.type)
      result += [.kept(kept..<(found.body - 8)), .written(new)]
      kept = found.end
    }
    guard wanted.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "the stream has no record to replace",
        remedy: "streams of Xen before 4.14 hold no policy")
    }
    return (result + [.kept(kept..<size)], dropped)
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

  /// Whether the bytes begin as a saved guest or as one of the CPU's records.
  static func isLikely(_ bytes: Span<UInt8>) -> Bool {
    if MigrationStream.isLikely(bytes) { return true }
    guard bytes.count >= 8 else { return false }
    let type = MigrationStream.word(bytes, 0)
    let length = MigrationStream.word(bytes, 4)
    switch type {
    case cpuidPolicy: return length != 0 && length % UInt32(LeavesFormat.leafSize) == 0
    case msrPolicy: return length != 0 && length % UInt32(LeavesFormat.msrSize) == 0
    case tscInfo: return length == UInt32(tscInfoSize)
    default: return false
    }
  }

  static func read(_ bytes: Span<UInt8>, source: String) throws(FormatError) -> PolicyDocument {
    var leaves: [UInt8] = []
    var msrs: [UInt8] = []
    var tsc: SavedGuest.TimeStampCounter?
    var places: [UInt32: Int] = [:]
    func failed(_ offset: Int, _ message: String) -> FormatError {
      FormatError(
        .malformed, source: source, message: "byte \(offset): \(message)",
        remedy: "is the stream complete?")
    }
    var stream = try MigrationStream(bytes, source: source)
    while let record = try stream.next(in: bytes, source: source) {
      let (offset, length) = (record.body, record.length)
      if isOfInterest(record.type),
        let first = places.updateValue(offset - 8, forKey: record.type)
      {
        throw failed(
          offset - 8,
          "the record \(hexText(record.type)) stands twice; the first stands at byte \(first)")
      }
      switch record.type {
      case cpuidPolicy, msrPolicy:
        let isLeaves = record.type == cpuidPolicy
        let size = isLeaves ? LeavesFormat.leafSize : LeavesFormat.msrSize
        guard length > 0, length % size == 0, length <= ServedABI.xen.maxLeaves * size else {
          throw failed(offset, "a body of \(length) bytes is no array of \(size)-byte entries")
        }
        var part: [UInt8] = []
        for index in offset..<(offset + length) { part.append(bytes[index]) }
        if isLeaves { leaves = part } else { msrs = part }
      case tscInfo:
        guard length == tscInfoSize else {
          throw failed(offset, "X86_TSC_INFO has \(length) bytes, not \(tscInfoSize)")
        }
        tsc = timeStampCounter(bytes, offset)
      default: break
      }
    }
    var guest = stream.guest
    guest.tsc = tsc
    guest.isCut = stream.isCut
    guard !leaves.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "the stream holds no CPUID policy",
        remedy: "streams of Xen before 4.14 have none: take the policy from the domain")
    }
    let whole = leaves + msrs
    var document = try LeavesFormat.read(whole.span, source: source)
    document.format = .migrationRecords
    document.savedGuest = guest
    if stream.isCut {
      document.notes.append("\(source): the stream ends without its end record; it is not complete")
    }
    if let tsc {
      document.notes.append(
        "\(source): time-stamp counter mode \(tsc.mode), \(tsc.khz) kHz")
    }
    return document
  }

  private static func timeStampCounter(
    _ bytes: Span<UInt8>, _ at: Int
  ) -> SavedGuest.TimeStampCounter {
    let low = MigrationStream.word(bytes, at + 8)
    let high = MigrationStream.word(bytes, at + 12)
    return SavedGuest.TimeStampCounter(
      mode: MigrationStream.word(bytes, at), khz: MigrationStream.word(bytes, at + 4),
      nanoseconds: UInt64(high) << 32 | UInt64(low),
      incarnation: MigrationStream.word(bytes, at + 16))
  }
}
