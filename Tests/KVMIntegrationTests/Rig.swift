// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The machines of `Integration/kvm`: started by its script, ended by their own time limits.
enum Rig {
  static let folder = Fixtures.root.appending(path: "Integration/kvm")

  /// Why the rig cannot run on this machine; nil where it can. The first time it fetches packages.
  static let obstacle: String? = {
    let file = temporary("prepare")
    defer { try? FileManager.default.removeItem(atPath: file) }
    guard let status = try? script(["prepare"], errors: file), status != 0 else { return nil }
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    // Anything else is a defect of the rig, which its tests then show.
    return status == 3 ? text : nil
  }()

  /// The command that the tests were built with.
  static var command: String {
    if let path = ProcessInfo.processInfo.environment["CPUPOLICY_COMMAND"] { return path }
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
    var folder = bundle
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let file = folder.appending(path: "cpupolicy").path
      if FileManager.default.isExecutableFile(atPath: file) { return file }
    }
    return Fixtures.root.appending(path: ".build/debug/cpupolicy").path
  }

  typealias Result = (status: Int32, output: String, errors: String)

  /// Runs the command; what it printed passes through files of a folder.
  static func run(_ arguments: [String], in folder: String) throws -> Result {
    let files = ["out", "err"].map { folder + "/" + $0 }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = arguments
    for file in files { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: files[0])
    process.standardError = FileHandle(forWritingAtPath: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return (process.terminationStatus, texts[0], texts[1])
  }

  static func temporary(_ name: String) -> String {
    FileManager.default.temporaryDirectory.appending(path: "\(name)-\(UUID().uuidString)").path
  }

  /// Boots a machine and returns what it printed, by section.
  static func run(_ arguments: (_ output: String) -> [String]) throws -> [Section] {
    let output = temporary("rig")
    let errors = output + ".rig"
    defer {
      for path in [output, errors, output + ".errors"] {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
    let status = try script(arguments(output), errors: errors)
    let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
    guard status == 0 else {
      let reason = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
      throw Failure(text: "status \(status): \(reason)\n\(text.suffix(2000))")
    }
    return Section.parse(text)
  }

  struct Failure: Error, CustomStringConvertible {
    var text: String
    var description: String { text }
  }

  private static func script(_ arguments: [String], errors: String) throws -> Int32 {
    let process = Process()
    process.executableURL = folder.appending(path: "rig.sh")
    process.arguments = arguments
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// What stands between two lines `== TITLE` of a machine's output.
struct Section {
  var title: String
  var lines: [Substring] = []

  var text: String { lines.joined(separator: "\n") }

  static func parse(_ output: String) -> [Section] {
    var sections: [Section] = []
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("== ") {
        sections.append(Section(title: String(line.dropFirst(3))))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return sections
  }
}
