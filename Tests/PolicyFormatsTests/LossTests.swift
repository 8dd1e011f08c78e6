// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// What a form cannot hold is listed, and what is listed is lost.
@Suite struct LossTests {
  /// Forms whose own reader gives the policy back; the others ask a hypervisor for a guest.
  private static let whole = PolicyCodec.all.compactMap { codec in
    if case .whole? = codec.writer { codec.format } else { nil }
  }

  private static let requests = PolicyCodec.all.compactMap { codec in
    if case .request? = codec.writer { codec.format } else { nil }
  }

  private static let inputs = Fixtures.dumps + Corpus.dumps

  private static func policies(_ path: String) throws -> [NamedPolicy] {
    let document = try InputFile.read(path)
    return document.policies
      + document.cpus.prefix(1).map { NamedPolicy(name: "cpu", policy: $0) }
  }

  /// The register or MSR of each difference, as losses are told.
  private static func places(_ difference: PolicyDifference) -> [String] {
    switch difference.place {
    case .leaf(let place, let register, let bit):
      let leaf = "leaf \(PlaceText.leaf(place))"
      var names = [leaf, "\(leaf) \(PlaceText.upper(register))"]
      for word in 0..<Feature.wordCount {
        for bit in bit..<32 {
          let feature = Feature(word: word, bit: bit)
          guard case .leaf(let own, register, _) = feature.place, own.leaf == place.leaf,
            (own.isPlain ? 0 : own.subleaf) == (place.isPlain ? 0 : place.subleaf)
          else { continue }
          names.append("feature \(feature.optionName)")
        }
      }
      return names
    case .msr(let index, _):
      var names = ["msr 0x\(String(index.rawValue, radix: 16))"]
      names += Feature.allNamed.compactMap { feature in
        guard case .msr(index, _) = feature.place else { return nil }
        return "feature \(feature.optionName)"
      }
      return names
    case .none: return []
    }
  }

  /// Every difference between what was written and what is read is listed, and nothing else is.
  @Test(arguments: inputs) func nothingIsLostInSilence(_ path: String) throws {
    for named in try Self.policies(path) {
      for format in Self.whole {
        let (bytes, dropped) = PolicyWriter.write(named, as: format)
        let document = try? PolicyReader.read(bytes.span, source: "x", format: format)
        let again = document?.cpus.first ?? document?.policies.first?.policy
        let found = try #require(again, "\(format.rawValue) \(named.name)")
        let original = named.policy.canonical
        // A place that is not known anyhow, and one that holds nothing, cannot be lost.
        let differences = PolicyDifference.between(original, found.canonical).filter { difference in
          switch difference.place {
          case .leaf(let place, let register, _):
            let subleaf = place.isPlain ? 0 : place.subleaf
            guard original.isKnown(leaf: place.leaf, subleaf: subleaf) else { return false }
            return found.isKnown(leaf: place.leaf, subleaf: subleaf)
              || original[leaf: place.leaf, subleaf: subleaf][register] != 0
          case .msr(let index, _):
            return original.isKnown(msr: index)
              && original[msr: index] ?? 0 != found[msr: index] ?? 0
          case .none: return false
          }
        }
        let listed = Set(dropped)
        for difference in differences where listed.isDisjoint(with: Self.places(difference)) {
          Issue.record("\(format.rawValue) \(named.name): silent: \(difference.name) \(difference)")
        }
        let real = Set(differences.flatMap(Self.places))
        for place in dropped where !real.contains(place) {
          Issue.record("\(format.rawValue) \(named.name): no loss: \(place)")
        }
        #expect(listed.count == dropped.count, "\(format.rawValue)")
      }
    }
  }

  /// Every form that can be written is one of the two, and none loses what the other test does not see.
  @Test func everyWriterIsTried() {
    let written = PolicyFormat.allCases.filter(\.isWritable)
    #expect(Set((Self.whole + Self.requests).map(\.rawValue)) == Set(written.map(\.rawValue)))
    #expect(Self.whole.count > 10 && Self.requests.count > 4)
  }

  /// What a hypervisor is not asked for, its guest does not have: each feature, register and cache that the text
  /// does not say is listed.
  @Test(arguments: inputs) func requestsLoseAloud(_ path: String) throws {
    for named in try Self.policies(path) {
      let policy = named.policy.canonical
      for format in Self.requests {
        let written = PolicyWriter.write(named, as: format, WritingOptions())
        let listed = Set(written.dropped)
        #expect(listed.count == written.dropped.count, "\(format.rawValue)")
        let document = try PolicyReader.read(written.bytes.span, source: "x", format: format)
        var asked = document.partial?.features ?? FeatureSet()
        for feature in document.request?.required ?? [] { asked.insert(feature) }
        for feature in policy.featureSet.features
        where feature.isNamed && policy.isKnown(feature) && !asked.contains(feature)
          && !PredictedGuest.machinesOwn.contains(feature)
        {
          #expect(
            listed.contains("feature \(feature.optionName)"),
            "\(format.rawValue) \(named.name) \(feature.name)")
        }
        for (index, value) in policy.presentMSRs
        where value != 0 && RowIndex.features(msr: index).isEmpty {
          let place = "msr 0x\(String(index.rawValue, radix: 16))"
          #expect(listed.contains(place), "\(format.rawValue) \(named.name) \(place)")
        }
        for leaf: UInt32 in [2, 4, 5, 0x8000_0005, 0x8000_001d]
        where policy.isKnown(leaf: leaf) && !policy[leaf: leaf].isZero {
          let place = "leaf 0x\(String(leaf, radix: 16))"
          #expect(
            listed.contains { $0.hasPrefix(place) }, "\(format.rawValue) \(named.name) \(place)")
        }
      }
    }
  }

  /// What no register holds is lost in every form but documents.
  @Test func statementsAreLostAloud() throws {
    var policy = CPUPolicy()
    policy[leaf: 0].eax = 1
    let named = NamedPolicy(name: "p", policy: policy, statements: [Statement("model", "A")])
    for format in Self.whole + Self.requests {
      let dropped = PolicyWriter.write(named, as: format).dropped
      #expect(dropped.contains("model: A") == (format != .json), "\(format.rawValue)")
    }
  }

  /// What issues of the past lost without a word.
  @Test func statesAndRegistersAndTopology() throws {
    let dump = try #require(try InputFile.read(Fixtures.path("emulated-max.txt")).cpus.first)
    var policy = dump
    policy[msr: .platformInfo] = 0x8000_0000
    policy[msr: .archCapabilities] = 1
    policy[leaf: 0xb, subleaf: 0] = LeafRegisters(eax: 1, ebx: 2, ecx: 0x100)
    func lost(_ format: PolicyFormat) -> [String] {
      PolicyWriter.write(NamedPolicy(name: "p", policy: policy), as: format).dropped
    }
    for format in [PolicyFormat.featureset, .xl] {
      #expect(lost(format).contains("leaf 0xd:0"), "\(format.rawValue)")
      #expect(lost(format).contains("msr 0xce"), "\(format.rawValue)")
    }
    #expect(lost(.xl).contains("msr 0x10a") && lost(.xl).contains("leaf 0xb:0"))
    #expect(lost(.firecrackerTemplate).contains { $0.hasPrefix("leaf 0xb:0") })
    #expect(!lost(.firecrackerTemplate).contains { $0.hasPrefix("msr") })
  }
}
