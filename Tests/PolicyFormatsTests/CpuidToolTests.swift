// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// The tool `cpuid` decodes registers, and its words are read back: what is known then are the registers' bits.
@Suite struct CpuidToolTests {
  private static let tool = ["/usr/bin/cpuid", "/usr/sbin/cpuid"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The policy's registers as the tool reads them from a file.
  private func rows(_ policy: CPUPolicy) -> String {
    var text = "CPU 0:\n"
    policy.forEachLeaf { place, registers in
      let words = [registers.eax, registers.ebx, registers.ecx, registers.edx].map { Hex.word($0) }
      let subleaf = "0x" + Hex.digits(place.isPlain ? 0 : place.subleaf, 2)
      text +=
        "   \(Hex.word(place.leaf)) \(subleaf): eax=\(words[0]) ebx=\(words[1]) ecx=\(words[2]) "
        + "edx=\(words[3])\n"
    }
    return text
  }

  private func decode(_ policy: CPUPolicy, _ tool: String) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["-f", try folder.file("rows.txt", rows(policy))]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(output)
  }

  @Test(
    "What the tool prints of each dump is read as the dump's bits",
    .enabled(if: tool != nil, "needs the tool cpuid"),
    arguments: Fixtures.dumps + Corpus.dumps)
  func decodedIsRegisters(_ dump: String) throws {
    let tool = try #require(Self.tool)
    let document = try InputFile.read(dump)
    let raw = try #require(document.raw ?? document.cpus.first)
    try #require(raw.isKnown(leaf: 1))
    let decoded = try PolicyReader.read(try decode(raw, tool), source: "decoded")
    #expect(decoded.format == .cpuidDecoded)
    let read = try #require(decoded.policies.first)
    #expect(read.toldSignature == raw.signature)
    #expect(read.toldVendor == raw.vendorString)
    var known = 0
    for feature in Feature.allNamed {
      guard case .leaf(let place, _, _) = feature.place else { continue }
      let isTold = read.toldFeatures.contains(feature)
      if isTold { #expect(raw.has(feature), "\(feature.name)") }
      guard read.policy.isKnown(feature) else { continue }
      known += 1
      #expect(isTold == raw.has(feature), "\(feature.name) of leaf \(PlaceText.leaf(place))")
    }
    // Of CPUs of makers for which every release of the tool has words.
    guard [.intel, .amd].contains(raw.vendor), raw[.maxBasicLeaf] >= 7 else { return }
    #expect(known > 60, "\(known) features are known")
    for feature in [Feature.fpu, .sse2, .avx, .avx2, .nx] where raw.has(feature) {
      #expect(read.toldFeatures.contains(feature), "\(feature.name)")
    }
  }
}
