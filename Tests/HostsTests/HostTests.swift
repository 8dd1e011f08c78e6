// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Hosts: this machine, and dumps whose CPUs differ.
@Suite struct HostTests {
  @Test func thisMachine() throws {
    let host = try LocalMachine.describe()
    #expect(host.boot[.maxBasicLeaf] > 0)
    #expect(host.logicalCPUs == host.cpus.count)
    #expect(host.boot.has(.lm) && host.boot.has(.sse2))
    let policies = SystemPolicies(facts: host.facts)
    #expect(policies.pvDefault.has(.hypervisor))
    #expect(!policies.raw.has(.osxsave))
  }

  @Test func factsRoundTrip() throws {
    var host = try LocalMachine.describe()
    host.facts.ept = true
    host.facts.smtEnabled = false
    let text = Document.hostFacts(host).json.text
    let document = try JSONValue(parsing: Array(text.utf8), source: "test")
    let again = try #require(try Document(reading: document, source: "test")?.host)
    #expect(Document.hostFacts(again).json == Document.hostFacts(host).json)
    #expect(again.cpus == host.cpus)
    #expect(
      SystemPolicies(facts: again.facts).hvmDefault == SystemPolicies(facts: host.facts).hvmDefault)
  }

  /// What a dump without its limits leaves out is unknown, and not absent.
  @Test func hostWithoutLimits() throws {
    func host(_ rows: String) throws -> HostDescription {
      let document = try PolicyReader.read(Array(rows.utf8), source: "x")
      return try #require(HostDescription(name: "x", document: document))
    }
    let seven = "CPUID 00000007: 00000000-00000001-00000000-00000000 [SL 00]\n"
    let one = "CPUID 00000001: 000306F2-00000000-00000000-178BFBFF\n"
    let bare = try host(seven)
    #expect(bare.virtualisation == (nil, nil, nil) && bare.tsc.isInvariant == nil)
    let intel = try host(seven + one)
    #expect(intel.virtualisation == (false, nil, nil) && intel.tsc.isInvariant == nil)
    let text = Document.host(bare, bare.systemPolicies()).json
    #expect(text["virtualisation"]?["vmx"] == .null && text["tsc"]?["invariant"] == .null)
    // A limit that was recorded says that there is nothing above it.
    let limit = "CPUID 00000000: 00000007-756E6547-6C65746E-49656E69\n"
    let extended = "CPUID 80000000: 80000000-00000000-00000000-00000000\n"
    let old = try host(limit + seven + one + extended)
    #expect(old.virtualisation == (false, false, false) && old.tsc.isInvariant == false)
  }

  private func load(_ name: String) throws -> HostDescription {
    let path = try #require(Corpus.dumps.first { $0.contains(name) })
    return try #require(HostDescription(name: name, document: try InputFile.read(path)))
  }

  @Test(
    .enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"),
    arguments: ["AbuDhabi", "Lakefield", "AlderLakeP"])
  func mixedHosts(_ name: String) throws {
    let host = try load(name)
    #expect(host.isUniform == false)
    #expect(!host.differences.isEmpty)
    let policies = SystemPolicies(facts: host.facts)
    for cpu in host.cpus {
      let excess = policies.hvmDefault.featureSet.subtracting(cpu.featureSet)
      // What software makes is no CPU's.
      let made = [
        Feature.hypervisor, .x2apic, .apic, .noLmsl, .archCaps, .ibpb, .stibp, .amdStibp, .virtSsbd,
      ]
      let real = excess.features.filter { feature in
        !made.contains(feature) && feature.word < 16 && cpu.isKnown(feature)
          && !policies.hostDefault.has(feature)
      }
      #expect(real.isEmpty, "\(real.map(\.name))")
    }
  }

  @Test(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"))
  func abuDhabiLosesLWPOnOneCPU() throws {
    let host = try load("AbuDhabi")
    #expect(host.differences.contains { $0.name == "LWP" })
    #expect(host.cpus.contains { $0.has(.lwp) })
    #expect(!SystemPolicies(facts: host.facts).hostDefault.has(.lwp))
  }

  @Test(
    .enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"),
    arguments: ["IvyBridgeEP", "Genoa_02", "Conroe"])
  func uniformHosts(_ name: String) throws {
    let host = try load(name)
    #expect(host.isUniform == true, "\(host.differences)")
  }

  /// Without the facts that real hardware would answer, derivation says what it assumed.
  @Test func assumedFactsAreNamed() throws {
    let path = try #require(Fixtures.dumps.first)
    let host = try #require(HostDescription(name: "x", document: try InputFile.read(path)))
    #expect(!host.assumed.isEmpty)
    var complete = host.facts
    complete.commonFeatures = host.boot.featureSet
    var names: [String] = []
    complete.forEachAssumedFact { names.append($0.name) }
    #expect(!names.contains("otherCPUs"))
  }
}
