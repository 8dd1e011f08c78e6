// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import Testing

/// Differences and their severities, where a whole command would be too coarse.
struct PolicyDifferenceTests {
  @Test("An MSR that one policy lacks is a difference, whatever differs before it")
  func missingRegister() {
    var left = CPUPolicy()
    var right = CPUPolicy()
    left[msr: .platformInfo] = 1 << 31
    right[msr: .platformInfo] = 0
    left[msr: .archCapabilities] = 0
    let found = PolicyDifference.between(left, right)
    #expect(
      found.map(\.place) == [.msr(.platformInfo, bit: 0), .msr(.archCapabilities, bit: 0)])
    #expect(found.map(\.severity) == [.behaviour, .behaviour])
  }

  @Test("An MSR that one policy does not know is at least a matter of security")
  func unknownRegister() {
    var left = CPUPolicy()
    var right = CPUPolicy()
    left[msr: .platformInfo] = 1 << 31
    right.markUnknown(msr: .platformInfo)
    #expect(PolicyDifference.between(left, right).map(\.severity) == [.security])
  }

  @Test("Bits of an MSR are as severe as the severest of their rows")
  func registers() {
    #expect(RowIndex.severity(msr: .platformInfo, bits: 1 << 31) == .behaviour)
    #expect(RowIndex.severity(msr: .platformInfo, bits: 0) == .behaviour)
    guard case .msr(let index, let bit) = Feature.rdclNo.place else {
      Issue.record("RDCL_NO stands in an MSR")
      return
    }
    #expect(RowIndex.severity(msr: index, bits: 1 << UInt64(bit)) == .security)
  }

  @Test("A bit that only tells how the CPU behaves is no missing instruction")
  func behaviour() {
    #expect(Feature.fdpExcpOnly.severity == .behaviour)
    #expect(Feature.noFpuSel.severity == .behaviour)
    #expect(Feature.avx.severity == .guestCrash)
    #expect(Feature.svm.severity == .guestCrash)
  }
}
