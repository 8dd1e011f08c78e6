// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// libvirt's `<cpu>` of a domain.
  public static let libvirtCPU = PolicyFormat("libvirt-cpu")
}

extension PolicyCodec {
  static let libvirtCPU = PolicyCodec(
    .libvirtCPU, "libvirt's `<cpu>`, alone or in a domain",
    reader: .xml(roots: ["cpu"] + LibvirtFormats.domainRoots, read: LibvirtFormats.readGuest),
    writer: .request(LibvirtCPUWriter.write))
}
