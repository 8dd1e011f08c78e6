// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// The forms of libvirt, QEMU and Firecracker.
@Suite struct OtherFormatsTests {
  static func read(_ text: String, _ format: PolicyFormat? = nil) throws -> PolicyDocument {
    try PolicyReader.read(Array(text.utf8).span, source: "x", format: format)
  }

  static func error(_ text: String, _ format: PolicyFormat? = nil) -> FormatError? {
    do {
      _ = try PolicyReader.read(Array(text.utf8).span, source: "x", format: format)
      return nil
    } catch {
      return error
    }
  }

  static func written(_ policy: CPUPolicy, _ format: PolicyFormat) -> (String, [String]) {
    let (bytes, dropped) = PolicyWriter.write(
      NamedPolicy(name: "p", policy: policy), as: format)
    return (String(decoding: bytes, as: UTF8.self), dropped)
  }

  static func policies() throws -> [(String, CPUPolicy)] {
    try (Fixtures.dumps + Corpus.dumps.prefix(60)).compactMap { path in
      try InputFile.read(path).cpus.first.map { (path, $0) }
    }
  }

  /// Shown by the machine where a package has several CPUs, and by the guest's kernel.
  private static let machinesOwn: Set<Feature> = [.htt, .cmpLegacy, .osxsave, .ospke]

  // MARK: Round trips

  @Test func cpudataKeepsEverything() throws {
    for (path, policy) in try Self.policies() {
      let (text, dropped) = Self.written(policy, .libvirtCPUData)
      #expect(dropped.isEmpty)
      let document = try Self.read(text)
      #expect(document.format == .libvirtCPUData)
      let again = try #require(document.cpus.first)
      for slot in 0..<LeafLayout.slotCount where LeafLayout.place(ofSlot: slot).leaf >> 28 != 4 {
        #expect(again.canonical[slot: slot] == policy.canonical[slot: slot], "\(path) \(slot)")
      }
      #expect(again.featureSet == policy.canonical.featureSet, "\(path)")
    }
  }

