// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyDocuments
import PolicyText

/// How the graph of a fleet is shown.
enum GraphTable {
  /// The most columns of a matrix that a terminal has room for.
  private static let widest = 30
  /// The most hosts that are listed one by one.
  private static let longest = 40

  static func rows(_ graph: FleetGraph) -> [[String]] {
    [["guests", "hosts", "verdict", "reasons"]]
      + graph.edges.map {
        [$0.guests, $0.hosts, $0.verdict.rawValue, $0.reasons.joined(separator: "; ")]
      }
  }

  static func text(_ graph: FleetGraph, hasHeading: Bool) -> String {
    let all = graph.all
    let classes = graph.guestClasses.filter { !$0.guests.isEmpty }.count
    var text =
      "fleet      \(Counted.of(graph.hostCount, "host")) in \(Counted.of(graph.hostClasses.count, "class")), "
      + "\(Counted.of(all.guests, "guest")) in \(Counted.of(classes, "class"))\n"
    if !graph.without.isEmpty { text += "without    \(names(graph.without))\n" }
    if !graph.waived.isEmpty { text += "waived     \(graph.waived.joined(separator: ", "))\n" }
    text +=
      "guests     \(all.free) can leave their host, \(all.degraded) with something worse, "
      + "\(all.stranded) cannot, \(all.unknown) unknown\n"
    if graph.unknownPairs > 0 {
      text +=
        "unknown    \(graph.unknownPairs) of \(Counted.of(graph.edges.count, "pair")) of classes; none of them counts "
        + "as a move\n"
    }
    if !graph.stranded.isEmpty { text += "stranded   \(names(graph.stranded))\n" }
    for (number, island) in graph.islands.enumerated() {
      let kind = island.isWhole ? "" : " (some over others only)"
      text +=
        "island \(number + 1)\(kind): \(Counted.of(island.hosts.count, "host")), "
        + "\(island.classes.joined(separator: " ")): \(names(island.hosts))\n"
    }
    return text + "\n" + evacuations(graph, hasHeading) + matrix(graph, hasHeading)
  }

  private static func evacuations(_ graph: FleetGraph, _ hasHeading: Bool) -> String {
    let isLong = graph.evacuations.count > longest
    let shown = graph.evacuations.filter { !isLong || $0.count.isPossible != true }
    var table = TextTable([
      "host", "guests", "free", "worse", "unknown", "stranded", "can be emptied",
    ])
    for (host, count) in shown.prefix(isLong ? longest : shown.count) {
      let answer = count.isPossible.map { $0 ? "yes" : "no" } ?? "unknown"
      table.add(
        [host]
          + [count.guests, count.free, count.degraded, count.unknown, count.stranded]
          .map { "\($0)" } + [answer])
    }
    var text = shown.isEmpty ? "" : table.text(hasHeading: hasHeading)
    let rest = graph.evacuations.count - min(shown.count, isLong ? longest : shown.count)
    if isLong {
      text +=
        "and \(rest) more hosts, \(graph.evacuations.count - shown.count) of which can be emptied\n"
    }
    return text + "\n"
  }

  /// Classes of guests and classes of hosts, with a letter each.
  private static func matrix(_ graph: FleetGraph, _ hasHeading: Bool) -> String {
    guard graph.hostClasses.count <= widest, graph.guestClasses.count <= 2 * widest else {
      return "the matrix has \(graph.edges.count) pairs: -o csv or -o json shows them\n\n"
    }
    var text = ""
    for hosts in graph.hostClasses {
      text += "\(hosts.id)  \(ShownText.line(hosts.model)): \(names(hosts.hosts))\n"
    }
    text += "\nS safe  D degraded  - unsafe  ? unknown\n"
    var table = TextTable(["guests", "number", "of"] + graph.hostClasses.map(\.id))
    let width = graph.hostClasses.count
    for (row, guests) in graph.guestClasses.enumerated() {
      let verdicts = graph.edges[(row * width)..<((row + 1) * width)].map { edge in
        switch edge.verdict {
        case .safe: "S"
        case .degraded: "D"
        case .unsafe: "-"
        case .unknown: "?"
        }
      }
      let places = guests.places.map(\.hosts).joined(separator: " ")
      let name = guests.guests.isEmpty ? "would start" : names(guests.guests, most: 2)
      table.add([guests.id + " " + name, "\(guests.guests.count)", places] + verdicts)
    }
    return text + table.text(hasHeading: hasHeading) + "\n"
  }

  /// The first of some names, and how many more there are.
  static func names(_ names: [String], most: Int = 8) -> String {
    let shown = names.prefix(most).map(ShownText.line).joined(separator: ", ")
    return names.count > most ? shown + " and \(names.count - most) more" : shown
  }
}
