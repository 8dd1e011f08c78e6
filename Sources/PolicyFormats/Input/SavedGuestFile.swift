// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A saved guest's file, which is as large as the guest's memory: the frame of it and its small records
/// are read, and the memory is passed over.
enum SavedGuestFile {
  /// Where the stream's frame, with the configuration in it, must end.
  private static let longestFrame = 1 << 20
  /// The CPU's records are far smaller, and pages of memory far larger.
  private static let longestRecord = 1 << 16
  /// A guest of a petabyte has as many.
  private static let mostRecords = 1 << 22

  /// The file without its large records; nil where it is no saved guest.
  static func records(
    of file: Int32, size: Int, source: String
  ) throws(FormatError) -> [UInt8]? {
    let head = try part(of: file, at: 0, count: min(size, longestFrame), source)
    guard MigrationStream.isLikely(head.span) else { return nil }
    var offset = try MigrationStream(head.span, source: source).position
    var result = Array(head[..<offset])
    for _ in 0..<mostRecords {
      let header = try part(of: file, at: offset, count: min(8, size - offset), source)
      guard header.count == 8 else { return result + header }
      let record = MigrationStream.Record(
        type: MigrationStream.word(header.span, 0), body: offset + 8,
        length: Int(MigrationStream.word(header.span, 4)))
      let isLarge = record.length > longestRecord
      // The reader says what is wrong with a record that is none, or cut, from its header.
      guard record.end <= size, record.isKnown, !record.isEnd,
        !isLarge || !MigrationRecords.isOfInterest(record.type)
      else { return result + header }
      if !isLarge {
        result += header
        result += try part(of: file, at: offset + 8, count: record.end - offset - 8, source)
        guard result.count <= InputFile.largest else { break }
      }
      offset = record.end
    }
    throw FormatError(
      .tooLarge, source: source, message: "the saved guest has too many records",
      remedy: "is this a file of xl save?")
  }

  private static func part(
    of file: Int32, at offset: Int, count: Int, _ source: String
  ) throws(FormatError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let part = pread(file, buffer.baseAddress.map { $0 + done }, count - done, offset + done)
        if part == 0 { return }
        if part > 0 {
          done += part
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    guard code == 0 else { throw InputFile.failure(source, code) }
    guard bytes.count == count else {
      throw FormatError(
        .unreadable, source: source, message: "the input changed while it was read",
        remedy: "read it again when it is written whole")
    }
    return bytes
  }
}
