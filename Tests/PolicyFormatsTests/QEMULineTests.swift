// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// QEMU's command lines in the forms in which they are found.
@Suite struct QEMULineTests {
  private static func read(_ text: String) throws -> PolicyDocument {
    try PolicyReader.read(Array(text.utf8), source: "x")
  }

  private static func error(_ text: String) -> FormatError? {
    FormSamples.read(Array(text.utf8), nil)
  }

  /// Of libvirt's log the last start counts, and what the program wrote is no part of it.
  @Test func aLog() throws {
    let text = """
      2026-11-26 10:00:00.000+0000: starting up libvirt version: 9.0.0, package: 1, qemu version: 7.2
      LC_ALL=C \\
      /usr/bin/qemu-system-x86_64 \\
      -name guest=old \\
      -cpu Nehalem
      2026-11-26 10:00:01.000+0000: shutting down, it isn't well
      2026-11-26 11:00:00.000+0000: starting up libvirt version: 9.0.0, package: 1, qemu version: 7.2
      LC_ALL=C \\
      HOME=/var/lib/libvirt/qemu/domain-1-new \\
      /usr/bin/qemu-system-x86_64 \\
      -name guest=new,debug-threads=on \\
      -object '{"qom-type":"secret","id":"masterKey0","format":"raw"}' \\
      -machine pc-q35-7.2,usb=off,dump-guest-core=off \\
      -accel kvm \\
      -cpu Haswell,hle=off,tsc-frequency=2400000000 \\
      -smp 4,sockets=1,dies=1,cores=2,threads=2 \\
      -msg timestamp=on
      qemu-system-x86_64: warning: host doesn't support requested feature: CPUID.07H
      """
    for form in [text, text.split(separator: "\n").dropFirst(7).dropLast().joined(separator: "\n")]
    {
      let document = try Self.read(form)
      let (guest, request) = try (#require(document.guest), #require(document.request))
      #expect(document.format == .qemuCPU && guest.name == "new" && guest.isMachine)
      #expect(request.model == "Haswell" && request.disabled == [.hle])
      #expect(
        request.machine
          == .init(
            emulator: "/usr/bin/qemu-system-x86_64", type: "pc-q35-7.2", accelerator: "kvm"))
      #expect(guest.topology == (try Topology(sockets: 1, cores: 2, threads: 2)))
      #expect(guest.vCPUs == 4 && guest.tscKilohertz == 2_400_000)
    }
  }

  /// Words of a process, with a zero byte behind each.
  @Test func aProcess() throws {
    let words = [
      "/usr/bin/kvm", "-id", "100", "-name", "vm, it's a,debug-threads=on", "-smp",
      "4,sockets=2,cores=2,maxcpus=4", "-cpu", "kvm64,enforce,model-id=A B C,+aes",
    ]
    let document = try Self.read(words.joined(separator: "\0") + "\0")
    #expect(document.request?.model == "kvm64" && document.request?.required == [.aesni])
    #expect(document.request?.machine.accelerator == "kvm")
    #expect(document.guest?.topology == (try Topology(sockets: 2, cores: 2)))
    #expect(document.partial?.value(of: .brandStringPart1) != nil)
  }

  /// As `ps` prints them; where a blank has lost its quotes the rest cannot be told.
  @Test func aListOfProcesses() throws {
    let line =
      "root 12 0.0 /usr/bin/qemu-system-x86_64 -name x -M q35,accel=tcg -cpu Haswell,+vmx -m 1"
    let document = try Self.read(line)
    #expect(document.request?.required == [.vmx] && document.request?.machine.type == "q35")
    let cut = line.replacing("Haswell,+vmx", with: "Haswell,model-id=A B,+vmx")
    #expect(Self.error(cut)?.message.contains("where it ends is not told") == true)
    #expect(Self.error(line.replacing("x86_64", with: "aarch64"))?.kind == .unrecognised)
  }

