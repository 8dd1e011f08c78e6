// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyDocuments
import PolicyFormats
import Synchronization
import TestSupport

/// The rig under Integration/xen: a real Xen under QEMU's emulation.
enum Rig {
  static let folder = Fixtures.root.appending(path: "Integration/xen")
  static let haswell = "Haswell,+svm,+npt,-smap,-monitor"
  static let skylake = "Skylake-Server,+svm,+npt,-smap,-monitor"
  static let rome = "EPYC-Rome,-smap,-monitor"
  static let nehalem = "Nehalem,-smap,-monitor"

  /// A release of Xen that the rig boots.
  enum Release: String, CaseIterable, CustomStringConvertible {
    case xen414 = "4.14"
    case xen417 = "4.17"
    case xen420 = "4.20"

    var description: String { "Xen \(rawValue)" }
  }

  /// A release on an emulated CPU.
  struct Host: CustomStringConvertible {
    var release: Release
    var model: String

    var description: String { "\(release) on \(model)" }
  }

  /// `0`: none; `all`: the whole suite on each release; otherwise 4.17 whole and part of it on 4.20, which
  /// is what a commit must pass.
  private static let extent = ProcessInfo.processInfo.environment["CPUPOLICY_XEN"] ?? ""

  /// Whether all that the rig can do was asked for.
  static var isExhaustive: Bool { extent == "all" && boots(.xen417) }

  /// Why a release cannot be used here, by release; the first look builds the boot images.
  private static let obstacles: [Release: String] = {
    var found: [Release: String] = [:]
    for release in Release.allCases { found[release] = obstacle(release) }
    for (release, obstacle) in found { print("\(release) is skipped: \(obstacle)") }
    return found
  }()

  private static func obstacle(_ release: Release) -> String? {
    if extent == "0" { return "CPUPOLICY_XEN=0" }
    if extent != "all" && release == .xen414 { return "make integration-xen boots it" }
    for name in ["cpupolicy", "xen-checks"]
    where !FileManager.default.fileExists(
      atPath: binary(name).path)
    {
      return "no \(binary(name).path): make integration-xen builds it"
    }
    let result = try? script([release.rawValue, "prepare"])
    return result?.status == 0 ? nil : result?.text ?? "the rig does not start"
  }

  static func boots(_ release: Release) -> Bool { obstacles[release] == nil }

  /// The releases on which the part of the suite runs that each commit must pass.
  static let part = Release.allCases.filter { boots($0) }
  /// The releases on which all of it runs.
  static let whole = part.filter { extent == "all" || $0 == .xen417 }

  private static func binary(_ name: String) -> URL {
    Fixtures.root.appending(path: ".build/release/\(name)")
  }

  /// Runs a list of check scripts in the control domain of a host.
  ///
  /// - Parameters:
  ///   - files: further files that the scripts find beside them.
  /// - Returns: the folder with what they left.
  static func run(
    _ scripts: [String], _ release: Release, on model: String, options: String = "",
    files: [String: Data] = [:], seconds: Int = 240
  ) throws -> RigOutput {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "cpupolicy-xen-\(UUID().uuidString)")
    let checks = folder.appending(path: "checks")
    try manager.createDirectory(at: checks, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: checks) }
    // Each is 60 megabytes on an emulated disk, so that a run gets the one that it needs.
    for name in ["answers", "hundred"].contains(scripts[0]) ? ["xen-checks"] : ["cpupolicy"] {
      let copy = checks.appending(path: name)
      try manager.copyItem(at: binary(name), to: copy)
      try run("/usr/bin/strip", [copy.path])
    }
    for file in try manager.contentsOfDirectory(
      at: Rig.folder.appending(path: "checks"), includingPropertiesForKeys: nil)
    {
      try manager.copyItem(at: file, to: checks.appending(path: file.lastPathComponent))
    }
    for (name, data) in files { try data.write(to: checks.appending(path: name)) }
    let main = checks.appending(path: "run")
    try Data(("#!/bin/sh\n" + scripts.map { ". ./\($0).sh\n" }.joined()).utf8).write(to: main)
    try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: main.path)
    let out = folder.appending(path: "out")
    let result = try script([
      release.rawValue, "run", checks.path, out.path, "\(seconds)", model, options,
    ])
    print(result.text)
    guard result.status == 0 else { throw Failure(text: result.text) }
    return RigOutput(folder: out)
  }

  /// What a host says of itself, asked once.
  static func policies(_ release: Release, on model: String) throws -> RigOutput {
    let key = "\(release) \(model)"
    if let output = asked.withLock({ $0[key] }) { return output }
    let output = try run(["policies"], release, on: model)
    asked.withLock { $0[key] = output }
    return output
  }

  private static let asked = Mutex<[String: RigOutput]>([:])

  struct Failure: Error, CustomStringConvertible {
    var text: String
    var description: String { text }
  }

  private static func script(_ arguments: [String]) throws -> (status: Int32, text: String) {
    try run(folder.appending(path: "rig.sh").path, arguments)
  }

  @discardableResult
  private static func run(
    _ path: String, _ arguments: [String]
  ) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    // A file, because a full pipe would stop the script, and QEMU keeps a pipe open.
    let log = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forUpdating: log)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: log), as: UTF8.self))
  }
}

/// What a run left.
struct RigOutput {
  var folder: URL

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  /// The text for a message: what can be read of it.
  func said(_ name: String) -> String { (try? text(name)) ?? "no \(name)" }

  /// The exit status that a script noted.
  func status(_ name: String) throws -> Int? {
    Int(try text(name).trimmingCharacters(in: .whitespacesAndNewlines))
  }

  func json(_ name: String) throws -> JSONValue {
    try JSONValue(parsing: [UInt8](data(name)), source: name)
  }

  func document(_ name: String) throws -> PolicyDocument {
    try InputDocument.read(path(name)).content
  }
}
