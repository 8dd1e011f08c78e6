// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import TestSupport
import Testing

/// Pages and pictures in the place of tables: on the standard output and in files, with the same exit status.
@Suite struct PictureCommandTests {
  private static let one = Fixtures.path("emulated-Haswell.txt")
  private static let other = Fixtures.path("emulated-Nehalem.txt")

  /// Each command, and the option that draws what it says.
  private static let commands: [([String], String)] = [
    (["host", "show", one], "--html"),
    (["pool", "compare", one, other], "--html"),
    (["policy", "diff", one, other], "--html"),
    (["policy", "diff", one, one], "--html"),
    (
      ["topology", "show", Fixtures.path("topology/GenuineIntel00106D0_Dunnington_CPUID.txt")],
      "--svg"
    ),
  ]

  @Test func theyStandInThePlaceOfTheTable() throws {
    let folder = try TemporaryFolder()
    var statuses: Set<Int32> = []
    for (words, option) in Self.commands {
      let table = try BuiltCommand.run(words)
      let shown = try BuiltCommand.run(words + [option])
      statuses.insert(shown.status)
      #expect(shown.status == table.status && shown.errors == table.errors, "\(words)")
      #expect(XMLParser(data: Data(shown.output.utf8)).parse(), "\(words)")
      #expect(shown.output.hasPrefix(option == "--svg" ? "<?xml" : "<!DOCTYPE html>"), "\(words)")
      let file = folder.path + "/picture"
      let written = try BuiltCommand.run(words + [option, "--out", file])
      #expect(written.status == table.status && written.output.isEmpty, "\(words)")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == shown.output, "\(words)")
      // What cannot be: two forms at once, a file without a picture, and a file that nobody can write.
      for (wrong, status) in [
        ([option, "-o", "json"], 2), (["--out", file + "2"], 2),
        ([option, "--out", folder.path + "/none/x"], 3),
      ] as [([String], Int32)] {
        let result = try BuiltCommand.run(words + wrong)
        #expect(result.status == status && result.output.isEmpty, "\(words + wrong)")
        #expect(
          result.errors.split(separator: "\n").count == 1
            + shown.errors.split(separator: "\n").count)
      }
      #expect(!FileManager.default.fileExists(atPath: file + "2"))
    }
    #expect(statuses == [0, 1])
    let refused = try BuiltCommand.run(Self.commands[0].0 + ["--html", "--policy", "raw"])
    #expect(refused.status == 2 && refused.errors.contains("--policy"))
  }

  /// A name of a file is text in the page.
  @Test func namesOfFilesAreText() throws {
    let folder = try TemporaryFolder()
    let dump = try String(contentsOfFile: Self.one, encoding: .utf8)
    let name = "<script>alert(1)<&\"\u{1b}[2J\u{202e}.txt"
    let file = try folder.file(name.replacing("/", with: ""), dump)
    for words in [
      ["host", "show", file], ["pool", "compare", file, Self.other],
      ["policy", "diff", file, Self.other],
    ] {
      let page = try BuiltCommand.run(words + ["--html"]).output
      #expect(
        page.contains("&lt;script&gt;alert(1)&lt;&amp;&quot;\\u{1b}[2J\\u{202e}.txt"), "\(words)")
      #expect(!page.contains("<script") && !page.contains("\u{1b}"), "\(words)")
      #expect(XMLParser(data: Data(page.utf8)).parse(), "\(words)")
    }
  }
}
