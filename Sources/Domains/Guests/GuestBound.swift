// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What guests are held against: a policy at its source's word, and what it may be as well.
public struct GuestBound: Sendable {
  /// The bound under one value of each fact. An object, since it is large and held against many guests.
  public final class Variant: Sendable {
    /// The most that guests of the kind may be given.
    public let policy: CPUPolicy
    /// What guests of the kind get that ask for nothing, where the host is known.
    public let defaultPolicy: CPUPolicy?
    /// The host's own features, where the host is known.
    public let hostFeatures: FeatureSet?
    /// Features that the host's hardware is known to lack; nil where the host is not known.
    public let lacking: FeatureSet?
    /// Whether guests of the kind can run on the host at all.
    public let hasKind: Bool
    /// Audits under the variant: what it says of a guest follows from the guest and from what stands above.
    let audits = BoundAudits()
    /// Names of the places that are not known.
    let unknownPlaces: Set<String>
    /// Leaf 0, with the vendor's name; nil where it is not known.
    let nameLeaf: LeafRegisters?
    /// Features that need, themselves or by what they need, one whose place is not known.
    let needingUnknown: FeatureSet
    /// Warnings that guests of the host are given, or may be where nobody recorded it.
    let warnings: [WarningCheck.Warning]

    init(
      policy: CPUPolicy, defaultPolicy: CPUPolicy?, hostFeatures: FeatureSet?,
      lacking: FeatureSet?, hasKind: Bool
    ) {
      self.policy = policy
      self.defaultPolicy = defaultPolicy
      self.hostFeatures = hostFeatures
      self.lacking = lacking
      self.hasKind = hasKind
      unknownPlaces = Set(PolicyJSON.unknownPlaces(policy))
      nameLeaf = policy.isKnown(leaf: 0) ? policy[leaf: 0] : nil
      needingUnknown = Self.needingUnknown(policy)
      warnings = WarningCheck.warnings(defaultPolicy, hostFeatures)
    }

    /// Whether everything that is said of a guest is the same under both.
    func isSame(as other: Variant) -> Bool {
      hasKind == other.hasKind && hostFeatures == other.hostFeatures && lacking == other.lacking
        && policy == other.policy && defaultPolicy == other.defaultPolicy
    }
  }

  /// The host's name, or that of the bound's source.
  public var host: String
  /// The kind of guests that it bounds.
  public let kind: GuestKind
  /// As the host's source says, or derivation.
  public var held: Variant
  /// The same with another value of a fact that nobody recorded.
  public var others: [(fact: AssumedFact, bound: Variant)] = []
  /// Features that the bound lacks, whatever the facts are that nobody recorded.
  public private(set) var neverOffered = FeatureSet()
  /// Features that the host's default policy of the kind shows beyond its limits.
  public private(set) var hiddenFeatures = FeatureSet()
  /// Digest of the host's raw policy; nil where no host is known.
  public var digest: String?
  /// The CPU's vendor and the like, where the source gives them without the leaves in which they stand.
  public var identity: PartialPolicy?
  /// What the host says of the CPU models that its guests may have; empty where it lists none.
  public var models: [DescribedHost.Model] = []
  /// The accelerator whose guests the bound is of, where its source says so.
  public var offeredBy: String?
  /// Names of the facts that were assumed.
  public var assumed: [String] = []
  /// Leaves beside the bound, which no policy stores.
  public var outside: [OutsideLeaf] = []

  /// A policy of a host.
  ///
  /// - Parameters:
  ///   - host: its description, with the facts that nobody recorded.
  ///   - kind: which of its policies.
  ///   - owner: options other than those under which the host's own policies came about.
  public init(_ host: HostDescription, _ kind: PolicyKind, _ owner: DerivationOptions? = nil) {
    self.init(host, kind, owner, held: host.systemPolicies(owner))
  }

  /// The same with the host's policies at hand.
  public init(
    _ host: HostDescription, _ kind: PolicyKind, _ owner: DerivationOptions? = nil,
    held policies: SystemPolicies
  ) {
    self.host = host.name
    identity = host.identity
    models = host.models
    offeredBy = host.offeredBy
    self.kind = GuestKind(policyName: kind.name)
    // Who asks to be held against another policy than max is held to the letter.
    let isMax = kind == self.kind.maxPolicy
    let admitted = isMax ? host.toolstackFeatures(owner) : FeatureSet()
    held = Variant(policies, kind, self.kind, admitted)
    let held = held
    others = host.alternatives(to: kind, owner, held: policies).compactMap { alternative in
      let other = Variant(alternative.policies, kind, self.kind, admitted)
      return other.isSame(as: held) ? nil : (alternative.fact, other)
    }
    var offered = held.policy.featureSet
    for (_, other) in others { offered.formUnion(other.policy.featureSet) }
    neverOffered = FeatureSet.known.subtracting(offered)
    hiddenFeatures = policies[self.kind.defaultPolicy].hiddenFeatures
    // Of a host of which little is known another one may have the same digest.
    digest = host.identity == nil ? PolicyDigest.of(policies.raw) : nil
    assumed = host.assumedFacts(of: kind, owner).map(\.name)
  }

  /// A policy that stands alone.
  ///
  /// - Parameters:
  ///   - name: the source's name.
  ///   - policy: the bound itself.
  ///   - kind: the guests that it bounds.
  ///   - origin: the host of which it is a policy, where its document names it.
  public init(
    name: String, policy: CPUPolicy, kind: GuestKind, origin: NamedPolicy.Origin? = nil
  ) {
    host = origin?.host ?? name
    self.kind = kind
    digest = origin?.digest
    held = Variant(
      policy: policy, defaultPolicy: nil, hostFeatures: nil, lacking: nil, hasKind: true)
  }
}

extension GuestBound.Variant {
  convenience init(
    _ policies: SystemPolicies, _ kind: PolicyKind, _ guest: GuestKind, _ admitted: FeatureSet
  ) {
    self.init(
      policy: policies[kind].admitting(admitted), defaultPolicy: policies[guest.defaultPolicy],
      hostFeatures: policies.hostDefault.featureSet, lacking: Self.lacking(policies.raw),
      hasKind: !guest.isHVM || policies.hasHVM)
  }

  private static func needingUnknown(_ policy: CPUPolicy) -> FeatureSet {
    var unknown = FeatureSet()
    for word in 0..<Feature.wordCount where !policy.isKnown(Feature(word: word, bit: 0)) {
      unknown[word: word] = FeatureSet.known[word: word]
    }
    var result = FeatureSet()
    guard !unknown.isEmpty else { return result }
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for feature in Feature.allNamed where !result.contains(feature) {
        var needs = false
        FeatureSet.forEachRequirement(of: feature) {
          if unknown.contains($0) || result.contains($0) { needs = true }
        }
        if needs {
          result.insert(feature)
          hasGrown = true
        }
      }
    }
    return result
  }

  private static func lacking(_ raw: CPUPolicy) -> FeatureSet {
    let has = raw.featureSet
    var result = FeatureSet()
    for word in 0..<Feature.wordCount where raw.isKnown(Feature(word: word, bit: 0)) {
      result[word: word] = ~has[word: word]
    }
    return result
  }
}
