// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension CPUPolicy {
  /// Threads of a topology that older systems do not see in the policy (R14); nil where they do, or the
  /// topology has none.
  public func untoldThreads(of topology: Topology) -> Violation? {
    guard topology.threads > 1, vendor.isAMDLike, !has(.topoext) else { return nil }
    return Violation(.threadsUntold, .topoext, value: 0, bound: 1, severity: .performance)
  }
}

extension Violation {
  /// In one sentence what is so and what to do, for those whom it does not stop.
  public var advice: String { "\(codeText): \(message); \(remedy)" }
}
