// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import QEMUBackEnd

/// The authority with emulators that are none of QEMU's.
@Suite struct EmulatorTests {
  private func error(
    _ script: String, _ request: ModelRequest = ModelRequest(.qemu, model: "Some"),
    machine: String? = nil, milliseconds: Int = 3000
  ) throws -> (error: EmulatorError?, program: String) {
    let fake = try FakeEmulator(script)
    let authority = EmulatorAuthority(
      program: fake.program, machine: machine, accelerator: "tcg", timeLimit: milliseconds)
    defer {
      for process in fake.processes { #expect(kill(process, 0) != 0 && errno == ESRCH) }
    }
    do {
      _ = try authority.resolve(request)
      return (nil, fake.program)
    } catch let error as EmulatorError {
      return (error, fake.program)
    }
  }

  @Test func whatHangsIsEnded() throws {
    let start = ContinuousClock.now
    let (error, program) = try error("sleep 100", milliseconds: 300)
    #expect(
      error
        == .conversation(
          program: program, .timedOut(command: "greeting", milliseconds: 300)))
    // A child that holds the socket is ended with it.
    let other = try self.error("sleep 100 & wait", milliseconds: 300).error
    guard case .conversation(_, .timedOut)? = other else {
      Issue.record("\(String(describing: other))")
      return
    }
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func whatDiesSaysWhy() throws {
    let (error, program) = try error("echo 'qemu: no such machine' >&2; exit 1")
    #expect(error == .ended(program: program, reason: "qemu: no such machine"))
    let (silent, other) = try self.error("exit 0")
    #expect(silent == .ended(program: other, reason: "without a word"))
    // After the greeting, too.
    let (later, third) = try self.error(
      "echo '{\"QMP\": {}}'; read line; echo '{\"return\": {}}'; sleep 0.2; echo gone >&2; exit 3")
    #expect(later == .ended(program: third, reason: "gone"))
  }

  @Test func noiseAndFloodsAreBounded() throws {
    let (noise, _) = try error("echo nonsense; sleep 100")
    guard case .conversation(_, .malformed)? = noise else {
      Issue.record("\(String(describing: noise))")
      return
    }
    let (flood, _) = try error("yes '{\"event\": 1}'", milliseconds: 20_000)
    guard case .conversation(_, .malformed)? = flood else {
      Issue.record("\(String(describing: flood))")
      return
    }
    let (line, _) = try error("tr '\\0' ' ' < /dev/zero", milliseconds: 20_000)
    guard case .conversation(_, .lineTooLong)? = line else {
      Issue.record("\(String(describing: line))")
      return
    }
    // What it says of itself holds nobody up.
    let (words, program) = try error("head -c 1000000 /dev/zero | tr '\\0' 'x' >&2; exit 1")
    guard case .ended(program, let reason)? = words else {
      Issue.record("\(String(describing: words))")
      return
    }
    #expect(reason.count <= 500)
  }

  @Test func programsThatAreNone() throws {
    for path in ["/no/such/qemu", "/", "/etc/passwd"] {
      let authority = EmulatorAuthority(program: path, accelerator: "tcg", timeLimit: 3000)
      #expect {
        _ = try authority.resolve(ModelRequest(.qemu, model: "Some"))
      } throws: { error in
        if case .ended(path, _)? = error as? EmulatorError { true } else { false }
      }
    }
  }

