// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import TestSupport

/// The hypervisor of `Examples/hypervisor` on QEMU's emulation of a machine.
enum Machine {
  /// Programs that building and booting need and that are not there; nil where all are.
  static let obstacle: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let missing = ["qemu-system-x86_64", "swiftc", "gcc", "ld", "objcopy"].filter { name in
      !folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
    return missing.isEmpty ? nil : missing.joined(separator: ", ")
  }()

  static let isThere = obstacle == nil

  /// Where the hypervisor and its guests are, built once.
  static let image: Result<String, Failure> = {
    let folder = Fixtures.root.appending(path: ".build/ring0").path
    let script = Fixtures.root.appending(path: "Examples/hypervisor/build.sh").path
    do {
      let built = try run("/bin/bash", [script, command, folder])
      guard built.status == 0 else { return .failure(Failure(text: built.errors + built.output)) }
      return .success(folder)
    } catch {
      return .failure(Failure(text: "\(error)"))
    }
  }()

  struct Failure: Error, CustomStringConvertible {
    var text: String
    var description: String { text }
  }

  /// Boots the hypervisor; it ends by itself, or by the time limit.
  ///
  /// - Parameters:
  ///   - cpu: QEMU's model with its features.
  ///   - modules: files beside the hypervisor, with what is said behind their names.
  ///   - line: the hypervisor's command line.
  ///   - kernel: another image than the hypervisor's.
  static func boot(
    cpu: String, modules: [String] = [], line: String = "", kernel: String = "hypervisor"
  ) throws -> Output {
    let folder = try image.get()
    // What stands in the folder is named without it.
    let files = modules.map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }.joined(separator: ",")
    return try run(
      "/usr/bin/env",
      [
        "timeout", "-k", "5", "120", "qemu-system-x86_64", "-accel", "tcg", "-cpu", cpu, "-m",
        "128",
        "-nodefaults", "-display", "none", "-no-reboot", "-serial", "stdio", "-device",
        "isa-debug-exit,iobase=0xf4", "-kernel", "\(folder)/\(kernel)", "-append", line,
      ] + (files.isEmpty ? [] : ["-initrd", files]))
  }

  private static let rawPolicies = Mutex<[String: Data]>([:])

  /// The raw policy of an emulated machine, as the hypervisor finds it.
  static func rawPolicy(of cpu: String) throws -> Data {
    if let known = rawPolicies.withLock({ $0[cpu] }) { return known }
    let found = try readRawPolicy(of: cpu)
    rawPolicies.withLock { $0[cpu] = found }
    return found
  }

  private static func readRawPolicy(of cpu: String) throws -> Data {
    let machine = try boot(cpu: cpu, line: "dump")
    guard let digits = machine.lines(behind: "policy 0").first else {
      throw Failure(text: machine.output + machine.errors)
    }
    return Data(bytes(digits[...]))
  }

  /// Bytes in hexadecimal.
  static func bytes(_ text: Substring) -> [UInt8] {
    let digits = Array(text.utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).map { index in
      UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16) ?? 0
    }
  }

  /// The command that the tests were built with.
  static let command: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0])
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let file = folder.appending(path: "cpupolicy").path
      if FileManager.default.isExecutableFile(atPath: file) { return file }
    }
    return Fixtures.root.appending(path: ".build/debug/cpupolicy").path
  }()

  /// Runs the command; what it says on the standard error is in the failure alone.
  static func command(_ arguments: [String]) throws -> Data {
    let result = try run(command, arguments)
    guard result.status == 0 else { throw Failure(text: result.errors) }
    return result.data
  }

  /// Runs a program with nothing to read. Its answers go to files: a full pipe would stop it.
  static func run(_ program: String, _ arguments: [String]) throws -> Output {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let output = try folder.file("out", "")
    let errors = try folder.file("err", "")
    process.standardOutput = try FileHandle(forUpdating: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forUpdating: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    return Output(
      status: process.terminationStatus, data: try Data(contentsOf: URL(fileURLWithPath: output)),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}

/// What a program said.
struct Output {
  var status: Int32
  var data: Data
  var errors: String

  var output: String { String(decoding: data, as: UTF8.self) }
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// What stands behind a word in the lines that begin with it.
  func lines(behind word: String) -> [String] {
    lines.filter { $0.hasPrefix(word + " ") }.map { String($0.dropFirst(word.count + 1)) }
  }
}
