// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// What libvirt's XML says of guests and hosts besides their features.
@Suite struct LibvirtInputTests {
  private static func read(_ text: String) throws -> PolicyDocument {
    try PolicyReader.read(Array(text.utf8), source: "x")
  }

  private static func error(_ text: String) -> FormatError? {
    FormSamples.read(Array(text.utf8), nil)
  }

  private static func domain(_ rest: String, _ attributes: String = "type='kvm'") -> String {
    "<domain \(attributes)><name>web</name>\n\(rest)</domain>"
  }

  private static let haswell = "<cpu mode='custom' check='full'><model>Haswell</model></cpu>"

  @Test func aWholeDomain() throws {
    let document = try Self.read(
      Self.domain(
        """
        <vcpu placement='static' current='3'>8</vcpu>
        <os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type></os>
        <cpu mode='custom' match='exact' check='partial'><model fallback='forbid'>Haswell</model>
        <vendor>Intel</vendor><topology sockets='1' dies='2' cores='2' threads='2'/>
        <feature policy='require' name='pclmuldq'/><feature policy='forbid' name='svm'/>
        <feature policy='optional' name='vmx'/><maxphysaddr mode='emulate' bits='40'/></cpu>
        <clock><timer name='rtc'/><timer name='tsc' frequency='2400000000'/></clock>
        <devices><emulator>/usr/bin/qemu-system-x86_64</emulator></devices>
        """))
    let guest = try #require(document.guest)
    #expect(guest.name == "web" && guest.isMachine && guest.vCPUs == 3)
    #expect(
      guest.topology == (try Topology(sockets: 1, dies: 2, cores: 2, threads: 2, vCPUs: 3)))
    #expect(guest.tscKilohertz == 2_400_000 && guest.vendor == "GenuineIntel")
    let request = try #require(document.request)
    #expect(
      request.machine
        == .init(emulator: "/usr/bin/qemu-system-x86_64", type: "pc-q35-7.2", accelerator: "kvm"))
    // In its own words, and in those that libvirt gives QEMU.
    #expect(request.wishes == [.init("pclmuldq", .bool(true)), .init("svm", .bool(false))])
    #expect(
      request.settings == [
        .init("pclmulqdq", .bool(true)), .init("svm", .bool(false)),
        .init("phys-bits", .integer(40)),
      ])
    #expect(!request.isDifference && request.world == .libvirt && request.choice == .named)
    #expect(document.host == nil)
  }

  /// What runs and was checked in full is libvirt's model but for what stands there; and so is a host. What is
  /// only to be checked is no promise.
  @Test func differences() throws {
    let running = Self.domain(Self.haswell, "type='kvm' id='7'")
    #expect(try Self.read(running).request?.isDifference == true)
    #expect(
      try Self.read("<domstatus>\(Self.domain(Self.haswell))</domstatus>").request?.isDifference
        == true)
    for wish in [
      Self.haswell, Self.domain(Self.haswell),
      "<domainsnapshot>\(Self.domain(Self.haswell))</domainsnapshot>",
    ] {
      let document = try Self.read(wish)
      #expect(document.request?.isDifference == false, "\(wish)")
      #expect(document.notes.contains { $0.contains("nothing says that the guest runs") })
    }
    let unread = running.replacing("check='full'", with: "check='partial'")
    #expect(try Self.read(unread).request?.isDifference == false)
    // Less than the minimum may come of it, so that nothing of the model is known.
    let minimum = Self.haswell.replacing("check", with: "match='minimum' check")
    #expect(try Self.read(Self.domain(minimum)).request?.choice == .hostModel)
    #expect(try Self.read(Self.domain(minimum, "id='7'")).request?.model == "Haswell")
    let host = try Self.read("<cpu><arch>x86_64</arch><model>Haswell</model></cpu>")
    #expect(host.request?.isDifference == true && host.host != nil && host.guest == nil)
    #expect(host.policies[0].name == "raw")
  }

  @Test func processors() throws {
    let two = try Self.read(Self.domain("<vcpu>2</vcpu>\(Self.haswell)"))
    #expect(two.guest?.topology == (try Topology(sockets: 2, cores: 1)))
    let clusters = "<cpu><topology sockets='1' clusters='2' cores='1' threads='1'/></cpu>"
    #expect(try Self.read(Self.domain("<vcpu>2</vcpu>\(clusters)")).guest?.topology == nil)
    let alone = try Self.read("<cpu><topology sockets='1' cores='2' threads='2'/></cpu>")
    #expect(alone.guest?.topology?.vCPUs == 4 && alone.guest?.isMachine == false)
    for bad in [
      "<vcpu>0</vcpu>\(Self.haswell)", "<vcpu>x</vcpu>\(Self.haswell)",
      "<vcpu current='3'>2</vcpu>\(Self.haswell)",
      "<vcpu>8</vcpu><cpu><topology sockets='1' cores='2' threads='2'/></cpu>",
      "<cpu><topology sockets='1' cores='2'/></cpu><vcpu>2</vcpu>",
      "\(Self.haswell)<clock><timer name='tsc' frequency='fast'/></clock>",
      "\(Self.haswell)<clock><timer name='tsc'/><timer name='tsc'/></clock>",
      "<cpu mode='best'/>",
    ] {
      #expect(Self.error(Self.domain(bad))?.line != nil, "\(bad)")
    }
  }

  @Test(arguments: [
    ("host-model", ModelRequest.Choice.hostModel), ("host-passthrough", .host),
    ("maximum", .maximum),
  ]) func modes(_ mode: String, _ choice: ModelRequest.Choice) throws {
    let document = try Self.read(Self.domain("<cpu mode='\(mode)'><model/></cpu>"))
    let request = try #require(document.request)
    #expect(request.choice == choice && request.model == nil)
    #expect(document.notes.contains { $0.contains("every register is unknown") })
    #expect(document.policies[0].policy.isKnown(leaf: 1) == false)
  }

  /// Without a CPU a domain of QEMU has QEMU's own; arguments of its own take the place of what stands there.
  @Test func otherCPUs() throws {
    let none = try Self.read(Self.domain("", "type='qemu'"))
    #expect(none.request?.model == "qemu64" && none.request?.world == .qemu)
    #expect(none.request?.machine.accelerator == "tcg")
    #expect(Self.error(Self.domain("", "type='xen'"))?.message.contains("no <cpu>") == true)
    let own = try Self.read(
      """
      <domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>\(Self.haswell)
      <qemu:commandline><qemu:arg value='-cpu'/><qemu:arg value='Nehalem,-aes'/></qemu:commandline>
      </domain>
      """)
    #expect(own.request?.model == "Nehalem" && own.request?.disabled == [.aesni])
    #expect(own.notes.contains { $0.contains("takes the place of <cpu>") })
  }

  /// Snapshots and the daemon's own state hold a domain.
  @Test(arguments: ["domainsnapshot", "domstatus"]) func around(_ root: String) throws {
    let document = try Self.read("<\(root)><name>s</name>\(Self.domain(Self.haswell))</\(root)>")
    #expect(document.guest?.name == "web" && document.request?.model == "Haswell")
    #expect(Self.error("<\(root)/>")?.message.contains("no <domain>") == true)
  }

  @Test func capabilities() throws {
    let document = try Self.read(
      """
      <capabilities><host><cpu><arch>x86_64</arch><model>EPYC</model><vendor>AMD</vendor>
      <microcode version='137'/><counter name='tsc' frequency='2000000000' scaling='yes'/>
      </cpu></host><guest><os_type>hvm</os_type><arch name='i686'><machine>isapc</machine></arch></guest>
      <guest><os_type>hvm</os_type><arch name='x86_64'><machine canonical='pc-q35-7.2'>q35</machine>
      <machine>pc-q35-7.2</machine><domain type='qemu'/><domain type='kvm'><machine>microvm</machine>
      </domain></arch></guest></capabilities>
      """)
    let host = try #require(document.host)
    #expect(host.machines == ["q35", "pc-q35-7.2", "microvm"])
    #expect(host.accelerators == ["tcg", "kvm"])
    #expect(host.vendor == "AuthenticAMD" && host.tscKilohertz == 2_000_000)
    #expect(host.canScaleTSC == true && document.microcode == 137 && host.models.isEmpty)
    #expect(document.policies[0].name == "raw" && document.identity == nil)
  }

  @Test func domainCapabilities() throws {
    let text = """
      <domainCapabilities><path>/q</path><domain>qemu</domain><machine>pc-q35-7.2</machine>
      <cpu><mode name='host-model'><model>EPYC</model><vendor>AMD</vendor></mode>
      <mode name='custom'><model usable='yes'>486</model><model usable='no'>Haswell</model>
      <model usable='unknown'>base</model>
      <blockers model='Haswell'><feature name='hle'/><feature name='rtm'/></blockers></mode></cpu>
      </domainCapabilities>
      """
    let document = try Self.read(text)
    let host = try #require(document.host)
    #expect(host.models.map(\.name) == ["486", "Haswell", "base"])
    #expect(host.models.map(\.isUsable) == [true, false, nil])
    #expect(host.models.map(\.blockers) == [[], ["hle", "rtm"], []])
    #expect(document.policies[0].name == "hvm-max" && document.identity != nil)
    #expect(
      document.request?.machine == .init(emulator: "/q", type: "pc-q35-7.2", accelerator: "tcg"))
    #expect(document.request?.isDifference == true)
    let other = text.replacing("blockers model='Haswell'", with: "blockers model='Nehalem'")
    #expect(Self.error(other)?.message.contains("none of the models") == true)
  }

  /// An answer takes the request's place; what the form says besides stays.
  @Test func settled() throws {
    var document = try Self.read(
      """
      <cpu><model>Haswell</model><vendor>Intel</vendor><feature policy='optional' name='vmx'/>
      <topology sockets='1' cores='2' threads='1'/></cpu>
      """)
    var resolved = ResolvedModel(
      partial: PartialPolicy(features: FeatureSet()), authority: "a test")
    resolved.isExact = false
    document.settle(resolved)
    #expect(document.request == nil && document.settled?.model == "Haswell")
    #expect(
      document.policies[0].statements.map(\.subject) == [
        "feature vmx", "model", "topology", "vendor",
      ])
    resolved.isExact = true
    var exact = try Self.read("<cpu check='full'><model>Haswell</model></cpu>")
    exact.settle(resolved)
    #expect(exact.policies[0].statements.isEmpty && exact.policies[0].policy.isKnown(leaf: 1))
  }

  /// Words of which nothing is said leave their leaves unknown; the others are known.
  @Test func openWords() throws {
    var features = FeatureSet()
    features.insert(.fpu)
    features.insert(.avxVnni)
    var partial = PartialPolicy(features: features)
    partial.openWords = [15, 17]
    let policy = partial.policy
    #expect(policy.isKnown(leaf: 1) && policy.has(.fpu) && policy.isKnown(.avx2))
    #expect(!policy.isKnown(.avxVnni) && policy[msr: .archCapabilities] == nil)
    // From a bound the open word is the bound's, and the others are the form's.
    var bound = CPUPolicy()
    bound.set(Feature(word: 15, bit: 4), true)
    let completed = partial.applied(to: bound)
    #expect(completed.has(Feature(word: 15, bit: 4)) == bound.has(Feature(word: 15, bit: 4)))
  }
}
