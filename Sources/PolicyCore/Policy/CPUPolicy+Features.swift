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
    for word in sources.indices where !FeatureSource(sources[word]).isMSR {
      values[FeatureSource(sources[word]).registerPosition] = words[word]
    }
    for word in sources.indices where FeatureSource(sources[word]).isMSR {
      setHalf(FeatureSource(sources[word]), words[word])
    }
  }

  private mutating func setHalf(_ source: FeatureSource, _ value: UInt32) {
    // An absent MSR does not come into being by having no features.
    let position = source.msrPosition
    guard value != 0 || presentMSRs >> UInt64(position) & 1 != 0 else { return }
    var span = msrs.mutableSpan
    let shift = source.shift
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
    let source = FeatureSource(FeatureTable.sources[feature.word])
    if source.isMSR {
      setHalf(source, changed)
    } else {
      self[position: source.registerPosition] = changed
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
      let source = FeatureSource(sources[word])
      words[word] =
        source.isMSR
        ? source.half(of: msrs[unchecked: source.msrPosition])
        : registers[unchecked: source.registerPosition]
    }
    return result
  }

  /// The features whose registers lie beyond the policy's own limits.
  var hiddenFeatures: FeatureSet {
    var result = featureSet
    let sources = FeatureTable.sources.span
    var words = result.words.mutableSpan
    for word in sources.indices {
      let source = FeatureSource(sources[word])
      if source.isMSR || isWithinLimits(slot: source.registerPosition >> 2) { words[word] = 0 }
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
    let source = FeatureSource(sources[word])
    guard source.isMSR else { return registers[unchecked: source.registerPosition] }
    return source.half(of: msrs[unchecked: source.msrPosition])
  }
}