  @Test func templatesKeepAllButTheMachinesOwnBits() throws {
    for (path, policy) in try Self.policies() {
      let (text, _) = Self.written(policy, .firecrackerTemplate)
      let document = try Self.read(text)
      #expect(document.format == .firecrackerTemplate)
      let again = try #require(document.policies.first).policy
      let original = policy.canonical
      #expect(again.featureSet == original.featureSet, "\(path)")
      #expect(again.signature == original.signature && again.vendor == original.vendor)
      #expect(again.brandString == original.brandString)
      for position in 0..<LeafLayout.msrCount {
        let index = LeafLayout.msr(at: position)
        if let value = original[msr: index] { #expect(again[msr: index] == value, "\(path)") }
      }
    }
  }

  /// What can be said in words of QEMU's comes back; what cannot is listed.
  @Test func argumentsComeBackAsAsked() throws {
    for (path, policy) in try Self.policies() {
      let (text, dropped) = Self.written(policy, .qemuCPU)
      let document = try Self.read(text)
      #expect(document.format == .qemuCPU && document.request == nil)
      let again = try #require(document.policies.first).policy
      let original = policy.canonical
      let lost = original.featureSet.features.filter { !again.featureSet.contains($0) }
      for feature in lost where feature.isNamed && !Self.machinesOwn.contains(feature) {
        #expect(dropped.contains("feature \(feature.optionName)"), "\(path) \(feature.name)")
      }
      for feature in again.featureSet.features { #expect(original.has(feature), "\(path)") }
      #expect(again.signature == original.signature && again.vendor == original.vendor, "\(path)")
      #expect(again[.maxPhysicalAddressBits] == original[.maxPhysicalAddressBits], "\(path)")
      #expect(again[.maxBasicLeaf] == original[.maxBasicLeaf], "\(path)")
    }
  }

  @Test func libvirtNamesEveryFeatureItKnows() throws {
    for (path, policy) in try Self.policies() {
      let (text, dropped) = Self.written(policy, .libvirtCPU)
      let request = try #require(try Self.read(text).request)
      #expect(request.unnamed.isEmpty, "\(path)")
      let required = Set(request.required)
      #expect(required.isDisjoint(with: request.disabled))
      let original = policy.canonical
      for feature in original.featureSet.features
      where feature.isNamed && !Self.machinesOwn.contains(feature) {
        #expect(
          required.contains(feature) != dropped.contains("feature \(feature.optionName)"),
          "\(path) \(feature.name)")
      }
    }
  }

  @Test func whatAFormCannotHoldIsListed() throws {
    var policy = CPUPolicy()
    policy[leaf: 0] = LeafRegisters(
      eax: 0xd, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69)
    policy[leaf: 4] = LeafRegisters(eax: 0x121, ebx: 0x01c0_003f, ecx: 0x3f, edx: 0)
    policy[msr: .platformInfo] = 0x8000_0000
    for format in [PolicyFormat.qemuCPU, .libvirtCPU] {
      let dropped = Self.written(policy, format).1
      #expect(dropped.contains("leaf 0x4:0"), "\(format) \(dropped)")
      #expect(dropped.contains("msr 0xce"), "\(format) \(dropped)")
    }
  }

  @Test func topologyBecomesArguments() throws {
    var policy = try #require(try InputFile.read(Fixtures.path("emulated-Haswell.txt")).cpus.first)
    let topology = try Topology(sockets: 2, dies: 2, cores: 3, threads: 2)
    try policy.apply(
      topology, leaves: TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_0026))
    let text = Self.written(policy, .qemuCPU).0
    #expect(text.contains("-smp dies=2,cores=3,threads=2"), "\(text)")
    #expect(
      Self.written(policy, .libvirtCPU).0.contains("dies='2' cores='3' threads='2'"))
  }

  // MARK: Reading

  @Test func aModelsOwnFeaturesAreUnknown() throws {
    let document = try Self.read("-cpu EPYC,+invtsc,avx=off,enforce -smp 4\n")
    let request = try #require(document.request)
    #expect(request.model == "EPYC")
    #expect(request.required == [Feature(qemuName: "invtsc")])
    #expect(request.disabled == [.avx])
    let policy = try #require(document.policies.first).policy
    #expect(!policy.isKnown(leaf: 1) && !policy.isKnown(.avx) && !policy.isKnown(.fpu))
    #expect(document.notes.contains { $0.contains("EPYC") })
    #expect(document.notes.contains { $0.contains("-smp 4") })
  }

  @Test func theEmptyModelIsKnown() throws {
    let document = try Self.read(
      "qemu-system-x86_64 -m 1G \\\n -cpu 'base,family=25,model=1,stepping=1,vendor=AuthenticAMD,"
        + "+sse4_2,lm,xlevel=0x80000008,phys-bits=46'\n")
    let policy = try #require(document.policies.first).policy
    #expect(policy.featureSet.features == [.sse42, .lm])
    #expect(policy.signature.family == 25 && policy.signature.model == 1)
    #expect(policy.vendor == .amd && policy[.maxPhysicalAddressBits] == 46)
    #expect(policy.isKnown(.avx) && !policy.isKnown(leaf: 4) == (policy[.maxBasicLeaf] >= 4))
  }

  @Test func capabilitiesNameTheHost() throws {
    let host = """
      <capabilities><host><uuid>x</uuid><cpu><arch>x86_64</arch><model>Penryn</model>
      <vendor>Intel</vendor><signature family='6' model='23' stepping='1'/>
      <feature name='vme'/><maxphysaddr mode='emulate' bits='38'/></cpu></host></capabilities>
      """
    let document = try Self.read(host)
    #expect(document.format == .libvirtCapabilities)
    #expect(document.request?.required == [.vme] && document.request?.model == "Penryn")
    #expect(document.partial?.value(of: .maxPhysicalAddressBits) == 38)
    let domain = """
      <domainCapabilities><cpu><mode name='host-passthrough' supported='yes'/>
      <mode name='host-model' supported='yes'><model fallback='forbid'>EPYC-Rome</model>
      <feature policy='require' name='x2apic'/><feature policy='disable' name='svm'/></mode>
      </cpu></domainCapabilities>
      """
    let request = try #require(try Self.read(domain).request)
    #expect(request.model == "EPYC-Rome" && request.required == [.x2apic])
    #expect(request.disabled == [.svm])
  }

  @Test func bitmapsInPartAreTheHosts() throws {
    let template = """
      {"kvm_capabilities": ["!56"], "cpuid_modifiers": [{"leaf": "0x7", "subleaf": "0x0", "flags": 1,
       "modifiers": [{"register": "ebx", "bitmap": "0b0_xxxxxxxxxxxxxxxx"}]}],
       "msr_modifiers": [{"addr": "0x10a", "bitmap": "0b1xxx"}]}
      """
    let document = try Self.read(template)
    #expect(document.format == .firecrackerTemplate)
    let policy = try #require(document.policies.first).policy
    #expect(!policy.isKnown(leaf: 7) && !policy.isKnown(msr: .archCapabilities))
    #expect(document.notes.contains { $0.contains("!56") })
    #expect(document.notes.contains { $0.contains("leaf 0x7:0") && $0.contains("msr 0x10a") })
  }

  // MARK: Refusals

  @Test func errorsHaveTheirPlace() {
    #expect(Self.error("<cpudata arch='x86'>\n  <cpuid eax_in='1'/>\n</cpudata>")?.line == 2)
    #expect(Self.error("<cpudata>\n</cpudat>")?.line == 2)
    #expect(Self.error("<cpu><model>x</model>")?.message.contains("ends inside") == true)
    #expect(Self.error("<html/>")?.kind == .unrecognised)
    #expect(Self.error("<cpu><arch>ia64</arch></cpu>")?.message.contains("ia64") == true)
    #expect(Self.error("<cpu><feature policy='maybe' name='avx'/></cpu>")?.column == 6)
    #expect(Self.error("-cpu base,family=x")?.column == 11)
    #expect(Self.error("-cpu 'base,avx=on")?.message.contains("quote") == true)
    #expect(
      Self.error("{\"error\": {\"class\": \"GenericError\", \"desc\": \"no such model\"}}")?.message
        .contains("no such model") == true)
    let bitmap = """
      {"cpuid_modifiers": [{"leaf": "0x7", "subleaf": 0,
        "modifiers": [{"register": "ebx", "bitmap": "0b12"}]}]}
      """
    #expect(Self.error(bitmap)?.line == 2)
  }

  @Test func bombsAreRefused() {
    let bomb = """
      <!DOCTYPE cpu [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <cpu><model>&b;</model></cpu>
      """
    #expect(Self.error(bomb)?.message.contains("document type") == true)
    #expect(Self.error("<cpu><model>&b;</model></cpu>")?.message.contains("entities") == true)
    let deep = String(repeating: "<cpu>", count: 100_000)
    #expect(Self.error(deep)?.message.contains("nesting") == true)
    let wide = "<cpu>" + String(repeating: "<a/>", count: 250_000) + "</cpu>"
    #expect(Self.error(wide)?.message.contains("elements") == true)
    let attributes = "<cpu " + (0..<20_000).map { "a\($0)=''" }.joined(separator: " ") + "/>"
    #expect(Self.error(attributes)?.message.contains("attributes") == true)
    let large = "<cpu>" + String(repeating: " ", count: 17 << 20) + "</cpu>"
    #expect(Self.error(large)?.kind == .tooLarge)
    let line = "-cpu base," + String(repeating: "x", count: 2 << 20)
    #expect(Self.error(line, .qemuCPU)?.kind == .tooLarge)
  }

  @Test func everyPrefixIsReadOrRefused() throws {
    let policy = try #require(try InputFile.read(Fixtures.path("emulated-Haswell.txt")).cpus.first)
    for format in [
      PolicyFormat.libvirtCPUData, .libvirtCPU, .firecrackerTemplate, .qemuCPU,
    ] {
      let text = Array(Self.written(policy, format).0.utf8)
      for count in stride(from: 1, to: text.count, by: 41) {
        do {
          _ = try PolicyReader.read(Array(text.prefix(count)).span, source: "x", format: format)
        } catch {
          #expect(!error.message.isEmpty && !error.remedy.isEmpty)
        }
      }
    }
  }
}

