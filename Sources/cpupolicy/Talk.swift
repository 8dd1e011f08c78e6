// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Synchronization

/// How much the command says besides its answer.
enum Talk: Sendable {
  /// Errors alone.
  case quiet
  /// Notes, too.
  case usual
  /// Also what was read, and as what.
  case verbose

  private static let chosen = Mutex(Talk.usual)

  static var current: Talk { chosen.withLock { $0 } }

  static func choose(_ talk: Talk) { chosen.withLock { $0 = talk } }

  static let quietWord = OptionWord("quiet", short: "q")
  static let verboseWord = OptionWord("verbose", short: "v")

  /// The options, which every command has.
  struct Options: ParsableArguments {
    @Flag(name: quietWord.names, help: "No notes: errors alone beside the answer.")
    var quiet = false
    @Flag(name: verboseWord.names, help: "Say of each input as what it was read.")
    var verbose = false

    var talk: Talk { quiet ? .quiet : verbose ? .verbose : .usual }

    func validate() throws { Talk.choose(talk) }
  }
}
