// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyDocuments
import PolicyText

/// A fleet's graph in Graphviz's language: a node a class of hosts, a cluster an island, and an arrow where
/// all guests of one go on in the other.
public enum GraphDOT {
  /// The graph in Graphviz's language.
  public static func text(_ graph: FleetGraph) -> String {
    var text = "digraph fleet {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n"
    let groups = GraphGroups(graph, most: .max)
    let islands = Dictionary(grouping: groups.groups, by: \.island)
    for number in islands.keys.sorted() {
      text += "  subgraph cluster_\(number + 1) {\n    label=\"island \(number + 1)\";\n"
      for group in islands[number] ?? [] {
        let names = group.hosts.prefix(5).joined(separator: ", ")
        let more = group.hosts.count > 5 ? " and \(group.hosts.count - 5) more" : ""
        let lines = [
          "\(group.title): \(Counted.of(group.hosts.count, "host")), \(Counted.of(group.guests, "guest"))",
          group.detail, names + more,
        ]
        text += "    \(group.title) [label=\(quoted(lines))];\n"
      }
      text += "  }\n"
    }
    let passages = groups.passages(graph)
    for from in passages.indices {
      for to in passages.indices where from != to {
        let there = passages[from][to]
        let back = passages[to][from]
        let arrow = "  \(groups.groups[from].title) -> \(groups.groups[to].title)"
        switch there {
        case .safe, .degraded:
          let isBoth = back == there
          guard !isBoth || from < to else { continue }
          let style = there == .safe ? "solid" : "bold"
          text += "\(arrow) [style=\(style)\(isBoth ? ", dir=both" : "")];\n"
        case .part: text += "\(arrow) [style=dashed, label=\"some\"];\n"
        case .unknown: text += "\(arrow) [style=dotted, label=\"unknown\"];\n"
        case .none: break
        }
      }
    }
    return text + "}\n"
  }

  private static func quoted(_ lines: [String]) -> String {
    let texts = lines.map { line in
      ShownText.line(line).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
    return "\"" + texts.joined(separator: "\\n") + "\""
  }
}
