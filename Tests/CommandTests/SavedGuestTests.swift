// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

/// `policy convert --to xen-save`: a saved guest with another policy, whole or not at all.
@Suite struct SavedGuestTests {
  private let folder: TemporaryFolder
  private static let saved = Fixtures.path("saved-guest.xlsave")

  init() throws { folder = try TemporaryFolder() }

  private func convert(
    _ with: String, of input: String = saved, _ rest: String...
  ) throws -> CommandResult {
    try BuiltCommand.run(
      ["policy", "convert", input, "--with", with, "--to", "xen-save", "--out", target] + rest)
  }

  private var target: String { folder.path + "/out.save" }
  private var isWritten: Bool { FileManager.default.fileExists(atPath: target) }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func policy(_ path: String = saved) throws -> NamedPolicy {
    try #require(try InputFile.read(path).policies.first)
  }

  /// The saved guest's policy without a feature, as a document.
  private func without(_ feature: Feature) throws -> String {
    var features = try policy().policy.featureSet
    features.removeWithDependants(feature)
    let named = NamedPolicy(name: "new", policy: try policy().policy.withFeatures(features))
    return try folder.file(
      "new.json", String(decoding: PolicyWriter.write(named, as: .json).bytes, as: UTF8.self))
  }

  @Test func everythingElseStays() throws {
    let new = try without(.adx)
    let result = try convert(new)
    #expect(result.status == 0 && result.errors.contains("ran with ADX"), "\(result.errors)")
    #expect(try names() == ["new.json", "out.save"])
    let former = try policy().policy
    let written = try policy(target).policy
    #expect(!written.has(.adx) && former.has(.adx))
    #expect(written == former.withFeatures(written.featureSet))
    let (old, now) = (try bytes(Self.saved), try bytes(target))
    #expect(old.count == now.count)
    // The register alone.
    #expect(old.indices.filter { old[$0] != now[$0] }.count == 1)
    // The same policy gives the same file, also in the place of the input.
    let copy = try folder.file("guest.save", "")
    try Data(old).write(to: URL(fileURLWithPath: copy))
    let same = try BuiltCommand.run([
      "policy", "convert", copy, "--with", copy, "--to", "xen-save", "--out", copy,
    ])
    #expect(same.status == 0, "\(same.errors)")
    #expect(try bytes(copy) == old)
  }

  @Test func aTrialWritesNothing() throws {
    let result = try convert(try without(.adx), "--dry-run")
    #expect(result.status == 0 && result.errors.contains("would be written"))
    #expect(!isWritten)
  }

  /// What the destination does not accept is not written.
  @Test func theDestinationIsAsked() throws {
    for option in ["--against", "--host"] {
      let result = try convert(Self.saved, option, Fixtures.path("emulated-Nehalem.txt"))
      #expect(result.status == 1 && result.output.contains("rejected"), "\(result.errors)")
      #expect(result.output.contains("CPU0101") && !isWritten)
    }
  }

  /// A record of MSRs that Xen left out is put in where it belongs.
  @Test func recordsThatWereLeftOut() throws {
    var old = try bytes(Self.saved)
    let stream = try #require(Self.find([0x12, 0, 0, 0, 0x20, 0, 0, 0], in: old))
    old.removeSubrange(stream..<(stream + 40))
    let input = try folder.file("small.save", "")
    try Data(old).write(to: URL(fileURLWithPath: input))
    let result = try convert(Self.saved, of: input)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try bytes(target) == bytes(Self.saved))
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    (0..<(bytes.count - wanted.count)).first { Array(bytes[$0..<($0 + wanted.count)]) == wanted }
  }

  /// A stream without its end, one that is cut anywhere, and one with a wrong length.
  @Test func damagedStreams() throws {
    let whole = try bytes(Self.saved)
    let input = try folder.file("cut.save", "")
    for count in stride(from: whole.count - 1, to: 40, by: -97) + [whole.count - 8] {
      try Data(whole.prefix(count)).write(to: URL(fileURLWithPath: input))
      let result = try convert(Self.saved, of: input)
      #expect(result.status == 3 && !isWritten, "\(count): \(result.errors)")
      let moved = try BuiltCommand.run([
        "migrate", "check", input, Fixtures.path("emulated-max.txt"),
      ])
      #expect(moved.status == 3 && moved.output.isEmpty, "\(count): \(moved.output)")
    }
    var long = whole
    let record = try #require(Self.find([0x11, 0, 0, 0], in: whole))
    long.replaceSubrange((record + 4)..<(record + 8), with: [0xff, 0xff, 0xff, 0xff])
    try Data(long).write(to: URL(fileURLWithPath: input))
    #expect(try convert(Self.saved, of: input).status == 3)
    #expect(try names() == ["cut.save"])
  }

  /// A stream of version 2 has no place for a policy.
  @Test func oldStreams() throws {
    var old = try bytes(Self.saved)
    let image = try #require(Self.find(Array("XENF".utf8), in: old))
    old[image + 7] = 2
    let input = try folder.file("old.save", "")
    try Data(old).write(to: URL(fileURLWithPath: input))
    let result = try convert(Self.saved, of: input)
    #expect(result.status == 1 && result.errors.contains("version 2"), "\(result.errors)")
    #expect(!isWritten)
  }

  /// What is not recorded has no word in a save file.
  @Test func policiesWithGaps() throws {
    let part = try folder.file("part.txt", "1fcbfbff-f7fa3223-2d93fbff-00000023\n")
    let result = try convert(part)
    #expect(result.status == 1 && result.errors.contains("does not record leaf"))
    #expect(!isWritten)
  }

  /// Memory is copied in parts, and what stands behind libxc's end stays.
  @Test func largeStreams() throws {
    let whole = try bytes(Self.saved)
    var large = Array(whole.dropLast(8))
    for size in [70 << 20, 5] {
      large += [1, 0, 0, 0] + (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }
      large += [UInt8](repeating: 0x5a, count: (size + 7) / 8 * 8)
    }
    let tail: [UInt8] = [2, 0, 0, 0, 3, 0, 0, 0, 1, 2, 3, 0, 0, 0, 0, 0]
    let end = [UInt8](repeating: 0, count: 8)
    let input = try folder.file("large.save", "")
    try Data(large + end + tail + end).write(to: URL(fileURLWithPath: input))
    let new = try without(.adx)
    let result = try convert(new, of: input)
    #expect(result.status == 0, "\(result.errors)")
    let now = try bytes(target)
    #expect(now.count == large.count + 32 && Array(now.suffix(32)) == end + tail + end)
    #expect(try !policy(target).policy.has(.adx))
    // Without libxl's own end it is cut.
    try Data(large + end + tail).write(to: URL(fileURLWithPath: input))
    let cut = try convert(new, of: input)
    #expect(cut.status == 3 && cut.errors.contains("end record"), "\(cut.errors)")
  }

  @Test func usage() throws {
    let saved = Self.saved
    for words in [
      ["--to", "xen-save"], ["--to", "xen-save", "--with", saved], ["--to", "json", "--out", "x"],
      ["--to", "json", "--with", saved], ["--to", "json", "--dry-run"],
    ] {
      #expect(try BuiltCommand.run(["policy", "convert", saved] + words).status == 2, "\(words)")
    }
    let pipe = try BuiltCommand.run([
      "policy", "convert", saved, "--with", saved, "--to", "xen-save", "--out", "/dev/null",
    ])
    #expect(pipe.status == 3, "\(pipe.errors)")
    let dump = Fixtures.path("emulated-max.txt")
    #expect(try convert(saved, of: dump).status == 3)
  }
}
