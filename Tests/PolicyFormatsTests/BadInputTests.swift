// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

/// Input that cannot be read gets its message and place; nothing crashes.
@Suite struct BadInputTests {
  private func error(_ text: String, _ format: PolicyFormat? = nil) -> FormatError? {
    do {
      _ = try PolicyReader.read(Array(text.utf8).span, source: "x", format: format)
      return nil
    } catch {
      return error
    }
  }

  @Test func emptyAndNoise() {
    #expect(error("")?.kind == .empty)
    #expect(error("hello world\n")?.kind == .unrecognised)
    var generator = SeededGenerator.fresh("noise")
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 1...2000, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      #expect(throws: FormatError.self) {
        try PolicyReader.read(bytes.span, source: "noise")
      }
    }
  }

  @Test func truncatedDump() {
    let found = error("CPUID 00000000: 0000000D-756E6547-6C65746E\n")
    #expect(found?.kind == .malformed && found?.line == 1)
    #expect(found?.column == 43, "\(String(describing: found))")
    let second = error("CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69\nCPUID 00000001: 0\n")
    #expect(second?.line == 2)
    #expect(error("MSR 0000010A: 0000-00\n", .instlatx64)?.line == 1)
    #expect(error("CPU:\n   0x00000000 0x00: eax=0x0000000d ebx=0x68\n")?.line == 2)
    #expect(
      error("Raw policy: 1 leaves, 2 MSRs\n CPUID:\n  00000000:ffffffff -> 0000000d:7\n")?.line == 3
    )
  }

  @Test func everyPrefixOfADumpIsReadOrRefused() throws {
    let path = try #require(Fixtures.dumps.first)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for count in stride(from: 0, to: bytes.count, by: 7) {
      let prefix = Array(bytes.prefix(count))
      do {
        _ = try PolicyReader.read(prefix.span, source: "prefix")
      } catch {
        #expect(!error.message.isEmpty && !error.remedy.isEmpty)
      }
    }
  }

  @Test func longLine() {
    let text = String(repeating: "x", count: LongLine.bytes)
    let found = error(text)
    #expect(found?.kind == .tooLarge && found?.line == 1)
    let dump = "CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69\n" + text
    #expect(error(dump)?.line == 2)
  }

  private enum LongLine { static let bytes = 1 << 20 }

  @Test func mixedForms() {
    let text = """
      CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69
         0x00000001 0x00: eax=0x00000000 ebx=0x00000000 ecx=0x00000000 edx=0x00000000
      """
    let found = error(text)
    #expect(found?.kind == .mixed && found?.line == 2)
  }

  /// However far behind the beginning.
  @Test func mixedFormsLater() {
    let dump = "CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69\n"
    let many = String(repeating: "some text\n", count: 5000)
    let row = "   0x00000001 0x00: eax=0x00000000 ebx=0x00000000 ecx=0x00000000 edx=0x00000000\n"
    let found = error(dump + many + row)
    #expect(found?.kind == .mixed && found?.line == 5002)
    let policy = "Raw policy: 0 leaves, 0 MSRs\n"
    #expect(error(dump + many + policy)?.kind == .mixed)
    #expect(error(policy + many + dump)?.kind == .mixed)
    #expect(error(policy + many + row)?.line == 5002)
  }

  /// A gigabyte of nothing is refused before it is read.
  @Test func gigabyteLine() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    #expect(FileManager.default.createFile(atPath: file.path, contents: Data("x".utf8)))
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 1 << 30)
    try handle.close()
    do {
      _ = try InputFile.read(file.path)
      Issue.record("it was read")
    } catch {
      #expect(error.kind == .tooLarge)
    }
  }

  @Test func featuresets() {
    #expect(error("foo bar baz")?.kind == .unrecognised)
    #expect(error("0123-foo", .featureset)?.column == 7)
    #expect(error("-1234", .featureset)?.column == 1)
    #expect(error("12345678-123456789", .featureset)?.column == 10)
    #expect(error((0..<20).map { _ in "00000001" }.joined(separator: "-"))?.kind == .malformed)
    #expect(error((0..<19).map { _ in "00000001" }.joined(separator: ":")) == nil)
  }

  private static let head = "{\"apiVersion\":\"cpupolicy/v1\",\"kind\":\"Policy\",\n"

  private func leaf(_ number: String, _ subleaf: String = "null", eax: String = "0") -> String {
    "{\"leaf\":\(number),\"subleaf\":\(subleaf),\"eax\":\(eax),\"ebx\":0,\"ecx\":0,\"edx\":0}"
  }

  @Test func json() {
    #expect(error("{")?.kind == .malformed)
    #expect(error("{}")?.kind == .unrecognised)
    #expect(error(Self.head + "\"leaves\":3}")?.message.contains("leaves") == true)
    let wide = leaf("0", eax: "\"0x100000000\"")
    #expect(error(Self.head + "\"leaves\":[\(wide)]}")?.message.contains("32 bits") == true)
    let deep = String(repeating: "[", count: 100_000)
    #expect(error(deep)?.kind == .malformed)
  }

  /// Texts that are no JSON, each with line and column.
  @Test(arguments: [
    ("{\"a\":1,}", 1, 8), ("{\"a\":1\n,\"a\":2}", 2, 2), ("[1,2", 1, 5), ("[01]", 1, 2),
    ("[1.]", 1, 4), ("[\"x]", 1, 2), ("[\"\\q\"]", 1, 4), ("[tru]", 1, 2), ("{} {}", 1, 4),
    ("[\"\\ud800\"]", 1, 5), ("{\n  a: 1}", 2, 3),
  ]) func invalidJSON(_ text: String, _ line: Int, _ column: Int) {
    let found = error(text, .json)
    #expect(
      found?.kind == .malformed && found?.line == line && found?.column == column, "\(found!)")
  }

  @Test func invalidUTF8() {
    let bytes = Array("{\"a\":\"".utf8) + [0xc3, 0x28] + Array("\"}".utf8)
    #expect(throws: FormatError.self) { try PolicyReader.read(bytes.span, source: "x") }
  }

  /// Documents that are JSON and hold what no policy can, each with line and column.
  @Test func invalidPolicies() {
    let cases: [(String, String)] = [
      (leaf("1.5"), "leaves[0].leaf"), (leaf("-1"), "leaves[0].leaf"),
      (leaf("\"0x+5\""), "leaves[0].leaf"), (leaf("99999999999999999999"), "leaves[0].leaf"),
      (leaf("0") + "," + leaf("0"), "leaves[1]"),
    ]
    for (leaves, place) in cases {
      let found = error(Self.head + "\"leaves\":[\(leaves)]}")
      #expect(found?.message.hasPrefix(place) == true, "\(leaves): \(String(describing: found))")
      #expect(found?.line == 2 && found?.column != nil)
    }
    let msr = "{\"index\":\"0x10a\",\"value\":0}"
    let documents: [(String, String)] = [
      ("\"leaves\":[],\n\"msrs\":{}}", "msrs"),
      ("\"leaves\":[],\n\"msrs\":[\(msr),\(msr)]}", "msrs[1]"),
      ("\"leaves\":[],\n\"msrs\":[{\"index\":5,\"value\":0}]}", "msrs[0]"),
      ("\"leaves\":[],\n\"unknown\":[\"msr 0x5\"]}", "unknown[0]"),
      ("\"leaves\":[],\n\"unknown\":[\"leaf 0x22\"]}", "unknown[0]"),
    ]
    for (text, place) in documents {
      let found = error(Self.head + text)
      #expect(found?.message.hasPrefix(place) == true, "\(text): \(String(describing: found))")
      #expect(found?.line == 3, "\(String(describing: found))")
    }
  }

  /// Leaves that no policy stores are kept aside.
  @Test func oddPolicies() throws {
    let text = Self.head + "\"leaves\":[\(leaf("34", eax: "7"))]}"
    let document = try PolicyReader.read(Array(text.utf8).span, source: "x")
    #expect(document.outside.map(\.place) == [LeafPlace(34)])
  }

  /// What a document says of its leaves, and is not so, is an error with its place.
  @Test func contradictions() {
    let zero = leaf("0", eax: "13")
    for claim in [
      "\"digest\":\"sha256:0\"", "\"vendor\":\"GenuineIntel\"", "\"family\":6", "\"model\":85",
      "\"stepping\":4", "\"featureset\":\"00000001\"", "\"features\":[\"fpu\"]",
    ] {
      let found = error(Self.head + "\"leaves\":[\(zero),\(leaf("1", eax: "0"))],\n \(claim)}")
      let name = claim.split(separator: "\"")[0]
      #expect(found?.path == String(name), "\(claim): \(String(describing: found))")
      #expect(found?.line == 3 && found?.column != nil, "\(String(describing: found))")
    }
  }

  @Test func binary() {
    var bytes = [UInt8](repeating: 0, count: 24)
    for index in 4..<8 { bytes[index] = 0xff }
    #expect(throws: Never.self) { try PolicyReader.read(bytes.span, source: "x") }
    let double = bytes + bytes
    #expect(throws: FormatError.self) { try PolicyReader.read(double.span, source: "x") }
    let cut = bytes + [1, 2, 3, 4, 5, 6, 7, 8]
    #expect(throws: FormatError.self) { try PolicyReader.read(cut.span, source: "x") }
  }

  @Test func filesThatCannotBeRead() {
    #expect(throws: FormatError.self) { try InputFile.read("/nonexistent/file") }
    do {
      _ = try InputFile.read("/")
      Issue.record("a directory was read")
    } catch {
      #expect(error.kind == .directory)
    }
  }
}
