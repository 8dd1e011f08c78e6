// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Pictures
import PolicyDocuments
import PolicyText

extension TopologyCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show packages, dies, cores, threads and caches; exit status 1 with findings.",
      discussion:
        "The tree is what the CPUs' own leaves say; what contradicts itself is listed below it.")

    @Argument(
      help: "A dump, a document of a host or a domain, - or qmp:SOCKET.", completion: Offers.files)
    var input: String
    @OptionGroup var picture: PictureOptions
    @OptionGroup var fail: FailOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      let machine = try MachineTopology(try Input.read(input), source: input)
      if try !picture.write(output, { TopologySVG.text(machine) }) {
        try output.print(
          Document.topologyTree(machine).json, rows: { Self.rows(machine.tree) },
          table: { machine.tree.text + Self.findings(machine.findings) })
      }
      try fail.check(machine.findings.map(\.violation.severity))
    }

    /// A row for each thread.
    private static func rows(_ tree: TopologyTree) -> [[String]] {
      let heading = ["cpu", "package", "die", "core", "apicID"]
      return [heading]
        + tree.packages.flatMap { package in
          package.dies.flatMap { die in
            die.cores.flatMap { core in
              core.threads.map { thread in
                [
                  "\(thread.cpu)", "\(package.number)", "\(die.number)", "\(core.number)",
                  thread.apicID.map(String.init) ?? "",
                ]
              }
            }
          }
        }
    }

    private static func findings(_ findings: [TopologyReport.Finding]) -> String {
      if findings.isEmpty { return "" }
      return "findings\n"
        + findings.map { finding in
          let cpus = NumberRanges.text(finding.cpus)
          return "  \(finding.violation.codeText) CPUs \(cpus): \(finding.message)\n"
        }.joined()
    }
  }
}
