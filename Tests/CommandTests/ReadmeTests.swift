// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What README shows is what the command says.
@Suite struct ReadmeTests {
  /// The examples: each a block of commands, with what they print behind each.
  static let examples: [[Substring]] = {
    let url = Fixtures.root.appending(path: "README.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```\n").map { $0.split(separator: "\n") }
      .filter { $0.first?.hasPrefix("$ cpupolicy ") == true }
  }()

  @Test func thereAreExamples() { #expect(Self.examples.count == 3) }

  @Test(arguments: examples) func isReal(_ example: [Substring]) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Tests", withDestinationPath: Fixtures.root.path + "/Tests")
    let commands = example.filter { $0.hasPrefix("$ ") }.map { $0.dropFirst(2) }
    // The name of the shell is the built command.
    let script = "exec 2>&1\ncpupolicy() { \"$0\" \"$@\"; }\n" + commands.joined(separator: "\n")
    let result = try BuiltCommand.run([], through: ["/bin/bash", "-c", script], in: folder.path)
    let printed = result.output.split(separator: "\n").filter { !$0.hasPrefix("note: ") }
    #expect(printed == example.filter { !$0.hasPrefix("$ ") })
  }
}
