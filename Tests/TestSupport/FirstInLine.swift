// SPDX-License-Identifier: Apache-2.0

import Testing

/// A suite that is not kept waiting by others.
///
/// Tests take turns, so that the tests of a suite in which one follows the other would each wait for all that
/// stands in line. Machines boot for minutes while a core stands idle: they begin with the run.
public struct FirstInLine: SuiteTrait, TestScoping {
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withoutActuallyEscaping(function) { function in
      try await Task(priority: .high) { try await function() }.value
    }
  }
}

extension Trait where Self == FirstInLine {
  /// Not kept waiting by other suites: for those that boot machines.
  public static var firstInLine: FirstInLine { FirstInLine() }
}
