// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What was promised to a guest when it booted: all that decides where it goes on. Many guests share it.
public struct GuestTerms: Hashable, Sendable {
  /// The host that gave the guest its policy.
  public struct Home: Hashable, Sendable {
    /// Digest of that host's raw policy.
    public var digest: String
    /// Format and number of its last-branch records.
    public var lbrFormat, lbrDepth: Int?
    /// Family, model and stepping of its CPU.
    public var signature: Signature?
    /// Its hypervisor, and the version of that.
    public var hypervisorName, hypervisorVersion: String?

    init(_ judge: Domain.Judge) {
      digest = judge.digest
      lbrFormat = judge.lbr.format
      lbrDepth = judge.lbr.depth
      signature = judge.signature
      hypervisorName = judge.hypervisorName
      hypervisorVersion = judge.hypervisorVersion
    }

    func judge(named host: String) -> Domain.Judge {
      Domain.Judge(
        host: host, digest: digest,
        lbr: HostDescription.BranchRecords(format: lbrFormat, depth: lbrDepth),
        signature: signature, hypervisorName: hypervisorName,
        hypervisorVersion: hypervisorVersion)
    }
  }

  /// What virtual CPUs sit on, as it is asked for.
  public struct Shape: Hashable, Sendable {
    /// How many there are of each, in a package, a die, a core.
    public var sockets, dies, cores, threads: UInt32
    /// Number of virtual CPUs.
    public var vCPUs: UInt32
    /// How APIC ids are given.
    public var layout: TopologyLayout

    init(_ topology: Topology) {
      sockets = topology.sockets
      dies = topology.dies
      cores = topology.cores
      threads = topology.threads
      vCPUs = topology.vCPUs
      layout = topology.layout
    }

    /// The topology with its APIC ids.
    public var topology: Topology? {
      try? Topology(
        sockets: sockets, dies: dies, cores: cores, threads: threads, vCPUs: vCPUs, layout: layout)
    }
  }

  /// Digest of the policy with which it booted.
  public var policy: String
  /// Whether it is PV or HVM, and how.
  public var kind: GuestKind
  /// Who runs it: `xen`, `kvm`, `libvirt`, `local`.
  public var hypervisor: String
  /// Who answers its reads of the time-stamp counter.
  public var tscMode: Domain.TimeStampCounter.Mode
  /// The rate that it was promised, in kHz; nil where nobody says.
  public var tscKilohertz: Int?
  /// Whether it may run guests of its own.
  public var hasNestedVirtualisation: Bool
  /// Whether it has performance counters.
  public var hasPerformanceCounters: Bool
  /// Whether it depends on last-branch records.
  public var usesLBR: Bool
  /// What its virtual CPUs sit on, where a toolstack chose that; nil where the hypervisor does.
  public var topology: Shape?
  /// Who gave it its policy; nil where nobody recorded it.
  public var home: Home?

  /// What a domain was promised.
  public init(_ domain: Domain) {
    policy = PolicyDigest.of(domain.policy)
    kind = domain.kind
    hypervisor = domain.hypervisor
    tscMode = domain.tsc.mode
    tscKilohertz = domain.tsc.khz
    hasNestedVirtualisation = domain.hasNestedVirtualisation
    hasPerformanceCounters = domain.hasPerformanceCounters
    usesLBR = domain.usesLBR
    topology = domain.chosenTopology.map(Shape.init)
    home = domain.judge.map(Home.init)
  }

  /// The guest as it is judged.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - policy: the policy of the digest.
  public func guest(named name: String, policy: CPUPolicy) -> Guest {
    var guest = Guest(name: name, kind: kind, policy: policy)
    guest.tsc = Domain.TimeStampCounter(mode: tscMode, khz: tscKilohertz)
    guest.hasNestedVirtualisation = hasNestedVirtualisation
    guest.hasPerformanceCounters = hasPerformanceCounters
    guest.topology = topology?.topology
    guest.usesLBR = usesLBR
    guest.judge = home.map { $0.judge(named: "its home") }
    if hypervisor == Domain.libvirtName { guest.becomeLibvirts() }
    return guest
  }
}

// MARK: JSON

