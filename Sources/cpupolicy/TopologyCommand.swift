// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// `S:D:C:T`: sockets, dies of a socket, cores of a die, threads of a core.
struct TopologyShape: ExpressibleByArgument {
  var sockets: UInt32
  var dies: UInt32
  var cores: UInt32
  var threads: UInt32

  init(sockets: UInt32, dies: UInt32, cores: UInt32, threads: UInt32) {
    self.sockets = sockets
    self.dies = dies
    self.cores = cores
    self.threads = threads
  }

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { UInt32($0) }
    guard numbers.count == 4, parts.count == 4 else { return nil }
    (sockets, dies, cores, threads) = (numbers[0], numbers[1], numbers[2], numbers[3])
  }

  func topology(vCPUs: UInt32? = nil, layout: TopologyLayout = .packed) throws -> Topology {
    do {
      return try Topology(
        sockets: sockets, dies: dies, cores: cores, threads: threads, vCPUs: vCPUs, layout: layout)
    } catch {
      throw CommandFailure(.usage, "topology \(sockets):\(dies):\(cores):\(threads): \(error)")
    }
  }
}

struct TopologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topology", abstract: "Sockets, dies, cores and threads: solve, show and audit.",
    subcommands: [Solve.self, Show.self, Audit.self])

  struct Solve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "solve",
      abstract: "Choose APIC ids for a shape, and show the leaves that a virtual CPU sees.")

    /// More virtual CPUs than any hypervisor has.
    private static let listLimit = 65536

    enum Maker: String, ExpressibleByArgument, CaseIterable { case intel, amd }

    @Option(help: "Number of sockets.")
    var sockets: UInt32
    @Option(help: "Dies of a socket.")
    var dies: UInt32 = 1
    @Option(help: "Cores of a die.")
    var cores: UInt32
    @Option(help: "Threads of a core.")
    var threads: UInt32 = 1
    @Option(help: "Virtual CPUs; left out: one for each thread.")
    var vcpus: UInt32?
    @Option(help: "Whose leaves to show: intel or amd.")
    var vendor = Maker.intel
    @Flag(help: "Lay ids out as Xen does: twice the number of the virtual CPU.")
    var legacy = false
    @Option(help: "The virtual CPU whose leaves are shown.")
    var vcpu: UInt32 = 0
    @Option(
      help: "Take the caches from this policy or host, instead of a plain set.",
      completion: Offers.files)
    var from: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
      let shape = TopologyShape(
        sockets: sockets, dies: dies, cores: cores, threads: threads)
      let topology = try shape.topology(vCPUs: vcpus, layout: legacy ? .legacy : .packed)
      guard topology.vCPUs <= Self.listLimit else {
        throw CommandFailure(
          .usage,
          "\(topology.vCPUs) virtual CPUs: at most \(Self.listLimit) ids are listed; "
            + "give fewer with --vcpus")
      }
      guard vcpu < topology.vCPUs else {
        throw CommandFailure(.usage, "--vcpu \(vcpu): there are \(topology.vCPUs) virtual CPUs")
      }
      var policy = try base()
      let leaves = TopologyLeaves.all
      do {
        try policy.apply(topology, leaves: leaves)
      } catch {
        throw CommandFailure(.usage, "\(error)")
      }
      if let untold = policy.untoldThreads(of: topology) { Console.note(untold.advice) }
      policy.identify(vCPU: vcpu, in: topology)
      let document = Document.topology(topology, seenIn: policy).json
      try output.print(
        document, rows: { Self.rows(document) }, table: { Self.text(topology, document) })
    }

    /// A policy with caches to share: a file's, or a plain set.
    private func base() throws -> CPUPolicy {
      guard let from else { return vendor == .amd ? PlainCaches.amd : PlainCaches.intel }
      let policy = try PolicySelection.load(from, named: nil).policy
      guard policy.recordsTopology else {
        throw CommandFailure(
          .unreadable, "\(from): the input records no CPU's caches; give a policy or a host")
      }
      return policy
    }

    private static func rows(_ document: JSONValue) -> [[String]] {
      let names = ["leaf", "subleaf", "eax", "ebx", "ecx", "edx"]
      return [names]
        + (document["leaves"]?.array ?? []).map { leaf in
          names.map { leaf[$0]?.string ?? leaf[$0]?.integer.map(String.init) ?? "" }
        }
    }

    private static func text(_ topology: Topology, _ document: JSONValue) -> String {
      var text = "topology  \(topology.text), \(Counted.of(topology.vCPUs, "virtual CPU"))\n"
      let ids = (0..<topology.vCPUs).map { String(topology.apicID(of: $0)) }
      let shown = ids.prefix(64).joined(separator: " ") + (ids.count > 64 ? " ..." : "")
      text += "APIC ids  \(shown)\n"
      text += "IO-APIC   \(topology.ioAPICID.map(String.init) ?? TopologyError.noIOAPICID)\n\n"
      let rows = rows(document)
      var table = TextTable(rows[0])
      for row in rows.dropFirst() { table.add(row) }
      return text + table.text()
    }
  }

  struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "audit",
      abstract: "Check the topology data of every CPU of a dump; exit status 1 with findings.")

    @Argument(help: "Dumps, documents, directories, or -.", completion: Offers.files)
    var files: [String]
    @OptionGroup var fail: FailOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      var list = InputList(files)
      let inputs = try list.judge { file in
        let cpus = try Input.read(file).topologyCPUs(source: file)
        let findings = TopologyReport.findings(cpus).map {
          HostFinding(host: file, finding: $0)
        }
        return (cpus: cpus.count, findings: findings)
      }
      let cpus = inputs.reduce(0) { $0 + $1.cpus }
      let findings = inputs.flatMap(\.findings)
      let rows = findings.map(\.cells)
      let heading = ["code", "host", "cpus", "place", "field", "value", "bound", "rule", "message"]
      let report = findings
      try output.print(
        Document.auditReport(
          AuditReport(report.map(\.reported), inputs: inputs.count, cpus: cpus)
        ).json,
        rows: { [heading] + rows },
        table: {
          let count = list.judgedLine(inputs: inputs.count, cpus: cpus)
          if rows.isEmpty { return "accepted\n\(count)" }
          var table = TextTable(heading)
          for row in rows { table.add(row) }
          return table.text(hasHeading: !output.noHeaders) + "\n" + count
        })
      try list.check()
      try fail.check(report.map(\.finding.violation.severity))
    }
  }
}

