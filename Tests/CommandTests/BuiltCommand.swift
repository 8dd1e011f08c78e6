// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport

/// What a run of the command came to.
struct CommandResult {
  var status: Int32
  var output: String
  var errors: String
}

/// The built command, which stands beside the test bundle.
enum BuiltCommand {
  static let binary: URL = {
    var folder = Bundle.main.bundleURL
    let candidates = CommandLine.arguments.prefix(1).map { URL(fileURLWithPath: $0) } + [folder]
    for candidate in candidates {
      folder = candidate
      for _ in 0..<6 {
        folder.deleteLastPathComponent()
        let file = folder.appending(path: "cpupolicy")
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory),
          !isDirectory.boolValue
        {
          return file
        }
      }
    }
    return Fixtures.root.appending(path: ".build/debug/cpupolicy")
  }()

  /// Options under which nothing that is installed says what a model's name means.
  static let withoutAuthorities = ["--no-probe", "--cpu-map", "/nonexistent"]

  /// - Parameters:
  ///   - wrapper: a program with its first words, which runs the command.
  ///   - place: the folder in which it runs.
  ///   - settings: variables of its environment.
  static func run(
    _ arguments: [String], input: Data? = nil, through wrapper: [String] = [],
    in place: String? = nil, settings: [String: String] = [:]
  ) throws -> CommandResult {
    try program(
      wrapper + [binary.path] + arguments, input: input, in: place, settings: settings)
  }

  /// Another program, in the same circumstances.
  static func program(
    _ words: [String], input: Data? = nil, in place: String? = nil, settings: [String: String] = [:]
  ) throws -> CommandResult {
    let process = Process()
    if let place { process.currentDirectoryURL = URL(fileURLWithPath: place) }
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // What the command keeps between runs goes with the folder.
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_CACHE_HOME"] = folder.path
    // Nor does it look otherwise than where nobody has a terminal.
    for name in ["COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] { environment[name] = nil }
    // Nor as somebody here has configured it.
    environment["CPUPOLICY_CONFIG"] = ""
    environment.merge(settings) { $1 }
    process.environment = environment
    // Files, because a full pipe would stop the command.
    func file(_ name: String, _ data: Data = Data()) throws -> FileHandle {
      let url = folder.appending(path: name)
      try data.write(to: url)
      return try FileHandle(forUpdating: url)
    }
    process.standardInput = try file("in", input ?? Data())
    process.standardOutput = try file("out")
    process.standardError = try file("err")
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return CommandResult(
      status: process.terminationStatus, output: try text("out"), errors: try text("err"))
  }
}

extension String {
  /// A Policy document without its digest, featureset and features, so that its leaves may be changed.
  var withoutClaims: String {
    guard let value = try? JSONValue(parsing: Array(utf8), source: "claims"),
      case .object(let members) = value
    else { return self }
    let claims = ["digest", "featureset", "features"]
    return JSONValue.object(members.filter { !claims.contains($0.name) }).text
  }
}
