// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
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

  /// When colours are used; `auto`: on a terminal that has them.
  enum Colours: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// - Parameters:
  ///   - environment: the value of a variable.
  ///   - columns: what the terminal says of itself; nil where there is no terminal.
  ///   - asked: an option's or the environment's word for this command, before all other variables.
  ///   - usual: a file's word, where no variable says more.
  init(
    environment: (String) -> String?, isTerminal: Bool, columns: Int?, asked: Colours? = nil,
    usual: Colours = .auto
  ) {
    func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
    self.isTerminal = isTerminal
    let columnsAsked = environment("COLUMNS").flatMap { Int($0) } ?? 0
    let width = columnsAsked > 0 ? columnsAsked : columns ?? 0
    self.width = width > 0 ? max(width, Self.narrowest) : nil
    if let asked, asked != .auto {
      usesColour = asked == .always
    } else if isSet("NO_COLOR") {
      usesColour = false
    } else if isSet("CLICOLOR_FORCE"), environment("CLICOLOR_FORCE") != "0" {
      usesColour = true
    } else if asked == nil, usual != .auto {
      usesColour = usual == .always
    } else {
      let isPlain =
        environment("CLICOLOR") == "0" || !isSet("TERM") || environment("TERM") == "dumb"
      usesColour = isTerminal && !isPlain
    }
  }

  /// What the standard output is.
  static var current: Screen {
    chosen.withLock { screen in
      if let screen { return screen }
      let found = ofOutput(option.withLock { $0 })
      screen = found
      return found
    }
  }

  private static let chosen = Mutex<Screen?>(nil)
  private static let option = Mutex<Colours?>(nil)

  static let colorWord = OptionWord("color")

  /// Colours as an option asks for them; nil where none does.
  static func choose(_ colours: Colours?) { option.withLock { $0 = colours } }

  private static func ofOutput(_ option: Colours?) -> Screen {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    let configured = Configuration.current.color
    let isFromFile = configured?.origin != Configuration.Key.color.variable
    return Screen(
      environment: { name in getenv(name).map { String(cString: $0) } }, isTerminal: isTerminal,
      columns: isKnown ? Int(size.ws_col) : nil,
      asked: option ?? (isFromFile ? nil : configured?.value),
      usual: isFromFile ? configured?.value ?? .auto : .auto)
  }

  /// Tables are printed as a file gets them from now on.
  static func widen() {
    var screen = current
    screen.width = nil
    chosen.withLock { $0 = screen }
  }
}
