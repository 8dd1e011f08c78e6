// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// A whole saved guest. Written from another one, with its memory: `SavedGuestRewrite`.
  public static let xenSave = PolicyFormat("xen-save")
}

extension PolicyCodec {
  static let xenSave = PolicyCodec(
    .xenSave, "whole files of `xl save`, with another policy (`--with`)",
    reader: .bytes(isLikely: MigrationStream.isLikely, read: MigrationRecords.read))
}
