// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import QEMUBackEnd
import TestSupport
import Testing

/// What is written for managers over a model, as QEMU itself has the model.
@Suite(
  .enabled(
    if: RunningQEMU.program != nil, "qemu-system-x86_64 is not installed: nothing was asked"),
  .serialized)
struct WrittenModelTests {
  private static func authority() throws -> EmulatorAuthority {
    EmulatorAuthority(program: try #require(RunningQEMU.program), accelerator: "tcg")
  }

  /// Features that the machine and the guest's kernel show by themselves.
  private static let free: Set<Feature> = [.htt, .cmpLegacy, .osxsave, .ospke]

  /// Every place in which the guest differs was told before, and QEMU gives all that is asked for.
  @Test(
    "The guest that QEMU makes of what is written is the policy, or the difference was told",
    arguments: RunningQEMUTests.fixtures)
  func resolvedIsWritten(_ path: String) throws {
    let authority = try Self.authority()
    let catalogue = try authority.catalogue()
    let wanted = try #require(try InputFile.read(path).cpus.first).canonical
    for format in [PolicyFormat.libvirtCPU, .proxmox, .nova, .kubevirt] {
      let written = PolicyWriter.write(
        NamedPolicy(name: "guest", policy: wanted), as: format, WritingOptions(catalogue: catalogue)
      )
      let document = try PolicyReader.read(written.bytes.span, source: "written")
      var request = try #require(document.request)
      request.machine = ModelRequest.Machine(accelerator: "tcg")
      // Asked for by Proxmox under KVM, which is not the accelerator here.
      request.settings.removeAll { $0.name.hasPrefix("kvm_") }
      let resolved = try #require(try authority.resolve(request))
      let title = "\(format.rawValue) \(path.split(separator: "/").last ?? "")"
      #expect(resolved.withheld.isEmpty, "\(title): \(resolved.withheld)")
      let features = try #require(resolved.partial.features)
      for feature in features.symmetricDifference(wanted.featureSet).features
      where feature.isNamed && !Self.free.contains(feature) {
        #expect(
          written.dropped.contains("feature \(feature.optionName)"), "\(title) \(feature.name)")
      }
      let policy = resolved.partial.policy
      let lost = Set(written.dropped)
      #expect(lost.contains("leaf 0x1 EAX") != (policy.signature == wanted.signature), "\(title)")
      #expect(policy.vendor == wanted.vendor)
      #expect(
        lost.contains { $0.hasPrefix("leaf 0x0") }
          != (policy[.maxBasicLeaf] == wanted[.maxBasicLeaf]), "\(title)")
      #expect(policy[.maxExtendedLeaf] == wanted[.maxExtendedLeaf], "\(title)")
    }
  }

  @Test func theCatalogueIsTheEmulators() throws {
    let catalogue = try Self.authority().catalogue()
    let names = catalogue.models.map(\.name)
    #expect(catalogue.authority.hasPrefix("QEMU ") && names.count > 30)
    #expect(names.contains("Haswell") && names.contains("EPYC") && names.contains("kvm64"))
    #expect(!names.contains("max") && !names.contains { $0.hasSuffix("-v1") })
    // What the accelerator cannot give is the model's all the same.
    let skylake = catalogue.models.first { $0.name == "Skylake-Server" }
    #expect(skylake?.meaning.partial.features?.contains(.avx512f) == true)
    #expect(skylake?.meaning.withheld.isEmpty == true)
  }

  /// The custom model of Proxmox's runs.
  @Test(arguments: ["emulated-Haswell.txt", "emulated-EPYC-Rome.txt"])
  func writtenModelsStart(_ name: String) throws {
    let wanted = try #require(try InputFile.read(Fixtures.path(name)).cpus.first).canonical
    let written = PolicyWriter.write(
      NamedPolicy(name: "guest", policy: wanted), as: .proxmox,
      WritingOptions(catalogue: try Self.authority().catalogue()))
    var model = ""
    var flags: [String] = []
    for line in String(decoding: written.bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "reported-model" { model = String(words[1]) }
      if words.first == "flags" { flags = words[1].split(separator: ";").map(String.init) }
      if words.first == "phys-bits" { flags.append("phys-bits=\(words[1])") }
    }
    let machine = try RunningQEMU.read(
      ["-cpu", ([model] + flags + ["enforce"]).joined(separator: ",")])
    let has = try #require(machine.cpus[0].policy.features)
    for feature in has.symmetricDifference(wanted.featureSet).features
    where feature.isNamed && !Self.free.contains(feature) {
      #expect(written.dropped.contains("feature \(feature.optionName)"), "\(feature.name)")
    }
    #expect(machine.cpus[0].policy.policy.signature == wanted.signature)
  }
}
