// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// Memory that the caller provides for a policy.
typealias PolicyPointer = UnsafeMutablePointer<CPUPolicy>

@c(cpupolicy_size)
public func policySize() -> Int { MemoryLayout<CPUPolicy>.stride }

@c(cpupolicy_auditor_size)
public func auditorSize() -> Int { MemoryLayout<Auditor>.stride }

@c(cpupolicy_init)
public func initialise(_ policy: UnsafeMutableRawPointer) {
  policy.bindMemory(to: CPUPolicy.self, capacity: 1).initialize(to: CPUPolicy())
}

@c(cpupolicy_clear_stale)
public func clearStale(_ policy: UnsafeMutableRawPointer) {
  Objects.policy(policy).pointee.clearStaleLeaves()
}

@c(cpupolicy_features)
public func features(_ policy: UnsafeMutableRawPointer, _ words: UnsafeMutablePointer<UInt32>) {
  let set = Objects.policy(policy).pointee.featureSet
  for word in 0..<Feature.wordCount { words[word] = set[word: word] }
}

/// The caller's memory as values of the core.
enum Objects {
  static func policy(_ pointer: UnsafeMutableRawPointer) -> PolicyPointer {
    pointer.assumingMemoryBound(to: CPUPolicy.self)
  }

  static func auditor(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Auditor> {
    pointer.assumingMemoryBound(to: Auditor.self)
  }

  static func featureSet(_ words: UnsafePointer<UInt32>?) -> FeatureSet? {
    guard let words else { return nil }
    var set = FeatureSet()
    for word in 0..<Feature.wordCount { set[word: word] = words[word] }
    return set
  }
}

/// Results as error numbers.
enum Status {
  static let fine: Int32 = 0
  static let invalid: Int32 = -22
}