/// A finding in one input.
private struct HostFinding {
  var host: String
  var finding: TopologyReport.Finding

  var cells: [String] {
    let violation = finding.violation
    return [
      violation.codeText, host, NumberRanges.text(finding.cpus), violation.placeText,
      violation.fieldName, Self.text(finding.cases.map(\.value)),
      Self.text(finding.cases.map(\.bound)), violation.ruleText, finding.message,
    ]
  }

  /// The values of all CPUs; the first few, where they differ.
  private static func text(_ values: [UInt64]) -> String {
    guard values.contains(where: { $0 != values[0] }) else { return "\(values[0])" }
    return values.prefix(4).map(String.init).joined(separator: " ")
      + (values.count > 4 ? " ..." : "")
  }

  var reported: AuditReport.Finding { AuditReport.Finding(finding, host: host) }
}

/// Caches for a topology that is solved without a host: 32 KiB twice and 1 MiB a core, 16 MiB a die.
enum PlainCaches {
  /// Type, level, ways and sets.
  private static let caches: [(type: UInt32, level: UInt32, ways: UInt32, sets: UInt32)] = [
    (1, 1, 8, 64), (2, 1, 8, 64), (3, 2, 16, 1024), (3, 3, 16, 16384),
  ]

  static let intel: CPUPolicy = {
    var policy = CPUPolicy()
    policy[leaf: 0] = LeafRegisters(eax: 0xb, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69)
    policy.set(.x2apic, true)
    fill(&policy, 4)
    return policy
  }()

  static let amd: CPUPolicy = {
    var policy = CPUPolicy()
    policy[leaf: 0] = LeafRegisters(eax: 0xb, ebx: 0x6874_7541, ecx: 0x444d_4163, edx: 0x6974_6e65)
    policy[.maxExtendedLeaf] = 0x8000_001e
    policy.set(.x2apic, true)
    policy.set(.topoext, true)
    fill(&policy, 0x8000_001d)
    return policy
  }()

  private static func fill(_ policy: inout CPUPolicy, _ leaf: UInt32) {
    for (index, cache) in caches.enumerated() {
      policy[leaf: leaf, subleaf: UInt32(index)] = LeafRegisters(
        eax: 1 << 8 | cache.level << 5 | cache.type, ebx: (cache.ways - 1) << 22 | 63,
        ecx: cache.sets - 1)
    }
  }
}
