// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// What managers of virtual machines keep of a CPU: Proxmox VE, nova, KubeVirt, labels of nodes.
@Suite struct ManagerFormTests {
  private static func read(_ text: String, _ format: PolicyFormat? = nil) throws -> PolicyDocument {
    try PolicyReader.read(Array(text.utf8).span, source: "x", format: format)
  }

  private static func error(_ text: String, _ format: PolicyFormat? = nil) -> FormatError? {
    FormSamples.read(Array(text.utf8), format)
  }

  private static func names(_ request: ModelRequest?) -> [String] {
    request?.settings.map { "\($0.name)=\($0.value.scalarText ?? "")" } ?? []
  }

  /// A form says what it asks for and never what a model has.
  private static func expectUnknown(_ document: PolicyDocument) {
    for named in document.policies {
      for slot in 0..<LeafLayout.slotCount { #expect(!named.policy.isKnown(slot: slot)) }
      #expect(!named.policy.isKnown(msr: .archCapabilities))
    }
  }

  // MARK: Proxmox

  private static let models = """
    cpu-model: pool-a
    \tflags +pdpe1gb;-pcid
    \tphys-bits 46
    \treported-model Haswell-noTSX

    cpu-model: pool-b
        flags +aes;+avx2;-avx512f
        reported-model qemu64
        hidden 1
        level 30

    """

  private static let vm = """
    #a description: with a colon
    agent: 1
    boot: order=scsi0;net0
    cores: 4
    cpu: custom-pool-a,flags=+aes;+pcid
    machine: type=pc-q35-7.2+pve0,viommu=intel
    ostype: l26

    [before]
    cpu: host
    machine: pc

    """

  /// Later words count: Proxmox's own, its definition's, the custom model's, the VM's.
  @Test func proxmoxOrder() throws {
    let document = try Self.read(Self.vm + Self.models)
    #expect(document.format == .proxmox && document.policies.map(\.name) == ["custom-pool-a"])
    let request = try #require(document.request)
    #expect(request.world == .qemu && request.model == "Haswell-noTSX")
    #expect(
      Self.names(request) == [
        "kvm_pv_unhalt=true", "kvm_pv_eoi=true", "pdpe1gb=true", "phys-bits=46", "aes=true",
        "pcid=true", "enforce=true",
      ])
    #expect(Set(request.required) == [.page1gb, .aesni, .pcid] && request.disabled.isEmpty)
    #expect(request.machine == ModelRequest.Machine(type: "pc-q35-7.2", accelerator: "kvm"))
    #expect(document.partial?.value(of: .maxPhysicalAddressBits) == 46)
    Self.expectUnknown(document)
  }

  @Test func proxmoxModelsAreSeveral() throws {
    let document = try Self.read(Self.models)
    #expect(document.policies.map(\.name) == ["custom-pool-a", "custom-pool-b"])
    #expect(document.request == nil && document.requests.count == 2)
    #expect(document.requests.map(\.model) == ["Haswell-noTSX", "qemu64"])
    #expect(Self.names(document.requests[1]).contains("kvm=false"))
    #expect(Self.names(document.requests[1]).contains("level=30"))
    #expect(document.raw == nil)
    Self.expectUnknown(document)
    // One that is known, one that is not.
    var settled = document
    var partial = PartialPolicy(features: FeatureSet())
    partial.set(vendor: "GenuineIntel")
    let meaning = partial
    settled.settleEach { request in
      request.model == "qemu64" ? ResolvedModel(partial: meaning, authority: "A") : nil
    }
    #expect(!settled.policies[0].policy.isKnown(leaf: 1))
    #expect(settled.policies[1].policy.isKnown(leaf: 1))
    #expect(settled.policies.map(\.name) == document.policies.map(\.name))
    #expect(settled.notes.contains { $0.contains("custom-pool-b: qemu64 as A has it") })
  }

  @Test func proxmoxDefinitionsAndDefaults() throws {
    let v2 = try #require(try Self.read("cpu: x86-64-v2-AES\n").request)
    #expect(v2.model == "qemu64")
    #expect(Set(v2.required) == [.popcnt, .sse3, .sse41, .sse42, .ssse3, .aesni])
    let v4 = try #require(try Self.read("cpu: x86-64-v4,flags=-aes\n").request)
    #expect(v4.required.contains(.avx512vl) && v4.disabled == [.aesni])
    // Without a model it is Proxmox's own.
    let bare = try Self.read("ostype: l26\nmemory: 512\n")
    #expect(bare.format == .proxmox && bare.request?.model == "kvm64")
    #expect(Self.names(bare.request).prefix(2) == ["lahf_lm=true", "sep=true"])
    let emulated = try #require(try Self.read("cpu: kvm64\nkvm: 0\n").request)
    #expect(emulated.machine.accelerator == "tcg")
    #expect(!Self.names(emulated).contains("enforce=true"))
    let host = try #require(try Self.read("cpu: host\n").request)
    #expect(host.model == "host" && !Self.names(host).contains("enforce=true"))
    #expect(try Self.read("cpu: Icelake-Client-noTSX\n").request?.model == "Icelake-Server-noTSX")
    #expect(try Self.read("cpu: cputype=EPYC,phys-bits=host\n").request?.model == "EPYC")
    let nested = try Self.read("cpu: EPYC,flags=+nested-virt;+aes\n")
    #expect(nested.request?.required == [.aesni])
    #expect(nested.notes.contains { $0.contains("nested-virt is svm or vmx") })
  }

