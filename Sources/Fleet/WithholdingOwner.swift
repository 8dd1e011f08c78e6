// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// Who withholds a feature from the guests of a host.
///
/// Known is what a step of derivation took away, and what another host of the same family, model and stepping
/// has with other microcode. Everything else is said to be not known.
struct WithholdingOwner {
  private let hosts: FleetHosts
  private let kind: GuestKind

  init(_ hosts: FleetHosts, _ kind: GuestKind) {
    self.hosts = hosts
    self.kind = kind
  }

  /// Whether the host is known to lack a feature that its guests do not have.
  func isKnown(_ feature: Feature, ofClass number: Int) -> Bool {
    let found = hosts.classes[number]
    guard found.policies.raw.isKnown(feature) || found.policies.raw.has(feature) else {
      return false
    }
    return doubts(feature, ofClass: number).isEmpty
  }

  /// The facts that nobody recorded, of which another value decides otherwise.
  func doubts(_ feature: Feature, ofClass number: Int) -> [String] {
    let found = hosts.classes[number]
    let has = found.policies[kind.defaultPolicy].has(feature)
    return found.host.alternatives(to: kind.defaultPolicy, found.owner, held: found.policies)
      .filter { $0.policies[kind.defaultPolicy].has(feature) != has }.map(\.fact.name)
  }

  func change(_ feature: Feature, ofClass number: Int, host: String) -> PlanReport.Change {
    func change(
      _ owner: PlanReport.Change.Owner, from: String? = nil, to: String? = nil, _ because: String
    ) -> PlanReport.Change {
      PlanReport.Change(
        host: host, feature: feature, owner: owner, from: from, to: to, because: because)
    }
    let found = hosts.classes[number]
    let raw = found.policies.raw
    if !raw.has(feature), !raw.isKnown(feature) {
      return change(
        .record, to: PlaceText.short(feature.place),
        "the source did not record whether the CPU has it")
    }
    let doubts = doubts(feature, ofClass: number)
    if !doubts.isEmpty {
      return change(
        .record, to: doubts.joined(separator: ", "),
        "a fact that nobody recorded decides whether it is there")
    }
    if raw.has(feature) || isAdded(feature, found) {
      return withheld(feature, found, change)
    }
    return notInHardware(feature, number, change)
  }

  private typealias Making = (
    PlanReport.Change.Owner, String?, String?, String
  ) -> PlanReport.Change

  /// Whether derivation would give it to guests without the CPU's bit.
  private func isAdded(_ feature: Feature, _ found: FleetHosts.HostClass) -> Bool {
    found.policies.hostMax.has(feature)
  }

  /// The last step that took the feature from what guests begin with.
  private func withheld(
    _ feature: Feature, _ found: FleetHosts.HostClass, _ change: Making
  ) -> PlanReport.Change {
    if found.owner == nil,
      found.host.recorded(kind.defaultPolicy) != nil || found.host.reported != nil
    {
      return change(
        .hypervisor, nil, nil, "the CPU has it, and what the hypervisor offers does not")
    }
    let options = found.host.options(found.owner ?? DerivationOptions())
    let explanation = Explanation(
      of: .feature(feature), facts: found.host.facts, options: options)
    let chain = [kind.defaultPolicy, .hostDefault, kind.maxPolicy, .hostMax]
    let isOffered = found.policies[kind.maxPolicy].has(feature)
    if isOffered {
      return change(
        .option, nil, "cpuid=\(feature.optionName)",
        "guests may have it, and get it only if the hypervisor's owner asks for it")
    }
    let removals = explanation.changes.filter { chain.contains($0.policy) && $0.after == 0 }
    guard let last = removals.last else {
      return change(.hypervisor, nil, nil, "the hypervisor gives it to no guest of this kind")
    }
    switch last.step {
    case .optOut, .optedOutStays:
      return change(.option, "cpuid=no-\(feature.optionName)", nil, last.because)
    case .withholdOptIns:
      return change(.option, nil, "cpuid=\(feature.optionName)", last.because)
    case .kernelOffer: return change(.kernel, nil, nil, last.because)
    case .firmwareDisabled, .everyCPU: return change(.firmware, nil, nil, last.because)
    case .gatherSampling, .deadlineErratum, .transactionsSynthesised:
      return change(
        .microcode, found.host.facts.microcode.map { Hex.word($0) }, nil, last.because)
    default: return change(.hypervisor, nil, nil, last.because)
    }
  }

  /// The CPU does not show it: whether another one of its kind does.
  private func notInHardware(
    _ feature: Feature, _ number: Int, _ change: Making
  ) -> PlanReport.Change {
    let mine = hosts.classes[number]
    let raw = mine.policies.raw
    let twins = hosts.classes.filter {
      $0.policies.raw.vendorString == raw.vendorString
        && $0.policies.raw.signature == raw.signature && $0.policies.raw.has(feature)
    }
    guard !twins.isEmpty else {
      return change(
        .unknown, nil, nil,
        "the CPU does not show it, and no other host of its family, model and stepping does; "
          + "whether microcode or firmware could is not known")
    }
    let revision = mine.host.facts.microcode
    if revision != nil, let twin = twins.first(where: { $0.host.facts.microcode == revision }) {
      return change(
        .firmware, nil, "as on \(twin.host.name)",
        "\(twin.host.name) has it with the same CPU and the same microcode")
    }
    if let revision, let twin = twins.first(where: { $0.host.facts.microcode != nil }) {
      return change(
        .microcode, Hex.word(revision), twin.host.facts.microcode.map { Hex.word($0) },
        "\(twin.host.name) has it with the same CPU and other microcode")
    }
    return change(
      .platform, revision.map { Hex.word($0) }, "as on \(twins[0].host.name)",
      "\(twins[0].host.name) has it with the same CPU; whose microcode is which was not recorded")
  }
}
