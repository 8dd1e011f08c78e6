// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Times work, and prints it beside a peer of the same run: machines differ, ratios less.
enum Measure {
  /// The median seconds of one call, over batches.
  static func median(batches: Int = 15, calls: Int, _ body: () -> Void) -> Double {
    body()
    var times: [Double] = []
    for _ in 0..<batches {
      let start = DispatchTime.now().uptimeNanoseconds
      for _ in 0..<calls { body() }
      let end = DispatchTime.now().uptimeNanoseconds
      times.append(Double(end - start) / Double(calls) / 1e9)
    }
    return times.sorted()[batches / 2]
  }

  /// The result of one finished process.
  struct Run {
    var seconds: Double
    var peakKilobytes: Int
  }

  /// The median of a command's runs; its output goes nowhere.
  static func command(_ path: String, _ arguments: [String], runs: Int = 21) -> Run {
    var times: [Double] = []
    var peak = 0
    for _ in 0..<runs {
      let start = DispatchTime.now().uptimeNanoseconds
      peak = max(peak, spawn(path, arguments))
      times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
    }
    return Run(seconds: times.sorted()[runs / 2], peakKilobytes: peak)
  }

  /// Runs a program to its end and returns its peak memory.
  private static func spawn(_ path: String, _ arguments: [String]) -> Int {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, path, &actions, nil, &words, environ) == 0 else {
      fatalError("cannot start \(path)")
    }
    var status: Int32 = 0
    var usage = rusage()
    wait4(child, &status, 0, &usage)
    return usage.ru_maxrss
  }

  static func report(_ name: String, _ value: String, limit: String, isMet: Bool) {
    let padding = String(repeating: " ", count: max(1, 44 - name.count))
    print("\(name)\(padding)\(value)   limit \(limit)   \(isMet ? "met" : "MISSED")")
  }
}
