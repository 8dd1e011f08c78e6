// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Where output goes: data to the standard output, messages to the standard error.
enum Console {
  /// What went wrong, or stands in the way.
  static func error(_ message: String) { write(message + "\n", to: STDERR_FILENO) }

  /// What a reader should know besides; nothing is wrong.
  static func note(_ message: String) { error("note: " + message) }

  static func data(_ text: String) { write(text, to: STDOUT_FILENO) }

  static func data(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { write($0, to: STDOUT_FILENO) }
  }

  private static func write(_ text: String, to file: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: file) }
  }

  /// Writes all of it. A result that cannot be written whole ends the command: half a document must
  /// not pass for one.
  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno))
        if file == STDOUT_FILENO { error("standard output: \(reason)") }
        exit(ExitStatus.unavailable.rawValue)
      }
    }
  }

  /// Whether colours may be used: only on a terminal, and not where NO_COLOR asks for none.
  static let usesColour: Bool = {
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
    return isatty(STDOUT_FILENO) == 1
  }()

  static func bold(_ text: String) -> String { usesColour ? "\u{1b}[1m\(text)\u{1b}[0m" : text }
}
