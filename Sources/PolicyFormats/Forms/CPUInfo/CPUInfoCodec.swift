// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// Linux's `/proc/cpuinfo`, whole or in part.
  public static let cpuinfo = PolicyFormat("cpuinfo")
}

extension PolicyCodec {
  static let cpuinfo = PolicyCodec(
    .cpuinfo, "Linux's `/proc/cpuinfo`, or a line of flags",
    reader: .lines(
      tells: CPUInfoReader.tells,
      read: { bytes, source throws(FormatError) in
        var reader = CPUInfoReader(source: source)
        return try reader.read(bytes)
      }))
}
