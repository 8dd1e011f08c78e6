// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Something that a form says of a CPU and that no register of a policy can hold: a model's name, a
/// feature asked for on top of it, bits of a register whose others are unknown.
///
/// Two policies with other statements are not alike, whatever their registers say. Statements count
/// in the digest and show in a comparison.
public struct Statement: Hashable, Comparable, Sendable {
  /// What it is about: `model`, `feature avx`, `field steppingId`, `leaf 0x7:0 EBX`.
  public var subject: String
  /// What is said of it: `Haswell`, `required`, `0x3`, `0b1x0`.
  public var value: String

  /// A statement about a subject.
  public init(_ subject: String, _ value: String) {
    self.subject = subject
    self.value = value
  }

  /// By subject, then by value.
  public static func < (left: Statement, right: Statement) -> Bool {
    (left.subject, left.value) < (right.subject, right.value)
  }

  /// Bits of a register of which the form sets only some: `0` and `1` are set, `x` is left open.
  ///
  /// - Parameters:
  ///   - mask: the bits that are set; all others are open.
  ///   - width: number of bits of the register.
  static func bits(_ subject: String, _ value: UInt64, mask: UInt64, width: Int) -> Statement {
    Statement(subject, bitmap(value, mask: mask, width: width))
  }

  /// `0b` and a digit for each bit, the highest first: `x` for one that is open.
  static func bitmap(_ value: UInt64, mask: UInt64, width: Int) -> String {
    var text = "0b"
    for bit in stride(from: width - 1, through: 0, by: -1) {
      let isOpen = mask >> UInt64(bit) & 1 == 0
      text += isOpen ? "x" : value >> UInt64(bit) & 1 != 0 ? "1" : "0"
    }
    return text
  }
}

/// A statement that only one of two policies makes, or that they make differently.
public struct StatementDifference: Equatable, Sendable {
  /// What the statements are about.
  public var subject: String
  /// What each says; nil where it says nothing.
  public var left: String?
  /// What the second policy says; nil where it says nothing.
  public var right: String?

  /// What cannot be judged may be anything.
  public var severity: Severity { .ofUnknown }

  /// Every difference, by subject. A subject of which one side says several things counts as one.
  public static func between(
    _ left: [Statement], _ right: [Statement]
  ) -> [StatementDifference] {
    func values(_ statements: [Statement]) -> [String: String] {
      Dictionary(grouping: statements, by: \.subject).mapValues { same in
        same.map(\.value).sorted().joined(separator: ", ")
      }
    }
    let (first, second) = (values(left), values(right))
    return Set(first.keys).union(second.keys).sorted().compactMap { subject in
      first[subject] == second[subject]
        ? nil
        : StatementDifference(subject: subject, left: first[subject], right: second[subject])
    }
  }
}
