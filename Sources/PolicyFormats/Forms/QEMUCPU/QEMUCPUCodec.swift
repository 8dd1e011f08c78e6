// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// QEMU's `-cpu` and `-smp` arguments.
  public static let qemuCPU = PolicyFormat("qemu-cpu")
}

extension PolicyCodec {
  static let qemuCPU = PolicyCodec(
    .qemuCPU, "QEMU's `-cpu`, alone or in a command line",
    reader: .lines(
      tells: { bytes, start, end, isFirst in
        Scan.hasPrefix(bytes, start, end, "-cpu ")
          || isFirst && QEMUCommandLine.begins(bytes, start, end)
      },
      read: { bytes, source throws(FormatError) in
        try QEMUCPUReader(source: source).read(bytes)
      }),
    writer: .request(QEMUCPUFormat.write))
}
