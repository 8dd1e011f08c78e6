// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// A row that is missing in the middle of `xen-cpuid -p`, where rows of zeros are left out as well.
@Suite struct LostRowsTests {
  private struct Row {
    var line: Int
    var policy: String
    var place: LeafPlace
    var slot: Int?
  }

  private static func lines(_ path: String) throws -> [Substring] {
    try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func read(_ lines: [Substring]) throws -> PolicyDocument {
    try PolicyReader.read(Array(lines.joined(separator: "\n").utf8), source: "x")
  }

  /// The leaf rows of an output, each with its policy.
  private static func rows(_ lines: [Substring]) -> [Row] {
    var policy = ""
    var rows: [Row] = []
    for (index, line) in lines.enumerated() {
      if let end = line.range(of: " policy:") {
        policy = line[..<end.lowerBound].lowercased().replacing(" ", with: "-")
        if policy == "host" { policy = "host-default" }
      }
      let words = line.split(separator: " ")
      guard words.count == 3, words[1] == "->", words[0].contains(":") else { continue }
      let numbers = words[0].split(separator: ":").compactMap { UInt32($0, radix: 16) }
      guard numbers.count == 2 else { continue }
      let place = LeafPlace(numbers[0], numbers[1])
      let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
      rows.append(Row(line: index, policy: policy, place: place, slot: slot))
    }
    return rows
  }

  /// Leaves that hold something in every policy that has them: the limits, the CPU's signature, address
  /// widths, the features of a guest with long mode, masks and sizes of XSAVE states, and every subleaf of
  /// a list before its last one.
  private static func cannotBeZero(_ row: Row, _ policy: CPUPolicy, _ rows: [Row]) -> Bool {
    let others = rows.filter { $0.policy == row.policy && $0.place != row.place }
    switch row.place.leaf {
    case 0, 1, 0x8000_0000, 0x8000_0001, 0x8000_0008: return true
    case 4, 0xb: return true
    case 2: return policy.vendor == .intel
    case 7: return row.place.subleaf == 0 && policy[.maxLeaf7Subleaf] > 0
    case 0xd: return row.place.subleaf != 1 || policy.xssMask != 0
    case 0x8000_0002, 0x8000_0003:
      return others.contains { $0.place.leaf > row.place.leaf && $0.place.leaf <= 0x8000_0004 }
    case 0x8000_000a: return policy.has(.svm)
    default: return false
    }
  }

  /// Deletes each row in turn.
  private func check(_ path: String) throws {
    let lines = try Self.lines(path)
    let rows = Self.rows(lines)
    let whole = try Self.read(lines)
    var told = 0
    for row in rows {
      guard let slot = row.slot, LeafRange(of: row.place.leaf) != .hypervisor else { continue }
      let policy = try #require(whole.policy(named: row.policy))
      var rest = lines
      rest.remove(at: row.line)
      guard let found = try? Self.read(rest) else {
        told += 1
        continue
      }
      let left = try #require(found.policy(named: row.policy))
      if left.isKnown(slot: slot) {
        let isWrong = Self.cannotBeZero(row, policy, rows)
        #expect(!isWrong, "\(row.policy) \(PlaceText.leaf(row.place))")
      } else {
        told += 1
      }
      // The other policies are as they were.
      for other in whole.policies where other.name != row.policy {
        #expect(found.policy(named: other.name) == other.policy, "\(row.policy), \(other.name)")
      }
    }
    #expect(told > rows.count / 2)
  }

  @Test(
    .enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"),
    arguments: Corpus.files("xen-4.17").filter { $0.contains("xen-cpuid") })
  func eachRowOfXens(_ path: String) throws { try check(path) }

  /// What Xen printed in whole is known in whole: rows of zeros are no lost ones.
  @Test(
    .enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"),
    arguments: Corpus.files("xen-4.17").filter { $0.contains("xen-cpuid") })
  func nothingIsLost(_ path: String) throws {
    for named in try Self.read(Self.lines(path)).policies {
      for slot in 0..<LeafLayout.slotCount
      where ServedABI.xen.carries(LeafLayout.place(ofSlot: slot)) {
        let isKnown = named.policy.isKnown(slot: slot)
        #expect(
          isKnown,
          Comment(rawValue: "\(named.name) \(PlaceText.leaf(LeafLayout.place(ofSlot: slot)))"))
      }
    }
  }

  /// A heading states what Xen was given, leaves of zeros among them: what is written of Xen's own policies
  /// has its heading.
  @Test(
    .enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"),
    arguments: Corpus.files("xen-4.17").filter { $0.contains("xen-cpuid") })
  func headings(_ path: String) throws {
    let lines = try Self.lines(path)
    let headings = lines.filter { $0.contains(" policy: ") }
    let policies = try Self.read(lines).policies
    try #require(headings.count == policies.count)
    func number(_ heading: Substring) throws -> Int {
      try #require(heading.split(separator: " ").compactMap { Int($0) }.first)
    }
    for (heading, named) in zip(headings, policies) {
      let text = String(decoding: PolicyWriter.write(named, as: .xenCPUID).bytes, as: UTF8.self)
      let written = text.split(separator: "\n")
      // Rows that Xen has none of are written beside its own, so that they do not become unknown.
      let others = Self.rows(written).count { !ServedABI.xen.carries($0.place) }
      #expect(try number(written[0]) - others == number(heading), "\(named.name)")
    }
  }

  /// The same of every CPU's own policy in our words: what is left out because it is zero stays known.
  @Test(arguments: Fixtures.dumps + Corpus.dumps) func zerosAreKnown(_ path: String) throws {
    let cpu = try #require(try InputFile.read(path).cpus.first)
    // Xen runs on none without long mode.
    guard cpu.isKnown(leaf: 0), cpu.isKnown(leaf: 0x8000_0000), cpu.has(.lm) else { return }
    let named = NamedPolicy(name: "raw", policy: cpu)
    let text = PolicyWriter.write(named, as: .xenCPUID).bytes
    let again = try PolicyReader.read(text, source: "x").policies[0].policy
    var lost: [String] = []
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard ServedABI.xen.carries(place), cpu.isKnown(slot: slot), !again.isKnown(slot: slot) else {
        continue
      }
      lost.append(PlaceText.leaf(place))
    }
    #expect(lost.isEmpty)
  }
}
