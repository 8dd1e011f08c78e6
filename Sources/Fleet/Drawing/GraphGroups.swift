// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyDocuments
import PolicyText

/// Hosts of a graph as a picture shows them: a group a class while there are few, then a CPU of each island, and
/// else an island.
struct GraphGroups {
  struct Group {
    var title: String
    /// What the group is, in a line.
    var detail: String
    var classes: [String]
    var hosts: [String]
    var guests: Int
    /// The number of the island.
    var island: Int
  }

  /// What all guests of a group come to in another one.
  enum Passage: String {
    /// All go on, and see no change.
    case safe = "S"
    /// All go on.
    case degraded = "D"
    /// Some go on.
    case part = "p"
    /// None of which it is known.
    case none = "\u{b7}"
    /// Whether any goes on is unknown for all that do not.
    case unknown = "?"
  }

  private(set) var groups: [Group] = []

  /// - Parameters:
  ///   - graph: what is drawn.
  ///   - most: the most groups that can be read.
  init(_ graph: FleetGraph, most: Int) {
    let classes = Dictionary(uniqueKeysWithValues: graph.hostClasses.map { ($0.id, $0) })
    if graph.islands.reduce(0, { $0 + $1.classes.count }) <= most {
      for (number, island) in graph.islands.enumerated() {
        let present = Set(island.hosts)
        for id in island.classes {
          guard let hosts = classes[id] else { continue }
          groups.append(
            Group(
              title: id, detail: hosts.model, classes: [id],
              hosts: hosts.hosts.filter(present.contains), guests: hosts.guests, island: number))
        }
      }
      return
    }
    addModels(graph, classes)
    guard groups.isEmpty || groups.count > most else { return }
    groups = []
    let islands = graph.islands.enumerated().sorted {
      ($1.element.hosts.count, $0.offset) < ($0.element.hosts.count, $1.offset)
    }
    for (number, island) in islands.prefix(islands.count <= most ? most : most - 1) {
      let models = Set(island.classes.compactMap { classes[$0]?.model })
      groups.append(
        Group(
          title: "island \(number + 1)",
          detail: (island.classes.count == 1 ? "" : "\(island.classes.count) classes: ")
            + models.sorted().joined(separator: ", "),
          classes: island.classes, hosts: island.hosts,
          guests: island.classes.reduce(0) { $0 + (classes[$1]?.guests ?? 0) }, island: number))
    }
    let rest = islands.dropFirst(groups.count).map(\.element)
    if !rest.isEmpty {
      let ids = rest.flatMap(\.classes)
      groups.append(
        Group(
          title: "others",
          detail: Counted.of(rest.count, "smaller island") + ", " + Counted.of(ids.count, "class"),
          classes: ids, hosts: rest.flatMap(\.hosts),
          guests: ids.reduce(0) { $0 + (classes[$1]?.guests ?? 0) }, island: -1))
    }
  }

  /// The classes of each island by the CPUs that they have.
  private mutating func addModels(
    _ graph: FleetGraph, _ classes: [String: FleetGraph.HostClass]
  ) {
    for (number, island) in graph.islands.enumerated() {
      let present = Set(island.hosts)
      let members = island.classes.compactMap { classes[$0] }
      let models = Dictionary(grouping: members, by: \.model)
      for (place, model) in models.keys.sorted().enumerated() {
        let members = models[model] ?? []
        let part = models.count == 1 ? "" : ".\(place + 1)"
        groups.append(
          Group(
            title: "island \(number + 1)\(part)",
            detail: members.count == 1 ? model : "\(members.count) classes: \(model)",
            classes: members.map(\.id),
            hosts: members.flatMap { $0.hosts.filter(present.contains) },
            guests: members.reduce(0) { $0 + $1.guests }, island: number))
      }
    }
  }

  /// What the guests of each group come to in each other one: rows are where they are.
  func passages(_ graph: FleetGraph) -> [[Passage]] {
    var groupOf: [String: Int] = [:]
    for (index, group) in groups.enumerated() { for id in group.classes { groupOf[id] = index } }
    // By group and group: how many pairs of classes have each verdict.
    var counts = [[[MigrationCheck.Verdict: Int]]](
      repeating: [[MigrationCheck.Verdict: Int]](repeating: [:], count: groups.count),
      count: groups.count)
    let places = Dictionary(
      uniqueKeysWithValues: graph.guestClasses.map { guests in
        (guests.id, Set(guests.places.compactMap { groupOf[$0.hosts] }))
      })
    for edge in graph.edges {
      guard let to = groupOf[edge.hosts] else { continue }
      for from in places[edge.guests] ?? [] { counts[from][to][edge.verdict, default: 0] += 1 }
    }
    return counts.map { row in
      row.map { verdicts in
        let possible = (verdicts[.safe] ?? 0) + (verdicts[.degraded] ?? 0)
        let refused = verdicts[.unsafe] ?? 0
        if possible > 0 {
          guard refused == 0, verdicts[.unknown] == nil else { return .part }
          return verdicts[.degraded] == nil ? .safe : .degraded
        }
        return refused == 0 && verdicts[.unknown] != nil ? .unknown : .none
      }
    }
  }
}
