// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// What a manager says that a host lacks is what the guest needs.
@Suite struct ComplaintTests {
  private let folder: TemporaryFolder
  private let complaint: String

  init() throws {
    folder = try TemporaryFolder()
    complaint = folder.path + "/complaint.txt"
    let text =
      "qemu-system-x86_64: warning: host doesn't support requested feature: CPUID.07H:EBX.avx2 [bit 5]\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: complaint))
  }

  private func json(_ words: [String]) throws -> JSONValue {
    let result = try BuiltCommand.run(words + ["-o", "json"])
    return try JSONValue(parsing: Array(result.output.utf8), source: "x")
  }

  @Test func moves() throws {
    let without = try json(["migrate", "check", complaint, Fixtures.path("emulated-Penryn.txt")])
    let host = try #require(without["destinations"]?.array?.first)
    #expect(host["verdict"]?.string == "unsafe")
    let lost = host["findings"]?.array?.filter { $0["code"]?.string == "CPU0101" } ?? []
    #expect(lost.compactMap { $0["field"]?.string } == ["AVX2"])
    // Nothing else of the guest is known, so no host is safe.
    let with = try json(["migrate", "check", complaint, Fixtures.path("emulated-max.txt")])
    #expect(with["destinations"]?.array?.first?["verdict"]?.string == "unknown")
  }

  @Test func explanations() throws {
    let list = try json(["explain", complaint])
    #expect(list["kind"]?.string == "FeatureList")
    #expect(list["features"]?.array?.compactMap { $0["name"]?.string } == ["AVX2"])
    let one = try json(["policy", "explain", complaint, Fixtures.path("emulated-max.txt")])
    #expect(one["feature"]?.string == "AVX2" || one["feature"]?.string == "avx2")
  }

  /// A log of a guest and its host is enough alone.
  @Test func guestAndHost() throws {
    let log = Fixtures.root.appending(path: "Fuzz/seeds/virtualbox.txt").path
    let difference = try BuiltCommand.run(["policy", "diff", log])
    #expect(difference.output.contains("FMA") && difference.status == 1)
    let check = try json(["migrate", "check", log])
    #expect(check["destinations"]?.array?.count == 1)
    let shown = try json(["policy", "show", log])
    #expect(shown["name"]?.string == "guest")
    #expect(try json(["policy", "show", log, "--policy", "raw"])["name"]?.string == "raw")
    let alone = try BuiltCommand.run(["policy", "diff", Fixtures.path("guest-epyc.txt")])
    #expect(alone.status == 2)
  }
}
