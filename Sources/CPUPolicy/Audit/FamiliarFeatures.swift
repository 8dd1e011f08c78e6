/// The features that most candidates show, with which nothing can be wrong.
///
/// Where no feature of a set lacks a prerequisite, none does in a part that keeps all prerequisites.
struct FamiliarFeatures: Sendable {
  /// What a candidate may have, and what it must share with its host.
  private var whole: FeatureSet
  /// Those of them that others need.
  private let prerequisites: FeatureSet
  /// Where the bits stand that no hypervisor can hide.
  let fixed: FeatureSet
  /// Whether one of them lacks a prerequisite: a bound may have the oddities of a real CPU.
  private let hasOrphans: Bool

  init(allowed: borrowing FeatureSet, fixed: FeatureSet) {
    whole = FeatureSet(words: FeatureTable.auditEqualWords)
    whole.formUnion(allowed)
    prerequisites = whole.intersection(.prerequisites)
    self.fixed = fixed
    hasOrphans = whole.hasOrphans
  }

  /// Whether a set is so usual that no feature lacks a prerequisite or differs from the fixed ones.
  @_addressableSelf
  func cover(_ set: borrowing @_addressable FeatureSet) -> Bool {
    let shown = set.words.span
    let familiar = whole.words.span
    let needed = prerequisites.words.span
    let expected = fixed.words.span
    let equal = FeatureTable.auditEqualWords.span
    var unusual: UInt32 = hasOrphans ? 1 : 0
    for word in shown.indices {
      unusual |= shown[word] & ~familiar[word] | needed[word] & ~shown[word]
      unusual |= (shown[word] ^ expected[word]) & equal[word]
    }
    return unusual == 0
  }
}