/// libvirt's own cases: what real CPUs and QEMU on them answered.
@Suite(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS")) struct LibvirtCaseTests {
  @Test func everyFileIsReadOrRefusedWithReason() throws {
    let files =
      Corpus.files("libvirt/cpuid", ending: ".xml") + Corpus.files("libvirt/cpuid", ending: ".json")
      + Corpus.files("libvirt/compare", ending: ".xml")
    #expect(files.count > 150)
    var refused: [String] = []
    for path in files {
      do {
        _ = try InputFile.read(path)
      } catch {
        refused.append(String(path.split(separator: "/").last ?? ""))
      }
    }
    // A CPU of another architecture.
    #expect(refused == ["x86_64-host-incomp-arch.xml"])
  }

  /// What QEMU gave on a CPU, by its own words and by the registers that libvirt kept of it.
  @Test func expansionsEqualTheRegistersBesideThem() throws {
    var compared = 0
    var differing: [String: Int] = [:]
    for path in Corpus.files("libvirt/cpuid", ending: ".json") {
      let beside = path.replacing(".json", with: "-enabled.xml")
      guard FileManager.default.fileExists(atPath: beside) else { continue }
      let document = try InputFile.read(path)
      let asked = try #require(document.policies.first).policy
      guard document.request == nil else { continue }
      let given = try #require(try InputFile.read(beside).cpus.first)
      for feature in Feature.allNamed
      where given.isKnown(feature) && !feature.qemuName.isEmpty && !feature.libvirtName.isEmpty {
        guard case .leaf = feature.place else { continue }
        compared += 1
        if asked.has(feature) != given.has(feature) { differing[feature.name, default: 0] += 1 }
      }
    }
    print("QEMU's expansions: \(compared) bits compared, differing: \(differing)")
    #expect(compared > 3000)
    #expect(differing.isEmpty)
  }
}
