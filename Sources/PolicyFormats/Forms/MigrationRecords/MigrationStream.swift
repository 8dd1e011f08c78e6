// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What a saved guest is, besides its policy.
public struct SavedGuest: Equatable, Sendable {
  /// Whether the guest is hardware virtualised; nil where only bare records are there.
  public var isHVM: Bool?
  /// The Xen that saved it.
  public var majorVersion: UInt32?
  /// The minor version of the Xen that saved it; nil where the stream does not say.
  public var minorVersion: UInt32?
  /// Version of libxc's stream: 2 before Xen 4.14, which holds no policy, 3 since; nil where only bare
  /// records are there.
  public var streamVersion: UInt32?
  /// The time-stamp counter (X86_TSC_INFO); nil where the record is missing.
  public var tsc: TimeStampCounter?
  /// Whether the stream ends without its end record: no guest can be restored from it.
  public var isCut = false

  /// Body of an X86_TSC_INFO record.
  public struct TimeStampCounter: Equatable, Sendable {
    /// 0 default, 1 always emulated, 2 native.
    public var mode: UInt32
    /// Frequency that the guest knows, in kHz; zero in mode 2, where it is whatever the host has.
    public var khz: UInt32
    /// Nanoseconds since the guest began.
    public var nanoseconds: UInt64
    /// How often the counter was set anew, as a restore does.
    public var incarnation: UInt32

    /// A guest's counter as its record has it.
    public init(
      mode: UInt32 = 0, khz: UInt32 = 0, nanoseconds: UInt64 = 0, incarnation: UInt32 = 0
    ) {
      self.mode = mode
      self.khz = khz
      self.nanoseconds = nanoseconds
      self.incarnation = incarnation
    }
  }

  /// A guest of which nothing was read yet.
  public init() {}
}

/// The frame of a saved guest: where libxc's records are, in a file of `xl save`, in libxl's stream, in
/// libxc's own stream, or bare.
///
/// `docs/specs/libxl-migration-stream.pandoc` and `libxc-migration-stream.pandoc` of Xen.
struct MigrationStream {
  /// One record: its body's place and length, padding not counted.
  struct Record {
    var type: UInt32
    var body: Int
    var length: Int
    /// Where the next one begins.
    var end: Int { body + (length + 7) / 8 * 8 }
    var isEnd: Bool { type == MigrationStream.endRecord }
    /// Whether the type is defined, or one that may be skipped.
    var isKnown: Bool { type >> 31 != 0 || type <= MigrationStream.highestType }
  }

  private(set) var guest = SavedGuest()
  /// Whether anything but bare records was found.
  private var isFramed = false
  /// Whether libxl's stream stands around libxc's, and goes on behind it.
  private var isInLibxl = false
  /// Whether a stream ended without its end record; known at its end.
  private(set) var isCut = false
  /// Where the next record begins.
  private(set) var position = 0

  private static let endRecord: UInt32 = 0
  /// Types up to this one are defined; a larger one without bit 31 is no record.
  private static let highestType: UInt32 = 0x13
  /// The same for libxl's own records.
  private static let highestLibxlType: UInt32 = 5

  /// "Xen saved domain, xl format", a line feed and four more bytes.
  private static let fileMagic: [UInt8] = Array("Xen saved domain, xl format\n \0 \r".utf8)
  private static let libxlMagic: [UInt8] = Array("LibxlFmt".utf8)
  private static let fileHeader = 48
  private static let libxlHeader = 16
  private static let imageHeader = 24
  private static let domainHeader = 16
  /// libxl's record in whose place libxc's stream stands.
  private static let libxcContext: UInt32 = 1

