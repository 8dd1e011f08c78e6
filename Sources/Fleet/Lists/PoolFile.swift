// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// A pool in a file, `pool.toml`: its name, its hosts, the guests that it is for, and what is waived there.
///
/// ```toml
/// name = "cluster-1"
/// kind = "hvm"
/// hosts = ["hosts/a.json", "hosts/b.json"]
/// waivers = ["CPU0142"]
/// ```
///
/// Read is the part of TOML that this takes: strings, and arrays of strings over several lines. All else is
/// refused with line and column.
public struct PoolFile: Equatable, Sendable {
  /// The pool's name; nil where the file has none.
  public var name: String?
  /// The kind of guests that the pool is for; nil where the file does not say.
  public var kind: GuestKind?
  /// Paths as they stand in the file.
  public var hosts: [String] = []
  /// Codes of findings that do not count.
  public var waivers: [String] = []

  /// - Parameters:
  ///   - bytes: the file.
  ///   - source: its name for messages.
  /// - Throws: `FormatError` with line and column.
  public init(reading bytes: [UInt8], source: String) throws(FormatError) {
    var reader = TOMLReader(bytes, source: source)
    while let entry = try reader.next() {
      func error(_ message: String, _ remedy: String) -> FormatError {
        reader.error(message, remedy: remedy, at: entry.start)
      }
      switch (entry.key, entry.value) {
      case ("name", .text(let text)): name = text
      case ("kind", .text(let text)):
        guard let kind = GuestKind(name: text) else {
          throw error("\(text) is no kind of guest", "expected is pv, pv32, hvm or hvm-shadow")
        }
        self.kind = kind
      case ("hosts", .list(let texts)): hosts = texts
      case ("waivers", .list(let texts)):
        for text in texts {
          guard ViolationCode(text: text) != nil else {
            throw error("\(text) is no code of a finding", "explain lists them")
          }
        }
        waivers = texts
      case ("name", _), ("kind", _): throw error("\(entry.key) is no list", "give one string")
      case ("hosts", _), ("waivers", _):
        throw error("\(entry.key) is a list", "write it as [\"one\", \"two\"]")
      default:
        throw error("\(entry.key) is unknown", "known are name, kind, hosts and waivers")
      }
    }
    guard !hosts.isEmpty else {
      throw FormatError(
        .malformed, source: source, line: 1, column: 1, message: "the pool has no hosts",
        remedy: "name them: hosts = [\"a.json\", \"b.json\"]")
    }
  }
}
