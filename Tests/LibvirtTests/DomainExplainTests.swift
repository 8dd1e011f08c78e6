// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import LibvirtBackEnd

/// Who decided of a domain's feature, each of those who can.
@Suite struct DomainExplainTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file("index.xml", LibvirtStandIn.map)
  }

  /// A feature of a domain, as it came about.
  private struct Case: Sendable {
    var feature = Feature.aesni
    var asked = ""
    var live: String?
    var mode = "custom"
    var type = "kvm"
    /// What the emulator's model has on the domain's machine and on the newest one.
    var onMachine: [Feature]? = [.sse3, .aesni, .avx]
    var onNewest: [Feature]?
    var withheld: [String] = []
    var host: Bool?
    var hasMap = true
  }

  private func explain(_ row: Case) throws -> DomainExplanation {
    let map = row.hasMap ? CPUMapAuthority(path: folder.path) : nil
    var judge = DomainJudge(map: map) { request in
      let isOwn = request.machine.type == "pc-q35-2.12"
      guard let given = isOwn ? row.onMachine : row.onNewest ?? row.onMachine else {
        return .nobody(nil)
      }
      var features = FeatureSet()
      for feature in given { features.insert(feature) }
      for wish in request.required { features.insert(wish) }
      for wish in request.disabled { features.remove(wish) }
      for name in row.withheld {
        if let feature = OtherName.named(name, .libvirt)?.feature { features.remove(feature) }
      }
      var resolved = ResolvedModel(
        partial: PartialPolicy(features: features), authority: "an emulator")
      resolved.withheld = row.withheld
      return .resolved(resolved)
    }
    func xml(_ features: String, check: String) -> String {
      let model = row.mode == "custom" ? "<model>New</model>" : ""
      return LibvirtStandIn.domain(
        "d", "<cpu mode='\(row.mode)' match='exact' check='\(check)'>\(model)\(features)</cpu>",
        type: row.type
      ).replacing("pc-q35-7.2", with: "pc-q35-2.12")
    }
    let domain = LibvirtDomain(
      name: "d", uuid: "u", id: row.live == nil ? nil : 1,
      state: row.live == nil ? .off : .running, live: row.live.map { xml($0, check: "full") },
      configured: xml(row.asked, check: "partial"))
    return try judge.explain(row.feature, of: domain, host: row.host)
  }

  private static func feature(_ policy: String, _ name: String) -> String {
    "<feature policy='\(policy)' name='\(name)'/>"
  }

  private static let rows: [(DomainExplanation.Cause, Case)] = [
    (.given, Case(live: "")), (.given, Case()),
    (.given, Case(live: "", onMachine: nil)),
    (.asked, Case(asked: feature("require", "aes"), live: "")),
    (
      .added, Case(feature: .hypervisor, live: feature("require", "hypervisor"))
    ),
    (.notInModel, Case(feature: .hypervisor, live: "")),
    (.disabled, Case(asked: feature("disable", "aes"), live: feature("disable", "aes"))),
    (.disabled, Case(asked: feature("forbid", "aes"))),
    (
      .lostWithMachine,
      Case(
        live: feature("disable", "aes"), onMachine: [.sse3, .avx], onNewest: [.sse3, .aesni, .avx])
    ),
    (.lostWithMachine, Case(onMachine: [.sse3, .avx], onNewest: [.sse3, .aesni, .avx])),
    (.hostLacks, Case(live: feature("disable", "aes"), host: false)),
    (.hostLacks, Case(withheld: ["aes"], host: false)),
    (.filtered, Case(live: feature("disable", "aes"), host: true)),
    (.filtered, Case(live: feature("disable", "aes"), type: "qemu")),
    (
      .filtered,
      Case(
        feature: .hypervisor, asked: feature("require", "hypervisor"),
        live: feature("disable", "hypervisor"), host: true)
    ),
    // Nobody says what the host has, or what the model has.
    (.unknown, Case(live: feature("disable", "aes"))),
    (.unknown, Case(onMachine: nil)),
    (.unknown, Case(live: "", onMachine: nil, hasMap: false)),
    (.unknown, Case(mode: "host-model", onMachine: nil)),
  ]

  @Test func everyCause() throws {
    for (index, (cause, row)) in Self.rows.enumerated() {
      let found = try explain(row)
      #expect(found.cause == cause, "row \(index): \(found)")
      #expect(found.stages.last?.name == "domain" && !found.because.isEmpty)
      let document = Document.domainExplanation(found).json
      #expect(document["kind"]?.string == "Explanation")
      #expect(document["cause"]?.string == cause.rawValue && document["steps"]?.array != nil)
    }
    let seen = Set(Self.rows.map(\.0))
    // The host's own policies decide of domains of stores and Xen alone.
    #expect(seen.union([.hypervisor]) == Set(DomainExplanation.Cause.allCases))
  }
}
