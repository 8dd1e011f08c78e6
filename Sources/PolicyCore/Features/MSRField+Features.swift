// SPDX-License-Identifier: Apache-2.0

extension MSRField {
  /// Whether the row stands for a register whose bits are features, with names of their own.
  public var isFeatureWord: Bool {
    let sources = FeatureTable.sources.span
    for word in sources.indices where FeatureSource(sources[word]).isMSR(position) {
      return true
    }
    return false
  }
}
