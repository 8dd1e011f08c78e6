// SPDX-License-Identifier: Apache-2.0

/// The lightest set of things to leave out so that no two of the rest exclude each other.
///
/// Exact by branch and bound; where that takes too many steps, the best set found with the bound below
/// which none can be.
public struct SmallestDrop: Equatable, Sendable {
  /// What is left out.
  public private(set) var dropped: Bits
  /// The weight of what is left out.
  public private(set) var weight = 0
  /// No set is lighter.
  public private(set) var bound = 0
  /// Whether no lighter set would do.
  public var isProven: Bool { bound == weight }

  /// - Parameters:
  ///   - weights: what leaving each out costs.
  ///   - excluded: what must go in any case.
  ///   - conflicts: for each the others that it excludes, both ways.
  ///   - mostSteps: how long the search may take.
  public init(
    weights: [Int], excluded: Bits, conflicts: [Bits], mostSteps: Int = 200_000
  ) {
    dropped = excluded
    excluded.forEachNumber { weight += weights[$0] }
    bound = weight
    var rest = Bits(allBelow: weights.count)
    rest.subtract(excluded)
    var steps = mostSteps
    for component in Self.components(rest, conflicts) {
      let found = Self.solve(component, weights, conflicts, &steps)
      dropped.formUnion(found.cover)
      weight += found.weight
      bound += found.bound
    }
  }

  /// The parts of which none excludes anything in another; what excludes nothing is in none.
  private static func components(_ all: Bits, _ conflicts: [Bits]) -> [Bits] {
    var seen = Bits(below: conflicts.count)
    var result: [Bits] = []
    all.forEachNumber { start in
      guard !seen.contains(start), conflicts[start].intersects(all) else { return }
      var component = Bits(below: conflicts.count)
      var next = [start]
      seen.insert(start)
      while let one = next.popLast() {
        component.insert(one)
        conflicts[one].forEachNumber { other in
          guard all.contains(other), !seen.contains(other) else { return }
          seen.insert(other)
          next.append(other)
        }
      }
      result.append(component)
    }
    return result
  }

  private typealias Cover = (cover: Bits, weight: Int, bound: Int)

  private static func solve(
    _ component: Bits, _ weights: [Int], _ conflicts: [Bits], _ steps: inout Int
  ) -> Cover {
    if let groups = agreeing(component, conflicts) {
      // What agrees is of one kind, and every other kind is excluded: the heaviest kind stays.
      func weight(_ set: Bits) -> Int { set.numbers.reduce(0) { $0 + weights[$1] } }
      var cover = component
      let heaviest = groups.max { weight($0) < weight($1) }
      if let heaviest { cover.subtract(heaviest) }
      return (cover, weight(cover), weight(cover))
    }
    var search = CoverSearch(weights, conflicts, steps)
    search.run(component)
    steps = search.steps
    let bound = search.steps > 0 ? search.weight : search.bound(component)
    return (search.best, search.weight, bound)
  }

  /// The kinds of a part in which two things exclude each other exactly where they are of different
  /// kinds; nil where the part is not like that.
  private static func agreeing(_ component: Bits, _ conflicts: [Bits]) -> [Bits]? {
    var rest = component
    var groups: [Bits] = []
    while let first = rest.numbers.first {
      var group = component
      group.subtract(conflicts[first])
      var isKind = true
      group.forEachNumber { one in
        var same = component
        same.subtract(conflicts[one])
        if same != group { isKind = false }
      }
      guard isKind else { return nil }
      groups.append(group)
      rest.subtract(group)
    }
    return groups
  }
}

/// Branch and bound over covers: what has most conflicts goes, or stays and drives all of them out.
private struct CoverSearch {
  private let weights: [Int]
  private let conflicts: [Bits]
  private(set) var best: Bits
  private(set) var weight = Int.max
  private(set) var steps: Int

  init(_ weights: [Int], _ conflicts: [Bits], _ steps: Int) {
    self.weights = weights
    self.conflicts = conflicts
    self.steps = steps
    best = Bits(below: weights.count)
  }

  mutating func run(_ component: Bits) {
    descend(component, Bits(below: weights.count), 0)
    guard weight == .max else { return }
    // The steps were used up before any end was reached.
    best = component
    weight = component.numbers.reduce(0) { $0 + weights[$1] }
  }

  private mutating func descend(_ rest: Bits, _ cover: Bits, _ cost: Int) {
    guard cost + bound(rest) < weight else { return }
    // The first way down always reaches an end, so that there is an answer.
    if steps <= 0, weight != .max { return }
    steps -= 1
    var pivot = -1
    var most = 0
    rest.forEachNumber { one in
      var others = conflicts[one]
      others.formIntersection(rest)
      let count = others.count
      if count > most || count == most && count > 0 && weights[one] < weights[pivot] {
        most = count
        pivot = one
      }
    }
    guard pivot >= 0 else {
      best = cover
      weight = cost
      return
    }
    var others = conflicts[pivot]
    others.formIntersection(rest)
    var without = rest
    without.remove(pivot)
    var dropped = cover
    dropped.insert(pivot)
    descend(without, dropped, cost + weights[pivot])
    without.subtract(others)
    dropped = cover
    dropped.formUnion(others)
    descend(without, dropped, cost + others.numbers.reduce(0) { $0 + weights[$1] })
  }

  /// At least so much has to go: each conflict takes from the weight that is left at both its ends.
  func bound(_ rest: Bits) -> Int {
    var left = weights
    var total = 0
    rest.forEachNumber { one in
      conflicts[one].forEachNumber { other in
        guard other > one, rest.contains(other) else { return }
        let part = min(left[one], left[other])
        left[one] -= part
        left[other] -= part
        total += part
      }
    }
    return total
  }
}
