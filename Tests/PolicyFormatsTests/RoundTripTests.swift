// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// What is written is read back.
@Suite struct RoundTripTests {
  static let inputs = Fixtures.dumps + Corpus.dumps

  private func policies(_ path: String) throws -> [NamedPolicy] {
    let document = try InputFile.read(path)
    let cpus = document.cpus.map { NamedPolicy(name: "cpu", policy: $0.canonical) }
    return document.policies + cpus.prefix(2)
  }

  private func again(_ named: NamedPolicy, _ format: PolicyFormat) throws -> CPUPolicy {
    let (bytes, _) = PolicyWriter.write(named, as: format)
    let document = try PolicyReader.read(bytes.span, source: "again")
    #expect(document.format == format)
    return try #require(document.cpus.first ?? document.policies.first?.policy)
  }

  @Test(arguments: inputs) func json(_ path: String) throws {
    for named in try policies(path) {
      let policy = try again(named, .json)
      #expect(policy == named.policy.canonical, "\(named.name)")
      #expect(PolicyDigest.of(policy) == PolicyDigest.of(named.policy))
    }
  }

  /// A document tells nothing that stands beyond its policy's limits.
  @Test(arguments: inputs) func limitedJSON(_ path: String) throws {
    for named in try policies(path) {
      var limited = named
      limited.policy[.maxBasicLeaf] = 0
      let policy = try again(limited, .json)
      #expect(policy.canonical == limited.policy.canonical, "\(named.name)")
    }
  }

  @Test(arguments: inputs) func featuresets(_ path: String) throws {
    for named in try policies(path) {
      #expect(try again(named, .featureset).featureSet == named.policy.featureSet)
    }
  }

  /// The text forms and the binary records hold what was recorded; what was unknown may come back
  /// as zero, because they have no word for it.
  @Test(arguments: inputs, [PolicyFormat.xenCPUID, .leaves, .cpuidR, .instlatx64])
  func leaves(_ path: String, _ format: PolicyFormat) throws {
    for named in try policies(path) {
      let policy = try again(named, format)
      named.policy.canonical.forEachLeaf { place, registers in
        // The binary records end where Xen's extents do, and hypervisor leaves keep only a limit.
        let isServed =
          format != .leaves
          || place.leaf <= 0xd && (place.isPlain || place.leaf != 4 || place.subleaf < 6)
            && (place.leaf != 0xb || place.subleaf < 2)
          || place.leaf >= 0x8000_0000 && place.leaf <= 0x8000_0021 && place.isPlain
        guard isServed, !registers.isZero, place.leaf >> 28 != 4 else { return }
        let found = policy[leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf]
        #expect(found == registers, "\(named.name) \(PlaceText.leaf(place))")
      }
    }
  }

  /// A list whose beginning was not recorded has no known end: what was recorded of it stays.
  @Test func listsWithoutBeginning() throws {
    let text = """
      CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69
      CPUID 0000000D: 00000100-00000240-00000000-00000000 [SL 02]
      """
    let cpu = try PolicyReader.read(Array(text.utf8).span, source: "x").cpus[0]
    let policy = try again(NamedPolicy(name: "x", policy: cpu), .json)
    #expect(policy == cpu.canonical && policy[leaf: 0xd, subleaf: 2].eax == 0x100)
  }

  @Test func digestDependsOnEveryPart() throws {
    var policy = CPUPolicy()
    var seen: Set<String> = [PolicyDigest.of(policy)]
    policy[.maxBasicLeaf] = 7
    #expect(seen.insert(PolicyDigest.of(policy)).inserted)
    policy.set(.smep, true)
    #expect(seen.insert(PolicyDigest.of(policy)).inserted)
    policy[msr: .platformInfo] = 0
    #expect(seen.insert(PolicyDigest.of(policy)).inserted)
    policy.markUnknown(msr: .archCapabilities)
    #expect(seen.insert(PolicyDigest.of(policy)).inserted)
    // Stale data does not count.
    policy[leaf: 0xd, subleaf: 5].eax = 1
    #expect(!seen.insert(PolicyDigest.of(policy)).inserted)
  }
}
