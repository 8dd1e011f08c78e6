// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Forms of other projects and running machines, from outside.
@Suite struct OtherFormatCommandTests {
  @Test func nothingIsWrittenThatWouldLoseData() throws {
    let dump = Fixtures.path("emulated-Haswell.txt")
    let refused = try BuiltCommand.run(["policy", "convert", dump, "--to", "qemu-cpu"])
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains("qemu-cpu cannot hold leaf 0x4:0"))
    let written = try BuiltCommand.run(["policy", "convert", dump, "--to", "qemu-cpu", "--drop"])
    #expect(written.status == 0 && written.output.hasPrefix("-cpu "))
    let again = try BuiltCommand.run(
      ["policy", "convert", "-", "--to", "featureset", "--drop"], input: Data(written.output.utf8))
    #expect(again.status == 0, "\(again.errors)")
    let replies = try BuiltCommand.run(["policy", "convert", dump, "--to", "qemu-expansion"])
    #expect(replies.status == 2, "\(replies.errors)")
  }

  /// QEMU numbers APIC ids in its own way: a domain that has others loses them.
  @Test func theLegacyLayoutIsLost() throws {
    let folder = try TemporaryFolder()
    func losses(_ name: String, _ options: String...) throws -> [Substring] {
      let created = try BuiltCommand.run(
        ["domain", "create", name, "--kind", "hvm", "--dry-run", "-o", "json"] + options
          + ["--host", Fixtures.path("emulated-Haswell.txt"), "--state-dir", folder.path])
      #expect(created.status == 0, "\(created.errors)")
      let file = try folder.file("\(name).json", created.output)
      let refused = try BuiltCommand.run(["policy", "convert", file, "--to", "qemu-cpu"])
      #expect(refused.status == 1 && refused.output.isEmpty)
      let written = try BuiltCommand.run(["policy", "convert", file, "--to", "qemu-cpu", "--drop"])
      #expect(written.status == 0 && written.output.contains("-smp cpus="))
      let lines = written.errors.split(separator: "\n")
      #expect(refused.errors.split(separator: "\n").dropLast() == lines[...])
      return lines.filter { $0.contains("APIC ids") }
    }
    #expect(try losses("packed", "--vcpus", "4").isEmpty)
    #expect(try losses("alone", "--vcpus", "1", "--legacy-topology").isEmpty)
    #expect(
      try losses("legacy", "--vcpus", "4", "--legacy-topology") == [
        "qemu-cpu cannot hold the APIC ids of the domain's layout: virtual CPU 1 has 2, "
          + "and QEMU gives it 1"
      ])
  }

  /// Names are those of a release, and what it has not is lost.
  @Test func writtenForARelease() throws {
    let dump = Fixtures.path("emulated-max.txt")
    func convert(_ options: String...) throws -> CommandResult {
      try BuiltCommand.run(["policy", "convert", dump, "--to", "qemu-cpu"] + options)
    }
    let any = try convert("--drop")
    let old = try convert("--drop", "--for", "qemu=7.2", "--for", "libvirt=9.0")
    #expect(any.status == 0 && old.status == 0 && old.output.hasPrefix("-cpu "))
    #expect(old.errors.contains("cannot hold leaf 0x80000005"))
    for wrong in [
      ["--for", "xen=4.17"], ["--for", "qemu"], ["--for", "qemu=x"], ["--for", "qemu=5.2"],
      ["--for", "qemu=9.0", "--for", "qemu=9.1"],
    ] {
      let refused = try BuiltCommand.run(
        ["policy", "convert", dump, "--to", "qemu-cpu", "--drop"] + wrong)
      #expect(refused.status == 2 && refused.output.isEmpty, "\(wrong) \(refused.errors)")
      #expect(refused.errors.contains("--for \(wrong[1])") || wrong.count > 2, "\(refused.errors)")
      let shown = try BuiltCommand.run(["policy", "show", dump, "--to", "qemu-cpu"] + wrong)
      #expect(shown.status == 2)
    }
  }

  /// Each form of a manager is written, read again as a request, and no host.
  @Test(arguments: ["proxmox", "nova", "kubevirt"]) func managers(_ form: String) throws {
    let dump = Fixtures.path("emulated-Haswell.txt")
    let refused = try BuiltCommand.run(["policy", "convert", dump, "--to", form])
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains("\(form) cannot hold leaf 0x4:0"))
    let written = try BuiltCommand.run(
      ["policy", "convert", dump, "--to", form, "--drop"] + BuiltCommand.withoutAuthorities)
    #expect(written.status == 0 && written.errors.contains("family, model, stepping"))
    let text = Data(written.output.utf8)
    let shown = try BuiltCommand.run(
      ["policy", "show", "-"] + BuiltCommand.withoutAuthorities, input: text)
    #expect(shown.status == 0 && shown.errors.contains("asked for: "), "\(shown.errors)")
    let host = try BuiltCommand.run(["host", "show", "-", "--no-probe"], input: text)
    #expect(host.status == 3 && host.output.isEmpty, "\(host.errors)")
    let labels = try BuiltCommand.run(["policy", "convert", dump, "--to", "node-labels"])
    #expect(labels.status == 2)
  }

  /// What a node is not said to have it may have: neither a yes nor a no follows.
  @Test func labelsAreNoHost() throws {
    let labels = Data(
      "cpu-feature.node.kubevirt.io/avx2=true\ncpu-vendor.node.kubevirt.io/AMD=true\n".utf8)
    let guest = Fixtures.path("guest-epyc.txt")
    for arguments in [
      ["host", "show", "-"], ["migrate", "check", guest, "-"],
      ["policy", "audit", guest, "--against", "-"], ["policy", "show", "-", "--policy", "hvm-max"],
    ] {
      let result = try BuiltCommand.run(arguments, input: labels)
      #expect(result.status == 3 && result.output.isEmpty, "\(arguments) \(result.status)")
      #expect(result.errors.contains("nothing can be judged on it"), "\(result.errors)")
    }
    let shown = try BuiltCommand.run(["policy", "show", "-", "-o", "json"], input: labels)
    #expect(shown.status == 0 && shown.output.contains("feature avx2"))
  }

  @Test func modelsAreNotGuessed() throws {
    let setting = Data("-cpu EPYC-Rome,+invtsc\n".utf8)
    let shown = try BuiltCommand.run(["policy", "show", "-", "--no-probe"], input: setting)
    #expect(shown.status == 0 && shown.errors.contains("EPYC-Rome"))
    let audit = try BuiltCommand.run(
      ["policy", "audit", "-", "--against", Fixtures.path("emulated-max.txt")]
        + BuiltCommand.withoutAuthorities, input: setting)
    #expect(audit.status == 1 && audit.output.hasPrefix("unknown"), "\(audit.output)")
    #expect(audit.output.contains("--emulator"), "\(audit.output)")
    let host = try BuiltCommand.run(["host", "show", "-", "--no-probe"], input: setting)
    #expect(host.status == 3, "\(host.errors)")
  }

  @Test func aSocketThatIsNotThere() throws {
    for arguments in [["host", "show"], ["policy", "show"]] {
      let result = try BuiltCommand.run(arguments + ["qmp:/no/such/socket"])
      #expect(result.status == 4 && result.output.isEmpty)
      #expect(result.errors.contains("-qmp unix:"), "\(result.errors)")
    }
  }
}
