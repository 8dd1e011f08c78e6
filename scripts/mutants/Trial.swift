// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// What became of a mutation.
struct Verdict: Sendable {
  let number: Int
  /// The suite that noticed it; nil for a survivor.
  let killer: String?
  /// Whether any suite comes by it.
  let isReached: Bool
  let seconds: Double

  var description: String {
    let end =
      killer.map { "killed by \($0)" } ?? (isReached ? "SURVIVED" : "SURVIVED, not reached,")
    return "\(number) \(end) in \(String(format: "%.1f", seconds)) s:"
  }
}

/// Runs the suites for one mutation after another.
struct Trial: Sendable {
  private let copy: ScratchCopy
  private let suites: [Suite]

  /// - Throws: where a suite fails without a mutation.
  init(_ copy: ScratchCopy) throws {
    self.copy = copy
    suites = try Suite.all.map { try $0.measured(in: copy) }
  }

  var description: String {
    suites.map { "\($0.name) \(String(format: "%.1f", $0.seconds)) s" }.joined(separator: ", ")
  }

  /// Tries each number, so many at a time, and tells of each as it is known.
  func verdicts(
    _ numbers: [Int], jobs: Int, told: @escaping @Sendable (Verdict) -> Void
  ) -> [Verdict] {
    let rest = Mutex(numbers[...])
    let done = Mutex<[Verdict]>([])
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while let number = rest.withLock({ $0.popFirst() }) {
        let verdict = judge(number)
        done.withLock {
          $0.append(verdict)
          told(verdict)
        }
      }
    }
    return done.withLock { $0 }.sorted { $0.number < $1.number }
  }

  /// A suite that fails, dies or does not end has noticed the mutation.
  private func judge(_ number: Int) -> Verdict {
    var seconds = 0.0
    let reaching = suites.filter { $0.reached.contains(number) }
    for suite in reaching {
      guard let run = try? suite.run(number, in: copy) else {
        fatalError("the suites cannot be started")
      }
      seconds += run.seconds
      guard run.status == 0, !run.wasStopped else {
        return Verdict(number: number, killer: suite.name, isReached: true, seconds: seconds)
      }
    }
    return Verdict(
      number: number, killer: nil, isReached: !reaching.isEmpty, seconds: seconds)
  }
}
