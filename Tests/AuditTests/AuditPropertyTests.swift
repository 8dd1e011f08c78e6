import CPUPolicy
import Foundation
import Hosts
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Candidates around real max policies: the auditor and the slow checker agree on each.
@Suite struct AuditPropertyTests {
  static let dumps = Fixtures.dumps + Corpus.dumps

  private func policies(_ path: String) throws -> SystemPolicies {
    let document = try InputFile.read(path)
    return SystemPolicies(facts: try #require(HostDescription(name: "x", document: document)).facts)
  }

  private func contexts(_ policies: SystemPolicies) -> [(PolicyKind, AuditContext)] {
    var result: [(PolicyKind, AuditContext)] = []
    for (bound, kind) in [
      (PolicyKind.pvMax, GuestKind.pv), (.pvMax, .pv32), (.hvmMax, .hvm),
      (.hvmMax, .hvmShadow), (.hvmShadowMax, .hvmShadow),
    ] {
      var system = AuditContext(kind: kind)
      system.hostFeatures = bound == .pvMax ? nil : policies.hostDefault.featureSet
      system.hiddenFeatures = policies[kind.defaultPolicy].hiddenFeatures
      result.append((bound, system))
      result.append(
        (
          bound,
          AuditContext(
            domain: kind, physicalAddressLimit: 48, hostFeatures: policies.hostDefault.featureSet)
        ))
    }
    return result
  }

  @Test(arguments: dumps) func agreesWithTheSlowChecker(_ path: String) throws {
    let policies = try policies(path)
    var generator = SeededGenerator.fresh("audit")
    // `CPUPOLICY_SWEEP=1` tries every kind and scope; else two of them, another two each time.
    let all = contexts(policies).shuffled(using: &generator)
    for (bound, context) in Sweep.isWanted ? all : Array(all.prefix(2)) {
      let auditor = Auditor(bound: policies[bound], context: context)
      let slow = SlowChecker(bound: policies[bound], context: context)
      for round in 0..<12 {
        var candidate = round % 2 == 0 ? policies[bound] : policies[context.kind.defaultPolicy]
        for _ in 0..<(round / 3) { Mutation.apply(to: &candidate, using: &generator) }
        let before = candidate
        let found = auditor.violations(of: candidate)
        #expect(candidate == before, "an audit changes nothing")
        #expect(auditor.accepts(candidate) == found.isEmpty)
        let expected = slow.findings(candidate)
        #expect(
          found.isEmpty == expected.isEmpty,
          "\(context.kind) \(context.scope): \(expected.prefix(3)); \(found.prefix(3).map(\.message))"
        )
      }
    }
  }

  /// Each bit above max, alone, is found at its leaf, register and bit.
  @Test(arguments: dumps) func everySingleExcessIsFound(_ path: String) throws {
    let policies = try policies(path)
    var generator = SeededGenerator.fresh("excess")
    let bounds = [(PolicyKind.hvmMax, GuestKind.hvm), (.pvMax, .pv)]
    for (bound, kind) in Sweep.isWanted ? bounds : [bounds[0]] {
      let max = policies[bound]
      let auditor = Auditor(bound: max, context: AuditContext(kind: kind))
      for feature in Feature.allNamed where !max.has(feature) {
        var candidate = max
        candidate.set(feature, true)
        let found = auditor.violations(of: candidate)
        let isKnown = max.isKnown(feature)
        #expect(
          !isKnown || found.contains { $0.subject == .feature(feature) && $0.value == 1 },
          "\(feature.name)")
      }
      // Reserved bits depend on the table more than on the CPU: one bit of each register.
      for slot in 0..<LeafLayout.slotCount where max.isWithinLimits(slot: slot) {
        for register in [Register.eax, .ebx, .ecx, .edx] {
          let reserved =
            ~LeafLayout.namedMask(slot: slot, register: register)
            & ~max[slot: slot][register]
          if let bit = (0..<32).filter({ reserved >> UInt32($0) & 1 != 0 }).randomElement(
            using: &generator)
          {
            var candidate = max
            candidate[slot: slot][register] |= 1 << UInt32(bit)
            let place = LeafLayout.place(ofSlot: slot)
            let found = auditor.violations(of: candidate)
            #expect(
              found.contains {
                $0.place == .leaf(place, register) && $0.lowBit <= bit && bit <= $0.highBit
              }, "\(PlaceText.leaf(place)) \(register)[\(bit)]")
          }
        }
      }
    }
  }
}

/// Whether the long form of a test is asked for (`make sweep`).
enum Sweep {
  static let isWanted = ProcessInfo.processInfo.environment["CPUPOLICY_SWEEP"] == "1"
}

/// Random changes to a policy, biased towards places that matter.
enum Mutation {
  static func apply(to policy: inout CPUPolicy, using generator: inout SeededGenerator) {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0:
      let feature = Feature.allNamed.randomElement(using: &generator)!
      policy.set(feature, !policy.has(feature))
    case 1:
      // A smaller guest, made properly.
      var features = policy.featureSet
      let feature = Feature.allNamed.randomElement(using: &generator)!
      features.removeWithDependants(feature)
      features.sanitise()
      policy = policy.withFeatures(features)
    case 2:
      let slot = Int.random(in: 0..<LeafLayout.slotCount, using: &generator)
      let register = Register(rawValue: UInt8.random(in: 0..<4, using: &generator))!
      policy[slot: slot][register] ^= 1 << UInt32.random(in: 0..<32, using: &generator)
    case 3:
      let field = Field.all.randomElement(using: &generator)!
      policy[field] = UInt32.random(in: 0...UInt32.max, using: &generator)
    case 4: policy[.maxBasicLeaf] = UInt32.random(in: 0...0x10, using: &generator)
    case 5: policy[.maxExtendedLeaf] = 0x8000_0000 + UInt32.random(in: 0...0x24, using: &generator)
    case 6:
      policy[.maxPhysicalAddressBits] = UInt32.random(in: 30...60, using: &generator)
      policy[.maxLinearAddressBits] = [32, 48, 57].randomElement(using: &generator)!
    default:
      let index = LeafLayout.msr(at: Int.random(in: 0..<LeafLayout.msrCount, using: &generator))
      policy[msr: index] = 1 << UInt64.random(in: 0..<64, using: &generator)
    }
  }
}
