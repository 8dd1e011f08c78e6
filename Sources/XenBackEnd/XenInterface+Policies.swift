// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension XenInterface {
  /// A policy as Xen's records give it, and the records for which no policy of ours has a place.
  struct Reading {
    var policy: CPUPolicy
    var outside: [WireLeaf] = []
  }

  /// One of the system's policies (`XEN_SYSCTL_get_cpu_policy`).
  func systemPolicy(_ index: XenPolicyIndex) throws(XenError) -> Reading {
    var reading = Reading(policy: CPUPolicy())
    reading.outside = try readSystemPolicy(index, into: &reading.policy)
    return reading
  }

  /// Reads one of the system's policies into an empty one, where it lies: a policy is nearly 4 KB.
  ///
  /// - Returns: the records for which no policy of ours has a place.
  func readSystemPolicy(
    _ index: XenPolicyIndex, into policy: inout CPUPolicy
  ) throws(XenError) -> [WireLeaf] {
    let answer = try system(.getSystemPolicy, XenNumber.getSystemPolicy) { union in
      union.storeBytes(of: index.rawValue, as: UInt32.self)
      union.storeBytes(of: UInt32(self.leafCapacity), toByteOffset: 4, as: UInt32.self)
      union.storeBytes(of: UInt32(self.msrCapacity), toByteOffset: 8, as: UInt32.self)
      union.storeBytes(of: self.leafAddress, toByteOffset: 16, as: UInt64.self)
      union.storeBytes(of: self.msrAddress, toByteOffset: 24, as: UInt64.self)
    }
    let leaves = answer.load(fromByteOffset: 4, as: UInt32.self)
    let outside = try decode(
      .getSystemPolicy, leaves: leaves,
      msrs: answer.load(fromByteOffset: 8, as: UInt32.self), into: &policy)
    // Guests see zeros of what Xen does not serve; of the hardware nobody said what it holds there.
    if index == .raw {
      policy.markUnserved(records(leaves: leaves, msrs: 0).leaves.span)
      policy.markUnrecordedMSRs()
    }
    return outside
  }

  /// One of the system's featuresets (`XEN_SYSCTL_get_cpu_featureset`). Words that this Xen does not
  /// know are zero.
  func featureSet(_ index: XenFeaturesetIndex) throws(XenError) -> FeatureSet {
    var count: UInt32 = 0
    do {
      let answer = try system(.getFeatureset, XenNumber.getFeatureset) { union in
        union.storeBytes(of: index.rawValue, as: UInt32.self)
        union.storeBytes(of: UInt32(Feature.wordCount), toByteOffset: 4, as: UInt32.self)
        union.storeBytes(of: self.leafAddress, toByteOffset: 8, as: UInt64.self)
      }
      count = answer.load(fromByteOffset: 4, as: UInt32.self)
    } catch .refused(.getFeatureset, .bufferTooSmall, _) {
      // A newer Xen has more words than we asked for, and delivers those.
      count = UInt32(Feature.wordCount)
    }
    let words = records(leaves: UInt32(leafCapacity), msrs: 0).leaves
    let raw = UnsafeRawBufferPointer(words)
    var set = FeatureSet()
    for word in 0..<min(Int(count), Feature.wordCount, raw.count / 4) {
      set[word: word] = raw.load(fromByteOffset: word * 4, as: UInt32.self)
    }
    return set
  }

  /// A domain's policy (`XEN_DOMCTL_get_cpu_policy`).
  func policy(of domain: UInt16) throws(XenError) -> CPUPolicy {
    let answer = try self.domain(.getPolicy, XenNumber.getPolicy, domain) { union in
      union.storeBytes(of: UInt32(self.leafCapacity), as: UInt32.self)
      union.storeBytes(of: UInt32(self.msrCapacity), toByteOffset: 4, as: UInt32.self)
      union.storeBytes(of: self.leafAddress, toByteOffset: 8, as: UInt64.self)
      union.storeBytes(of: self.msrAddress, toByteOffset: 16, as: UInt64.self)
    }
    var policy = CPUPolicy()
    _ = try decode(
      .getPolicy, leaves: answer.load(as: UInt32.self),
      msrs: answer.load(fromByteOffset: 4, as: UInt32.self), into: &policy)
    return policy
  }

  /// Sets records in a domain's policy (`XEN_DOMCTL_set_cpu_policy`): what they leave out stays as it
  /// was. Without any records nothing changes, and Xen only says whether it would take some.
  ///
  /// - Throws: `XenError.refused` with the place at which Xen found the fault.
  func setPolicy(
    _ leaves: [WireLeaf], _ msrs: [WireMSR], of domain: UInt16
  ) throws(XenError) {
    place(leaves, msrs)
    try self.domain(.setPolicy, XenNumber.setPolicy, domain) { union in
      union.storeBytes(of: UInt32(leaves.count), as: UInt32.self)
      union.storeBytes(of: UInt32(msrs.count), toByteOffset: 4, as: UInt32.self)
      union.storeBytes(of: leaves.isEmpty ? 0 : self.leafAddress, toByteOffset: 8, as: UInt64.self)
      union.storeBytes(of: msrs.isEmpty ? 0 : self.msrAddress, toByteOffset: 16, as: UInt64.self)
      // Left untouched where Xen names no place.
      for offset in [24, 28, 32] {
        union.storeBytes(of: UInt32.max, toByteOffset: offset, as: UInt32.self)
      }
    }
  }

  /// Where the last `set_cpu_policy` found a fault.
  func place(_ union: UnsafeMutableRawPointer) -> XenError.Place {
    func number(_ offset: Int) -> UInt32? {
      let value = union.load(fromByteOffset: offset, as: UInt32.self)
      return value == .max ? nil : value
    }
    return XenError.Place(leaf: number(24), subleaf: number(28), msr: number(32))
  }

  /// Reads the records of the last answer into an empty policy; gives those without a place in it.
  private func decode(
    _ call: XenCall, leaves: UInt32, msrs: UInt32, into policy: inout CPUPolicy
  ) throws(XenError) -> [WireLeaf] {
    let found = records(leaves: leaves, msrs: msrs)
    var outside: [WireLeaf] = []
    do {
      try policy.readLeaves(found.leaves.span)
    } catch {
      // The host's own CPU may have data in leaves that no vendor defines: told, not dropped in
      // silence.
      outside = try readOneByOne(found.leaves, call, into: &policy)
    }
    do {
      try policy.readMSRs(found.msrs.span)
    } catch {
      throw .malformed(call, error)
    }
    return outside
  }

  private func readOneByOne(
    _ leaves: UnsafeBufferPointer<WireLeaf>, _ call: XenCall, into policy: inout CPUPolicy
  ) throws(XenError) -> [WireLeaf] {
    var outside: [WireLeaf] = []
    policy = CPUPolicy()
    for leaf in leaves {
      do {
        try policy.readLeaves([leaf].span)
      } catch {
        outside.append(leaf)
      }
    }
    guard outside.count < leaves.count else {
      throw .malformed(call, WireError(.outOfRange, leaf: leaves.first?.leaf ?? 0))
    }
    return outside
  }
}
