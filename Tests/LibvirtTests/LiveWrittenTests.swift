// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibvirtBackEnd
import PolicyFormats
import QEMUBackEnd
import TestSupport
import Testing

/// Policies that are written for libvirt, started by a daemon, and seen by a guest: `make integration-libvirt`.
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] != nil,
    "CPUPOLICY_LIBVIRT is not set: Integration/libvirt/rig.sh sets it"))
struct LiveWrittenTests {
  /// QEMU's models that this libvirt knows.
  private static let catalogue: ModelCatalogue? = {
    guard let program = EmulatorAuthority.installed,
      let emulated = try? EmulatorAuthority(program: program).catalogue()
    else { return nil }
    let map = CPUMapAuthority().flatMap { try? CPUMap(path: $0.path) }
    return map?.naming(emulated) ?? emulated
  }()

  @Test(
    "What the guest of a written <cpu> sees is the policy, or the difference was told",
    arguments: StartedPolicy.all)
  func started(_ wanted: StartedPolicy) throws {
    let catalogue = try #require(Self.catalogue)
    let written = PolicyWriter.write(
      NamedPolicy(name: "guest", policy: wanted.policy), as: .libvirtCPU,
      WritingOptions(catalogue: catalogue))
    let folder = try TemporaryFolder()
    let cpu = String(decoding: written.bytes, as: UTF8.self)
    let text = try boot(cpu, in: folder)
    let seen = try #require(SeenCPU(text), "\(cpu)\n\(text)")
    #expect(seen.surprises(wanted.policy, told: written.dropped) == [], "\(cpu)")
  }

  /// What a guest says of its CPU, or why there is none.
  private func boot(_ cpu: String, in folder: TemporaryFolder) throws -> String {
    let seen = folder.path + "/seen"
    let guest = Fixtures.root.appending(path: "Integration/kvm/work/mover").path
    let topology = cpu.matches(of: /(sockets|dies|cores|threads)='(\d+)'/)
    let count = topology.reduce(1) { $0 * (Int($1.2) ?? 1) }
    let file = try folder.file(
      "domain.xml",
      """
      <domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><name>written</name>
      <memory unit='MiB'>64</memory><vcpu>\(count)</vcpu>
      <os><type arch='x86_64' machine='q35'>hvm</type><kernel>\(guest)</kernel></os>\(cpu)
      <qemu:commandline><qemu:arg value='-debugcon'/><qemu:arg value='file:\(seen)'/></qemu:commandline>
      </domain>
      """)
    let created = try folder.virsh(["create", file])
    guard created.isDone else { return created.text }
    defer { _ = try? folder.virsh(["destroy", "written"]) }
    for _ in 0..<1000 {
      let text = (try? String(contentsOfFile: seen, encoding: .utf8)) ?? ""
      if SeenCPU(text) != nil { return text }
      usleep(20_000)
    }
    return "the guest says nothing"
  }
}
