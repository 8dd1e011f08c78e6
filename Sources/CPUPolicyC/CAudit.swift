// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

@c(cpupolicy_bound_init)
public func initialiseBound(
  _ bound: UnsafeMutableRawPointer, _ max: UnsafeRawPointer, _ guest: UInt32, _ scope: UInt32,
  _ hostDefault: UnsafeRawPointer?, _ guestDefault: UnsafeRawPointer?
) -> Int32 {
  guard let kind = GuestKind(number: guest), scope < 2 else { return Status.invalid }
  var context = AuditContext(kind: kind)
  context.scope = scope == 0 ? .system : .domain
  if let hostDefault { context.hostFeatures = Objects.policy(hostDefault).pointee.featureSet }
  if let guestDefault {
    context.accept(hiddenFeaturesOf: Objects.policy(guestDefault).pointee)
  }
  Objects.clear(bound, as: AuditBound.self).pointee.prepare(
    Objects.policy(max).pointee, context: context)
  return Status.fine
}

@c(cpupolicy_auditor_init)
public func initialiseAuditor(
  _ auditor: UnsafeMutableRawPointer, _ bound: UnsafeRawPointer, _ domain: UnsafeRawPointer?
) -> Int32 {
  var context = AuditContext()
  if let domain {
    guard let record = Head.check(domain, DomainRecord.self),
      record.pointee.kind == Objects.bound(bound).pointee.kind
    else { return Status.invalid }
    context.hasNestedVirtualisation = record.pointee.nested == 1
    context.hasPerformanceCounters = record.pointee.counters == 1
    context.physicalAddressLimit = record.pointee.limit
    context.topologyLeaves = record.pointee.topologyLeaves
    do throws(TopologyError) {
      context.topology = try record.pointee.chosenTopology()
    } catch {
      return Status.invalid
    }
  } else if Objects.bound(bound).pointee.scope == .domain {
    return Status.invalid
  }
  auditor.bindMemory(to: DomainAuditor.self, capacity: 1)
    .initialize(to: DomainAuditor(context, for: Objects.bound(bound).pointee))
  return Status.fine
}

@c(cpupolicy_audit)
public func audit(
  _ auditor: UnsafeRawPointer, _ bound: UnsafeRawPointer, _ candidate: UnsafeRawPointer,
  _ scratch: UnsafeMutableRawPointer, _ errors: UnsafeMutableRawPointer?, _ room: UInt32
) -> Int32 {
  var sink = ErrorSink(records: errors?.assumingMemoryBound(to: ErrorRecord.self), room: room)
  guard room == 0 || ErrorRecord.isUsable(errors) else { return Status.invalid }
  auditor.assumingMemoryBound(to: DomainAuditor.self).pointee.forEachViolation(
    of: Objects.policy(candidate).pointee, under: Objects.bound(bound).pointee,
    scratch: &Objects.policy(scratch).pointee
  ) {
    sink.append($0)
  }
  return sink.count
}

/// Where a report goes: the caller's records as far as they reach, and the count of all.
private struct ErrorSink {
  let records: UnsafeMutablePointer<ErrorRecord>?
  let room: UInt32
  var count: Int32 = 0

  // Never inlined: the audit has some fifty places that report, and an archive needs this once.
  @inline(never)
  mutating func append(_ violation: borrowing Violation) {
    if count < room { records?[Int(count)] = ErrorRecord(violation) }
    count &+= 1
  }
}