  /// A custom model without its file could be anything.
  @Test func proxmoxModelsElsewhere() throws {
    let document = try Self.read(Self.vm)
    #expect(document.request != nil && document.request?.model == nil)
    #expect(document.notes.contains { $0.contains("cpu-models.conf") })
    #expect(document.policies[0].statements == [Statement("model", "custom-pool-a")])
    Self.expectUnknown(document)
    #expect(try Self.read(Self.vm + "cpu-model: pool-x\n\tflags +aes\n").request?.model == nil)
  }

  @Test func proxmoxRefusals() {
    #expect(Self.error("cpu: EPYC\ncpu: host\n")?.message.contains("twice") == true)
    #expect(Self.error("cpu: EPYC,flags=aes\n")?.message.contains("neither") == true)
    #expect(Self.error("cpu: EPYC,flags=+aes;+aes\n")?.message.contains("twice") == true)
    #expect(Self.error("cpu: EPYC,frobs=1\n")?.message.contains("frobs") == true)
    #expect(Self.error("cpu: EPYC,phys-bits=x\n")?.line == 1)
    #expect(Self.error(Self.models + Self.models)?.message.contains("twice") == true)
    #expect(Self.error("\tflags +aes\n", .proxmox) != nil)
  }

  // MARK: nova

  @Test func novaKeys() throws {
    let text = """
      [DEFAULT]
      cpu_mode = none
      [libvirt]
      # cpu_models = Penryn
      cpu_mode=custom
      cpu_models = Haswell-noTSX, Skylake-Server
      cpu_model_extra_flags = +PDPE1GB, -pcid, md-clear

      """
    let document = try Self.read(text)
    #expect(document.format == .nova)
    #expect(document.requests.map(\.model) == ["Haswell-noTSX", "Skylake-Server"])
    for request in document.requests {
      #expect(request.world == .libvirt)
      #expect(Set(request.required) == [.page1gb, .mdClear] && request.disabled == [.pcid])
    }
    Self.expectUnknown(document)
    let one = try Self.read("[libvirt]\ncpu_mode = custom\ncpu_model = EPYC\n")
    #expect(one.request?.model == "EPYC" && one.requests.isEmpty)
    #expect(try Self.read("cpu_mode = none\n").request?.model == "qemu64")
    #expect(try Self.read("cpu_model_extra_flags = ssbd\n").request?.required == [.ssbd])
  }

  @Test func novaRefusals() {
    #expect(Self.error("cpu_mode = custom\n")?.message.contains("names none") == true)
    #expect(Self.error("cpu_mode = some\n")?.line == 1)
    #expect(Self.error("cpu_mode = none\ncpu_mode = none\n")?.message.contains("twice") == true)
    let twice = Self.error("cpu_mode=none\ncpu_model_extra_flags=+aes,-AES\n")
    #expect(twice?.message.contains("twice") == true)
  }

  // MARK: KubeVirt

  private static let machine = """
    apiVersion: kubevirt.io/v1
    kind: VirtualMachine
    metadata:
      name: vm1
      labels: {a: b, "c": 'd''e'}
    spec:
      runStrategy: Always   # goes on
      template:
        spec:
          nodeSelector:
            cpu-model.node.kubevirt.io/Haswell-noTSX: "true"
          domain:
            machine: {type: q35}
            cpu:
              cores: 2
              model: Haswell-noTSX
              features:
              - name: pdpe1gb
                policy: require
              -
                name: pcid
                policy: disable
              - {name: avx2, policy: optional}
            resources:
              requests:
                cpu: 500m
          volumes:
          - name: init
            cloudInitNoCloud:
              userData: |-
                #cloud-config
                cpu: {none here
                  - x
          - name: root
    """

  @Test func kubeVirtMachines() throws {
    let document = try Self.read(Self.machine)
    #expect(document.format == .kubevirt)
    let request = try #require(document.request)
    #expect(request.world == .libvirt && request.model == "Haswell-noTSX")
    #expect(request.required == [.page1gb] && request.optional == [.avx2])
    // KubeVirt takes MPX from named models itself.
    #expect(Set(request.disabled) == [.pcid, .mpx])
    #expect(request.machine.type == "q35")
    Self.expectUnknown(document)
    let flow = """
      spec: {domain: {cpu: {model: Haswell-noTSX, features: [{name: pdpe1gb, policy: require}, {name: pcid}]}}}
      """
    #expect(Set(try #require(try Self.read(flow).request).required) == [.page1gb, .pcid])
    let json = """
      {"apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance",
       "spec": {"domain": {"cpu": {"model": "EPYC", "cores": 2, "features": [{"name": "svm"}]}}}}
      """
    let instance = try Self.read(json)
    #expect(instance.format == .kubevirt && instance.request?.required == [.svm])
    #expect(try Self.read(json, .kubevirt).request?.model == "EPYC")
    // Without a model the host's is taken, with all that it has.
    let host = try Self.read("spec:\n  domain:\n    cpu:\n      cores: 2\n")
    #expect(host.request != nil && host.request?.disabled.isEmpty == true)
  }

