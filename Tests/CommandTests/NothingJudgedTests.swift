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

  /// Forms that speak of features, or of a guest to be made, record no topology: neither a tree nor a verdict.
  @Test(arguments: [
    "featureset", "libvirt-cpu", "qemu-cpu", "xl", "xapi", "nova", "proxmox", "kubevirt",
  ])
  func featuresAreNoTopology(_ form: String) throws {
    let written = try BuiltCommand.run(
      ["policy", "convert", Fixtures.path("guest-epyc.txt"), "--to", form, "--drop"])
    #expect(written.status == 0)
    let path = try folder.file("input", written.output)
    for verb in ["audit", "show"] {
      let result = try BuiltCommand.run(["topology", verb, path])
      #expect(result.status == 3 && result.output.isEmpty, "\(verb): \(result.output)")
      #expect(result.errors.contains("records no CPU's topology"), "\(result.errors)")
    }
  }

  /// The same features in a document, which holds every leaf: what it has of topology is nothing.
  @Test func documentsOfFeaturesAreNoTopology() throws {
    let features = try folder.file("features", "178bfbfd-fed83203-2e500800-00000000\n")
    let written = try BuiltCommand.run(["policy", "convert", features, "--to", "json"])
    #expect(written.status == 0)
    let path = try folder.file("features.json", written.output)
    for words in [
      ["audit", path], ["show", path],
      ["solve", "--sockets", "1", "--cores", "2", "--from", path],
    ] {
      let result = try BuiltCommand.run(["topology"] + words)
      #expect(result.status == 3 && result.output.isEmpty, "\(words): \(result.output)")
      #expect(result.errors.contains("records no CPU's"), "\(result.errors)")
    }
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
