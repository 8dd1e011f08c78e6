import CPUPolicy

extension Field {
  /// Every field of the table.
  public static var all: [Field] { (0..<count).map { Field(rawValue: UInt16($0)) } }

  private func text(_ blob: StaticString, _ offsets: Span<UInt32>) -> String {
    let row = Int(rawValue)
    return row < Field.count ? blob.text(from: offsets[row], to: offsets[row + 1]) : ""
  }

  /// The field's name, e.g. `maxPhysicalAddressBits`.
  public var name: String { text(FieldText.names, FieldText.namesOffsets.span) }
  /// The unit of its number; empty where it has none.
  public var unit: String { text(FieldText.units, FieldText.unitsOffsets.span) }
  /// The key by which the `cpuid=` option limits the field; empty for most.
  public var optionKey: String { text(FieldText.options, FieldText.optionsOffsets.span) }
  /// What the field is, in a few words.
  public var meaning: String { text(FieldText.meanings, FieldText.meaningsOffsets.span) }
  /// The bits as documents write them: `16`, `31:24`.
  public var bitsText: String { highBit == lowBit ? "\(lowBit)" : "\(highBit):\(lowBit)" }

  /// A field by its name, in either case; nil where there is none.
  public init?(named name: String) {
    guard let field = Field.byName[name.lowercased()] else { return nil }
    self = field
  }

  static let byName: [String: Field] = {
    var result: [String: Field] = [:]
    for field in all { result[field.name.lowercased()] = field }
    return result
  }()
}

extension MSRField {
  /// Every MSR field of the table.
  public static var all: [MSRField] { (0..<count).map { MSRField(rawValue: UInt16($0)) } }

  private func text(_ blob: StaticString, _ offsets: Span<UInt32>) -> String {
    let row = Int(rawValue)
    return row < MSRField.count ? blob.text(from: offsets[row], to: offsets[row + 1]) : ""
  }

  /// The field's name, e.g. `platformInfoCpuidFaulting`.
  public var name: String { text(MSRFieldText.names, MSRFieldText.namesOffsets.span) }
  /// What the field is, in a few words.
  public var meaning: String { text(MSRFieldText.meanings, MSRFieldText.meaningsOffsets.span) }
  /// The bits as documents write them.
  public var bitsText: String { highBit == lowBit ? "\(lowBit)" : "\(highBit):\(lowBit)" }

  /// An MSR field by its name, in either case; nil where there is none.
  public init?(named name: String) {
    let wanted = name.lowercased()
    guard let field = MSRField.all.first(where: { $0.name.lowercased() == wanted }) else {
      return nil
    }
    self = field
  }
}
