// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Real dumps: every file parses and agrees with what others say of the same CPU.
@Suite(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS")) struct CorpusTests {
  @Test(arguments: Corpus.dumps) func everyDumpParses(_ path: String) throws {
    let document = try InputFile.read(path)
    #expect(document.format == .instlatx64)
    #expect(!document.cpus.isEmpty)
    let boot = try #require(document.cpus.first)
    #expect(boot.vendorString.utf8.count == 12)
  }

  /// Featuresets by plain bit arithmetic, of CPU 0.
  @Test func featuresetsEqualTheFacts() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Corpus.path! + "/pools-dev.json"))
    let facts = try JSONValue(parsing: Array(data), source: "pools-dev.json")
    var compared: Set<String> = []
    for pool in facts["pools"]?.array ?? [] {
      for host in pool["hosts"]?.array ?? [] {
        let file = try #require(host["file"]?.string)
        let expected = try #require(host["featureset"]?.string).split(separator: "-")
        let document = try InputFile.read(Corpus.path! + "/dumps/" + file)
        let cpu = try #require(document.cpus.first)
        var set = cpu.featureSet
        // The facts hold what a 32-bit program saw, where one took the dump.
        let seen = Feature.syscall
        let words = try expected.map { try #require(UInt32($0, radix: 16)) }
        if cpu.vendor == .intel, words[seen.word] >> UInt32(seen.bit) & 1 == 0 {
          set.remove(seen)
        }
        let state = host["arch_caps"]?.string ?? ""
        for word in 0..<Feature.wordCount {
          if (word == 16 || word == 17) && !(state == "absent" || state == "recorded") { continue }
          #expect(Hex.digits(set[word: word], 8) == expected[word], "\(file) word \(word)")
        }
        compared.insert(file)
      }
    }
    #expect(compared.count >= 20)
  }

  /// libvirt's dumps carry the same registers as XML: each must land at its place.
  @Test func libvirtDumpsAgreeWithTheirFeatureLists() throws {
    let index = try String(
      contentsOfFile: Corpus.path! + "/libvirt/cpu_map-9.0.0/x86_features.xml", encoding: .utf8)
    let bits = LibvirtMap.bits(index)
    var compared = 0
    for (name, place, register, bit) in bits {
      guard let feature = Feature.allNamed.first(where: { $0.libvirtName == name }) else {
        continue
      }
      guard case .leaf(let ours, let ourRegister, let ourBit) = feature.place else { continue }
      // The mirrored bits of 0x80000001 have names of their own.
      guard ours.leaf == place.leaf else { continue }
      #expect(ours.isPlain || ours.subleaf == place.subleaf, "\(name)")
      #expect(ourRegister == register && ourBit == bit, "\(name)")
      compared += 1
    }
    #expect(compared > 120, "\(compared)")
  }

  @Test func qemuBitsAgree() throws {
    let text = try String(
      contentsOfFile: Corpus.path! + "/qemu/qemu_feature_bits.csv", encoding: .utf8)
    var compared = 0
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 5, let leaf = UInt32(cells[1].dropFirst(2), radix: 16),
        let feature = Feature.allNamed.first(where: { $0.qemuNames.contains(cells[0]) }),
        case .leaf(let place, let register, let bit) = feature.place, place.leaf == leaf
      else { continue }
      #expect(place.isPlain || String(place.subleaf) == cells[2], "\(cells[0])")
      #expect("\(register)" == cells[3] && String(bit) == cells[4], "\(cells[0])")
      compared += 1
    }
    #expect(compared > 100, "\(compared)")
  }

  /// At least 99.9 % of the bits that are set within the advertised ranges have a row; the others
  /// are listed.
  @Test func setBitsAreNamed() throws {
    var set = 0
    var unnamed: [String: Int] = [:]
    for path in Corpus.dumps {
      let document = try InputFile.read(path)
      for slot in 0..<LeafLayout.slotCount {
        let place = LeafLayout.place(ofSlot: slot)
        for register in [Register.eax, .ebx, .ecx, .edx] {
          let value = document.cpus.reduce(UInt32(0)) {
            $0 | ($1.isWithinLimits(leaf: place.leaf) ? $1[slot: slot][register] : 0)
          }
          set += value.nonzeroBitCount
          let rest =
            value
            & ~(LeafLayout.namedMask(slot: slot, register: register)
            | RowIndex.fields(slot: slot, register).reduce(0) { $0 | $1.mask })
          for bit in 0..<32 where rest >> UInt32(bit) & 1 != 0 {
            unnamed["\(PlaceText.leaf(place)) \(register)[\(bit)]", default: 0] += 1
          }
        }
      }
    }
    let missing = unnamed.values.reduce(0, +)
    print("set bits \(set), unnamed \(missing): \(unnamed.keys.sorted().joined(separator: ", "))")
    #expect(Double(missing) <= 0.001 * Double(set))
  }

  @Test(arguments: Corpus.files("native")) func cpuidTool(_ path: String) throws {
    guard path.contains("cpuid-r") else { return }
    let document = try InputFile.read(path)
    #expect(document.format == .cpuidR)
    #expect(document.cpus.count == (path.contains("cpuid-r1") ? 1 : 2))
    #expect(document.cpus[0].has(.hypervisor))
  }

  @Test(arguments: Corpus.files("native/tcg")) func emulatedCPUs(_ path: String) throws {
    let document = try InputFile.read(path)
    #expect(document.cpus.count == 1)
  }

  /// Untagged rows of leaf 0xd: the order is not the index, and subleaf 1 was not recorded.
  @Test func untaggedStates() throws {
    let path = try #require(Corpus.dumps.first { $0.contains("HaswellXeon") })
    let cpu = try #require(try InputFile.read(path).cpus.first)
    #expect(cpu[leaf: 0xd, subleaf: 2].eax == 256 && cpu[leaf: 0xd, subleaf: 2].ebx == 576)
    #expect(!cpu.isKnown(leaf: 0xd, subleaf: 1))
    #expect(!cpu.isKnown(.xsaveopt))
  }

  /// MSRs stand in sections of their own at the end, one a CPU: they differ on hybrid parts.
  @Test func msrsBelongToTheirCPU() throws {
    let path = try #require(Corpus.dumps.first { $0.contains("Lakefield") })
    let cpus = try InputFile.read(path).cpus
    #expect(cpus.count == 5)
    #expect(cpus[0][msr: .archCapabilities] == 0x8000_002b)
    #expect(Set(cpus.map { $0[msr: .archCapabilities] }).count == 2)
  }

  /// Old tools did not print leaf 4 and 0xb of AMD parts: missing is not zero. An MSR that a dump
  /// does not hold is unknown where the CPU has it.
  @Test func missingIsUnknown() throws {
    var seen = 0
    for path in Corpus.dumps {
      for cpu in try InputFile.read(path).cpus where cpu.has(.archCaps) {
        seen += 1
        #expect(cpu.isKnown(msr: .archCapabilities) == (cpu[msr: .archCapabilities] != nil))
      }
    }
    #expect(seen > 0)
  }
}

/// The bits that libvirt's feature map names.
enum LibvirtMap {
  static func bits(_ xml: String) -> [(String, LeafPlace, Register, Int)] {
    var result: [(String, LeafPlace, Register, Int)] = []
    var name = ""
    for line in xml.split(separator: "\n") {
      if let value = attribute("name", line), line.contains("<feature") { name = value }
      guard line.contains("<cpuid"), let leaf = number("eax_in", line) else { continue }
      for register in [Register.eax, .ebx, .ecx, .edx] {
        guard let mask = number("\(register)", line), mask.nonzeroBitCount == 1 else { continue }
        result.append(
          (name, LeafPlace(leaf, number("ecx_in", line) ?? 0), register, mask.trailingZeroBitCount))
      }
    }
    return result
  }

  private static func attribute(_ name: String, _ line: Substring) -> String? {
    guard let start = line.range(of: " \(name)=") else { return nil }
    let rest = line[start.upperBound...].dropFirst()
    return rest.firstIndex { $0 == "\"" || $0 == "'" }.map { String(rest[..<$0]) }
  }

  private static func number(_ name: String, _ line: Substring) -> UInt32? {
    attribute(name, line).flatMap { UInt32($0.dropFirst(2), radix: 16) }
  }
}
