// SPDX-License-Identifier: Apache-2.0

import Fleet
import Foundation
import Stores

/// Writes to a fleet's store until it is killed, and says of each commit that was acknowledged which it is:
/// `ack WRITER NUMBER REVISION`, a line at once. Part of no product: a test kills it.
@main
struct FleetWriterProgram {
  /// So many write at once.
  private static let writers = 16
  /// So often each: a program that nobody kills fills no disk.
  private static let most = 5000

  static func main() async throws {
    let store = try SQLiteFleetStore(directory: CommandLine.arguments[1])
    let round = CommandLine.arguments[2]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          for number in 0..<most {
            let key = "w/\(round)/\(writer)/\(number)"
            let revision = try await store.commit(
              [.isAbsent(key)], [.put(key, Array("\(number)".utf8)), .put("last/\(writer)", [])])
            Self.say("ack \(key) \(revision.number)\n")
          }
        }
      }
      try await group.waitForAll()
      // It ends when it is killed, however late that is.
      while true { try await Task.sleep(for: .seconds(60)) }
    }
  }

  /// One write to the pipe, which takes it whole.
  private static func say(_ line: String) {
    let bytes = Array(line.utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
