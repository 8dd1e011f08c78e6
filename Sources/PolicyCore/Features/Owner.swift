// SPDX-License-Identifier: Apache-2.0

/// What a leaf, a register or a field waits for: a feature, or a field that is not zero
/// (`ABI/leaves.csv`). Without its owner a place holds nothing, and what must equal the host's value
/// must equal it where the owner is shown.
struct Owner: Sendable, BitwiseCopyable {
  /// Index of a feature; behind 1 << 31, a field: position << 16 | low bit << 8 | high bit.
  let packed: UInt32

  /// The owner of what waits for nothing.
  static var none: Owner { Owner(packed: .max) }

  var isNone: Bool { packed == .max }

  /// The feature; nil where a field is the owner.
  var feature: Feature? {
    packed >> 31 == 0 ? Feature(rawValue: UInt16(truncatingIfNeeded: packed)) : nil
  }

  /// Whether a policy shows the owner.
  /// - Parameters:
  ///   - features: the policy's, which its registers need not hold yet.
  ///   - registers: its storage.
  #if hasFeature(Embedded)
    // One copy of it, for the size of an archive.
    @inline(never)
  #endif
  func isShown(
    _ features: borrowing @_addressable FeatureSet, in registers: Span<UInt32>
  ) -> Bool {
    if isNone { return true }
    if let feature { return features.contains(feature) }
    let place = OwnedField(packed: packed & ~(1 << 31))
    return registers[place.position] & place.mask != 0
  }
}

/// A field that waits for an owner, in its one register.
struct OwnedField: Sendable, BitwiseCopyable {
  /// Position << 16 | low bit << 8 | high bit.
  let packed: UInt32

  var position: Int { Int(packed >> 16) }
  var lowBit: Int { Int(packed >> 8 & 31) }
  var highBit: Int { Int(packed & 31) }
  var mask: UInt32 {
    (0xffff_ffff &>> UInt32(truncatingIfNeeded: 31 &- highBit &+ lowBit)) &<< (packed >> 8 & 31)
  }
}

extension Field {
  /// What the field waits for in a subleaf: an owner of its own, else that of its leaf.
  func owner(subleaf: UInt32) -> Owner {
    if let position = position(subleaf: subleaf) {
      let fields = FeatureTable.ownedFields.span
      for index in fields.indices {
        let other = OwnedField(packed: fields[index])
        if other.position == position, other.mask == mask {
          return Owner(packed: FeatureTable.ownersOfFields[index])
        }
      }
    }
    let leaves = FeatureTable.ownedLeaves.span
    for index in leaves.indices where leaves[index] == leaf {
      return Owner(packed: FeatureTable.ownersOfLeaves[index])
    }
    return .none
  }
}

extension Feature {
  /// The feature without which a leaf holds nothing; nil for leaves that wait for none.
  public static func owner(ofLeaf leaf: UInt32) -> Feature? {
    let leaves = FeatureTable.ownedLeaves.span
    for index in leaves.indices where leaves[index] == leaf {
      return Owner(packed: FeatureTable.ownersOfLeaves[index]).feature
    }
    return nil
  }

  /// The feature without which a register holds nothing; nil for one that waits for none.
  public static func owner(ofMSR index: MSRIndex) -> Feature? {
    guard let position = LeafLayout.msrPosition(index) else { return nil }
    return Owner(packed: FeatureTable.ownersOfMSRs[position]).feature
  }
}
