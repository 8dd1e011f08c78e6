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

  /// Text for people, in which only a ``Style`` controls the terminal, and no line is longer than there
  /// is room for.
  static func table(_ text: String) {
    let screen = Screen.current
    var shown = screen.usesColour ? shownWithStyles(text) : ShownText.lines(text)
    if shown.utf8.split(separator: UInt8(ascii: "\n")).contains(where: { $0.count > screen.limit })
    {
      shown = shown.split(separator: "\n", omittingEmptySubsequences: false)
        .map { Folding.report($0, screen.limit) }.joined(separator: "\n")
    }
    data(shown)
  }

  /// The text with its styles, and nothing else that controls the terminal.
  private static func shownWithStyles(_ text: String) -> String {
    var shown = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "\u{1b}") {
      shown += ShownText.lines(String(rest[..<start]))
      rest = rest[start...]
      let control = Style.controls.first { rest.hasPrefix($0) }
      shown += control ?? ShownText.line(String(rest.prefix(1)))
      rest = rest.dropFirst(control?.count ?? 1)
    }
    return shown + ShownText.lines(String(rest))
  }

  /// What a reader should know besides; nothing is wrong.
  static func note(_ message: String) {
    if Talk.current != .quiet { error("note: " + message) }
  }

  /// What only somebody wants to know who asks for it.
  static func detail(_ message: @autoclosure () -> String) {
    if Talk.current == .verbose { error("detail: " + message()) }
  }

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

  static func bold(_ text: String) -> String { styled(ShownText.line(text), .bold) }

  /// The word of a severity, a verdict or an effect, in its colour.
  static func word(_ word: String) -> String { styled(word, Style.of(word)) }

  static func styled(_ text: String, _ style: Style?) -> String {
    guard let style, Screen.current.usesColour else { return text }
    return style.start + text + Style.end
  }
}
