// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// libvirt's capabilities of a host or of its domains.
  public static let libvirtCapabilities = PolicyFormat("libvirt-capabilities")
}

extension PolicyCodec {
  static let libvirtCapabilities = PolicyCodec(
    .libvirtCapabilities, "libvirt's capabilities",
    reader: .xml(roots: ["capabilities", "domainCapabilities"], read: LibvirtFormats.capabilities))
}
