// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// What people see: on terminals of 80 and of 120 columns, and in a pipe.
@Suite struct ReadingTests {
  private static let guest = "Tests/Fixtures/guest-epyc.txt"
  private static let rome = "Tests/Fixtures/emulated-EPYC-Rome.txt"
  private static let haswell = "Tests/Fixtures/emulated-Haswell.txt"

  /// Commands, by the name under which what they show is pinned.
  static let commands: [String: [String]] = [
    "host-show": ["host", "show", guest], "host-facts": ["host", "facts", guest],
    "features-list": ["features", "list"], "policy-show": ["policy", "show", guest],
    "policy-explain": ["policy", "explain", "avx512f", guest, "--cpuid", "no-avx"],
    "policy-diff": ["policy", "diff", guest, rome],
    "policy-audit": ["policy", "audit", guest, "--against", rome],
    "pool-compare": ["pool", "compare", guest, rome, haswell],
    "pool-level": ["pool", "level", rome, guest], "host-diff": ["host", "diff", guest, rome],
    "migrate-check": ["migrate", "check", guest, rome, haswell, "-q"],
    "topology-solve": [
      "topology", "solve", "--sockets", "2", "--dies", "1", "--cores", "8", "--threads", "2",
    ],
    "topology-show": ["topology", "show", guest], "explain": ["explain"],
    "domain-list": ["domain", "list", "--state-dir", "/nonexistent/none"],
  ]

  /// Those whose screens are pinned; the others change with each row of the tables.
  static let pinned = [
    "policy-explain", "policy-diff", "policy-audit", "host-diff", "migrate-check", "topology-solve",
    "topology-show", "domain-list",
  ]

  private func run(_ name: String, _ settings: [String: String]) throws -> String {
    let words = try #require(Self.commands[name])
    return try BuiltCommand.run(words, in: Fixtures.root.path, settings: settings).output
  }

  private static func longest(_ text: String) -> Int {
    text.split(separator: "\n").map(\.count).max() ?? 0
  }

  @Test(arguments: commands.keys.sorted(), [60, 80, 120])
  func noLineIsLongerThanTheScreen(_ name: String, _ width: Int) throws {
    let text = try run(name, ["COLUMNS": "\(width)"])
    #expect(!text.isEmpty)
    #expect(Self.longest(text) <= width, "\(text)")
  }

  @Test(arguments: commands.keys.sorted())
  func noLineOfATableIsLongerThan400(_ name: String) throws {
    #expect(Self.longest(try run(name, [:])) <= 400)
  }

  @Test func aPipeGetsTheWholeTable() throws {
    let pipe = try run("host-show", [:])
    #expect(pipe.contains("x    x     -       -   x        x    -        4M pages"))
    let words = try #require(Self.commands["host-show"]) + ["--wide"]
    for settings in [[:], ["COLUMNS": "80"]] {
      let wide = try BuiltCommand.run(words, in: Fixtures.root.path, settings: settings)
      #expect(wide.output == pipe)
    }
  }

  /// Columns of equal policies are one, and meanings are said to be elsewhere.
  @Test func hostShowFoldsPoliciesThatAreEqual() throws {
    let text = try run("host-show", ["COLUMNS": "80"])
    #expect(text.contains("what each means: --wide"))
    #expect(text.contains("\nmaxBasicLeaf            0x1c        0xd         0xd\n"), "\(text)")
  }

