// SPDX-License-Identifier: Apache-2.0

/// The sets that the feature table derives: who may have what, and what needs what.
///
/// Derivation takes the table as a value, so that a test can try one that today's rows do not
/// exercise; `FeatureTable.abi` is the project's own.
public struct FeatureTable: Sendable, BitwiseCopyable {
  /// Bits that the hypervisor itself uses only when told to.
  public var hostOptIn: FeatureSet
  /// Offered to PV guests by default.
  public var pvDefault: FeatureSet
  /// Offered to PV guests.
  public var pvMax: FeatureSet
  /// Offered to HVM guests on shadow paging by default.
  public var hvmShadowDefault: FeatureSet
  /// Offered to HVM guests on shadow paging.
  public var hvmShadowMax: FeatureSet
  /// Offered to HVM guests with nested paging by default.
  public var hvmHAPDefault: FeatureSet
  /// Offered to HVM guests with nested paging.
  public var hvmHAPMax: FeatureSet
  /// Bits that the hypervisor has names for.
  public var known = FeatureSet.known
  /// Words of a featureset that the hypervisor knows.
  public var wordCount = Feature.wordCount

  /// The table in `ABI/features.csv`.
  public static var abi: FeatureTable {
    FeatureTable(
      hostOptIn: offered(.hostOptIn), pvDefault: offered(.pvDefault), pvMax: offered(.pvMax),
      hvmShadowDefault: offered(.hvmShadowDefault), hvmShadowMax: offered(.hvmShadowMax),
      hvmHAPDefault: offered(.hvmHAPDefault), hvmHAPMax: offered(.hvmHAPMax))
  }

  /// The columns of `offers`.
  enum Offer: Int {
    case hostOptIn, pvDefault, pvMax, hvmShadowDefault, hvmShadowMax, hvmHAPDefault, hvmHAPMax
  }

  /// One of the sets that the audience letters make.
  static func offered(_ column: Offer) -> FeatureSet {
    var result = FeatureSet()
    let offers = offers.span
    let width = offers.count / Feature.wordCount
    var words = result.words.mutableSpan
    for word in words.indices { words[word] = offers[word &* width &+ column.rawValue] }
    return result
  }

  /// Adds what HVM guests of a kernel may have besides: `ABI/back-ends.csv`.
  public mutating func addKernelFeatures() {
    let defaults = FeatureSet(words: FeatureTable.kernelDefaultWords)
    let offered = FeatureSet(words: FeatureTable.kernelMaxWords)
    hvmShadowDefault.formUnion(defaults)
    hvmHAPDefault.formUnion(defaults)
    hvmShadowMax.formUnion(offered)
    hvmHAPMax.formUnion(offered)
  }

  /// A table from a set for each audience, e.g. an earlier release's.
  public init(
    hostOptIn: FeatureSet, pvDefault: FeatureSet, pvMax: FeatureSet,
    hvmShadowDefault: FeatureSet, hvmShadowMax: FeatureSet, hvmHAPDefault: FeatureSet,
    hvmHAPMax: FeatureSet
  ) {
    self.hostOptIn = hostOptIn
    self.pvDefault = pvDefault
    self.pvMax = pvMax
    self.hvmShadowDefault = hvmShadowDefault
    self.hvmShadowMax = hvmShadowMax
    self.hvmHAPDefault = hvmHAPDefault
    self.hvmHAPMax = hvmHAPMax
  }
}

extension FeatureSet {
  /// Every bit that a row of the table names.
  public static var known: FeatureSet { FeatureSet(words: FeatureTable.knownWords) }
  /// Bits whose value does not simply mean that a function is present.
  public static var special: FeatureSet { FeatureSet(words: FeatureTable.specialWords) }
  /// Bits that a pool shows if any of its hosts has them.
  public static var accumulating: FeatureSet { FeatureSet(words: FeatureTable.accumulatingWords) }
  /// Features that say how the host's CPUs behave, whatever a policy says: a domain's are the host's.
  public static var equalToHost: FeatureSet { FeatureSet(words: FeatureTable.auditEqualWords) }
  /// Features that others need.
  public static var prerequisites: FeatureSet {
    var set = FeatureSet()
    let span = FeatureTable.prerequisites.span
    for index in span.indices { set.insert(Feature(rawValue: span[index])) }
    return set
  }
}
