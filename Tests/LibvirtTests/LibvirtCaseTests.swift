// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibvirtBackEnd
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// libvirt's own test machines: raw CPUID of real CPUs, the models by which libvirt calls them, and what
/// QEMU gave on them.
@Suite(.enabled(if: Corpus.isPresent, "the corpus is not there")) struct LibvirtCaseTests {
  private static let cases = Corpus.files("libvirt/cpuid", ending: "-host.xml")
  private static let map = Corpus.path! + "/libvirt/cpu_map-4.0.0.xml"

  /// What the map makes of a `<cpu>`; features by libvirt's names.
  private static func resolved(_ file: String) throws -> ResolvedModel {
    var authority = try #require(CPUMapAuthority(path: map))
    let document = try InputFile.read(file)
    let request = try #require(document.request, "\(file)")
    return try #require(try authority.resolve(request), "\(file)")
  }

  /// The features in which a resolved CPU differs from registers, among those that the map names.
  private static func differing(
    _ resolved: ResolvedModel, _ policy: CPUPolicy, _ map: CPUMap
  ) -> [String] {
    let beyond = Set(resolved.statements.map(\.subject))
    return map.features.values.filter { entry in
      let isResolved: Bool
      switch entry.places[0] {
      case .feature(let feature): isResolved = resolved.partial.features?.contains(feature) == true
      default: isResolved = beyond.contains("feature \(entry.name)")
      }
      return isResolved != entry.places.allSatisfy { policy.shows($0) }
    }.map(\.name).sorted()
  }

  /// A host's CPU is its raw CPUID under the nearest model's name.
  @Test(arguments: ["host", "guest"]) func machines(_ role: String) throws {
    let map = try CPUMap(path: Self.map)
    var differing: [String] = []
    for host in Self.cases {
      let stem = String(host.dropLast("-host.xml".count))
      let raw = try #require(try InputFile.read(stem + ".xml").cpus.first)
      let names = Self.differing(try Self.resolved("\(stem)-\(role).xml"), raw, map)
      if !names.isEmpty {
        let name = stem.split(separator: "-", maxSplits: 2).last ?? ""
        differing.append("\(name): \(names.joined(separator: " "))")
      }
    }
    print("\(Self.cases.count) machines as \(role): \(differing)")
    #expect(Self.cases.count > 20)
    // libvirt took broken transactions off one CPU, by choice.
    #expect(differing == ["Core-i5-4670T: hle rtm"])
  }

  /// What QEMU gave, by libvirt's words for it and by the registers that libvirt kept.
  @Test func answersOfQEMU() throws {
    let map = try CPUMap(path: Self.map)
    var compared = 0
    for file in Corpus.files("libvirt/cpuid", ending: "-json.xml") {
      let enabled = String(file.dropLast("-json.xml".count)) + "-enabled.xml"
      let given = try #require(try InputFile.read(enabled).cpus.first)
      let names = Self.differing(try Self.resolved(file), given, map)
      #expect(names.isEmpty, "\(file): \(names)")
      compared += 1
    }
    #expect(compared > 10)
  }

  /// Baselines that libvirt spells out.
  @Test func baselines() throws {
    var authority = try #require(CPUMapAuthority(path: Self.map))
    let folder = Corpus.path! + "/libvirt/baseline/x86_64-baseline-4-"
    let (short, long) = try (
      InputFile.read(folder + "result.xml"), InputFile.read(folder + "expanded.xml")
    )
    let (first, second) = try (#require(short.request), #require(long.request))
    let one = try #require(try authority.resolve(first))
    let other = try #require(try authority.resolve(second))
    #expect(one.partial.features == other.partial.features)
    #expect(one.statements == other.statements)
  }
}

extension CPUPolicy {
  /// Whether a bit is set; false where its register is not recorded.
  fileprivate func shows(_ place: OtherName.Place) -> Bool {
    switch place {
    case .feature(let feature): has(feature)
    case .leaf(let place, let register, let bit):
      self[leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf][register] >> UInt32(bit)
        & 1 != 0
    case .msr(let index, let bit): (self[msr: index] ?? 0) >> UInt64(bit) & 1 != 0
    case .none: false
    }
  }
}
