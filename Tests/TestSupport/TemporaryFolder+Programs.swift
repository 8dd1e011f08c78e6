// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Programs of the machine that a test runs, with what they say in files of its folder.
extension TemporaryFolder {
  /// Starts a program, whose whole output goes to a file.
  ///
  /// - Parameters:
  ///   - words: the program, by its name or path, and its arguments.
  ///   - name: the file in this folder.
  public func start(_ words: [String], saying name: String) throws -> Process {
    let output = FileHandle(forWritingAtPath: try file(name, ""))
    return try start(words, output, output)
  }

  /// Runs a program to its end.
  ///
  /// - Parameter words: the program, by its name or path, and its arguments.
  public func run(
    _ words: [String]
  ) throws -> (status: Int32, output: String, errors: String) {
    let files = [try file("out", ""), try file("err", "")]
    let process = try start(
      words, FileHandle(forWritingAtPath: files[0]), FileHandle(forWritingAtPath: files[1]))
    process.waitUntilExit()
    return (
      process.terminationStatus, try String(contentsOfFile: files[0], encoding: .utf8),
      try String(contentsOfFile: files[1], encoding: .utf8)
    )
  }

  private func start(
    _ words: [String], _ output: FileHandle?, _ errors: FileHandle?
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  /// `virsh` with the libvirt of `Integration/libvirt`, or with another one.
  public func virsh(
    _ words: [String], at address: String? = nil
  ) throws -> (isDone: Bool, text: String) {
    let own = ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] ?? ""
    let result = try run(["virsh", "-c", address ?? own] + words)
    return (result.status == 0, result.output + result.errors)
  }
}
