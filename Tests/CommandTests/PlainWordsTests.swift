// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import cpupolicy

/// `host show` reads plain words itself, for speed. It must never read them otherwise than the parser.
@Suite struct PlainWordsTests {
  private static let words = [
    "--no-headers", "--wide", "-q", "--quiet", "-v", "--verbose", "-o", "--output", "json", "table",
    "--color", "never", "always",
    "name", "--source", "kvm", "xen", "native",
    "--from", "cpuid-r", "instlatx64", "--policy", "hvm-default", "raw", "--cpuid", "no-avx",
    "--dom0-cpuid", "itsc", "--xen", "4.17.7", "dump.txt", "-", "", "--", "-x", "--policy=raw",
    "-ojson", "--help",
    "--polic", "a b", "=",
  ]

  private func parsed(_ words: [String]) -> HostReport? {
    (try? HostCommand.Show.parse(words))?.report
  }

  @Test func meansWhatTheParserReads() {
    var random = SeededGenerator.fresh("meansWhatTheParserReads")
    var count = 0
    for _ in 0..<800 {
      let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        PlainWordsTests.words.randomElement(using: &random) ?? ""
      }
      guard let report = HostReport(plainWords: words) else { continue }
      count += 1
      #expect(report == parsed(words), "\(words)")
    }
    #expect(count > 50)
  }

  @Test(arguments: [
    ["dump.txt"], ["-o", "json", "dump.txt"], ["dump.txt", "--policy", "raw", "--no-headers"],
    ["--source", "kvm"], ["dump.txt", "--xen", "4.18"],
    ["--cpuid", "no-avx,smep=guest", "--dom0-cpuid", "itsc", "a"], [],
    ["dump.txt", "--from", "cpuid-r", "--output", "csv"],
  ])
  func takesTheUsualForms(_ words: [String]) throws {
    let report: HostReport? = HostReport(plainWords: words)
    #expect(report != nil && report == parsed(words))
  }

  @Test(arguments: [
    ["--help"], ["a", "b"], ["-o", "xml"], ["--source"], ["--policy=raw"], ["--polic", "raw"],
    ["--", "a"], ["-"], ["--source", "--policy"],
  ])
  func leavesTheRestToTheParser(_ words: [String]) {
    #expect(HostReport(plainWords: words) == nil)
  }
}
