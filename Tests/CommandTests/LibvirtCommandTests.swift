// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// libvirt's domains from outside, with a library that stands in for libvirt's.
@Suite(.enabled(if: LibvirtStandIn.isPossible, "there is no gcc"))
struct LibvirtCommandTests {
  private let libvirt: LibvirtStandIn

  init() throws {
    libvirt = try #require(try LibvirtStandIn())
    let asked = "<cpu mode='custom' match='exact' check='partial'><model>Westmere</model></cpu>"
    let live = """
      <cpu mode='custom' match='exact' check='full'><model>Westmere</model>
      <feature policy='disable' name='aes'/></cpu>
      """
    let host = "<cpu mode='host-passthrough' check='none'/>"
    try libvirt.have([
      .init(
        "lost", id: 2, live: LibvirtStandIn.domain("lost", live),
        inactive: LibvirtStandIn.domain("lost", asked)),
      .init(
        "pass", id: 1, live: LibvirtStandIn.domain("pass", host),
        inactive: LibvirtStandIn.domain("pass", host)),
      .init("off", id: nil, inactive: LibvirtStandIn.domain("off", asked)),
    ])
  }

  private func run(_ words: String...) throws -> CommandResult {
    try BuiltCommand.run(
      words + BuiltCommand.withoutAuthorities,
      through: ["/usr/bin/env", "LD_LIBRARY_PATH=" + libvirt.searchPath])
  }

  private func domain(_ words: String...) throws -> CommandResult {
    try BuiltCommand.run(
      ["domain"] + words + ["--hypervisor", "libvirt", "--connect", libvirt.address]
        + BuiltCommand.withoutAuthorities,
      through: ["/usr/bin/env", "LD_LIBRARY_PATH=" + libvirt.searchPath])
  }

