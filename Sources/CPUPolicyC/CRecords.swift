// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `struct cpupolicy_error`.
struct ErrorRecord {
  var leaf: UInt32 = .max
  var subleaf: UInt32 = .max
  var register: UInt32 = 0
  var msr: UInt32 = .max
  var high: UInt32 = 0
  var low: UInt32 = 0
  var code: UInt32 = 0
  var severity: UInt32 = 0
  var value: UInt64 = 0
  var bound: UInt64 = 0

  init(_ error: WireError) {
    leaf = error.leaf
    subleaf = error.subleaf
    msr = error.msr
  }

  init(_ violation: borrowing Violation) {
    switch violation.place {
    case .leaf(let place, let register):
      leaf = place.leaf
      subleaf = place.subleaf
      self.register = UInt32(register.rawValue)
    case .msr(let index): msr = index.rawValue
    }
    high = UInt32(truncatingIfNeeded: violation.highBit)
    low = UInt32(truncatingIfNeeded: violation.lowBit)
    code = UInt32(violation.code.rawValue)
    severity = UInt32(violation.severity.rawValue)
    value = violation.value
    bound = violation.bound
  }
}

@c(cpupolicy_max_leaves)
public func maxLeaves() -> UInt32 { UInt32(truncatingIfNeeded: ServedABI.xen.maxLeaves) }

@c(cpupolicy_max_msrs)
public func maxMSRs() -> UInt32 { UInt32(truncatingIfNeeded: ServedABI.xen.maxMSRs) }

@c(cpupolicy_write_leaves)
public func writeLeaves(
  _ policy: UnsafeMutableRawPointer, _ records: UnsafeMutableRawPointer,
  _ count: UnsafeMutablePointer<UInt32>
) -> Int32 {
  let buffer = UnsafeMutableBufferPointer(
    start: records.assumingMemoryBound(to: WireLeaf.self), count: Int(count.pointee))
  var span = buffer.mutableSpan
  do throws(WireError) {
    let written = try Objects.policy(policy).pointee.writeLeaves(to: &span)
    count.pointee = UInt32(truncatingIfNeeded: written)
    return Status.fine
  } catch {
    return -error.errno
  }
}

@c(cpupolicy_write_msrs)
public func writeMSRs(
  _ policy: UnsafeMutableRawPointer, _ records: UnsafeMutableRawPointer,
  _ count: UnsafeMutablePointer<UInt32>
) -> Int32 {
  let buffer = UnsafeMutableBufferPointer(
    start: records.assumingMemoryBound(to: WireMSR.self), count: Int(count.pointee))
  var span = buffer.mutableSpan
  do throws(WireError) {
    let written = try Objects.policy(policy).pointee.writeMSRs(to: &span)
    count.pointee = UInt32(truncatingIfNeeded: written)
    return Status.fine
  } catch {
    return -error.errno
  }
}

@c(cpupolicy_read_leaves)
public func readLeaves(
  _ policy: UnsafeMutableRawPointer, _ records: UnsafeRawPointer, _ count: UInt32,
  _ strict: Int32, _ error: UnsafeMutableRawPointer?
) -> Int32 {
  let buffer = UnsafeBufferPointer(
    start: records.assumingMemoryBound(to: WireLeaf.self), count: Int(count))
  let target = Objects.policy(policy)
  // On a copy, so that a failure leaves the caller's policy alone.
  var copy = target.pointee
  do throws(WireError) {
    try copy.readLeaves(buffer.span, strictness: strict == 0 ? .lenient : .strict)
    target.pointee = copy
    return Status.fine
  } catch let problem {
    error?.assumingMemoryBound(to: ErrorRecord.self).pointee = ErrorRecord(problem)
    return -problem.errno
  }
}

@c(cpupolicy_read_msrs)
public func readMSRs(
  _ policy: UnsafeMutableRawPointer, _ records: UnsafeRawPointer, _ count: UInt32,
  _ strict: Int32, _ error: UnsafeMutableRawPointer?
) -> Int32 {
  let buffer = UnsafeBufferPointer(
    start: records.assumingMemoryBound(to: WireMSR.self), count: Int(count))
  let target = Objects.policy(policy)
  var copy = target.pointee
  do throws(WireError) {
    try copy.readMSRs(buffer.span, strictness: strict == 0 ? .lenient : .strict)
    target.pointee = copy
    return Status.fine
  } catch let problem {
    error?.assumingMemoryBound(to: ErrorRecord.self).pointee = ErrorRecord(problem)
    return -problem.errno
  }
}
