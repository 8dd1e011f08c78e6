// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// Who says what a named model means, from the command's point of view.
@Suite struct ModelCommandTests {
  private let input = Data("-cpu Some,-sse\n".utf8)

  @Test func theEmulatorThatIsNamedAnswers() throws {
    let fake = try FakeEmulator(FakeEmulator.talking())
    let words = ["policy", "show", "-", "--emulator", fake.program, "--accel", "tcg", "-o", "json"]
    let shown = try BuiltCommand.run(words, input: input)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.errors.contains("note: Some as QEMU 7.2.1, pc-some, tcg has it"))
    #expect(shown.errors.contains("note: not given there: sse2"))
    let document = try JSONValue(parsing: Array(shown.output.utf8), source: "output")
    #expect(document["assumed"] == .strings(["Some is what QEMU 7.2.1, pc-some, tcg has"]))
    #expect(document["vendor"]?.string == "GenuineIntel")
    // What was unknown is judged now.
    let audit = try BuiltCommand.run(
      [
        "policy", "audit", "-", "--against", Fixtures.path("emulated-max.txt"), "--emulator",
        fake.program, "--accel", "tcg",
      ], input: input)
    #expect(audit.status == 1, "\(audit.errors)")
    // Nothing is started where nothing may be.
    let count = fake.processes.count
    let unknown = try BuiltCommand.run(words + ["--no-probe"], input: input)
    #expect(unknown.status == 0 && unknown.errors.contains("every register is unknown"))
    #expect(unknown.errors.contains("--emulator") && fake.processes.count == count)
  }

  /// What goes wrong is an error where the user named the emulator, and a note where it was found.
  @Test func failures() throws {
    let fake = try FakeEmulator("echo broken >&2; exit 1", name: "qemu-system-x86_64")
    let named = try BuiltCommand.run(
      ["policy", "show", "-", "--emulator", fake.program], input: input)
    #expect(named.status == 4 && named.output.isEmpty)
    #expect(named.errors.contains("it did not start: broken"), "\(named.errors)")
    let found = try BuiltCommand.run(
      ["policy", "show", "-"], input: input, through: ["/usr/bin/env", "PATH=\(fake.folder)"])
    #expect(found.status == 0, "\(found.errors)")
    #expect(found.errors.contains("note: -: \(fake.program): it did not start: broken"))
    #expect(found.errors.contains("every register is unknown"))
    let missing = try BuiltCommand.run(
      ["policy", "show", "-", "--emulator", "/no/such"], input: input)
    #expect(missing.status == 4 && missing.errors.contains("/no/such"))
    let late = try FakeEmulator("sleep 100")
    let slow = try BuiltCommand.run(
      ["policy", "show", "-", "--emulator", late.program, "--timeout", "1"], input: input)
    #expect(slow.status == 4 && slow.errors.contains("--timeout"), "\(slow.errors)")
    let none = try BuiltCommand.run(
      ["policy", "show", "-"], input: input, through: ["/usr/bin/env", "PATH=/nowhere"])
    #expect(none.status == 0 && none.errors.contains("name an emulator with --emulator"))
  }

  /// What no register holds stays said, so that two inputs that differ in it are not alike.
  @Test func whatIsNoRegisterStaysSaid() throws {
    let fake = try FakeEmulator(FakeEmulator.talking())
    let folder = try TemporaryFolder()
    let first = try folder.file("first", "-cpu Some,kvm=off\n")
    let second = try folder.file("second", "-cpu Some\n")
    let words = ["--emulator", fake.program, "--accel", "tcg"]
    let difference = try BuiltCommand.run(["policy", "diff", first, second] + words)
    #expect(difference.status == 1 && difference.output.contains("property kvm"))
    #expect(try BuiltCommand.run(["policy", "diff", second, second] + words).status == 0)
  }

  /// Answers of a host elsewhere, in a file: as good as the emulator where they are whole.
  @Test func answersInAFile() throws {
    let folder = try TemporaryFolder()
    let expansion = FakeEmulator.expansion()
    let whole = try folder.file(
      "whole",
      expansion + "\n{\"return\": [{\"name\": \"Some\", \"unavailable-features\": [\"sse2\"]}]}\n")
    let part = try folder.file("part", expansion)
    func run(_ words: [String], _ file: String) throws -> CommandResult {
      try BuiltCommand.run(words + ["--emulator", file], input: Data("-cpu Some,-lm\n".utf8))
    }
    let shown = try run(["policy", "show", "-", "-o", "json"], whole)
    #expect(shown.status == 0 && shown.errors.contains("recorded in \(whole) has it"))
    #expect(shown.errors.contains("not given there: sse2") && !shown.output.contains("\"lm\""))
    let bound = Fixtures.path("emulated-max.txt")
    let rejected = try run(
      ["policy", "audit", "-", "--against", Fixtures.path("guest-epyc.txt")], whole)
    let undecided = try run(["policy", "audit", "-", "--against", bound], part)
    #expect(undecided.status == 1 && undecided.output.hasPrefix("unknown"), "\(undecided.output)")
    #expect(rejected.status == 1 && rejected.output.hasPrefix("rejected"), "\(rejected.output)")
    let moved = try run(["migrate", "check", "-", bound], whole)
    #expect(moved.output.contains("emulated-max.txt"), "\(moved.output)\(moved.errors)")
    let explained = try run(["policy", "explain", "sse2", "-"], whole)
    #expect(explained.status == 0 && explained.output.contains("by the host"))
    let missing = try BuiltCommand.run(
      ["policy", "show", "-", "--emulator", whole], input: Data("-cpu Other\n".utf8))
    #expect(missing.status == 4 && missing.errors.contains("no CPU model \"Other\""))
    let empty = try run(["policy", "show", "-"], try folder.file("empty", "{}"))
    #expect(empty.status == 3 && empty.errors.contains("no reply in it expands"))
  }

  /// Of several accelerators the first that is here is asked about, and told.
  @Test func severalAccelerators() throws {
    let fake = try FakeEmulator(FakeEmulator.talking())
    let line = Data("qemu-system-x86_64 -machine q35,accel=hvf:tcg -cpu Some\n".utf8)
    let words = ["policy", "show", "-", "--emulator", fake.program]
    let shown = try BuiltCommand.run(words, input: line)
    #expect(shown.errors.contains("the first of hvf, tcg that its host has: tcg is asked"))
    #expect(shown.errors.contains("Some as QEMU 7.2.1, pc-some, tcg has it"), "\(shown.errors)")
    let named = try BuiltCommand.run(words + ["--accel", "kvm"], input: line)
    #expect(named.errors.contains("Some as QEMU 7.2.1, pc-some, kvm has it"), "\(named.errors)")
  }
}