  /// What libvirt cannot say of a CPU that is the host's own, its QEMU does, where it is asked to.
  @Test func monitorIsAskedOnlyOnRequest() throws {
    _ = try libvirt.write("pass.monitor", LibvirtStandIn.monitor)
    #expect(try domain("show", "pass", "-o", "json").status == 0)
    #expect(!libvirt.log.contains("monitor"))
    let shown = try domain("show", "pass", "--monitor", "-o", "json")
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.errors.contains("asked for and not given: svm"))
    let document = try JSONValue(parsing: Array(shown.output.utf8), source: "output")
    let policy = try PolicyReader.read(
      Array((document["policy"] ?? .null).text.utf8), source: "policy", format: .json)
    let vendor = policy.policies.first?.policy.vendor
    #expect(vendor == .amd)
    #expect(libvirt.log.contains("monitor pass 0"))
    let off = try domain("show", "off", "--monitor")
    #expect(off.status == 4 && off.errors.contains("does not run"))
    let local = try run("domain", "show", "pass", "--monitor")
    #expect(local.status == 2 && local.errors.contains("--hypervisor libvirt"))
  }

  /// A daemon in a container has another QEMU under the path of this machine's, of which nothing here may be said.
  @Test func anotherQEMU() throws {
    let fake = try FakeEmulator(FakeEmulator.talking(), name: "qemu-system-x86_64")
    let asked = "<cpu mode='custom' match='exact' check='none'><model>Some</model></cpu>"
    try libvirt.have([.init("some", id: nil, inactive: LibvirtStandIn.domain("some", asked))])
    try libvirt.write(
      "capabilities",
      """
      <capabilities><guest><os_type>hvm</os_type>
      <arch name='x86_64'><emulator>\(fake.program)</emulator></arch></guest></capabilities>
      """)
    for (version, isTheSame) in [("7002001", true), ("10000013", false)] {
      try libvirt.write("version", version)
      let shown = try BuiltCommand.run(
        ["domain", "show", "some", "--hypervisor", "libvirt", "--connect", libvirt.address]
          + ["--cpu-map", "/nonexistent"],
        through: [
          "/usr/bin/env", "LD_LIBRARY_PATH=" + libvirt.searchPath, "PATH=" + fake.folder,
        ])
      #expect(shown.status == 0, "\(shown.errors)")
      #expect(shown.errors.contains("Some as QEMU 7.2.1") == isTheSame, "\(shown.errors)")
      let reason = "this libvirt runs QEMU 10.0.13, and the one here is 7.2.1"
      #expect((shown.errors + shown.output).contains(reason) == !isTheSame, "\(shown.errors)")
    }
  }

  /// A libvirt is an input: its domain a guest, its host a destination.
  @Test func isAnInput() throws {
    try libvirt.write(
      "domain-capabilities",
      """
      <domainCapabilities><path>/usr/bin/qemu-system-x86_64</path><domain>kvm</domain>
      <machine>pc-q35-7.2</machine><arch>x86_64</arch><cpu><mode name='host-model' supported='yes'>
      <model fallback='forbid'>Westmere</model><feature policy='disable' name='aes'/></mode></cpu>
      </domainCapabilities>
      """)
    try libvirt.write(
      "capabilities", "<capabilities><host><cpu><arch>x86_64</arch></cpu></host></capabilities>")
    try libvirt.write("index.xml", LibvirtStandIn.map)
    for (guest, host) in [
      ("libvirt:\(libvirt.address)#lost", "libvirt:\(libvirt.address)"),
      ("libvirt:#lost", "libvirt:"),
    ] {
      let check = try BuiltCommand.run(
        ["migrate", "check", guest, host, "-o", "json", "--no-probe", "--cpu-map"]
          + [libvirt.searchPath],
        through: [
          "/usr/bin/env", "LD_LIBRARY_PATH=" + libvirt.searchPath,
          "LIBVIRT_DEFAULT_URI=" + libvirt.address,
        ])
      let document = try JSONValue(parsing: Array(check.output.utf8), source: check.errors)
      #expect(document["guest"]?.string == "lost")
      let destination = document["destinations"]?.array?.first
      #expect(destination?["host"]?.string == "stand-in", "\(check.output)")
    }
    let nobody = try run("migrate", "check", "libvirt:\(libvirt.address)#nobody", "libvirt:x:")
    #expect(nobody.status == 2 && nobody.errors.contains("no domain nobody"), "\(nobody.errors)")
    let absent = try run("migrate", "check", Fixtures.path("emulated-Haswell.txt"), "libvirt:x:")
    #expect([3, 4].contains(absent.status), "\(absent.errors)")
  }

  @Test func list() throws {
    let list = try domain("list", "-o", "json")
    #expect(list.status == 0 && list.errors.isEmpty, "\(list.errors)")
    let document = try JSONValue(parsing: Array(list.output.utf8), source: "output")
    let domains = document["domains"]?.array ?? []
    #expect(domains.map { $0["name"]?.string } == ["pass", "lost", "off"])
    let verdicts = domains.map { $0["delivery"]?["verdict"]?.string }
    #expect(verdicts == ["unchecked", "lost-features", "unknown"])
    #expect(domains[1]["delivery"]?["lost"]?.array == [.string("aes")])
    #expect(domains.map { $0["id"]?.integer } == [1, 2, -1])
    #expect(domains.map { $0["runState"]?.string } == ["running", "running", "off"])
    let table = try domain("list").output
    #expect(table.contains("lost-features: aes") && table.contains("next start: unknown"))
    let rows = try domain("list", "-o", "csv").output.split(separator: "\n")
    #expect(rows[0].hasSuffix("uuid,verdict,lost,because") && rows[3].hasPrefix("off,,hvm,"))
    #expect(try domain("list", "-o", "name").output == "pass\nlost\noff\n")
  }

  @Test func show() throws {
    let shown = try domain("show", "lost")
    #expect(shown.status == 0 && shown.output.contains("asked for  custom: lost-features: aes"))
    let document = try domain("show", "lost", "-o", "json").output
    let file = try libvirt.write("lost.json", document)
    // A domain document like any other: what it lacks no host has to have.
    let check = try BuiltCommand.run(
      ["migrate", "check", file, Fixtures.path("emulated-Haswell.txt"), "-o", "json"])
    #expect(check.status == 1 && check.output.contains("\"guest\": \"lost\""))
    let missing = try domain("show", "nobody")
    #expect(missing.status == 2 && missing.errors.contains("no domain nobody"))
    #expect(try domain("destroy", "lost").status == 2)
    #expect(try domain("create", "x", "--kind", "hvm").status == 2)
    #expect(try domain("list", "--host", "x").status == 2)
    #expect(try run("domain", "list", "--connect", "x").status == 2)
  }

  /// One that cannot be read stops no other.
  @Test func brokenDomain() throws {
    try libvirt.write("pass.live", "<domain><cpu mode='other'/></domain>")
    let list = try domain("list", "-o", "name")
    #expect(list.status == 3 && list.output == "lost\noff\n")
    #expect(list.errors.contains("libvirt:pass") && list.errors.contains("1 of libvirt's domains"))
  }

  @Test func failures() throws {
    try libvirt.fail("virConnectOpenReadOnly", code: 38, system: EACCES, "Permission denied")
    let denied = try domain("list")
    #expect(
      denied.status == 5 && denied.errors.split(separator: "\n").count == 1, "\(denied.errors)")
    try libvirt.fail("virConnectOpenReadOnly", code: 38, system: ENOENT, "No such file")
    let absent = try domain("list")
    #expect(absent.status == 4 && absent.errors.contains("is libvirt's daemon running"))
    let folder = try TemporaryFolder()
    _ = try folder.file("libvirt.so.0", "no library")
    let empty = try BuiltCommand.run(
      ["domain", "list", "--hypervisor", "libvirt"],
      through: ["/usr/bin/env", "LD_LIBRARY_PATH=" + folder.path])
    #expect(empty.status == 4 && empty.errors.contains("install"), "\(empty.errors)")
  }

  @Test func hostSource() throws {
    try libvirt.write(
      "capabilities",
      """
      <capabilities><host><cpu><arch>x86_64</arch><model>Westmere</model><vendor>Intel</vendor>
      <counter name='tsc' frequency='2500000000' scaling='yes'/></cpu>
      <topology><cells num='1'><cell id='0'><cpus num='6'/></cell></cells></topology></host>
      </capabilities>
      """)
    let words = ["host", "show", "--source", "libvirt", "-o", "json"]
    let unknown = try BuiltCommand.run(
      words + BuiltCommand.withoutAuthorities,
      through: [
        "/usr/bin/env", "LD_LIBRARY_PATH=" + libvirt.searchPath,
        "LIBVIRT_DEFAULT_URI=" + libvirt.address,
      ])
    // Without a map a model's name says nothing.
    #expect(unknown.status == 3 && unknown.errors.contains("names a CPU model"))
  }
}
