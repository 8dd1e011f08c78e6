// SPDX-License-Identifier: Apache-2.0

/// What some things lose by being together.
public struct PoolLoss: Equatable, Sendable {
  /// Never less where something is added.
  public var lost: Int
  /// Whether they can be together at all.
  public var isPossible: Bool
  /// Whether they cannot, whatever is added.
  public var isNeverPossible: Bool

  /// What hosts that are together lose, and whether they can be.
  public init(lost: Int, isPossible: Bool, isNeverPossible: Bool) {
    self.lost = lost
    self.isPossible = isPossible
    self.isNeverPossible = isNeverPossible
  }

  /// What counts of a pool; nil where there can be none.
  var whole: Int? { isPossible ? lost : nil }
  /// What counts of a part of a pool: something else in it may make it possible.
  var part: Int? { isNeverPossible ? nil : lost }
}

/// What several things come to together, and what each loses by that.
///
/// Joining is associative, commutative and idempotent.
public protocol PoolJoining {
  /// What is known of hosts that are together.
  associatedtype Joined

  /// Number of hosts.
  var count: Int { get }
  /// What is known of a host alone, by its number.
  func single(_ number: Int) -> Joined
  /// What is known of two groups as one.
  func join(_ one: Joined, _ other: Joined) -> Joined
  /// What those of a set lose that come to `joined`.
  func loss(_ joined: Joined, _ members: Bits) -> PoolLoss
}

/// Things in a number of pools, so that as little is lost as can be.
///
/// Exact for a dozen; beyond that the best found, with a bound below which no partition can be.
public struct PoolPartition: Equatable, Sendable {
  /// The pools, each in ascending order, in the order of their first members.
  public private(set) var pools: [[Int]]
  /// What the partition loses, summed over its pools.
  public private(set) var loss: Int
  /// No partition loses less.
  public private(set) var bound: Int
  /// Whether no partition loses less.
  public var isProven: Bool { bound == loss }

  /// How many things are partitioned exactly.
  public static let mostExact = 12

