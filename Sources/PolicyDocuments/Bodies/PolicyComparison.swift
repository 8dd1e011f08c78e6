// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What the `PolicyDiff` document says: every difference between two policies, which are called so.
public struct PolicyComparison: Sendable {
  /// Name of the first policy.
  public var first: String
  /// Name of the second policy.
  public var second: String
  /// The fields that differ, in leaf order.
  public var differences: [PolicyDifference]
  /// What the sources state beside registers and state differently.
  public var statements: [StatementDifference]

  /// The differences between two policies of these names.
  public init(
    _ first: String, _ second: String, _ differences: [PolicyDifference],
    statements: [StatementDifference] = []
  ) {
    self.first = first
    self.second = second
    self.differences = differences
    self.statements = statements
  }

  var members: [JSONValue.Member] {
    let all = differences.map(Self.value) + statements.map(Self.value)
    return [
      .init(name: "first", value: .string(first)), .init(name: "second", value: .string(second)),
      .init(name: "differences", value: .array(all)),
    ]
  }

  private static func value(_ difference: StatementDifference) -> JSONValue {
    .members([
      "name": .string(difference.subject), "first": .optional(difference.left),
      "second": .optional(difference.right), "severity": .string(difference.severity.word),
    ])
  }

  /// One difference.
  static func value(_ difference: PolicyDifference) -> JSONValue {
    func text(_ value: UInt64?) -> JSONValue {
      .optional(value.map { "0x" + String($0, radix: 16) })
    }
    return .object(
      [.init(name: "name", value: .string(difference.name))] + PlaceMembers.of(difference.place)
        + [
          .init(name: "bits", value: .string(difference.bits)),
          .init(name: "first", value: text(difference.left)),
          .init(name: "second", value: text(difference.right)),
          .init(name: "severity", value: .string(difference.severity.word)),
        ])
  }
}
