// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// What the `Conversion` document says: a policy in another form, and what that form cannot say of it.
public struct Conversion: Sendable {
  /// A file that was written, or would be.
  public struct File: Sendable {
    /// The file's path.
    public var path: String
    /// In bytes.
    public var size: Int
    /// Of the policy in it: SHA-256 in hexadecimal.
    public var digest: String
    /// False where nothing but a look was asked for.
    public var isWritten: Bool

    /// A file by its path, its size in bytes and its policy's digest.
    public init(path: String, size: Int, digest: String, isWritten: Bool) {
      self.path = path
      self.size = size
      self.digest = digest
      self.isWritten = isWritten
    }
  }

  /// The form that was written.
  public var format: PolicyFormat
  /// What stands in the form; nil where a file has it.
  public var bytes: [UInt8]?
  /// Places of the policy that the form has no room for, and that were left out.
  public var dropped: [String]
  /// Places of the policy that are unknown, and of which the form cannot say so.
  public var unknown: [String]
  /// What else a reader of the form should know.
  public var notes: [String]
  /// The file that holds it; nil where the document does.
  public var file: File?

  /// A conversion into a form, as bytes or as a file.
  public init(
    _ format: PolicyFormat, bytes: [UInt8]? = nil, dropped: [String] = [], unknown: [String] = [],
    notes: [String] = [], file: File? = nil
  ) {
    self.format = format
    self.bytes = bytes
    self.dropped = dropped
    self.unknown = unknown
    self.notes = notes
    self.file = file
  }

  /// `text` where the bytes are UTF-8 without a zero, else `bytes` in hexadecimal.
  var members: [JSONValue.Member] {
    let text = bytes.flatMap { bytes in
      bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }
    let isBinary = bytes != nil && text == nil
    return [
      .init(name: "format", value: .string(format.rawValue)),
      .init(name: "text", value: .optional(text)),
      .init(name: "bytes", value: isBinary ? .string(Self.hexadecimal(bytes ?? [])) : .null),
      .init(name: "dropped", value: .strings(dropped)),
      .init(name: "unknown", value: .strings(unknown)),
      .init(name: "notes", value: .strings(notes)),
      .init(
        name: "file",
        value: file.map { file in
          .members([
            "path": .string(file.path), "size": .integer(file.size),
            "digest": .string("sha256:\(file.digest)"), "written": .bool(file.isWritten),
          ])
        } ?? .null),
    ]
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
