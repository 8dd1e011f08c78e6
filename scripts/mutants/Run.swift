// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A program that ran to its end, or was ended.
struct Run {
  let output: String
  let status: Int32
  let seconds: Double
  /// Whether it was ended because its output held the text to stop at, or its time was over.
  let wasStopped: Bool

  /// - Parameters:
  ///   - mark: the program is ended as soon as this text appears in its output.
  ///   - limit: the seconds after which it is ended.
  init(
    _ program: String, _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    stopAt mark: String? = nil, limit: Double? = nil
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    let start = Date()
    try process.run()
    let id = process.processIdentifier
    let end = DispatchWorkItem { kill(id, SIGKILL) }
    if let limit { DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: end) }
    var text = Data()
    var isMarked = false
    while true {
      let part = pipe.fileHandleForReading.availableData
      if part.isEmpty { break }
      text.append(part)
      if let mark, !isMarked, String(decoding: text, as: UTF8.self).contains(mark) {
        isMarked = true
        kill(id, SIGKILL)
      }
    }
    process.waitUntilExit()
    end.cancel()
    output = String(decoding: text, as: UTF8.self)
    status = process.terminationStatus
    seconds = Date().timeIntervalSince(start)
    wasStopped = isMarked || seconds >= limit ?? .infinity
  }
}
