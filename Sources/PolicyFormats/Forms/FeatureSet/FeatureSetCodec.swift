// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// Words of a featureset in hexadecimal, joined by `-` or `:`.
  public static let featureset = PolicyFormat("featureset")
}

extension PolicyCodec {
  static let featureset = PolicyCodec(
    .featureset, "featureset strings, alone or in `xl info`",
    reader: .lines(
      tells: { bytes, start, end, isFirst in
        FeatureSetReader.tells(bytes, start, end, isFirst: isFirst)
      },
      read: { bytes, source throws(FormatError) in
        try FeatureSetReader(source: source).read(bytes)
      }),
    writer: .whole { named in
      Array((named.policy.featureSet.hexadecimal() + "\n").utf8)
    })
}
