// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// What a booted Xen derived from the same raw policy, but for the differences that
/// `docs/differences-from-xen.md` lists.
@Suite struct XenOracleTests {
  /// A row of the list.
  struct Allowed {
    var policy: String
    var leaf: UInt32
    var subleaf: UInt32?
    var register: Register?
    var bits: UInt32
    /// The rule that the row is about, by its name; `feature` for a bit without a name.
    var rule: String
    var reason: String
  }

  static let allowed: [Allowed] = {
    let url = Fixtures.root.appending(path: "docs/differences-from-xen.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    func number(_ text: Substring) -> UInt32 { UInt32(text.dropFirst(2), radix: 16) ?? 0 }
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 6, cells[2].hasPrefix("0x") else { return nil }
      let place = cells[2].split(separator: " ")
      let leaf = place[0].split(separator: ":")
      return Allowed(
        policy: cells[1], leaf: number(leaf[0]),
        subleaf: leaf.count == 2 ? UInt32(leaf[1]) : nil,
        register: [Register.eax, .ebx, .ecx, .edx].first { "\($0)" == place[1] },
        bits: number(Substring(cells[3])),
        rule: cells[4].trimmingCharacters(in: ["`"]), reason: cells[5])
    }
  }()

  /// A row's rule is one of the table that 4.17.7 has not, or its bits have no name there.
  @Test(arguments: allowed) func rowsNameTheirRule(_ row: Allowed) throws {
    let release = try #require(XenRelease("4.17.7"))
    guard row.rule == "feature" else {
      let rule = try #require(XenRules(named: row.rule), "\(row)")
      #expect(!release.rules.contains(rule), "\(row)")
      return
    }
    let named = Feature.allNamed.filter { feature in
      guard case .leaf(let place, let register, let bit) = feature.place else { return false }
      return place.leaf == row.leaf && register == row.register && row.bits == 1 << UInt32(bit)
    }
    #expect(named.count == 1 && !release.table.known.contains(named[0]), "\(row)")
  }

  /// Bits that differ and that no row allows.
  private func excess(
    _ policy: String, _ place: LeafPlace, _ register: Register, _ difference: UInt32,
    _ allowed: [Allowed]
  ) -> UInt32 {
    allowed.reduce(difference) { rest, row in
      let isHere =
        row.policy == policy && row.leaf == place.leaf
        && (row.subleaf == nil || row.subleaf == place.subleaf)
        && (row.register == nil || row.register == register)
      return isHere ? rest & ~row.bits : rest
    }
  }

  @Test(
    .enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"),
    arguments: Corpus.files("xen-4.17"))
  func policiesEqualXens(_ path: String) throws {
    #expect(Self.allowed.count > 20)
    try compare(path, by: DerivationOptions(), allowing: Self.allowed)
  }

  /// By the rules of its own release nothing is left over.
  @Test(
    .enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"),
    arguments: Corpus.files("xen-4.17"))
  func policiesEqualXensByItsOwnRules(_ path: String) throws {
    var options = DerivationOptions()
    options.follow(try #require(XenRelease("4.17.7")))
    try compare(path, by: options, allowing: [])
  }

  private func compare(
    _ path: String, by options: DerivationOptions, allowing allowed: [Allowed]
  ) throws {
    let document = try InputFile.read(path)
    let host = try #require(HostDescription(name: path, document: document))
    let policies = SystemPolicies(facts: host.facts, options: options)
    let kinds: [PolicyKind] = [.raw, .hostDefault, .pvMax, .pvDefault, .hvmMax, .hvmDefault]
    for kind in kinds {
      let xen = try #require(document.policy(named: kind.name))
      if kind.isHVM && xen[.maxBasicLeaf] == 0 {
        #expect(!policies.hasHVM)
        continue
      }
      compare(kind.name, xen, policies[kind], allowed)
    }
  }

  private func compare(
    _ name: String, _ xen: CPUPolicy, _ ours: CPUPolicy, _ allowed: [Allowed]
  ) {
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      // Feature bits above a policy's own limits count in its featureset and are not printed.
      let shown = ours.isWithinLimits(slot: slot) ? ours[slot: slot] : LeafRegisters()
      for register in [Register.eax, .ebx, .ecx, .edx] {
        let rest = excess(
          name, place, register, shown[register] ^ xen[slot: slot][register], allowed)
        #expect(
          rest == 0,
          "\(name) \(PlaceText.leaf(place)) \(register): \(Hex.word(rest)) not in the list")
      }
    }
    for index in [MSRIndex.platformInfo, .archCapabilities] {
      #expect(xen[msr: index] == ours[msr: index], "\(name) MSR \(index.rawValue)")
    }
  }
}