  @Test func kubeVirtRefusals() {
    let twice = Self.machine.replacing("name: pcid", with: "name: pdpe1gb")
    #expect(Self.error(twice)?.message.contains("twice") == true)
    #expect(Self.error("spec:\n  domain:\n    cpu:\n    cpu:\n")?.line == 4)
    #expect(Self.error("spec:\n\tdomain: x\n")?.line == 2)
    #expect(Self.error("spec: &a\n  domain: x\n")?.message.contains("not read") == true)
    #expect(Self.error("spec: {domain: {cpu: {}}\n")?.message.contains("closed") == true)
    #expect(Self.error("spec:\n  x: y\n")?.message.contains("no domain") == true)
    #expect(Self.error("domain: {}\nother: 1\n")?.message.contains("no member") == true)
    #expect(Self.error("spec: {}\n---\nspec: {}\n")?.message.contains("2 YAML documents") == true)
    let policy = "domain: {cpu: {model: EPYC, features: [{name: avx, policy: maybe}]}}\n"
    #expect(Self.error(policy)?.message.contains("maybe") == true)
    let deep = "spec: " + String(repeating: "[", count: 200) + "\n"
    #expect(Self.error(deep)?.message.contains("deeper") == true)
    let steps = (0..<200).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(Self.error(steps, .kubevirt)?.message.contains("deeper") == true)
  }

  // MARK: Labels

  private static let labels: [(String, String)] = [
    ("cpu-feature.node.kubevirt.io/avx2", "true"), ("cpu-feature.node.kubevirt.io/newest", "true"),
    ("cpu-feature.node.kubevirt.io/rtm", "false"), ("cpu-model.node.kubevirt.io/EPYC-Rome", "true"),
    ("cpu-vendor.node.kubevirt.io/AMD", "true"),
    ("cpu-timer.node.kubevirt.io/tsc-frequency", "2445406000"),
    ("feature.node.kubernetes.io/cpu-cpuid.AVX512F", "true"),
    ("feature.node.kubernetes.io/cpu-cpuid.IBPB", "true"),
    ("feature.node.kubernetes.io/cpu-model.family", "25"),
    ("feature.node.kubernetes.io/cpu-model.id", "17"),
    ("feature.node.kubernetes.io/cpu-hardware_multithreading", "true"), ("other/label", "x"),
  ]

  /// Labels alone, on one line, in a Node in YAML and in JSON say the same; what has no label is unknown.
  @Test func labelsOfNodes() throws {
    let lines = Self.labels.map { "\($0.0)=\($0.1)\n" }.joined()
    let yaml =
      "apiVersion: v1\nkind: Node\nmetadata:\n  annotations:\n    x: cpu-cpuid.ADX,cpu-cpuid.BMI1\n"
      + "  labels:\n" + Self.labels.map { "    \($0.0): \"\($0.1)\"\n" }.joined() + "  name: n1\n"
    let members = Self.labels.map { "\"\($0.0)\": \"\($0.1)\"" }.joined(separator: ",\n")
    let json =
      "{\"apiVersion\": \"v1\", \"kind\": \"Node\", \"metadata\": {\"name\": \"n1\", \"labels\": {\(members)}}}"
    let oneLine = "n1 Ready " + Self.labels.map { "\($0.0)=\($0.1)" }.joined(separator: ",") + "\n"
    for (text, name) in [(lines, "node"), (yaml, "node"), (json, "n1"), (oneLine, "node")] {
      let document = try Self.read(text)
      #expect(document.format == .nodeLabels, "\(name)")
      let named = try #require(document.policies.first)
      #expect(named.name == name)
      for statement in [
        Statement("feature avx2", "present"), Statement("feature avx512f", "present"),
        Statement("cpu-model EPYC-Rome", "present"), Statement("tsc-frequency", "2445406000"),
        Statement("label newest", "present"), Statement("label IBPB", "present"),
      ] {
        #expect(named.statements.contains(statement), "\(text.prefix(20)): \(statement)")
      }
      #expect(
        !named.statements.contains { $0.subject.contains("rtm") || $0.subject.contains("adx") })
      #expect(document.identity?.value(of: .baseFamily) == 15)
      #expect(document.identity?.value(of: .vendorStringPart1) == 0x6874_7541)
      #expect(document.notes.contains { $0.contains("in no table: IBPB, newest") })
      Self.expectUnknown(document)
    }
    #expect(Self.error(lines + lines)?.message.contains("twice") == true)
    #expect(Self.error("feature.node.kubernetes.io/cpu-model.id=x\n")?.line == 1)
  }
}
