// SPDX-License-Identifier: Apache-2.0

#if Compression
  import CCompression
#endif

/// Inputs that gzip or xz packed: what is in them counts, and its size is bounded like that of any other.
package enum CompressedInput {
  /// Who packed it, by its first bytes.
  private enum Packer: String {
    case gzip, xz
  }

  private static func packer(_ bytes: [UInt8]) -> Packer? {
    if bytes.starts(with: [0x1f, 0x8b, 8]) { return .gzip }
    if bytes.starts(with: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]) { return .xz }
    return nil
  }

  /// The bytes as they were before they were packed; themselves where nobody packed them.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - source: the file's name for messages.
  ///   - most: more bytes than this are an error.
  package static func unpacked(
    _ bytes: [UInt8], source: String, most: Int
  ) throws(FormatError) -> [UInt8] {
    guard let packer = packer(bytes) else { return bytes }
    #if Compression
      var code: Int32 = 0
      // What is not written to takes no memory.
      let result = [UInt8](unsafeUninitializedCapacity: most + 1) { room, count in
        bytes.withUnsafeBufferPointer { packed in
          let unpack = packer == .gzip ? ccompression_gunzip : ccompression_unxz
          code = unpack(packed.baseAddress, packed.count, room.baseAddress, most + 1, &count)
        }
      }
      switch code {
      case Int32(CCOMPRESSION_WHOLE) where result.count <= most: return result
      case Int32(CCOMPRESSION_WHOLE), Int32(CCOMPRESSION_TOO_LARGE):
        throw FormatError(
          .tooLarge, source: source, message: "unpacked it has more than \(most) bytes",
          remedy: "no known form is larger")
      case Int32(CCOMPRESSION_CUT):
        throw FormatError(
          .malformed, source: source, message: "the data of \(packer.rawValue) are cut off",
          remedy: "copy the file again")
      case Int32(CCOMPRESSION_NO_MEMORY):
        throw FormatError(
          .tooLarge, source: source, message: "unpacking it takes too much memory",
          remedy: "unpack it with \(packer.rawValue) -d")
      default:
        throw FormatError(
          .malformed, source: source, message: "the data of \(packer.rawValue) are damaged",
          remedy: "copy the file again")
      }
    #else
      throw FormatError(
        .unrecognised, source: source, message: "\(packer.rawValue) packed this file",
        remedy: "unpack it with \(packer.rawValue) -d; this build cannot")
    #endif
  }
}
