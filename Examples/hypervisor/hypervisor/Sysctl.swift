// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// What the control guest asks of the system: its policies and their featuresets, as Xen answers.
enum Sysctl {
  static func carryOut(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ address: UInt64
  ) throws(Refusal) {
    var operation = sysctl()
    try Hypercalls.read(vCPU, address, into: &operation)
    guard operation.version == UInt32(SYSCTL_VERSION) else { throw Refusal(.denied) }
    var result: Refusal?
    do throws(Refusal) {
      switch Int(operation.command) {
      case SYSCTL_GET_POLICY: try getPolicy(vCPU, &operation.u.policy)
      case SYSCTL_GET_FEATURESET: try getFeatureset(vCPU, &operation.u.featureset)
      default: throw Refusal(.unknownCall)
      }
    } catch {
      result = error
    }
    try Hypercalls.write(vCPU, address, operation)
    if let result { throw result }
  }

  private static func getPolicy(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ query: inout sysctl_policy
  ) throws(Refusal) {
    guard query.reserved == 0 else { throw Refusal(.invalid) }
    let kind: PolicyKind
    switch query.index {
    case 0: kind = .raw
    case 1: kind = .hostDefault
    case 2: kind = .pvMax
    case 3: kind = .hvmMax
    case 4: kind = .pvDefault
    case 5: kind = .hvmDefault
    default: throw Refusal(.invalid)
    }
    var answer = query
    defer { query = answer }
    try Hypercalls.give(
      vCPU, Domains.host.pointee.policy(kind), leaves: query.leaves, &answer.leaf_count,
      msrs: query.msrs, &answer.msr_count)
  }

  private static func getFeatureset(
    _ vCPU: UnsafeMutablePointer<VirtualCPU>, _ query: inout sysctl_featureset
  ) throws(Refusal) {
    let kind: PolicyKind
    switch query.index {
    case 0: kind = .raw
    case 1: kind = .hostDefault
    case 2: kind = .pvDefault
    case 3: kind = .hvmDefault
    case 4: kind = .pvMax
    case 5: kind = .hvmMax
    default: throw Refusal(.invalid)
    }
    let all = UInt32(truncatingIfNeeded: Feature.wordCount)
    guard query.words != 0 else {
      query.word_count = all
      return
    }
    let count = min(query.word_count, all)
    let set = Domains.host.pointee.policy(kind).pointee.featureSet
    for word in 0..<count {
      try Hypercalls.write(
        vCPU, query.words &+ UInt64(word) &* 4, set[word: Int(word)])
    }
    query.word_count = count
    // What was asked for is there all the same.
    if count < all { throw Refusal(.noBuffer) }
  }
}
