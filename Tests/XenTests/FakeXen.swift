import CPUPolicy
import CXen
import Foundation
import Synchronization

@testable import Hypervisors

/// A stand-in for the hypervisor that keeps one domain and answers as Xen 4.17 does, or with whatever
/// error a test asks for.
final class FakeXen: Sendable {
  struct State {
    var systemVersion: UInt32 = 0x15
    var domainVersion: UInt32 = 0x15
    /// Errno for a call of this number; 0 for the real answer. Sysctls are keyed from 1000 on.
    var errors: [UInt32: Int32] = [:]
    /// Where a refused set says that the fault is.
    var place: (UInt32, UInt32, UInt32) = (.max, .max, .max)
    var policies: [UInt32: CPUPolicy] = [:]
    var domain = CPUPolicy()
    var hasRun = false
    var isPaused = true
    /// Features that a set loses in silence.
    var clamps = FeatureSet()
    var store: [String: String] = [
      "/local/domain/0/name": "Domain-0", "/local/domain/1/name": "vm",
    ]
    var sets = 0
    var openError: Int32 = 0
    var allocated = 0
    /// A count that a reply gives instead of the true one.
    var hostileCount: UInt32?
  }

  let state = Mutex(State())

  var calls: XenCalls {
    XenCalls(
      open: { [self] error in
        error = state.withLock { $0.openError }
        return error == 0 ? OpaquePointer(bitPattern: 16) : nil
      },
      close: { _ in },
      hypercall: { [self] _, number, first, second in
        switch Int(number) {
        case CXEN_SYSCTL: return state.withLock { FakeXen.sysctl(&$0, first) }
        case CXEN_DOMCTL: return state.withLock { FakeXen.domctl(&$0, first) }
        case CXEN_XEN_VERSION: return FakeXen.version(first, second)
        default: return -38
        }
      },
      allocate: { [self] _, bytes in
        state.withLock { $0.allocated += 1 }
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 8)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        return memory
      },
      release: { [self] _, memory in
        state.withLock { $0.allocated -= 1 }
        memory.deallocate()
      },
      readStore: { [self] path in state.withLock { $0.store[path] } },
      writeStore: { [self] path, value in
        state.withLock { $0.store[path] = value }
        return 0
      },
      removeStore: { [self] path in
        state.withLock { state in
          state.store = state.store.filter { !$0.key.hasPrefix(path) }
        }
        return 0
      })
  }

  private static func version(_ question: UInt64, _ buffer: UInt64) -> Int {
    guard question != XenNumber.versionNumber else { return 4 << 16 | 17 }
    let text = question == XenNumber.extraVersion ? ".7" : "console=com1 cpuid=no-avx512f"
    if let memory = UnsafeMutableRawPointer(bitPattern: UInt(buffer)) {
      for (index, byte) in text.utf8.enumerated() {
        memory.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
      }
    }
    return 0
  }

  private static func sysctl(_ state: inout State, _ address: UInt64) -> Int {
    let memory = UnsafeMutableRawPointer(bitPattern: UInt(address))!
    let number = memory.load(as: UInt32.self)
    guard memory.load(fromByteOffset: 4, as: UInt32.self) == state.systemVersion else { return -13 }
    if let error = state.errors[1000 + number], error != 0 { return -Int(error) }
    let union = memory + 8
    switch number {
    case XenNumber.physinfo:
      union.storeBytes(of: 4, toByteOffset: 8, as: UInt32.self)
      union.storeBytes(of: 2_400_000, toByteOffset: 24, as: UInt32.self)
      union.storeBytes(of: 0b1001, toByteOffset: 28, as: UInt32.self)
    case XenNumber.getSystemPolicy:
      let index = union.load(as: UInt32.self)
      guard union.load(fromByteOffset: 16, as: UInt64.self) != 0 else {
        union.storeBytes(of: state.hostileCount ?? 120, toByteOffset: 4, as: UInt32.self)
        union.storeBytes(of: 2, toByteOffset: 8, as: UInt32.self)
        return 0
      }
      write(state.policies[index] ?? CPUPolicy(), union, counts: 4, addresses: 16)
      if let count = state.hostileCount {
        union.storeBytes(of: count, toByteOffset: 4, as: UInt32.self)
      }
    case XenNumber.getFeatureset:
      let words = UnsafeMutableRawPointer(
        bitPattern: UInt(union.load(fromByteOffset: 8, as: UInt64.self)))!
      words.storeBytes(of: 0xbfeb_fbff, as: UInt32.self)
      union.storeBytes(of: 14, toByteOffset: 4, as: UInt32.self)
    default: return -38
    }
    return 0
  }

  private static func domctl(_ state: inout State, _ address: UInt64) -> Int {
    let memory = UnsafeMutableRawPointer(bitPattern: UInt(address))!
    let number = memory.load(as: UInt32.self)
    guard memory.load(fromByteOffset: 4, as: UInt32.self) == state.domainVersion else { return -13 }
    let union = memory + 16
    if let error = state.errors[number], error != 0 {
      if number == XenNumber.setPolicy {
        union.storeBytes(of: state.place.0, toByteOffset: 24, as: UInt32.self)
        union.storeBytes(of: state.place.1, toByteOffset: 28, as: UInt32.self)
        union.storeBytes(of: state.place.2, toByteOffset: 32, as: UInt32.self)
      }
      return -Int(error)
    }
    let domain = memory.load(fromByteOffset: 8, as: UInt16.self)
    switch number {
    case XenNumber.getDomainInfo:
      guard domain <= 1 else { return -3 }
      union.storeBytes(of: domain, as: UInt16.self)
      let flags: UInt32 = domain == 0 ? 0 : 0b10 | 1 << 8 | (state.isPaused ? 1 << 3 : 0)
      union.storeBytes(of: flags, toByteOffset: 4, as: UInt32.self)
      union.storeBytes(of: 0, toByteOffset: 68, as: UInt32.self)
    case XenNumber.getAddressSize: union.storeBytes(of: 64, as: UInt32.self)
    case XenNumber.getTSCInfo: union.storeBytes(of: 2_400_000, toByteOffset: 4, as: UInt32.self)
    case XenNumber.getPolicy:
      write(domain == 0 ? state.policies[4]! : state.domain, union, counts: 0, addresses: 8)
    case XenNumber.setPolicy: return set(&state, union)
    case XenNumber.unpauseDomain:
      state.isPaused = false
      state.hasRun = true
    default: break
    }
    return 0
  }

  private static func set(_ state: inout State, _ union: UnsafeMutableRawPointer) -> Int {
    guard !state.hasRun else { return -17 }
    let counts = (union.load(as: UInt32.self), union.load(fromByteOffset: 4, as: UInt32.self))
    guard counts.0 > 0 else { return 0 }
    state.sets += 1
    let leaves = UnsafeBufferPointer(
      start: UnsafePointer<WireLeaf>(
        bitPattern: UInt(union.load(fromByteOffset: 8, as: UInt64.self))), count: Int(counts.0))
    try! state.domain.readLeaves(leaves.span)
    state.domain.clearStaleLeaves()
    state.domain = state.domain.withFeatures(state.domain.featureSet.subtracting(state.clamps))
    return 0
  }

  private static func write(
    _ policy: CPUPolicy, _ union: UnsafeMutableRawPointer, counts: Int, addresses: Int
  ) {
    let records = XenRecords(policy)
    let leaves = UnsafeMutablePointer<WireLeaf>(
      bitPattern: UInt(union.load(fromByteOffset: addresses, as: UInt64.self)))!
    let msrs = UnsafeMutablePointer<WireMSR>(
      bitPattern: UInt(union.load(fromByteOffset: addresses + 8, as: UInt64.self)))!
    for (index, leaf) in records.leaves.enumerated() { leaves[index] = leaf }
    for (index, msr) in records.msrs.enumerated() { msrs[index] = msr }
    union.storeBytes(of: UInt32(records.leaves.count), toByteOffset: counts, as: UInt32.self)
    union.storeBytes(of: UInt32(records.msrs.count), toByteOffset: counts + 4, as: UInt32.self)
  }
}
