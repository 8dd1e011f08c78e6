// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `cpupolicy_system_t`: the policies, and behind them what they were derived from, which is too large
/// for the stack too.
enum SystemObject {
  static let factsOffset = MemoryLayout<SystemPolicies>.stride
  static let optionsOffset = factsOffset &+ MemoryLayout<HostFacts>.stride
  static var size: Int { optionsOffset &+ MemoryLayout<DerivationOptions>.stride }

  static func policies(_ pointer: UnsafeRawPointer) -> UnsafePointer<SystemPolicies> {
    pointer.assumingMemoryBound(to: SystemPolicies.self)
  }

  static func facts(_ pointer: UnsafeRawPointer) -> UnsafePointer<HostFacts> {
    (pointer + factsOffset).assumingMemoryBound(to: HostFacts.self)
  }
}

@c(cpupolicy_system_init)
public func deriveSystem(
  _ system: UnsafeMutableRawPointer, _ raw: UnsafeRawPointer, _ facts: UnsafeRawPointer?,
  _ options: UnsafeRawPointer?
) -> Int32 {
  let factsRecord = Head.check(facts, FactsRecord.self)
  let optionsRecord = Head.check(options, OptionsRecord.self)
  guard facts == nil || factsRecord != nil, options == nil || optionsRecord != nil else {
    return Status.invalid
  }
  let policies = Objects.clear(system, as: SystemPolicies.self)
  let known = Objects.clear(system + SystemObject.factsOffset, as: HostFacts.self)
  FactsRecord.store(factsRecord, in: known)
  known.pointee.boot.assign(Objects.policy(raw).pointee)
  let choices = (system + SystemObject.optionsOffset).bindMemory(
    to: DerivationOptions.self, capacity: 1)
  choices.initialize(to: DerivationOptions())
  if let optionsRecord {
    guard OptionsRecord.store(optionsRecord, in: choices) else { return Status.invalid }
  }
  policies.pointee.derive(from: known.pointee, options: choices.pointee)
  return Status.fine
}

@c(cpupolicy_system_policy)
public func systemPolicy(_ system: UnsafeRawPointer, _ kind: UInt32) -> UnsafeRawPointer? {
  guard let number = UInt8(exactly: kind), let kind = PolicyKind(rawValue: number) else {
    return nil
  }
  // The policies are stored in the order of their kinds, from the object's beginning.
  return system + Int(kind.rawValue) &* MemoryLayout<CPUPolicy>.stride
}

@c(cpupolicy_system_has_hvm)
public func hasHVM(_ system: UnsafeRawPointer) -> Int32 {
  SystemObject.policies(system).pointee.hasHVM ? 1 : 0
}

@c(cpupolicy_system_has_hap)
public func hasNestedPaging(_ system: UnsafeRawPointer) -> Int32 {
  SystemObject.policies(system).pointee.hasNestedPaging ? 1 : 0
}

@c(cpupolicy_system_assumed)
public func assumedFacts(_ system: UnsafeRawPointer) -> UInt32 {
  var bits: UInt32 = 0
  SystemObject.facts(system).pointee.forEachAssumedFact { bits |= 1 &<< UInt32($0.rawValue) }
  return bits
}
