// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// The words of the command line reach the command wherever it runs.
@Suite struct ArgumentTests {
  /// Without words nothing was asked for, so nothing succeeds.
  @Test(arguments: [[], ["host"], ["domain"], ["policy"]])
  func noVerbIsAUsageError(_ words: [String]) throws {
    let result = try BuiltCommand.run(words)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("USAGE"))
  }

  @Test(arguments: [["--help"], ["help"], ["host", "--help"], ["--version"]])
  func helpIsData(_ words: [String]) throws {
    let result = try BuiltCommand.run(words)
    #expect(result.status == 0 && !result.output.isEmpty)
  }

  /// A chroot, an initramfs and many a sandbox have no /proc, from which Swift takes the words.
  @Test(.enabled(if: EmptyProc.isPossible, "no mount namespace can be made here"))
  func withoutProc() throws {
    let candidate = Fixtures.path("emulated-Haswell.txt")
    let bound = Fixtures.path("emulated-Nehalem.txt")
    let words = [
      "policy", "audit", candidate, "--candidate-policy", "hvm-default", "--against", bound,
    ]
    let result = try EmptyProc.run(words)
    #expect(result.status == 1 && result.output.hasPrefix("rejected"))
    #expect(result.output == (try BuiltCommand.run(words)).output)
    let none = try EmptyProc.run([])
    #expect(none.status == 2 && none.output.isEmpty)
    #expect(try EmptyProc.run(["host", "show", "/nowhere"]).status == 3)
  }

  /// What a help text calls the default can be given.
  @Test func defaultsAreValues() throws {
    let help = try BuiltCommand.run(["--experimental-dump-help"])
    let root = try JSONValue(parsing: Array(help.output.utf8), source: "help")
    var pending = [root["command"] ?? .null]
    var count = 0
    while let command = pending.popLast() {
      for argument in command["arguments"]?.array ?? [] {
        let values = (argument["allValues"]?.array ?? []).compactMap(\.string)
        guard !values.isEmpty, let standard = argument["defaultValue"]?.string else { continue }
        count += 1
        #expect(values.contains(standard), "\(argument["valueName"]?.string ?? "")")
      }
      pending += command["subcommands"]?.array ?? []
    }
    #expect(count > 10)
  }
}

/// Runs the command where /proc is empty.
private enum EmptyProc {
  static let isPossible: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    process.arguments = ["-m", "sh", "-c", "mount -t tmpfs none /proc"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  static func run(_ words: [String]) throws -> CommandResult {
    try BuiltCommand.run(
      words,
      through: [
        "/usr/bin/unshare", "-m", "sh", "-c", "mount -t tmpfs none /proc && exec \"$@\"", "sh",
      ])
  }
}
