// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// Writers that name a model and what is changed on it.
@Suite struct ModelWriterTests {
  /// What KVM adds to models and takes from them.
  private static let accelerators: Set<Feature> = [.x2apic, .vme, .monitor, .svm, .acpi]

  private static let forms: [PolicyFormat] = [.libvirtCPU, .proxmox, .nova, .kubevirt]

  fileprivate static func policy(_ model: String) throws -> CPUPolicy {
    try #require(try InputFile.read(Fixtures.path("emulated-\(model).txt")).cpus.first).canonical
  }

  /// What an emulator says of a model, from a guest that had it.
  fileprivate static func meaning(_ policy: CPUPolicy, _ names: [String] = []) -> ResolvedModel {
    var partial = PartialPolicy(features: policy.featureSet)
    for feature in PredictedGuest.machinesOwn { partial.features?.remove(feature) }
    partial.set(vendor: policy.vendorString)
    let signature = policy.signature
    partial.set(
      family: UInt32(signature.family), model: UInt32(signature.model),
      stepping: UInt32(signature.stepping))
    partial.set(.maxBasicLeaf, policy[.maxBasicLeaf])
    partial.set(.maxExtendedLeaf, policy[.maxExtendedLeaf])
    partial.set(.maxPhysicalAddressBits, policy[.maxPhysicalAddressBits])
    if let brand = policy.brandString { partial.set(brand: brand) }
    var result = ResolvedModel(partial: partial, authority: "QEMU 7.2")
    result.statements = names.map { Statement("feature \($0)", "required") }
    return result
  }

  private static func catalogue() throws -> ModelCatalogue {
    let models = try ["Penryn", "Haswell", "EPYC-Rome", "Opteron_G3", "Nehalem"].map { name in
      ModelCatalogue.Model(name: name, meaning: meaning(try policy(name), ["arat"]))
    }
    return ModelCatalogue(models: models, authority: "QEMU 7.2")
  }

  private static func write(
    _ policy: CPUPolicy, _ format: PolicyFormat, _ catalogue: ModelCatalogue?
  ) -> PolicyCodec.Written {
    PolicyWriter.write(
      NamedPolicy(name: "pool-a", policy: policy), as: format,
      WritingOptions(catalogue: catalogue))
  }

  private static func request(_ written: PolicyCodec.Written) throws -> ModelRequest {
    try #require(try PolicyReader.read(written.bytes.span, source: "x").request)
  }

  /// The model is the one that stands for the CPU, and family, level and vendor come with it.
  @Test(arguments: ["Haswell", "EPYC-Rome", "Penryn"]) func theModelIsTheCPUs(_ name: String) throws
  {
    let catalogue = try Self.catalogue()
    let policy = try Self.policy(name)
    for format in Self.forms {
      let written = Self.write(policy, format, catalogue)
      let request = try Self.request(written)
      #expect(request.model == name, "\(format.rawValue)")
      #expect(!written.dropped.contains { $0.hasPrefix("feature ") }, "\(written.dropped)")
      for lost in ["leaf 0x0", "leaf 0x1 EAX", "leaf 0x80000000"] {
        #expect(!written.dropped.contains(lost), "\(format.rawValue) \(name)")
      }
      #expect(written.notes.contains { $0.contains("family \(policy.signature.family)") })
      // The bare model is what is wanted, but for what the emulator knows besides.
      if format != .libvirtCPU {
        // What an accelerator adds or takes is always named.
        let named = request.required + request.disabled
        let free = Self.accelerators.union([.mpx])
        #expect(named.allSatisfy(free.contains), "\(format.rawValue) \(named.map(\.name))")
        #expect(Self.accelerators.isSubset(of: named))
      }
    }
    // Nobody said what the fall-back is: its family may be any.
    let bare = Self.write(policy, .libvirtCPU, nil)
    #expect(try Self.request(bare).model == "486")
    #expect(bare.dropped.contains("leaf 0x0") && bare.dropped.contains("leaf 0x1 EAX"))
  }

