// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import Testing

/// What a dump says of MSRs, CPU by CPU.
@Suite struct MSRRecordingTests {
  private func read(_ text: String) throws -> PolicyDocument {
    try PolicyReader.read(Array(text.utf8).span, source: "x")
  }

  /// Two CPUs with ARCH_CAPS in leaf 7.
  private func dump(_ msrs: String) -> String {
    (0...1).map { cpu in
      """
      ------[ CPUID Registers / Logical CPU #\(cpu) ]------
      CPUID 00000000: 00000007-756E6547-6C65746E-49656E69
      CPUID 00000007: 00000000-00000000-00000000-20000000 [SL 00]

      """
    }.joined() + msrs
  }

  @Test func failedReadIsUnknown() throws {
    let document = try read(
      dump("------[ MSR Registers / Logical CPU #0 ]------\nMSR 0000010A: < FAILED >\n"))
    #expect(!document.cpus[0].isKnown(msr: .archCapabilities))
    #expect(document.cpus[0][msr: .archCapabilities] == nil)
  }

  /// CPUs of one package can differ, so one CPU's MSR says nothing of another's.
  @Test func eachCPUHasItsOwn() throws {
    let document = try read(
      dump(
        "------[ MSR Registers / Logical CPU #0 ]------\nMSR 0000010A: 0000-0000-0000-002B\n"))
    #expect(document.cpus[0][msr: .archCapabilities] == 0x2b)
    #expect(!document.cpus[1].isKnown(msr: .archCapabilities))
  }

  /// A bare CPU echoes another leaf in foreign ranges; the range counts only if it points into itself.
  @Test func echoedRanges() throws {
    let leaf0 = "CPUID 00000000: 00000001-756E6547-6C65746E-49656E69\n"
    let echo = "CPUID C0000000: 00000007-00000340-00000340-00000000\n"
    #expect(try read(leaf0 + echo).outside.isEmpty)
    let real = "CPUID C0000000: C0000001-00000000-00000000-00000000\n"
    let second = "CPUID C0000001: 00000000-00000000-00000000-00000CCC\n"
    #expect(try read(leaf0 + real + second).outside.count == 2)
  }
}
