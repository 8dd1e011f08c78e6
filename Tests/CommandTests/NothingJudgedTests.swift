// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// A verdict is given only about what was judged.
@Suite struct NothingJudgedTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func anEmptyFolderIsNoVerdict() throws {
    let result = try BuiltCommand.run(["topology", "audit", folder.path, "-o", "json"])
    #expect(result.status == 3 && result.output.isEmpty)
    #expect(result.errors.contains("nothing was judged"))
  }

  @Test func aFolderWithoutDumpsIsNoVerdict() throws {
    _ = try folder.file("notes.txt", "nothing of a CPU\n")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/sub", withIntermediateDirectories: true)
    let result = try BuiltCommand.run(["topology", "audit", folder.path])
    #expect(result.status == 3 && result.output.isEmpty)
    #expect(result.errors.contains("notes.txt") && result.errors.contains("nothing was judged"))
  }

  @Test func whatWasJudgedIsCounted() throws {
    _ = try folder.file("notes.txt", "nothing of a CPU\n")
    let dump = try String(contentsOfFile: Fixtures.path("emulated-Haswell.txt"), encoding: .utf8)
    _ = try folder.file("dump.txt", dump)
    let result = try BuiltCommand.run(["topology", "audit", folder.path, "-o", "json"])
    let document = try JSONValue(parsing: Array(result.output.utf8), source: "output")
    #expect(document["judged"]?["inputs"]?.integer == 1)
    #expect((document["judged"]?["cpus"]?.integer ?? 0) >= 1)
  }
}
