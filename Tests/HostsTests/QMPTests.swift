// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import QEMUBackEnd

/// A peer on a UNIX socket that says what a test wants.
private final class Peer: Sendable {
  private let listener: UNIXListener
  var path: String { listener.path }

  /// Serves a connection: `greeting` at once, then an answer to each request; `nil` closes.
  init(greeting: [UInt8], answers: [[UInt8]?], delay microseconds: UInt32 = 0) throws {
    listener = try UNIXListener { connection in
      UNIXListener.send(greeting, to: connection)
      var byte: UInt8 = 0
      for answer in answers {
        var depth = 0
        // One request: braces that open and close.
        repeat {
          guard recv(connection, &byte, 1, 0) == 1 else { return }
          if byte == 0x7b { depth += 1 }
          if byte == 0x7d { depth -= 1 }
        } while byte != 0x7d || depth > 0
        guard let answer else { return }
        usleep(microseconds)
        UNIXListener.send(answer, to: connection)
      }
      // Holds the connection until the other side gives up.
      while recv(connection, &byte, 1, 0) == 1 {}
    }
  }
}

/// The client against peers that are none of QEMU's.
@Suite struct QMPTests {
  static let greeting = Array("{\"QMP\": {\"version\": {}, \"capabilities\": []}}\r\n".utf8)
  static let ready = Array("{\"return\": {}}\r\n".utf8)

  private func error(
    greeting: [UInt8] = QMPTests.greeting, _ answers: [[UInt8]?], milliseconds: Int = 300
  ) throws -> QMPError? {
    let peer = try Peer(greeting: greeting, answers: answers)
    do throws(QMPError) {
      var client = try QMPClient.connect(path: peer.path, timeLimit: milliseconds)
      _ = try QEMUMachine(asking: &client)
      return nil
    } catch {
      return error
    }
  }

  @Test func silenceEnds() throws {
    #expect(
      try error(greeting: [], []) == .timedOut(command: "greeting", milliseconds: 300))
    #expect(
      try error([Self.ready]) == .timedOut(command: "query-version", milliseconds: 300))
  }

  /// One time limit for the whole conversation: answers that trickle in do not draw it out.
  @Test func tricklingEnds() throws {
    let property = Array("{\"return\": 1}\r\n".utf8)
    let peer = try Peer(
      greeting: Self.greeting, answers: [[UInt8]?](repeating: property, count: 1000),
      delay: 50_000)
    let start = ContinuousClock.now
    var client = try QMPClient.connect(path: peer.path, timeLimit: 500)
    do throws(QMPError) {
      for _ in 0..<1000 { _ = try client.property("x", of: "/") }
      Issue.record("it went on")
    } catch {
      #expect(error == .timedOut(command: "qom-get", milliseconds: 500))
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func noiseIsRefused() throws {
    let found = try error(greeting: Array("SSH-2.0\r\n".utf8), [])
    guard case .malformed(let command, _)? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(command == "greeting")
    #expect(try error([nil]) == .closed(command: "qmp_capabilities"))
  }

  @Test func endlessLinesAndEventsAreBounded() throws {
    let line = [UInt8](repeating: 0x20, count: QMPClient.longestLine + (1 << 17))
    #expect(
      try error(greeting: line, [], milliseconds: 5000)
        == .lineTooLong(command: "greeting", limit: QMPClient.longestLine))
    let event = "{\"event\": \"RESUME\", \"timestamp\": {}}\n"
    let events = Array(String(repeating: event, count: QMPClient.mostEvents + 1).utf8)
    #expect(
      try error([events], milliseconds: 5000)
        == .flooded(command: "qmp_capabilities", limit: QMPClient.mostEvents))
  }

  @Test func eventsAreNoAnswersAndErrorsAreTold() throws {
    let event = "{\"event\": \"STOP\", \"timestamp\": {}}\n"
    let refusal = "{\"error\": {\"class\": \"CommandNotFound\", \"desc\": \"no such command\"}}\n"
    #expect(
      try error([Array((event + "{\"return\": {}}\n").utf8), Array(refusal.utf8)])
        == .refused(command: "query-version", reason: "no such command"))
  }

  @Test func manyCPUsAreRefused() throws {
    let cpus = "{\"return\": [" + String(repeating: "{},", count: 5000) + "{}]}\n"
    #expect(
      try error([Self.ready, Self.ready, Array(cpus.utf8)])
        == .malformed(command: "query-cpus-fast", reason: "5001 CPUs"))
  }

  @Test func socketsThatAreNotThere() {
    #expect {
      _ = try QMPClient.connect(path: "/tmp/no-such-socket")
    } throws: { error in
      error as? QMPError == .unreachable(path: "/tmp/no-such-socket", errno: ENOENT)
    }
    #expect {
      _ = try QMPClient.connect(path: String(repeating: "x", count: 200))
    } throws: { error in
      if case .pathTooLong? = error as? QMPError { true } else { false }
    }
  }
}

