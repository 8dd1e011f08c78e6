// SPDX-License-Identifier: Apache-2.0

/// An order in which hosts can be emptied and upgraded one after the other so that every guest always has a
/// place; or a proof that there is none, and whom to restart first.
///
/// Hosts of one kind were alike before, and will be alike after. A guest can be on any host that takes it,
/// however many are there already; so all that counts is which hosts take it at each moment: one that is
/// being upgraded takes none. Of a kind it only matters whether none, some or all of its hosts are upgraded.
public struct UpgradeOrder: Sendable {
  /// One kind of guests: on which kinds of hosts they go on, before the upgrade of a host and after it.
  public struct Guests: Sendable {
    /// The kinds of hosts on which they go on before the host's upgrade.
    public var before: Bits
    /// The kinds of hosts on which they go on after it.
    public var after: Bits
    /// How many there are: what it costs to restart them.
    public var weight: Int

    /// A kind of guests, where they go on, and how many they are.
    public init(before: Bits, after: Bits, weight: Int) {
      self.before = before
      self.after = after
      self.weight = weight
    }
  }

  /// The kinds of the hosts in the order in which one after the other is upgraded; nil where nothing was
  /// searched.
  public private(set) var order: [Int]?
  /// The kinds of guests that have to be restarted first; none where every guest always has a place.
  public private(set) var restarted: [Int] = []
  /// No fewer guests would do.
  public private(set) var bound = 0
  /// Whether the search looked at everything that matters.
  public private(set) var isProven = true

  /// With more kinds of hosts nothing is searched.
  public static let mostKinds = 512

  /// - Parameters:
  ///   - sizes: the number of hosts of each kind.
  ///   - guests: the kinds of guests.
  ///   - mostStates: how many moments are looked at before the search gives up.
  public init(sizes: [Int], guests: [Guests], mostStates: Int = 600_000) {
    guard sizes.count <= Self.mostKinds else {
      isProven = false
      return
    }
    let walk = UpgradeWalk(sizes, guests, mostStates)
    let weights = guests.map(\.weight)
    var cuts: [Bits] = []
    var removed = Bits(below: guests.count)
    for _ in 0..<Self.mostRounds {
      switch walk.run(without: removed) {
      case .order(let order):
        self.order = order
        restarted = removed.numbers
        return
      case .cut(let cut):
        // Whoever is restarted, one of these must be.
        cuts.append(cut)
        guard let next = Self.lightest(hitting: cuts, weights) else {
          giveUp(walk, guests.count)
          return
        }
        removed = next
        bound = removed.numbers.reduce(0) { $0 + weights[$1] }
      case .tooLong:
        giveUp(walk, guests.count)
        return
      }
    }
    giveUp(walk, guests.count)
  }

  private static let mostRounds = 64

  /// An order for which enough guests are restarted, without a proof that fewer would not do.
  private mutating func giveUp(_ walk: UpgradeWalk, _ count: Int) {
    var removed = Bits(below: count)
    order = walk.straight(&removed)
    restarted = removed.numbers
    isProven = removed.isEmpty
  }

  /// The lightest set that has something of every cut; nil where the search is too long.
  private static func lightest(hitting cuts: [Bits], _ weights: [Int]) -> Bits? {
    var best: (set: Bits, weight: Int)?
    var steps = 100_000
    func descend(_ set: Bits, _ weight: Int) {
      guard weight < best?.weight ?? .max, steps > 0 else { return }
      steps -= 1
      guard let cut = cuts.filter({ !$0.intersects(set) }).min(by: { $0.count < $1.count }) else {
        best = (set, weight)
        return
      }
      for one in cut.numbers.sorted(by: { weights[$0] < weights[$1] }) {
        var more = set
        more.insert(one)
        descend(more, weight + weights[one])
      }
    }
    descend(Bits(below: weights.count), 0)
    return steps > 0 ? best?.set : nil
  }
}

/// Kinds of hosts, a bit each, without an allocation: a search looks at half a million of them.
struct KindSet: Hashable, Sendable {
  private var words = SIMD8<UInt64>()

  init() {}

  init(allBelow count: Int) { for kind in 0..<count { insert(kind) } }

  init(_ bits: Bits) { bits.forEachNumber { insert($0) } }

  func contains(_ kind: Int) -> Bool { words[kind >> 6] >> UInt64(kind & 63) & 1 != 0 }

  mutating func insert(_ kind: Int) { words[kind >> 6] |= 1 << UInt64(kind & 63) }

  mutating func remove(_ kind: Int) { words[kind >> 6] &= ~(1 << UInt64(kind & 63)) }

  mutating func subtract(_ other: KindSet) { words &= ~other.words }

  func intersects(_ other: KindSet) -> Bool { words & other.words != SIMD8() }

  func isSubset(of other: KindSet) -> Bool { words & ~other.words == SIMD8() }
}
