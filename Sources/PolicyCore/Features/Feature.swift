// SPDX-License-Identifier: Apache-2.0

/// One bit of the featureset. The raw value is word * 32 + bit; the named ones are static members.
public struct Feature: RawRepresentable, Equatable, Sendable, BitwiseCopyable {
  public var rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The feature of a bit, 0 to 31, in a word of the featureset, named or not.
  @inlinable
  public init(word: Int, bit: Int) { rawValue = UInt16(truncatingIfNeeded: word &* 32 &+ bit) }

  /// The word of the featureset.
  @inlinable
  public var word: Int { Int(rawValue >> 5) }
  /// The bit in its word, 0 to 31.
  @inlinable
  public var bit: Int { Int(rawValue & 31) }
  /// The bit as a mask of its word.
  @inlinable
  public var mask: UInt32 { 1 &<< UInt32(bit) }

  /// True where a row of the table names the bit.
  public var isNamed: Bool { attributes != 0 }
  /// How ready the feature is to be given to guests.
  public var maturity: Maturity { Maturity(rawValue: UInt8(attributes & 7)) ?? .supported }
  /// What a destination owes a running guest that saw the feature.
  public var migration: MigrationRule {
    MigrationRule(rawValue: UInt8(attributes >> 3 & 15)) ?? .free
  }
  /// How the hosts of a pool agree on the feature.
  public var level: LevelRule { LevelRule(rawValue: UInt8(attributes >> 7 & 15)) ?? .and }
  /// How a candidate's bit is held against its bound.
  public var audit: AuditRule { AuditRule(rawValue: UInt8(attributes >> 11 & 15)) ?? .subset }

  private var attributes: UInt16 {
    word < Feature.wordCount ? FeatureTable.attributes[Int(rawValue)] : 0
  }

  /// Where a policy holds the bit.
  public var place: Place {
    guard word < Feature.wordCount else { return .none }
    let source = FeatureSource(FeatureTable.sources[word])
    if source.isMSR {
      let index = LeafLayout.msr(at: source.msrPosition)
      return .msr(index, bit: bit &+ Int(source.shift))
    }
    let place = LeafLayout.place(ofSlot: source.registerPosition >> 2)
    return .leaf(place, Register(position: source.registerPosition), bit: bit)
  }

  /// A bit's place in CPUID or in an MSR.
  public enum Place: Equatable, Sendable {
    case leaf(LeafPlace, Register, bit: Int)
    case msr(MSRIndex, bit: Int)
    case none
  }
}

// Hashing takes a random seed from the operating system, which a freestanding core lacks.
#if !hasFeature(Embedded)
  extension Feature: Hashable {}
#endif
