// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// A binary array of 24-byte leaves followed by 16-byte MSR entries, as Xen's hypercalls take it.
  public static let leaves = PolicyFormat("leaves")
}

extension PolicyCodec {
  static let leaves = PolicyCodec(
    .leaves, "binary leaf and MSR records of Xen's hypercalls",
    reader: .bytes(isLikely: LeavesFormat.isLikely, read: LeavesFormat.read),
    writer: .whole { named in LeavesFormat.write(named.policy).bytes })
}
