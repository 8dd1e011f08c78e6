// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// What a virtual machine manager says that a host lacks.
  public static let complaint = PolicyFormat("complaint")
}

extension PolicyCodec {
  static let complaint = PolicyCodec(
    .complaint, "complaints of QEMU, libvirt, KubeVirt and XAPI about a host's features",
    reader: .lines(
      tells: ComplaintReader.tells,
      read: { bytes, source throws(FormatError) in
        var reader = ComplaintReader(source: source)
        return try reader.read(bytes)
      }))
}
