// SPDX-License-Identifier: Apache-2.0

import Glibc
import PolicyCore
import XenBackEnd

/// All six policies through our back end, against the calls of Xen's own libraries that `xen-cpuid -p` makes, in
/// one process and by turns, so that starting a process counts for neither.
enum Speed {
  static func run() throws {
    let theirs = try XenLibraries()
    let ours = try XenHypervisor()
    var times: (ours: [UInt64], theirs: [UInt64]) = ([], [])
    for _ in 0..<40 {
      times.ours.append(try measure { _ = try ours.readPolicies() })
      times.theirs.append(try measure { try theirs.readPolicies() })
    }
    let (mine, other) = (times.ours.min() ?? 0, times.theirs.min() ?? 1)
    print("ours|\(mine)")
    print("theirs|\(other)")
    print("ratio|\(Double(mine) / Double(other))")
  }

  private static func measure(_ body: () throws -> Void) rethrows -> UInt64 {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    try body()
    clock_gettime(CLOCK_MONOTONIC, &end)
    return UInt64((end.tv_sec - start.tv_sec) * 1_000_000_000 + end.tv_nsec - start.tv_nsec)
  }
}

/// The functions of libxenctrl and libxenguest that `xen-cpuid -p` calls for each policy.
private struct XenLibraries {
  struct Missing: Error {}
  typealias Handle = UnsafeMutableRawPointer
  typealias Get = @convention(c) (Handle, UInt32, Handle) -> Int32
  typealias Serialise =
    @convention(c) (
      Handle, Handle, Handle, UnsafeMutablePointer<UInt32>, Handle, UnsafeMutablePointer<UInt32>
    ) -> Int32

  let interface: Handle
  let policy: Handle
  let get: Get
  let serialise: Serialise
  let leaves = Handle.allocate(byteCount: 4096, alignment: 8)
  let msrs = Handle.allocate(byteCount: 4096, alignment: 8)

  init() throws {
    guard let control = dlopen("libxenctrl.so.4.17", RTLD_NOW),
      let library = dlopen("libxenguest.so.4.17", RTLD_NOW),
      let open = dlsym(control, "xc_interface_open"),
      let make = dlsym(library, "xc_cpu_policy_init"),
      let get = dlsym(library, "xc_cpu_policy_get_system"),
      let serialise = dlsym(library, "xc_cpu_policy_serialise"),
      let interface = unsafeBitCast(
        open, to: (@convention(c) (Handle?, Handle?, UInt32) -> Handle?).self)(nil, nil, 0),
      let policy = unsafeBitCast(make, to: (@convention(c) () -> Handle?).self)()
    else { throw Missing() }
    self.interface = interface
    self.policy = policy
    self.get = unsafeBitCast(get, to: Get.self)
    self.serialise = unsafeBitCast(serialise, to: Serialise.self)
  }

  func readPolicies() throws {
    for index in XenPolicyIndex.allCases {
      var counts: (UInt32, UInt32) = (120, 2)
      guard get(interface, index.rawValue, policy) == 0,
        serialise(interface, policy, leaves, &counts.0, msrs, &counts.1) == 0
      else { throw Missing() }
    }
  }
}
