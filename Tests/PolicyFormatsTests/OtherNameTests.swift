// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Names of other worlds: what each means, and what a form means that holds one which no table has.
@Suite struct OtherNameTests {
  /// A reply to query-cpu-model-expansion with every number that makes it whole.
  private static func expansion(_ properties: String) throws -> PolicyDocument {
    let text = """
      {"return": {"model": {"name": "x", "props": {"vendor": "GenuineIntel", "family": 6, "model": 173,
       "stepping": 0, "level": 32, "xlevel": 2147483656, \(properties)}}}}
      """
    return try PolicyReader.read(Array(text.utf8), source: "x.json")
  }

  @Test func newerNamesAreKnown() throws {
    let document = try Self.expansion(
      """
      "amx-fp16": true, "fzrm": true, "fsrs": true, "fsrc": true, "mcdt-no": true,
      "prefetchiti": true, "prefetchi": false, "sha512": false
      """)
    let policy = document.policies[0].policy
    let first = policy[leaf: 7, subleaf: 1]
    #expect(first.eax == 1 << 21 | 1 << 10 | 1 << 11 | 1 << 12)
    #expect(first.edx == 1 << 14)
    #expect(policy[leaf: 7, subleaf: 2].edx == 1 << 5)
  }

  /// Intel's and AMD's prefetch of code are two things, whose names differ by two letters.
  @Test func twoPrefetches() throws {
    #expect(Feature(qemuName: "prefetchiti") == Feature(named: "PREFETCHI"))
    #expect(Feature(qemuName: "prefetchi") == Feature(named: "AMD_PREFETCHI"))
    #expect(Feature(libvirtName: "prefetchiti") == Feature(named: "PREFETCHI"))
  }

  /// A property that is on and in no table could be any bit: no register is known then, and it is told.
  @Test func unknownPropertyMakesEverythingUnknown() throws {
    let with = try Self.expansion("\"sse2\": true, \"of-tomorrow\": true")
    let without = try Self.expansion("\"sse2\": true, \"of-tomorrow\": false")
    #expect(!with.policies[0].policy.isKnown(leaf: 1))
    #expect(without.policies[0].policy.isKnown(leaf: 1))
    #expect(with.notes.contains { $0.contains("of-tomorrow") })
    #expect(PolicyDigest.of(with.policies[0]) != PolicyDigest.of(without.policies[0]))
  }

  /// What is no bit of the featureset is not lost: it counts in comparisons.
  @Test(arguments: ["arat", "perfctr-core", "perfmon-v2", "npt", "sgx1", "vmx-ept"])
  func bitsBeyondTheFeatureset(_ name: String) throws {
    let on = try Self.expansion("\"sse2\": true, \"\(name)\": true")
    let off = try Self.expansion("\"sse2\": true, \"\(name)\": false")
    #expect(on.policies[0].policy.isKnown(leaf: 1))
    #expect(PolicyDigest.of(on.policies[0]) != PolicyDigest.of(off.policies[0]))
  }

  /// Switches that say how QEMU treats the CPU are no bits and hide none.
  @Test func switchesAreNoBits() throws {
    let document = try Self.expansion(
      "\"sse2\": true, \"kvm-asyncpf\": true, \"hv-relaxed\": true, \"migratable\": true")
    #expect(document.policies[0].policy.isKnown(leaf: 1))
  }

  /// Every name is read back as what it stands for, in either spelling.
  @Test func namesAreOfOneThing() throws {
    var count = 0
    for feature in Feature.allNamed {
      for name in feature.qemuNames {
        #expect(Feature(qemuName: name) == feature)
        #expect(Feature(qemuName: name.replacing("-", with: "_")) == feature)
        count += 1
      }
      for name in feature.libvirtNames { #expect(Feature(libvirtName: name) == feature) }
    }
    #expect(count > 200)
    let arat = try #require(OtherName.named("arat", .qemu))
    #expect(arat.place == .leaf(LeafPlace(6), .eax, bit: 2))
    let provision = OtherName.named("sgx-provisionkey", .libvirt)?.place
    #expect(provision == .leaf(LeafPlace(0x12, 1), .eax, bit: 4))
    let splitLock = OtherName.named("split-lock-detect", .qemu)?.place
    #expect(splitLock == .msr(MSRIndex(rawValue: 0xcf), bit: 5))
    #expect(OtherName.named("enforce", .qemu)?.place == OtherName.Place.none)
    let newer = try #require(OtherName.named("movrs", .qemu))
    #expect(newer.isKnown(in: WorldRelease(major: 11, minor: 1)))
    #expect(!newer.isKnown(in: WorldRelease(major: 10, minor: 2)))
  }

  /// Older releases refuse a domain that names what they do not know, so only what the guest must have is
  /// named with a newer word.
  @Test func newerWordsAreWrittenWhereTheyAreNeeded() throws {
    func written(_ features: FeatureSet) -> String {
      let named = NamedPolicy(name: "x", policy: PartialPolicy(features: features).policy)
      return String(decoding: PolicyWriter.write(named, as: .libvirtCPU).bytes, as: UTF8.self)
    }
    var features = FeatureSet()
    features.insert(try #require(Feature(named: "SSE2")))
    #expect(!written(features).contains("sha512"))
    features.insert(try #require(Feature(named: "SHA512")))
    #expect(written(features).contains("<feature policy='require' name='sha512'/>"))
  }
}
