// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// How much a report is about: a verdict on nothing must not look like one on everything.
struct JudgedBody: Sendable {
  /// Number of inputs.
  var inputs: Int
  /// Number of CPUs in them.
  var cpus: Int

  var member: JSONValue.Member {
    .init(name: "judged", value: .members(["inputs": .integer(inputs), "cpus": .integer(cpus)]))
  }
}
