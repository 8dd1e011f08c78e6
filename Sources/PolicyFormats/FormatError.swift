// SPDX-License-Identifier: Apache-2.0

/// Why an input cannot be read or an output not be written.
public struct FormatError: Error, Equatable, Sendable, CustomStringConvertible {
  /// In which way an input fails.
  public enum Kind: Equatable, Sendable {
    case unreadable, permission, directory, empty, unrecognised, malformed, mixed, tooLarge, lossy
  }

  /// In which way the input fails.
  public var kind: Kind
  /// The file's name, or `-`.
  public var source: String
  /// Line and column, counted from 1; nil where the error concerns the whole input.
  public var line: Int?
  /// The column, counted from 1.
  public var column: Int?
  /// What is wrong, without its place.
  public var message: String
  /// What to do about it.
  public var remedy: String
  /// The member of a JSON document that the error is about, from which line and column follow.
  public var path: String?

  /// A failure of an input, with its place where that is known.
  public init(
    _ kind: Kind, source: String, line: Int? = nil, column: Int? = nil, message: String,
    remedy: String, path: String? = nil
  ) {
    self.kind = kind
    self.source = source
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
    self.path = path
  }

  public var description: String {
    var place = source
    if let line { place += ":\(line)" }
    if let line, line > 0, let column { place += ":\(column)" }
    return "\(place): \(message); \(remedy)"
  }
}
