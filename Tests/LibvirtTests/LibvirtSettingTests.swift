// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import LibvirtBackEnd

/// Another CPU for a libvirt's domain: tried, audited, defined and read back, with a library that stands in.
@Suite(.enabled(if: LibvirtStandIn.isPossible, "there is no gcc"))
struct LibvirtSettingTests {
  private let libvirt: LibvirtStandIn
  private let map: TemporaryFolder

  init() throws {
    libvirt = try #require(try LibvirtStandIn())
    map = try TemporaryFolder()
    _ = try map.file("index.xml", LibvirtStandIn.map)
    try libvirt.have([.init("d", id: nil, inactive: Self.configured)])
  }

  private static let metadata =
    "<metadata><x:cpu xmlns:x='urn:x'><cpu>not this</cpu></x:cpu></metadata>"
  private static let configured = LibvirtStandIn.domain(
    "d",
    metadata
      + "<cpu mode='custom' match='exact' check='none'><model>Old</model>"
      + "<topology sockets='1' cores='2' threads='1'/><feature policy='require' name='avx'/></cpu>"
      + "<devices><graphics type='vnc' passwd='secret'/></devices>")

  private static func policy(_ features: Feature...) -> NamedPolicy {
    var set = FeatureSet()
    for feature in features { set.insert(feature) }
    return NamedPolicy(name: "wanted", policy: PartialPolicy(features: set).policy)
  }

  /// - Parameter answer: what the emulator gives of what is required.
  private func set(
    _ wanted: NamedPolicy, isDryRun: Bool = false, access: LibvirtConnection.Access = .change,
    answer: @escaping (FeatureSet) -> FeatureSet? = { $0 }
  ) throws(DomainError) -> DomainJudge.Judged {
    var judge = DomainJudge(map: CPUMapAuthority(path: map.path)) { request in
      var features = FeatureSet()
      for feature in request.required { features.insert(feature) }
      guard let given = answer(features) else { return .nobody("nobody is here") }
      return .resolved(
        ResolvedModel(partial: PartialPolicy(features: given), authority: "an emulator"))
    }
    let hypervisor = try LibvirtHypervisor(
      uri: libvirt.address, access: access, library: libvirt.library)
    return try hypervisor.setPolicy(wanted, of: "d", nil, &judge, isDryRun: isDryRun)
  }

  private var kept: String {
    get throws {
      try String(
        contentsOfFile: libvirt.searchPath + "/d.inactive", encoding: .utf8)
    }
  }

