// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// One `cpuid=` option for all hosts of a pool.
@Suite struct PoolOptionTests {
  private static let hosts = (Fixtures.dumps + Corpus.dumps).compactMap {
    try? FleetAssessmentTests.host($0)
  }

  /// Under the option each host's default has the level's features, but for those that are named; and what
  /// is withheld is withheld once: no name stands there that another one takes along.
  @Test func eachDefaultIsTheLevel() throws {
    var generator = SeededGenerator.fresh("options of pools")
    var judged = 0
    for _ in 0..<12 {
      let first = try #require(Self.hosts.randomElement(using: &generator))
      let fellows = Self.hosts.filter { $0.facts.boot.vendor == first.facts.boot.vendor }
      let pool = [first] + fellows.shuffled(using: &generator).prefix(3)
      for kind in [GuestKind.pv, .hvm] {
        let members = pool.map { PoolMember($0, kind: kind) }
        let report = PoolLevel.report(members, kind: kind, purpose: .boot)
        guard report.conflicts.isEmpty else { continue }
        judged += 1
        let option = try PoolOption(for: report.policy, kind: kind, hosts: pool.map { ($0, nil) })
        guard !option.text.isEmpty else { continue }
        let parsed = try CPUIDOption(parsing: option.text)
        for host in pool {
          var owner = DerivationOptions()
          owner.apply(parsed)
          let policy = host.systemPolicies(owner)[kind.defaultPolicy]
          let named = Set(
            option.shortfalls.filter { $0.host == host.name }.flatMap(\.differences).map(\.name))
          let wanted = report.policy.featureSet.intersection(.known)
          let found = policy.featureSet.intersection(.known)
          for feature in wanted.subtracting(found).union(found.subtracting(wanted)).features {
            #expect(named.contains(feature.name), "\(host.name): \(feature.name)")
          }
          // Nothing that a guest could use is left over, but for what the hypervisor gives whatever the option
          // says (VIRT_SSBD): what else cannot be withheld are warnings.
          for feature in found.subtracting(wanted).subtracting(.special).features {
            #expect(feature.level != .and, "\(host.name): \(feature.name)")
          }
        }
        for feature in parsed.optedOut.features {
          var others = parsed.optedOut
          others.remove(feature)
          let taken = others.features.contains { other in
            var left = parsed.optedOut
            left.removeWithDependants(other)
            return !left.contains(feature)
          }
          #expect(!taken, "\(option.text): \(feature.name)")
        }
      }
    }
    #expect(judged > 6)
  }

  /// With xl's setting a guest has the level on each host, but for what is named; and each host's audit takes it.
  @Test func eachGuestHasTheLevel() throws {
    var generator = SeededGenerator.fresh("settings of pools")
    var judged = 0
    for _ in 0..<12 {
      let first = try #require(Self.hosts.randomElement(using: &generator))
      let fellows = Self.hosts.filter { $0.facts.boot.vendor == first.facts.boot.vendor }
      let pool = [first] + fellows.shuffled(using: &generator).prefix(3)
      for kind in [GuestKind.pv, .hvm] {
        let members = pool.map { PoolMember($0, kind: kind) }
        let report = PoolLevel.report(members, kind: kind, purpose: .boot)
        guard report.conflicts.isEmpty else { continue }
        let setting = try PoolGuestSetting(
          for: report.policy, kind: kind, hosts: pool.map { ($0, nil) })
        guard !setting.text.isEmpty else { continue }
        judged += 1
        // As xl's file has it, read by the reader of such files.
        let file = Array("cpuid = \"\(setting.text)\"\n".utf8)
        let read = try PolicyReader.read(file.span, source: "guest.cfg", format: .xl)
        let asked = try #require(read.setting ?? read.xlGuest?.setting)
        for host in pool {
          let policies = host.systemPolicies()
          var guest = policies[kind.defaultPolicy]
          guest.apply(PolicyChanges(asked), host: policies[.hostDefault])
          let named = Set(
            setting.shortfalls.filter { $0.host == host.name }.flatMap(\.differences).map(\.name))
          let wanted = report.policy.featureSet.intersection(.known)
          let found = guest.featureSet.intersection(.known)
          for feature in wanted.subtracting(found).union(found.subtracting(wanted)).features {
            #expect(named.contains(feature.name), "\(host.name): \(feature.name)")
          }
          // What a guest could use and xl has a key for is not left over.
          for feature in found.subtracting(wanted).features {
            #expect(
              feature.level != .and || XLSetting.word(for: feature, isOn: false) == nil
                || FeatureSet.equalToHost.contains(feature), "\(host.name): \(feature.name)")
          }
        }
      }
    }
    #expect(judged > 6)
  }

  @Test func aHostAloneNeedsNone() throws {
    let host = try #require(Self.hosts.first)
    let report = PoolLevel.report([PoolMember(host, kind: .pv)], kind: .pv, purpose: .boot)
    let option = try PoolOption(for: report.policy, kind: .pv, hosts: [(host, nil)])
    #expect(option.text.isEmpty)
    let setting = try PoolGuestSetting(for: report.policy, kind: .pv, hosts: [(host, nil)])
    #expect(setting.text.isEmpty)
  }
}
