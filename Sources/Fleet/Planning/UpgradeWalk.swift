// SPDX-License-Identifier: Apache-2.0

/// The moments of an upgrade: for each kind of hosts, whether none, some or all are upgraded.
struct UpgradeWalk {
  enum Found {
    /// The end was reached: the kinds in their order.
    case order([Int])
    /// It cannot be: of these guests one must be restarted.
    case cut(Bits)
    /// There are more moments than are looked at.
    case tooLong
  }

  private struct Moment: Hashable {
    /// Kinds of which a host is upgraded, and those of which all are.
    var begun = KindSet()
    var done = KindSet()
  }

  private let sizes: [Int]
  private let before: [KindSet]
  private let after: [KindSet]
  private let weights: [Int]
  private let mostStates: Int

  init(_ sizes: [Int], _ guests: [UpgradeOrder.Guests], _ mostStates: Int) {
    self.sizes = sizes
    before = guests.map { KindSet($0.before) }
    after = guests.map { KindSet($0.after) }
    weights = guests.map(\.weight)
    self.mostStates = mostStates
  }

  /// Walks from moment to moment, as far as the guests allow that are not restarted.
  func run(without removed: Bits) -> Found {
    let binding = self.binding(removed)
    let end = Moment(
      begun: KindSet(allBelow: sizes.count), done: KindSet(allBelow: sizes.count))
    var seen: Set<Moment> = [Moment()]
    var path: [(moment: Moment, next: Int)] = [(Moment(), 0)]
    var steps: [Int] = []
    while let (moment, kind) = path.last {
      if moment == end { return .order(expanded(steps)) }
      guard kind < sizes.count else {
        path.removeLast()
        _ = steps.popLast()
        continue
      }
      path[path.count - 1].next += 1
      guard !moment.done.contains(kind) else { continue }
      let next = step(moment, kind)
      guard !seen.contains(next), firstBlocked(moment, kind, binding) == nil else { continue }
      guard seen.count < mostStates else { return .tooLong }
      seen.insert(next)
      path.append((next, 0))
      steps.append(kind)
    }
    return .cut(cut(around: seen, binding))
  }

  /// Guests of whom one must be restarted to get out of the moments that were reached: of each step that
  /// leads out all guests that stand in its way must be, so one of each is enough.
  private func cut(around seen: Set<Moment>, _ binding: [Int]) -> Bits {
    var cut = Bits(below: before.count)
    for moment in seen {
      for kind in sizes.indices where !moment.done.contains(kind) {
        guard !seen.contains(step(moment, kind)) else { continue }
        let blocked = blocked(moment, kind, binding)
        guard !blocked.contains(where: cut.contains),
          let heaviest = blocked.max(by: { weights[$0] < weights[$1] })
        else { continue }
        cut.insert(heaviest)
      }
    }
    return cut
  }

  /// Upgrades all kinds one after the other, and restarts whoever stands in the way.
  func straight(_ removed: inout Bits) -> [Int] {
    var moment = Moment()
    var steps: [Int] = []
    while true {
      let binding = before.indices.filter { !removed.contains($0) }
      var least: (blocked: [Int], weight: Int, kind: Int)?
      for kind in sizes.indices where !moment.done.contains(kind) {
        let blocked = blocked(moment, kind, binding)
        let weight = blocked.reduce(0) { $0 + weights[$1] }
        if weight < least?.weight ?? .max { least = (blocked, weight, kind) }
      }
      guard let (blocked, _, kind) = least else { return expanded(steps) }
      guard blocked.isEmpty else {
        for guest in blocked { removed.insert(guest) }
        continue
      }
      moment = step(moment, kind)
      steps.append(kind)
    }
  }

  private func step(_ moment: Moment, _ kind: Int) -> Moment {
    var next = moment
    if sizes[kind] == 1 || moment.begun.contains(kind) { next.done.insert(kind) }
    next.begun.insert(kind)
    return next
  }

  /// The kinds that take guests while the next host of a kind is upgraded, the first one of it or the last:
  /// those of which a host is as it was, and those of which one is as it will be. Between the first and the
  /// last of a kind others are left on both sides.
  private func open(_ moment: Moment, _ kind: Int) -> (before: KindSet, after: KindSet) {
    var before = KindSet(allBelow: sizes.count)
    before.subtract(moment.done)
    let isFirst = !moment.begun.contains(kind)
    if !isFirst || sizes[kind] == 1 { before.remove(kind) }
    return (before, moment.begun)
  }

  private func firstBlocked(_ moment: Moment, _ kind: Int, _ binding: [Int]) -> Int? {
    let open = open(moment, kind)
    return binding.first { isBlocked($0, open.before, open.after) }
  }

  /// The guests that have no place meanwhile.
  private func blocked(_ moment: Moment, _ kind: Int, _ binding: [Int]) -> [Int] {
    let open = open(moment, kind)
    return binding.filter { isBlocked($0, open.before, open.after) }
  }

  private func isBlocked(_ guest: Int, _ before: KindSet, _ after: KindSet) -> Bool {
    !self.before[guest].intersects(before) && !self.after[guest].intersects(after)
  }

  /// Guests that count, without those that can be wherever another one can.
  private func binding(_ removed: Bits) -> [Int] {
    let left = before.indices.filter { !removed.contains($0) }
    return left.filter { one in
      !left.contains { other in
        other != one && covers(one, other) && (other < one || !covers(other, one))
      }
    }
  }

  /// Whether a guest can be wherever another one can.
  private func covers(_ one: Int, _ other: Int) -> Bool {
    before[other].isSubset(of: before[one]) && after[other].isSubset(of: after[one])
  }

  /// The kind of every single host, in its turn: those between the first and the last of a kind come at once
  /// behind the first.
  private func expanded(_ steps: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return steps.flatMap { kind in
      seen.insert(kind).inserted && sizes[kind] > 1
        ? [Int](repeating: kind, count: sizes[kind] - 1) : [kind]
    }
  }
}
