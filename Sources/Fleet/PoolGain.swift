// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// What it takes for all guests of a pool to have features: the fewest hosts to do without, and for each of
/// these what withholds the features there instead.
public struct PoolGain: Sendable {
  private let hosts: FleetHosts
  private let kind: GuestKind
  private let wanted: [Feature]
  /// How many hosts each class has.
  private let weights: [Int]

  /// - Parameters:
  ///   - hosts: the hosts of the pool.
  ///   - kind: the guests that the pool is for.
  ///   - wanted: what guests that start in the pool are to have.
  public init(_ hosts: FleetHosts, kind: GuestKind, wanted: [Feature]) {
    self.hosts = hosts
    self.kind = kind
    self.wanted = wanted
    var weights = [Int](repeating: 0, count: hosts.classes.count)
    for number in hosts.classOfHost { weights[Int(number)] += 1 }
    self.weights = weights
  }

  /// What the plan's document says.
  public var plan: PlanReport {
    var plan = PlanReport(
      .gain, wanted: wanted.map(\.optionName).joined(separator: " "), kind: kind)
    plan.hosts = hosts.names.count
    let drop = smallestDrop()
    plan.cost = drop.numbers.reduce(0) { $0 + weights[$1] }
    plan.bound = drop.bound
    plan.isProven = drop.isProven
    plan.isPossible = drop.numbers.count < hosts.classes.count
    let dropped = Set(drop.numbers)
    let explainer = WithholdingOwner(hosts, kind)
    for (host, number) in hosts.classOfHost.enumerated() {
      let number = Int(number)
      if dropped.contains(number) {
        let name = hosts.names[host]
        let (because, isKnown) = reason(number, drop.excluded.contains(number), explainer)
        plan.drop.append(
          PlanReport.Drop(
            host: name, digest: hosts.classes[number].digest, because: because, isKnown: isKnown))
        for feature in lacking(number) {
          plan.change.append(explainer.change(feature, ofClass: number, host: name))
        }
      } else {
        for feature in wanted {
          let facts = explainer.doubts(feature, ofClass: number)
          guard !facts.isEmpty else { continue }
          plan.unknown.append(
            "\(hosts.names[host]): \(feature.optionName) is taken for there, and hangs on "
              + facts.joined(separator: ", "))
        }
      }
    }
    return plan
  }

  // MARK: The fewest hosts

  private struct Answer {
    var numbers: [Int]
    var excluded: Set<Int>
    var bound: Int
    var isProven: Bool
  }

  private func smallestDrop() -> Answer {
    let count = hosts.classes.count
    var excluded = Bits(below: count)
    for number in 0..<count where !lacking(number).isEmpty || !runs(number) {
      excluded.insert(number)
    }
    let rest = (0..<count).filter { !excluded.contains($0) }
    let levels = Dictionary(uniqueKeysWithValues: rest.map { ($0, level(of: $0)) })
    var found = level(of: rest, levels)
    var drop = SmallestDrop(
      weights: weights, excluded: excluded,
      conflicts: [Bits](repeating: Bits(below: count), count: count))
    var isExact = true
    var first: Int?
    var fields: Set<String> = []
    // Where hosts of the rest cannot be together, or would lose what they all have: which two of them. What
    // must be equal is judged where all show its owner, so a conflict of the rest is one of any part of it;
    // one that shows only in a part is not foreseen.
    while !found.isGood {
      if first != nil { isExact = false }
      fields.formUnion(found.conflicts)
      var conflicts = [Bits](repeating: Bits(below: count), count: count)
      for (index, one) in rest.enumerated() {
        for other in rest[..<index] {
          let both = outcome(levels[one], levels[other])
          guard !both.isWhole || !both.conflicts.isDisjoint(with: fields) else { continue }
          conflicts[one].insert(other)
          conflicts[other].insert(one)
        }
      }
      let next = SmallestDrop(weights: weights, excluded: excluded, conflicts: conflicts)
      first = first ?? next.bound
      guard next.dropped != drop.dropped else {
        // No two of them say why.
        isExact = false
        break
      }
      drop = next
      found = level(of: rest.filter { !drop.dropped.contains($0) }, levels)
    }
    return Answer(
      numbers: drop.dropped.numbers, excluded: Set(excluded.numbers), bound: first ?? drop.bound,
      isProven: isExact && drop.isProven)
  }

  /// What some hosts come to.
  private struct Outcome {
    var conflicts: Set<String> = []
    /// Whether it has all that is wanted.
    var isWhole = true
    var isGood: Bool { isWhole && conflicts.isEmpty }
  }

  private func level(of numbers: [Int], _ levels: [Int: PolicyLevel]) -> Outcome {
    guard let first = numbers.first, var joined = levels[first] else { return Outcome() }
    for number in numbers.dropFirst() { if let level = levels[number] { joined.join(level) } }
    return outcome(joined)
  }

  private func outcome(_ one: PolicyLevel?, _ other: PolicyLevel?) -> Outcome {
    guard var joined = one, let other else { return Outcome() }
    joined.join(other)
    return outcome(joined)
  }

  private func outcome(_ level: PolicyLevel) -> Outcome {
    let closed = level.closed()
    var outcome = Outcome()
    outcome.isWhole = wanted.allSatisfy(closed.has)
    level.forEachConflict(closed: closed) { conflict in
      switch conflict {
      case .field(let field, let subleaf): outcome.conflicts.insert("\(field.name):\(subleaf)")
      case .msr(let field): outcome.conflicts.insert(field.name)
      }
    }
    return outcome
  }

  private func level(of number: Int) -> PolicyLevel {
    var level = PolicyLevel()
    let policies = hosts.classes[number].policies
    level.add(policies[kind.defaultPolicy], under: policies[kind.maxPolicy])
    return level
  }

  // MARK: Why

  private func runs(_ number: Int) -> Bool {
    !kind.isHVM || hosts.classes[number].policies.hasHVM
  }

  private func lacking(_ number: Int) -> [Feature] {
    let policy = hosts.classes[number].policies[kind.defaultPolicy]
    return wanted.filter { !policy.has($0) }
  }

  private func reason(
    _ number: Int, _ isExcluded: Bool, _ explainer: WithholdingOwner
  ) -> (String, isKnown: Bool) {
    let lacking = lacking(number)
    guard !lacking.isEmpty else {
      return runs(number)
        ? ("it differs from the others in what must be equal", true)
        : ("it runs no \(kind.name) guests", true)
    }
    let isKnown = lacking.contains { explainer.isKnown($0, ofClass: number) }
    let names = lacking.map(\.optionName).joined(separator: " ")
    return (isKnown ? "it lacks \(names)" : "it is not known to have \(names)", isKnown)
  }
}
