// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import Foundation
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import Stores
import Synchronization
import XenBackEnd

struct DomainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "domain",
    abstract: "Domains: create, set the policy, seal, and see what the guest sees.",
    subcommands: [
      Create.self, List.self, Show.self, SetPolicy.self, Seal.self, View.self, Explain.self,
      Watch.self,
      Destroy.self,
    ])

  /// Which hypervisor, and where it keeps its domains.
  struct Connection: ParsableArguments {
    enum Back: String, ExpressibleByArgument, CaseIterable { case local, xen, libvirt }

    @Option(
      help: """
        local, or xen for those of this machine's Xen, or libvirt for those of a libvirt; else the \
        configuration's, or local.
        """)
    var hypervisor: Back?
    @Option(
      help: ArgumentHelp(
        "libvirt's address, e.g. qemu:///system; else LIBVIRT_DEFAULT_URI, or libvirt's choice.",
        valueName: "uri"))
    var connect: String?
    @Option(
      help: """
        Where the local hypervisor keeps its domains; else the configuration's, or under the user's \
        state directory.
        """, completion: Offers.folders)
    var stateDir: String?
    @Option(
      help: "Take this host instead of the machine: a dump or a document.", completion: Offers.files
    )
    var host: String?

    /// The hypervisor that is asked.
    var back: Back { hypervisor ?? Configuration.current.hypervisor?.value ?? .local }

    func open(isDryRun: Bool) throws -> any Hypervisor {
      switch back {
      case .local:
        return LocalHypervisor(
          host: try description(), store: try store(isDryRun ? .look : .change))
      case .xen: return try openXen()
      case .libvirt: throw makesNone
      }
    }

    /// libvirt's domains are looked at.
    private var makesNone: CommandFailure {
      CommandFailure(
        .usage,
        "libvirt makes and ends its domains itself: virsh does; list, show, explain and set-policy are here"
      )
    }

    /// libvirt's domains, where they are asked for.
    private func libvirtDomains() throws -> [Domain] {
      try checkOptions("libvirt has its own domains")
      let (domains, failed) = try LibvirtInput.domains(connect)
      if failed > 0 { Self.failed.withLock { $0 += failed } }
      return domains
    }

    /// Domains that could not be told.
    private static let failed = Mutex(0)

    /// A domain that cannot be told stops no other, and ends the command with 3.
    static func checkAll() throws {
      let failed = failed.withLock { $0 }
      guard failed == 0 else {
        throw CommandFailure(.unreadable, "\(failed) of libvirt's domains could not be read")
      }
    }

    /// Who decided of a feature of a libvirt's domain.
    func explainOfLibvirt(_ feature: Feature, of name: String) throws -> DomainExplanation {
      try checkOptions("libvirt has its own domains")
      return try LibvirtInput.explain(feature, of: name, connect)
    }

    func checkOptions(_ reason: String) throws {
      guard host == nil && stateDir == nil else {
        // Words that are enough alone where nothing is configured.
        let configured = hypervisor == nil ? Configuration.current.hypervisor : nil
        let origin =
          configured.map { " (hypervisor = \"\($0.value.rawValue)\": \($0.origin))" } ?? ""
        throw CommandFailure(
          .usage, "--host and --state-dir are the local hypervisor's; \(reason)\(origin)")
      }
      try checkAddress()
    }

    private func checkAddress() throws {
      guard connect == nil || back == .libvirt else {
        throw CommandFailure(.usage, "--connect is libvirt's: --hypervisor libvirt")
      }
    }

    private func openXen() throws -> XenHypervisor {
      try checkOptions("Xen has its own domains")
      return try XenHypervisor()
    }

    /// Hands over one domain after the other, by number. Those of a store are read a few at a time, so
    /// that whoever reads slowly takes little memory and keeps no other process from the store.
    func forEachDomain(_ body: (Domain) throws -> Void) throws {
      switch back {
      case .local:
        let store = try store(.look)
        var last = 0
        while case let some = try store.domains(after: last, most: 64), let end = some.last?.id {
          try some.forEach(body)
          last = end
        }
      case .xen: try openXen().domains().forEach(body)
      case .libvirt: try libvirtDomains().forEach(body)
      }
    }

    /// What lists show of the domains.
    func summaries() throws -> [DomainSummary] {
      switch back {
      case .local: try store(.look).summaries()
      case .xen: try DomainSummary.of(openXen().domains())
      case .libvirt: try DomainSummary.of(libvirtDomains())
      }
    }

    /// - Parameter asksMonitor: whether QEMU itself is asked what a running domain has.
    func domain(named name: String, asksMonitor: Bool = false) throws -> Domain {
      guard !asksMonitor || back == .libvirt else {
        throw CommandFailure(
          .usage, "--monitor asks QEMU through libvirt: --hypervisor libvirt; else qmp:SOCKET")
      }
      switch back {
      case .local:
        guard let domain = try store(.look).domain(named: name) else {
          throw DomainError.notFound(name)
        }
        return domain
      case .xen: return try openXen().domain(named: name)
      case .libvirt:
        try checkOptions("libvirt has its own domains")
        return try LibvirtInput.domain(name, connect, asksMonitor: asksMonitor)
      }
    }

    func destroy(_ name: String, isDryRun: Bool) async throws {
      switch back {
      case .local:
        let store = try store(isDryRun ? .look : .change)
        guard let domain = try store.domain(named: name) else { throw DomainError.notFound(name) }
        if !isDryRun { try store.remove(domain) }
      case .xen: try await openXen().destroy(name, isDryRun: isDryRun)
      case .libvirt: throw makesNone
      }
    }

    private func store(_ access: SQLiteDomainStore.Access) throws -> SQLiteDomainStore {
      try checkAddress()
      return try SQLiteDomainStore(
        directory: try directory(), access: access, patience: Double(Patience.seconds))
    }

    private func description() throws -> HostDescription {
      if let host { return try HostInput.load(host, from: nil) }
      return try LocalMachine.describe()
    }

    private func directory() throws -> String {
      if let chosen = stateDir ?? Configuration.current.stateDir?.value { return chosen }
      let environment = ProcessInfo.processInfo.environment
      if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
        return state + "/cpupolicy"
      }
      // Without HOME, which services and sandboxes often lack, the password file's.
      let home =
        environment["HOME"] ?? getpwuid(geteuid()).map { String(cString: $0.pointee.pw_dir) }
      guard let home, home.hasPrefix("/") else {
        throw CommandFailure(
          .usage, "the user has no home, where the store would be; name a folder with --state-dir")
      }
      return home + "/.local/state/cpupolicy"
    }
  }

  struct Create: AwaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: "Create a domain with the default policy of its kind, ready for changes.")

    @Argument(help: "The domain's name.")
    var name: String
    @Option(help: "pv, pv32, hvm or hvm-shadow.")
    var kind: GuestKind
    @Option(help: "Number of virtual CPUs; left out: as many as the topology seats, or 1.")
    var vcpus: UInt32?
    @Option(help: "SOCKETS:DIES:CORES:THREADS; left out: a core for each virtual CPU.")
    var topology: TopologyShape?
    @Flag(help: "Number APIC ids as Xen does: twice the number of the virtual CPU.")
    var legacyTopology = false
    @Option(
      help: "Changes to the default: NAME, no-NAME, KEY=NUMBER, or xl's forms.",
      completion: Offers.lists)
    var cpuid: String?
    @Option(help: "default, always-emulate or native, with :KHZ behind it.")
    var tsc: TSCOption?
    @Flag(help: "Let the domain run guests of its own.")
    var nested = false
    @Flag(help: "Give the domain performance counters.")
    var vpmu = false
    @Flag(help: "The guest depends on last-branch records.")
    var usesLbr = false
    @Flag(help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var connection: Connection
    @OptionGroup var output: OutputOptions

    func run() async throws {
      // What the words say wrong is told before anything is opened.
      if vcpus == 0 { throw CommandFailure(.usage, "--vcpus 0: a domain has at least one") }
      var request = DomainRequest(name: name, kind: kind, vCPUs: vcpus ?? 1)
      if topology != nil || legacyTopology {
        let shape =
          topology ?? TopologyShape(sockets: 1, dies: 1, cores: vcpus ?? 1, threads: 1)
        request.topology = try DomainOutput.unfit { () throws(TopologyError) in
          try Topology(
            sockets: shape.sockets, dies: shape.dies, cores: shape.cores, threads: shape.threads,
            vCPUs: vcpus, layout: legacyTopology ? .legacy : .packed)
        }
      }
      request.tsc = tsc?.value ?? Domain.TimeStampCounter()
      request.hasNestedVirtualisation = nested
      request.hasPerformanceCounters = vpmu
      request.usesLBR = usesLbr
      if let cpuid { request.changes = try ChangeOption.parse(cpuid) }
      let hypervisor = try connection.open(isDryRun: dryRun)
      try await DomainOutput.run(output) {
        let domain = try await hypervisor.create(request, isDryRun: dryRun)
        for reset in try await hypervisor.resets(of: request, domain.settings) {
          Console.note("\(reset)")
        }
        if let untold = domain.policy.untoldThreads(of: domain.topology) {
          Console.note(untold.advice)
        }
        if kind.isHVM, try await !hypervisor.systemPolicies().hasHVM {
          Console.note("\(SystemPolicies.noHVMReason): no guest can run with it there")
        }
        try DomainOutput.show(domain, output)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List all domains.")

    @OptionGroup var connection: Connection
    @OptionGroup var output: OutputOptions

    func run() throws {
      try DomainOutput.run(output) {
        switch output.output {
        case .json, .yaml:
          var list = try LongDocument(
            Document.domainList([]).json, isYAML: output.output == .yaml)
          try connection.forEachDomain { try list.add(Document.domain($0).json) }
          list.end()
        case .table, .csv, .name:
          let domains = try connection.summaries()
          try output.print(
            .null, rows: { DomainOutput.rows(domains) },
            table: { DomainOutput.table(domains, hasHeading: !output.noHeaders) })
        }
        try Connection.checkAll()
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a domain with its policy.",
      discussion: """
        Of a domain of libvirt's that runs, its live XML says which features it got. --monitor asks its QEMU
        instead, which also says family, model, levels and vendor, and what was asked for in vain: this
        needs the rights to change the domain, and libvirt marks the domain as tainted until it ends.
        """)

    @Argument(help: "The domain's name.", completion: Offers.domains)
    var name: String
    @Flag(help: "Ask the QEMU of libvirt's domain itself what it has; this taints the domain.")
    var monitor = false
    @OptionGroup var connection: Connection
    @OptionGroup var output: OutputOptions

    func run() throws {
      try DomainOutput.run(output) {
        try DomainOutput.show(try connection.domain(named: name, asksMonitor: monitor), output)
      }
    }
  }

  struct SetPolicy: AwaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set-policy",
      abstract: "Set the policy of a domain that has not run: whole, unchanged, or not at all.",
      discussion: """
        Of a file of xl.cfg the cpuid= setting is applied to the domain's present policy; kind,
        virtual CPUs and the rest were decided when the domain was made.

        A domain of libvirt's gets it in its configuration, and has it from its next start on: domain watch
        and domain list say what came of it. libvirt turns the new configuration into a command line first,
        and its QEMU says what a start would give; only what gives the whole policy is defined, and read
        back. This needs the rights to change the domain.
        """)

    @Argument(help: "The domain's name.", completion: Offers.domains)
    var name: String
    @Argument(help: "The policy, or a Domain document: a file, or -.", completion: Offers.files)
    var file: String
    @Flag(help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var connection: Connection
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try SwappedWords.check(name: name, file: file, of: "domain set-policy")
      let document = try Input.read(file)
      let configuration = document.content.xlGuest
      let candidate =
        try configuration == nil ? PolicySelection.pick(document, file, named: nil) : nil
      let outside = candidate.map { document.content.outside(beside: $0.name) } ?? []
      if connection.back == .libvirt {
        try setOfLibvirt(candidate, outside, document)
        return
      }
      let hypervisor = try connection.open(isDryRun: dryRun)
      let remedy = candidate.flatMap { AuditOutput.remedy(for: document, $0.name) }
      try await DomainOutput.run(output, remedy: remedy) {
        let unknown = outside.flatMap(\.violations)
        let domain: Domain
        do {
          let policy: CPUPolicy
          if let candidate {
            policy = candidate.policy
          } else {
            policy = try await hypervisor.policy(
              of: name, changedBy: PolicyChanges(configuration?.setting ?? XLSetting()))
          }
          domain = try await hypervisor.setPolicy(
            policy, of: name, isDryRun: dryRun || !unknown.isEmpty)
        } catch DomainError.rejected(let violations) {
          throw DomainError.rejected((violations + unknown).sorted(by: Violation.inLeafOrder))
        }
        guard unknown.isEmpty else { throw DomainError.rejected(unknown) }
        try DomainOutput.show(domain, output)
      }
    }

    /// The same of a domain of libvirt's.
    private func setOfLibvirt(
      _ candidate: NamedPolicy?, _ outside: [OutsideLeaf], _ document: InputDocument
    ) throws {
      guard let candidate else {
        throw CommandFailure(
          .usage, "\(file): a setting of xl's means nothing to libvirt; give a policy")
      }
      let remedy = AuditOutput.remedy(for: document, candidate.name)
      try DomainOutput.run(output, remedy: remedy) {
        let unknown = outside.flatMap(\.violations)
        guard unknown.isEmpty else { throw DomainError.rejected(unknown) }
        try DomainOutput.show(
          try LibvirtInput.set(candidate, of: name, at: connection, isDryRun: dryRun), output)
      }
    }
  }

  struct Seal: AwaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "seal",
      abstract: "Seal a domain, as its first run does: its policy is immutable from now on.",
      discussion: "A domain of Xen's is unpaused by it, and runs.")

    @Argument(help: "The domain's name.", completion: Offers.domains)
    var name: String
    @Flag(help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var connection: Connection
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let hypervisor = try connection.open(isDryRun: dryRun)
      try await DomainOutput.run(output) {
        try DomainOutput.show(try await hypervisor.seal(name, isDryRun: dryRun), output)
      }
    }
  }

  struct Destroy: AwaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "destroy", abstract: "Destroy a domain for good.")

    @Argument(help: "The domain's name.", completion: Offers.domains)
    var name: String
    @Flag(help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var connection: Connection
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await DomainOutput.run(output) {
        // What it was is told from before: afterwards nobody knows.
        var former = output.output == .table ? nil : try connection.domain(named: name)
        try await connection.destroy(name, isDryRun: dryRun)
        Console.error("\(name) \(dryRun ? "would be destroyed" : "is destroyed")")
        former?.state = .destroyed
        if let former { try DomainOutput.show(former, output) }
      }
    }
  }
}
