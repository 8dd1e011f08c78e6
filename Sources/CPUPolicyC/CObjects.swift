// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// The caller's memory as values of the core. None of them is ever copied to the stack.
enum Objects {
  static func policy(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<CPUPolicy> {
    pointer.assumingMemoryBound(to: CPUPolicy.self)
  }

  /// For reading. A mutable pointer's value is read where it stands; one of the other kind is loaded
  /// first, all of it.
  static func policy(_ pointer: UnsafeRawPointer) -> UnsafeMutablePointer<CPUPolicy> {
    policy(UnsafeMutableRawPointer(mutating: pointer))
  }

  static func bound(_ pointer: UnsafeRawPointer) -> UnsafeMutablePointer<AuditBound> {
    UnsafeMutableRawPointer(mutating: pointer).assumingMemoryBound(to: AuditBound.self)
  }

  /// Makes memory an object whose bytes are zero, to be prepared in place: an initial value would
  /// come by way of the stack. All of the core's objects are plain, so any bytes may be overwritten.
  static func clear<Value: BitwiseCopyable>(
    _ pointer: UnsafeMutableRawPointer, as type: Value.Type
  ) -> UnsafeMutablePointer<Value> {
    pointer.initializeMemory(as: UInt8.self, repeating: 0, count: MemoryLayout<Value>.stride)
    return pointer.bindMemory(to: Value.self, capacity: 1)
  }
}

/// Results as error numbers.
enum Status {
  static let fine: Int32 = 0
  static let invalid: Int32 = -22
  static let outOfRange: Int32 = -34
  static let noData: Int32 = -61
}

@c(cpupolicy_version)
public func version() -> UInt32 { Head.version }

@c(cpupolicy_size)
public func policySize() -> Int { MemoryLayout<CPUPolicy>.stride }

@c(cpupolicy_system_size)
public func systemSize() -> Int { SystemObject.size }

@c(cpupolicy_bound_size)
public func boundSize() -> Int { MemoryLayout<AuditBound>.stride }

@c(cpupolicy_auditor_size)
public func auditorSize() -> Int { MemoryLayout<DomainAuditor>.stride }

@c(cpupolicy_view_size)
public func viewSize() -> Int { MemoryLayout<GuestView>.stride }

@c(cpupolicy_init)
public func initialise(_ policy: UnsafeMutableRawPointer) {
  // The empty policy is all zeros.
  policy.initializeMemory(as: UInt8.self, repeating: 0, count: MemoryLayout<CPUPolicy>.stride)
}

@c(cpupolicy_clear_stale)
public func clearStale(_ policy: UnsafeMutableRawPointer) {
  Objects.policy(policy).pointee.clearStaleLeaves()
}
