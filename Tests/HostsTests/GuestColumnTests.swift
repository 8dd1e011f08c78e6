// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// The `guest` column of `ABI/fields.csv` decides, on every back end: what it calls zero is zero in every
/// default, and in a domain that did not ask for it.
@Suite struct GuestColumnTests {
  static let dumps = Fixtures.dumps + Corpus.dumps

  /// Bits that one back end gives its guests: the rows `fixed:1` of `ABI/back-ends.csv`.
  static let kernelBits: Set<String> = {
    let url = Fixtures.root.appending(path: "ABI/back-ends.csv")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").map { $0.split(separator: ",") }
    return Set(rows.filter { $0.count > 1 && $0[1] == "fixed:1" }.map { String($0[0]) })
  }()

  /// Xen's extents, and those of a kernel that offers all that the CPU has.
  private func options(_ host: HostDescription) -> [(String, DerivationOptions)] {
    var owner = DerivationOptions()
    owner.virtualPMU = true
    return [
      ("Xen", owner), ("KVM", owner.within(kernel: host.boot, emulated: FeatureSet())),
    ]
  }

  @Test(arguments: dumps) func withheldFieldsAreZero(_ path: String) throws {
    #expect(!Self.kernelBits.isEmpty)
    let host = try #require(HostDescription(name: path, document: try InputFile.read(path)))
    for (backEnd, options) in options(host) {
      let system = SystemPolicies(facts: host.facts, options: options)
      let excepted = backEnd == "KVM" ? Self.kernelBits : []
      for kind in [PolicyKind.pvDefault, .hvmDefault, .hvmShadowDefault] {
        check(system[kind], "\(backEnd) \(kind.name)") { !excepted.contains($0.name) }
      }
      for kind in [GuestKind.pv, .pv32, .hvm, .hvmShadow] {
        for isRich in [false, true] {
          let settings = DomainSettings(
            kind: kind, topology: try Topology(sockets: 1, cores: 2),
            hasNestedVirtualisation: isRich, hasPerformanceCounters: isRich)
          let domain = try system.initialPolicy(settings)
          check(domain, "\(backEnd) domain \(kind.name)") {
            !excepted.contains($0.name) && !(isRich && $0.leaf == Field.pmuVersion.leaf)
          }
          guard isRich else { continue }
          let counters = domain[leaf: Field.pmuVersion.leaf]
          #expect(counters == (domain[.maxBasicLeaf] >= 0xa ? host.counters : LeafRegisters()))
        }
      }
    }
  }

  private func check(_ policy: CPUPolicy, _ name: String, _ isWithheld: (Field) -> Bool) {
    for field in Field.all
    where field.rules.guest == .zero && field.leaf >> 28 != 4 && isWithheld(field) {
      for subleaf in field.subleaves where policy[field, subleaf: subleaf] != 0 {
        Issue.record("\(name): \(PlaceText.leaf(LeafPlace(field.leaf, subleaf))) \(field.name)")
      }
    }
    for slot in 0..<LeafLayout.slotCount where LeafLayout.place(ofSlot: slot).leaf >> 28 != 4 {
      for register in [Register.eax, .ebx, .ecx, .edx] {
        let reserved =
          policy[slot: slot][register] & ~LeafLayout.namedMask(slot: slot, register: register)
        let place = PlaceText.leaf(LeafLayout.place(ofSlot: slot))
        #expect(reserved == 0, "\(name): reserved bits of \(place) \(register)")
      }
    }
  }
}

extension HostDescription {
  /// What guests with performance counters see of leaf 0xa: AMD's CPUs have none.
  fileprivate var counters: LeafRegisters {
    guard !boot.vendor.isAMDLike, let slot = LeafLayout.slot(Field.pmuVersion.leaf) else {
      return LeafRegisters()
    }
    var result = boot[slot: slot]
    for register in [Register.eax, .ebx, .ecx, .edx] {
      result[register] &= LeafLayout.namedMask(slot: slot, register: register)
    }
    return result
  }
}
