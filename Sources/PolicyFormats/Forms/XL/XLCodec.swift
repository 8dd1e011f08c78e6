// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// Files of xl.cfg, or their `cpuid=` setting alone.
  public static let xl = PolicyFormat("xl")
}

extension PolicyCodec {
  static let xl = PolicyCodec(
    .xl, "files of xl.cfg, or their `cpuid=` alone",
    reader: .lines(
      tells: { bytes, start, end, isFirst in
        XLFormat.tells(bytes, start, end, isFirst: isFirst)
      }, read: XLFormat.read),
    writer: .whole { named in XLFormat.write(named.policy) })
}
