// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// What forms write of some policies, pinned in `Tests/Golden/written`: short texts whole, all
/// others as a hash.
@Suite struct WrittenFormTests {
  private static let fixtures = [
    "guest-epyc.txt", "emulated-Skylake-Server-v4.txt", "emulated-Penryn.txt", "emulated-max.txt",
  ]

  /// Forms whose texts grow neither with the tables nor with the registry; documents of ours are pinned
  /// beside them.
  private static let formats: [PolicyFormat] = [
    .leaves, .cpuidR, .xenCPUID, .instlatx64, .featureset, .xl, .migrationRecords, .qemuCPU,
    .firecrackerTemplate, .libvirtCPUData,
  ]

  private static func policies() throws -> [NamedPolicy] {
    let read = try fixtures.map { name in
      NamedPolicy(
        name: name, policy: try #require(try InputFile.read(Fixtures.path(name)).cpus.first))
    }
    let bytes = try DamagedInput.sample("instlatx64")
    let small = try PolicyReader.read(bytes.span, source: "x")
    var seven = odd
    seven[.maxBasicLeaf] = 7
    return read + [
      NamedPolicy(name: "seven", policy: seven),
      NamedPolicy(name: "small", policy: try #require(small.cpus.first)),
      NamedPolicy(name: "odd", policy: odd, statements: [Statement("model", "A")]),
    ]
  }

  /// A ratio of counters, two dies, a brand with quotation marks, limits at their leaves.
  private static var odd: CPUPolicy {
    var policy = CPUPolicy()
    policy[leaf: 0] = LeafRegisters(
      eax: 0x1f, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69)
    policy[leaf: 1] = LeafRegisters(eax: 0x000a_0671, ebx: 0x800, ecx: 1, edx: 0x1000_0001)
    policy[leaf: 7] = LeafRegisters(eax: 1, ebx: 1 << 5)
    policy[leaf: 0x15] = LeafRegisters(eax: 2, ebx: 168, ecx: 25_000_000)
    for (subleaf, level) in [(1, 1, 2), (3, 2, 6), (4, 5, 12)].enumerated() {
      policy[leaf: 0x1f, subleaf: UInt32(subleaf)] = LeafRegisters(
        eax: UInt32(level.0), ebx: UInt32(level.2), ecx: UInt32(level.1) << 8 | UInt32(subleaf))
    }
    policy[leaf: 0x8000_0000].eax = 0x8000_0008
    for (index, text) in ["It's", " a \"", "CPU\0"].enumerated() {
      let word = text.utf8.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      policy[leaf: 0x8000_0002][Register(rawValue: UInt8(index)) ?? .eax] = word
    }
    policy[leaf: 0x8000_0008].eax = 0x3027
    policy[leaf: 0x4000_0000].eax = 0x4000_0005
    policy[msr: .archCapabilities] = 0x2b
    policy.markUnknown(msr: .platformInfo)
    return policy
  }

  @Test func asPinned() throws {
    var lines: [String] = []
    for named in try Self.policies() {
      for format in Self.formats {
        let (bytes, dropped) = PolicyWriter.write(named, as: format)
        let title = "\(named.name) as \(format.rawValue)"
        let text = String(decoding: bytes, as: UTF8.self)
        lines.append("\(title): \(bytes.count) bytes, \(Outcome.hash("\(bytes)"))")
        if bytes.count < 600, bytes.allSatisfy({ $0 < 0x80 && $0 != 0 }) {
          lines += text.split(separator: "\n").map { "  \($0)" }
        }
        if !dropped.isEmpty {
          let said = dropped.count < 12 ? "\(dropped)" : "\(Outcome.hash("\(dropped)"))"
          lines.append("\(title) lacks \(dropped.count): \(said)")
        }
      }
    }
    let difference = try PinnedText.difference("written/forms.txt", lines)
    #expect(difference.isEmpty, "\(difference.prefix(8))")
  }

  /// The records of a saved guest are replaced where they stand, and nothing else.
  @Test func recordsInPlace() throws {
    let bytes = Array(
      try Data(contentsOf: URL(fileURLWithPath: Fixtures.path("saved-guest.xlsave"))))
    let before = try PolicyReader.read(bytes.span, source: "x")
    let policy = try #require(before.cpus.first ?? before.policies.first?.policy)
    let same = try MigrationRecords.replacing(in: bytes.span, source: "x", policy: policy)
    let again = try PolicyReader.read(same.bytes.span, source: "x")
    #expect((again.cpus.first ?? again.policies.first?.policy)?.canonical == policy.canonical)
    #expect(again.savedGuest == before.savedGuest && same.bytes.prefix(80) == bytes.prefix(80))
    var tsc = try #require(before.savedGuest?.tsc)
    tsc.khz += 1
    var other = policy
    other.set(.avx2, !policy.has(.avx2))
    let changed = try MigrationRecords.replacing(
      in: bytes.span, source: "x", policy: other, tsc: tsc)
    let read = try PolicyReader.read(changed.bytes.span, source: "x")
    #expect((read.cpus.first ?? read.policies.first?.policy)?.canonical == other.canonical)
    #expect(read.savedGuest?.tsc == tsc && changed.bytes.count == same.bytes.count)
    // The configuration is all there, and nothing behind it.
    let header = Array(bytes.prefix(48 + Int(bytes[44])))
    let cut = #expect(throws: FormatError.self) {
      try PolicyReader.read(header.span, source: "x", format: .migrationRecords)
    }
    #expect(cut?.message.contains("libxl's stream") == true)
    // Without the records that are to be replaced it is no saved guest of use.
    let small = Array("CPUID 00000000: 00000000-00000000-00000000-00000000\n".utf8)
    #expect(throws: FormatError.self) {
      try MigrationRecords.replacing(in: small.span, source: "x", policy: other)
    }
  }

  @Test func jsonTexts() throws {
    let texts = [
      #"{"a":"\n\t\"\\\/\b\f\r\u0001\u00e9\ud83d\ude00","b":[1,-2,0,[],{}],"c":{"d":[{"e":true},null]}}"#,
      #"[1, 1.5, 1e3, -0, 18446744073709551615, 18446744073709551616, 9223372036854775808]"#,
      #"{"a":1,"a":2}"#, #"{"a":1,}"#, "[1,]", "[", "{", #"{"a""#, #"{"a":}"#, #"["\x"]"#,
      #"["\u12"]"#,
      #"["\ud83d"]"#, "[01]", "[-]", "[+1]", "[1 2]", "tru", "[nul]", "\"\u{1}\"", "[1]x", "\"a",
      "  {\n \"a\" : [ ] }  ", #"[[1,2],[{"a":1},{"b":[2,3]}],"x",{},[]]"#,
      String(repeating: "[", count: 400),
      String(repeating: "[", count: 60)
        + String(repeating: "]", count: 60),
    ]
    var lines: [String] = []
    for text in texts {
      lines.append("\(text.prefix(60))".replacing("\n", with: "\\n"))
      do {
        let value = try JSONValue(parsing: Array(text.utf8), source: "x")
        lines += value.text.split(separator: "\n").map { "  \($0)" }
      } catch {
        lines.append("  \(error.kind) at \(error.line ?? 0):\(error.column ?? 0) \(error.message)")
      }
    }
    let difference = try PinnedText.difference("written/json.txt", lines)
    #expect(difference.isEmpty, "\(difference.prefix(8))")
  }
}
