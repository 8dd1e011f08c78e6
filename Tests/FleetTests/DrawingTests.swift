// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import PolicyDocuments
import TestSupport
import Testing

@testable import Fleet

/// Pictures of fleets, small and large.
@Suite struct DrawingTests {
  /// A fleet of so many hosts, each a class of its own, with names that hurt.
  static func graph(hosts: Int, islands: Int) -> FleetGraph {
    var graph = FleetGraph()
    let digest = String(repeating: "0", count: 64)
    for host in 0..<hosts {
      graph.hostClasses.append(
        .init(
          id: "H\(host + 1)", digest: digest, model: "A <CPU> & \"more\" @ 2.0 GHz",
          hosts: ["h\(host)<&>\u{1b}[31m\"\\"], guests: 3))
      graph.guestClasses.append(
        .init(
          id: "G\(host + 1)", digest: digest, guestKind: "hvm", tsc: .init(),
          guests: ["a\(host)", "b\(host)", "c\(host)"], places: [("H\(host + 1)", 3)]))
    }
    for guest in 0..<hosts {
      for host in 0..<hosts {
        let verdict: FleetGraph.Edge =
          .init(
            guests: "G\(guest + 1)", hosts: "H\(host + 1)",
            verdict: guest % islands == host % islands ? .safe : host == 0 ? .unknown : .unsafe,
            reasons: [])
        graph.edges.append(verdict)
      }
    }
    for island in 0..<islands {
      let members = (0..<hosts).filter { $0 % islands == island }
      graph.islands.append(
        .init(
          classes: members.map { "H\($0 + 1)" },
          hosts: members.map { graph.hostClasses[$0].hosts[0] }, isWhole: true))
    }
    graph.evacuations = graph.hostClasses.map {
      ($0.hosts[0], .init(free: 3, degraded: 0, unknown: 0, stranded: 0))
    }
    graph.all = .init(free: 3 * hosts, degraded: 0, unknown: 0, stranded: 0)
    return graph
  }

  private final class Counter: NSObject, XMLParserDelegate {
    var elements: [String: Int] = [:]
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) { elements[name, default: 0] += 1 }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }

  private static func parse(_ text: String) throws -> Counter {
    let parser = XMLParser(data: Data(text.utf8))
    let counter = Counter()
    parser.delegate = counter
    try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    return counter
  }

  /// Thirty hosts have a box, a row and a column each; three thousand are shown by their islands.
  @Test(arguments: [(30, 4, 30), (3, 3, 3), (300, 5, 5), (300, 100, 40), (0, 1, 0)])
  func isWellFormedAndReadable(_ hosts: Int, _ islands: Int, _ groups: Int) throws {
    let graph = Self.graph(hosts: hosts, islands: islands)
    let text = GraphSVG.text(graph)
    let counter = try Self.parse(text)
    #expect(GraphGroups(graph, most: GraphSVG.mostGroups).groups.count == groups)
    let cells = counter.elements["rect", default: 0]
    #expect(cells >= groups * groups + groups && cells <= groups * groups + 2 * groups + 2)
    #expect(!text.contains("\u{1b}"))
    #expect(text.utf8.count < 600_000)
    if hosts == 30 { #expect(counter.text.contains("h0<&>\\u{1b}[31m\"\\")) }
  }

  /// A cell says what the edges under it come to.
  @Test func cellsAreTheEdges() {
    var graph = Self.graph(hosts: 4, islands: 2)
    var passages = GraphGroups(graph, most: 40).passages(graph)
    // In the order of the islands: H1 H3, H2 H4.
    #expect(passages[0] == [.safe, .safe, .none, .none])
    #expect(passages[2] == [.unknown, .none, .safe, .safe])
    graph.edges[0].verdict = .degraded
    passages = GraphGroups(graph, most: 40).passages(graph)
    #expect(passages[0][0] == .degraded)
    graph = Self.graph(hosts: 4, islands: 2)
    passages = GraphGroups(graph, most: 1).passages(graph)
    #expect(passages == [[.part]])
  }

  /// Every quote of a label is closed, and what is in it cannot end it.
  @Test func graphvizIsQuoted() {
    let text = GraphDOT.text(Self.graph(hosts: 6, islands: 2))
    for line in text.split(separator: "\n") {
      let bare = line.replacing("\\\\", with: "").replacing("\\\"", with: "")
      #expect(bare.count { $0 == "\"" } % 2 == 0, "\(line)")
    }
    #expect(text.contains("H1 -> H3 [style=solid, dir=both];"))
    #expect(text.contains("H2 -> H1 [style=dotted"))
  }
}
