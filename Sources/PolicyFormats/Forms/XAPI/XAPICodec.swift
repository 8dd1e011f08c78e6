// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// What XAPI keeps of a CPU, as xe prints it.
  public static let xapi = PolicyFormat("xapi")
}

extension PolicyCodec {
  static let xapi = PolicyCodec(
    .xapi, "XAPI's `cpu_info` and `last-boot-CPU-flags`",
    reader: .lines(
      tells: { bytes, start, end, _ in XAPIReader.tells(bytes, start, end) },
      read: { bytes, source throws(FormatError) in
        try XAPIReader(source: source).read(bytes)
      }),
    writer: .whole { named in XAPIWriter.write(named) })
}
