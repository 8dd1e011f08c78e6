// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// `domain view --all`: every answer in one document, each the same as when it is asked for alone; and
/// saved guests that cannot be restored.
@Suite struct EveryAnswerTests {
  private let folder: TemporaryFolder
  private var state: String { folder.path + "/state" }
  private let dump = Fixtures.path("emulated-Haswell.txt")

  init() throws { folder = try TemporaryFolder() }

  private func view(_ words: String...) throws -> CommandResult {
    try BuiltCommand.run(["domain", "view", "a"] + words + ["--state-dir", state])
  }

  @Test func allIsEachOne() throws {
    let created = try BuiltCommand.run([
      "domain", "create", "a", "--kind", "hvm", "--vcpus", "3", "--host", dump, "--state-dir",
      state,
    ])
    #expect(created.status == 0, "\(created.errors)")
    let result = try view("--all", "-o", "json")
    let document = try JSONValue(parsing: Array(result.output.utf8), source: "output")
    #expect(document["kind"]?.string == "GuestViews" && document["domain"]?.string == "a")
    let vCPUs = try #require(document["vcpus"]?.array)
    #expect(vCPUs.compactMap { $0["vcpu"]?.integer } == [0, 1, 2])
    for vCPU in vCPUs {
      let leaves = vCPU["leaves"]?.array ?? []
      let numbers = leaves.compactMap { $0["leaf"]?.string }
      for leaf in ["0x00000000", "0x0000000d", "0x40000000", "0x40000003", "0x80000008"] {
        #expect(numbers.contains(leaf), "\(leaf)")
      }
      let places = leaves.map { "\($0["leaf"]?.string ?? ""):\($0["subleaf"]?.integer ?? -1)" }
      #expect(Set(places).count == places.count)
    }
    // Every seventh answer of the last one, asked for alone.
    let last = vCPUs[2]["leaves"]?.array ?? []
    for answer in last.enumerated().filter({ $0.offset % 7 == 3 }).map(\.element) {
      let words = [answer["leaf"]?.string ?? "", "\(answer["subleaf"]?.integer ?? 0)"]
      let alone = try view(words[0], words[1], "--vcpu", "2", "-o", "json")
      let single = try JSONValue(parsing: Array(alone.output.utf8), source: "output")
      for register in ["eax", "ebx", "ecx", "edx"] {
        #expect(single[register] == answer[register], "\(words) \(register)")
      }
    }
    let one = try view("--all", "--vcpu", "1", "-o", "csv")
    #expect(one.output.split(separator: "\n").count == last.count + 1)
    #expect(try view().status == 2)
    #expect(try view("--all", "1").status == 2)
    #expect(try view("--all", "--vcpu", "3").status == 2)
  }

  /// A stream without its end is safe nowhere.
  @Test func streamsWithoutAnEnd() throws {
    let path = Fixtures.path("saved-guest.xlsave")
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var refused = 0
    for count in stride(from: whole.count - 8, to: whole.count / 2, by: -8) {
      let file = folder.path + "/cut.xlsave"
      try whole.prefix(count).write(to: URL(fileURLWithPath: file))
      let shown = try BuiltCommand.run(["policy", "show", file, "-o", "name"])
      guard shown.status == 0 else { continue }
      let result = try BuiltCommand.run([
        "migrate", "check", file, Fixtures.path("emulated-max.txt"),
      ])
      #expect(result.status == 3 && result.output.isEmpty, "\(count)")
      refused += 1
      if refused == 2 { break }
    }
    #expect(refused > 0)
  }
}
