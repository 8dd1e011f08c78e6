// SPDX-License-Identifier: Apache-2.0

import CXen
import Foundation
import PolicyCore
import Synchronization

@testable import Domains
@testable import XenBackEnd

/// A stand-in for the hypervisor that keeps domains and answers as a release of Xen does, or with
/// whatever error a test asks for.
final class FakeXen: Sendable {
  struct State {
    var release = Release.xen417
    /// Whether the caller is the control domain; others are told nothing.
    var isControlDomain = true
    /// Errno for a call of this number; 0 for the real answer. Sysctls are keyed from 1000 on.
    var errors: [UInt32: Int32] = [:]
    /// Where a refused set says that the fault is.
    var place: (UInt32, UInt32, UInt32) = (.max, .max, .max)
    var policies: [UInt32: CPUPolicy] = [:]
    /// Domains by number, the control domain among them.
    var guests: [UInt16: Guest] = [0: Guest(isHVM: false, isPaused: false, hasRun: true)]
    /// Domains that end when a part of the list has been told, by the number of the part.
    var endsAfterPart: [Int: Set<UInt16>] = [:]
    var parts = 0
    /// Domains that are in the list and have ended when anything else is asked of them.
    var endsAfterList: Set<UInt16> = []
    /// Features that a set loses in silence.
    var clamps = FeatureSet()
    /// After so many sets of a policy none is taken any more.
    var setLimit = Int.max
    var store: [String: String] = ["/local/domain/0/name": "Domain-0"]
    var storeError: Int32 = 0
    /// A domain that gets each name that is written, as if it were made at the same time.
    var rival: UInt16?
    /// Connections to the store: how many there were, and how many are open.
    var storeOpenings = 0
    var storeConnections = 0
    var sets = 0
    var openError: Int32 = 0
    var allocated = 0
    /// A count that a reply gives instead of the true one.
    var hostileCount: UInt32?
    /// A number that every element of a list gives instead of the domain's.
    var hostileID: UInt16?
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
        case CXEN_XEN_VERSION:
          return FakeXen.version(state.withLock { $0.release.minor }, first, second)
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
      openStore: { [self] error in
        state.withLock { state in
          error = state.storeError
          guard error == 0 else { return nil }
          state.storeOpenings += 1
          state.storeConnections += 1
          return OpaquePointer(bitPattern: 32)
        }
      },
      closeStore: { [self] _ in state.withLock { $0.storeConnections -= 1 } },
      readStore: { [self] _, path, error in
        state.withLock { state in
          error = state.storeError != 0 ? state.storeError : 2
          return state.storeError != 0 ? nil : state.store[path]
        }
      },
      writeStore: { [self] _, path, value in
        state.withLock { state in
          guard state.storeError == 0 else { return state.storeError }
          state.store[path] = value
          if let rival = state.rival { state.store["/local/domain/\(rival)/name"] = value }
          return 0
        }
      },
      removeStore: { [self] _, path in
        state.withLock { state in
          guard state.storeError == 0 else { return state.storeError }
          state.store = state.store.filter {
            $0.key != path && !$0.key.hasPrefix(path + "/")
          }
          return 0
        }
      })
  }

  private static func version(_ minor: Int, _ question: UInt64, _ buffer: UInt64) -> Int {
    guard question != XenNumber.versionNumber else { return 4 << 16 | minor }
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
    guard memory.load(fromByteOffset: 4, as: UInt32.self) == state.release.system else {
      return -13
    }
    if let error = state.errors[1000 + number], error != 0 { return -Int(error) }
    guard state.isControlDomain else { return -1 }
    let union = memory + 8
    switch number {
    case XenNumber.physinfo:
      union.storeBytes(of: 4, toByteOffset: 8, as: UInt32.self)
      union.storeBytes(of: 2_400_000, toByteOffset: 24, as: UInt32.self)
      union.storeBytes(of: 0b1001, toByteOffset: 28, as: UInt32.self)
    case XenNumber.getDomainInfoList: list(&state, union)
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

  static func write(
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
