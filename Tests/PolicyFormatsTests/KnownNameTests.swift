// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import TestSupport
import Testing

@testable import PolicyText

/// Names of every world: what people may call a feature or a field.
@Suite struct KnownNameTests {
  /// The ways in which a name is written.
  private static func spellings(_ name: String) -> [String] {
    let marks = ["-", "_", "."]
    return [name, name.uppercased(), name.lowercased()]
      + marks.map { mark in String(name.map { "-_.".contains($0) ? Character(mark) : $0 }) }
  }

  /// Each name that the tables have for a feature means it; where the project itself means another feature
  /// by the name, that one is told to be meant elsewhere.
  @Test func everyNameOfAFeatureMeansIt() throws {
    var count = 0
    for row in ABITables.project.features {
      let feature = KnownName.feature(try #require(Feature(named: row.name)))
      for name in [row.name] + row.otherNames {
        for spelling in Self.spellings(name) {
          let meanings = KnownName.meanings(of: spelling)
          #expect(meanings.count == 1, "\(spelling): \(meanings)")
          let first = try #require(meanings.first)
          #expect(
            first == feature || first.otherMeanings(of: spelling).contains(feature), "\(spelling)")
          count += 1
        }
      }
    }
    #expect(count > 3000)
  }

  /// Names of bits that stand in `ABI/names.csv` and `ABI/xl.csv` mean what stands in their place.
  @Test(arguments: [
    ("aes", "aesni"), ("pni", "sse3"), ("sha_ni", "sha"), ("sse4.2", "sse4-2"),
    ("spec-ctrl", "ibrsb"), ("avx512vnni", "avx512-vnni"), ("maxphysaddr", "maxphysaddr"),
    ("MAXPHYSADDR", "maxphysaddr"), ("max-physical-address-bits", "maxphysaddr"),
    ("amx-avx512", "amxAvx512"), ("vmx-invept", "vmxInvept"), ("lahfsahf", "lahf-lm"),
    ("cmpxchg16", "cx16"), ("invtsc", "itsc"), ("svm_npt", "svmNestedPaging"), ("phys-bits", ""),
    ("", ""),
    ("-", ""), ("kvm-pv-eoi", "kvmPvEoi"), ("arch_capabilities", "arch-caps"),
    ("archCapabilities", "archCapabilities"), ("aes ni", ""),
  ])
  func namesOfOtherWorlds(_ name: String, _ meant: String) {
    let meanings = KnownName.meanings(of: name)
    #expect(meanings.map(\.optionName) == (meant.isEmpty ? [] : [meant]))
  }

  @Test func fieldsHaveTheirNames() {
    // One field is called like a feature, which comes first.
    for field in Field.all where Feature(named: field.name) == nil {
      #expect(KnownName.meanings(of: field.name) == [.field(field)], "\(field.name)")
    }
    for field in MSRField.all {
      #expect(KnownName.meanings(of: field.name.uppercased()) == [.msrField(field)])
    }
  }

  @Test func whatMeansSeveralIsForTheWriterToDecide() {
    #expect(
      KnownName.meanings(of: "ssbno").map(\.optionName).sorted() == ["intel-ssb-no", "ssb-no"])
    // The project's own name stands, and what others mean by it is known.
    #expect(KnownName.meanings(of: "ssb-no").map(\.optionName) == ["ssb-no"])
    #expect(
      KnownName.feature(.ssbNo).otherMeanings(of: "ssb-no").map(\.optionName) == ["intel-ssb-no"])
    #expect(KnownName.feature(.avx2).otherMeanings(of: "avx2").isEmpty)
  }

  @Test func manyUnknownNamesOfferOthersForTheFirst() throws {
    let list = Array(repeating: "avx512ff", count: 5000).joined(separator: ",")
    let errors = try #require(throws: CPUIDOptionErrors.self) { try CPUIDOption(parsing: list) }
      .errors
    #expect(errors.count == 5000)
    #expect(errors.count { !$0.nearest.isEmpty } == CPUIDOptionErrors.mostOffers)
    #expect(errors[4999].column == 4999 * 9 + 1)
    // Columns count characters, wherever errors stand.
    let odd = try #require(throws: CPUIDOptionErrors.self) {
      try CPUIDOption(parsing: "é,avx,ü,x=1")
    }
    #expect(odd.errors.map(\.column) == [1, 7, 9])
  }
}
