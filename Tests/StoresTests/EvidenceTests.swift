// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// No answer rests on what nobody recorded.
@Suite struct EvidenceTests {
  static let dumps = OwnHostTests.dumps

  /// A host of a dump; nil where no CPU can be read.
  private static func host(_ path: String) throws -> HostDescription {
    try #require(HostDescription(name: path, document: try InputFile.read(path)))
  }

  /// What hangs on a fact is what derivation makes of its other value, and a Host document says the same
  /// of the policies that it holds.
  @Test(arguments: dumps) func whatHangsOnAFact(_ path: String) throws {
    let host = try Self.host(path)
    let held = host.systemPolicies()
    let text = Document.host(host, held).json.text
    let document = try InputDocument(
      reading: Array(text.utf8).span, source: "host.json"
    ).document?.host
    let again = try #require(document)
    var facts: [AssumedFact] = []
    host.facts.forEachAssumedFact { facts.append($0) }
    for kind in PolicyKind.allCases where kind != .raw {
      let others = host.alternatives(to: kind, held: held)
      #expect(others.map(\.fact) == facts.filter { $0 != .otherCPUs })
      let recorded = again.alternatives(to: kind, held: again.systemPolicies())
      for other in others {
        var changed = host.facts
        let isChanged = changed.assumeOtherwise(other.fact)
        #expect(isChanged)
        let derived = SystemPolicies(facts: changed, options: host.options())
        #expect(other.policies[kind].canonical == derived[kind].canonical, "\(kind.name)")
        #expect(other.policies.hasHVM == derived.hasHVM)
        guard let same = recorded.first(where: { $0.fact == other.fact }) else { continue }
        #expect(
          other.policies[kind].featureSet == same.policies[kind].featureSet,
          "\(kind.name) \(other.fact.name)")
      }
    }
  }

  /// A verdict that is given stands whatever value a missing fact has.
  @Test func aVerdictStands() async throws {
    var generator = SeededGenerator.fresh("evidence")
    let hosts = try Self.dumps.shuffled(using: &generator).prefix(16).map(Self.host)
    var counts: [MigrationCheck.Verdict: Int] = [:]
    for source in hosts where source.systemPolicies().hasHVM {
      let hypervisor = LocalHypervisor(host: source, store: MemoryDomainStore())
      let domain = try await hypervisor.create(
        DomainRequest(name: "x", kind: .hvm, vCPUs: 2), isDryRun: true)
      let guest = Guest(domain)
      for target in hosts {
        let check = MigrationCheck(guest, to: target, policies: target.systemPolicies())
        counts[check.verdict, default: 0] += 1
        guard check.verdict == .safe || check.verdict == .unsafe else { continue }
        if guest.isAtHome(GuestBound(target, .hvmMax)) { continue }
        for fact in target.assumedFacts(of: .hvmMax) {
          var other = target
          guard other.facts.assumeOtherwise(fact) else { continue }
          let verdict = MigrationCheck(guest, to: other, policies: other.systemPolicies()).verdict
          #expect(
            verdict == check.verdict || verdict == .unknown,
            "\(source.name) to \(target.name): \(fact.name)")
        }
      }
    }
    print("verdicts: \(counts)")
    // Each guest is at least safe on the host that made it.
    #expect(counts[.safe] ?? 0 > 0)
  }

  /// A host of which nobody recorded whether it has SVM is not said to lack it.
  @Test func unrecordedVirtualisation() throws {
    var host = try Self.host(Fixtures.path("emulated-EPYC-Rome.txt"))
    let guest = Guest(name: "x", kind: .hvm, policy: host.systemPolicies().hvmDefault)
    let slot = try #require(LeafLayout.slot(0x8000_0001))
    host.facts.boot[slot: slot] = LeafRegisters()
    func found() -> Judgement.Finding? {
      MigrationCheck(guest, to: host, policies: host.systemPolicies()).findings
        .first { $0.violation.code == .kindNotAvailable }
    }
    #expect(found()?.isDecided == true)
    host.facts.boot.markUnknown(slot: slot)
    #expect(found()?.isDecided == false)
  }

  /// Under other options than those of a document's policies everything is derived, so what was assumed
  /// counts whatever the document's source said of its own.
  @Test func otherOptionsAreDerived() throws {
    let host = try Self.host(Fixtures.path("emulated-Skylake-Server-v4.txt"))
    let text = Document.host(host, host.systemPolicies()).json.text
      .replacing("\"fastStrings\"", with: "\"otherCPUs\"")
    let read = try InputDocument(reading: Array(text.utf8).span, source: "host.json").document?.host
    let again = try #require(read)
    #expect(!again.assumedFacts(of: .hvmMax).contains(.fastStrings))
    #expect(again.assumedFacts(of: .hvmMax, DerivationOptions()).contains(.fastStrings))
    #expect(GuestBound(again, .hvmMax, DerivationOptions()).others.count > 0)
  }

  /// Two guests of one host differ in what they know of the bound: the one made there needs no facts.
  @Test func assumptionsCancelAtHome() throws {
    var host = try Self.host(Fixtures.path("emulated-Skylake-Server-v4.txt"))
    // Its VT-x controls are not recorded, and INVPCID hangs on one of them.
    host.facts.boot.set(.vmx, true)
    let policies = host.systemPolicies()
    let bound = GuestBound(host, .hvmMax)
    #expect(!bound.others.isEmpty)
    var guest = Guest(
      policyOfSystem: policies.hvmMax, name: "hvm-max", kind: .hvm)
    let stranger = Judgement(of: guest, under: bound)
    #expect(!stranger.undecided.isEmpty)
    #expect(stranger.undecided.contains { $0.dependsOn.contains(.vmxControls) })
    #expect(stranger.gather.contains { $0.contains("vmxControls") })
    // A form that holds a part takes the rest from the bound, and what it says is judged all the same.
    var part = guest
    let features = policies.hvmMax.featureSet
    part.completion = { $0.withFeatures(features) }
    let partial = Judgement(of: part, under: bound)
    #expect(partial.undecided.contains { $0.dependsOn.contains(.vmxControls) })
    #expect(partial.decided.isEmpty && partial.unjudged.isEmpty)
    guest.judge = Domain.Judge(
      host: host.name, digest: PolicyDigest.of(policies.raw), lbr: host.lbr)
    let native = Judgement(of: guest, under: bound)
    #expect(native.findings.isEmpty && native.gather.isEmpty)
  }
}
