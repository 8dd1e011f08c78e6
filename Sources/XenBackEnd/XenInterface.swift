// SPDX-License-Identifier: Apache-2.0

import CXen
import PolicyCore

/// The interface of a running Xen: one open connection, its versions negotiated.
///
/// `sysctl` asks about the host and `domctl` about domains. Both refuse a caller that was written for
/// another version, with `EACCES`, so the version is found by trying; what moved between releases is in
/// `XenLayout`. `docs/semantics/xen.md`.
final class XenInterface {
  /// Bytes of the structure that each call passes: a header and a union of 128.
  private static let unionBytes = 128

  let calls: XenCalls
  private let connection: OpaquePointer
  /// One structure for all calls, so that none of them allocates.
  private let operation: UnsafeMutableRawPointer
  /// Room for the records of a policy.
  private let records: UnsafeMutableRawPointer
  /// Most leaves and MSRs of a policy, as this Xen says.
  let leafCapacity: Int
  let msrCapacity: Int
  private(set) var systemVersion: UInt32 = 0
  /// Nil before the first question about a domain.
  var layout: XenLayout?

  /// Opens the hypervisor of this machine and agrees on versions.
  init(calls: XenCalls = .hypervisor) throws(XenError) {
    var error: Int32 = 0
    guard let connection = calls.open(&error) else {
      if error == Int32(CXEN_NO_LIBRARY) { throw .noLibrary }
      throw .unreachable(XenErrno(rawValue: error))
    }
    guard let operation = calls.allocate(connection, 16 + XenInterface.unionBytes) else {
      calls.close(connection)
      throw .unreachable(.noMemory)
    }
    let found: (version: UInt32, leaves: Int, msrs: Int)
    do {
      found = try XenInterface.sizes(calls, connection, operation)
    } catch {
      calls.release(connection, operation)
      calls.close(connection)
      throw error
    }
    let bytes = found.leaves * WireLeaf.size + found.msrs * WireMSR.size
    guard let records = calls.allocate(connection, bytes) else {
      calls.release(connection, operation)
      calls.close(connection)
      throw .unreachable(.noMemory)
    }
    self.calls = calls
    self.connection = connection
    self.operation = operation
    self.records = records
    systemVersion = found.version
    leafCapacity = found.leaves
    msrCapacity = found.msrs
  }

  deinit {
    calls.release(connection, records)
    calls.release(connection, operation)
    calls.close(connection)
  }

  /// Finds the version of `sysctl` by asking for the size of a policy, which every version can say.
  private static func sizes(
    _ calls: XenCalls, _ connection: OpaquePointer, _ operation: UnsafeMutableRawPointer
  ) throws(XenError) -> (version: UInt32, leaves: Int, msrs: Int) {
    for version in XenLayout.systemVersions {
      operation.initializeMemory(as: UInt8.self, repeating: 0, count: 8 + unionBytes)
      operation.storeBytes(of: XenNumber.getSystemPolicy, as: UInt32.self)
      operation.storeBytes(of: version, toByteOffset: 4, as: UInt32.self)
      let answer = calls.hypercall(
        connection, UInt32(CXEN_SYSCTL), UInt64(UInt(bitPattern: operation)), 0)
      if answer == -Int(XenErrno.wrongVersion.rawValue) { continue }
      guard answer >= 0 else {
        throw .refused(.getSystemPolicy, XenErrno(rawValue: Int32(truncatingIfNeeded: 0 &- answer)))
      }
      let leaves = Int(operation.load(fromByteOffset: 12, as: UInt32.self))
      let msrs = Int(operation.load(fromByteOffset: 16, as: UInt32.self))
      // Far above what any release needs, and still a bound on what an answer can make us allocate.
      guard (1...4096).contains(leaves), (1...4096).contains(msrs) else {
        throw .malformed(.getSystemPolicy, WireError(.tooMany))
      }
      return (version, leaves, msrs)
    }
    throw .unknownVersion(.getSystemPolicy, tried: XenLayout.systemVersions)
  }

  // MARK: Calls

  /// One `sysctl`. The body fills in the union, which is zero before and holds the answer after.
  func system(
    _ call: XenCall, _ number: UInt32, _ fill: (UnsafeMutableRawPointer) -> Void = { _ in }
  ) throws(XenError) -> UnsafeMutableRawPointer {
    let union = operation + 8
    prepare(number, systemVersion, headerBytes: 8)
    fill(union)
    let answer = invoke(UInt32(CXEN_SYSCTL))
    guard answer >= 0 else { throw .refused(call, errno(answer)) }
    return union
  }

  /// One `domctl` on a domain.
  @discardableResult
  func domain(
    _ call: XenCall, _ number: UInt32, _ domain: UInt16,
    _ fill: (UnsafeMutableRawPointer) -> Void = { _ in }
  ) throws(XenError) -> UnsafeMutableRawPointer {
    let version = try agreedLayout().domain
    let union = operation + 16
    let answer = invokeDomain(number, domain, version, fill)
    guard answer >= 0 else {
      throw .refused(call, errno(answer), call == .setPolicy ? place(union) : XenError.Place())
    }
    return union
  }

