// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

/// An input in a role that is not its own is refused by name, and nothing is derived from it.
@Suite struct RoleTests {
  private let folder: TemporaryFolder
  private static let dump = Fixtures.path("emulated-Haswell.txt")

  init() throws { folder = try TemporaryFolder() }

  private func run(_ words: String...) throws -> CommandResult { try BuiltCommand.run(words) }

  private func policy(_ kind: PolicyKind) throws -> String {
    let shown = try run("host", "show", Self.dump, "--policy", kind.name, "-o", "json")
    return try folder.file("\(kind.name).json", shown.output)
  }

  private func domain() throws -> String {
    let created = try run(
      "domain", "create", "x", "--kind", "hvm", "--host", Self.dump, "--state-dir",
      folder.path + "/state", "--dry-run", "-o", "json")
    return try folder.file("domain.json", created.output)
  }

  /// Wherever a host is wanted.
  private func asHost(_ file: String, _ guest: String) -> [[String]] {
    [
      ["host", "show", file], ["host", "facts", file],
      ["host", "show", file, "--policy", "pv-max"],
      ["policy", "explain", "avx", file], ["migrate", "check", guest, file],
      [
        "domain", "create", "y", "--kind", "hvm", "--host", file, "--dry-run", "--state-dir",
        folder.path + "/state",
      ],
    ]
  }

  @Test func aGuestIsNoHost() throws {
    let guest = Fixtures.path("saved-guest.xlsave")
    let inputs = [
      (try policy(.hvmDefault), "hvm-default"), (try domain(), "the domain x"),
      (guest, "a saved guest"),
    ]
    for (file, name) in inputs {
      for words in asHost(file, guest) {
        let result = try BuiltCommand.run(words)
        #expect(result.status == 3 && result.output.isEmpty, "\(words): \(result.errors)")
        #expect(
          result.errors.contains(file) && result.errors.contains(name)
            && result.errors.contains("no host"), "\(words): \(result.errors)")
        let lines = result.errors.split(separator: "\n").filter { !$0.hasPrefix("note: ") }
        #expect(lines.count == 1, "\(result.errors)")
      }
    }
  }

  /// Only the raw policy is one from which others follow.
  @Test(arguments: PolicyKind.allCases) func policiesOfTheSystem(_ kind: PolicyKind) throws {
    let file = try policy(kind)
    let result = try run("host", "show", file)
    #expect(result.status == (kind == .raw ? 0 : 3), "\(result.errors)")
    // Shown as what it is.
    #expect(try run("policy", "show", file).status == 0)
    #expect(try run("policy", "show", file, "--policy", kind.name).status == 0)
  }

  @Test func aHostIsNoGuest() throws {
    let host = try folder.file("host.json", try run("host", "show", Self.dump, "-o", "json").output)
    let facts = try folder.file(
      "facts.json", try run("host", "facts", Self.dump, "-o", "json").output)
    for file in [host, facts] {
      let result = try run("migrate", "check", file, Self.dump)
      #expect(result.status == 3 && result.output.isEmpty)
      #expect(result.errors.contains(file) && result.errors.contains("no guest"))
    }
  }

  @Test func namesAndFilesSwapped() throws {
    let file = try policy(.hvmDefault)
    for (words, right) in [
      (["domain", "set-policy", file, "x"], "domain set-policy x \(file)"),
      (["policy", "explain", Self.dump, "avx"], "policy explain avx \(Self.dump)"),
      (
        ["policy", "explain", Self.dump, "maxBasicLeaf"],
        "policy explain maxBasicLeaf \(Self.dump)"
      ),
    ] {
      let result = try BuiltCommand.run(words)
      #expect(result.status == 2 && result.output.isEmpty, "\(words): \(result.errors)")
      #expect(result.errors.contains(right), "\(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
  }
}
