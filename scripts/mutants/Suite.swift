// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Tests that run as one program, the quick ones first.
struct Suite: Sendable {
  let name: String
  /// What of the tests belongs to it, and what of that does not.
  let filter: String
  let skipped: String?
  /// How long it takes without a mutation.
  private(set) var seconds = 0.0
  /// The mutations that it comes by; it cannot notice another one.
  private(set) var reached: Set<Int> = []

  private init(_ name: String, _ filter: String, skip: String? = nil) {
    self.name = name
    self.filter = filter
    skipped = skip
  }

  static let all = [
    Suite(
      "the quick suites", "^(PolicyCoreTests|GoldenTests|PolicyFormatsTests)\\.",
      skip: "LinuxRulesTests"),
    Suite("HostsTests", "^HostsTests\\.", skip: "QMPTests"),
    Suite("AuditTests", "^AuditTests\\."),
    Suite("LinuxRulesTests", "LinuxRulesTests"),
  ]

  /// Runs it for one mutation, on one thread, in eight gigabytes of address space, and with the same
  /// random numbers each time.
  func run(_ number: Int, in copy: ScratchCopy, record: URL? = nil) throws -> Run {
    var environment = [
      ScratchCopy.variable: "\(number)", "CPUPOLICY_SEED": "1", "CPUPOLICY_UPDATE": "0",
      "SWIFT_BACKTRACE": "enable=no", "TMPDIR": copy.temporary.path,
    ]
    environment[ScratchCopy.record] = record?.path
    var arguments = [
      "-c", "ulimit -v 8388608; ulimit -c 0; exec \"$@\"", "sh", copy.program.path,
      "--testing-library", "swift-testing", "--no-parallel", "--filter", filter,
    ]
    if let skipped { arguments += ["--skip", skipped] }
    return try Run(
      "/bin/sh", arguments, in: copy.folder, environment: environment,
      stopAt: "recorded an issue", limit: number == 0 ? nil : 20 + 10 * seconds)
  }

  /// The suite as it is without a mutation.
  /// - Throws: where it fails.
  func measured(in copy: ScratchCopy) throws -> Suite {
    let record = copy.temporary.appending(path: "reached")
    let run = try run(0, in: copy, record: record)
    guard run.status == 0, !run.wasStopped else { throw BuildFailure(output: run.output) }
    var suite = self
    suite.seconds = run.seconds
    let bytes = try Data(contentsOf: record)
    suite.reached = Set(bytes.indices.filter { bytes[$0] != 0 })
    return suite
  }
}
