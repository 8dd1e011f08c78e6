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
    guard let (stream, frame) = try self.stream(of: file, size: size, source: source) else {
      return nil
    }
    var offset = stream.position
    var result = frame
    var isBehindEnd = false
    for _ in 0..<mostRecords {
      let header = try part(of: file, at: offset, count: min(8, size - offset), source)
      guard header.count == 8 else { return result + header }
      let record = record(header, at: offset)
      let isLarge = record.length > longestRecord
      // The reader says what is wrong with a record that is none, or cut, from its header.
      guard record.end <= size, record.isKnown, !record.isEnd || !isBehindEnd,
        !isLarge || isBehindEnd || !MigrationRecords.isOfInterest(record.type)
      else { return result + header }
      // Behind libxc's end libxl's records go on, if any.
      if record.isEnd { isBehindEnd = true }
      if !isLarge {
        result += header
        result += try part(of: file, at: offset + 8, count: record.end - offset - 8, source)
        guard result.count <= InputFile.largest else { break }
      }
      offset = record.end
    }
    throw tooManyRecords(source)
  }

  /// Where the CPU's records stand in the whole file; nil where it is no saved guest.
  ///
  /// - Throws: what is malformed, and a stream without its end.
  static func index(
    of file: Int32, size: Int, source: String
  ) throws(FormatError) -> [MigrationStream.Record]? {
    guard let (stream, _) = try self.stream(of: file, size: size, source: source) else {
      return nil
    }
    var offset = stream.position
    var found: [MigrationStream.Record] = []
    for _ in 0..<mostRecords {
      let header = try part(of: file, at: offset, count: min(8, size - offset), source)
      guard header.count == 8 else {
        throw FormatError(
          .malformed, source: source,
          message: "byte \(offset): the stream ends without its end record",
          remedy: "save the guest again")
      }
      let record = record(header, at: offset)
      if record.isEnd { return found }
      guard record.isKnown, record.end <= size else {
        let what = record.isKnown ? "the record is cut" : "this is no record"
        throw FormatError(
          .malformed, source: source, message: "byte \(offset): \(what)",
          remedy: "is the stream complete?")
      }
      if MigrationRecords.isOfInterest(record.type) { found.append(record) }
      offset = record.end
    }
    throw tooManyRecords(source)
  }

  /// The stream at its first record, and the bytes before that; nil where the file is no saved guest.
  private static func stream(
    of file: Int32, size: Int, source: String
  ) throws(FormatError) -> (stream: MigrationStream, frame: [UInt8])? {
    let head = try part(of: file, at: 0, count: min(size, longestFrame), source)
    guard MigrationStream.isLikely(head.span) else { return nil }
    let stream = try MigrationStream(head.span, source: source)
    return (stream, Array(head[..<stream.position]))
  }

  private static func record(_ header: [UInt8], at offset: Int) -> MigrationStream.Record {
    MigrationStream.Record(
      type: MigrationStream.word(header.span, 0), body: offset + 8,
      length: Int(MigrationStream.word(header.span, 4)))
  }

  private static func tooManyRecords(_ source: String) -> FormatError {
    FormatError(
      .tooLarge, source: source, message: "the saved guest has too many records",
      remedy: "is this a file of xl save?")
  }

  static func part(
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
