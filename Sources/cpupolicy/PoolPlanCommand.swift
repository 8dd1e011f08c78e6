// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Fleet
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

extension PoolCommand {
  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan",
      abstract: "What it takes: features for all, several pools, an order of upgrades.",
      discussion: """
        --gain: the fewest hosts to do without so that guests that start in the pool have the feature, and
        for each of them who withholds it: microcode, firmware, an option, the kernel or the hypervisor,
        as far as that is known. --partition: pools that lose as few features as can be. --upgrade: an
        order in which each host can be emptied and changed while every guest has a place, or the guests
        to restart first.

        An upgrade is a directory with the hosts as they will be, under their present names, or a CSV list
        with the columns host and change: cpuid=LIST, microcode=0xREV, xen=RELEASE, file=PATH, tsc-khz=KHZ,
        or a fact, e.g. ept=false.

        Exact for up to a dozen distinct policies; beyond that the best that was found, and its bound.
        Exit status: 0 where there is a way, 1 where none was found, or guests have to be restarted.
        """)

    @Argument(
      help: "The hosts: Host documents, dumps, directories, a pool's file, or -.",
      completion: Offers.files)
    var hosts: [String]
    @Option(
      help: ArgumentHelp(
        "A feature that all guests are to have. May be repeated.", valueName: "feature"),
      completion: Offers.features)
    var gain: [String] = []
    @Option(help: ArgumentHelp("Find so many pools.", valueName: "number"))
    var partition: Int?
    @Option(
      help: ArgumentHelp("Find an order for these changes.", valueName: "file"),
      completion: Offers.files)
    var upgrade: String?
    @Option(
      parsing: .upToNextOption, help: "The guests: documents, saved guests, lists, directories.",
      completion: Offers.files)
    var guests: [String] = []
    @OptionGroup var options: FleetOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let goals = (gain.isEmpty ? 0 : 1) + (partition == nil ? 0 : 1) + (upgrade == nil ? 0 : 1)
      guard goals == 1 else {
        throw CommandFailure(.usage, "give one of --gain, --partition and --upgrade")
      }
      let wanted = try gain.map(Self.feature)
      if let partition, partition < 1 {
        throw CommandFailure(.usage, "--partition \(partition): give 1 or more")
      }
      let input = try options.read(hosts, guests)
      let kind = options.kind(input)
      let plan: PlanReport
      if let partition {
        plan = PoolSplit(input.hosts, kind: kind, into: partition).plan
      } else if let upgrade {
        plan = try self.order(upgrade, input)
      } else {
        plan = PoolGain(input.hosts, kind: kind, wanted: wanted).plan
      }
      let count = input.hosts.names.count
      try output.print(
        Document.plan(plan).json, rows: { PlanTable.rows(plan) },
        table: {
          PlanTable.text(plan) + "\n" + input.hostList.judgedLine(inputs: count, cpus: count)
        })
      try input.check()
      guard plan.isPossible else { throw CommandFailure(.findings, "") }
    }

    private static func feature(_ name: String) throws -> Feature {
      try NameInput.feature(name, option: "--gain ")
    }

    private func order(_ path: String, _ input: FleetInput) throws -> PlanReport {
      let owner = try options.hypervisor.owner()
      var successors: [Int: PoolUpgrade.Successor] = [:]
      func take(_ name: String, _ option: String, _ change: HostEdit) throws {
        let number = try input.number(name, option)
        let former = successors[number] ?? (input.descriptions[number], owner)
        successors[number] = try change.apply(to: former.host, former.owner)
      }
      let walk = InputWalk([path])
      if walk.hasFolders {
        for found in walk.found {
          let host = try HostInput.destination(found.path).under(owner)
          successors[try input.number(host.name, "--upgrade")] = (host, owner)
        }
      } else {
        let list = try ChangeList(reading: try InputFile.contents(of: path), source: path)
        for entry in list.entries {
          try take(
            entry.host, "\(path):\(entry.line)", try HostEdit(entry.change, beside: path))
        }
      }
      guard !successors.isEmpty else {
        throw CommandFailure(.usage, "--upgrade \(path): nothing changes")
      }
      var progress: Progress?
      return PoolUpgrade(
        input.hosts, to: successors, input.guests, kind: options.kind(input),
        waived: try input.waived(options.waive)
      ) { done, all in
        if progress == nil { progress = Progress("pairs of classes compared", of: all) }
        progress?.advance(to: done)
      }.plan
    }
  }
}
