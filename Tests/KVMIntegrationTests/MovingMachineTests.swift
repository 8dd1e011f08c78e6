// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import Domains

/// A guest that moves between two QEMUs with different CPUs. QEMU lets it happen, under any accelerator: the
/// guest goes on with the other CPU.
@Suite(.enabled(if: Rig.obstacle == nil, "\(Rig.obstacle ?? "")"), .serialized, .firstInLine)
final class MovingMachineTests {
  private let folder: TemporaryFolder
  private var machines: [Process] = []
  private static let rich = "EPYC-Rome"
  private static let poor = "Opteron_G3,+svm,+npt"

  init() throws { folder = try TemporaryFolder() }

  deinit { for machine in machines { end(machine) } }

  /// Ends a machine and what limits its time, which is the first of their process group.
  private func end(_ machine: Process) {
    if machine.isRunning { kill(-machine.processIdentifier, SIGKILL) }
  }

  @Test("The accident is foretold with the very bits that the guest then loses")
  func accident() throws {
    let home = try start("home", cpu: Self.rich)
    _ = try start("away", cpu: Self.poor, isIncoming: true)
    try wait(for: "home.seen", holding: 1)
    let report = try json(
      run("policy", "audit", qmp("home"), "--against", qmp("away"), "--policy", "raw", "-o", "json")
    )
    #expect(report["verdict"]?.string == "rejected")
    let foretold = Set(
      (report["violations"]?.array ?? []).filter { $0["code"]?.string == "CPU0101" }
        .compactMap { $0["field"]?.string })

    try move(home, to: "away")
    let before = try seen("home")
    let after = try seen("away")
    let lost = Set(before.featureSet.subtracting(after.featureSet).features.map(\.name))
    #expect(!lost.isEmpty && foretold == lost, "\(foretold.symmetricDifference(lost))")
  }

  @Test("On the level's CPU both start, and the guest sees no change")
  func levelled() throws {
    let rich = try start("rich", cpu: Self.rich)
    let poor = try start("poor", cpu: Self.poor)
    // What QEMU's emulation lacks is left out.
    let pool = [
      "pool", "level", qmp("rich"), qmp("poor"), "--kind", "hvm", "--cpuid",
      "no-x2apic,no-virt-ssbd",
    ]
    let level = try run(pool + ["-o", "json"])
    let line = try run(pool + ["--to", "qemu-cpu", "--drop"])
    #expect(line.status == 0 && line.output.contains(",enforce"), "\(line.errors)")
    for machine in [rich, poor] { end(machine) }

    let arguments = line.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let home = try start("home", arguments: arguments)
    _ = try start("away", arguments: arguments, isIncoming: true)
    try wait(for: "home.seen", holding: 1)
    try move(home, to: "away")
    let (before, after) = (try seen("home"), try seen("away"))
    #expect(PolicyDifference.between(before, after).isEmpty)
    // The guest sees nothing that the level does not have, but for AMD's copies of leaf 1's bits, which have no
    // names of their own.
    let features = Set((try json(level)["features"]?.array ?? []).compactMap(\.string))
    let beyond = before.featureSet.features.filter {
      $0.isNamed && !features.contains($0.optionName)
    }
    #expect(!features.isEmpty && beyond.isEmpty, "\(beyond.map(\.name))")
  }

  // MARK: Machines

  private func path(_ name: String) -> String { folder.path + "/" + name }
  private func qmp(_ name: String) -> String { "qmp:" + path(name + ".qmp") }

  private func start(_ name: String, cpu: String, isIncoming: Bool = false) throws -> Process {
    try start(name, arguments: "-cpu \(cpu)", isIncoming: isIncoming)
  }

  /// Starts a machine, with arguments as a shell takes them. What its guest says stands in `NAME.seen`.
  private func start(_ name: String, arguments: String, isIncoming: Bool = false) throws -> Process
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let guest = Rig.folder.appending(path: "work/mover").path
    process.arguments = [
      "-c",
      "exec timeout -s KILL 120 qemu-system-x86_64 \(arguments) -accel tcg -M q35 -m 64M -display none -nodefaults "
        + "-kernel \(guest) -debugcon file:\(path(name + ".seen")) -monitor stdio "
        + "-qmp unix:\(path(name + ".qmp")),server=on,wait=off"
        + (isIncoming ? " -incoming unix:\(path("stream"))" : ""),
    ]
    process.standardInput = Pipe()
    process.standardOutput = FileHandle.nullDevice
    let errors = path(name + ".err")
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    machines.append(process)
    // A machine listens for commands before it listens for a guest.
    let last = isIncoming ? path("stream") : path(name + ".qmp")
    for _ in 0..<400 where process.isRunning {
      if FileManager.default.fileExists(atPath: last) { return process }
      usleep(50_000)
    }
    Issue.record(
      "QEMU does not listen: \((try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")")
    return process
  }

  /// Has a machine's guest go on in another one.
  private func move(_ machine: Process, to name: String) throws {
    let monitor = try #require(machine.standardInput as? Pipe)
    try monitor.fileHandleForWriting.write(
      contentsOf: Data("migrate unix:\(path("stream"))\n".utf8))
    // The first report there may be the end of one that began here.
    try wait(for: name + ".seen", holding: 2)
  }

  /// Waits until a machine's guest has said a number of times what it sees.
  private func wait(for name: String, holding reports: Int) throws {
    for _ in 0..<600 {
      let text = (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? ""
      if text.components(separatedBy: "Guest end\n").count > reports { return }
      usleep(50_000)
    }
    Issue.record("\(name): the guest does not say what it sees")
  }

  /// What a machine's guest saw last, whole.
  private func seen(_ name: String) throws -> CPUPolicy {
    let text = try String(contentsOfFile: path(name + ".seen"), encoding: .utf8)
    let reports = text.components(separatedBy: "Guest policy: seen\n").dropFirst()
      .filter { $0.contains("Guest end\n") }
    let last = try #require(reports.last).replacing("Guest end\n", with: "")
    let rows = Array(("Guest policy: seen\n" + last).utf8)
    return try #require(PolicyReader.read(rows.span, source: name).policies.first).policy.canonical
  }

  // MARK: Command

  private func json(_ result: Rig.Result) throws -> JSONValue {
    try JSONValue(parsing: Array(result.output.utf8), source: "\(result.errors)")
  }

  private func run(_ arguments: String...) throws -> Rig.Result { try run(arguments) }

  private func run(_ arguments: [String]) throws -> Rig.Result {
    try Rig.run(arguments, in: folder.path)
  }
}
