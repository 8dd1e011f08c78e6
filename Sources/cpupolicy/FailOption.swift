// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyCore
import PolicyText

extension Severity: ExpressibleByArgument {
  public init?(argument: String) { self.init(word: argument) }
  public static var allValueStrings: [String] { all.map(\.word) }
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  public var defaultValueDescription: String { word }
}

/// How a report decides the exit status.
struct FailOption: ParsableArguments {
  @Option(
    name: .customLong("fail-on"),
    help: "Exit with 1 only for findings at least this severe: cosmetic, performance, ...")
  var severity: Severity?

  /// Whether a finding is severe enough.
  func isMet(by severities: some Sequence<Severity>) -> Bool {
    let least = severity ?? .cosmetic
    return severities.contains { $0 >= least }
  }

  /// Ends the command with status 1 where a finding is severe enough.
  func check(_ severities: some Sequence<Severity>) throws {
    if isMet(by: severities) { throw CommandFailure(.findings, "") }
  }
}
