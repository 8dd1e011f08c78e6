// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// Policies that are written for QEMU, started, and seen by a guest.
@Suite(.enabled(if: Rig.obstacle == nil, "\(Rig.obstacle ?? "")"), .serialized, .firstInLine)
struct StartedPolicyTests {
  @Test(
    "What the guest of a -cpu with enforce sees is the policy, or the difference was told",
    arguments: StartedPolicy.all)
  func started(_ wanted: StartedPolicy) throws {
    let written = PolicyWriter.write(
      NamedPolicy(name: "guest", policy: wanted.policy), as: .qemuCPU, WritingOptions())
    let folder = try TemporaryFolder()
    let line = String(decoding: written.bytes, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(line.contains(",enforce"))
    let text = try boot(line, in: folder)
    let seen = try #require(SeenCPU(text), "\(line)\n\(text)")
    #expect(seen.surprises(wanted.policy, told: written.dropped) == [])
  }

  /// A comparison that finds nothing would pass all of the above.
  @Test func whatIsNotToldIsFound() throws {
    let wanted = try #require(StartedPolicy.all.first)
    let line = "-cpu Nehalem,enforce"
    let seen = try #require(SeenCPU(try boot(line, in: TemporaryFolder())))
    let found = seen.surprises(wanted.policy, told: [])
    #expect(found.contains { $0.hasPrefix("leaf 0x7:0 EBX") } && found.count > 5)
    #expect(seen.surprises(wanted.policy, told: ["leaf 0x7:0"]).count == found.count - 1)
  }

  /// What a guest says of its CPU, or why there is none.
  private func boot(_ arguments: String, in folder: TemporaryFolder) throws -> String {
    let (seen, errors) = (folder.path + "/seen", folder.path + "/errors")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let guest = Rig.folder.appending(path: "work/mover").path
    process.arguments = [
      "-c",
      "exec timeout -s KILL 60 qemu-system-x86_64 \(arguments) -accel tcg -M q35 -m 64M "
        + "-display none -nodefaults -kernel \(guest) -debugcon file:\(seen)",
    ]
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    // The machine and what limits its time are one group.
    defer { if process.isRunning { kill(-process.processIdentifier, SIGKILL) } }
    while process.isRunning {
      let text = (try? String(contentsOfFile: seen, encoding: .utf8)) ?? ""
      if SeenCPU(text) != nil { return text }
      usleep(20_000)
    }
    return try String(contentsOfFile: errors, encoding: .utf8)
  }
}
