// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// Who reads the standard output: a terminal of some width, or a file.
///
/// A file or a pipe gets tables as wide as they are, the same everywhere, up to ``longest`` columns a line.
struct Screen: Equatable {
  /// No line of a table is longer, whoever reads it.
  static let longest = 400
  /// A terminal that says less is taken for one of this width: nothing fits into fewer columns.
  private static let narrowest = 20

  /// The columns that there are; nil where nothing says so, and in a file.
  var width: Int?
  /// Whether colours may be used. They never say what words do not.
  var usesColour: Bool
  /// Whether somebody sees what is printed while it is.
  var isTerminal: Bool

  /// The longest line that is printed.
  var limit: Int { min(width ?? Self.longest, Self.longest) }

  /// - Parameters:
  ///   - environment: the value of a variable.
  ///   - columns: what the terminal says of itself; nil where there is no terminal.
  init(environment: (String) -> String?, isTerminal: Bool, columns: Int?) {
    func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
    self.isTerminal = isTerminal
    let asked = environment("COLUMNS").flatMap { Int($0) } ?? 0
    let width = asked > 0 ? asked : columns ?? 0
    self.width = width > 0 ? max(width, Self.narrowest) : nil
    if isSet("NO_COLOR") {
      usesColour = false
    } else if isSet("CLICOLOR_FORCE"), environment("CLICOLOR_FORCE") != "0" {
      usesColour = true
    } else {
      let isPlain =
        environment("CLICOLOR") == "0" || !isSet("TERM") || environment("TERM") == "dumb"
      usesColour = isTerminal && !isPlain
    }
  }

  /// What the standard output is.
  static var current: Screen { chosen.withLock { $0 } }

  private static let chosen = Mutex(ofOutput)

  private static var ofOutput: Screen {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return Screen(
      environment: { name in getenv(name).map { String(cString: $0) } }, isTerminal: isTerminal,
      columns: isKnown ? Int(size.ws_col) : nil)
  }

  /// Tables are printed as a file gets them from now on.
  static func widen() { chosen.withLock { $0.width = nil } }
}
