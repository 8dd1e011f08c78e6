// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What a toolstack wants other than the default policy.
public struct PolicyChanges: Equatable, Sendable {
  /// Features that the default is without and the guest is to have.
  public var added = FeatureSet()
  /// Features of the default that the guest is to be without, with everything that needs them.
  public var removed = FeatureSet()
  /// Numbers for fields, applied in order.
  public var numbers: [Number] = []
  /// Bits of registers, as xl names them.
  public var registers: [RegisterChange] = []
  /// Features in MSRs, as xl names them.
  public var msrs: [MSRChange] = []

  /// A field's number.
  public struct Number: Equatable, Sendable {
    /// The field that is set.
    public var field: Field
    /// The field's subleaf; 0 where its leaf has none.
    public var subleaf: UInt32
    /// The number, shifted down to bit 0.
    public var value: UInt32

    /// A number for a field.
    public init(field: Field, subleaf: UInt32 = 0, value: UInt32) {
      self.field = field
      self.subleaf = subleaf
      self.value = value
    }
  }

  /// Nothing other than the default.
  public init() {}

  /// From xl's setting.
  public init(_ setting: XLSetting) {
    registers = setting.changes
    msrs = setting.msrChanges
  }

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
  package mutating func apply(_ numbers: [PolicyChanges.Number]) {
    for number in numbers { self[number.field, subleaf: number.subleaf] = number.value }
    guard !numbers.isEmpty else { return }
    clearStaleLeaves()
    var features = featureSet
    if self[.maxBasicLeaf] < 0xd && features.contains(.xsave) {
      features.removeWithDependants(.xsave)
    }
    features.sanitise()
    self = withFeatures(features)
    refreshCopies()
    clearStaleLeaves()
  }

  /// Sets the bits that a toolstack named, and drops what needs a feature that was taken away. Bits
  /// that are not named stay.
  package mutating func apply(_ wanted: PolicyChanges, host: CPUPolicy) {
    guard !wanted.registers.isEmpty || !wanted.msrs.isEmpty else { return }
    let before = featureSet
    for change in wanted.registers {
      let subleaf = change.place.isPlain ? 0 : change.place.subleaf
      guard let slot = LeafLayout.slot(change.place.leaf, subleaf) else { continue }
      self[slot: slot][change.register] = change.apply(
        to: self[slot: slot][change.register], host: host[slot: slot][change.register])
    }
    var features = featureSet
    let theirs = host.featureSet
    for change in wanted.msrs {
      features.set(change.feature, change.value ?? theirs.contains(change.feature))
    }
    // The hypervisor gives every domain these itself, whatever a toolstack sends.
    features.subtract(FeatureSet.equalToHost)
    features.formUnion(before.intersection(FeatureSet.equalToHost))
    if features != featureSet { featureSet = features }
    before.subtracting(features).forEachFeature { features.removeWithDependants($0) }
    if features != before { self = withFeatures(features) }
    refreshCopies()
    clearStaleLeaves()
  }
}

extension PolicyChanges {
  /// A register of which xl would have reset bits that were chosen before.
  public struct Reset: Equatable, Sendable, CustomStringConvertible {
    /// The leaf and subleaf.
    public var place: LeafPlace
    /// The register of the leaf.
    public var register: Register
    /// The bits that xl would have reset.
    public var bits: UInt32

    public var description: String {
      let number = "0x" + String(bits, radix: 16)
      return
        "\(PlaceText.leaf(place)) \(PlaceText.upper(register)): xl would reset bits \(number), "
        + "which were not named, to the default; here they stay as they were chosen"
    }
  }

  /// xl rewrites the whole of a register of which one bit is named: the bits that this would have
  /// taken back to the default.
  ///
  /// - Parameters:
  ///   - chosen: the policy before the setting applies.
  ///   - fallback: the default.
  public func resets(in chosen: CPUPolicy, default fallback: CPUPolicy) -> [Reset] {
    registers.compactMap { change in
      let subleaf = change.place.isPlain ? 0 : change.place.subleaf
      guard let slot = LeafLayout.slot(change.place.leaf, subleaf) else { return nil }
      let differing =
        (chosen[slot: slot][change.register] ^ fallback[slot: slot][change.register])
        & ~change.named
      return differing == 0
        ? nil : Reset(place: change.place, register: change.register, bits: differing)
    }
  }
}
