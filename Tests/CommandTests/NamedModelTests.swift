// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Named models as guests and hosts of the command, with a small map of libvirt's kind.
@Suite struct NamedModelTests {
  private let folder: TemporaryFolder
  private let map: String

  init() throws {
    folder = try TemporaryFolder()
    map = folder.path
    _ = try folder.file(
      "index.xml",
      """
      <cpus><arch name='x86'><vendor name='Intel' string='GenuineIntel'/>
      <feature name='fpu'><cpuid eax_in='0x01' edx='0x00000001'/></feature>
      <feature name='pni'><cpuid eax_in='0x01' ecx='0x00000001'/></feature>
      <feature name='arat'><cpuid eax_in='0x06' eax='0x00000004'/></feature>
      <feature name='lm'><cpuid eax_in='0x80000001' edx='0x20000000'/></feature>
      <feature name='avx2'><cpuid eax_in='0x07' ecx_in='0x00' ebx='0x00000020'/></feature>
      <feature name='lahf_lm'><cpuid eax_in='0x80000001' ecx='0x00000001'/></feature>
      <feature name='umip'><cpuid eax_in='0x07' ecx_in='0x00' ecx='0x00000004'/></feature>
      <feature name='ssbd'><cpuid eax_in='0x07' ecx_in='0x00' edx='0x80000000'/></feature>
      <model name='small'><feature name='fpu'/><feature name='arat'/></model>
      <model name='large'><signature family='6' model='60'/><model name='small'/>
      <feature name='lm'/><feature name='avx2'/></model></arch></cpus>
      """)
  }

  private func run(_ words: String...) throws -> CommandResult {
    try BuiltCommand.run(words + ["--no-probe", "--cpu-map", map])
  }

  private func domain(
    _ model: String, _ rest: String = "", check: String = "full"
  ) throws -> String {
    try folder.file(
      "\(model)-\(check).xml",
      """
      <domain type='kvm' id='1'><name>web</name><vcpu>2</vcpu><cpu mode='custom' check='\(check)'>
      <model>\(model)</model>\(rest)</cpu></domain>
      """)
  }

  private func offer(_ model: String, _ usable: String = "") throws -> String {
    try folder.file(
      "offer-\(model).xml",
      """
      <domainCapabilities><domain>kvm</domain><cpu><mode name='host-model'>
      <model>\(model)</model></mode><mode name='custom'>\(usable)</mode></cpu></domainCapabilities>
      """)
  }

  /// The features of a guest that has been checked are exact, and its form says so.
  @Test func aLiveDomain() throws {
    let shown = try run(
      "policy", "show", try domain("large", "<feature name='pni'/>"), "-o", "json")
    #expect(shown.status == 0 && shown.output.contains("\"sse3\""), "\(shown.errors)")
    #expect(shown.output.contains("\"avx2\"") && shown.output.contains("feature arat"))
    #expect(shown.errors.contains("as libvirt's cpu_map in \(map) has it"))
    #expect(!shown.errors.contains("not what the guest sees"))
    let other = try run("policy", "show", try domain("large", check: "partial"))
    #expect(other.errors.contains("under KVM not what the guest sees"))
  }

  /// A name that the map lacks leaves everything unknown, and is told.
  @Test func unknownNames() throws {
    let file = try domain("large", "<feature name='sse4-1'/>")
    let shown = try run("policy", "show", file)
    #expect(shown.status == 0 && shown.errors.contains("unknown CPU feature: sse4-1"))
    #expect(shown.errors.contains("every register is unknown"))
    let audit = try run("policy", "audit", file, "--against", Fixtures.path("emulated-max.txt"))
    #expect(audit.status == 1 && audit.output.hasPrefix("unknown"), "\(audit.output)")
  }

  /// What the map makes of a guest that nobody checked decides nothing.
  @Test func arithmeticIsNoAnswer() throws {
    let bound = Fixtures.path("emulated-Penryn.txt")
    let exact = try run("policy", "audit", try domain("large"), "--against", bound)
    #expect(exact.status == 1 && exact.output.hasPrefix("rejected"), "\(exact.output)")
    let asked = try run("policy", "audit", try domain("large", check: "none"), "--against", bound)
    #expect(asked.status == 1 && asked.output.hasPrefix("unknown"), "\(asked.output)")
    let fits = try run("policy", "audit", try domain("small", check: "none"), "--against", bound)
    #expect(fits.status == 1 && fits.output.hasPrefix("unknown"), "\(fits.output)")
    #expect(fits.output.contains("what QEMU makes of small"))
  }

  /// A part of a guest is never safe: what the form does not say decides.
  @Test(arguments: ["emulated-max.txt", "emulated-EPYC-Rome.txt"])
  func partsAreNeverSafe(_ host: String) throws {
    for check in ["full", "none"] {
      let result = try run(
        "migrate", "check", try domain("small", check: check), Fixtures.path(host))
      #expect(result.status == 1 && !result.output.contains(": safe"), "\(result.output)")
      #expect(!result.output.contains("clflushLineSize"), "\(result.output)")
    }
    let offered = try run("migrate", "check", try domain("small"), try offer("large"))
    #expect(offered.status == 1 && offered.output.contains("offer-large.xml: unknown"))
  }

