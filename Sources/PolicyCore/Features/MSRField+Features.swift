// SPDX-License-Identifier: Apache-2.0

extension MSRField {
  /// Whether the row stands for a register whose bits are features, with names of their own.
  public var isFeatureWord: Bool {
    let sources = FeatureTable.sources.span
    for word in sources.indices where sources[word] & 0x8000 != 0 {
      if Int(sources[word]) >> 1 & 0x3fff == position { return true }
    }
    return false
  }
}