extension GuestTerms: FleetRecord {
  /// The terms as they are written; what is not so is left out.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "policy", value: .string(policy)),
      .init(name: "kind", value: .string(kind.name)),
      .init(name: "hypervisor", value: .string(hypervisor)),
      .init(name: "tsc", value: .string(tscMode.rawValue)),
    ]
    func add(_ name: String, _ value: JSONValue) {
      if value != .null, value != .bool(false) { members.append(.init(name: name, value: value)) }
    }
    add("khz", .optional(tscKilohertz))
    add("nested", .bool(hasNestedVirtualisation))
    add("vpmu", .bool(hasPerformanceCounters))
    add("usesLBR", .bool(usesLBR))
    add("topology", topology.map(Self.json) ?? .null)
    add("home", home.map(Self.json) ?? .null)
    return .object(members)
  }

  private static func json(_ topology: Shape) -> JSONValue {
    .members([
      "sockets": .integer(Int(topology.sockets)), "dies": .integer(Int(topology.dies)),
      "cores": .integer(Int(topology.cores)), "threads": .integer(Int(topology.threads)),
      "vcpus": .integer(Int(topology.vCPUs)), "legacy": .bool(topology.layout == .legacy),
    ])
  }

  private static func json(_ home: Home) -> JSONValue {
    .members([
      "digest": .string(home.digest), "lbrFormat": .optional(home.lbrFormat),
      "lbrDepth": .optional(home.lbrDepth),
      "signature": home.signature.map {
        .array([$0.family, $0.model, $0.stepping].map { .integer(Int($0)) })
      } ?? .null,
      "hypervisor": .optional(home.hypervisorName), "version": .optional(home.hypervisorVersion),
    ])
  }

  public init(reading value: JSONValue, source: String) throws(FormatError) {
    try self.init(RecordReader(value, source: source))
  }

  init(_ reader: RecordReader) throws(FormatError) {
    policy = try reader.digest("policy")
    let name = try reader.text("kind")
    guard let kind = GuestKind(name: name) else {
      throw reader.error("kind", "\(name) is no kind of guest")
    }
    self.kind = kind
    hypervisor = try reader.text("hypervisor", most: 16)
    tscMode = try reader.word("tsc")
    tscKilohertz = try reader.optionalNumber("khz")
    hasNestedVirtualisation = try reader.flag("nested")
    hasPerformanceCounters = try reader.flag("vpmu")
    usesLBR = try reader.flag("usesLBR")
    topology = nil
    if let part = try reader.optionalObject("topology") { topology = try Self.shape(part) }
    home = nil
    if let part = try reader.optionalObject("home") { home = try Self.home(part) }
  }

  private static func shape(_ reader: RecordReader) throws(FormatError) -> Shape {
    func count(_ name: String) throws(FormatError) -> UInt32 {
      UInt32(clamping: try reader.number(name))
    }
    let shape = (
      try count("sockets"), try count("dies"), try count("cores"), try count("threads"),
      try count("vcpus")
    )
    let layout: TopologyLayout = try reader.flag("legacy") ? .legacy : .packed
    do {
      return Shape(
        try Topology(
          sockets: shape.0, dies: shape.1, cores: shape.2, threads: shape.3, vCPUs: shape.4,
          layout: layout))
    } catch let problem {
      throw reader.error("", "\(problem)")
    }
  }

  private static func home(_ reader: RecordReader) throws(FormatError) -> Home {
    var home = Home(
      Domain.Judge(
        host: "", digest: try reader.digest("digest"),
        lbr: HostDescription.BranchRecords(
          format: try reader.optionalNumber("lbrFormat"),
          depth: try reader.optionalNumber("lbrDepth")),
        hypervisorName: try reader.optionalText("hypervisor"),
        hypervisorVersion: try reader.optionalText("version")))
    let parts = try reader.numbers("signature", most: 3)
    if parts.count == 3 {
      var signature = Signature(eax: 0)
      signature.family = UInt32(clamping: parts[0])
      signature.model = UInt32(clamping: parts[1])
      signature.stepping = UInt32(clamping: parts[2])
      home.signature = signature
    }
    return home
  }
}