  /// The difference to the model's own features is asked for, and comes to what is wanted.
  @Test(arguments: Fixtures.dumps) func theDifferenceComesToThePolicy(_ path: String) throws {
    let policy = try #require(try InputFile.read(path).cpus.first).canonical
    let catalogue = try Self.catalogue()
    for format in Self.forms {
      let written = Self.write(policy, format, catalogue)
      let request = try Self.request(written)
      let model = try #require(catalogue.models.first { $0.name == request.model })
      var features = try #require(model.meaning.partial.features)
      for feature in request.required { features.insert(feature) }
      for feature in request.disabled { features.remove(feature) }
      let different = features.symmetricDifference(policy.featureSet)
      for feature in different.features
      where policy.isKnown(feature) && !PredictedGuest.machinesOwn.contains(feature) {
        let isMirror = !feature.isNamed && policy.vendor.isAMDLike
        #expect(
          written.dropped.contains("feature \(feature.optionName)") || isMirror || feature == .mpx,
          "\(format.rawValue) \(path) \(feature.optionName)")
      }
      #expect(Set(request.required).isDisjoint(with: request.disabled))
    }
  }

  /// Of several models of one signature the one with the fewest other features; of none the vendor's.
  @Test func theNearest() throws {
    let haswell = try Self.policy("Haswell")
    var other = haswell
    other.set(.avx2, false)
    var catalogue = try Self.catalogue()
    catalogue.models.append(
      ModelCatalogue.Model(name: "A-Haswell", meaning: Self.meaning(other)))
    #expect(catalogue.nearest(to: haswell)?.name == "Haswell")
    #expect(catalogue.nearest(to: other)?.name == "A-Haswell")
    let skylake = try Self.policy("Skylake-Server-v4")
    #expect(catalogue.nearest(to: skylake)?.name == "Haswell")
    #expect(
      catalogue.nearest(to: try Self.policy("max"))?.isOfVendor(try Self.policy("max")) == true)
    let written = Self.write(skylake, .libvirtCPU, catalogue)
    #expect(written.dropped.contains("leaf 0x1 EAX"))
    // The list of signatures counts before the model's own.
    catalogue.models[1].signatures = [
      .init(family: 6, model: skylake.signature.model.asUInt32, steppings: 0...4)
    ]
    #expect(catalogue.nearest(to: skylake)?.name == "Haswell")
    #expect(catalogue.nearest(to: haswell)?.name == "A-Haswell")
    #expect(ModelCatalogue(models: [], authority: "x").nearest(to: haswell) == nil)
  }

  /// A bit beyond the featureset that the model brings is switched off, one that is wanted switched on.
  @Test func bitsBeyondTheFeatureset() throws {
    var policy = try Self.policy("Haswell")
    let catalogue = try Self.catalogue()
    func text(_ format: PolicyFormat) -> String {
      String(decoding: Self.write(policy, format, catalogue).bytes, as: UTF8.self)
    }
    #expect(policy[leaf: 6].eax & 4 != 0)
    #expect(text(.proxmox).contains("+arat"))
    policy[leaf: 6].eax &= ~4
    #expect(text(.proxmox).contains("-arat") && text(.nova).contains("-arat"))
    #expect(text(.libvirtCPU).contains("policy='disable' name='arat'"))
    policy[leaf: 6].eax |= 4 | 1 << 10
    let written = Self.write(policy, .qemuCPU, nil)
    #expect(String(decoding: written.bytes, as: UTF8.self).contains("arat=on"))
    #expect(written.dropped.contains("leaf 0x6 EAX"))
  }

  /// An authority is asked about each name, on the machine of the guest.
  @Test func askedForTheNames() throws {
    struct Authority: ModelAuthority {
      var asked: [ModelRequest] = []
      mutating func resolve(_ request: ModelRequest) throws -> ResolvedModel? {
        asked.append(request)
        return request.model == "EPYC-Rome"
          ? ModelWriterTests.meaning(try ModelWriterTests.policy("EPYC-Rome")) : nil
      }
    }
    var authority = Authority()
    let catalogue = try ModelCatalogue(
      of: [("Unknown", []), ("EPYC-Rome", [])], world: .qemu,
      machine: ModelRequest.Machine(type: "q35"), asking: &authority)
    #expect(catalogue.models.map(\.name) == ["EPYC-Rome"] && catalogue.authority == "QEMU 7.2")
    #expect(authority.asked.map(\.machine.type) == ["q35", "q35"])
    #expect(authority.asked.allSatisfy { $0.world == .qemu && $0.settings.isEmpty })
  }

  /// KubeVirt has no dies, and takes MPX from every model.
  @Test func whatKubeVirtHasNot() throws {
    var policy = try Self.policy("Haswell")
    policy.set(.mpx, true)
    try policy.apply(try Topology(sockets: 1, dies: 2, cores: 3, threads: 2), leaves: .all)
    let written = Self.write(policy, .kubevirt, try Self.catalogue())
    #expect(written.dropped.contains("feature mpx"))
    #expect(written.dropped.contains { $0.hasPrefix("leaf 0x1f") })
    #expect(String(decoding: written.bytes, as: UTF8.self).contains("cores: 6\n      threads: 2"))
    let libvirt = Self.write(policy, .libvirtCPU, try Self.catalogue()).dropped
    #expect(!libvirt.contains("feature mpx") && !libvirt.contains { $0.hasPrefix("leaf 0xb") })
  }

  /// What libvirt names and QEMU does not, no guest gets.
  @Test func namesOfLibvirtAlone() throws {
    var policy = try Self.policy("Haswell")
    policy[.maxBasicLeaf] = 0xf
    policy[leaf: 0xf, subleaf: 0].edx = 2
    policy[leaf: 0xf, subleaf: 1].edx = 2
    policy.set(.osxsave, true)
    let written = Self.write(policy, .libvirtCPU, nil)
    let text = String(decoding: written.bytes, as: UTF8.self)
    #expect(!text.contains("mbm_total") && !text.contains("osxsave"))
    #expect(written.dropped.contains("leaf 0xf:1") && !written.dropped.contains("feature osxsave"))
  }

  /// A full check goes with a list without gaps.
  @Test func checks() throws {
    func check(_ policy: CPUPolicy) throws -> Bool {
      let written = Self.write(policy, .libvirtCPU, try Self.catalogue())
      return String(decoding: written.bytes, as: UTF8.self).contains("check='full'")
    }
    var policy = try Self.policy("Haswell")
    #expect(try check(policy))
    policy.set(Feature(word: 3, bit: 28), true)
    #expect(try !check(policy))
    policy = try Self.policy("Haswell")
    policy.markUnknown(slot: try #require(LeafLayout.slot(7, 0)))
    #expect(try !check(policy))
  }

  /// Names that a release has not are lost, and nothing else changes.
  @Test(arguments: ["qemu-cpu", "libvirt-cpu", "proxmox", "nova", "kubevirt"])
  func namesOfReleases(_ form: String) throws {
    let format = try #require(PolicyFormat(rawValue: form))
    var policy = try Self.policy("Haswell")
    policy[.maxLeaf7Subleaf] = 1
    let feature = Feature.amxFp16
    policy.set(feature, true)
    let names = [feature.qemuName, feature.libvirtName]
    func written(_ qemu: (UInt16, UInt16), _ libvirt: (UInt16, UInt16)) -> PolicyCodec.Written {
      PolicyWriter.write(
        NamedPolicy(name: "p", policy: policy), as: format,
        WritingOptions(releases: [
          .qemu: WorldRelease(major: qemu.0, minor: qemu.1),
          .libvirt: WorldRelease(major: libvirt.0, minor: libvirt.1),
        ]))
    }
    let old = written((7, 2), (9, 0))
    let new = written((11, 1), (11, 3))
    func says(_ written: PolicyCodec.Written) -> Bool {
      let text = String(decoding: written.bytes, as: UTF8.self)
      return names.contains { !$0.isEmpty && text.contains($0) }
    }
    #expect(!says(old) && says(new))
    let lost = "feature \(feature.optionName)"
    #expect(old.dropped.contains(lost) && !new.dropped.contains(lost))
    #expect(Set(new.dropped).isSubset(of: old.dropped))
  }

  /// What QEMU's own guests had comes back whole: only what no argument can say is listed.
  @Test(arguments: ["Haswell", "EPYC-Rome", "max", "Penryn", "Opteron_G3", "Nehalem"])
  func guestsOfQEMU(_ name: String) throws {
    let dropped = Self.write(try Self.policy(name), .qemuCPU, nil).dropped
    // Caches, MONITOR's sizes, the hypervisor's own leaves, and two numbers of SVM's.
    let unsayable = [
      "leaf 0x2", "leaf 0x4:", "leaf 0x5", "leaf 0x400000", "leaf 0x80000005", "leaf 0x80000006",
      "leaf 0x8000000a", "leaf 0x8000001d:", "leaf 0x40000100", "zeros in leaf ",
    ]
    for place in dropped {
      #expect(unsayable.contains { place.hasPrefix($0) }, "\(name): \(place)")
    }
    #expect(!dropped.isEmpty)
  }
}

extension FixedWidthInteger {
  fileprivate var asUInt32: UInt32 { UInt32(self) }
}
