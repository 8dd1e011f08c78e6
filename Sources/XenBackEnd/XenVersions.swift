// SPDX-License-Identifier: Apache-2.0

/// A version of `domctl`, and what differs between versions as far as this program goes.
struct XenDomainVersion: Equatable, Sendable {
  /// What each call carries.
  var number: UInt32
  /// Bytes of `xen_domctl_getdomaininfo`, of which a list of domains is made. 4.16 added the width of
  /// guest addresses; everything before it kept its place.
  var infoBytes: Int

  /// By likelihood: 0x15 is Xen 4.17's and the one that has been tried, then those of newer and of
  /// older releases.
  static let known = [
    XenDomainVersion(number: 0x15, infoBytes: 112),
    XenDomainVersion(number: 0x18, infoBytes: 112),
    XenDomainVersion(number: 0x17, infoBytes: 112),
    XenDomainVersion(number: 0x16, infoBytes: 112),
    XenDomainVersion(number: 0x14, infoBytes: 112),
    XenDomainVersion(number: 0x13, infoBytes: 104),
    XenDomainVersion(number: 0x12, infoBytes: 104),
  ]
}
