// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

@c(cpupolicy_max_leaves)
public func maxLeaves() -> UInt32 { UInt32(truncatingIfNeeded: ServedABI.xen.maxLeaves) }

@c(cpupolicy_max_msrs)
public func maxMSRs() -> UInt32 { UInt32(truncatingIfNeeded: ServedABI.xen.maxMSRs) }

@c(cpupolicy_write_leaves)
public func writeLeaves(
  _ policy: UnsafeRawPointer, _ records: UnsafeMutableRawPointer?,
  _ count: UnsafeMutablePointer<UInt32>
) -> Int32 {
  guard records != nil || count.pointee == 0 else { return Status.invalid }
  let buffer = UnsafeMutableBufferPointer(
    start: records?.assumingMemoryBound(to: WireLeaf.self), count: Int(count.pointee))
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
  _ policy: UnsafeRawPointer, _ records: UnsafeMutableRawPointer?,
  _ count: UnsafeMutablePointer<UInt32>
) -> Int32 {
  guard records != nil || count.pointee == 0 else { return Status.invalid }
  let buffer = UnsafeMutableBufferPointer(
    start: records?.assumingMemoryBound(to: WireMSR.self), count: Int(count.pointee))
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
  _ policy: UnsafeMutableRawPointer, _ records: UnsafeRawPointer?, _ count: UInt32,
  _ strict: Int32, _ error: UnsafeMutableRawPointer?
) -> Int32 {
  guard ErrorRecord.isUsable(error), records != nil || count == 0 else { return Status.invalid }
  let buffer = UnsafeBufferPointer(
    start: records?.assumingMemoryBound(to: WireLeaf.self), count: Int(count))
  do throws(WireError) {
    // Checked first, so that a failure leaves the policy alone.
    try CPUPolicy.checkLeaves(buffer.span, strictness: strict == 0 ? .lenient : .strict)
    try Objects.policy(policy).pointee.readLeaves(buffer.span)
    return Status.fine
  } catch let problem {
    ErrorRecord.store(ErrorRecord(problem), error)
    return -problem.errno
  }
}

@c(cpupolicy_read_raw_leaves)
public func readRawLeaves(
  _ policy: UnsafeMutableRawPointer, _ records: UnsafeRawPointer?, _ count: UInt32,
  _ beside: UnsafeMutableRawPointer?, _ besideCount: UnsafeMutablePointer<UInt32>,
  _ error: UnsafeMutableRawPointer?
) -> Int32 {
  guard ErrorRecord.isUsable(error), records != nil || count == 0,
    beside != nil || besideCount.pointee == 0
  else { return Status.invalid }
  let buffer = UnsafeBufferPointer(
    start: records?.assumingMemoryBound(to: WireLeaf.self), count: Int(count))
  let room = UnsafeMutableBufferPointer(
    start: beside?.assumingMemoryBound(to: WireLeaf.self), count: Int(besideCount.pointee))
  var span = room.mutableSpan
  do throws(WireError) {
    let kept = try Objects.policy(policy).pointee.readRawLeaves(buffer.span, beside: &span)
    besideCount.pointee = UInt32(truncatingIfNeeded: kept)
    return Status.fine
  } catch let problem {
    ErrorRecord.store(ErrorRecord(problem), error)
    return -problem.errno
  }
}

@c(cpupolicy_read_msrs)
public func readMSRs(
  _ policy: UnsafeMutableRawPointer, _ records: UnsafeRawPointer?, _ count: UInt32,
  _ strict: Int32, _ error: UnsafeMutableRawPointer?
) -> Int32 {
  guard ErrorRecord.isUsable(error), records != nil || count == 0 else { return Status.invalid }
  let buffer = UnsafeBufferPointer(
    start: records?.assumingMemoryBound(to: WireMSR.self), count: Int(count))
  do throws(WireError) {
    try CPUPolicy.checkMSRs(buffer.span, strictness: strict == 0 ? .lenient : .strict)
    try Objects.policy(policy).pointee.readMSRs(buffer.span)
    return Status.fine
  } catch let problem {
    ErrorRecord.store(ErrorRecord(problem), error)
    return -problem.errno
  }
}
