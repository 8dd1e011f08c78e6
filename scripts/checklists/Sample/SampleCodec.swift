// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// A featureset behind a word that tells it.
  public static let sample = PolicyFormat("sample")
}

extension PolicyCodec {
  static let sample = PolicyCodec(
    .sample, "a featureset, called sample",
    reader: .lines(
      tells: { bytes, start, end, _ in Scan.hasPrefix(bytes, start, end, "sample:") },
      read: { bytes, source throws(FormatError) in
        var cursor = LineCursor()
        while try cursor.next(in: bytes, source: source) {
          guard cursor.line > 1, Scan.hasPrefix(bytes, cursor.start, cursor.end, "sample:") else {
            continue
          }
          throw .duplicate("the featureset", first: "line 1", source: source, line: cursor.line)
        }
        return try FeatureSetReader(source: source).read(bytes.extracting(7..<bytes.count))
      }),
    writer: .whole { named in
      Array(("sample:" + named.policy.featureSet.hexadecimal() + "\n").utf8)
    })
}
