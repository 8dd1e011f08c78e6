// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dispatch
import Synchronization

/// A command that asks a hypervisor, and awaits the answers.
///
/// `main` runs it like any other, and knows nothing of it: an asynchronous `main` would start the
/// concurrency runtime for every command, and to ask each whether it awaits would search all
/// conformances. Most commands await nothing, and scripts wait for their start.
protocol AwaitingCommand: AsyncParsableCommand, Sendable {}

extension AwaitingCommand {
  func run() throws { try CallingThread.run(self) }
}

/// Runs an awaiting command on the thread that calls.
///
/// All of its work is done there: threads of a pool block signals, so that a closed pipe would be an
/// error on them, and not the end that it is.
private final class CallingThread: TaskExecutor {
  /// What is to be run, first come first.
  private let jobs = Mutex<[UnownedJob]>([])
  private let arrivals = DispatchSemaphore(value: 0)
  private let outcome = Mutex<Result<Void, any Error>?>(nil)

  /// Runs a command to its end, and throws what it throws.
  static func run(_ command: some AwaitingCommand) throws {
    let executor = CallingThread()
    Task(executorPreference: executor) {
      var command = command
      do {
        try await command.run()
        executor.end(.success(()))
      } catch {
        executor.end(.failure(error))
      }
    }
    try executor.work()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    arrivals.signal()
  }

  private func end(_ result: Result<Void, any Error>) { outcome.withLock { $0 = result } }

  /// Runs what arrives. A job ends where the command awaits; the last one leaves the outcome.
  private func work() throws {
    while true {
      arrivals.wait()
      let job = jobs.withLock { $0.removeFirst() }
      job.runSynchronously(on: asUnownedTaskExecutor())
      if let result = outcome.withLock({ $0 }) { return try result.get() }
    }
  }
}
