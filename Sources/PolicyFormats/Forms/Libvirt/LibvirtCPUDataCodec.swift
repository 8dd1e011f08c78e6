// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// libvirt's raw CPUID data.
  public static let libvirtCPUData = PolicyFormat("libvirt-cpudata")
}

extension PolicyCodec {
  static let libvirtCPUData = PolicyCodec(
    .libvirtCPUData, "libvirt's `<cpudata>`",
    reader: .xml(roots: ["cpudata"], read: LibvirtFormats.data),
    writer: .whole { named in LibvirtFormats.writeData(named.policy) })
}
