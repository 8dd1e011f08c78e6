// SPDX-License-Identifier: Apache-2.0

import Glibc
import PolicyCore
import PolicyFormats
import PolicyText

/// Runs in the control domain of the rig and asks Xen through the back end: `answers` tries what Xen
/// says to each kind of policy, `speed` measures reading all of them, `lists` a list of a hundred domains. One
/// line a result.
@main
enum Main {
  static func main() async throws {
    switch CommandLine.arguments.dropFirst().first {
    case "answers": try await Answers().run()
    case "speed": try Speed.run()
    case "lists": try await Lists.run()
    default:
      print("usage: xen-checks answers|speed|lists")
      exit(2)
    }
  }
}
