// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

@testable import cpupolicy

/// What is set by files and the environment: who wins, and what is said of what cannot be used.
@Suite struct ConfigurationTests {
  private let folder: TemporaryFolder
  private let guest = Fixtures.path("guest-epyc.txt")

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String) throws(FormatError) -> Configuration {
    try Configuration(reading: Array(text.utf8), path: "c.toml")
  }

  @Test func everyKey() throws {
    let configuration = try read(
      """
      # all of them
      state-dir = "/srv/domains"
      source = 'kvm'
      hypervisor = "libvirt"
      color = "never"
      server = "unix:/run/cpupolicyd"
      """)
    #expect(
      configuration.lines == [
        "c.toml:2: state-dir = \"/srv/domains\"", "c.toml:3: source = \"kvm\"",
        "c.toml:4: hypervisor = \"libvirt\"", "c.toml:5: color = \"never\"",
        "c.toml:6: server = \"unix:/run/cpupolicyd\"",
      ])
    #expect(configuration.lines.count == Configuration.Key.allCases.count)
  }

  @Test(arguments: [
    ("hypervisr = \"xen\"", "c.toml:1:1: hypervisr: no such key; did you mean hypervisor?"),
    ("\n\n  source = \"kvn\"", "c.toml:3:3: source = \"kvn\": no such value; did you mean kvm"),
    ("state-dir = \"here\"", "c.toml:1:1: state-dir = \"here\": this is no absolute path"),
    ("server = \"host\"", "c.toml:1:1: server = \"host\": expected is http://, https:// or unix:"),
    ("color = true", "c.toml:1:9: a string is expected"),
    ("color = [\"auto\"]", "c.toml:1:1: color is no list"),
    ("color = \"auto\"\ncolor = \"never\"", "c.toml:2:1: color stands twice"),
    ("[domain]", "c.toml:1:1: a key is expected"),
  ])
  func whatIsWrongIsToldWithItsPlace(_ text: String, _ message: String) throws {
    let error = #expect(throws: FormatError.self) { try read(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func laterWins() throws {
    let file = try folder.file("a.toml", "source = \"kvm\"\ncolor = \"never\"\n")
    let user = folder.path + "/cpupolicy/config.toml"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/cpupolicy", withIntermediateDirectories: true)
    try Data("source = \"xen\"\n".utf8).write(to: URL(fileURLWithPath: user))
    func found(_ variables: [String: String]) throws -> Configuration {
      try Configuration.found { variables[$0] }
    }
    #expect(try found(["CPUPOLICY_CONFIG": ""]) == Configuration())
    #expect(try found(["CPUPOLICY_CONFIG": file]).source?.origin == file + ":1")
    let ofUser = try found(["XDG_CONFIG_HOME": folder.path])
    #expect(ofUser.source == .init(value: .xen, origin: user + ":1"))
    let both = try found([
      "CPUPOLICY_CONFIG": file, "CPUPOLICY_SOURCE": "libvirt", "CPUPOLICY_STATE_DIR": "/x",
    ])
    #expect(both.source == .init(value: .libvirt, origin: "CPUPOLICY_SOURCE"))
    #expect(both.stateDir?.value == "/x" && both.color?.value == .never)
    var merged = try read("source = \"kvm\"\nhypervisor = \"xen\"")
    merged.merge(try read("source = \"native\""))
    #expect(merged.source?.value == .native && merged.hypervisor?.value == .xen)
    #expect(throws: CommandFailure.self) {
      try found(["CPUPOLICY_CONFIG": "", "CPUPOLICY_HYPERVISOR": "qemu"])
    }
    #expect(throws: FormatError.self) { try found(["CPUPOLICY_CONFIG": folder.path + "/none"]) }
  }

  /// The sample says of each key what it is, and is a file that can be read; so is each of its lines.
  @Test func theSampleIsWhole() throws {
    let text = try String(
      contentsOf: Fixtures.root.appending(path: "packaging/cpupolicy.toml"), encoding: .utf8)
    #expect(try read(text) == Configuration())
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("#") && $0.contains(" = \"") }
      .map { String($0.dropFirst()) }
    let keys = lines.map { String($0.prefix { $0 != " " }) }
    #expect(keys == Configuration.Key.allCases.map(\.rawValue))
    #expect(try read(lines.joined(separator: "\n")).lines.count == keys.count)
  }

  // MARK: By the command

  private func run(
    _ words: [String], _ text: String? = nil, _ settings: [String: String] = [:]
  ) throws -> CommandResult {
    let file = try text.map { try folder.file("c.toml", $0) } ?? ""
    return try BuiltCommand.run(
      words, settings: ["CPUPOLICY_CONFIG": file].merging(settings) { $1 })
  }

  @Test func theStateDirectory() throws {
    let create = ["domain", "create", "a", "--kind", "hvm", "--host", guest]
    let text = "state-dir = \"\(folder.path)/file\"\n"
    #expect(try run(create, text).status == 0)
    let inEnvironment = ["CPUPOLICY_STATE_DIR": folder.path + "/environment"]
    #expect(try run(create, text, inEnvironment).status == 0)
    let option = ["--state-dir", folder.path + "/option"]
    #expect(try run(create + option, text, inEnvironment).status == 0)
    for name in ["file", "environment", "option"] {
      #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(name)"), "\(name)")
    }
    let list = ["domain", "list", "-o", "name"]
    #expect(try run(list, text).output == "a\n")
    #expect(try run(list, "state-dir = \"\(folder.path)/none\"\n").output.isEmpty)
  }

  @Test func theHypervisor() throws {
    let list = ["domain", "list", "--state-dir", folder.path + "/s"]
    #expect(try run(list).status == 0)
    let refused = try run(list, "\nhypervisor = \"xen\"\n")
    #expect(refused.status == 2)
    let origin = "(hypervisor = \"xen\": \(folder.path)/c.toml:2)"
    #expect(refused.errors.contains("Xen has its own domains \(origin)"), "\(refused.errors)")
    #expect(try run(list + ["--hypervisor", "local"], "hypervisor = \"xen\"\n").status == 0)
  }

  @Test func theSource() throws {
    let words = ["host", "show", "-o", "name"]
    #expect(try run(words, nil, ["CPUPOLICY_SOURCE": "native"]).status == 0)
    // No Xen runs here; the plain words and the parser's read the same.
    for words in [words, ["host", "show", "--output=name"], ["host", "facts"]] {
      #expect(try run(words, "source = \"xen\"\n").status == 4, "\(words)")
      #expect(try run(words + ["--source", "native"], "source = \"xen\"\n").status == 0)
      // A file is described by itself.
      #expect(try run(words + [guest], "source = \"xen\"\n").status == 0)
    }
  }

  @Test func colours() throws {
    let rome = Fixtures.path("emulated-EPYC-Rome.txt")
    let words = ["policy", "audit", guest, "--against", rome]
    func isColoured(
      _ text: String?, _ settings: [String: String] = [:], _ more: [String] = []
    ) throws -> Bool {
      try run(words + more, text, settings).output.contains("\u{1b}[")
    }
    #expect(try !isColoured(nil))
    #expect(try isColoured("color = \"always\""))
    #expect(try !isColoured("color = \"always\"", ["NO_COLOR": "1"]))
    #expect(try isColoured(nil, ["CPUPOLICY_COLOR": "always", "NO_COLOR": "1"]))
    #expect(try isColoured("color = \"never\"", ["CLICOLOR_FORCE": "1"]))
    #expect(try !isColoured(nil, ["CPUPOLICY_COLOR": "never", "CLICOLOR_FORCE": "1"]))
    #expect(try isColoured("color = \"never\"", ["NO_COLOR": "1"], ["--color", "always"]))
    #expect(try !isColoured("color = \"always\"", [:], ["--color", "auto"]))
    let bold = try run(["host", "show", guest, "--color", "always"])
    #expect(bold.output.contains("\u{1b}["))
    #expect(try run(["host", "show", guest, "--color", "sometimes"]).status == 2)
  }

  /// A broken file is used for nothing, not even for what stands before the fault; and it stops neither
  /// help nor libvirt's hook.
  @Test func aBrokenFile() throws {
    let text = "state-dir = \"\(folder.path)/half\"\nsourc = \"kvm\"\n"
    let create = try run(["domain", "create", "a", "--kind", "hvm", "--host", guest], text)
    #expect(create.status == 3 && create.output.isEmpty)
    #expect(create.errors.hasPrefix("\(folder.path)/c.toml:2:1: sourc: no such key"))
    #expect(create.errors.contains("did you mean source?"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/half"))
    for words in [["host", "show", guest], ["explain"], ["features", "list"]] {
      #expect(try run(words, text).status == 3, "\(words)")
    }
    for words in [
      ["--version"], ["--help"], ["help"], ["help", "host"], ["host", "show", "--help"],
      ["hook", "libvirt", "--", "g", "started", "begin", "-"],
      ["--generate-completion-script=bash"],
    ] {
      let result = try run(words, text)
      #expect(!result.errors.contains("c.toml"), "\(words): \(result.errors)")
      #expect(result.status == 0 || words[0] == "hook", "\(words)")
    }
    let wrong = try run(["explain"], nil, ["CPUPOLICY_COLOR": "blue"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.hasPrefix("CPUPOLICY_COLOR=blue: no such value"))
    let missing = try BuiltCommand.run(
      ["explain"], settings: ["CPUPOLICY_CONFIG": folder.path + "/none.toml"])
    #expect(missing.status == 3 && missing.errors.contains("none.toml"))
  }

  @Test func whatIsSetIsTold() throws {
    let told = try run(["explain", "-v"], "color = \"never\"\n")
    #expect(told.errors.contains("detail: \(folder.path)/c.toml:1: color = \"never\""))
    let kept = try run(["explain"], "server = \"https://fleet.example\"\n")
    #expect(kept.status == 0)
    #expect(kept.errors.contains("c.toml:1: server is kept for the fleet service"))
    #expect(try run(["explain", "-q"], "server = \"https://fleet.example\"\n").errors.isEmpty)
  }
}
