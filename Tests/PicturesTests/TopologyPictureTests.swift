// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyDocuments
import TestSupport
import Testing

@testable import Pictures
@testable import PolicyText

/// A topology's picture shows every CPU, id and cache of the tree, however large the machine is.
@Suite struct TopologyPictureTests {
  /// The numbers of a list such as `CPUs 0-3, 8`.
  private func numbers(_ text: String) -> [Int] {
    let list = text.drop { !$0.isNumber }
    return list.split(separator: ",").flatMap { part -> [Int] in
      let ends = part.split(separator: "-").compactMap { Int($0.filter(\.isNumber)) }
      return ends.isEmpty ? [] : Array(ends[0]...ends[ends.count - 1])
    }
  }

  /// Lines of a text element, without the breaks between them.
  private func texts(_ picture: Element, _ style: String) -> [String] {
    picture.all("text", class: style).map { $0.text.replacing("\n", with: "") }
  }

  private func check(_ machine: MachineTopology, _ name: String) throws -> Element {
    let picture = try Element.parse(TopologySVG.text(machine))
    let tree = machine.tree
    let cpus = texts(picture, "cpus").flatMap(numbers)
    #expect(cpus.sorted() == tree.threads.map(\.cpu).sorted(), "\(name)")
    let ids = texts(picture, "ids").flatMap { $0 == "no APIC id" ? [] : numbers($0) }
    let known = tree.threads.compactMap { $0.apicID.map(Int.init) }
    #expect(Set(ids) == Set(known) || known.count < tree.threads.count, "\(name)")
    for cache in tree.caches {
      #expect(picture.text.contains("\(cache.name) \(cache.sizeText)"), "\(name): \(cache)")
    }
    #expect(picture.name == "svg" && picture.attributes["role"] == "img")
    for element in ["title", "desc"] {
      let id = try #require(picture.first(element)?.attributes["id"])
      #expect(picture.attributes["aria-labelledby"]?.contains(id) == true)
    }
    for finding in machine.findings {
      #expect(picture.text.contains("cpupolicy explain \(finding.violation.codeText)"))
    }
    try checkPlaces(picture, name)
    return picture
  }

  /// Every box stands in the one around it, and no text leaves the sheet.
  private func checkPlaces(_ picture: Element, _ name: String) throws {
    func edges(_ group: Element) throws -> [Int] {
      let rect = try #require(group.children.first { $0.name == "rect" })
      let numbers = ["x", "y", "width", "height"].compactMap { Int(rect.attributes[$0] ?? "") }
      return [numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]]
    }
    func check(_ group: Element, _ outer: [Int]) throws {
      let own = try edges(group)
      #expect(
        own[0] >= outer[0] && own[1] >= outer[1] && own[2] <= outer[2] && own[3] <= outer[3],
        "\(name)")
      for line in group.children where line.name == "text" {
        for part in line.all("tspan") {
          let x = try #require(Int(part.attributes["x"] ?? ""))
          let y = try #require(Int(part.attributes["y"] ?? ""))
          #expect(x > own[0] && y > own[1] && y < own[3], "\(name)")
        }
      }
      let inner = group.children.filter { $0.name == "g" }
      for one in inner { try check(one, own) }
      // No two of them overlap.
      let places = try inner.map(edges)
      for (index, one) in places.enumerated() {
        for other in places[(index + 1)...] {
          #expect(
            one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1],
            "\(name)")
        }
      }
    }
    let size = ["width", "height"].compactMap { Int(picture.attributes[$0] ?? "") }
    for group in picture.children where group.name == "g" {
      try check(group, [0, 0, size[0], size[1]])
    }
  }

  static let dumps = Subjects.dumps + Fixtures.dumps(in: Fixtures.path("topology"))

  @Test(arguments: dumps) func showsEveryCPU(_ path: String) throws {
    let input = try Subjects.input(path)
    guard let machine = try? MachineTopology(input, source: path) else {
      // The only inputs that have none say so on the command line, too.
      #expect(input.content.cpus.allSatisfy { !$0.recordsTopology })
      return
    }
    _ = try check(machine, path)
  }

  /// 16 CPUs are drawn one by one; of 512 what is alike is folded, and stays as short as a few screens.
  @Test func largeMachinesAreFolded() throws {
    let small = try check(Subjects.machine(packages: 1, complexes: 1), "16")
    #expect(small.all("g", class: "core").count == 8 && small.all("g", class: "many").isEmpty)
    let large = try check(Subjects.machine(packages: 2, complexes: 16), "512")
    #expect(large.all("g", class: "package").count == 2)
    #expect(large.all("g", class: "cache").count == 32)
    #expect(large.all("g", class: "many").count == 32)
    let height = try #require(Int(large.attributes["height"] ?? ""))
    #expect(height < 3000, "\(height)")
    // A thousand packages of one core each, as virtual machines have them.
    let seats = (0..<1000).map {
      TopologySeat(cpu: $0, apicID: UInt32($0), package: UInt64($0), die: 0, core: 0)
    }
    let flat = try check(MachineTopology(tree: TopologyTree(seats: seats)), "flat")
    #expect(flat.all("g", class: "package").count == 63)
  }

  /// Two kinds of cores, and second levels that four of them share.
  @Test func cachesOfSeveralCoresAreBoxes() throws {
    let seats = (0..<12).map { cpu in
      TopologySeat(
        cpu: cpu, apicID: UInt32(cpu), package: 0, die: 0, core: UInt64(cpu < 4 ? cpu / 2 : cpu))
    }
    func cache(_ level: Int, _ cpus: ClosedRange<Int>) -> SharedCache {
      SharedCache(
        level: level, content: .unified, size: 1 << 20, sharedBy: Array(cpus), seenBy: Array(cpus))
    }
    let caches = [
      cache(2, 0...1), cache(2, 2...3), cache(2, 4...7), cache(2, 8...11), cache(3, 0...11),
    ]
    let picture = try check(
      MachineTopology(tree: TopologyTree(seats: seats, caches: caches)), "hybrid")
    let boxes = picture.all("g", class: "cache")
    #expect(boxes.map { $0.all("g", class: "core").count } == [4, 4])
    let package = try #require(picture.first("g", class: "package"))
    #expect(package.children.contains { $0.name == "text" && $0.text.contains("L3 1 MiB") })
  }
}
