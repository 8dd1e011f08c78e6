// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import TestSupport
import Testing

@testable import PolicyFormats

/// However large or odd an input is, reading it takes bounded room, and what is left out is said.
@Suite struct BoundsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func error(_ text: String) -> FormatError? {
    FormSamples.read(Array(text.utf8), nil)
  }

  private func error(ofFile path: String) -> FormatError? {
    do {
      _ = try InputFile.read(path)
      return nil
    } catch {
      return error
    }
  }

  /// A sparse file that begins so.
  private func file(_ bytes: [UInt8], size: UInt64) throws -> String {
    let file = folder.path + "/" + UUID().uuidString
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.truncate(atOffset: size)
    try handle.close()
    return file
  }

  private static let leaf0 = "eax=0x00000001 ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69\n"

  @Test func moreCPUsThanAnyMachineHas() {
    let most = CPURecorder.mostCPUs
    func tool(_ count: Int) -> String {
      (0..<count).map { "CPU \($0):\n 0x00000000 0x00: " + Self.leaf0 }.joined()
    }
    let found = error(tool(most + 1))
    #expect(found?.kind == .tooLarge && found?.line == 2 * most + 1, "\(String(describing: found))")
    let dump = (0...most).map { number in
      "CPU \(number):\nCPUID 00000000: 00000001-756E6547-6C65746E-49656E69\n"
    }.joined()
    #expect(error(dump)?.kind == .tooLarge)
  }

  @Test func moreRowsThanAnyCPUHas() {
    let rows = (0...CPURecorder.mostRows).map { "CPUID \(Hex8.text(0x2000_0000 + $0)): " }
    let found = error(rows.map { $0 + "00000001-00000000-00000000-00000000\n" }.joined())
    #expect(found?.kind == .tooLarge && found?.line == CPURecorder.mostRows + 1)
  }

  private enum Hex8 {
    static func text(_ value: Int) -> String { String(value, radix: 16, uppercase: true) }
  }

  @Test func moreValuesThanAnyDocumentHas() {
    let many = "[" + String(repeating: "1,", count: JSONParser.mostNodes) + "1]"
    #expect(error(many)?.kind == .tooLarge)
  }

  @Test func morePoliciesThanAnyHostHas() {
    let text = (0...PolicyDocument.mostPolicies).map { "P\($0) policy: 0 leaves, 0 MSRs\n" }
      .joined()
    #expect(error(text)?.line == PolicyDocument.mostPolicies + 1)
  }

  /// A dump's CPUs are those that its rows say, however they are kept.
  @Test func listOfCPUs() throws {
    let rows = (0..<3).map {
      "CPU \($0):\n 0x00000000 0x00: \(Self.leaf0) 0x00000001 0x00: eax=0x0000000\($0) "
        + "ebx=0x00000000 ecx=0x00000000 edx=0x00000000\n"
    }
    let cpus = try PolicyReader.read(Array(rows.joined().utf8), source: "x").cpus
    #expect(cpus.count == 3 && cpus.map { $0[leaf: 1].eax } == [0, 1, 2])
    #expect(cpus == CPUList(Array(cpus)) && cpus != CPUList(cpus.dropFirst()))
  }

  @Test func largeFilesAreRefusedAtOnce() throws {
    let path = try file(Array("CPUID 00000000".utf8), size: 1 << 40)
    let start = ContinuousClock.now
    #expect(error(ofFile: path)?.kind == .tooLarge)
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  /// Of a saved guest only the CPU's records are read, however much memory it has.
  @Test func savedGuestsOfAnySize() throws {
    let small = [UInt8](
      try Data(contentsOf: URL(fileURLWithPath: Fixtures.path("saved-guest.xlsave"))))
    let begin = try MigrationStream(small.span, source: "x").position
    // A record of a gigabyte of pages before the others.
    let pages: UInt32 = 1 << 30
    let header = [UInt8]([1, 0, 0, 0]) + withUnsafeBytes(of: pages.littleEndian) { Array($0) }
    let path = try file(Array(small[..<begin]) + header, size: UInt64(begin + 8) + UInt64(pages))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(small[begin...]))
    try handle.close()
    let wanted = try PolicyReader.read(small, source: "x")
    let large = try InputFile.read(path)
    #expect(large.policies == wanted.policies && large.savedGuest == wanted.savedGuest)
    // Cut within the pages.
    try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 1 << 29)
    #expect(error(ofFile: path)?.message.contains("cut") == true)
  }

  @Test func pipesWithoutAWriter() throws {
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(error(ofFile: path)?.message.contains("nobody writes") == true)
    let dump = try Data(contentsOf: URL(fileURLWithPath: Fixtures.dumps[0]))
    let writer = Thread {
      let file = open(path, O_WRONLY)
      usleep(100_000)
      _ = dump.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      close(file)
    }
    // A reader that keeps the writer from waiting for one.
    let keeper = open(path, O_RDONLY | O_NONBLOCK)
    writer.start()
    usleep(50_000)
    #expect(error(ofFile: path) == nil)
    close(keeper)
  }

  /// Errors of the system have their own names; only a refusal is one of permission.
  @Test func namesOfErrors() throws {
    let link = folder.path + "/circle"
    #expect(symlink(link, link) == 0)
    for (path, name) in [
      (link, "ELOOP"), (Fixtures.dumps[0] + "/x", "ENOTDIR"),
      (String(repeating: "x", count: 5000), "ENAMETOOLONG"),
    ] {
      let found = error(ofFile: path)
      #expect(found?.kind == .unreadable && found?.message.contains(name) == true, "\(name)")
    }
    for (code, name) in [(EMFILE, "EMFILE"), (EIO, "EIO"), (ENFILE, "ENFILE")] {
      let found = InputFile.failure("x", code)
      #expect(found.kind == .unreadable && found.message.contains(name))
    }
    #expect(InputFile.failure("x", EACCES).kind == .permission)
    #expect(error(ofFile: "/nonexistent")?.message == "there is no such file")
  }

  /// What is changed while it is read is refused; it would be read in part.
  @Test func inputsThatShrink() throws {
    let path = try file(Array("x".utf8), size: 60 << 20)
    let isDone = Flag()
    let shrinker = Thread {
      var size: Int = 60 << 20
      while !isDone.isSet {
        size = size == 4096 ? 60 << 20 : 4096
        truncate(path, size)
      }
    }
    shrinker.start()
    var kinds: Set<String> = []
    for _ in 0..<40 { if let found = error(ofFile: path) { kinds.insert(found.message) } }
    isDone.set()
    #expect(kinds.contains("the input changed while it was read"), "\(kinds)")
  }

  private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var value = false
    var isSet: Bool { lock.withLock { value } }
    func set() { lock.withLock { value = true } }
  }
}
