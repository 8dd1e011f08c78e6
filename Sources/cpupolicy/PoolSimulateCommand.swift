// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Fleet
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

extension PoolCommand {
  struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "simulate",
      abstract: "What a change of hosts would change for a pool and its guests.",
      discussion: """
        Shown are the features that the pool's level loses and gains, conflicts that come and go, and for
        each guest whether it gains or loses hosts, has to be restarted, or is stranded.

        A change is cpuid=LIST, microcode=0xREV, xen=RELEASE, file=PATH, tsc-khz=KHZ, or a fact, e.g.
        ept=false. Exit status: 0 where nothing changes for the pool, 6 where something does.
        """)

    @Argument(
      help: "The hosts: Host documents, dumps, directories, a pool's file, or -.",
      completion: Offers.files)
    var hosts: [String]
    @Option(
      help: ArgumentHelp("A host that joins. May be repeated.", valueName: "file"),
      completion: Offers.files)
    var add: [String] = []
    @Option(help: ArgumentHelp("A host that leaves. May be repeated.", valueName: "host"))
    var remove: [String] = []
    @Option(
      help: ArgumentHelp(
        "A host and what changes there. May be repeated.", valueName: "host:change"))
    var set: [String] = []
    @Option(
      parsing: .upToNextOption, help: "The guests: documents, saved guests, lists, directories.",
      completion: Offers.files)
    var guests: [String] = []
    @OptionGroup var options: FleetOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      guard !add.isEmpty || !remove.isEmpty || !set.isEmpty else {
        throw CommandFailure(.usage, "give --add, --remove or --set: what is to change")
      }
      let input = try options.read(hosts, guests)
      let simulation = PoolSimulation(
        input.hosts, input.guests, kind: options.kind(input), changes: try changes(input))
      var progress: Progress?
      let difference = simulation.difference(waiving: try input.waived(options.waive)) {
        done, all in
        if progress == nil { progress = Progress("pairs of classes compared", of: all) }
        progress?.advance(to: done)
      }
      for line in difference.assumed { Console.note("not known and assumed: \(line)") }
      let count = input.hosts.names.count
      try output.print(
        Document.poolDifference(difference).json, rows: { SimulationTable.rows(difference) },
        table: {
          SimulationTable.text(difference) + "\n"
            + input.hostList.judgedLine(inputs: count, cpus: count)
        })
      try input.check()
      if difference.isDifferent { throw CommandFailure(.drift, "") }
    }

    private func changes(
      _ input: FleetInput
    ) throws -> [(change: PoolSimulation.Change, words: String)] {
      let owner = try options.hypervisor.owner()
      var changes: [(change: PoolSimulation.Change, words: String)] = []
      for path in add {
        let host = try HostInput.destination(path).under(owner)
        changes.append((.add(host, owner), "joins"))
      }
      for name in remove {
        changes.append((.remove(try input.number(name, "--remove")), "leaves"))
      }
      // Several changes of one host come one after the other.
      var changed: [Int: (host: HostDescription, owner: DerivationOptions?, words: [String])] = [:]
      for text in set {
        let (number, words) = try split(text, input)
        let former = changed[number] ?? (input.descriptions[number], owner, [])
        let (host, options) = try HostEdit(words).apply(to: former.host, former.owner)
        changed[number] = (host, options, former.words + [words])
      }
      for (number, change) in changed.sorted(by: { $0.key < $1.key }) {
        changes.append(
          (.become(number, change.host, change.owner), change.words.joined(separator: ", ")))
      }
      return changes
    }

    /// A host's name may have colons itself: the longest one counts that a host has.
    private func split(_ text: String, _ input: FleetInput) throws -> (Int, String) {
      for colon in text.indices.reversed() where text[colon] == ":" {
        if let number = input.hosts.number(of: String(text[..<colon])) {
          return (number, String(text[text.index(after: colon)...]))
        }
      }
      throw CommandFailure(
        .usage, "--set \(text): expected is HOST:KEY=VALUE with the name of one of the hosts")
    }
  }
}
