// SPDX-License-Identifier: Apache-2.0

import CKVM
import Glibc

/// The system calls that the KVM back end makes, one function each, so that a test can stand in for
/// the kernel. Every integer answer is the kernel's, or a negative errno.
struct KVMCalls: Sendable {
  var open: @Sendable (_ path: String) -> Int32
  var control:
    @Sendable (_ descriptor: Int32, _ request: UInt, _ argument: UnsafeMutableRawPointer?) -> Int32
  var controlValue: @Sendable (_ descriptor: Int32, _ request: UInt, _ value: UInt) -> Int32
  /// Runs a vCPU for at most that many milliseconds: 0, `-ETIMEDOUT`, or a negative errno.
  var run:
    @Sendable (_ descriptor: Int32, _ run: UnsafeMutableRawPointer, _ milliseconds: UInt32)
      -> Int32
  var map: @Sendable (_ descriptor: Int32, _ bytes: Int) -> UnsafeMutableRawPointer?
  var unmap: @Sendable (_ address: UnsafeMutableRawPointer, _ bytes: Int) -> Void
  var close: @Sendable (_ descriptor: Int32) -> Void
  /// Asks for the states of guests that need a permission.
  var permitGuestStates: @Sendable () -> Int32 = { 0 }

  /// The running kernel.
  static let kernel = KVMCalls(
    open: { ckvm_open($0) },
    control: { ckvm_ioctl($0, $1, $2) },
    controlValue: { ckvm_ioctl_value($0, $1, $2) },
    run: { ckvm_run_limited($0, $1.assumingMemoryBound(to: kvm_run.self), $2) },
    map: { descriptor, bytes in
      // A descriptor of -1 asks for anonymous memory: the guest's own.
      let flags = descriptor < 0 ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED
      let address = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, descriptor, 0)
      return address == MAP_FAILED ? nil : address
    },
    unmap: { _ = munmap($0, $1) },
    close: { _ = Glibc.close($0) },
    permitGuestStates: { ckvm_permit_guest_states() })

  /// A request with a structure; its answer, or the kernel's refusal.
  @discardableResult
  func request(
    _ name: String, _ number: UInt, on descriptor: Int32, _ argument: UnsafeMutableRawPointer?
  ) throws(KVMError) -> Int32 {
    var answer = control(descriptor, number, argument)
    while answer == -EINTR { answer = control(descriptor, number, argument) }
    guard answer >= 0 else { throw .refused(request: name, errno: 0 &- answer) }
    return answer
  }

  /// A request with a number; its answer, or the kernel's refusal.
  @discardableResult
  func request(
    _ name: String, _ number: UInt, on descriptor: Int32, value: UInt
  ) throws(KVMError) -> Int32 {
    let answer = controlValue(descriptor, number, value)
    guard answer >= 0 else { throw .refused(request: name, errno: 0 &- answer) }
    return answer
  }
}
