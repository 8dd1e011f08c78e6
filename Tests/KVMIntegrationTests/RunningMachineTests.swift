// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// A machine of QEMU from the command's point of view: rendered, started, read back over QMP, audited,
/// and compared with what was asked for.
@Suite(.enabled(if: Rig.obstacle == nil, "\(Rig.obstacle ?? "")"), .serialized, .firstInLine)
final class RunningMachineTests {
  private let folder = "/tmp/machine-\(UUID().uuidString.prefix(8))"
  private let host = Fixtures.path("emulated-EPYC-Rome.txt")
  private var machine: Process?

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    if let machine, machine.isRunning { kill(machine.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs the command; what it printed, and its errors.
  private func run(_ arguments: String...) throws -> (status: Int32, output: String, errors: String)
  {
    try Rig.run(arguments, in: folder)
  }

  /// Starts QEMU with arguments as a shell takes them, stopped before the first instruction.
  private func start(_ arguments: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "exec qemu-system-x86_64 \(arguments) -accel tcg -M q35 -m 64M -S -display none "
        + "-nodefaults -qmp unix:\(folder)/qmp,server=on,wait=off",
    ]
    process.standardInput = FileHandle.nullDevice
    // A machine that holds the tests' own output would hold up whoever reads it.
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    machine = process
    for _ in 0..<400 where process.isRunning {
      if FileManager.default.fileExists(atPath: folder + "/qmp") { return }
      usleep(50_000)
    }
    Issue.record("QEMU does not listen")
  }

  @Test("A domain is rendered, runs, and reads back as it was asked for")
  func renderedAndReadBack() throws {
    // What QEMU's emulation lacks is left out.
    let domain = try run(
      "domain", "create", "guest", "--kind", "hvm", "--topology", "1:1:3:1", "--vcpus", "3",
      "--cpuid", "no-x2apic,no-virt-ssbd", "--tsc", "default:2000000", "--host", host,
      "--state-dir", folder + "/state", "-o", "json")
    #expect(domain.status == 0, "\(domain.errors)")
    let file = folder + "/guest.json"
    try Data(domain.output.utf8).write(to: URL(fileURLWithPath: file))
    let rendered = try run("policy", "convert", file, "--to", "qemu-cpu", "--drop")
    #expect(rendered.status == 0, "\(rendered.errors)")
    for part in [
      ",enforce", "phys-bits=", "tsc-frequency=2000000000",
      "-smp cpus=3,maxcpus=3,sockets=1,dies=1,cores=3,threads=1",
    ] {
      #expect(rendered.output.contains(part), "\(rendered.output)")
    }
    try start(rendered.output.trimmingCharacters(in: .whitespacesAndNewlines))
    let socket = "qmp:\(folder)/qmp"

    let audit = try run("policy", "audit", socket, "--against", host, "--policy", "hvm-max")
    #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
    let diff = try run("policy", "diff", file, socket, "-o", "json")
    let differences = try JSONValue(parsing: Array(diff.output.utf8), source: "diff")["differences"]
    let names = Set(
      (differences?.array ?? []).filter { $0["second"]?.string != nil }
        .compactMap { $0["name"]?.string })
    // HTT and CMP_LEGACY QEMU shows by itself, NO_LMSL it has no name for, and the numbers that stand
    // beside features no property tells.
    #expect(
      names.isSubset(of: [
        "HTT", "CMP_LEGACY", "NO_LMSL", "clflushLineSize", "logicalProcessorsPerPackage",
        "extendedBaseModel", "extendedBaseFamily", "extendedExtendedModel",
        "extendedExtendedFamily",
        "extendedSteppingId", "maxLinearAddressBits", "threadCountMinusOne", "apicIdCoreIdSize",
      ]), "\(names)")
    let shown = try run("host", "show", socket, "-o", "json")
    let document = try JSONValue(parsing: Array(shown.output.utf8), source: "host")
    #expect(document["vendor"]?.string == "AuthenticAMD" && document["logicalCPUs"]?.integer == 3)
  }

  @Test("What a machine has beyond the bound, and what it was refused, is found")
  func deviations() throws {
    try start("-cpu EPYC-Rome,+avx512f,-movbe")
    let socket = "qmp:\(folder)/qmp"
    let audit = try run(
      "policy", "audit", socket, "--against", Fixtures.path("emulated-Nehalem.txt"), "--policy",
      "raw", "-o", "json")
    #expect(audit.status == 1)
    #expect(audit.output.contains("\"AVX2\""), "\(audit.output.prefix(2000))")
    #expect(audit.errors.contains("asked for and not given"), "\(audit.errors)")
    #expect(audit.errors.contains("avx512f"), "\(audit.errors)")
    let diff = try run("policy", "diff", host, socket)
    #expect(diff.status == 1 && diff.output.contains("MOVBE"), "\(diff.output.prefix(1000))")
  }
}
