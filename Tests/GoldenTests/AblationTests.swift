// SPDX-License-Identifier: Apache-2.0

import GoldenSupport
import PolicyCore
import PolicyText
import Testing

/// No step of derivation is for nothing: with a step left out, in each kind of policy in which it is
/// taken, some golden's policies are others than those that are pinned.
@Suite struct AblationTests {
  /// A step of one kind of policy.
  struct Taken: Hashable, CustomStringConvertible {
    var step: DerivationStep
    var kind: PolicyKind
    var description: String { "\(kind.name) \(step.name)" }
  }

  /// A golden's derivation, and the steps that change something in it.
  struct Case {
    var name: String
    var facts: HostFacts
    var options: DerivationOptions
    var policies: SystemPolicies
    var taken: Set<Taken>
    var effective: Set<Taken>
  }

  static let cases: [Case] = Goldens.names.compactMap { name in
    guard let cpu = try? Goldens.cpu(name), let facts = try? cpu.host().facts,
      let options = try? cpu.derivationOptions()
    else { return nil }
    var watch = StepWatch()
    let policies = SystemPolicies(facts: facts, options: options, observer: &watch)
    return Case(
      name: name, facts: facts, options: options, policies: policies, taken: watch.taken,
      effective: watch.effective)
  }

  /// Steps that only show where a derivation begins.
  static let reports: Set<DerivationStep> = [.recorded, .copyParent]

  /// Steps that the rules name for a kind although nothing can come of them there, with the reason.
  static let idle: [Taken: String] = [
    Taken(step: .impliedBits, kind: .pvDefault): impliedReason,
    Taken(step: .impliedBits, kind: .hvmDefault): impliedReason,
    Taken(step: .impliedBits, kind: .hvmShadowDefault): impliedReason,
    Taken(step: .rebuildXstate, kind: .pvDefault): "no state that PV guests may have is opt-in",
  ]
  private static let impliedReason =
    "max has them, and no letter of today's table keeps one of them out of default"

  @Test func everyGoldenIsTried() {
    #expect(Self.cases.count == Goldens.names.count)
  }

  @Test(arguments: DerivationStep.allCases) func matters(_ step: DerivationStep) {
    guard !Self.reports.contains(step) else { return }
    let kinds = PolicyKind.allCases.filter { kind in
      Self.cases.contains { $0.taken.contains(Taken(step: step, kind: kind)) }
    }
    #expect(!kinds.isEmpty, "no golden takes \(step.name)")
    for kind in kinds {
      let taken = Taken(step: step, kind: kind)
      let matters = Self.cases.contains { $0.effective.contains(taken) && isMissed(taken, in: $0) }
      #expect(matters != (Self.idle[taken] != nil), "\(taken)")
    }
  }

  /// Whether a golden's policies are others without a step, of which nothing may be left.
  private func isMissed(_ taken: Taken, in golden: Case) -> Bool {
    var watch = StepWatch(omitted: taken)
    let policies = SystemPolicies(
      facts: golden.facts, options: golden.options, observer: &watch)
    #expect(!watch.effective.contains(taken), "\(golden.name): part of \(taken) is still done")
    return PolicyKind.allCases.contains { policies[$0] != golden.policies[$0] }
  }
}

/// Notes which steps change something, and leaves one out.
private struct StepWatch: DerivationObserver {
  var omitted: AblationTests.Taken?
  var taken: Set<AblationTests.Taken> = []
  var effective: Set<AblationTests.Taken> = []
  private var last: [PolicyKind: CPUPolicy] = [:]

  init(omitted: AblationTests.Taken? = nil) { self.omitted = omitted }

  func performs(_ step: DerivationStep, of kind: PolicyKind) -> Bool {
    omitted != AblationTests.Taken(step: step, kind: kind)
  }

  mutating func completed(
    _ step: DerivationStep, of kind: PolicyKind, _ policy: borrowing CPUPolicy
  ) {
    let current = copy policy
    let step = AblationTests.Taken(step: step, kind: kind)
    taken.insert(step)
    if let before = last[kind], before != current { effective.insert(step) }
    last[kind] = current
  }
}
