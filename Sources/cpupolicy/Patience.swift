// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Synchronization

/// How long the command waits for others: a running QEMU, another process in the store.
enum Patience {
  private static let chosen = Mutex(30)

  /// In seconds.
  static var seconds: Int { chosen.withLock { $0 } }

  /// The option, which every command with inputs has.
  struct Option: ParsableArguments {
    @ArgumentParser.Option(
      help: "Seconds to wait for a running QEMU's answers, or for another process in the store.")
    var timeout = 30

    func validate() throws {
      guard (1...86_400).contains(timeout) else {
        throw ValidationError("--timeout \(timeout): give 1 to 86400 seconds")
      }
      chosen.withLock { $0 = timeout }
    }
  }
}
