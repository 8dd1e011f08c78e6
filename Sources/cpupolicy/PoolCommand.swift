// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Fleet
import Hosts
import Pictures
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

struct PoolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool",
    abstract: "Hosts that share guests: one CPU for all, the odd one, what a change takes.",
    subcommands: [Level.self, Compare.self, Plan.self, Simulate.self])

  struct Level: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "level",
      abstract: "One policy for guests of all these hosts, and what it costs each.",
      discussion: """
        Bits are those of every host; what warns a guest of any host's weakness is shown to all. For
        boot the hosts' default policies are levelled, for arrival their max policies. What all hosts
        must share and do not, e.g. the vendor, is a conflict, and ends the command with 1.
        """)

    @Argument(
      help: "The hosts: Host documents, dumps, directories, or -.", completion: Offers.files)
    var hosts: [String]
    @Option(help: "pv, pv32, hvm or hvm-shadow: the guests that the pool is for.")
    var kind = GuestKind.hvm
    @Option(
      name: .customLong("for"),
      help: ArgumentHelp(
        "boot or arrival: guests that start, or that arrive; qemu=9.0, libvirt=9.0: names for --to.",
        valueName: "purpose"))
    var purposes: [String] = []
    @Option(help: "Write the level in this format.")
    var to: PolicyFormat?
    @Flag(help: "Write the cpuid= option under which each host's default is the level.")
    var asOption = false
    @Flag(
      help:
        "Write the cpuid= of xl.cfg with which a guest has the level on each host: host,NAME=0,...")
    var asXL = false
    @Flag(help: "Leave out what the format cannot hold.")
    var drop = false
    @OptionGroup var hypervisor: HypervisorOptions
    @OptionGroup var output: OutputOptions

    /// What the level is for, and the releases for whose names it is written.
    private func parse() throws -> (LevelReport.Purpose, [OtherName.World: WorldRelease]) {
      let named = purposes.compactMap(LevelReport.Purpose.init(rawValue:))
      guard named.count <= 1 else {
        throw CommandFailure(.usage, "--for: give boot or arrival, not both")
      }
      let words = purposes.filter { LevelReport.Purpose(rawValue: $0) == nil }
      if let word = words.first(where: { !$0.contains("=") }) {
        throw CommandFailure(
          .usage, "--for \(word): expected is boot, arrival, qemu=RELEASE or libvirt=RELEASE")
      }
      return (named.first ?? .boot, try ReleaseOption.parse(words))
    }

    func run() throws {
      let (purpose, releases) = try parse()
      let isSetting = asOption || asXL
      guard !isSetting || to == nil && purpose == .boot && asOption != asXL else {
        throw CommandFailure(
          .usage, "--as-option and --as-xl are for guests that boot: give one, and no other format")
      }
      let owner = try hypervisor.owner()
      var list = InputList(hosts)
      let hosts = try list.judge { path in try HostInput.load(path, from: nil).under(owner) }
      let members = PoolMember.all(of: hosts, kind: kind, owner: owner)
      for member in members where !member.assumed.isEmpty {
        Console.note(
          "\(member.name): not known and assumed: \(member.assumed.joined(separator: ", "))")
      }
      let report = PoolLevel.report(members, kind: kind, purpose: purpose)
      if to != nil || isSetting {
        for conflict in report.conflicts { Console.error(PoolTable.line(conflict)) }
        guard report.conflicts.isEmpty else {
          throw CommandFailure(.findings, "these hosts have no level; nothing was written")
        }
      }
      if asOption {
        let option = try PoolOption(
          for: report.policy, kind: kind, hosts: hosts.map { ($0, owner) })
        try write("cpuid=\(option.text)", lacking: option.shortfalls)
      } else if asXL {
        let setting = try PoolGuestSetting(
          for: report.policy, kind: kind, hosts: hosts.map { ($0, owner) })
        try write("cpuid = \"\(setting.text)\"", lacking: setting.shortfalls)
      } else if let to {
        try PolicyCommand.Convert.write(
          report.named, as: to, drop: drop, WritingOptions(releases: releases))
      } else {
        try output.print(
          Document.level(report).json, rows: { PoolTable.rows(report) },
          table: {
            PoolTable.text(report)
              + "\n" + list.judgedLine(inputs: members.count, cpus: members.count)
          })
      }
      try list.check()
      guard report.conflicts.isEmpty else { throw CommandFailure(.findings, "") }
    }

    /// Prints a setting, and says what it cannot give; without --drop that is no success.
    private func write(
      _ line: String, lacking shortfalls: [(host: String, differences: [PolicyDifference])]
    ) throws {
      for (host, differences) in shortfalls {
        let names = Set(differences.map(\.name)).sorted().joined(separator: ", ")
        Console.error("cpuid= cannot give \(host) \(names)")
      }
      Console.data(line + "\n")
      if !drop, !shortfalls.isEmpty { throw CommandFailure(.findings, "") }
    }
  }

  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare",
      abstract: "In what these hosts differ, the odd one first; exit status 1 where they do.")

    @Argument(
      help: "The hosts: Host documents, dumps, directories, or -.", completion: Offers.files)
    var hosts: [String]
    @Option(help: "The policy to compare.", completion: Offers.policies)
    var policy = PolicyKind.hostMax.name
    @OptionGroup var page: PageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let kind = try PolicySelection.kind(policy)
      var list = InputList(hosts)
      let policies = try list.judge { path in
        let host = try HostInput.load(path, from: nil)
        return (host: host.name, policy: host.systemPolicies()[kind])
      }
      let comparison = PoolMatrix.comparison(policies, of: kind.name)
      if try !page.write(output, { ComparisonPage.text(comparison) }) {
        try output.print(
          Document.comparison(comparison).json, rows: { PoolTable.rows(comparison) },
          table: {
            PoolTable.text(comparison, hasHeading: !output.noHeaders)
              + list.judgedLine(inputs: policies.count, cpus: policies.count)
          })
      }
      try list.check()
      guard comparison.rows.isEmpty else { throw CommandFailure(.findings, "") }
    }
  }
}