  @Test(arguments: [
    ("-machine q35,accel=kvm", "kvm"), ("-enable-kvm", "kvm"), ("-accel tcg,thread=multi", "tcg"),
    ("-machine accel=kvm:tcg", nil), ("-accel kvm -accel tcg", nil), ("", "tcg"),
    ("-M type=q35,accel=tcg", "tcg"), ("-accel thread=single,accel=kvm", "kvm"),
    ("-machine q35,usb=off -accel kvm,kernel-irqchip=split", "kvm"),
    ("-machine accel=tcg -M accel=kvm", "kvm"), ("-machine accel=tcg -enable-kvm", "kvm"),
    ("-enable-kvm -machine q35,accel=tcg", "tcg"), ("-accel kvm:tcg", nil),
    ("-accel hvf", "hvf"),
  ]) func accelerators(_ options: String, _ accelerator: String?) throws {
    let document = try Self.read("qemu-system-x86_64 \(options) -cpu Haswell")
    #expect(document.request?.machine.accelerator == accelerator)
    #expect(
      document.request?.machine.accelerators == (accelerator == nil ? ["kvm", "tcg"] : []))
    // Of -cpu alone nobody knows where it goes.
    #expect(try Self.read("-cpu Haswell").request?.machine == .init())
  }

  /// A command line without a model has QEMU's.
  @Test func noModel() throws {
    let document = try Self.read("qemu-system-x86_64 -m 1G\n")
    #expect(document.request?.model == "qemu64" && document.guest?.vCPUs == 1)
    #expect(document.notes.contains { $0.contains("no -cpu") })
    #expect(try Self.read("qemu-system-i386 -m 1G").request?.model == "qemu32")
    #expect(Self.error("qemu-system-x86_64 -cpu")?.message.contains("with a value") == true)
  }

  /// What `-global` gives every CPU counts as if it stood with the model, and twice is refused.
  @Test func globals() throws {
    let line =
      "qemu-system-x86_64 -global Haswell-x86_64-cpu.vmx=on -global kvm-pit.x=y -cpu Haswell"
    #expect(try Self.read(line).request?.required == [.vmx])
    #expect(Self.error(line + ",vmx=off") != nil)
  }

  @Test(arguments: [
    ("4", 4, nil), ("cpus=2,maxcpus=8,sockets=2,cores=2,threads=2", 2, "2:1:2:2"),
    ("8,sockets=2,dies=2,cores=2", 8, "2:2:2:1"), ("sockets=2,cores=3", 6, "2:1:3:1"),
    ("8,cores=4,threads=2", 8, "1:1:4:2"), ("8,sockets=2", 8, nil),
    ("4,sockets=1,modules=2,cores=1,threads=2", 4, nil),
    ("4,sockets=1,modules=1,cores=2,threads=2", 4, "1:1:2:2"),
  ]) func processors(_ value: String, _ count: Int, _ shape: String?) throws {
    let guest = try #require(try Self.read("-cpu Haswell -smp \(value)").guest)
    #expect(guest.vCPUs == UInt32(count))
    #expect(
      guest.topology.map { "\($0.sockets):\($0.dies):\($0.cores):\($0.threads)" } == shape)
  }

  @Test(arguments: [
    "0", "x", "4,sockets=3,cores=2,threads=1", "4,cores=0,threads=2", "4,4", "cores=2,cores=2",
  ])
  func badProcessors(_ value: String) {
    #expect(Self.error("-cpu Haswell -smp \(value)")?.message.hasPrefix("-smp") == true)
  }

  @Test(arguments: [
    ("2400000000", 2_400_000), ("2400M", 2_400_000), ("2G", 2_000_000), ("fast", nil),
  ]) func frequencies(_ value: String, _ kilohertz: Int?) throws {
    let guest = try Self.read("-cpu base,tsc-frequency=\(value)").guest
    #expect(guest?.tscKilohertz == kilohertz)
  }
}
