// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import TestSupport
import Testing

/// The accidents of moves under QEMU and libvirt, each foretold from files: what completes with another CPU,
/// and what is refused.
@Suite struct LibvirtMoveTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file("index.xml", Self.map)
  }

  private static let map = """
    <cpus><arch name='x86'><vendor name='Intel' string='GenuineIntel'/>
    <vendor name='AMD' string='AuthenticAMD'/>
    <feature name='fpu'><cpuid eax_in='0x01' edx='0x00000001'/></feature>
    <feature name='msr'><cpuid eax_in='0x01' edx='0x00000020'/></feature>
    <feature name='vmx'><cpuid eax_in='0x01' ecx='0x00000020'/></feature>
    <feature name='aes'><cpuid eax_in='0x01' ecx='0x02000000'/></feature>
    <feature name='movbe'><cpuid eax_in='0x01' ecx='0x00400000'/></feature>
    <feature name='hypervisor'><cpuid eax_in='0x01' ecx='0x80000000'/></feature>
    <feature name='amx-fp16'><cpuid eax_in='0x07' ecx_in='0x01' eax='0x00200000'/></feature>
    <feature name='invtsc' migratable='no'><cpuid eax_in='0x80000007' edx='0x00000100'/></feature>
    <model name='Big'><signature family='6' model='60'/><vendor name='Intel'/>
    <feature name='fpu'/><feature name='msr'/><feature name='aes'/><feature name='movbe'/></model>
    </arch></cpus>
    """

  /// A guest as its file says it: by default one that runs, under KVM.
  struct Guest {
    var features = ""
    var cpu = "mode='custom' match='exact' check='full'"
    var model = "Big"
    var vendor = "<vendor>Intel</vendor>"
    var type = "kvm"
    var id = " id='3'"
    var machine = "pc-q35-7.2"
    var clock = ""

    func with(_ change: (inout Guest) -> Void) -> Guest {
      var guest = self
      change(&guest)
      return guest
    }

    var xml: String {
      let model = cpu.contains("custom") ? "<model>\(model)</model>" : ""
      return """
        <domain type='\(type)'\(id)><name>w</name><vcpu>1</vcpu>
        <os><type arch='x86_64' machine='\(machine)'>hvm</type></os>
        <cpu \(cpu)>\(model)\(vendor)\(features)</cpu><clock>\(clock)</clock></domain>
        """
    }
  }

  /// A host as `virsh capabilities` says it.
  struct Host {
    var features = "<feature name='vmx'/><feature name='invtsc'/>"
    var vendor = "Intel"
    var machines = ["q35", "pc-q35-7.2"]
    var types = ["qemu", "kvm"]
    var counter = "<counter name='tsc' frequency='2500000000' scaling='no'/>"

    func with(_ change: (inout Host) -> Void) -> Host {
      var host = self
      change(&host)
      return host
    }

    var xml: String {
      let machines = machines.map { "<machine>\($0)</machine>" }.joined()
      let types = types.map { "<domain type='\($0)'/>" }.joined()
      return """
        <capabilities><host><cpu><arch>x86_64</arch><model>Big</model><vendor>\(vendor)</vendor>
        \(counter)\(features)</cpu></host><guest><os_type>hvm</os_type>
        <arch name='x86_64'>\(machines)\(types)</arch></guest></capabilities>
        """
    }
  }

  /// What is foretold: the verdict, the codes with whether each is decided, and what is not judged.
  struct Forecast {
    var verdict: String
    var decided: Set<String> = []
    var open: Set<String> = []
    var unjudged: [String] = []
  }

  private func forecast(
    _ guest: String, _ host: String, _ words: [String] = []
  ) throws -> Forecast {
    let result = try BuiltCommand.run(
      [
        "migrate", "check", try folder.file("guest", guest), try folder.file("host", host), "-o",
        "json", "--no-probe", "--cpu-map", folder.path,
      ] + words)
    let document = try JSONValue(parsing: Array(result.output.utf8), source: result.errors)
    let destination = try #require(document["destinations"]?.array?.first)
    var forecast = Forecast(verdict: destination["verdict"]?.string ?? "")
    #expect(result.status == (forecast.verdict == "safe" ? 0 : 1))
    for finding in destination["findings"]?.array ?? [] {
      let text = (finding["code"]?.string ?? "") + " " + (finding["field"]?.string ?? "")
      if finding["decided"]?.bool == true {
        forecast.decided.insert(text)
      } else {
        forecast.open.insert(text)
      }
    }
    forecast.unjudged = (destination["unknown"]?.array ?? []).compactMap(\.string)
    return forecast
  }

  private static func require(_ names: String...) -> String {
    names.map { "<feature policy='require' name='\($0)'/>" }.joined()
  }

  private static func fixed(_ hertz: Int) -> String {
    "<timer name='tsc' frequency='\(hertz)'/>"
  }

  /// Each row: the guest, the host, options, and a code that is decided; beside it the same without the
  /// accident, where the code must not stand at all.
  private static let refused: [(String, Guest, Host, [String], String)] = {
    let (guest, host) = (Guest(), Host())
    return [
      (
        "a feature is missing", guest,
        host.with { $0.features += "<feature policy='disable' name='movbe'/>" }, [], "CPU0101 MOVBE"
      ), ("machine type", guest.with { $0.machine = "pc-q35-9.2" }, host, [], "CPU0221"),
      ("KVM to QEMU's own", guest, host.with { $0.types = ["qemu"] }, [], "CPU0214"),
      (
        "a name that the destination does not know",
        guest.with { $0.features = require("amx-fp16") },
        host, ["--for", "libvirt=9.0"], "CPU0222 AMX_FP16"
      ),
      (
        "also of what is off",
        guest.with { $0.features = "<feature policy='disable' name='amx-fp16'/>" }, host,
        ["--for", "libvirt=9.0"], "CPU0222 AMX_FP16"
      ),
      (
        "invtsc blocks", guest.with { $0.features = require("invtsc") }, host, [], "CPU0223 ITSC"
      ),
      (
        "a frequency that is not the host's", guest.with { $0.clock = fixed(2_600_000_000) }, host,
        [],
        "CPU0203 TSC"
      ),
      (
        "with invtsc",
        guest.with {
          $0.features = require("invtsc")
          $0.clock = fixed(2_600_000_000)
        }, host, [], "CPU0201 ITSC"
      ), ("another vendor", guest, host.with { $0.vendor = "AMD" }, [], "CPU0132"),
    ]
  }()

  @Test func everyRefusal() throws {
    for (name, guest, host, words, code) in Self.refused {
      let found = try forecast(guest.xml, host.xml, words)
      #expect(found.verdict == "unsafe", "\(name): \(found)")
      #expect(found.decided.contains { $0.hasPrefix(code) }, "\(name): \(found)")
      let plain = try forecast(Guest().xml, Host().xml, words)
      #expect(!plain.decided.union(plain.open).contains { $0.hasPrefix(code) }, "\(name): \(plain)")
    }
  }

  /// What is no accident: a later release, a rate that QEMU takes for the same or scales, QEMU's own emulation
  /// under KVM's host.
  @Test func noAccidents() throws {
    let (guest, host) = (Guest(), Host())
    let later = try forecast(
      guest.with { $0.features = Self.require("amx-fp16") }.xml, host.xml,
      ["--for", "libvirt=11.3"])
    #expect(!later.decided.contains { $0.hasPrefix("CPU0222") })
    for (hertz, counter) in [
      (2_500_500_000, host.counter),
      (2_600_000_000, host.counter.replacing("'no'", with: "'yes'")),
    ] {
      let promised = guest.with {
        $0.features = Self.require("invtsc")
        $0.clock = Self.fixed(hertz)
      }
      let found = try forecast(promised.xml, host.with { $0.counter = counter }.xml)
      let codes = found.decided.union(found.open)
      for code in ["CPU0201", "CPU0203", "CPU0223"] {
        #expect(!codes.contains { $0.hasPrefix(code) }, "\(found)")
      }
    }
    let emulated = try forecast(guest.with { $0.type = "qemu" }.xml, host.xml)
    #expect(!emulated.decided.contains { $0.hasPrefix("CPU0214") })
  }

  /// libvirt compares nothing where the host's own CPU is given, and QEMU nothing at all: what is not known of
  /// the guest is unknown, whatever this machine has.
  @Test(arguments: [
    "mode='host-passthrough' check='none'", "mode='maximum' check='none'", "mode='host-model'",
    "mode='custom' match='minimum' check='partial'",
  ])
  func nothingCompares(_ cpu: String) throws {
    for id in ["", " id='3'"] {
      let guest = Guest().with {
        $0.cpu = cpu
        $0.id = id
      }
      let found = try forecast(guest.xml, Host().xml)
      #expect(found.verdict == "unknown", "\(found)")
    }
  }

  /// A file that does not say that the guest runs promises nothing: a start may have refused it.
  @Test func wishes() throws {
    let missing = Host().with { $0.features += "<feature policy='disable' name='movbe'/>" }
    let off = Guest().with { $0.id = "" }
    let found = try forecast(off.xml, missing.xml)
    #expect(found.verdict == "unknown" && found.open.contains("CPU0101 MOVBE"), "\(found)")
    #expect(!found.decided.contains { $0.hasPrefix("CPU0101") })
    #expect(found.unjudged.contains { $0.contains("what QEMU makes of Big") })
  }

  /// KVM gives a guest its host's vendor: that of a model of another maker's is not known.
  @Test func vendors() throws {
    let silent = Guest().with { $0.vendor = "" }
    let text = "the vendor, which"
    #expect(!(try forecast(silent.xml, Host().xml)).unjudged.contains { $0.hasPrefix(text) })
    let other = try forecast(silent.xml, Host().with { $0.vendor = "AMD" }.xml)
    #expect(other.unjudged.contains { $0.hasPrefix(text) }, "\(other)")
    #expect(other.verdict != "safe")
  }

  /// What QEMU emulates itself, no host's CPU says.
  @Test func emulatedFeatures() throws {
    let text = "what the destination's "
    let emulated = Guest().with { $0.type = "qemu" }
    #expect(try forecast(emulated.xml, Host().xml).unjudged.contains { $0.hasPrefix(text) })
    let offer = """
      <domainCapabilities><domain>%</domain><machine>pc-q35-7.2</machine><arch>x86_64</arch>
      <cpu><mode name='host-model'><model>Big</model><vendor>Intel</vendor></mode></cpu>
      </domainCapabilities>
      """
    for (guest, type, isOther) in [
      (emulated, "qemu", false), (emulated, "kvm", true), (Guest(), "kvm", false),
      (Guest(), "qemu", true),
    ] {
      let found = try forecast(guest.xml, offer.replacing("%", with: type))
      #expect(found.unjudged.contains { $0.hasPrefix(text) } == isOther, "\(guest.type) \(type)")
    }
  }

  /// QEMU alone: numbers that the destination does not reach, and a register that it does not show.
  @Test func commandLines() throws {
    let host = Fixtures.path("emulated-Haswell.txt")
    func codes(_ cpu: String) throws -> Set<String> {
      let line = try folder.file(
        "line",
        "qemu-system-x86_64 -machine q35 -accel kvm -cpu base,+fpu,vendor=GenuineIntel\(cpu)")
      let result = try BuiltCommand.run(
        ["migrate", "check", line, host, "-o", "json", "--no-probe"])
      let document = try JSONValue(parsing: Array(result.output.utf8), source: result.errors)
      let findings = document["destinations"]?.array?.first?["findings"]?.array ?? []
      return Set(
        findings.filter { $0["decided"]?.bool == true }.map {
          ($0["code"]?.string ?? "") + " " + ($0["field"]?.string ?? "")
        })
    }
    for (wide, narrow, code) in [
      (
        ",+lm,xlevel=0x80000008,phys-bits=46", ",+lm,xlevel=0x80000008,phys-bits=40",
        "CPU0122 maxPhysicalAddressBits"
      ),
      (",level=0x20", ",level=5", "CPU0131 maxBasicLeaf"),
      (",+arch-capabilities,+rdctl-no", "", "CPU0101 RDCL_NO"),
      (",+avx2", "", "CPU0101 AVX2"),
    ] {
      let found = try codes(wide)
      #expect(found.contains(code), "\(wide): \(found)")
      #expect(try !codes(narrow).contains(code), "\(narrow)")
    }
  }

  /// What a host's libvirt says of machines stays in its document.
  @Test func hostDocuments() throws {
    let host = try folder.file("caps", Host().with { $0.machines = ["pc-q35-9.2"] }.xml)
    let shown = try BuiltCommand.run(
      ["host", "show", host, "-o", "json", "--no-probe", "--cpu-map", folder.path])
    #expect(shown.output.contains("\"toolstack\""), "\(shown.errors)")
    let found = try forecast(Guest().xml, shown.output)
    #expect(found.decided.contains { $0.hasPrefix("CPU0221") }, "\(found)")
  }
}
