// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// xl's `cpuid=` setting in list form.
  public static let xl = PolicyFormat("xl")
}

extension PolicyCodec {
  static let xl = PolicyCodec(
    .xl, "xl's `cpuid=`",
    reader: .lines(
      tells: { bytes, start, end, _ in
        Scan.hasPrefix(bytes, start, end, "cpuid") && Scan.find(bytes, start, end, "=") != nil
      }, read: XLFormat.read),
    writer: { named, _ in XLFormat.write(named.policy) })
}
