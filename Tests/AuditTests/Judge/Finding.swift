// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// One thing that is wrong with a candidate: the code, the place, the bits, and the row by name.
///
/// Where no row is meant, each set bit is a finding of its own, since nothing says how bits without
/// names are to be grouped.
struct Finding: Hashable {
  enum Place: Hashable {
    case leaf(UInt32, UInt32?, Int)
    case msr(UInt32)
  }

  var code: UInt16
  var place: Place
  var high: Int
  var low: Int
  /// The name of the feature or field; empty for bits.
  var row: String
  /// The prerequisite that is missing, or the owner of a leaf.
  var need: String

  init(
    _ code: UInt16, _ place: Place, _ bits: ClosedRange<Int>, row: String = "", need: String = ""
  ) {
    self.code = code
    self.place = place
    high = bits.upperBound
    low = bits.lowerBound
    self.row = row
    self.need = need
  }

  /// What the auditor found, in this form.
  static func list(_ violations: [Violation]) -> [Finding] { violations.flatMap { of($0) } }

  /// What the auditor finds at one place.
  static func violations(
    of candidate: CPUPolicy, _ auditor: Auditor, at place: Place
  ) -> [Violation] {
    var found: [Violation] = []
    auditor.forEachViolation(of: candidate) { if Self.place(of: $0) == place { found.append($0) } }
    return found
  }

  private static func place(of violation: Violation) -> Place {
    switch violation.place {
    case .leaf(let leaf, let register):
      .leaf(leaf.leaf, leaf.isPlain ? nil : leaf.subleaf, Int(register.rawValue))
    case .msr(let index): .msr(index.rawValue)
    }
  }

  private static func of(_ violation: Violation) -> [Finding] {
    let place = place(of: violation)
    let row: String? =
      switch violation.subject {
      case .feature(let feature): feature.name
      case .field(let field): field.name
      case .msrField(let field): field.name
      case .bits: nil
      }
    let code = violation.code.rawValue
    let need = violation.prerequisite?.name ?? ""
    let bits = violation.lowBit...violation.highBit
    guard row == nil, ofBits.contains(code) else {
      return [Finding(code, place, bits, row: row ?? "", need: need)]
    }
    return bits.filter { violation.value >> UInt64($0 - bits.lowerBound) & 1 != 0 }.map {
      Finding(code, place, $0...$0, need: need)
    }
  }

  /// Codes about bits, not about a register as a whole.
  private static let ofBits: Set<UInt16> = [111, 113, 171, 172]
}

extension Finding: CustomStringConvertible, Comparable {
  var description: String {
    let at =
      switch place {
      case .leaf(let leaf, let subleaf, let register):
        "0x\(String(leaf, radix: 16))\(subleaf.map { ":\($0)" } ?? "") "
          + PlaceText.upper(Register(rawValue: UInt8(register)) ?? .eax)
      case .msr(let index): "MSR 0x\(String(index, radix: 16))"
      }
    let bits = high == low ? "\(low)" : "\(high):\(low)"
    return "CPU0\(code) \(at)[\(bits)] \(row) \(need)"
  }

  static func < (left: Finding, right: Finding) -> Bool { left.description < right.description }

  /// What only one of two lists has, marked with + and -; empty where they are equal.
  static func difference(found: [Finding], expected: [Finding]) -> [String] {
    var counts: [Finding: Int] = [:]
    for finding in found { counts[finding, default: 0] += 1 }
    for finding in expected { counts[finding, default: 0] -= 1 }
    return counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { "\($0.value > 0 ? "+" : "-")\($0.key)" }
  }
}
