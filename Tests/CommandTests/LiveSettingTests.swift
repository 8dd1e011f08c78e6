// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// Policies that a real libvirt's domains are given, and what their starts come to: `make integration-libvirt`.
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] != nil,
    "CPUPOLICY_LIBVIRT is not set: Integration/libvirt/rig.sh sets it"))
struct LiveSettingTests {
  private let folder: TemporaryFolder
  private let address = ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] ?? ""

  init() throws { folder = try TemporaryFolder() }

  private func virsh(_ words: String...) throws -> CommandResult {
    try BuiltCommand.program(["/usr/bin/virsh", "-c", address] + words)
  }

  private func domain(_ words: [String]) throws -> CommandResult {
    try BuiltCommand.run(["domain"] + words + ["--hypervisor", "libvirt", "--connect", address])
  }

  /// A policy by QEMU's words is set, read back, and is what the next start gives; one that its QEMU cannot
  /// give is not set.
  @Test func setAndStarted() throws {
    let file = try folder.file(
      "domain.xml",
      """
      <domain type='qemu'><name>set</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
      <os><type arch='x86_64' machine='q35'>hvm</type></os></domain>
      """)
    #expect(try virsh("define", file).status == 0)
    defer {
      _ = try? virsh("destroy", "set")
      _ = try? virsh("undefine", "set")
    }
    let policy = try folder.file(
      "policy", "qemu-system-x86_64 -machine q35 -accel tcg -cpu Westmere,-aes,+movbe")
    let before = try virsh("dumpxml", "--inactive", "set").output
    let trial = try domain(["set-policy", "set", policy, "--dry-run", "-o", "json"])
    #expect(trial.status == 0, "\(trial.errors)")
    #expect(try virsh("dumpxml", "--inactive", "set").output == before)
    let result = try domain(["set-policy", "set", policy, "-o", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let started = try virsh("start", "--paused", "set")
    #expect(started.status == 0, "\(started.errors)")
    let shown = try domain(["show", "set", "-o", "json"])
    let document = try JSONValue(parsing: Array(shown.output.utf8), source: shown.errors)
    #expect(document["delivery"]?["verdict"]?.string == "as-asked", "\(shown.output.prefix(900))")
    let names = Set((document["policy"]?["features"]?.array ?? []).compactMap(\.string))
    #expect(names.contains("movbe") && names.contains("ssse3") && !names.contains("aesni"))
    let explained = try domain(["explain", "set", "aes", "-o", "json"])
    #expect(explained.output.contains("\"disabled\""), "\(explained.output)\(explained.errors)")
    let old = try folder.file(
      "old.xml",
      """
      <domain type='qemu'><name>old</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
      <os><type arch='x86_64' machine='pc-i440fx-2.12'>hvm</type></os>
      <cpu mode='custom' match='exact' check='none'><model>EPYC</model></cpu></domain>
      """)
    #expect(try virsh("define", old).status == 0)
    defer { _ = try? virsh("undefine", "old") }
    let lost = try domain(["explain", "old", "topoext", "-o", "json"])
    #expect(lost.output.contains("\"lost-with-machine\""), "\(lost.output)\(lost.errors)")
    // QEMU's own emulation does not have it.
    let more = try folder.file(
      "more", "qemu-system-x86_64 -machine q35 -accel kvm -cpu base,+fpu,+avx512f,+hypervisor")
    let kept = try virsh("dumpxml", "--inactive", "set").output
    let refused = try domain(["set-policy", "set", more, "-o", "json"])
    #expect(refused.status == 1, "\(refused.errors)")
    #expect(try virsh("dumpxml", "--inactive", "set").output == kept)
    // Without the rights nothing is even tried.
    let other = try BuiltCommand.run(
      ["domain", "set-policy", "set", policy, "--hypervisor", "libvirt", "--connect", address],
      through: ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"])
    #expect(other.status == 5 && other.errors.contains("as root"), "\(other.errors)")
  }
}
