// SPDX-License-Identifier: Apache-2.0

import Glibc
import PolicyCore
import XenBackEnd

/// All six policies through our back end, against the calls of Xen's own libraries that `xen-cpuid -p` makes, in
/// one process and by turns, so that starting a process counts for neither.
enum Speed {
  static func run() throws {
    let ours = try XenHypervisor()
    let version = try ours.host().hypervisorVersion ?? ""
    let theirs = try XenLibraries(version.split(separator: ".").prefix(2).joined(separator: "."))
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

  static func measure(_ body: () throws -> Void) rethrows -> UInt64 {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    try body()
    clock_gettime(CLOCK_MONOTONIC, &end)
    return UInt64((end.tv_sec - start.tv_sec) * 1_000_000_000 + end.tv_nsec - start.tv_nsec)
  }
}

/// The functions of Xen's own libraries that `xen-cpuid -p` calls for each policy. Those of 4.14 give the
/// records at once; later ones make an object of them and then records.
private struct XenLibraries {
  struct Missing: Error {}
  typealias Handle = UnsafeMutableRawPointer
  typealias Counts = UnsafeMutablePointer<UInt32>
  typealias GetRecords = @convention(c) (Handle, UInt32, Counts, Handle, Counts, Handle) -> Int32
  typealias Get = @convention(c) (Handle, UInt32, Handle) -> Int32
  typealias Serialise =
    @convention(c) (Handle, Handle, Handle, Counts, Handle, Counts) -> Int32

  private let read: (_ index: UInt32) -> Bool

  /// The libraries of this release, as `4.17`: their interface is another one with each.
  init(_ release: String) throws {
    guard let control = dlopen("libxenctrl.so.\(release)", RTLD_NOW),
      let library = dlopen("libxenguest.so.\(release)", RTLD_NOW),
      let open = dlsym(control, "xc_interface_open"),
      let interface = unsafeBitCast(
        open, to: (@convention(c) (Handle?, Handle?, UInt32) -> Handle?).self)(nil, nil, 0)
    else { throw Missing() }
    let leaves = Handle.allocate(byteCount: 4096, alignment: 8)
    let msrs = Handle.allocate(byteCount: 4096, alignment: 8)
    guard let make = dlsym(library, "xc_cpu_policy_init") else {
      guard let symbol = dlsym(library, "xc_get_system_cpu_policy") else { throw Missing() }
      let get = unsafeBitCast(symbol, to: GetRecords.self)
      read = { index in
        var counts: (UInt32, UInt32) = (120, 2)
        return get(interface, index, &counts.0, leaves, &counts.1, msrs) == 0
      }
      return
    }
    guard let getSymbol = dlsym(library, "xc_cpu_policy_get_system"),
      let serialiseSymbol = dlsym(library, "xc_cpu_policy_serialise"),
      let policy = unsafeBitCast(make, to: (@convention(c) () -> Handle?).self)()
    else { throw Missing() }
    let get = unsafeBitCast(getSymbol, to: Get.self)
    let serialise = unsafeBitCast(serialiseSymbol, to: Serialise.self)
    read = { index in
      var counts: (UInt32, UInt32) = (120, 2)
      return get(interface, index, policy) == 0
        && serialise(interface, policy, leaves, &counts.0, msrs, &counts.1) == 0
    }
  }

  func readPolicies() throws {
    for index in XenPolicyIndex.allCases {
      guard read(index.rawValue) else { throw Missing() }
    }
  }
}
