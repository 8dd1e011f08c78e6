// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// The level of a pool, written for libvirt and given to a libvirtd of its own: `make integration-libvirt`.
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] != nil,
    "CPUPOLICY_LIBVIRT is not set: Integration/libvirt/rig.sh sets it"))
struct LiveLevelTests {
  private let folder: TemporaryFolder
  private let address = ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] ?? ""
  private static let command = Fixtures.root.appending(path: ".build/debug/cpupolicy").path

  init() throws { folder = try TemporaryFolder() }

  private func run(_ words: [String]) throws -> (status: Int32, output: String, errors: String) {
    try folder.run(words)
  }

  private func features(_ file: String) throws -> Set<String> {
    // As the domain is: of a CPU alone nothing says which accelerator gives it.
    let shown = try run([
      Self.command, "policy", "show", file, "--accel", "tcg", "-q", "-o", "json",
    ])
    let document = try JSONValue(parsing: Array(shown.output.utf8), source: shown.errors)
    return Set((document["features"]?.array ?? []).compactMap(\.string))
  }

  /// The model and the features of a CPU, a line each.
  private func lines(_ xml: String) -> Set<String> {
    Set(
      xml.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0.hasPrefix("<feature ") || $0.hasPrefix("<model fallback") })
  }

  /// libvirt takes what is written, and what it keeps means the same.
  @Test(arguments: [
    ["emulated-Haswell", "emulated-Skylake-Server-v4"], ["emulated-Nehalem", "emulated-Haswell"],
    ["emulated-EPYC-Rome", "guest-epyc"], ["emulated-Opteron_G3", "emulated-EPYC-Rome"],
  ])
  func isTaken(_ names: [String]) throws {
    let hosts = names.map { Fixtures.path($0 + ".txt") }
    let written = try run(
      [Self.command, "pool", "level"] + hosts
        + ["--kind", "pv", "--to", "libvirt-cpu", "--drop", "-q"])
    #expect(written.status == 0, "\(written.errors)")
    let cpu = try folder.file("cpu.xml", written.output)
    let told = try features(cpu)
    let name = "level-\(names.joined(separator: "-"))"
    let domain = try folder.file(
      "domain.xml",
      """
      <domain type='qemu'><name>\(name)</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
      <os><type arch='x86_64' machine='q35'>hvm</type></os>\(written.output)</domain>
      """)
    let defined = try run(["virsh", "-c", address, "define", "--validate", domain])
    #expect(defined.status == 0, "\(defined.errors) \(written.output)")
    defer { _ = try? run(["virsh", "-c", address, "undefine", name]) }
    let kept = try run(["virsh", "-c", address, "dumpxml", "--inactive", name])
    let keptFile = try folder.file("kept.xml", kept.output)
    #expect(lines(kept.output) == lines(written.output))
    // A whole domain says what its model has besides.
    let meant = try features(keptFile)
    #expect(!told.isEmpty && told.isSubset(of: meant))
    // And what its QEMU would be started with names no other model.
    let native = try run([
      "virsh", "-c", address, "domxml-to-native", "qemu-argv", "--xml", keptFile,
    ])
    #expect(native.status == 0 && native.output.contains("-cpu"), "\(native.errors)")
  }
}
