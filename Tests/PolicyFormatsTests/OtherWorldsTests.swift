// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// CPUs that libvirt and QEMU described in their own words: every bit that both name agrees.
@Suite(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS")) struct OtherWorldsTests {
  static let cases = Corpus.files("libvirt/cpuid", ending: ".xml").filter { path in
    !["-guest", "-host", "-json", "-enabled", "-disabled"].contains { path.contains($0 + ".xml") }
  }

  /// Raw CPUID of real CPUs, and the model with features by which libvirt calls each.
  @Test func libvirtHosts() throws {
    let map = try LibvirtModels(
      String(contentsOfFile: Corpus.path! + "/libvirt/cpu_map-4.0.0.xml", encoding: .utf8))
    var compared = 0
    var differing: [String] = []
    for path in Self.cases {
      let host = path.replacing(".xml", with: "-host.xml")
      guard let description = try? String(contentsOfFile: host, encoding: .utf8) else { continue }
      let policy = try Self.policy(String(contentsOfFile: path, encoding: .utf8))
      let expected = map.features(of: description)
      for feature in Feature.allNamed where map.names.contains(feature.libvirtName) {
        guard case .leaf(let place, _, _) = feature.place,
          map.leaves[feature.libvirtName] == place.leaf
        else { continue }
        compared += 1
        if policy.has(feature) != expected.contains(feature.libvirtName) {
          let name = path.split(separator: "/").last?.dropFirst("x86_64-cpuid-".count) ?? ""
          differing.append("\(name.dropLast(4)) \(feature.libvirtName)")
        }
      }
    }
    // libvirt took broken transactions off one CPU, by choice.
    #expect(Set(differing) == ["Core-i5-4670T hle", "Core-i5-4670T rtm"])
    print("libvirt: \(compared) bits of \(Self.cases.count) CPUs compared")
    #expect(compared > 2000)
  }

  private static func policy(_ xml: String) throws -> CPUPolicy {
    var policy = CPUPolicy()
    for line in xml.split(separator: "\n") where line.contains("<cpuid ") {
      func number(_ name: String) throws -> UInt32 {
        let part = try #require(line.range(of: " \(name)='0x")).upperBound
        return try #require(UInt32(line[part...].prefix { $0 != "'" }, radix: 16))
      }
      policy.record(
        LeafRegisters(
          eax: try number("eax"), ebx: try number("ebx"), ecx: try number("ecx"),
          edx: try number("edx")),
        leaf: try number("eax_in"), subleaf: try number("ecx_in"))
    }
    return policy
  }

  /// What QEMU says its models have, against CPUID as a guest of each read it.
  @Test func qemuModels() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Corpus.path! + "/qemu/models-tcg.json"))
    let document = try JSONValue(parsing: Array(data), source: "models-tcg.json")
    let names = Set((document["names"]?.array ?? []).compactMap(\.string))
    var compared = 0
    var differing: [String: Int] = [:]
    for path in Corpus.files("native/tcg") {
      let file = String(path.split(separator: "/").last ?? "")
      let model = file.dropFirst("qemu-7.2-tcg-".count).dropLast(".cpuid-r1.txt".count)
      guard let entry = document["models"]?[String(model)] else { continue }
      let on = Set((entry["on"]?.array ?? []).compactMap(\.string))
      let missing = Set((entry["unavailable_features"]?.array ?? []).compactMap(\.string))
      let policy = try #require(try InputFile.read(path).cpus.first)
      for feature in Feature.allNamed {
        guard let name = feature.qemuNames.first(where: names.contains),
          case .leaf = feature.place, policy.isKnown(feature)
        else { continue }
        compared += 1
        let isOn = on.contains(name) && missing.isDisjoint(with: feature.qemuNames)
        if isOn != policy.has(feature) { differing[name, default: 0] += 1 }
      }
    }
    print("QEMU: \(compared) bits compared; differing: \(differing)")
    #expect(compared > 2000)
    #expect(differing.isEmpty)
  }
}

/// libvirt's map of features and models.
private struct LibvirtModels {
  private(set) var names: Set<String> = []
  /// The leaf of each feature.
  private(set) var leaves: [String: UInt32] = [:]
  private var models: [String: Set<String>] = [:]

  init(_ xml: String) {
    var name = ""
    var model: String?
    for line in xml.split(separator: "\n") {
      if line.contains("<model name="), !line.contains("/>") {
        model = Self.attribute("name", line)
        models[model ?? ""] = []
      } else if line.contains("<model name="), let model {
        // A model that builds on another.
        let base = models[Self.attribute("name", line) ?? ""] ?? []
        models[model]?.formUnion(base)
      } else if line.contains("</model>") {
        model = nil
      } else if line.contains("<feature name="), let found = Self.attribute("name", line) {
        if let model { models[model]?.insert(found) } else { name = found }
      } else if line.contains("<cpuid "), model == nil, !name.isEmpty,
        let leaf = Self.attribute("eax_in", line)
      {
        names.insert(name)
        leaves[name] = UInt32(leaf.dropFirst(2), radix: 16)
      }
    }
  }

  private static func attribute(_ name: String, _ line: Substring) -> String? {
    guard let start = line.range(of: "\(name)='") else { return nil }
    return String(line[start.upperBound...].prefix { $0 != "'" })
  }

  /// The features of a CPU by its description: its model's, with those added and disabled.
  func features(of xml: String) -> Set<String> {
    var result: Set<String> = []
    for line in xml.split(separator: "\n") {
      if let start = line.range(of: "<model"),
        let open = line[start.upperBound...].firstIndex(of: ">")
      {
        let model = line[line.index(after: open)...].prefix { $0 != "<" }
        result.formUnion(models[String(model)] ?? [])
      } else if line.contains("<feature "), let name = Self.attribute("name", line) {
        if line.contains("policy='disable'") { result.remove(name) } else { result.insert(name) }
      }
    }
    return result
  }
}
