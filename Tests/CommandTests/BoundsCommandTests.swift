// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// The command's own room: the kernel refuses it more than 200 MB of data.
@Suite struct BoundsCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ words: [String], input: Data? = nil) throws -> CommandResult {
    try BuiltCommand.run(
      words, input: input, through: ["/bin/sh", "-c", "ulimit -d 204800; exec \"$@\"", "sh"])
  }

  private static let bytes = 2 << 20

  private func repeated(_ unit: (Int) -> String) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < Self.bytes {
      text += unit(number)
      number += 1
    }
    return text
  }

  /// Many CPUs take as much room as their text, not that of as many policies.
  @Test func manyCPUs() throws {
    let dump = try folder.file(
      "dump.txt",
      repeated {
        """
        CPU \($0):
           0x00000000 0x00: eax=0x00000001 ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69

        """
      })
    for words in [
      ["host", "show", dump], ["host", "facts", dump], ["policy", "show", dump],
    ] {
      let result = try run(words)
      #expect(result.status == 0, "\(words): \(result.errors.prefix(300))")
    }
    // Of leaf 0 alone no CPU has a place.
    #expect(try run(["topology", "audit", dump]).status == 3)
  }

  /// A document with many CPUs is printed one kind of CPU at a time, and is one document: CPUs that agree stand
  /// there once.
  @Test func factsOfManyCPUs() throws {
    let one = try String(contentsOfFile: Fixtures.path("emulated-max.txt"), encoding: .utf8)
    for (count, kinds) in [(1, 1), (30, 1), (30, 3)] {
      let dump = try folder.file(
        "dump\(count)-\(kinds).txt",
        (0..<count).map { number in
          one.replacing("Logical CPU #0", with: "Logical CPU #\(number)")
            .replacing("00060FB1", with: "00060FB\(1 + number % kinds)")
        }.joined())
      let result = try run(["host", "facts", dump, "-o", "json"])
      #expect(result.status == 0, "\(result.errors.prefix(300))")
      let document = try JSONValue(parsing: Array(result.output.utf8), source: "output")
      #expect(document.text + "\n" == result.output)
      let groups = try #require(document["cpus"]?.array)
      #expect(groups.count == kinds)
      #expect(Set(groups.map { $0["digest"]?.string }).count == kinds)
      #expect(document["logicalCPUs"]?.integer == count)
      #expect(document["uniform"]?.bool == (count == 1 ? nil : kinds == 1))
      let file = try folder.file("facts\(count)-\(kinds).json", result.output)
      let again = try run(["host", "facts", file, "-o", "json"])
      #expect(again.output == result.output)
      let yaml = try run(["host", "facts", dump, "-o", "yaml"])
      #expect(yaml.output.contains("cpus:\n- "), "\(yaml.output.prefix(300))")
    }
  }

  @Test func manyValues() throws {
    let numbers = try folder.file("numbers.json", "[" + repeated { _ in "1," } + "1]")
    let names = try folder.file("names.json", "{" + repeated { "\"\($0)\":0," } + "\"x\":0}")
    let many = try run(["policy", "show", numbers])
    #expect(many.status == 3 && many.errors.contains("values"))
    #expect(try run(["policy", "show", names]).status == 3)
  }

  @Test func manyElements() throws {
    let file = try folder.file("many.xml", "<cpu>" + repeated { _ in "<a b=''/>" } + "</cpu>")
    let result = try run(["policy", "show", file])
    #expect(result.status == 3 && result.errors.contains("elements"))
  }

  @Test func endlessStreams() throws {
    let result = try run(["policy", "show", "/dev/zero"])
    #expect(result.status == 3 && result.errors.contains("more than"))
  }

}