  private func error(_ body: () throws(DomainError) -> DomainJudge.Judged) -> DomainError? {
    do {
      _ = try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func wholeOrNotAtAll() throws {
    let wanted = Self.policy(.fpu, .aesni)
    let trial = try set(wanted, isDryRun: true)
    #expect(trial.domain.policy.has(.aesni) && !trial.domain.policy.has(.avx))
    #expect(try kept == Self.configured && !libvirt.log.contains("define"))
    let changed = try set(wanted)
    #expect(changed.domain.policy.has(.aesni) && changed.domain.state == .building)
    let text = try kept
    // By the schema, and the rest to the byte: secrets, others' elements, the topology.
    #expect(libvirt.log.contains("define 1 <domain"))
    #expect(text.contains(Self.metadata) && text.contains("passwd='secret'"))
    #expect(text.contains("<topology sockets='1' cores='2' threads='1'/>"))
    #expect(text.contains("<feature policy='require' name='aes'/>") && !text.contains("'Old'"))
    let cpu = try DomainCPU(text, source: "x")
    #expect(cpu.isOn("aes") && cpu.isOn("fpu") && !cpu.isOn("avx") && cpu.match == "exact")
  }

  /// What a start would not give whole is not defined.
  @Test func audit() throws {
    let wanted = Self.policy(.fpu, .aesni)
    guard
      case .rejected(let violations)? = error({ () throws(DomainError) in
        try set(
          wanted,
          answer: { features in
            var given = features
            given.remove(.aesni)
            return given
          })
      })
    else {
      Issue.record("accepted")
      return
    }
    #expect(violations.map(\.fieldName) == ["AESNI"])
    let more = error { () throws(DomainError) in
      try set(
        wanted,
        answer: { features in
          var given = features
          given.insert(.movbe)
          return given
        })
    }
    #expect("\(more as Any)".contains("besides: movbe"), "\(more as Any)")
    let nobody = error { () throws(DomainError) in try set(wanted, answer: { _ in nil }) }
    #expect("\(nobody as Any)".contains("unknown what a start would give"))
    #expect(try kept == Self.configured && !libvirt.log.contains("define"))
  }

  /// Every call that can fail leaves the domain as it was, with libvirt's own reason.
  @Test(arguments: [
    ("virConnectDomainXMLToNative", LibvirtCode.internalError, "Unknown CPU model X"),
    ("virConnectDomainXMLToNative", .unsupportedConfiguration, "unknown CPU feature: x"),
    ("virConnectDomainXMLToNative", .denied, "read only access"),
    ("virDomainDefineXMLFlags", .xml, "specified more than once"),
    ("virDomainDefineXMLFlags", .schema, "not valid against the schema"),
    ("virDomainDefineXMLFlags", .xmlSyntax, "line 3"),
    ("virDomainDefineXMLFlags", .incompatibleCPU, "Host CPU does not provide"),
    ("virDomainDefineXMLFlags", .invalidArgument, "invalid argument"),
    ("virDomainDefineXMLFlags", .timeout, "cannot acquire state change lock"),
    ("virDomainDefineXMLFlags", .accessDenied, "access denied"),
    ("virDomainLookupByName", .noDomain, "no domain"),
    ("virDomainIsPersistent", .rpc, "connection reset"),
  ])
  private func failures(_ call: String, _ code: LibvirtCode, _ message: String) throws {
    try libvirt.fail(call, code: code.rawValue, message)
    let failure = error { () throws(DomainError) in try set(Self.policy(.fpu)) }
    switch failure {
    case .refused?: #expect(!LibvirtError(code).isPermission)
    case .permission?: #expect(LibvirtError(code).isPermission)
    case .unavailable?: #expect(code == .rpc)
    case .notFound("d")?: #expect(code == .noDomain)
    default: Issue.record("\(failure as Any)")
    }
    if code != .noDomain { #expect("\(failure as Any)".contains(message), "\(failure as Any)") }
    #expect(try kept == Self.configured)
  }

  @Test func others() throws {
    // A read-only connection may not even try.
    let denied = error { () throws(DomainError) in
      try set(Self.policy(.fpu), isDryRun: true, access: .look)
    }
    guard case .permission? = denied else {
      Issue.record("\(denied as Any)")
      return
    }
    // What libvirt makes of it otherwise is told, and the former one is set again.
    let other = LibvirtStandIn.domain(
      "d", "<cpu mode='custom' match='exact'><model>Old</model></cpu>")
    try libvirt.write("d.taken", other)
    let taken = error { () throws(DomainError) in try set(Self.policy(.fpu)) }
    #expect("\(taken as Any)".contains("former one is set again"), "\(taken as Any)")
    #expect(try kept == Self.configured)
    // One without a next start.
    try libvirt.have([.init("d", id: 1, live: Self.configured)])
    let transient = error { () throws(DomainError) in try set(Self.policy(.fpu)) }
    #expect("\(transient as Any)".contains("kept nowhere"))
  }

  /// One that has no `<cpu>` gets one.
  @Test func withoutCPU() throws {
    let text = try DomainXML.replacing(
      cpu: "<cpu mode='custom'><model>New</model></cpu>", in: "<domain><name>d</name></domain>",
      source: "x")
    let cpu = try DomainCPU(text, source: "x")
    #expect(cpu.model == "New" && text.hasSuffix("</cpu>\n</domain>"))
  }
}

extension LibvirtError {
  fileprivate init(_ code: LibvirtCode) {
    self = .refused(Refusal(call: "", code: code, message: ""))
  }
}
