// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Every code of `ABI/codes.csv` is found by something: a new one without a case fails here.
@Suite struct CodeTests {
  @Test(arguments: ViolationCode.all)
  func isFound(_ code: ViolationCode) throws {
    let provoke = try #require(Self.cases[code], "\(code) has no case")
    let found = try provoke().filter { $0.code == code }
    #expect(!found.isEmpty, "nothing was found")
    for violation in found {
      for text in [violation.message, violation.remedy, violation.ruleText] {
        #expect(!text.isEmpty && !text.contains { "{}~".contains($0) }, "\(text)")
      }
    }
  }

  @Test func textsOfCodes() {
    #expect(ViolationCode.all.first == .featureNotOffered && ViolationCode.all.last == .cacheSize)
    for code in ViolationCode.all {
      #expect(ViolationCode(text: code.text) == code)
      #expect(!code.title.isEmpty && !code.explanation.isEmpty)
      #expect(!code.title.contains("~") && !code.explanation.contains("~"))
    }
    #expect(ViolationCode(text: "cpu0101") == .featureNotOffered)
    #expect(ViolationCode(text: "CPU101") == nil && ViolationCode(text: "CPU0100") == nil)
  }

  /// The words follow the case, and the placeholders the values.
  @Test func wordsOfCases() {
    func violation(
      _ code: ViolationCode, _ subject: Violation.Subject, _ value: UInt64, _ bound: UInt64,
      needs prerequisite: Feature? = nil
    ) -> Violation {
      Violation(
        code, at: .leaf(LeafPlace(1), .ebx), bits: 24...31, subject: subject, value: value,
        bound: bound, prerequisite: prerequisite)
    }
    let id = Violation.Subject.field(.initialApicId)
    #expect(violation(.apicIDs, id, 7, 7).message.hasSuffix("another CPU has the same id"))
    #expect(violation(.apicIDs, id, 7, 7).remedy == "give every CPU an id of its own")
    #expect(violation(.apicIDs, id, 300, 254).message.contains("is 300, above the 254 that"))
    let missing = violation(.apicIDs, .feature(.x2apic), 1, 1)
    #expect(missing.message == "X2APIC is 1, and APIC ids above 254 need 1")
    #expect(missing.remedy == "show x2apic, or choose a smaller topology")
    let state = Violation.Subject.field(.xcr0Avx)
    #expect(violation(.xstateMask, state, 1, 0).remedy == "clear the state, or show its feature")
    #expect(violation(.xstateMask, state, 0, 1).remedy == "set the state")
    let counter = violation(.timeStampCounter, .feature(.itsc), 2_000_000, 0)
    #expect(counter.message.contains("2000000 kHz, and the host, with an unknown frequency,"))
    let feature = Violation.Subject.feature(.avx512Vnni)
    let orphan = violation(.prerequisiteMissing, feature, 1, 0, needs: .avx512f)
    #expect(orphan.message == "AVX512_VNNI is set without AVX512F, which it needs")
    #expect(orphan.remedy == "set avx512f as well, or clear avx512-vnni")
    #expect(
      violation(.prerequisiteMissing, feature, 1, 0).message.contains("without its prerequisite,"))
    #expect(violation(.reservedBits, .bits, 0x2a, 0).message.contains("bits 31:24"))
    #expect(violation(.fieldAboveBound, .field(.maxBasicLeaf), 0x2a, 0x20).ruleText == "atMost")
    #expect(violation(.fieldAboveBound, .field(.maxBasicLeaf), 0x2a, 32).message.contains("0x2a"))
  }
}