/// QEMU itself, emulating: what is rendered is what it runs.
@Suite(
  .enabled(if: RunningQEMU.program != nil, "qemu-system-x86_64 is not installed: nothing was run"),
  .serialized)
struct RunningQEMUTests {
  /// CPUs that QEMU can emulate, as its guests read them.
  static let fixtures = Fixtures.dumps.filter { $0.contains("emulated-") }

  @Test("What is rendered with enforce is what the machine has", arguments: fixtures)
  func requestedEqualsRead(path: String) throws {
    var wanted = try #require(try InputFile.read(path).cpus.first).canonical
    // Older CPUs have no leaf that tells a topology's levels.
    let cores: UInt32 = wanted[.maxBasicLeaf] >= 0xb ? 3 : 1
    try wanted.apply(
      try Topology(sockets: 1, dies: 1, cores: cores, threads: 1),
      leaves: TopologyLeaves(maxBasicLeaf: 0xb, maxExtendedLeaf: 0x8000_001e))
    let arguments = QEMUCPUFormat.arguments(wanted)
    #expect(arguments.contains("dies=1,cores=3,threads=1") == (cores == 3))
    let machine = try RunningQEMU.read(arguments)
    #expect(machine.cpus.count == Int(cores))
    // Set by QEMU for machines of several CPUs, and dynamic ones that no setting holds.
    var free = FeatureSet()
    for feature in [Feature.htt, .cmpLegacy, .osxsave, .ospke] { free.insert(feature) }
    for cpu in machine.cpus {
      #expect(cpu.withheld.features.isEmpty)
      let has = try #require(cpu.policy.features)
      for feature in Feature.allNamed
      where !feature.qemuName.isEmpty && !free.contains(feature) {
        #expect(has.contains(feature) == wanted.has(feature), "\(path) \(feature.name)")
      }
      let policy = cpu.policy.policy
      #expect(policy.signature == wanted.signature && policy.vendor == wanted.vendor)
      #expect(policy[.maxPhysicalAddressBits] == wanted[.maxPhysicalAddressBits])
      #expect(policy[.maxBasicLeaf] == wanted[.maxBasicLeaf])
      #expect(policy[.maxExtendedLeaf] == wanted[.maxExtendedLeaf])
    }
  }

  /// Without `enforce` QEMU starts with less than was asked, and says so only here.
  @Test func whatIsWithheldIsFound() throws {
    let machine = try RunningQEMU.read(["-cpu", "base,family=6,fpu=on,lm=on,avx512f=on,xsave=on"])
    #expect(machine.cpus[0].withheld.features == [.avx512f])
    #expect(machine.cpus[0].policy.features?.contains(.avx512f) == false)
    #expect(
      machine.document.notes.contains { $0.contains("asked for and not given: avx512f") },
      "\(machine.document.notes)")
  }
}

/// A QEMU that emulates, stopped before its first instruction.
enum RunningQEMU {
  static let program = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin")
    .split(separator: ":").map { "\($0)/qemu-system-x86_64" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static func read(_ arguments: [String]) throws -> QEMUMachine {
    let folder = "/tmp/qemu-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program))
    process.arguments =
      arguments + [
        "-accel", "tcg", "-M", "q35", "-m", "64M", "-S", "-display", "none", "-nodefaults", "-qmp",
        "unix:\(folder)/qmp,server=on,wait=off",
      ]
    // A file: a pipe could fill up.
    _ = FileManager.default.createFile(atPath: folder + "/errors", contents: nil)
    process.standardError = FileHandle(forWritingAtPath: folder + "/errors")
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    defer {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    for _ in 0..<400 where process.isRunning {
      if FileManager.default.fileExists(atPath: folder + "/qmp"),
        let machine = try connected(folder + "/qmp")
      {
        return machine
      }
      usleep(50_000)
    }
    throw StartFailure(text: try String(contentsOfFile: folder + "/errors", encoding: .utf8))
  }

  /// Nil where the machine does not listen yet.
  private static func connected(_ path: String) throws -> QEMUMachine? {
    do throws(QMPError) {
      var client = try QMPClient.connect(path: path, timeLimit: 10_000)
      return try QEMUMachine(asking: &client)
    } catch {
      // Not listening yet, or ending because it refuses the CPU.
      switch error {
      case .unreachable, .closed: return nil
      default: throw error
      }
    }
  }

  struct StartFailure: Error, CustomStringConvertible {
    var text: String
    var description: String { "QEMU did not start: \(text)" }
  }
}
