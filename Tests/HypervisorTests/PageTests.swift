// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// `docs/ring0.md` says where each sentence of the plan runs, and what is seen then.
@Suite struct PageTests {
  static let page = Fixtures.root.appending(path: "docs/ring0.md")

  /// A place of the page: a file below the example, a line, and what stands there.
  static var place: Regex<(Substring, Substring, Substring, Substring)> {
    /`([a-z]+\/[A-Za-z]+\.(?:swift|c|h|S)):([0-9]+)` `([^`]+)`/
  }

  private static func lines(of file: Substring) throws -> [Substring] {
    let path = Fixtures.root.appending(path: "Examples/hypervisor/" + file)
    return try String(contentsOf: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// `CPUPOLICY_UPDATE=1` writes the numbers anew.
  @Test func placesAreTrue() throws {
    var text = try String(contentsOf: Self.page, encoding: .utf8)
    let places = text.matches(of: Self.place).map(\.output)
    #expect(places.count >= 35)
    for (whole, file, number, code) in places {
      let lines = try Self.lines(of: file)
      let line = try #require(Int(number))
      if (1...lines.count).contains(line), lines[line - 1].contains(code) { continue }
      let right = try #require(lines.firstIndex { $0.contains(code) }, "\(file): \(code)") + 1
      if ProcessInfo.processInfo.environment["CPUPOLICY_UPDATE"] == "1" {
        text = text.replacing(whole, with: "`\(file):\(right)` `\(code)`")
      } else {
        Issue.record("docs/ring0.md: \(file):\(number) is not \"\(code)\"; line \(right) is")
      }
    }
    if ProcessInfo.processInfo.environment["CPUPOLICY_UPDATE"] == "1" {
      try text.write(to: Self.page, atomically: true, encoding: .utf8)
    }
  }

  /// What the page quotes is said by one of the boots that it names.
  // Skipped where a program is missing that builds or boots the hypervisor.
  @Test(.enabled(if: Machine.isThere)) func quotesAreTrue() throws {
    let boots = [
      try ScriptTests.run("EPYC-Rome"), try ScriptTests.run("max"),
      try ScriptTests.run("Skylake-Server"), try ScriptTests.run("max", ScriptTests.options),
    ]
    let said = Set(boots.flatMap(\.lines))
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let quotes = text.split(separator: "```").enumerated().filter { $0.offset % 2 == 1 }
      .flatMap { $0.element.split(separator: "\n").map(String.init) }
      .filter { !$0.hasPrefix("make ") }
    #expect(quotes.count >= 20)
    for quote in quotes { #expect(said.contains(quote), "\(quote)") }
    #expect(text.contains(ScriptTests.options))
  }
}
