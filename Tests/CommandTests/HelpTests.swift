// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

@testable import cpupolicy

/// Help ends with examples that work, and the manual pages say what help says.
@Suite struct HelpTests {
  /// The words of every command, those with verbs among them, as the command tells them to programs.
  static func commands() throws -> [(words: [String], isVerb: Bool)] {
    let told = try BuiltCommand.run(["--experimental-dump-help"])
    let tool = try JSONValue(parsing: Array(told.output.utf8), source: "help")
    var found: [(words: [String], isVerb: Bool)] = []
    func visit(_ command: JSONValue, _ words: [String]) {
      let verbs = (command["subcommands"]?.array ?? []).filter {
        $0["commandName"]?.string != "help"
      }
      found.append((words, verbs.isEmpty))
      for verb in verbs { visit(verb, words + [verb["commandName"]?.string ?? ""]) }
    }
    visit(try #require(tool["command"]), [])
    return found
  }

  @Test func everyCommandShowsExamples() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 42 && commands.filter(\.isVerb).count >= 31)
    let verbs = commands.filter(\.isVerb).map { $0.words.joined(separator: " ") }
    #expect(Set(Example.all.map(\.verb)) == Set(verbs))
    // However help is asked for; of every other command the manual page below has it.
    for words in [[], ["policy"], ["policy", "audit"]] {
      for asked in [words + ["--help"], words + ["-h"], ["help"] + words] {
        let help = try BuiltCommand.run(asked)
        #expect(help.status == 0)
        for example in Example.all(of: words) {
          #expect(help.output.contains("\n  \(example.purpose):\n    \(example.line)\n"))
        }
        let headings = ["FILES", "ENVIRONMENT", "EXIT STATUS"]
        for heading in ["EXAMPLES"] + headings {
          let isThere = help.output.contains("\n\(heading):\n")
          #expect(isThere == (words.isEmpty || heading == "EXAMPLES"), "\(asked)")
        }
      }
    }
    for example in Example.all.flatMap(\.examples) {
      #expect(example.line.count <= 76 && example.purpose.count <= 77, "\(example)")
    }
    // A message of what is wrong is no help.
    #expect(!(try BuiltCommand.run(["host", "show", "--nonsense"]).errors.contains("EXAMPLES")))
  }

  /// One after the other in one folder, as they stand, each for the verb that shows it.
  @Test func examplesWork() throws {
    let folder = try TemporaryFolder()
    for (name, fixture) in [
      ("host.txt", "guest-epyc.txt"), ("old.txt", "emulated-Nehalem.txt"),
      ("new.txt", "emulated-Haswell.txt"),
    ] {
      try FileManager.default.copyItem(
        atPath: Fixtures.path(fixture), toPath: folder.path + "/" + name)
    }
    _ = try folder.file("web.xml", "<domain type='kvm'><name>web</name></domain>")
    var run = 0
    for (verb, examples) in Example.all.sorted(by: { Self.place($0.verb) < Self.place($1.verb) }) {
      for example in examples {
        #expect(example.line.hasPrefix("cpupolicy \(verb)"))
        // One that hangs on the machine may wait for what never comes.
        let command = example.status == nil ? "timeout -s INT 20 \"$0\" \"$@\"" : "\"$0\" \"$@\""
        let script = "cpupolicy() { \(command); }\n" + example.line
        let result = try BuiltCommand.run(
          [], through: ["/bin/bash", "-c", script], in: folder.path,
          settings: ["XDG_STATE_HOME": folder.path + "/state"])
        run += 1
        if let status = example.status {
          #expect(result.status == status.rawValue, "\(example.line): \(result.errors)")
        } else {
          #expect(![2, 3].contains(result.status), "\(example.line): \(result.errors)")
        }
        // What prints nothing at all shows nothing, unless it went into a file.
        #expect(
          !(result.output + result.errors).isEmpty || example.line.contains(">")
            || example.status == nil, "\(example.line)")
      }
    }
    #expect(run >= 40)
  }

  /// What makes a policy and a domain comes before what takes them, and destroy last.
  private static func place(_ verb: String) -> Int {
    switch verb {
    case "host show": 0
    case "domain create": 1
    case "domain show": 2
    case "domain set-policy": 3
    case "domain destroy": 5
    default: 4
    }
  }

  // MARK: Manual pages

  private static let sections = [
    "NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "FILES", "ENVIRONMENT", "EXIT STATUS",
    "SEE ALSO",
  ]

  @Test func pagesAreWhatTheCommandDeclares() throws {
    let folder = try TemporaryFolder()
    let made = try folder.run([
      Fixtures.root.path + "/scripts/make-man-pages.sh", BuiltCommand.binary.path,
      folder.path + "/man",
    ])
    #expect(made.status == 0, "\(made.errors)")
    let commands = try Self.commands()
    func name(_ words: [String]) -> String { (["cpupolicy"] + words).joined(separator: "-") + ".1" }
    let checkedIn = Fixtures.root.path + "/docs/man"
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: checkedIn).sorted()
        == commands.map { name($0.words) }.sorted())
    for (words, _) in commands {
      let name = name(words)
      let page = try String(contentsOfFile: folder.path + "/man/" + name, encoding: .utf8)
      #expect(
        try String(contentsOfFile: checkedIn + "/" + name, encoding: .utf8) == page,
        "\(name) is not what the command declares: make docs")
      let headings = page.split(separator: "\n").filter { $0.hasPrefix(".SH ") }.map {
        String($0.dropFirst(4))
      }
      #expect(headings.filter(Self.sections.contains) == Self.sections, "\(name)")
      let examples = Example.all(of: words)
      #expect(!examples.isEmpty, "\(name)")
      for example in examples {
        #expect(page.contains("\n" + example.line.replacing("-", with: "\\-") + "\n"), "\(name)")
      }
    }
  }

  private static let judges = [
    ["mandoc", "-T", "lint", "-W", "warning"], ["groff", "-man", "-Tutf8", "-ww", "-z"],
  ].filter { judge in
    let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/" + judge[0])
    if !isThere { print("skipped: there is no \(judge[0])") }
    return isThere
  }

  /// Nothing that a formatter of pages would complain of.
  @Test(.enabled(if: !judges.isEmpty, "there is no formatter"), arguments: judges)
  func pagesAreWellFormed(_ judge: [String]) throws {
    let folder = try TemporaryFolder()
    let pages = Fixtures.root.path + "/docs/man"
    let names = try FileManager.default.contentsOfDirectory(atPath: pages)
    #expect(names.count >= 42)
    for name in names {
      // As they are packed: with a date.
      let text = try String(contentsOfFile: pages + "/" + name, encoding: .utf8)
        .replacing(" 1 \"\" ", with: " 1 \"2026-01-01\" ", maxReplacements: 1)
      let result = try folder.run(judge + [try folder.file(name, text)])
      #expect(result.status == 0 && (result.output + result.errors).isEmpty, "\(result)")
    }
  }
}
