// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import Domains
@testable import Hosts

extension XenIntegrationTests {
  @Test("Xen's answers, each with our own verdict; and the time of a read", arguments: Rig.whole)
  func answers(_ release: Rig.Release) throws {
    let output = try Rig.run(["answers"], release, on: Rig.rome)
    let rows = try output.text("answers.txt").split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    func row(_ name: String, _ kind: String) throws -> [String] {
      try #require(rows.first { $0[0] == name && $0[1] == kind }, "\(name) \(kind)")
    }
    for kind in ["pv", "hvm"] {
      let expected: [(String, String, String)] = [
        ("unmodified", "0", "accepted"), ("nothing", "0", "accepted"),
        ("one leaf", "0", "accepted"),
        ("unknown leaf", "ERANGE leaf 0xe", "refused: outOfRange"),
        ("unknown subleaf", "ERANGE leaf 0x7:3", "refused: outOfRange"),
        ("subleaf of leaf 1", "ERANGE leaf 0x1:0", "refused: outOfRange"),
        ("too many", "E2BIG", "refused: tooMany"),
        ("leaf 0 above max", "EINVAL leaf 0x0", "CPU0131 0x0 EAX[31:0] maxBasicLeaf"),
        (
          "leaf 7 above max", release == .xen414 ? "0" : "EINVAL leaf 0x7:0",
          "CPU0131 0x7:0 EAX[31:0] maxLeaf7Subleaf"
        ),
        (
          "leaf 0x80000000 above max", "EINVAL leaf 0x80000000",
          "CPU0131 0x80000000 EAX[31:0] maxExtendedLeaf"
        ),
        ("MSR bit 40", "EOVERFLOW MSR 0xce", "refused: overflow"),
        ("unknown MSR", "ERANGE MSR 0xdeadc0de", "refused: outOfRange"),
        ("MSR flags", "EINVAL MSR 0xce", "refused: invalidFlags"),
        ("after the first unpause", "EEXIST", "accepted"),
      ]
      for (name, answer, verdict) in expected {
        let found = try row(name, kind)
        #expect(found[2] == answer, "\(found)")
        #expect(found[4] == verdict, "\(found)")
      }
      // The silent clamp, and our refusal of the same with its place.
      let clamped = try row("avx512f", kind)
      if release == .xen414 {
        #expect(try row("leaf 7 above max", kind)[3] == "maxLeaf7Subleaf", "lowered in silence")
      }
      #expect(clamped[2] == "0" && clamped[3].contains("AVX512F"))
      #expect(clamped[4].contains("CPU0101 0x7:0 EBX[16] AVX512F"))
      let refused = try row("max offered", kind)
      #expect(refused[2] == "not asked" && refused[4].contains("0x7:0 EBX[16] AVX512F"))
      // Without AVX what needs it goes too, and does not come back with it.
      let cleared = try row("avx cleared", kind)
      #expect(cleared[2] == "0" && cleared[3].contains("AVX2") && cleared[4].contains("CPU0102"))
      #expect(try row("avx set again", kind)[2] == "0")
      #expect(try row("default", kind)[4] == "", "xl's default passes our audit")
      #expect(try row("closed clear", kind)[2] == "0")
      #expect(try row("seal", kind)[4] == "sealed")
      #expect(try row("set after seal", kind)[4].contains("EEXIST"))
    }
    #expect(try row("no such domain", "pv")[4].contains("there is no domain"))
    #expect(try row("the control domain on itself", "pv")[2] == "EINVAL")
    let speed = try output.text("speed.txt")
    print(speed)
    let ratio = speed.split(separator: "\n").first { $0.hasPrefix("ratio|") }
    #expect(try #require(ratio.flatMap { Double($0.dropFirst(6)) }) <= 1.5, "\(speed)")
  }

  @Test(
    "A list of a hundred domains takes at most twice what its calls and the names take",
    arguments: Rig.whole)
  func hundred(_ release: Rig.Release) throws {
    let output = try Rig.run(["hundred"], release, on: Rig.rome)
    let text = try output.text("lists.txt")
    print(text)
    #expect(text.contains("domains|101\n"))
    let ratio = text.split(separator: "\n").first { $0.hasPrefix("ratio|") }
    #expect(try #require(ratio.flatMap { Double($0.dropFirst(6)) }) <= 2, "\(text)")
  }
}
