// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What `docs/tasks.md` shows is what the commands say, one after the other in one folder.
@Suite struct TaskTests {
  private static let page = Fixtures.root.appending(path: "docs/tasks.md")

  @Test func theyAreReal() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Tests", withDestinationPath: Fixtures.root.path + "/Tests")
    var count = 0
    var real: [Substring] = []
    var isExample = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## I want to ") { count += 1 }
      if line == "```" { isExample.toggle() }
      guard isExample, line != "```" else {
        real.append(line)
        continue
      }
      // What stands there was printed by an earlier version.
      guard line.hasPrefix("$ ") else { continue }
      let script = "exec 2>&1\ncpupolicy() { \"$0\" \"$@\"; }\n" + line.dropFirst(2)
      let result = try BuiltCommand.run(
        [], through: ["/bin/bash", "-c", script], in: folder.path)
      real.append(line)
      real += result.output.split(separator: "\n").filter { !$0.hasPrefix("note: ") }.map {
        Substring($0)
      }
    }
    #expect(count >= 20 && !isExample)
    let found = real.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["CPUPOLICY_UPDATE"] == "1" {
      try Data(found.utf8).write(to: Self.page)
    }
    #expect(found == text)
  }
}