  /// The domain that the last `domctl` was about, which creation fills in.
  var lastDomain: UInt16 { operation.load(fromByteOffset: 8, as: UInt16.self) }

  /// The release, by its version of `domctl`, found at the first call by a question about the control
  /// domain. That there is no domain of this number is an answer too: a wrong version is refused before.
  func agreedLayout() throws(XenError) -> XenLayout {
    if let layout { return layout }
    let candidates = XenLayout.candidates(system: systemVersion)
    for candidate in candidates {
      let answer = invokeDomain(XenNumber.getDomainInfo, 0, candidate.domain) { _ in }
      if answer == -Int(XenErrno.wrongVersion.rawValue) { continue }
      guard answer >= 0 || errno(answer) == .noSuchDomain else {
        throw .refused(.getDomainInfo, errno(answer))
      }
      layout = candidate
      return candidate
    }
    throw .unknownVersion(.getDomainInfo, tried: candidates.map(\.domain))
  }

  /// `xen_version`: the answer, and what it wrote into a buffer of this many bytes.
  func version(_ question: UInt64, bytes: Int) throws(XenError) -> (answer: Int, text: String) {
    try withMemory(.version, bytes: max(bytes, 8)) { memory throws(XenError) in
      let answer = calls.hypercall(
        connection, UInt32(CXEN_XEN_VERSION), question,
        bytes == 0 ? 0 : UInt64(UInt(bitPattern: memory)))
      guard answer >= 0 else { throw .refused(.version, errno(answer)) }
      let text = UnsafeRawBufferPointer(start: memory, count: bytes).prefix { $0 != 0 }
      return (answer, String(decoding: text, as: UTF8.self))
    }
  }

  /// Lends zeroed memory that the hypervisor can reach to one call.
  func withMemory<Result>(
    _ call: XenCall, bytes: Int,
    _ body: (UnsafeMutableRawPointer) throws(XenError) -> Result
  ) throws(XenError) -> Result {
    guard let memory = calls.allocate(connection, bytes) else { throw .refused(call, .noMemory) }
    defer { calls.release(connection, memory) }
    return try body(memory)
  }

  private func prepare(_ number: UInt32, _ version: UInt32, headerBytes: Int) {
    operation.initializeMemory(
      as: UInt8.self, repeating: 0, count: headerBytes + XenInterface.unionBytes)
    operation.storeBytes(of: number, as: UInt32.self)
    operation.storeBytes(of: version, toByteOffset: 4, as: UInt32.self)
  }

  private func invokeDomain(
    _ number: UInt32, _ domain: UInt16, _ version: UInt32,
    _ fill: (UnsafeMutableRawPointer) -> Void
  ) -> Int {
    prepare(number, version, headerBytes: 16)
    operation.storeBytes(of: domain, toByteOffset: 8, as: UInt16.self)
    fill(operation + 16)
    return invoke(UInt32(CXEN_DOMCTL))
  }

  private func invoke(_ hypercall: UInt32) -> Int {
    calls.hypercall(connection, hypercall, UInt64(UInt(bitPattern: operation)), 0)
  }

  private func errno(_ answer: Int) -> XenErrno {
    XenErrno(rawValue: Int32(truncatingIfNeeded: 0 &- answer))
  }

  // MARK: Records

  /// The addresses that a call is given for leaves and for MSRs.
  var leafAddress: UInt64 { UInt64(UInt(bitPattern: records)) }
  var msrAddress: UInt64 { leafAddress + UInt64(leafCapacity * WireLeaf.size) }

  /// Puts records where a call finds them; at most as many as there is room for.
  func place(_ leaves: [WireLeaf], _ msrs: [WireMSR]) {
    for (index, leaf) in leaves.prefix(leafCapacity).enumerated() {
      records.storeBytes(of: leaf, toByteOffset: index * WireLeaf.size, as: WireLeaf.self)
    }
    let start = leafCapacity * WireLeaf.size
    for (index, msr) in msrs.prefix(msrCapacity).enumerated() {
      records.storeBytes(of: msr, toByteOffset: start + index * WireMSR.size, as: WireMSR.self)
    }
  }

  /// The records that a call left; a count beyond the room is not believed.
  func records(leaves: UInt32, msrs: UInt32) -> (
    leaves: UnsafeBufferPointer<WireLeaf>, msrs: UnsafeBufferPointer<WireMSR>
  ) {
    let start = records + leafCapacity * WireLeaf.size
    return (
      UnsafeBufferPointer(
        start: records.assumingMemoryBound(to: WireLeaf.self),
        count: min(Int(leaves), leafCapacity)),
      UnsafeBufferPointer(
        start: start.assumingMemoryBound(to: WireMSR.self), count: min(Int(msrs), msrCapacity))
    )
  }
}
