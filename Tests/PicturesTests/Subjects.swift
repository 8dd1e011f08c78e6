// SPDX-License-Identifier: Apache-2.0

import Fleet
import Foundation
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import TestSupport
import Testing

@testable import Pictures
@testable import PolicyText

/// What the tests show: real CPUs, by the project's own readers.
enum Subjects {
  /// Every dump: the fixtures, and the corpus where it is.
  static let dumps = Fixtures.dumps + Corpus.dumps

  static func input(_ path: String) throws -> InputDocument { try InputDocument.read(path) }

  static func host(_ path: String, named name: String? = nil) throws -> HostDescription {
    let content = try input(path).content
    let name = name ?? URL(fileURLWithPath: path).lastPathComponent
    return try #require(HostDescription(name: name, document: content), "\(path)")
  }

  /// A pool of all these, and of one twice.
  static func comparison(
    _ paths: [String], twice: Bool = true, _ kind: PolicyKind = .hostMax
  ) throws -> PoolComparison {
    var policies = try paths.map { path in
      let host = try host(path)
      return (host: host.name, policy: host.systemPolicies()[kind])
    }
    if twice, let last = policies.last { policies.append((host: "twin", policy: last.policy)) }
    return PoolMatrix.comparison(policies, of: kind.name)
  }

  static func difference(_ first: String, _ second: String) throws -> PolicyComparison {
    let sides = try [first, second].map { try host($0) }
    return PolicyComparison(
      sides[0].name, sides[1].name,
      PolicyDifference.between(sides[0].boot.canonical, sides[1].boot.canonical),
      statements: [])
  }

  /// A machine of so many CPUs: two threads a core, eight cores a third level, and ids as AMD gives them.
  static func machine(packages: Int, complexes: Int) -> MachineTopology {
    var seats: [TopologySeat] = []
    var caches: [SharedCache] = []
    let cores = packages * complexes * 8
    for thread in 0..<2 {
      for core in 0..<cores {
        let package = core / (complexes * 8)
        seats.append(
          TopologySeat(
            cpu: thread * cores + core, apicID: UInt32(core * 2 + thread), package: UInt64(package),
            die: 0, core: UInt64(core)))
      }
    }
    func add(_ level: Int, _ content: SharedCache.Content, _ size: UInt64, of width: Int) {
      for first in stride(from: 0, to: cores, by: width) {
        let sharers = (first..<(first + width)).flatMap { [$0, $0 + cores] }.sorted()
        caches.append(
          SharedCache(
            level: level, content: content, size: size, sharedBy: sharers, seenBy: sharers))
      }
    }
    add(1, .data, 32 << 10, of: 1)
    add(1, .instruction, 32 << 10, of: 1)
    add(2, .unified, 1 << 20, of: 1)
    add(3, .unified, 32 << 20, of: 8)
    return MachineTopology(tree: TopologyTree(seats: seats, caches: caches))
  }

  /// Clears the screen, turns the direction of writing, ends elements, styles and attributes, and is not what XML may
  /// hold.
  static let hostile =
    "</style></title><script>alert(1)</script>\"'<img src=x onerror=alert(1)>&amp;]]>\u{1b}[2J\u{202e}"
    + "\u{0}\u{ffff}\nFORGED"
}
