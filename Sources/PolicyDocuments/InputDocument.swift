// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyFormats

/// An input of any form, read once: what it says of policies, and the document of ours where it is
/// one.
public struct InputDocument: Sendable {
  /// The policies and CPUs that the input holds.
  public var content: PolicyDocument
  /// The document; nil for the other forms, and for kinds that are only written.
  public var document: Document?

  /// What another form says.
  public init(_ content: PolicyDocument) { self.content = content }

  /// Reads bytes whose form is recognised by content, or given.
  ///
  /// - Parameters:
  ///   - bytes: the whole input.
  ///   - source: the file's name for messages, or `-`.
  ///   - format: forces a form.
  public init(
    reading bytes: Span<UInt8>, source: String, format: PolicyFormat? = nil
  ) throws(FormatError) {
    content = try PolicyReader.read(bytes, source: source, format: format)
    try readDocument(source: source) { $0.located(in: bytes) }
  }

  /// Reads bytes that are the caller's own, so that no second copy of them is made.
  public init(
    reading bytes: [UInt8], source: String, format: PolicyFormat? = nil
  ) throws(FormatError) {
    content = try PolicyReader.read(bytes, source: source, format: format)
    try readDocument(source: source) { $0.located(in: bytes) }
  }

  private mutating func readDocument(
    source: String, located: (FormatError) -> FormatError
  ) throws(FormatError) {
    guard let value = content.value else { return }
    // The Policy document is a form of its own, and has been read.
    if let named = content.policies.first {
      document = .policy(named)
      return
    }
    do {
      document = try Document(reading: value, source: source)
    } catch {
      throw located(error)
    }
    if case .host(let host, _)? = document { content.policies = host.recorded }
  }

  /// Reads an input from a path, or from the standard input for `-`.
  public static func read(
    _ path: String, format: PolicyFormat? = nil
  ) throws(FormatError) -> InputDocument {
    if let folder = try InputFile.ofFolder(path, format: format) { return InputDocument(folder) }
    return try InputDocument(
      reading: try InputFile.contents(of: path), source: path, format: format)
  }

  /// The kind of a document of ours; nil for the other forms.
  public var kind: DocumentKind? { document?.kind }
}
