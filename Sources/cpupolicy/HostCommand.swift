// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

struct HostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host", abstract: "One host: its facts and all policies derived from them.",
    subcommands: [Show.self, Facts.self, Diff.self])

  struct Facts: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "facts",
      abstract: "Show everything that derivation starts from, each value or null.")

    @OptionGroup var input: HostInput
    @OptionGroup var output: OutputOptions

    func run() throws {
      let host = try input.load()
      let document = host.factsWithoutCPUs
      if output.output == .json || output.output == .yaml {
        var whole = try LongDocument(document, isYAML: output.output == .yaml)
        try host.factsCPUs.forEachAgreeing { try whole.add(HostDescription.factsCPUs($0)) }
        return whole.end()
      }
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

    static let policyWord = OptionWord("policy")

    @OptionGroup var input: HostInput
    @Option(
      name: policyWord.names, help: "One policy only, e.g. hvm-default.",
      completion: Offers.policies)
    var policy: String?
    @OptionGroup var hypervisor: HypervisorOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var output: OutputOptions

    /// What is asked for.
    var report: HostReport {
      HostReport(
        file: input.file, source: input.source, format: input.from, policy: policy,
        cpuid: hypervisor.cpuid, dom0CPUID: hypervisor.dom0CPUID, xen: hypervisor.xen,
        talk: output.form.talk.talk, page: page.output, color: output.form.color,
        output: output.choice)
    }

    func run() throws { try report.run() }
  }
}