  /// What an offer lacks of a guest's features is found; so are a model's blockers.
  @Test func offers() throws {
    let lost = try run("migrate", "check", try domain("large"), try offer("small"))
    #expect(lost.status == 1 && lost.output.contains("offer-small.xml: unsafe"))
    #expect(lost.output.contains("would lose AVX2, LM"), "\(lost.output)")
    let blocked = try offer(
      "large",
      "<model usable='no'>small</model><blockers model='small'><feature name='arat'/>"
        + "<feature name='pni'/></blockers>")
    let result = try run("migrate", "check", try domain("small"), blocked)
    #expect(result.output.contains("would lose SSE3"), "\(result.output)")
    #expect(result.output.contains("feature arat of model small"))
    let silent = try offer("large", "<model usable='no'>small</model>")
    let unknown = try run("migrate", "check", try domain("small"), silent)
    #expect(unknown.output.contains("does not say what"), "\(unknown.output)")
    let others = try offer("large", "<model usable='yes'>large</model>")
    let unlisted = try run("migrate", "check", try domain("small"), others)
    #expect(unlisted.output.contains("does not list it"), "\(unlisted.output)")
    let audit = try run("policy", "audit", try domain("large"), "--against", try offer("small"))
    #expect(audit.status == 1 && audit.output.hasPrefix("rejected"), "\(audit.output)")
  }

  /// A guest's form is no host, and a host's no guest: each is refused by name.
  @Test func roles() throws {
    let guest = try domain("large")
    for words in [["host", "show", guest], ["host", "facts", guest]] {
      let result = try BuiltCommand.run(words + ["--no-probe", "--cpu-map", map])
      #expect(result.status == 3 && result.errors.contains("the guest web, and no host"))
    }
    let bound = try run("policy", "audit", guest, "--against", guest)
    #expect(bound.status == 3 && bound.errors.contains("the guest web, and no host"))
    let host = try folder.file(
      "caps.xml",
      "<capabilities><host><cpu><arch>x86_64</arch><model>large</model></cpu></host></capabilities>"
    )
    let offer = try offer("large")
    for file in [host, offer] {
      let moved = try run("migrate", "check", file, Fixtures.path("emulated-max.txt"))
      #expect(moved.status == 3 && moved.errors.contains("describes a host, and no guest"))
      let audit = try run("policy", "audit", file, "--against", Fixtures.path("emulated-max.txt"))
      #expect(audit.status == 3 && audit.errors.contains("describes a host, and no guest"))
    }
    let shown = try run("host", "show", host, "-o", "json")
    #expect(shown.status == 0 && shown.output.contains("hvm-max"), "\(shown.errors)")
    #expect(try run("host", "show", offer).status == 3)
  }

  /// QEMU's deltas count against blockers, too.
  @Test func blockersThatTheFormSwitchesOff() throws {
    let offer = try offer(
      "large",
      "<model usable='no'>small</model><blockers model='small'><feature name='pni'/></blockers>")
    for (line, isFound) in [("-cpu small", true), ("-cpu small,-pni", false)] {
      let result = try run("migrate", "check", try folder.file("line", line), offer)
      #expect(result.output.contains("would lose SSE3") == isFound, "\(line) \(result.output)")
    }
  }

  /// Ids that eight bits do not reach, by the topology that the form asks for.
  @Test func manyVirtualCPUs() throws {
    let host = Fixtures.path("emulated-max.txt")
    for (shape, isFound) in [("sockets=2,cores=160,threads=1", true), ("sockets=2,cores=8", false)]
    {
      let line = try folder.file(
        "line", "qemu-system-x86_64 -accel kvm -cpu base,+fpu -smp \(shape)\n")
      let result = try run("migrate", "check", line, host)
      #expect(result.output.contains("APIC ids up to 415") == isFound, "\(result.output)")
    }
    let xml = try domain("large", "<topology sockets='1' cores='300' threads='1'/>")
    let text = try String(contentsOfFile: xml, encoding: .utf8)
      .replacing("<vcpu>2</vcpu>", with: "<vcpu>300</vcpu>")
    let result = try run("migrate", "check", try folder.file("many.xml", text), host)
    #expect(result.output.contains("APIC ids up to 299"), "\(result.output)")
  }

  /// The map's models where no emulator is asked: the one that stands for the CPU.
  @Test func writtenOverTheMapsModel() throws {
    let dump = Fixtures.path("emulated-Haswell.txt")
    let written = try run("policy", "convert", dump, "--to", "libvirt-cpu", "--drop")
    #expect(written.output.contains(">large</model>"), "\(written.output)\(written.errors)")
    #expect(written.errors.contains("family 6, model 60 from large, as libvirt's cpu_map"))
  }

  /// The topology of a command line goes where it is asked for again.
  @Test func topologies() throws {
    let line = try folder.file(
      "line",
      "qemu-system-x86_64 -cpu base,tsc-frequency=2000000000,+fpu -smp 4,sockets=2,cores=2\n")
    let written = try run("policy", "convert", line, "--to", "qemu-cpu", "--drop")
    #expect(written.output.contains("sockets=2,dies=1,cores=2,threads=1"), "\(written.output)")
    #expect(written.output.contains("tsc-frequency=2000000000"))
    #expect(try run("host", "show", line).errors.contains("and no host"))
  }
}