  /// What stands in an input is a name and nothing else: settings behind a comma may name files.
  @Test(arguments: [
    "q35,dumpdtb=/tmp/x", "", "pc -hda", "q35\n", String(repeating: "x", count: 65),
  ])
  func machinesThatAreNone(_ name: String) throws {
    var request = ModelRequest(.qemu, model: "Some")
    request.machine.type = name
    #expect(try error("exit 0", request).error == .unusable(what: "machine", value: name))
    request.machine = .init(type: "q35", accelerator: "kvm,device=/tmp/x")
    #expect(
      try error("exit 0", request).error == .unusable(what: "accel", value: "kvm,device=/tmp/x"))
  }

  @Test func anInputHasNoProgramStarted() throws {
    let fake = try FakeEmulator("exit 0")
    // Root's own, in a folder of the test's: the name decides.
    #expect(EmulatorAuthority.trusted(fake.folder + "/nothing") == nil)
    #expect(EmulatorAuthority.trusted("/bin/sh") == nil)
    #expect(EmulatorAuthority.trusted("bin/qemu-system-x86_64") == nil)
    #expect(EmulatorAuthority.trusted("sh") == nil && EmulatorAuthority.trusted("") == nil)
    if RunningQEMU.program == "/usr/bin/qemu-system-x86_64" {
      #expect(EmulatorAuthority.trusted("qemu-system-x86_64") == RunningQEMU.program)
    }
    #expect(chmod(fake.program, 0o777) == 0)
    #expect(EmulatorAuthority.trusted(fake.program) == nil)
    // A link that is called as QEMU is, to what is not.
    #expect(symlink("/bin/sh", fake.folder + "/qemu-link") == 0)
    #expect(EmulatorAuthority.trusted(fake.folder + "/qemu-link") == nil)
    if geteuid() == 0 {
      #expect(chmod(fake.program, 0o755) == 0)
      #expect(EmulatorAuthority.trusted(fake.program) == fake.program)
      #expect(chown(fake.program, 65534, 65534) == 0)
      #expect(EmulatorAuthority.trusted(fake.program) == nil)
    }
  }

  @Test func anAnswerIsReadWithoutWhatIsNotGiven() throws {
    let fake = try FakeEmulator(FakeEmulator.talking(expansion: FakeEmulator.expansion()))
    let authority = EmulatorAuthority(program: fake.program, accelerator: "tcg")
    let resolved = try #require(try authority.resolve(ModelRequest(.qemu, model: "Some")))
    #expect(resolved.authority == "QEMU 7.2.1, pc-some, tcg")
    #expect(resolved.withheld == ["sse2"])
    #expect(resolved.partial.features == [.fpu, .sse, .lm])
    #expect(resolved.partial.value(of: .maxPhysicalAddressBits) == 40)
    #expect(fake.processes.count == 1)
  }

  /// A property that no table knows may be any bit: no word is known, and no bit said to be off.
  @Test func whatNoTableKnowsMakesFeaturesUnknown() throws {
    let unknown = FakeEmulator.expansion(FakeEmulator.props + ", \"newest-thing\": true")
    let fake = try FakeEmulator(FakeEmulator.talking(expansion: unknown))
    let authority = EmulatorAuthority(program: fake.program, accelerator: "tcg")
    let resolved = try #require(try authority.resolve(ModelRequest(.qemu, model: "Some")))
    #expect(resolved.partial.features == nil)
    #expect(resolved.notes.contains { $0.contains("newest-thing") })
    #expect(!resolved.partial.policy.isKnown(leaf: 7))
  }

  @Test func refusalsAreTyped() throws {
    func refusal(_ text: String) throws -> EmulatorError? {
      try error(
        FakeEmulator.talking(
          expansion: "{\"error\": {\"class\": \"GenericError\", \"desc\": \"\(text)\"}}")
      ).error
    }
    let authority = "QEMU 7.2.1, pc-some, tcg"
    // An apostrophe would end the script's words: QEMU's own texts are in ModelSweepTests.
    #expect(
      try refusal("Parameter expects uint64")
        == .refused(reason: "Parameter expects uint64", model: "Some", emulator: authority))
    #expect(
      try error(
        FakeEmulator.talking(
          definitions: "[{\"name\": \"Some\", \"unavailable-features\": [\"kvm\"]}]",
          expansion: FakeEmulator.expansion())
      ).error == .otherAccelerator(model: "Some", emulator: authority))
    let garbled = try error(
      FakeEmulator.talking(version: "[]", expansion: FakeEmulator.expansion()))
    #expect(
      garbled.error
        == .malformed(program: garbled.program, reason: "query-version tells no version"))
    let odd = try error(FakeEmulator.talking(expansion: "{\"return\": {\"model\": []}}"))
    guard case .malformed? = odd.error else {
      Issue.record("\(String(describing: odd.error))")
      return
    }
  }
}

/// A request in QEMU's words.
@Suite struct EmulatorQuestionTests {
  private func question(_ argument: String) throws -> EmulatorQuestion {
    let document = try PolicyReader.read(Array("-cpu \(argument)\n".utf8), source: "test")
    let request = try #require(document.request)
    return try #require(EmulatorQuestion(request, accelerator: "tcg"))
  }

  @Test func valuesHaveTheTypesOfTheirProperties() throws {
    let question = try question(
      "Some,+avx,-sse4_1,phys-bits=0x2e,level=13,model-id=42,tsc-freq=2.5G,hv-no-nonarch-coresharing=on"
    )
    #expect(question.needsTypes)
    let types = [
      "phys-bits": "uint32", "level": "uint32", "model-id": "string",
      "hv-no-nonarch-coresharing": "OnOffAuto",
    ]
    #expect(
      question.properties(types)
        == .members([
          "avx": .bool(true), "sse4-1": .bool(false), "phys-bits": .integer(46),
          "level": .integer(13), "model-id": .string("42"),
          "tsc-frequency": .integer(2_500_000_000),
          "hv-no-nonarch-coresharing": .string("on"),
        ]))
    #expect(try !self.question("Some,+avx,-sse4_1").needsTypes)
  }

  @Test func libvirtsNamesBecomeQEMUs() throws {
    var request = ModelRequest(.libvirt, model: "Some")
    request.required = [.sse3, .avx]
    request.disabled = [.pclmulqdq]
    request.optional = [.aesni]
    let question = try #require(EmulatorQuestion(request, accelerator: "kvm"))
    #expect(
      question.settings == [
        .init("pni", .bool(true)), .init("avx", .bool(true)), .init("pclmulqdq", .bool(false)),
      ])
    #expect(question.optional == ["aes"])
    request.choice = .hostModel
    #expect(EmulatorQuestion(request, accelerator: "kvm") == nil)
    request.choice = .host
    let host = try #require(EmulatorQuestion(request, accelerator: "kvm"))
    #expect(host.model == "host" && host.settings[0] == .init("migratable", .bool(true)))
  }

  @Test func othersAreOtherTexts() throws {
    let texts = try ["Some", "Some,+avx", "Some,-avx", "Some,level=1", "Some,level=10", "Other"]
      .map { try question($0).text }
    #expect(Set(texts).count == texts.count)
  }
}
