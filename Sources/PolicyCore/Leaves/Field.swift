// SPDX-License-Identifier: Apache-2.0

/// A CPUID field of the table that is no named bit of the featureset.
///
/// The named ones are static members. A field is its place: a named one costs no look at the table,
/// since its register, shift and mask are constants of the code, and stays the same when the table
/// grows.
public struct Field: RawRepresentable, Sendable, BitwiseCopyable {
  /// Register position of the first subleaf; 0xffff where no policy stores the field.
  @usableFromInline
  let position: UInt16
  /// The row, where it is known: a named field's is looked up by its place.
  @usableFromInline
  let knownRow: UInt16
  @usableFromInline
  let packedPlace: UInt32
  /// The leaf (EAX of the CPUID instruction).
  public let leaf: UInt32

  /// A leaf that has fields, as the generated members name it.
  @usableFromInline
  struct Block {
    /// Stands for a leaf that no policy stores.
    @inlinable static var noSlot: UInt16 { 0xffff }

    @usableFromInline let leaf: UInt32
    /// The slot of the first subleaf.
    @usableFromInline let slot: UInt16

    @inlinable
    init(leaf: UInt32, slot: UInt16) {
      self.leaf = leaf
      self.slot = slot
    }
  }

  /// A field of a block: a named one, as the generated members state it, or that of a row.
  @inlinable
  init(_ block: Block, _ place: UInt32, row: UInt16 = 0xffff) {
    leaf = block.leaf
    packedPlace = place
    knownRow = row
    position =
      block.slot == Block.noSlot
      ? 0xffff
      : (block.slot &+ UInt16(truncatingIfNeeded: place & 0xff)) &* 4
        &+ UInt16(truncatingIfNeeded: place &>> 16 & 3)
  }

  /// The field of a row, by its number in the table; the last one's for numbers beyond it. A number
  /// is good for one version of the tables, so nothing stores it.
  public init(rawValue: UInt16) {
    let row = min(Int(rawValue), Field.count &- 1)
    let place = Field.rows[row &* 2]
    let leaf = UInt32(truncatingIfNeeded: place &>> 32)
    self.init(
      Block(
        leaf: leaf,
        slot: LeafLayout.block(leaf).map { UInt16(truncatingIfNeeded: $0.base) } ?? Block.noSlot),
      UInt32(truncatingIfNeeded: place), row: UInt16(truncatingIfNeeded: row))
  }

  /// The number of the field's row.
  public var rawValue: UInt16 { UInt16(truncatingIfNeeded: row) }

  @inline(__always)
  private var row: Int { knownRow == 0xffff ? Field.row(leaf, packedPlace) : Int(knownRow) }

  /// The row of a place; never inlined, for the size of an archive.
  @inline(never)
  private static func row(_ leaf: UInt32, _ place: UInt32) -> Int {
    let wanted = UInt64(leaf) &<< 32 | UInt64(place)
    var row = firstRow(from: leaf)
    // Read where they stand: a span of these rows would be one of a copy.
    while row < count &- 1 && rows[row &* 2] != wanted { row &+= 1 }
    return row
  }

  /// The rows of a leaf.
  static func rows(ofLeaf leaf: UInt32) -> Range<Int> {
    let first = firstRow(from: leaf)
    var end = first
    while end < count && rows[end &* 2] &>> 32 == UInt64(leaf) { end &+= 1 }
    return first..<end
  }

  /// The first row of a leaf or of a higher one: rows stand in the order of their leaves.
  private static func firstRow(from leaf: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low &+ high) / 2
      if Field.rows[middle &* 2] &>> 32 < UInt64(leaf) { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

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
  /// The register of the leaf.
  @inline(__always)
  public var register: Register { Register(position: Int(packedPlace >> 16)) }
  /// The field's lowest bit in the register.
  @inline(__always)
  public var lowBit: Int { Int(packedPlace >> 20 & 31) }
  /// The field's highest bit in the register.
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
  public var rules: FieldRules {
    FieldRules(packed: UInt32(truncatingIfNeeded: Field.rows[row &* 2 &+ 1]))
  }
  /// Whose manual defines the field: a bit for each `DefinedBy`.
  @inline(__always)
  public var vendors: UInt16 { UInt16(truncatingIfNeeded: Field.rows[row &* 2 &+ 1] &>> 32) }

  /// Whether a manual of this kind defines the field.
  @inline(__always)
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
  public static func == (left: Field, right: Field) -> Bool {
    left.leaf == right.leaf && left.packedPlace == right.packedPlace
  }
}

/// The rules of a row: what derivation, audit, levelling and migration do with it.
public struct FieldRules: Equatable, Sendable {
  var packed: UInt32

