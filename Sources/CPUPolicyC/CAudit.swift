// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `struct cpupolicy_context`.
struct ContextRecord {
  var guest, isDomain, nested, counters, physicalLimit: UInt32
  var host: UnsafePointer<UInt32>?
  var topology: UnsafeRawPointer?
  var maxLeaf, maxExtendedLeaf: UInt32
}

@c(cpupolicy_auditor_init)
public func initialiseAuditor(
  _ auditor: UnsafeMutableRawPointer, _ bound: UnsafeMutableRawPointer,
  _ context: UnsafeRawPointer
) -> Int32 {
  let record = context.assumingMemoryBound(to: ContextRecord.self).pointee
  guard record.guest < 4, let kind = GuestKind(rawValue: UInt8(truncatingIfNeeded: record.guest))
  else { return Status.invalid }
  var context = AuditContext(kind: kind)
  if record.isDomain != 0 {
    context.scope = .domain
    context.hasNestedVirtualisation = record.nested != 0
    context.hasPerformanceCounters = record.counters != 0
    context.physicalAddressLimit = record.physicalLimit
  }
  context.hostFeatures = Objects.featureSet(record.host)
  if let pointer = record.topology {
    guard let topology = TopologyRecord.topology(pointer) else { return Status.invalid }
    context.topology = topology
  }
  context.topologyLeaves = TopologyLeaves(
    maxBasicLeaf: record.maxLeaf, maxExtendedLeaf: record.maxExtendedLeaf)
  auditor.bindMemory(to: Auditor.self, capacity: 1)
    .initialize(to: Auditor(bound: Objects.policy(bound).pointee, context: context))
  return Status.fine
}

@c(cpupolicy_accepts)
public func accepts(
  _ auditor: UnsafeMutableRawPointer, _ candidate: UnsafeMutableRawPointer
) -> Int32 {
  // By way of the report, so that an archive holds the checks once.
  audit(auditor, candidate, nil, 0) == 0 ? 1 : 0
}

@c(cpupolicy_audit)
public func audit(
  _ auditor: UnsafeMutableRawPointer, _ candidate: UnsafeMutableRawPointer,
  _ errors: UnsafeMutableRawPointer?, _ room: UInt32
) -> UInt32 {
  var sink = ErrorSink(
    records: errors?.assumingMemoryBound(to: ErrorRecord.self), room: room)
  Objects.auditor(auditor).pointee.forEachViolation(of: Objects.policy(candidate).pointee) {
    sink.append($0)
  }
  return sink.count
}

/// Where a report goes: the caller's records as far as they reach, and the count of all.
private struct ErrorSink {
  let records: UnsafeMutablePointer<ErrorRecord>?
  let room: UInt32
  var count: UInt32 = 0

  // Never inlined: the audit has some fifty places that report, and an archive needs this once.
  @inline(never)
  mutating func append(_ violation: borrowing Violation) {
    if count < room { records?[Int(count)] = ErrorRecord(violation) }
    count &+= 1
  }
}
