// SPDX-License-Identifier: Apache-2.0

import Glibc
import PolicyText

/// Where output goes: data to the standard output, messages to the standard error. Nothing that an input
/// says reaches either as a control of the terminal.
enum Console {
  /// What went wrong, or stands in the way, on one line: a line break in it is an input's.
  static func error(_ message: String) {
    write(ShownText.line(message) + "\n", to: STDERR_FILENO)
  }

  /// What went wrong, in lines that are the command's own.
  static func errors(_ message: String) {
    write(ShownText.lines(message) + "\n", to: STDERR_FILENO)
  }

  /// Text for people, in which only ``bold(_:)`` controls the terminal.
  static func table(_ text: String) {
    guard usesColour else {
      data(ShownText.lines(text))
      return
    }
    let parts = text.split(separator: boldOn, omittingEmptySubsequences: false).map { part in
      part.split(separator: boldOff, omittingEmptySubsequences: false)
        .map { ShownText.lines(String($0)) }.joined(separator: boldOff)
    }
    data(parts.joined(separator: boldOn))
  }

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
        // Nobody reads a message that cannot be written; the command's result stands.
        guard file == STDOUT_FILENO else { return }
        let code = errno
        error("standard output: \(String(cString: strerror(code)))")
        exit((code == EACCES || code == EPERM ? ExitStatus.permission : .unreadable).rawValue)
      }
    }
  }

  /// Whether colours may be used: only on a terminal, and not where NO_COLOR asks for none.
  static let usesColour: Bool = {
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
    return isatty(STDOUT_FILENO) == 1
  }()

  private static let boldOn = "\u{1b}[1m"
  private static let boldOff = "\u{1b}[0m"

  static func bold(_ text: String) -> String {
    usesColour ? boldOn + ShownText.line(text) + boldOff : text
  }
}
