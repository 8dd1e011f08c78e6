// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibvirtBackEnd
import PolicyCore
import PolicyFormats
import QEMUBackEnd
import TestSupport
import Testing

/// What libvirt makes of its models before QEMU sees them, and what writers choose among.
@Suite struct CPUMapCatalogueTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file(
      "index.xml",
      """
      <cpus><arch name='x86'><vendor name='AMD' string='AuthenticAMD'/>
      <feature name='fpu'><cpuid eax_in='0x01' edx='0x00000001'/></feature>
      <feature name='monitor'><cpuid eax_in='0x01' ecx='0x00000008'/></feature>
      <feature name='arat'><cpuid eax_in='0x06' eax='0x00000004'/></feature>
      <model name='EPYC'><signature family='23' model='1'/><signature family='23' model='17' stepping='0-3'/>
      <vendor name='AMD'/><feature name='fpu'/><feature name='monitor' removed='yes'/>
      <feature name='arat' removed='yes'/></model>
      <model name='Own'><decode host='on' guest='off'/><feature name='fpu'/></model>
      </arch></cpus>
      """)
  }

  private func request(_ xml: String) throws -> ModelRequest {
    try #require(try PolicyReader.read(Array(xml.utf8), source: "x").request)
  }

  private func passed(_ xml: String) throws -> (ModelRequest, [String]) {
    var authority = try #require(CPUMapAuthority(path: folder.path))
    return try authority.asPassed(try request(xml))
  }

  @Test("A feature that a model lost is switched off at a start, unless it is named")
  func removed() throws {
    let (plain, names) = try passed("<cpu mode='custom'><model>EPYC</model></cpu>")
    #expect(plain.disabled == [.monitor] && names == ["arat", "monitor"])
    #expect(plain.settings.contains(.init("arat", .bool(false))))
    let named =
      "<cpu mode='custom'><model>EPYC</model><feature policy='require' name='monitor'/></cpu>"
    let (kept, others) = try passed(named)
    #expect(kept.required == [.monitor] && kept.disabled.isEmpty && others == ["arat"])
    for xml in [
      "<domain type='kvm' id='3'><cpu mode='custom' check='full'><model>EPYC</model></cpu></domain>",
      "<cpu mode='custom'><model>Nosuch</model></cpu>", "<cpu mode='host-passthrough'/>",
    ] {
      #expect(try passed(xml).1.isEmpty, "\(xml)")
    }
    var authority = try #require(CPUMapAuthority(path: folder.path))
    #expect(try authority.asPassed(ModelRequest(.qemu, model: "EPYC")).leftOut.isEmpty)
  }

  @Test func theMapsModels() throws {
    let catalogue = try CPUMap(path: folder.path).catalogue
    #expect(catalogue.models.map(\.name) == ["EPYC"])
    let model = try #require(catalogue.models.first)
    #expect(model.signatures.count == 2 && model.signatures[1].steppings == 0...3)
    #expect(model.meaning.partial.features?.contains(.monitor) == false)
    #expect(model.meaning.partial.policy.vendor == .unknown || !model.meaning.isExact)
  }

  /// Of an emulator's models those that libvirt has, for the CPUs that it names, less what it switches off.
  @Test func namedByTheMap() throws {
    var meaning = ResolvedModel(
      partial: PartialPolicy(features: [.fpu, .monitor, .sse]), authority: "test")
    meaning.statements = [Statement("feature arat", "required")]
    let emulated = ModelCatalogue(
      models: ["EPYC", "Other", "Own"].map { ModelCatalogue.Model(name: $0, meaning: meaning) },
      authority: "test")
    let map = try CPUMap(path: folder.path)
    let named = try #require(map.naming(emulated))
    #expect(named.models.map(\.name) == ["EPYC"] && named.authority == "test")
    #expect(named.models[0].meaning.partial.features == [.fpu, .sse])
    #expect(named.models[0].meaning.statements.isEmpty && named.models[0].signatures.count == 2)
    #expect(map.naming(ModelCatalogue(models: [], authority: "")) == nil)
  }
}
