// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// `policy explain` of guests that are named models: who decided.
@Suite struct ExplainedGuestTests {
  private let folder: TemporaryFolder
  /// An emulator's answers, with `sse2` withheld.
  private let answers: String
  private let map: String

  init() throws {
    folder = try TemporaryFolder()
    map = folder.path
    answers = try folder.file(
      "answers",
      FakeEmulator.expansion(FakeEmulator.props + ", \"avx\": false, \"arat\": false")
        + "{\"return\": [{\"name\": \"Some\", \"unavailable-features\": [\"sse2\"]}]}")
    _ = try folder.file(
      "index.xml",
      """
      <cpus><arch name='x86'><vendor name='Intel' string='GenuineIntel'/>
      <feature name='fpu'><cpuid eax_in='0x01' edx='0x00000001'/></feature>
      <feature name='pni'><cpuid eax_in='0x01' ecx='0x00000001'/></feature>
      <feature name='sse'><cpuid eax_in='0x01' edx='0x02000000'/></feature>
      <feature name='sse2'><cpuid eax_in='0x01' edx='0x04000000'/></feature>
      <feature name='arat'><cpuid eax_in='0x06' eax='0x00000004'/></feature>
      <model name='Some'><signature family='6' model='15'/><vendor name='Intel'/>
      <feature name='fpu'/><feature name='sse'/></model>
      </arch></cpus>
      """)
  }

  /// - Parameter words: after them stand the authorities of the test.
  private func explain(
    _ name: String, _ input: String, _ words: [String]
  ) throws -> (status: Int32, document: JSONValue) {
    let file = try folder.file("input", input)
    let result = try BuiltCommand.run(["policy", "explain", name, file, "-o", "json"] + words)
    let document = try JSONValue(parsing: Array(result.output.utf8), source: result.errors)
    #expect(try JSONSchema.ofDocuments().errors(document) == [])
    return (result.status, document)
  }

  private var emulator: [String] { ["--emulator", answers, "--cpu-map", "/nonexistent"] }

  /// The value, who had the last word, and who made a difference.
  private static func answer(_ document: JSONValue) -> String {
    guard case .object(let present)? = document["present"], let value = present.first?.value else {
      return "no value"
    }
    let steps = (document["steps"]?.array ?? []).map {
      "\($0["step"]?.string ?? "") \($0["change"]?.string ?? "")"
    }
    return ([value.text, document["decidedBy"]?.string ?? ""] + steps).joined(separator: ", ")
  }

  @Test(arguments: [
    ("sse", "-cpu Some", "true, model, model added"),
    ("sse", "-cpu Some,-sse", "false, form, model added, form removed"),
    ("avx", "-cpu Some", "false, model"), ("avx", "-cpu Some,-avx", "false, form"),
    ("sse2", "-cpu Some", "false, host, model added, host removed"),
    ("sse2", "-cpu Some,+sse2", "false, host, model added, host removed"),
    ("sse", "-cpu base,+sse", "true, form"), ("avx", "-cpu base,+sse", "false, form"),
    ("maxBasicLeaf", "-cpu Some", "\"0xa\", model, model added"),
    ("maxPhysicalAddressBits", "-cpu Some", "\"0x28\", model, model added"),
    ("clflushLineSize", "-cpu Some", "null, unknown"),
    ("alwaysRunningApicTimer", "-cpu Some", "\"0x0\", model"),
    ("sse", "qemu-system-x86_64 -accel tcg -name web -cpu Some", "true, model, model added"),
  ]) func whoDecided(_ name: String, _ line: String, _ expected: String) throws {
    let (status, document) = try explain(name, line, emulator)
    #expect(Self.answer(document) == expected, "\(document.text)")
    #expect(status == (expected.hasPrefix("null") ? 1 : 0))
  }

  /// What QEMU is not asked about, libvirt's map says; of a guest that was checked it is exact.
  @Test(arguments: [
    ("sse", "true, model, model added"), ("sse2", "true, form, form added"),
    ("fpu", "false, form, model added, form removed"), ("avx", "false, model"),
    ("avx2", "null, unknown"), ("alwaysRunningApicTimer", "\"0x1\", form, form added"),
  ]) func runningDomain(_ name: String, _ expected: String) throws {
    for check in ["full", "none"] {
      let xml =
        "<domain type='kvm' id='3'><name>web</name>"
        + "<cpu mode='custom' check='\(check)'><model>Some</model>"
        + "<feature policy='require' name='sse2'/><feature policy='require' name='arat'/>"
        + "<feature policy='disable' name='fpu'/></cpu></domain>"
      let (_, document) = try explain(name, xml, ["--no-probe", "--cpu-map", map])
      #expect(Self.answer(document) == expected, "\(document.text)")
      #expect(document["gather"]?.array?.isEmpty == (check == "full"), "\(document.text)")
    }
  }

  /// Without an authority only what is switched off is known, and who would know is told.
  @Test(arguments: [
    ("sse", "null, unknown"), ("avx", "null, unknown"), ("fpu", "false, form"),
    ("maxPhysicalAddressBits", "\"0x2e\", form"), ("maxBasicLeaf", "null, unknown"),
  ]) func nobodyKnows(_ name: String, _ expected: String) throws {
    let (status, document) = try explain(
      name, "-cpu Some,+sse,-fpu,phys-bits=46", BuiltCommand.withoutAuthorities)
    #expect(Self.answer(document) == expected, "\(document.text)")
    let isUnknown = expected.hasPrefix("null")
    #expect(status == (isUnknown ? 1 : 0))
    #expect(
      document["gather"]?.array?.contains { $0.string?.contains("--emulator") == true } == isUnknown
    )
  }

  /// Each of several models by its own name.
  @Test func several() throws {
    let props = FakeEmulator.props.replacing("\"sse\": true", with: "\"sse\": false")
    let other = FakeEmulator.expansion(props).replacing("Some", with: "Other")
    let definitions =
      "{\"return\": [{\"name\": \"Some\", \"unavailable-features\": []}, "
      + "{\"name\": \"Other\", \"unavailable-features\": []}]}"
    let both = try folder.file("both", FakeEmulator.expansion() + other + definitions)
    let keys = try folder.file(
      "nova", "[libvirt]\ncpu_mode = custom\ncpu_models = Some, Other\n")
    let result = try BuiltCommand.run(
      ["policy", "explain", "sse", keys, "--emulator", both, "--cpu-map", "/nonexistent"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Some: yes, by the model"), "\(result.output)")
    #expect(result.output.contains("Other: no, by the model"), "\(result.output)")
  }

  /// What is a host's has no meaning here.
  @Test func hostsOptions() throws {
    let file = try folder.file("input", "-cpu Some")
    for words in [["--cpuid", "no-avx"], ["--host", Fixtures.path("emulated-max.txt")]] {
      let result = try BuiltCommand.run(["policy", "explain", "sse", file] + emulator + words)
      #expect(result.status == 2 && result.output.isEmpty, "\(words) \(result.errors)")
    }
  }
}
