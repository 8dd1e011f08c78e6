// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension Field {
  /// Every field of the table.
  public static var all: [Field] { (0..<count).map { Field(rawValue: UInt16($0)) } }

  /// The field's name, e.g. `maxPhysicalAddressBits`.
  public var name: String { FieldText.records.text(row: Int(rawValue), column: 0) }
  /// The unit of its number; empty where it has none.
  public var unit: String { FieldText.records.text(row: Int(rawValue), column: 2) }
  /// The key by which the `cpuid=` option limits the field; empty for most.
  public var optionKey: String {
    guard let row = FieldText.optionFields.firstIndex(of: self) else { return "" }
    return FieldText.optionKeys.text(row: row, column: 0)
  }
  /// What the field is, in a few words.
  public var meaning: String { FieldText.records.text(row: Int(rawValue), column: 1) }
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

  /// The field's name, e.g. `platformInfoCpuidFaulting`.
  public var name: String { MSRFieldText.records.text(row: Int(rawValue), column: 0) }
  /// What the field is, in a few words.
  public var meaning: String { MSRFieldText.records.text(row: Int(rawValue), column: 1) }
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

extension FieldText {
  static let records = TextRecords(rows, lengths: rowsLengths.span)
  static let optionKeys = TextRecords(options, lengths: optionsLengths.span)
}

extension MSRFieldText {
  static let records = TextRecords(rows, lengths: rowsLengths.span)
}