  /// Finds the best partition into at most `number` pools.
  ///
  /// - Returns: nil where none was found. `fewest` says whether that is proven.
  public init?(_ joining: some PoolJoining, into number: Int) {
    guard number > 0, joining.count > 0 else { return nil }
    let all = Array(0..<joining.count)
    if joining.count <= Self.mostExact {
      guard let exact = Self.exact(joining, all, number, \.whole) else { return nil }
      (pools, loss, bound) = (exact.pools, exact.loss, exact.loss)
    } else {
      guard let found = Self.found(joining, number) else { return nil }
      (pools, loss) = found
      bound =
        loss == 0 ? 0 : Self.exact(joining, Self.farApart(joining), number, \.part)?.loss ?? 0
    }
    pools = pools.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Whether it is proven that these things cannot be in so many pools.
  public static func isImpossible(_ joining: some PoolJoining, into number: Int) -> Bool {
    joining.count <= mostExact
      ? exact(joining, Array(0..<joining.count), number, \.whole) == nil
      : exact(joining, farApart(joining), number, \.part) == nil
  }

  // MARK: Exact

  /// The best partition of a dozen things, by what every set of them loses.
  private static func exact<Joining: PoolJoining>(
    _ joining: Joining, _ members: [Int], _ number: Int, _ counted: KeyPath<PoolLoss, Int?>
  ) -> (pools: [[Int]], loss: Int)? {
    let sets = 1 << members.count
    // Nil for sets that cannot be together.
    var losses = [Int?](repeating: nil, count: sets)
    func visit(_ set: Int, _ bits: Bits, _ joined: Joining.Joined, _ next: Int) {
      losses[set] = joining.loss(joined, bits)[keyPath: counted]
      for index in next..<members.count {
        var more = bits
        more.insert(members[index])
        visit(
          set | 1 << index, more, joining.join(joined, joining.single(members[index])), index + 1)
      }
    }
    for index in members.indices {
      var bits = Bits(below: joining.count)
      bits.insert(members[index])
      visit(1 << index, bits, joining.single(members[index]), index + 1)
    }
    // By number of pools: the best of each set, and the pool of its first member.
    var best = losses
    var choices: [[Int]] = []
    for _ in 1..<max(min(number, members.count), 1) {
      var better = losses
      var choice = Array(0..<sets)
      for set in 1..<sets {
        let first = set & -set
        // Every part that holds the first member.
        let others = set ^ first
        var part = others
        while true {
          part = (part - 1) & others
          if part == others { break }
          let pool = part | first
          if let one = losses[pool], let rest = best[set ^ pool] {
            if better[set].map({ one + rest < $0 }) ?? true {
              better[set] = one + rest
              choice[set] = pool
            }
          }
          if part == 0 { break }
        }
      }
      best = better
      choices.append(choice)
    }
    guard let loss = best[sets - 1] else { return nil }
    var pools: [[Int]] = []
    var set = sets - 1
    for choice in choices.reversed() where set != 0 {
      pools.append(members.indices.filter { choice[set] >> $0 & 1 != 0 }.map { members[$0] })
      set ^= choice[set]
    }
    if set != 0 {
      pools.append(members.indices.filter { set >> $0 & 1 != 0 }.map { members[$0] })
    }
    return (pools, loss)
  }

  // MARK: Beyond a dozen

  /// Some things that lose most together: no partition of all loses less than theirs.
  private static func farApart(_ joining: some PoolJoining) -> [Int] {
    func distance(_ one: Int, _ other: Int) -> Int {
      var pair = Bits(below: joining.count)
      pair.insert(one)
      pair.insert(other)
      return joining.loss(joining.join(joining.single(one), joining.single(other)), pair).part
        ?? .max
    }
    var chosen = [0]
    var nearest = (0..<joining.count).map { distance(0, $0) }
    nearest[0] = -1
    while chosen.count < min(mostExact, joining.count) {
      let next = nearest.indices.max { nearest[$0] < nearest[$1] } ?? 0
      chosen.append(next)
      for one in nearest.indices where nearest[one] >= 0 {
        nearest[one] = min(nearest[one], distance(next, one))
      }
      nearest[next] = -1
    }
    return chosen.sorted()
  }

  /// Joins whatever two lose least together until few enough are left, then moves single ones as long as
  /// that helps.
  private static func found<Joining: PoolJoining>(
    _ joining: Joining, _ number: Int
  ) -> (pools: [[Int]], loss: Int)? {
    var groups: [(members: Bits, joined: Joining.Joined, loss: Int)] = []
    for one in 0..<joining.count {
      var members = Bits(below: joining.count)
      members.insert(one)
      let joined = joining.single(one)
      guard let loss = joining.loss(joined, members).whole else { return nil }
      groups.append((members, joined, loss))
    }
    var prices = groups.indices.map { one in
      groups.indices.map { other in
        other < one ? extra(joining, groups[one], groups[other]) : nil
      }
    }
    while groups.count > number {
      var least: (price: Int, one: Int, other: Int)?
      for one in groups.indices {
        for other in 0..<one {
          if let price = prices[one][other], price < least?.price ?? .max {
            least = (price, one, other)
          }
        }
      }
      guard let (price, one, other) = least else { return nil }
      groups[other].members.formUnion(groups[one].members)
      groups[other].joined = joining.join(groups[other].joined, groups[one].joined)
      groups[other].loss += groups[one].loss + price
      let last = groups.count - 1
      groups.swapAt(one, last)
      groups.removeLast()
      for group in 0..<one { prices[one][group] = prices[last][group] }
      for group in (one + 1)..<max(last, one + 1) { prices[group][one] = prices[last][group] }
      prices.removeLast()
      for group in groups.indices where group != other {
        prices[max(group, other)][min(group, other)] = extra(
          joining, groups[max(group, other)], groups[min(group, other)])
      }
    }
    var improved = Improvement(joining, groups.map(\.members))
    improved.run()
    return (improved.pools.map(\.numbers).filter { !$0.isEmpty }, improved.loss)
  }

  /// What joining two groups adds to the loss; nil where they cannot be together.
  private static func extra<Joining: PoolJoining>(
    _ joining: Joining, _ one: (members: Bits, joined: Joining.Joined, loss: Int),
    _ other: (members: Bits, joined: Joining.Joined, loss: Int)
  ) -> Int? {
    var members = one.members
    members.formUnion(other.members)
    return joining.loss(joining.join(one.joined, other.joined), members).whole.map {
      $0 - one.loss - other.loss
    }
  }
}

/// Moves one thing at a time to another pool while less is lost by that.
private struct Improvement<Joining: PoolJoining> {
  private let joining: Joining
  private(set) var pools: [Bits]
  private var losses: [Int]
  /// How many sets may be joined anew.
  private var steps = 3_000

  var loss: Int { losses.reduce(0, +) }

  init(_ joining: Joining, _ pools: [Bits]) {
    self.joining = joining
    self.pools = pools
    losses = []
    losses = pools.map { loss(of: $0) ?? 0 }
  }

  private func loss(of members: Bits) -> Int? {
    let numbers = members.numbers
    guard let first = numbers.first else { return 0 }
    var joined = joining.single(first)
    for one in numbers.dropFirst() { joined = joining.join(joined, joining.single(one)) }
    return joining.loss(joined, members).whole
  }

  mutating func run() {
    var isBetter = true
    while isBetter, steps > 0 {
      isBetter = false
      for from in pools.indices {
        for one in pools[from].numbers where pools[from].count > 1 {
          var rest = pools[from]
          rest.remove(one)
          steps -= 1
          guard steps > 0, let left = loss(of: rest), left < losses[from] else { continue }
          for to in pools.indices where to != from {
            var more = pools[to]
            more.insert(one)
            steps -= 1
            guard let grown = loss(of: more), left + grown < losses[from] + losses[to] else {
              continue
            }
            (pools[from], pools[to]) = (rest, more)
            (losses[from], losses[to]) = (left, grown)
            isBetter = true
            break
          }
        }
      }
    }
  }
}