  /// What does not fit stands below, and none of it is lost.
  @Test func featuresListKeepsEveryMeaning() throws {
    func joined(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    let narrow = joined(try run("features-list", ["COLUMNS": "80"]))
    let document = try BuiltCommand.run(["features", "list", "-o", "json"]).output
    let list = try JSONValue(parsing: Array(document.utf8), source: "features")
    for feature in try #require(list["features"]?.array) {
      let meaning = joined(try #require(feature["meaning"]?.string))
      #expect(narrow.contains(meaning), "\(meaning)")
    }
  }

  @Test func countsAreInThePlural() throws {
    #expect(try run("topology-solve", [:]).contains("32 virtual CPUs"))
    let one = [
      "topology", "solve", "--sockets", "1", "--dies", "1", "--cores", "1", "--threads", "1",
    ]
    #expect(try BuiltCommand.run(one).output.contains("1 virtual CPU\n"))
    #expect(try run("domain-list", [:]) == "no domains: domain create makes one\n")
  }

  /// Commands that come to one of something.
  private static let single: [[String]] = [
    ["pool", "level", rome], ["pool", "compare", rome], ["pool", "plan", rome, "--gain", "avx2"],
    ["pool", "plan", rome, "--partition", "1"], ["migrate", "graph", "--hosts", rome],
    ["migrate", "graph", "--hosts", rome, "--guests", "Tests/Fixtures/saved-guest.xlsave"],
    ["migrate", "check", "Tests/Fixtures/saved-guest.xlsave", rome], ["topology", "audit", guest],
    ["pool", "simulate", rome, "--set", "emulated-EPYC-Rome.txt:cpuid=no-aes"],
    ["policy", "audit", rome, "--candidate-policy", "hvm-default", "--against", rome],
    ["policy", "audit", guest, "--against", guest], ["host", "show", guest, "-v"],
    ["policy", "explain", "avx2", "--cpuid", "no-avx", rome],
  ]

  /// Neither "1 features" nor "feature(s)", in answers, notes and errors.
  @Test func nothingIsCountedInTheWrongNumber() throws {
    let words = /(?:^|[\s(])1 ([a-z]+s|CPUs)\b|[a-z]\(s\)/
    let singular: Set = ["is", "has", "was", "does", "as", "this", "class"]
    var outputs = 0
    for command in Array(Self.commands.values) + Self.single {
      let result = try BuiltCommand.run(command, in: Fixtures.root.path)
      #expect([0, 1, 6].contains(result.status), "\(command): \(result.errors)")
      outputs += result.output.isEmpty ? 0 : 1
      for line in (result.output + result.errors).split(separator: "\n") {
        guard let match = line.firstMatch(of: words) else { continue }
        let counted = match.1.map(String.init)
        #expect(counted.map(singular.contains) == true, "\(command): \(line)")
      }
    }
    #expect(outputs == Self.commands.count + Self.single.count)
  }

  @Test func quietAndVerbose() throws {
    let words = ["host", "show", Self.guest, "-o", "name"]
    let path = Fixtures.root.path
    let verbose = try BuiltCommand.run(words + ["-v"], in: path)
    #expect(verbose.errors.contains("guest-epyc.txt: read as cpuid-r: 1 CPU"), "\(verbose.errors)")
    let noted = ["migrate", "check", Self.guest, Self.haswell]
    #expect(try BuiltCommand.run(noted, in: path).errors.contains("note: "))
    #expect(try BuiltCommand.run(noted + ["-q"], in: path).errors.isEmpty)
    let both = try BuiltCommand.run(words + ["-q", "-v"], in: path)
    #expect(both.errors.isEmpty && both.output == verbose.output)
  }

  // MARK: A terminal

  /// What the command shows on a real terminal.
  private func terminal(
    _ words: [String], width: Int, settings: [String: String] = [:]
  ) throws -> String {
    let script = """
      printf -v line '%q ' "$0" "$@"
      exec script -qec "stty cols \(width); exec $line" /dev/null
      """
    let result = try BuiltCommand.run(
      words, through: ["/bin/bash", "-c", script], in: Fixtures.root.path,
      settings: ["TERM": "xterm"].merging(settings) { $1 })
    return result.output.replacing("\r\n", with: "\n")
  }

  /// What stands on the screen of a terminal emulator, with its colours as `^[[31m`. A line that does not
  /// fit would stand in two rows there.
  @Test(.enabled(if: hasEmulator), arguments: pinned, [80, 120])
  func screensArePinned(_ name: String, _ width: Int) throws {
    let words = try #require(Self.commands[name])
    let lines = try screen(words, width: width)
    #expect(lines.contains { $0.contains("^[[") } || !Self.coloured.contains(name))
    let difference = try PinnedText.difference("screens/\(name)-\(width).txt", lines)
    #expect(difference == [], "CPUPOLICY_UPDATE=1 pins screens anew")
  }

  /// Those with a severity or a verdict.
  static let coloured: Set = ["policy-diff", "policy-audit", "host-diff", "migrate-check"]

  /// tmux is what draws the screen.
  static let hasEmulator = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  /// The rows that the command leaves on a screen of tmux.
  private func screen(_ words: [String], width: Int) throws -> [String] {
    let folder = try TemporaryFolder()
    // The session's own shell ends when the screen has been read.
    let program = """
      set -e
      t() { /usr/bin/tmux -S '\(folder.path)/socket' -f /dev/null "$@"; }
      printf -v line '%q ' "$0" "$@"
      t new-session -d -x \(width) -y 2000 "$line; /usr/bin/tmux -S '\(folder.path)/socket' wait-for -S shown; cat"
      t wait-for shown
      t capture-pane -p -e
      t kill-server
      """
    let result = try BuiltCommand.run(
      // A server that inherits the blocked signals of a test's thread never answers.
      words, through: ["/usr/bin/env", "--default-signal", "/bin/bash", "-c", program],
      in: Fixtures.root.path,
      settings: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
    #expect(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map { line in
      String(line).replacing("\u{1b}", with: "^[")
    }
  }

  /// Programs that make a terminal are part of util-linux, which a container may lack.
  static let hasTerminals = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

  @Test(.enabled(if: hasTerminals)) func coloursSayNothingThatWordsDoNot() throws {
    for name in ["policy-audit", "policy-diff", "migrate-check"] {
      let words = try #require(Self.commands[name])
      let coloured = try terminal(words, width: 80)
      let plain = try terminal(words, width: 80, settings: ["NO_COLOR": "1"])
      #expect(coloured.contains("\u{1b}[31m") && !plain.contains("\u{1b}"))
      #expect(coloured.replacing(/\u{1b}\[[0-9]*m/, with: "") == plain)
      #expect(try terminal(words, width: 80, settings: ["TERM": "dumb"]) == plain)
    }
    let forced = try run("policy-audit", ["CLICOLOR_FORCE": "1"])
    #expect(forced.hasPrefix("\u{1b}[31mrejected\u{1b}[0m: "))
    #expect(try run("policy-audit", ["TERM": "xterm"]).hasPrefix("rejected: "))
  }

  @Test(.enabled(if: hasTerminals)) func theRestIsFolded() throws {
    let words = try #require(Self.commands["policy-audit"])
    let plain = ["NO_COLOR": "1"]
    let folded = try terminal(words, width: 80, settings: plain)
    let all = try terminal(words + ["--all"], width: 80, settings: plain)
    func count(_ text: String) -> Int {
      (text.components(separatedBy: "\nnot decided")[0]).split(separator: "\n")
        .count { $0.hasPrefix("CPU0") }
    }
    let whole = count(all)
    #expect(all.contains("rejected: \(whole) violations") && !all.contains("--all"))
    #expect(folded.contains("\n+\(whole - 10) more: --all\n"), "\(folded)")
    // Causes first, the worst of them at the top.
    #expect(folded.split(separator: "\n")[1].hasSuffix("guest-crash"))
    // A pipe gets all of them, in the order of their places.
    let pipe = try run("policy-audit", [:])
    #expect(count(pipe) == whole && pipe.contains("\n\nCPU0131 0x0 EAX[31:0]"))
  }
}
