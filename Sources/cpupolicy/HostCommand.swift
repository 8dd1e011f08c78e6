import ArgumentParser
import CPUPolicy
import Hypervisors
import PolicyFormats
import PolicyText

struct HostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host", abstract: "One host: its facts and all policies derived from them.",
    subcommands: [Show.self, Facts.self])

  struct Facts: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "facts",
      abstract: "Show everything that derivation starts from, each value or null.")

    @OptionGroup var input: HostInput
    @OptionGroup var output: OutputOptions

    func run() throws {
      let host = try input.load()
      let document = HostFactsJSON.document(host)
      try output.print(
        document,
        rows: { [["fact", "value"]] + HostTable.factRows(document) },
        table: {
          HostTable.identity(host) + "\n" + HostTable.facts(document, hasHeading: !output.noHeaders)
        })
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Derive every policy: raw, host, PV, HVM and the control domain's.")

    @OptionGroup var input: HostInput
    @Option(help: "One policy only, e.g. hvm-default.")
    var policy: String?
    @OptionGroup var hypervisor: HypervisorOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let kind = try policy.map(PolicySelection.kind)
      let owner = try hypervisor.options()
      let host = try input.load()
      let options = host.options(owner)
      let policies = host.systemPolicies(hypervisor.isEmpty ? nil : owner)
      if host.xen != nil && !hypervisor.isEmpty {
        Console.error(
          "note: derived from Xen's raw policy: what a Xen with these options would show")
      }
      HypervisorOptions.reportUnmet(policies, options)
      if let kind {
        let named = NamedPolicy(name: kind.name, policy: policies[kind], assumed: host.assumed)
        try output.print(
          HostJSON.policy(kind, of: host, policies), rows: { PolicyTable.rows(named) },
          table: { PolicyTable.text(named) })
      } else {
        try output.print(
          HostJSON.document(host, policies: policies, options: options),
          rows: { HostTable.rows(policies) },
          table: { HostTable.text(host, policies, hasHeading: !output.noHeaders) })
      }
    }
  }
}
