// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import QEMUBackEnd

/// What an emulator answered elsewhere, in a file.
@Suite struct RecordedEmulatorTests {
  private static let definitions =
    "{\"return\": [{\"name\": \"Some\", \"unavailable-features\": [\"sse2\"]}]}"

  private static func resolve(
    _ line: String, _ file: String...
  ) throws -> ResolvedModel? {
    let bytes = Array(file.joined(separator: "\n").utf8)
    let recorded = try RecordedEmulator(bytes, source: "answers")
    return try recorded.resolve(
      try #require(PolicyReader.read(Array(line.utf8), source: "x").request))
  }

  @Test func settingsStandOnTop() throws {
    let version = "{\"QMP\": {\"version\": {\"qemu\": {\"major\": 7, \"minor\": 2, \"micro\": 1}}}}"
    let resolved = try #require(
      try Self.resolve(
        "-cpu Some,-sse,level=13,phys-bits=0x2e", version, Self.definitions,
        FakeEmulator.expansion()))
    #expect(resolved.authority == "QEMU 7.2.1, recorded in answers" && resolved.isExact)
    #expect(resolved.partial.features == [.fpu, .lm] && resolved.withheld == ["sse2"])
    #expect(resolved.partial.value(of: .maxBasicLeaf) == 13)
    #expect(resolved.partial.value(of: .maxPhysicalAddressBits) == 46)
  }

  /// Without the definitions nobody knows what the host withholds, and of what no model lacks only `max` tells.
  @Test func whatIsNotRecordedIsNotDecided() throws {
    let alone = try #require(try Self.resolve("-cpu Some", FakeEmulator.expansion()))
    #expect(!alone.isExact && alone.notes.contains { $0.contains("query-cpu-definitions") })
    #expect(alone.partial.features?.contains(.sse2) == true)
    let props = FakeEmulator.props + ", \"avx\": false, \"ssse3\": false"
    let open = try #require(
      try Self.resolve("-cpu Some,+avx", FakeEmulator.expansion(props), Self.definitions))
    #expect(!open.isExact && open.notes.contains { $0.contains("avx") })
    let most = FakeEmulator.expansion(props + ", \"avx\": true").replacing("Some", with: "max")
      .replacing("\"avx\": false, ", with: "")
    let known = try #require(
      try Self.resolve("-cpu Some,+avx", FakeEmulator.expansion(props), Self.definitions, most))
    #expect(known.isExact && known.partial.features?.contains(.avx) == true)
  }

  @Test func refusals() throws {
    #expect(throws: EmulatorError.self) { try Self.resolve("-cpu Other", FakeEmulator.expansion()) }
    #expect(throws: EmulatorError.self) {
      try Self.resolve("-cpu Some,+nosuch", FakeEmulator.expansion())
    }
    for text in [
      "{}", "[]", Self.definitions, "{\"return\": {\"model\": {\"name\": \"x\", \"props\": {}}}}",
      "{",
      FakeEmulator.expansion()
        + FakeEmulator.expansion(FakeEmulator.props.replacing("10", with: "11")),
    ] {
      #expect(throws: FormatError.self) {
        try RecordedEmulator(Array(text.utf8), source: "x")
      }
    }
  }

  /// The catalogue of writers.
  @Test func models() throws {
    let recorded = try RecordedEmulator(Array(FakeEmulator.expansion().utf8), source: "x")
    let models = try recorded.catalogue().models
    #expect(models.map(\.name) == ["Some"] && models[0].meaning.withheld.isEmpty)
  }

  /// A real emulator's answers, kept, mean what the emulator says itself, with settings too.
  @Test(
    .enabled(
      if: RunningQEMU.program != nil, "qemu-system-x86_64 is not installed: nothing was asked"))
  func equalsTheEmulator() throws {
    let program = try #require(RunningQEMU.program)
    let machine = EmulatorSession.Machine(type: "q35", accelerator: "tcg")
    var session = try EmulatorSession(starting: program, machine, timeLimit: 60_000)
    var file: [JSONValue] = []
    func keep(_ command: String, _ arguments: KeyValuePairs<String, JSONValue> = [:]) throws {
      file.append(.members(["return": try session.ask(command, arguments)]))
    }
    try keep("query-version")
    try keep("query-cpu-definitions")
    let names = ["Haswell", "EPYC", "Skylake-Server-v4", "qemu32", "max"]
    for name in names {
      try keep(
        "query-cpu-model-expansion",
        ["type": .string("full"), "model": .members(["name": .string(name)])])
    }
    let recorded = try RecordedEmulator(
      Array(file.map(\.text).joined(separator: "\n").utf8), source: "answers")
    let authority = EmulatorAuthority(program: program, accelerator: "tcg")
    var exact = 0
    for name in names {
      for rest in [
        "", ",+avx512f,-sse4.1", ",-avx,+xsaves,phys-bits=46,level=0x10",
        ",vendor=AuthenticAMD,+rdrand", ",+npt,+svm,+arat", ",+amx-tile,+intel-pt,+sgx,+xsaves",
        ",+avx-vnni,level=4,+wbnoinvd",
      ]
      where name != "qemu32" || !rest.contains("phys-bits") {
        let line = "-cpu \(name)\(rest)"
        let request = try #require(
          try PolicyReader.read(Array(line.utf8), source: "x").request)
        let live = try #require(try authority.resolve(request))
        let kept = try #require(try recorded.resolve(request))
        for word in 0..<Feature.wordCount where !kept.partial.openWords.contains(word) {
          #expect(
            kept.partial.features?[word: word] == live.partial.features?[word: word], "\(line)")
        }
        for entry in kept.partial.fields {
          #expect(live.partial.value(of: entry.field) == entry.value, "\(line) \(entry.field.name)")
        }
        // What no model lacks and the most complete one does not have is left open, and so is its leaf.
        guard kept.isExact else { continue }
        exact += 1
        #expect(Set(kept.withheld) == Set(live.withheld), "\(line)")
        // Its width the machine of a CPU without long mode gets only when it starts.
        guard name != "qemu32" else { continue }
        #expect(
          Set(kept.partial.fields.map(\.field.name)) == Set(live.partial.fields.map(\.field.name)),
          "\(line)")
      }
    }
    #expect(exact > 15)
  }
}
