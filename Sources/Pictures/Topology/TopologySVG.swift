// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyDocuments
import PolicyText

/// The places of a machine's CPUs as one picture: what the `TopologyTree` document says, as boxes in boxes.
///
/// It is as wide as a telephone, so that it is read there; a larger screen shows it larger.
public enum TopologySVG {
  /// The text of the picture.
  public static func text(_ machine: MachineTopology) -> String {
    let tree = machine.tree
    let counts = [
      Counted.of(tree.packages.count, "package"), Counted.of(tree.dies.count, "die"),
      Counted.of(tree.cores.count, "core"), Counted.of(tree.threads.count, "thread"),
    ]
    var sheet = TopologySheet()
    sheet.line("Packages, dies, cores and threads", "h")
    sheet.line(counts.joined(separator: ", "), "t")
    let box = TopologyBox(tree)
    for cache in box.caches { sheet.line(cache, "t") }
    sheet.space(6)
    sheet.add(box.boxes)
    let untold = tree.caches.filter { $0.sharedBy == nil }
    if !untold.isEmpty {
      sheet.line("Caches of which nobody recorded who shares them", "b")
      for cache in untold {
        sheet.line(
          "\(cache.name) \(cache.sizeText), in CPUs \(NumberRanges.text(cache.seenBy))", "t")
      }
    }
    if !machine.findings.isEmpty {
      sheet.space(8)
      sheet.line(Counted.of(machine.findings.count, "finding"), "b")
      for finding in machine.findings {
        let code = finding.violation.codeText
        sheet.line(
          "\(code) CPUs \(NumberRanges.text(finding.cpus)): \(finding.message)", "w")
        sheet.line("cpupolicy explain \(code)", "s")
      }
    }
    return sheet.document(
      title: "Packages, dies, cores and threads",
      description: counts.joined(separator: ", ") + description(tree) + findings(machine))
  }

  /// The caches by kind: how many there are of each.
  private static func description(_ tree: TopologyTree) -> String {
    var kinds: [(name: String, count: Int)] = []
    for cache in tree.caches {
      let name = "\(cache.name) \(cache.sizeText)"
      if let place = kinds.firstIndex(where: { $0.name == name }) {
        kinds[place].count += 1
      } else {
        kinds.append((name, 1))
      }
    }
    return kinds.isEmpty
      ? "" : "; caches: " + kinds.map { "\($0.count) of \($0.name)" }.joined(separator: ", ")
  }

  private static func findings(_ machine: MachineTopology) -> String {
    machine.findings.isEmpty ? "" : "; \(Counted.of(machine.findings.count, "finding"))"
  }
}
