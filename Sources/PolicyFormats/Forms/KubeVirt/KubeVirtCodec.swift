// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// The CPU of KubeVirt's virtual machines.
  public static let kubevirt = PolicyFormat("kubevirt")
}

extension PolicyCodec {
  static let kubevirt = PolicyCodec(
    .kubevirt, "KubeVirt's CPU, in a VirtualMachine or alone",
    reader: .text(
      tells: KubeVirtReader.tells, read: KubeVirtReader.read,
      isLikely: { value in
        value["apiVersion"]?.string?.hasPrefix(KubeVirtReader.group) == true
          || value["spec"]?["domain"]?["cpu"] != nil || value["domain"]?["cpu"] != nil
      },
      readJSON: { value, source throws(FormatError) in
        try KubeVirtReader.read(value, source: source)
      }),
    writer: .request(KubeVirtWriter.write))
}
