// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Fleet
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

extension MigrateCommand {
  struct Graph: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "graph",
      abstract: "Which guests of a fleet can go on where, and which host can be emptied.",
      discussion: """
        Hosts that are alike are compared once, and so are guests. Islands are hosts between which guests
        go both ways; of hosts without guests the one that would start there counts. What is unknown is
        never counted as a move.

        Guests are files as migrate check takes them, or lists by the hundred thousand: CSV with the
        columns name, host, policy (a digest or a file), kind, tsc and flags, or JSON. A file of the
        name *.toml is a pool with hosts, kind and waivers.

        Exit status: 0 where every guest can leave its host, 1 where one cannot, or it is unknown.
        """)

    @Option(
      parsing: .upToNextOption,
      help: "The hosts: Host documents, dumps, directories, a pool's file, or -.",
      completion: Offers.files)
    var hosts: [String]
    @Option(
      parsing: .upToNextOption, help: "The guests: documents, saved guests, lists, directories.",
      completion: Offers.files)
    var guests: [String] = []
    @OptionGroup var options: FleetOptions
    @Option(
      help: ArgumentHelp(
        "Do without this host: nobody moves there. May be repeated.", valueName: "host"))
    var without: [String] = []
    @Option(
      help: ArgumentHelp("Draw the graph in this file.", valueName: "file"),
      completion: Offers.files)
    var svg: String?
    @Option(
      help: ArgumentHelp("Write the graph for Graphviz.", valueName: "file"),
      completion: Offers.files)
    var dot: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
      let input = try options.read(hosts, guests)
      let fleet = try options.assess(input, without: try input.numbers(without, "--without"))
      let graph = fleet.graph
      if let svg { try OutputFile.write(GraphSVG.text(graph), to: svg) }
      if let dot { try OutputFile.write(GraphDOT.text(graph), to: dot) }
      try output.print(
        Document.graph(graph).json, rows: { GraphTable.rows(graph) },
        table: {
          GraphTable.text(graph, hasHeading: !output.noHeaders)
            + input.hostList.judgedLine(
              inputs: input.hosts.names.count, cpus: input.hosts.names.count)
        })
      try input.check()
      guard graph.all.isPossible == true else { throw CommandFailure(.findings, "") }
    }
  }
}

/// The options of all commands about a fleet.
struct FleetOptions: ParsableArguments {
  @Option(help: "pv, pv32, hvm or hvm-shadow: the guests that the pool is for.")
  var kind: GuestKind?
  @Option(
    help: ArgumentHelp(
      "Findings that decide nothing: codes with commas between, e.g. CPU0105,CPU0203.",
      valueName: "codes"), completion: Offers.codes)
  var waive: [String] = []
  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "A policy whose digest a list of guests may name. May be repeated.", valueName: "file"),
    completion: Offers.files)
  var policies: [String] = []
  @OptionGroup var made: XLHost
  @OptionGroup var hypervisor: HypervisorOptions

  /// The fleet of these words.
  func read(_ hosts: [String], _ guests: [String]) throws -> FleetInput {
    var input = try FleetInput(hosts: hosts, owner: try hypervisor.owner())
    try input.read(guests: guests, with: policies, kind: kind, made: made)
    return input
  }

  /// The guests that the pool is for.
  func kind(_ input: FleetInput) -> GuestKind { kind ?? input.pool?.kind ?? .hvm }

  /// Holds every class of guests against every class of hosts.
  func assess(_ input: FleetInput, without: Set<Int> = []) throws -> FleetAssessment {
    let waived = try input.waived(waive)
    var progress: Progress?
    return FleetAssessment(
      input.hosts, input.guests, kind: kind(input), waived: waived, without: without
    ) { done, all in
      if progress == nil { progress = Progress("pairs of classes compared", of: all) }
      progress?.advance(to: done)
    }
  }
}
