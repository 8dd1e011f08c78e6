// SPDX-License-Identifier: Apache-2.0

import Foundation
import GoldenSupport
import PolicyCore
import PolicyText
import TestSupport
import Testing

/// What the goldens must exercise between them.
@Suite struct CoverageTests {
  static let goldens = Goldens.names.compactMap { try? Goldens.cpu($0) }

  /// A row of `ABI/models.csv`, by the table's own words.
  struct Row {
    var list: String
    var vendor: Vendor
    var family: UInt32
    var models: ClosedRange<UInt32>
    var stepping: UInt32?
    var feature: Feature?
    var microcode: UInt32

    func names(_ facts: HostFacts) -> Bool {
      let signature = facts.boot.signature
      return facts.boot.vendor == vendor && signature.family == family
        && models.contains(signature.model)
        && (stepping == nil || stepping == signature.stepping)
        && feature.map { facts.boot.has($0) } ?? true
    }
  }

  static let rows: [Row] = {
    let url = Fixtures.root.appending(path: "ABI/models.csv")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      func number(_ text: Substring) -> UInt32? { UInt32(text.dropFirst(2), radix: 16) }
      guard let family = number(cells[2][...]) else { return nil }
      let models = cells[3].split(separator: "-").compactMap { number($0) }
      return Row(
        list: cells[0], vendor: cells[1] == "intel" ? .intel : .amd, family: family,
        models: (models.first ?? 0)...(models.last ?? 0xff), stepping: UInt32(cells[4], radix: 16),
        feature: Feature.allNamed.first { $0.name == cells[5] },
        microcode: number(cells[6][...]) ?? 0)
    }
  }()

  @Test func everyModelListHasAGolden() throws {
    #expect(Self.rows.count >= 100)
    let facts = try Self.goldens.map { try $0.host().facts }
    for list in Set(Self.rows.map(\.list)).sorted() {
      let rows = Self.rows.filter { $0.list == list }
      let isTried = facts.contains { facts in rows.contains { $0.names(facts) } }
      #expect(isTried, "no golden's model stands on \(list)")
      // A revision that is asked for is reached by one golden and missed by another.
      guard rows.contains(where: { $0.microcode != 0 }) else { continue }
      let revisions = facts.flatMap { facts in
        rows.filter { $0.microcode != 0 && $0.names(facts) }
          .map { (facts.microcode ?? 0) >= $0.microcode }
      }
      #expect(Set(revisions).count == 2, "\(list): \(revisions)")
    }
  }

  @Test func everyVendorHasAGolden() throws {
    let boots = try Self.goldens.map { try $0.host().boot }
    for vendor in [Vendor.intel, .amd, .hygon, .centaur, .shanghai, .unknown] {
      #expect(boots.contains { $0.vendor == vendor }, "\(vendor)")
    }
    for vendor in [Vendor.intel, .amd] {
      for isVirtualised in [false, true] {
        let count = boots.filter { $0.vendor == vendor && $0.has(.hypervisor) == isVirtualised }
        #expect(count.count >= 2, "\(vendor) virtualised: \(isVirtualised)")
      }
    }
  }

  @Test func everyFactIsAssumedAndKnown() throws {
    var assumed: Set<AssumedFact> = []
    for golden in Self.goldens { try golden.host().facts.forEachAssumedFact { assumed.insert($0) } }
    #expect(assumed.count == AssumedFact.allCases.count)
  }

  /// Registers that no CPU has are called so wherever their golden's name stands.
  @Test func syntheticGoldensAreCalledSo() {
    for golden in Self.goldens {
      #expect(
        golden.name.hasSuffix("-synthetic") == (golden.origin == .synthetic), "\(golden.name)")
    }
  }
}
