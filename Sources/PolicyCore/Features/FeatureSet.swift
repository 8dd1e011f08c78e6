// SPDX-License-Identifier: Apache-2.0

/// The feature bits of a CPU as an append-only list of 32-bit words.
///
/// The words and their order are Xen's ABI (`docs/semantics/featureset.md`); the stored words hold
/// what the registers hold, without values invented by software.
public struct FeatureSet: Sendable, BitwiseCopyable {
  @usableFromInline
  var words: FeatureTable.Words

  /// The empty set.
  @inlinable
  public init() { words = InlineArray(repeating: 0) }

  @inlinable
  init(words: FeatureTable.Words) { self.words = words }

  /// A word of the set; zero beyond the last.
  @inlinable
  public subscript(word word: Int) -> UInt32 {
    @_addressableSelf get { word >= 0 && word < Feature.wordCount ? words.span[word] : 0 }
    set {
      guard word >= 0, word < Feature.wordCount else { return }
      var span = words.mutableSpan
      span[word] = newValue
    }
  }

  /// Whether a feature is in the set.
  @inline(__always)
  @inlinable
  @_addressableSelf
  public func contains(_ feature: Feature) -> Bool { self[word: feature.word] & feature.mask != 0 }

  /// Adds a feature.
  /// - Returns: whether it was missing, and the feature.
  @discardableResult
  @inlinable
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  public mutating func insert(
    _ feature: Feature
  ) -> (inserted: Bool, memberAfterInsert: Feature) {
    let isNew = !contains(feature)
    self[word: feature.word] |= feature.mask
    return (isNew, feature)
  }

  /// Takes a feature out.
  /// - Returns: the feature; nil where it was missing.
  @discardableResult
  @inlinable
  public mutating func remove(_ feature: Feature) -> Feature? {
    let wasThere = contains(feature)
    self[word: feature.word] &= ~feature.mask
    return wasThere ? feature : nil
  }

  /// Inserts or removes a feature.
  @inlinable
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  public mutating func set(_ feature: Feature, _ isPresent: Bool) {
    if isPresent { insert(feature) } else { remove(feature) }
  }

  /// Whether no bit is set, named or not.
  @inlinable
  public var isEmpty: Bool {
    var all: UInt32 = 0
    let span = words.span
    for index in span.indices { all |= span[index] }
    return all == 0
  }

  /// Number of features in the set, named or not.
  @inlinable
  public var count: Int {
    var sum = 0
    let span = words.span
    for index in span.indices { sum &+= span[index].nonzeroBitCount }
    return sum
  }

  /// Keeps what the other set has, too.
  @inlinable
  public mutating func formIntersection(_ other: borrowing FeatureSet) {
    let right = other.words.span
    var left = words.mutableSpan
    for index in right.indices { left[index] &= right[index] }
  }

  /// Adds everything of the other set.
  @inlinable
  public mutating func formUnion(_ other: borrowing FeatureSet) {
    let right = other.words.span
    var left = words.mutableSpan
    for index in right.indices { left[index] |= right[index] }
  }

  /// Keeps what only one of the two sets has.
  @inlinable
  public mutating func formSymmetricDifference(_ other: borrowing FeatureSet) {
    let right = other.words.span
    var left = words.mutableSpan
    for index in right.indices { left[index] ^= right[index] }
  }

  /// Takes out everything of the other set.
  @inlinable
  public mutating func subtract(_ other: borrowing FeatureSet) {
    let right = other.words.span
    var left = words.mutableSpan
    for index in right.indices { left[index] &= ~right[index] }
  }

  /// What both sets have.
  @inlinable
  public func intersection(_ other: borrowing FeatureSet) -> FeatureSet {
    var result = self
    result.formIntersection(other)
    return result
  }

  /// What either set has.
  @inlinable
  public func union(_ other: borrowing FeatureSet) -> FeatureSet {
    var result = self
    result.formUnion(other)
    return result
  }

  /// What only one of the two sets has.
  @inlinable
  public func symmetricDifference(_ other: borrowing FeatureSet) -> FeatureSet {
    var result = self
    result.formSymmetricDifference(other)
    return result
  }

  /// What the other set has not.
  @inlinable
  public func subtracting(_ other: borrowing FeatureSet) -> FeatureSet {
    var result = self
    result.subtract(other)
    return result
  }

  /// True where every feature of the set is in `other`.
  @inlinable
  public func isSubset(of other: borrowing FeatureSet) -> Bool {
    let left = words.span
    let right = other.words.span
    var excess: UInt32 = 0
    for index in left.indices { excess |= left[index] & ~right[index] }
    return excess == 0
  }

  /// Calls `body` for each feature of the set, in ascending order.
  @inlinable
  public func forEachFeature(_ body: (Feature) -> Void) {
    let span = words.span
    for index in span.indices {
      var bits = SetBits(span[index])
      while let bit = bits.next() { body(Feature(word: index, bit: bit)) }
    }
  }
}

extension FeatureSet: Equatable {
  @inlinable
  public static func == (left: FeatureSet, right: FeatureSet) -> Bool {
    let first = left.words.span
    let second = right.words.span
    var difference: UInt32 = 0
    for index in first.indices { difference |= first[index] ^ second[index] }
    return difference == 0
  }
}
