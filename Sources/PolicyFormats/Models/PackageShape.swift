// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// The levels of one package, which a policy alone tells.
struct PackageShape: Equatable {
  var dies: UInt32
  /// Of a die.
  var cores: UInt32
  /// Of a core.
  var threads: UInt32

  init(dies: UInt32, cores: UInt32, threads: UInt32) {
    self.dies = dies
    self.cores = cores
    self.threads = threads
  }

  /// From the levels of leaf 0x1f or 0xb; nil where a policy has none.
  init?(_ policy: CPUPolicy) {
    let leaf: UInt32 =
      policy.isKnown(leaf: 0x1f) && policy[leaf: 0x1f].ecx >> 8 & 0xff != 0 ? 0x1f : 0xb
    var counts: [UInt32: UInt32] = [:]
    var package: UInt32 = 0
    for subleaf in 0..<UInt32(policy.subleafCount(leaf)) {
      let registers = policy[leaf: leaf, subleaf: subleaf]
      let count = registers.ebx & 0xffff
      counts[registers.ecx >> 8 & 0xff] = count
      package = max(package, count)
    }
    // Level types: 1 thread, 2 core, 5 die. A count is that of the level's whole.
    guard let threads = counts[1], threads > 0, package >= threads else { return nil }
    let die = counts[5] != nil ? max(counts[2] ?? threads, threads) : package
    guard package % die == 0, die % threads == 0 else { return nil }
    self.init(dies: package / die, cores: die / threads, threads: threads)
  }
}
