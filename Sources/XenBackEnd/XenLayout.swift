// SPDX-License-Identifier: Apache-2.0

/// A release of Xen, as far as its interface for toolstacks goes: versions of the two calls, and what of the
/// structures moved. What is used and does not stand here has kept its place since 4.14.
///
/// Places and sizes are those of `xen/include/public/domctl.h` of each release.
struct XenLayout: Equatable, Sendable {
  /// `4.17`; of several releases that do not differ here the first.
  var name: String
  /// What each `sysctl` carries.
  var system: UInt32
  /// What each `domctl` carries.
  var domain: UInt32
  /// Bytes of `xen_domctl_getdomaininfo`, of which a list of domains is made. 4.16 added the width of
  /// guest addresses; everything before it kept its place.
  var infoBytes: Int
  var creation: Creation

  /// What differs of `xen_domctl_createdomain`. Xen checks what it is given, so that a structure of another
  /// release is refused or, worse, means something else: 4.17's last member is where 4.19 has the pool.
  struct Creation: Equatable, Sendable {
    /// Where the emulated devices stand.
    var emulation: Int
    /// Where the version of grant tables stands; nil where a domain cannot choose it.
    var grants: Int?
    /// The flags that this release knows (`XEN_DOMCTL_CDF_*`).
    var flags: UInt32
    /// The number of a domain that stands for any. Since 4.22 it is DOMID_ANY, and 0 is domain 0 itself.
    var anyDomain: UInt16 = 0
  }

  /// By likelihood: the one that most run, newer ones, older ones. A `domctl` of 0x17 is both 4.19's and
  /// 4.21's, which has two members for altp2m where 4.19 has one, and one flag more.
  static let known = [
    XenLayout(
      name: "4.17", system: 0x15, domain: 0x15, infoBytes: 112,
      creation: Creation(emulation: 56, grants: 44, flags: 0xff)),
    XenLayout(
      name: "4.19", system: 0x15, domain: 0x17, infoBytes: 112,
      creation: Creation(emulation: 60, grants: 44, flags: 0xff)),
    XenLayout(
      name: "4.18", system: 0x15, domain: 0x16, infoBytes: 112,
      creation: Creation(emulation: 56, grants: 44, flags: 0xff)),
    XenLayout(
      name: "4.22", system: 0x16, domain: 0x18, infoBytes: 112,
      creation: Creation(
        emulation: 60, grants: 44, flags: 0x1ff, anyDomain: 0x7ff5)),
    XenLayout(
      name: "4.21", system: 0x16, domain: 0x17, infoBytes: 112,
      creation: Creation(emulation: 60, grants: 44, flags: 0x1ff)),
    XenLayout(
      name: "4.16", system: 0x14, domain: 0x14, infoBytes: 112,
      creation: Creation(emulation: 52, grants: 44, flags: 0xff)),
    XenLayout(
      name: "4.15", system: 0x13, domain: 0x13, infoBytes: 104,
      creation: Creation(emulation: 48, grants: nil, flags: 0x7f)),
    XenLayout(
      name: "4.14", system: 0x13, domain: 0x12, infoBytes: 104,
      creation: Creation(emulation: 44, grants: nil, flags: 0x3f)),
  ]

  /// Versions of `sysctl`, by likelihood.
  static let systemVersions = known.map(\.system).reduce(into: [UInt32]()) { versions, version in
    if !versions.contains(version) { versions.append(version) }
  }

  /// The releases that may be the one with this version of `sysctl`, the likelier first.
  static func candidates(system: UInt32) -> [XenLayout] { known.filter { $0.system == system } }
}
