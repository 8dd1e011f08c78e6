// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The programs of README.md: the very files that are compiled, and what they print.
@Suite struct QuickStartTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Fixtures.root.appending(path: path), encoding: .utf8)
  }

  /// The file without its licence line.
  private static func shown(_ path: String) throws -> String {
    let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { $0.contains("SPDX") || $0.isEmpty }.joined(separator: "\n")
  }

  @Test func readmeShowsTheFileThatIsCompiled() throws {
    let block = "```swift\n" + (try Self.shown("Examples/swift/main.swift")) + "```\n"
    #expect(try Self.text("README.md").contains(block))
    let c = "```c\n" + (try Self.shown("Examples/c/quickstart.c")) + "```\n"
    #expect(try Self.text("docs/c-library.md").contains(c))
  }

  @Test func swiftProgramRuns() throws {
    let program = BuiltCommand.binary.deletingLastPathComponent().appending(path: "quickstart").path
    let words = [program, Fixtures.path("emulated-Haswell.txt")]
    let result = try BuiltCommand.program(words)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("emulated-Haswell.txt: ") == true, "\(result.output)")
    // Nothing is wrong with the policy; virtual CPU 1 is a core of its own.
    #expect(lines.count == 2 && lines.last == "AVX 0, APIC id 1", "\(result.output)")
    #expect(try Self.text("README.md").contains("```\n\(result.output)```\n"))
    // What is no host is refused with what to give.
    let refused = try BuiltCommand.program([program, Fixtures.path("saved-guest.xlsave")])
    #expect(refused.status != 0 && refused.errors.contains("a saved guest, and no host"))
  }
}
