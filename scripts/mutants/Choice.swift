// SPDX-License-Identifier: Apache-2.0

/// Chooses among all mutations, the same ones for the same seed. The rank of a mutation depends on its
/// own text alone, so that a change of a file leaves the choice elsewhere as it was.
struct Choice {
  private struct Ranked {
    let mutation: Mutation
    let statement: Int
    let rank: UInt64
  }

  private let ranked: [Ranked]
  /// The identities of mutations that do not compile.
  var refused: Set<String> = []

  /// - Parameter statements: the mutations of each statement.
  init(_ statements: [[Mutation]], seed: UInt64) {
    var seen: [String: Int] = [:]
    var all: [Ranked] = []
    for (statement, mutations) in statements.enumerated() {
      for mutation in mutations {
        seen[mutation.identity, default: 0] += 1
        let rank = Self.hash("\(seed) \(mutation.identity) \(seen[mutation.identity] ?? 0)")
        all.append(Ranked(mutation: mutation, statement: statement, rank: rank))
      }
    }
    ranked = all.sorted { $0.rank < $1.rank }
  }

  /// How many there are to choose from.
  var count: Int { ranked.count }

  /// At most one mutation a statement and, if there are as many, one of each file at least.
  func chosen(_ count: Int) -> [Mutation] {
    var files: Set<String> = []
    let firsts = ranked.filter {
      !refused.contains($0.mutation.identity) && files.insert($0.mutation.file).inserted
    }
    var statements = Set(firsts.map(\.statement))
    var result = Array(firsts.prefix(count))
    for next in ranked where result.count < count && !refused.contains(next.mutation.identity) {
      if statements.insert(next.statement).inserted { result.append(next) }
    }
    return result.map(\.mutation).sorted {
      ($0.file, $0.range.lowerBound) < ($1.file, $1.range.lowerBound)
    }
  }

  /// FNV-1a, mixed so that the first bits are as good as the last.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }
}
