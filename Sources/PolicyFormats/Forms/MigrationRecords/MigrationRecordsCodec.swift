// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// The CPU's records of Xen's migration stream.
  public static let migrationRecords = PolicyFormat("migration-records")
}

extension PolicyCodec {
  static let migrationRecords = PolicyCodec(
    .migrationRecords, "files of `xl save` and Xen's migration records",
    reader: .bytes(isLikely: MigrationRecords.isLikely, read: MigrationRecords.read),
    writer: .whole { named in MigrationRecords.write(named.policy).bytes })
}
