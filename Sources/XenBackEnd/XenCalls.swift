// SPDX-License-Identifier: Apache-2.0

import CXen
import Glibc

/// The calls that the Xen back end makes, one function each, so that a test can stand in for the
/// hypervisor. Integer answers are the hypervisor's, or a negative errno.
struct XenCalls: Sendable {
  /// Opens the way to the hypervisor; nil and a positive errno, or `CXEN_NO_LIBRARY`.
  var open: @Sendable (_ error: inout Int32) -> OpaquePointer?
  var close: @Sendable (OpaquePointer) -> Void
  /// One hypercall with up to two arguments.
  var hypercall:
    @Sendable (_ connection: OpaquePointer, _ number: UInt32, _ first: UInt64, _ second: UInt64)
      -> Int
  /// Zeroed memory that the hypervisor can reach.
  var allocate: @Sendable (OpaquePointer, _ bytes: Int) -> UnsafeMutableRawPointer?
  var release: @Sendable (OpaquePointer, UnsafeMutableRawPointer) -> Void
  /// Opens the store, where names of domains are kept; nil and a positive errno, or
  /// `CXEN_NO_LIBRARY`.
  var openStore: @Sendable (_ error: inout Int32) -> OpaquePointer?
  var closeStore: @Sendable (OpaquePointer) -> Void
  /// A value of the store; nil and a positive errno, `ENOENT` where there is none.
  var readStore: @Sendable (OpaquePointer, _ path: String, _ error: inout Int32) -> String?
  /// 0 or a positive errno, as is removal's answer.
  var writeStore: @Sendable (OpaquePointer, _ path: String, _ value: String) -> Int32
  var removeStore: @Sendable (OpaquePointer, _ path: String) -> Int32

  /// The running hypervisor.
  static let hypervisor = XenCalls(
    open: { cxen_open(&$0) },
    close: { cxen_close($0) },
    hypercall: { cxen_call($0, $1, $2, $3) },
    allocate: { cxen_allocate($0, $1) },
    release: { cxen_release($0, $1) },
    openStore: { cxen_store_open(&$0) },
    closeStore: { cxen_store_close($0) },
    readStore: { store, path, error in
      var length: UInt32 = 0
      guard let value = cxen_store_read(store, path, &length, &error) else { return nil }
      defer { free(value) }
      return String(
        decoding: UnsafeRawBufferPointer(start: value, count: Int(length)), as: UTF8.self)
    },
    writeStore: { cxen_store_write($0, $1, $2, UInt32($2.utf8.count)) },
    removeStore: { cxen_store_remove($0, $1) })
}
