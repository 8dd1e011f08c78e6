// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What bash, zsh and fish offer for a line, asked of the shells themselves with the scripts that are installed.
@Suite struct CompletionTests {
  private static let shells = ["bash", "zsh", "fish"].filter { shell in
    let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/" + shell)
    if !isThere { print("skipped: there is no \(shell)") }
    return isThere
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let made = try folder.run([
      Fixtures.root.path + "/scripts/make-completions.sh", BuiltCommand.binary.path, folder.path,
    ])
    try #require(made.status == 0, "\(made.errors)")
    // Where zsh looks for it.
    let manager = FileManager.default
    try manager.moveItem(
      atPath: folder.path + "/cpupolicy.zsh", toPath: folder.path + "/_cpupolicy")
    try manager.createDirectory(atPath: folder.path + "/bin", withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      atPath: folder.path + "/bin/cpupolicy", withDestinationPath: BuiltCommand.binary.path)
    try manager.createDirectory(
      atPath: folder.path + "/work/rack", withIntermediateDirectories: true)
    try manager.copyItem(
      atPath: Fixtures.path("guest-epyc.txt"), toPath: folder.path + "/work/guest.txt")
  }

  private var settings: [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return [
      "PATH": folder.path + "/bin:" + path, "XDG_STATE_HOME": folder.path + "/state",
      "HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "TERM": "xterm",
    ]
  }

  /// The words that a shell offers at the end of a line.
  private func offered(_ line: String, by shell: String) throws -> Set<String> {
    let script = shell == "zsh" ? folder.path : folder.path + "/cpupolicy." + shell
    let driver = Fixtures.root.path + "/Tests/Shells/complete." + shell
    let result = try BuiltCommand.program(
      ["/usr/bin/" + shell, driver, script, line], in: folder.path + "/work", settings: settings)
    #expect(result.errors.isEmpty, "\(shell), \(line): \(result.errors)")
    return Set(
      result.output.split(separator: "\n").map {
        // zsh and fish show that a folder is one.
        $0.hasSuffix("/") ? String($0.dropLast()) : String($0)
      })
  }

  private static let lines: [(line: String, words: Set<String>, others: Set<String>)] = [
    ("cpupolicy ", ["host", "policy", "explain"], ["audit"]),
    ("cpupolicy policy ", ["audit", "convert"], ["create"]),
    ("cpupolicy host show --", ["--policy", "--cpuid", "--output"], ["--drop"]),
    // Policies, kinds, forms of output, formats, severities.
    ("cpupolicy host show --policy hvm-", ["hvm-max", "hvm-default"], ["pv-max"]),
    ("cpupolicy domain create x --kind ", ["pv", "hvm", "hvm-shadow"], ["amd"]),
    ("cpupolicy host show -o ", ["json", "yaml", "csv", "name", "table"], ["xml"]),
    ("cpupolicy policy convert guest.txt --to cpuid", ["cpuid-r"], ["leaves"]),
    ("cpupolicy policy audit guest.txt --fail-on ", ["guest-crash", "cosmetic"], ["crash"]),
    // Features, lists of them, codes.
    ("cpupolicy policy explain avx512", ["avx512f", "avx512bw"], ["avx2"]),
    (
      "cpupolicy host show --cpuid no-avx2,no-avx512d", ["no-avx2,no-avx512dq"], ["no-avx512dq"]
    ),
    ("cpupolicy host show --dom0-cpuid no-avx512d", ["no-avx512dq"], ["avx512dq"]),
    ("cpupolicy explain CPU010", ["CPU0101"], ["CPU0301"]),
    ("cpupolicy migrate check guest.txt --waive CPU0105,CPU010", ["CPU0105,CPU0101"], ["CPU0101"]),
    // Files and folders.
    ("cpupolicy policy show gue", ["guest.txt"], ["rack"]),
    ("cpupolicy pool level guest.txt ra", ["rack"], ["guest.txt"]),
    ("cpupolicy policy audit guest.txt --against gue", ["guest.txt"], []),
    ("cpupolicy domain list --state-dir ra", ["rack"], ["guest.txt"]),
    // Domains: of the user's store, of another one, and of one that is not there.
    ("cpupolicy domain show ", ["web", "database"], ["other"]),
    ("cpupolicy domain set-policy we", ["web"], ["database"]),
    ("cpupolicy domain view --state-dir ../other ", ["other"], ["web"]),
    ("cpupolicy domain seal --state-dir /nonexistent ", [], ["web", "other"]),
    ("cpupolicy domain show --hypervisor xen ", [], ["web", "other"]),
  ]

  @Test(arguments: shells) func offersWhatFits(_ shell: String) throws {
    for (name, more) in [("web", []), ("database", []), ("other", ["--state-dir", "other"])] {
      let made = try BuiltCommand.run(
        ["domain", "create", name, "--kind", "pv", "--host", Fixtures.path("guest-epyc.txt")]
          + more,
        in: folder.path, settings: settings)
      try #require(made.status == 0, "\(made.errors)")
    }
    for (line, words, others) in Self.lines {
      let offered = try offered(line, by: shell)
      #expect(offered.isSuperset(of: words), "\(shell), \(line): \(offered.sorted().prefix(20))")
      #expect(offered.isDisjoint(with: others), "\(shell), \(line): \(offered.sorted().prefix(20))")
    }
  }

  /// bash is everywhere.
  @Test func bashIsAsked() { #expect(Self.shells.contains("bash")) }
}
