// SPDX-License-Identifier: Apache-2.0

/// A quick check of a candidate's features: where it passes, nothing can be wrong with them.
///
/// Where no feature of a set lacks a prerequisite, none does in a part that keeps all prerequisites.
struct FeatureQuickCheck: Sendable, BitwiseCopyable {
  /// What a candidate may have, and what it must share with its host.
  private var whole: FeatureSet
  /// Those of them that others need.
  private let prerequisites: FeatureSet
  /// Where the bits stand that no hypervisor can hide.
  private let fixed: FeatureSet
  /// Whether one of them lacks a prerequisite: a bound may have the oddities of a real CPU.
  private let hasOrphans: Bool

  init(allowed: borrowing FeatureSet, fixed: FeatureSet) {
    whole = FeatureSet(words: FeatureTable.auditEqualWords)
    whole.formUnion(allowed)
    prerequisites = whole.intersection(.prerequisites)
    self.fixed = fixed
    hasOrphans = whole.hasOrphans
  }

  /// What an audit reads of it: spans of `Feature.wordCount` words.
  struct View: ~Escapable {
    private let whole: Span<UInt32>
    private let prerequisites: Span<UInt32>
    let fixed: Span<UInt32>
    private let hasOrphans: Bool

    @inline(__always)
    @_lifetime(copy whole, copy prerequisites, copy fixed)
    init(
      whole: Span<UInt32>, prerequisites: Span<UInt32>, fixed: Span<UInt32>, hasOrphans: Bool
    ) {
      self.whole = whole
      self.prerequisites = prerequisites
      self.fixed = fixed
      self.hasOrphans = hasOrphans
    }

    /// Whether a set is so usual that no feature lacks a prerequisite or differs from the fixed ones.
    func passes(_ set: borrowing @_addressable FeatureSet) -> Bool {
      let shown = set.words.span
      let equal = FeatureTable.auditEqualWords.span
      var unusual: UInt32 = hasOrphans ? 1 : 0
      for word in shown.indices {
        let bits = shown[word]
        unusual |= bits & ~whole[unchecked: word] | prerequisites[unchecked: word] & ~bits
        unusual |= (bits ^ fixed[unchecked: word]) & equal[unchecked: word]
      }
      return unusual == 0
    }
  }

  @inline(__always)
  var view: View {
    @_addressableSelf @_lifetime(borrow self) get {
      View(
        whole: whole.words.span, prerequisites: prerequisites.words.span, fixed: fixed.words.span,
        hasOrphans: hasOrphans)
    }
  }
}
