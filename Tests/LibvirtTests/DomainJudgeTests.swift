// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import LibvirtBackEnd

/// What domains got of what was asked for, by their XML and a small map.
@Suite struct DomainJudgeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file("index.xml", LibvirtStandIn.map)
  }

  private static func cpu(
    _ model: String?, mode: String = "custom", check: String? = nil, match: String = "exact",
    _ features: [String: String] = [:]
  ) -> String {
    let list = features.sorted { $0.key < $1.key }
      .map { "<feature policy='\($0.value)' name='\($0.key)'/>" }.joined()
    return "<cpu mode='\(mode)' match='\(match)'\(check.map { " check='\($0)'" } ?? "")>"
      + (model.map { "<model>\($0)</model>" } ?? "") + list + "</cpu>"
  }

  /// - Parameter emulator: features that it gives, by name; nil where nobody can be asked.
  private func judge(
    asked: String?, live: String?, hasMap: Bool = true, emulator: [Feature]? = nil,
    extra: String = ""
  ) throws -> Domain {
    var judge = DomainJudge(map: hasMap ? CPUMapAuthority(path: folder.path) : nil) { _ in
      guard let emulator else { return .nobody(nil) }
      var features = FeatureSet()
      for feature in emulator { features.insert(feature) }
      return .resolved(
        ResolvedModel(partial: PartialPolicy(features: features), authority: "an emulator"))
    }
    func xml(_ cpu: String?) -> String? {
      cpu.map { LibvirtStandIn.domain("d", $0 + extra) }
    }
    return try judge.judge(
      LibvirtDomain(
        name: "d", uuid: "u", id: live == nil ? nil : 7, state: live == nil ? .off : .running,
        live: xml(live), configured: xml(asked))
    ).domain
  }

  private func delivery(
    asked: String?, live: String?, hasMap: Bool = true, emulator: [Feature]? = nil,
    extra: String = ""
  ) throws -> Delivery {
    try #require(
      try judge(asked: asked, live: live, hasMap: hasMap, emulator: emulator, extra: extra).delivery
    )
  }

  // MARK: Running

  @Test func lost() throws {
    // mpx is in no New any more, and written out all the same.
    let live = Self.cpu(
      "New", check: "full", ["aes": "disable", "mpx": "disable", "hypervisor": "require"])
    for check in [nil, "partial", "none"] {
      let found = try delivery(asked: Self.cpu("New", check: check), live: live)
      #expect(found.verdict == .lostFeatures && found.lost == ["aes"], "\(check ?? "")")
      #expect(found.unasked == ["hypervisor"] && !found.isForecast && found.mode == "custom")
    }
    // Without a map each that is off counts: unknown is no all-clear.
    let without = try delivery(asked: Self.cpu("New", check: "partial"), live: live, hasMap: false)
    #expect(without.lost == ["aes", "mpx"])
    // Asked for by name, whatever the model has.
    let named = try delivery(asked: Self.cpu("New", ["mpx": "require"]), live: live)
    #expect(named.lost == ["aes", "mpx"])
    #expect(try delivery(asked: Self.cpu("New", ["mpx": "force"]), live: live).lost.count == 2)
  }

  @Test func asAsked() throws {
    let live = Self.cpu("New", check: "full", ["aes": "disable", "mpx": "disable"])
    for policy in ["disable", "forbid", "optional"] {
      let asked = Self.cpu("New", check: "partial", ["aes": policy])
      #expect(try delivery(asked: asked, live: live).verdict == .asAsked, "\(policy)")
    }
    let unchecked = Self.cpu("New", check: "none", ["aes": "disable"])
    #expect(try delivery(asked: unchecked, live: live).verdict == .unchecked)
  }

  @Test func uncheckedModes() throws {
    for mode in ["host-passthrough", "maximum"] {
      let cpu = Self.cpu(nil, mode: mode, check: "full")
      let found = try delivery(asked: cpu, live: cpu)
      #expect(found.verdict == .unchecked && found.mode == mode && found.because.contains(mode))
      #expect(try delivery(asked: cpu, live: nil).verdict == .unchecked)
    }
    let own =
      "<q:commandline xmlns:q='x'><q:arg value='-cpu'/><q:arg value='base'/></q:commandline>"
    let full = Self.cpu("New", check: "full")
    #expect(try delivery(asked: full, live: full, extra: own).verdict == .unchecked)
  }

  @Test func unknown() throws {
    let live = Self.cpu("New", check: "full", ["aes": "disable"])
    // Nobody keeps what was asked of a transient domain.
    #expect(try delivery(asked: nil, live: live).verdict == .unknown)
    // libvirt has not read the CPU back.
    let unread = Self.cpu("New", check: "partial")
    #expect(try delivery(asked: unread, live: unread).verdict == .unknown)
    // Another model, and no map that says what each has.
    let minimum = Self.cpu("New", match: "minimum")
    let other = Self.cpu("Old", check: "full")
    #expect(try delivery(asked: minimum, live: other, hasMap: false).verdict == .unknown)
    #expect(try delivery(asked: minimum, live: other).lost == ["aes", "avx"])
    let host = Self.cpu(nil, mode: "host-model", check: "partial", ["avx": "require"])
    let less = Self.cpu("New", check: "full", ["avx": "disable", "aes": "disable"])
    #expect(try delivery(asked: host, live: less).lost == ["avx"])
    #expect(try delivery(asked: host, live: other).verdict == .asAsked)
  }

  // MARK: Not running

  @Test func forecasts() throws {
    func forecast(_ check: String?, _ given: [Feature]?) throws -> Delivery {
      let found = try delivery(asked: Self.cpu("New", check: check), live: nil, emulator: given)
      #expect(found.isForecast)
      return found
    }
    let all: [Feature] = [.sse3, .aesni, .avx]
    #expect(try forecast("partial", all).verdict == .asAsked)
    #expect(try forecast(nil, all).verdict == .unchecked)
    let less = try forecast("partial", [.sse3, .aesni])
    #expect(less.verdict == .lostFeatures && less.lost == ["avx"])
    #expect(try forecast("full", all).verdict == .asAsked)
    #expect(try forecast("full", [.sse3]).verdict == .cannotStart)
    // Extra ones are refused by a full check, too.
    let extra = try forecast("full", all + [.hypervisor])
    #expect(extra.verdict == .cannotStart && extra.unasked == ["hypervisor"])
    #expect(extra.because.contains("missing nothing, extra hypervisor"))
    #expect(try forecast("partial", nil).verdict == .unknown)
    // A name that libvirt refuses, whoever else knows it.
    let name = Self.cpu("New", check: "partial", ["sse4_1": "require"])
    let refused = try delivery(asked: name, live: nil, emulator: all)
    #expect(refused.verdict == .cannotStart && refused.because.contains("sse4_1"))
    for cpu in [Self.cpu(nil, mode: "host-model"), Self.cpu("New", match: "minimum")] {
      #expect(try delivery(asked: cpu, live: nil, emulator: all).verdict == .unknown)
    }
  }

  // MARK: As a domain

  @Test func domain() throws {
    let live = Self.cpu("New", check: "full", ["aes": "disable", "hypervisor": "require"])
    let domain = try judge(
      asked: Self.cpu("New"), live: live, extra: "<features><pmu state='on'/></features>")
    #expect(domain.hypervisor == "libvirt" && domain.kind == .hvm && domain.id == 7)
    #expect(domain.state == .sealed && domain.runState == .running)
    #expect(domain.topology.text == "2:1:1:1" && domain.chosenTopology == nil)
    #expect(domain.hasPerformanceCounters && !domain.hasNestedVirtualisation)
    #expect(domain.policy.has(.avx) && !domain.policy.has(.aesni) && domain.policy.has(.hypervisor))
    #expect(domain.policy.isKnown(.avx) && !domain.policy.isKnown(.invpcid))
    let text = Document.domain(domain).json
    #expect(text["delivery"]?["lost"]?.array == [.string("aes")])
    let read = try #require(try Document(reading: text, source: "x")?.domain)
    #expect(read.delivery == domain.delivery && read.runState == .running && read.id == 7)
    #expect(PolicyDigest.of(read.policy) == PolicyDigest.of(domain.policy))
    // Numbers beside features are the bound's, and what is in a guest's own leaves is not judged.
    var bound = CPUPolicy()
    bound[.clflushLineSize] = 8
    let guest = Guest(domain)
    #expect(guest.isFeaturesAlone && guest.completion?(bound)[.clflushLineSize] == 8)
    #expect(guest.completion?(bound).has(.avx) == true)
  }

  /// Of a domain that is off nothing is known but by an emulator: libvirt's arithmetic is no guest's CPU.
  @Test func offDomain() throws {
    let off = try judge(asked: Self.cpu("New", check: "full"), live: nil)
    #expect(off.state == .building && off.id == -1 && off.runState == .off)
    #expect(!off.policy.isKnown(.avx))
    let known = try judge(asked: Self.cpu("New"), live: nil, emulator: [.avx])
    #expect(known.policy.isKnown(.avx) && known.policy.has(.avx))
  }
}
