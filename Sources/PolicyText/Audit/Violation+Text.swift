// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension Violation {
  /// `CPU0101`.
  public var codeText: String { code.text }

  /// The bits as documents write them: `16`, `31:24`.
  public var bitsText: String { highBit == lowBit ? "\(lowBit)" : "\(highBit):\(lowBit)" }

  /// The name of the feature or field; `reserved` for bits without a row.
  public var fieldName: String {
    switch subject {
    case .feature(let feature): feature.name
    case .field(let field): field.name
    case .msrField(let field): field.name
    case .bits: code == .reservedBits ? "reserved" : "register"
    }
  }

  /// The word of the table behind the violation, or what else was held against.
  public var ruleText: String {
    let rule = code.cell(.rule)
    return rule == "row" ? rowRule : rule
  }

  private var rowRule: String {
    switch subject {
    case .field(let field): field.rules.audit.word
    case .msrField(let field): field.rules.audit.word
    default: "reserved"
    }
  }

  /// Where it stands: `7:0 EBX[16]`, `MSR 0x10a[2]`.
  public var placeText: String {
    switch place {
    case .leaf(let leaf, let register):
      "\(PlaceText.leaf(leaf)) \(PlaceText.upper(register))[\(bitsText)]"
    case .msr(let index): "MSR 0x\(String(index.rawValue, radix: 16))[\(bitsText)]"
    }
  }

  /// One line: what is wrong, with both values.
  public var message: String { words(.message, name: fieldName, nameOf: \.name) }

  /// What to do about it.
  public var remedy: String {
    let name =
      if case .feature(let feature) = subject { feature.optionName } else { fieldName }
    return words(.remedy, name: name, nameOf: \.optionName)
  }

  /// The words of the code's first row whose case is this one, or of the code's own row.
  private func words(
    _ column: CodeText.Column, name: String, nameOf: (Feature) -> String
  ) -> String {
    let rows = code.rows
    let row = rows.dropFirst().first(where: holds) ?? rows.lowerBound
    return MessageTemplate(CodeText.records.text(row: row, column: column.rawValue)).filled {
      filling($0, name: name, nameOf: nameOf)
    }
  }

  /// Whether the case for which a row has words is this one.
  private func holds(_ row: Int) -> Bool {
    switch TextCondition(rawValue: CodeText.conditions.span[row]) {
    case .feature: if case .feature = subject { true } else { false }
    case .same: value == bound
    case .zero: value == 0
    case .always, nil: false
    }
  }

  /// What stands for a placeholder of `ABI/codes.csv`.
  private func filling(
    _ placeholder: Substring, name: String, nameOf: (Feature) -> String
  ) -> String {
    let parts = placeholder.split(separator: "|", maxSplits: 1)
    if parts.count == 2 { return prerequisite.map(nameOf) ?? String(parts[1]) }
    switch placeholder {
    case "name": return name
    case "bits": return bitsText
    case "value": return String(value)
    case "bound": return String(bound)
    case "value:hex": return Violation.hex(value)
    case "bound:hex": return Violation.hex(bound)
    case "value:khz": return Violation.frequency(value)
    case "bound:khz": return Violation.frequency(bound)
    case "value:lbr": return Violation.branchFormat(value)
    case "bound:lbr": return Violation.branchFormat(bound)
    default: return ""
    }
  }

  private static func hex(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }

  private static func frequency(_ khz: UInt64) -> String {
    khz == 0 ? "an unknown frequency" : "\(khz) kHz"
  }

  private static func branchFormat(_ format: UInt64) -> String {
    format == 0x3f ? "of an unknown format" : "of format \(hex(format))"
  }

  /// The order of reports: by leaf, subleaf, register and bit, MSRs last.
  public static func inLeafOrder(_ left: Violation, _ right: Violation) -> Bool {
    let (first, second) = (PlaceKey(left.place), PlaceKey(right.place))
    return first == second ? left.tail < right.tail : first < second
  }

  /// What orders violations of one register.
  private var tail: (Int, UInt16, UInt16) { (lowBit, code.rawValue, prerequisite?.rawValue ?? 0) }

  /// A place in the order of reports.
  public struct PlaceKey: Hashable, Comparable, Sendable {
    private let index: UInt64
    /// The register; behind all of them for MSRs.
    private let register: UInt8

    /// The key of a place: leaves by number and register, MSRs behind them.
    public init(_ place: Place) {
      switch place {
      case .leaf(let leaf, let register):
        index = UInt64(leaf.leaf) << 32 | UInt64(leaf.subleaf)
        self.register = register.rawValue
      case .msr(let index):
        self.index = UInt64(index.rawValue)
        register = .max
      }
    }

    public static func < (left: Self, right: Self) -> Bool {
      let areMSRs = (left.register == .max, right.register == .max)
      if areMSRs.0 != areMSRs.1 { return areMSRs.1 }
      return (left.index, left.register) < (right.index, right.register)
    }
  }
}

extension AuditRule {
  /// The table's word.
  public var word: String {
    switch self {
    case .atMost: "atMost"
    case .atLeast: "atLeast"
    default: "\(self)"
    }
  }
}

extension Auditor {
  /// Everything that is wrong with a candidate, in leaf order.
  public func violations(of candidate: CPUPolicy) -> [Violation] {
    var found: [Violation] = []
    forEachViolation(of: candidate) { found.append($0) }
    return found.sorted(by: Violation.inLeafOrder)
  }
}
