// SPDX-License-Identifier: Apache-2.0

extension CPUPolicy {
  /// The feature bits, collected from the registers that hold them.
  ///
  /// Emitted where it is used: as a function of its own its in-place form would allocate.
  @_alwaysEmitIntoClient
  public var featureSet: FeatureSet {
    @_addressableSelf get { collectFeatures() }
    set { store(newValue) }
  }

  @inline(__always)
  @usableFromInline
  @_addressableSelf
  func collectFeatures() -> FeatureSet { view.featureSet }

  @usableFromInline
  mutating func store(_ features: FeatureSet) {
    let sources = FeatureTable.sources.span
    let words = features.words.span
    var values = registers.mutableSpan
    for word in sources.indices where sources[word] & 0x8000 == 0 {
      values[Int(sources[word])] = words[word]
    }
    for word in sources.indices where sources[word] & 0x8000 != 0 {
      let source = Int(sources[word])
      setHalf(position: source >> 1 & 0x3fff, isHigh: source & 1 != 0, words[word])
    }
  }

  private mutating func setHalf(position: Int, isHigh: Bool, _ value: UInt32) {
    // An absent MSR does not come into being by having no features.
    guard value != 0 || presentMSRs >> UInt64(position) & 1 != 0 else { return }
    var span = msrs.mutableSpan
    let shift: UInt64 = isHigh ? 32 : 0
    span[position] = span[position] & ~(0xffff_ffff &<< shift) | UInt64(value) &<< shift
    presentMSRs |= 1 &<< UInt64(position)
  }

  /// Whether the policy shows a feature.
  @inline(__always)
  @_addressableSelf
  public func has(_ feature: Feature) -> Bool {
    FeatureTable.word(feature.word, registers.span, msrs.span) & feature.mask != 0
  }

  /// Sets or clears one feature bit, and nothing else.
  public mutating func set(_ feature: Feature, _ isPresent: Bool) {
    guard feature.word < Feature.wordCount else { return }
    let value = FeatureTable.word(feature.word, registers.span, msrs.span)
    let changed = isPresent ? value | feature.mask : value & ~feature.mask
    let source = Int(FeatureTable.sources[feature.word])
    if source & 0x8000 != 0 {
      setHalf(position: source >> 1 & 0x3fff, isHigh: source & 1 != 0, changed)
    } else {
      self[position: source] = changed
    }
  }

  /// Whether the source recorded the register in which a feature stands.
  @_addressableSelf
  public func isKnown(_ feature: Feature) -> Bool { view.isKnown(feature) }
}

extension PolicyView {
  /// The feature bits, collected from the registers that hold them.
  // Once in an archive, not wherever a policy is asked for them.
  #if hasFeature(Embedded)
    @inline(never)
  #else
    @inline(__always)
  #endif
  var featureSet: FeatureSet {
    var result = FeatureSet()
    let sources = FeatureTable.sources.span
    var words = result.words.mutableSpan
    for word in sources.indices {
      let source = Int(sources[word])
      if source & 0x8000 != 0 {
        let value = msrs[unchecked: source >> 1 & 0x3fff]
        words[word] = UInt32(truncatingIfNeeded: source & 1 == 0 ? value : value &>> 32)
      } else {
        words[word] = registers[unchecked: source]
      }
    }
    return result
  }

  /// The features whose registers lie beyond the policy's own limits.
  var hiddenFeatures: FeatureSet {
    var result = featureSet
    let sources = FeatureTable.sources.span
    var words = result.words.mutableSpan
    for word in sources.indices {
      let source = Int(sources[word])
      if source & 0x8000 != 0 || isWithinLimits(slot: source >> 2) { words[word] = 0 }
    }
    return result
  }

  /// Whether the policy shows a feature.
  @inline(__always)
  func has(_ feature: Feature) -> Bool { word(feature.word) & feature.mask != 0 }

  /// A word of the featureset.
  @inline(__always)
  func word(_ word: Int) -> UInt32 { FeatureTable.word(word, registers, msrs) }
}

extension FeatureTable {
  /// A word of the featureset in a policy's storage.
  @inline(__always)
  fileprivate static func word(
    _ word: Int, _ registers: Span<UInt32>, _ msrs: Span<UInt64>
  ) -> UInt32 {
    guard word < Feature.wordCount else { return 0 }
    let source = Int(sources[word])
    guard source & 0x8000 != 0 else { return registers[unchecked: source] }
    let value = msrs[unchecked: source >> 1 & 0x3fff]
    return UInt32(truncatingIfNeeded: source & 1 == 0 ? value : value &>> 32)
  }
}
