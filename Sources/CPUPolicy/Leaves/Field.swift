/// A CPUID field of the table that is no named bit of the featureset.
///
/// The raw value is the row; the named ones are static members. A field carries its place, so that
/// a named one costs no look at the table: its register, shift and mask are constants of the code.
public struct Field: RawRepresentable, Sendable, BitwiseCopyable {
  public let rawValue: UInt16
  /// Register position of the first subleaf; 0xffff where no policy stores the field.
  @usableFromInline
  let position: UInt16
  @usableFromInline
  let packedPlace: UInt32
  /// The leaf (EAX of the CPUID instruction).
  public let leaf: UInt32

  /// The field of a row; the last one's for numbers beyond the table.
  public init(rawValue: UInt16) {
    let row = min(Int(rawValue), Field.count &- 1)
    self.init(
      row: rawValue, leaf: Field.leaves[row], place: Field.places[row],
      position: Field.positions[row])
  }

  /// A named field, as the generated members state it.
  @inlinable
  init(row: UInt16, leaf: UInt32, place: UInt32, position: UInt16) {
    rawValue = row
    self.position = position
    packedPlace = place
    self.leaf = leaf
  }

  @inline(__always)
  private var row: Int { min(Int(rawValue), Field.count &- 1) }

  /// True where the leaf ignores ECX.
  @inline(__always)
  public var isPlain: Bool { packedPlace >> 18 & 1 != 0 }
  /// First and last subleaf in which the field stands; 0 and 0 for a plain leaf.
  @inline(__always)
  public var subleaves: ClosedRange<UInt32> {
    let first = firstSubleaf
    return first...max(first, lastSubleaf)
  }
  @inline(__always)
  var firstSubleaf: UInt32 { packedPlace & 0xff }
  @inline(__always)
  var lastSubleaf: UInt32 { packedPlace >> 8 & 0xff }
  @inline(__always)
  public var register: Register { Register(position: Int(packedPlace >> 16)) }
  @inline(__always)
  public var lowBit: Int { Int(packedPlace >> 20 & 31) }
  @inline(__always)
  public var highBit: Int { Int(packedPlace >> 25 & 31) }
  /// The bits of the register that belong to the field.
  @inline(__always)
  public var mask: UInt32 { valueMask &<< UInt32(truncatingIfNeeded: lowBit) }
  /// The largest value the field can hold.
  @inline(__always)
  public var valueMask: UInt32 {
    0xffff_ffff &>> UInt32(truncatingIfNeeded: 31 &- highBit &+ lowBit)
  }
  /// The rules of the field's row.
  @inline(__always)
  public var rules: FieldRules { FieldRules(packed: Field.rules[row]) }
  /// Whose manual defines the field: a bit for each `DefinedBy`.
  public var vendors: UInt16 { Field.vendors[row] }

  /// Whether a manual of this kind defines the field.
  public func isDefined(by vendor: DefinedBy) -> Bool {
    vendors >> UInt16(vendor.rawValue) & 1 != 0
  }

  /// Slot of the field in a subleaf; nil where no policy stores it.
  @inline(__always)
  public func slot(subleaf: UInt32) -> Int? {
    guard let position = position(subleaf: subleaf) else { return nil }
    return position >> 2
  }

  /// Index of the field's register in a policy's storage; nil where no policy stores it.
  @inline(__always)
  func position(subleaf: UInt32) -> Int? {
    guard position != 0xffff else { return nil }
    if isPlain { return Int(position) }
    guard subleaf >= firstSubleaf, subleaf <= lastSubleaf else { return nil }
    return Int(position) &+ Int(truncatingIfNeeded: subleaf &- firstSubleaf) &* 4
  }
}

extension Field: Equatable {
  @inlinable
  public static func == (left: Field, right: Field) -> Bool { left.rawValue == right.rawValue }
}

/// The rules of a row: what derivation, audit, levelling and migration do with it.
public struct FieldRules: Equatable, Sendable {
  var packed: UInt32

  public var guest: GuestRule { GuestRule(rawValue: UInt8(packed & 15)) ?? .zero }
  public var audit: AuditRule { AuditRule(rawValue: UInt8(packed >> 4 & 15)) ?? .zero }
  public var level: LevelRule { LevelRule(rawValue: UInt8(packed >> 8 & 15)) ?? .ignore }
  public var migration: MigrationRule { MigrationRule(rawValue: UInt8(packed >> 12 & 15)) ?? .free }
  public var severity: Severity { Severity(rawValue: UInt8(packed >> 16 & 15)) ?? .behaviour }
  /// Whether the CPUs of one machine differ in the field by nature.
  public var isPerCPU: Bool { packed >> 24 & 1 != 0 }
  public var kind: FieldKind { FieldKind(rawValue: UInt8(packed >> 20 & 15)) ?? .number }
}

/// A field of a model-specific register. The raw value is the row of the table.
public struct MSRField: RawRepresentable, Equatable, Sendable, BitwiseCopyable {
  public var rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  private var row: Int { min(Int(rawValue), MSRField.count &- 1) }

  /// Index of the register in a policy's storage.
  var position: Int { Int(MSRField.places[row] & 0xff) }
  public var msr: MSRIndex { LeafLayout.msr(at: position) }
  public var lowBit: Int { Int(MSRField.places[row] >> 8 & 63) }
  public var highBit: Int { Int(MSRField.places[row] >> 16 & 63) }
  /// The bits of the register that belong to the field.
  public var mask: UInt64 {
    (UInt64.max &>> UInt64(63 &- highBit &+ lowBit)) &<< UInt64(lowBit)
  }
  /// The rules of the field's row.
  public var rules: FieldRules { FieldRules(packed: MSRField.rules[row]) }
}

// Hashing takes a random seed from the operating system, which a freestanding core lacks.
#if !hasFeature(Embedded)
  extension Field: Hashable {
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
  }
  extension MSRField: Hashable {}
#endif