  /// Finds the records.
  ///
  /// - Throws: what is malformed, with the byte where it stands.
  init(_ bytes: Span<UInt8>, source: String) throws(FormatError) {
    var offset = 0
    func failed(_ message: String) -> FormatError {
      FormatError(
        .malformed, source: source, message: "byte \(offset): \(message)",
        remedy: "is this a file of xl save, or libxc's stream?")
    }
    if Self.has(Self.fileMagic, bytes, 0) {
      guard bytes.count >= Self.fileHeader else { throw failed("the file's header is cut") }
      guard Self.word(bytes, 32) == 0x0102_0304 else { throw failed("another byte order") }
      let optional = Int(Self.word(bytes, 44))
      guard optional <= bytes.count - Self.fileHeader else {
        throw failed("the configuration of \(optional) bytes is cut")
      }
      offset = Self.fileHeader + optional
      guard Self.has(Self.libxlMagic, bytes, offset) else {
        throw failed("libxl's stream is missing")
      }
    }
    if Self.has(Self.libxlMagic, bytes, offset) {
      guard bytes.count - offset >= Self.libxlHeader + 8 else { throw failed("the header is cut") }
      guard bytes[offset + 15] & 1 == 0 else { throw failed("another byte order") }
      isInLibxl = true
      offset += Self.libxlHeader
      guard Self.word(bytes, offset) == Self.libxcContext else {
        throw failed("libxl's stream does not begin with libxc's")
      }
      offset += 8
    }
    if Self.isImage(bytes, offset) {
      guard bytes.count - offset >= Self.imageHeader + Self.domainHeader else {
        throw failed("libxc's header is cut")
      }
      guard bytes[offset + 17] & 1 == 0 else { throw failed("another byte order") }
      // The header is in network order, whatever the records are in.
      guest.streamVersion = Self.word(bytes, offset + 12).byteSwapped
      offset += Self.imageHeader
      switch Self.word(bytes, offset) {
      case 1: guest.isHVM = false
      case 2: guest.isHVM = true
      // Whether it is one of x86 its records tell.
      default: guest.isHVM = nil
      }
      guest.majorVersion = Self.word(bytes, offset + 8)
      guest.minorVersion = Self.word(bytes, offset + 12)
      offset += Self.domainHeader
      isFramed = true
    } else if offset > 0 {
      throw failed("libxc's stream is missing")
    }
    position = offset
  }

  /// The next record, whose whole body is there; nil at the end of the stream.
  mutating func next(in bytes: Span<UInt8>, source: String) throws(FormatError) -> Record? {
    let offset = position
    func failed(_ message: String) -> FormatError {
      FormatError(
        .malformed, source: source, message: "byte \(offset): \(message)",
        remedy: "is the stream complete?")
    }
    guard bytes.count - offset >= 8 else {
      guard bytes.count == offset else { throw failed("the record is cut") }
      // Bare records have no end of their own; a stream does.
      isCut = isFramed || isCut
      return nil
    }
    let record = Record(
      type: Self.word(bytes, offset), body: offset + 8, length: Int(Self.word(bytes, offset + 4)))
    if record.isEnd {
      try checkRest(bytes, from: record.end, source: source)
      return nil
    }
    guard record.isKnown else {
      throw failed("type \(hexText(record.type)) is no record")
    }
    guard record.end <= bytes.count else { throw failed("the record is cut") }
    position = record.end
    return record
  }

  /// Looks at what stands behind libxc's end: nothing, or libxl's own records and their end.
  private mutating func checkRest(
    _ bytes: Span<UInt8>, from start: Int, source: String
  ) throws(FormatError) {
    guard isFramed, start < bytes.count else { return }
    var offset = start
    func failed(_ message: String) -> FormatError {
      FormatError(
        .malformed, source: source, message: "byte \(offset): \(message)",
        remedy: "give one saved guest an input")
    }
    if Self.has(Self.fileMagic, bytes, start) || Self.has(Self.libxlMagic, bytes, start)
      || Self.isImage(bytes, start)
    {
      throw failed("a second saved guest; the first stands at byte 0")
    }
    guard isInLibxl else { return }
    while bytes.count - offset >= 8 {
      let record = Record(
        type: Self.word(bytes, offset), body: offset + 8,
        length: Int(Self.word(bytes, offset + 4)))
      if record.isEnd { return }
      guard record.type >> 31 != 0 || record.type <= Self.highestLibxlType else {
        throw failed("type \(hexText(record.type)) is no record of libxl's")
      }
      guard record.end <= bytes.count else { break }
      offset = record.end
    }
    // Its own records are there, and their end is not.
    isCut = true
  }

  /// Whether the bytes begin as a file or stream of a saved guest.
  static func isLikely(_ bytes: Span<UInt8>) -> Bool {
    has(fileMagic, bytes, 0) || has(libxlMagic, bytes, 0) || isImage(bytes, 0)
  }

  /// Eight bytes of ones, then "XENF".
  private static func isImage(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    has([UInt8](repeating: 0xff, count: 8) + Array("XENF".utf8), bytes, offset)
  }

  private static func has(_ magic: [UInt8], _ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    guard bytes.count - offset >= magic.count else { return false }
    for index in magic.indices where bytes[offset + index] != magic[index] { return false }
    return true
  }

  /// A little-endian word; the caller has checked that it is there.
  static func word(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in 0..<4 { value |= UInt32(bytes[at + index]) << UInt32(8 * index) }
    return value
  }
}