  /// What derivation makes of the host's value for a guest.
  public var guest: GuestRule { GuestRule(rawValue: UInt8(packed & 15)) ?? .zero }
  /// How a candidate's value is held against the bound's.
  public var audit: AuditRule { AuditRule(rawValue: UInt8(packed >> 4 & 15)) ?? .zero }
  /// What the values of several hosts come to.
  public var level: LevelRule { LevelRule(rawValue: UInt8(packed >> 8 & 15)) ?? .ignore }
  /// What must hold of the value where a guest moves.
  public var migration: MigrationRule { MigrationRule(rawValue: UInt8(packed >> 12 & 15)) ?? .free }
  /// What a guest may suffer that has a wrong value.
  public var severity: Severity { Severity(rawValue: UInt8(packed >> 16 & 15)) ?? .behaviour }
  /// Whether the CPUs of one machine differ in the field by nature.
  public var isPerCPU: Bool { packed >> 24 & 1 != 0 }
  /// What the field's number means.
  public var kind: FieldKind { FieldKind(rawValue: UInt8(packed >> 20 & 15)) ?? .number }
}

/// A field of a model-specific register. The named ones are static members; a field is its place.
public struct MSRField: RawRepresentable, Sendable, BitwiseCopyable {
  /// The register.
  public let msr: MSRIndex
  /// Low bit | high bit << 8 | number among the rows of the same bits << 14.
  @usableFromInline
  let packedBits: UInt16
  /// The row, where it is known: a named field's is looked up by its place.
  @usableFromInline
  let knownRow: UInt16

  /// A named field, as the generated members state it.
  @inlinable
  init(_ msr: UInt32, _ bits: UInt16) {
    self.msr = MSRIndex(rawValue: msr)
    packedBits = bits
    knownRow = 0xffff
  }

  /// The field of a row, by its number in the table; the last one's for numbers beyond it. A number
  /// is good for one version of the tables, so nothing stores it.
  public init(rawValue: UInt16) {
    let row = min(Int(rawValue), MSRField.count &- 1)
    let place = MSRField.places[row]
    msr = LeafLayout.msr(at: Int(place & 0xff))
    packedBits = UInt16(truncatingIfNeeded: place &>> 8)
    knownRow = UInt16(truncatingIfNeeded: row)
  }

  /// The number of the field's row.
  public var rawValue: UInt16 { UInt16(truncatingIfNeeded: row) }

  private var row: Int {
    if knownRow != 0xffff { return Int(knownRow) }
    guard let position = LeafLayout.msrPosition(msr) else { return MSRField.count &- 1 }
    let place = UInt32(truncatingIfNeeded: position) | UInt32(packedBits) &<< 8
    let rows = MSRField.places.span
    var row = 0
    while row < rows.count &- 1 && rows[row] != place { row &+= 1 }
    return row
  }

  /// Index of the register in a policy's storage.
  var position: Int { Int(MSRField.places[row] & 0xff) }
  /// The field's lowest bit in the MSR.
  public var lowBit: Int { Int(packedBits & 63) }
  /// The field's highest bit in the MSR.
  public var highBit: Int { Int(packedBits &>> 8 & 63) }
  /// The bits of the register that belong to the field.
  public var mask: UInt64 {
    (UInt64.max &>> UInt64(63 &- highBit &+ lowBit)) &<< UInt64(lowBit)
  }
  /// The rules of the field's row.
  public var rules: FieldRules { FieldRules(packed: MSRField.rules[row]) }
}

extension MSRField: Equatable {
  @inlinable
  public static func == (left: MSRField, right: MSRField) -> Bool {
    left.msr == right.msr && left.packedBits == right.packedBits
  }
}

// Hashing takes a random seed from the operating system, which a freestanding core lacks.
#if !hasFeature(Embedded)
  extension Field: Hashable {
    public func hash(into hasher: inout Hasher) {
      hasher.combine(leaf)
      hasher.combine(packedPlace)
    }
  }
  extension MSRField: Hashable {
    public func hash(into hasher: inout Hasher) {
      hasher.combine(msr)
      hasher.combine(packedBits)
    }
  }
#endif
