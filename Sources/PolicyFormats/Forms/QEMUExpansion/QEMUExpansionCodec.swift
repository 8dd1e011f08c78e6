// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// QEMU's reply to `query-cpu-model-expansion`.
  public static let qemuExpansion = PolicyFormat("qemu-expansion")
}

extension PolicyCodec {
  static let qemuExpansion = PolicyCodec(
    .qemuExpansion, "QEMU's model expansions",
    reader: .json(isLikely: QEMUExpansion.isLikely, read: QEMUExpansion.read))
}
