import CPUPolicy
import PolicyText

/// What a toolstack wants other than the default policy.
public struct PolicyChanges: Equatable, Sendable {
  public var added = FeatureSet()
  public var removed = FeatureSet()
  /// Numbers for fields, applied in order.
  public var numbers: [Number] = []

  public struct Number: Equatable, Sendable {
    public var field: Field
    public var subleaf: UInt32
    public var value: UInt32

    public init(field: Field, subleaf: UInt32 = 0, value: UInt32) {
      self.field = field
      self.subleaf = subleaf
      self.value = value
    }
  }

  public init() {}

  /// From the project's own grammar. A third state for guests alone means nothing here, where
  /// everything is for a guest: `name=guest` is `name`.
  public init(_ option: CPUIDOption) {
    added = option.optedIn.union(option.guestOnly)
    removed = option.optedOut
    numbers = option.limits.map { Number(field: $0.field, value: $0.value) }
  }
}

extension CPUPolicy {
  /// Sets the numbers that a toolstack asked for, and drops what a lowered limit hides.
  mutating func apply(_ numbers: [PolicyChanges.Number]) {
    for number in numbers { self[number.field, subleaf: number.subleaf] = number.value }
    guard !numbers.isEmpty else { return }
    clearStaleLeaves()
    var features = featureSet
    if maxBasicLeaf < 0xd && features.contains(.xsave) {
      features.removeWithDependants(.xsave)
    }
    features.sanitise()
    self = withFeatures(features)
    clearStaleLeaves()
  }
}
