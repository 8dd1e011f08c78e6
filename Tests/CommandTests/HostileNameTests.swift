// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Names of files and what inputs say reach no terminal as controls, in whatever form a command prints,
/// and begin no line of its own.
@Suite struct HostileNameTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Clears the screen (by C0 and C1), turns the direction of writing, begins a line, and a formula.
  private static let name =
    "=x\u{1b}[2J\u{9b}31m\u{85}\u{7f}\u{202e}\u{2066}\u{2028}\u{200f}\u{feff}\r\nFORGED"

  /// Characters that nobody may see, and lines that an input began.
  private func check(_ result: CommandResult, _ words: [String]) {
    for (stream, text) in [("output", result.output), ("errors", result.errors)] {
      let unsafe = text.unicodeScalars.filter { $0 != "\n" && ShownText.isUnsafe($0) }
      #expect(unsafe.isEmpty, "\(words): \(stream): \(unsafe.map { $0.value })")
      let lines = text.split(whereSeparator: \.isNewline)
      #expect(!lines.contains { $0.hasPrefix("FORGED") }, "\(words): \(stream)")
    }
  }

  private func run(_ words: [String]) throws {
    let result = try BuiltCommand.run(words)
    check(result, words)
    if words.contains("csv") {
      for line in result.output.split(separator: "\n") {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        #expect(!cells.contains { $0.hasPrefix("=") || $0.hasPrefix("\"=") }, "\(words): \(line)")
      }
    }
  }

  /// The payload as JSON has it.
  private static let json = QuotedText.of(name)

  /// Inputs that say the name wherever a form lets them.
  private static let inputs: [(String, String)] = [
    (
      "policy",
      """
      {"apiVersion":"cpupolicy/v1","kind":"Policy","name":\(json),"leaves":[],"digest":\(json),
       "vendor":\(json),"assumed":[\(json)],"statements":[{"subject":\(json),"value":\(json)}]}
      """
    ),
    (
      "twice",
      "{\"apiVersion\":\"cpupolicy/v1\",\"kind\":\"Policy\",\(json):1,\(json):2,\"leaves\":[]}"
    ),
    ("kind", "{\"apiVersion\":\(json),\"kind\":\(json)}"),
    (
      "host",
      """
      {"apiVersion":"cpupolicy/v1","kind":"HostFacts","name":\(json),"cpus":[{"leaves":[]}],
       "hypervisor":{"name":\(json),"version":\(json),"commandLine":\(json)},"microcode":"0x1"}
      """
    ),
    ("replies", "{\"error\":{\"class\":\(json),\"desc\":\(json)}}"),
    (
      "expansion",
      "{\"return\":{\"model\":{\"name\":\(json),\"props\":{\(json):true,\"model-id\":\(json)}}}}"
    ),
    ("template", "{\"kvm_capabilities\":[\(json)],\"cpuid_modifiers\":[]}"),
    ("model", "-cpu '\(name)',+\(name.replacing("\n", with: "\u{85}"))"),
    (
      "cpu",
      "<cpu><model>&#x202e;\u{85}&#10;FORGED</model><feature name='&#x9b;&#10;FORGED'/></cpu>"
    ),
    (
      "data",
      "<cpudata><cpuid eax_in='&#x9b;&#10;FORGED' eax='1' ebx='1' ecx='1' edx='1'/></cpudata>"
    ),
    ("root", "<r\u{202e}\u{85}/>"),
    ("heading", "\u{1b}[2J\u{202e}x policy: 0 leaves, 0 MSRs\n"),
    ("setting", "cpuid = [\"\u{1b}[2J\u{202e}:eax=1\"]\n"),
    ("noise", name),
  ]

  @Test(arguments: inputs.map(\.0)) func whatInputsSay(_ label: String) throws {
    let text = try #require(Self.inputs.first { $0.0 == label }?.1)
    let plain = try folder.file("input", text)
    let named = try folder.file(Self.name, text)
    for form in ["table", "json", "yaml", "csv", "name"] {
      try run(["policy", "show", plain, "-o", form])
      try run(["host", "show", named, "-o", form])
      try run(["topology", "audit", named, "-o", form])
    }
    try run(["policy", "diff", plain, Fixtures.path("emulated-Haswell.txt")])
    try run(["migrate", "check", plain, named])
    try run(["policy", "audit", named, "--against", Fixtures.path("emulated-Haswell.txt")])
    for format in PolicyFormat.allCases where format.isWritable && format != .leaves {
      guard format != .migrationRecords else { continue }
      try run(["policy", "convert", plain, "--to", format.rawValue, "--drop"])
    }
  }

  /// A good input under a bad name, and bad words in the place of names.
  @Test func namesOfFilesAndWords() throws {
    let dump = try String(contentsOfFile: Fixtures.path("emulated-Haswell.txt"), encoding: .utf8)
    let file = try folder.file(Self.name, dump)
    for form in ["table", "json", "yaml", "csv", "name"] {
      try run(["host", "show", file, "-o", form])
      try run(["host", "facts", file, "-o", form])
      try run(["policy", "diff", file, Fixtures.path("emulated-Nehalem.txt"), "-o", form])
      try run(["migrate", "check", Fixtures.path("emulated-Nehalem.txt"), file, "-o", form])
      try run(["topology", "audit", folder.path, "-o", form])
    }
    let word = Self.name.replacing("\n", with: "\u{85}")
    for words in [
      ["policy", "show", file, "--policy", word], ["policy", "explain", word, file],
      ["policy", "show", folder.path + "/none" + Self.name], ["explain", word], [word],
      [
        "domain", "create", word, "--kind", "hvm", "--host", file, "--state-dir",
        folder.path + "/s",
      ],
      ["domain", "show", word, "--state-dir", folder.path + "/s"],
      ["domain", "create", "x", "--kind", "hvm", "--cpuid", word, "--host", file],
      ["policy", "show", "qmp:" + word], ["host", "show", "--" + word],
      ["domain", "list", "--state-dir", file],
    ] {
      try run(words)
    }
  }

  /// One place says which characters are unsafe, and shows each by its number.
  @Test func shownText() {
    #expect(ShownText.line("plain é 中") == "plain é 中")
    #expect(ShownText.line("a\u{1b}\n\u{9b}\u{202e}") == "a\\u{1b}\\u{a}\\u{9b}\\u{202e}")
    #expect(ShownText.lines("a\nb\u{1b}") == "a\nb\\u{1b}")
    #expect(QuotedText.of("\u{1b}\u{85}\u{202e}\"") == "\"\\u001b\\u0085\\u202e\\\"\"")
  }
}
