// SPDX-License-Identifier: Apache-2.0

extension FeatureSet {
  /// Everything that falls with a feature, directly or not, without the feature itself.
  public static func dependants(of feature: Feature) -> FeatureSet {
    let prerequisites = FeatureTable.prerequisites.span
    for position in prerequisites.indices where prerequisites[position] == feature.rawValue {
      return dependants(at: position)
    }
    return FeatureSet()
  }

  static func dependants(at position: Int) -> FeatureSet {
    var result = FeatureSet()
    let dependants = FeatureTable.dependants.span
    var words = result.words.mutableSpan
    for word in words.indices { words[word] = dependants[position &* Feature.wordCount &+ word] }
    return result
  }

  /// Removes what no row names, and every feature of which a prerequisite is missing.
  ///
  /// One pass is enough: the dependants of each prerequisite are closed, so one that falls has
  /// taken its own dependants along.
  public mutating func sanitise() {
    formIntersection(.known)
    close()
  }

  /// Removes every feature of which a prerequisite is missing.
  mutating func close() {
    let prerequisites = FeatureTable.prerequisites.span
    let dependants = FeatureTable.dependants.span
    var words = words.mutableSpan
    for position in prerequisites.indices {
      let index = Int(prerequisites[position])
      guard words[index &>> 5] & (1 &<< UInt32(index & 31)) == 0 else { continue }
      let base = position &* Feature.wordCount
      for word in words.indices { words[word] &= ~dependants[base &+ word] }
    }
  }

  /// Whether a feature of the set lacks one of its prerequisites.
  var hasOrphans: Bool {
    @_addressableSelf get {
      let prerequisites = FeatureTable.prerequisites.span
      let dependants = FeatureTable.dependants.span
      let words = words.span
      var orphans: UInt32 = 0
      for position in prerequisites.indices {
        let index = Int(prerequisites[position])
        guard words[index &>> 5] & (1 &<< UInt32(index & 31)) == 0 else { continue }
        let base = position &* Feature.wordCount
        for word in words.indices { orphans |= words[word] & dependants[base &+ word] }
      }
      return orphans != 0
    }
  }

  /// Adds a feature and everything that needs it: for sets of what must go.
  mutating func insertWithDependants(_ feature: Feature) {
    insert(feature)
    formUnion(FeatureSet.dependants(of: feature))
  }

  /// Removes a feature and everything that needs it.
  @inline(never)
  public mutating func removeWithDependants(_ feature: Feature) {
    remove(feature)
    subtract(FeatureSet.dependants(of: feature))
  }

  /// Calls `body` for each direct prerequisite of a feature.
  public static func forEachRequirement(of feature: Feature, _ body: (Feature) -> Void) {
    let edges = FeatureTable.requirements.span
    for index in edges.indices where UInt16(edges[index] >> 16) == feature.rawValue {
      body(Feature(rawValue: UInt16(truncatingIfNeeded: edges[index])))
    }
  }
}
