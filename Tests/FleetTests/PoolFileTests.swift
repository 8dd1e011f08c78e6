// SPDX-License-Identifier: Apache-2.0

import Fleet
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

@Suite struct PoolFileTests {
  private static let text = """
    # The machines in the cellar
    name = "cluster-1"
    kind = 'pv'  # all of them

    hosts = [
      "hosts/a.json", # the first
      "hosts/\\"b\\".json",
    ]
    waivers = ["CPU0201"]
    """

  @Test func isRead() throws {
    for text in [Self.text, Self.text.replacing("\n", with: "\r\n")] {
      let pool = try PoolFile(reading: Array(text.utf8), source: "pool.toml")
      #expect(pool.name == "cluster-1" && pool.kind == .pv)
      #expect(pool.hosts == ["hosts/a.json", "hosts/\"b\".json"])
      #expect(pool.waivers == ["CPU0201"])
    }
  }

  @Test(arguments: [
    ("[pool]\nhosts = [\"a\"]", 1, 1, "key is expected"),
    ("hosts = [\"a\"]\nsize = 1", 2, 8, "string is expected"),
    ("hosts = [\"a\"]\nsize = \"1\"", 2, 1, "size is unknown"),
    ("hosts = [\"a\"]\nhosts = [\"b\"]", 2, 1, "first stands in line 1"),
    ("hosts = \"a\"", 1, 1, "hosts is a list"),
    ("name = [\"a\"]", 1, 1, "name is no list"),
    ("hosts = [\"a\" \"b\"]", 1, 14, "comma"),
    ("hosts = [\"a\"", 1, 13, "comma"),
    ("hosts = [\"a]", 1, 10, "no end"),
    ("hosts = [\"\"\"a\"\"\"]", 1, 10, "no end"),
    ("hosts = [\"\\u0041\"]", 1, 12, "escape"),
    ("hosts = [\"a\"] x", 1, 15, "behind the value"),
    ("a.b = \"c\"", 1, 2, "equals sign"),
    ("hosts = [\"a\"]\nkind = \"vm\"", 2, 1, "no kind"),
    ("hosts = [\"a\"]\nwaivers = [\"CPU9999\"]", 2, 1, "no code"),
    ("name = \"a\"", 1, 1, "no hosts"),
  ])
  func allElseIsRefused(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    let error = #expect(throws: FormatError.self) {
      try PoolFile(reading: Array(text.utf8), source: "pool.toml")
    }
    #expect(error?.line == line && error?.column == column, "\(text): \(error?.description ?? "")")
    #expect(error?.message.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func damagedFiles() {
    var generator = SeededGenerator.fresh("damaged pools")
    for _ in 0..<1_000 {
      var bytes = Array(Self.text.utf8)
      for _ in 0..<3 where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        if Bool.random(using: &generator) {
          bytes[place] = UInt8.random(in: 0...255, using: &generator)
        } else {
          bytes = Array(bytes[..<place])
        }
      }
      do throws(FormatError) {
        _ = try PoolFile(reading: bytes, source: "pool.toml")
      } catch {
        #expect((error.line ?? 0) > 0 && (error.column ?? 0) > 0)
      }
    }
  }
}
