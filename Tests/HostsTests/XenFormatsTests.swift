// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hosts
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

/// Forms that Xen's tools read and write.
@Suite struct XenFormatsTests {
  private func policies() throws -> [NamedPolicy] {
    let document = try InputFile.read(Fixtures.path("emulated-EPYC-Rome.txt"))
    let host = try #require(HostDescription(name: "x", document: document))
    let all = SystemPolicies(facts: host.facts)
    return [PolicyKind.pvDefault, .hvmDefault, .hvmMax].map {
      NamedPolicy(name: "policy", policy: all[$0])
    }
  }

  private func error(_ bytes: [UInt8], _ format: PolicyFormat? = nil) -> FormatError? {
    do {
      _ = try PolicyReader.read(bytes.span, source: "x", format: format)
      return nil
    } catch {
      return error
    }
  }

  @Test func recordsRoundTrip() throws {
    for named in try policies() {
      let (bytes, _) = PolicyWriter.write(named, as: .migrationRecords)
      #expect(bytes.count % 8 == 0)
      let document = try PolicyReader.read(bytes.span, source: "x")
      #expect(document.format == .migrationRecords)
      let (leaves, _) = PolicyWriter.write(named, as: .leaves)
      let again = try PolicyReader.read(leaves.span, source: "x")
      #expect(document.policies[0].policy == again.policies[0].policy)
      // In a stream with headers, behind another record, and before the time-stamp counter's.
      let header =
        [UInt8](repeating: 0xff, count: 8) + Array("XENF".utf8) + [0, 0, 0, 3]
        + [UInt8](repeating: 0, count: 8) + [2, 0, 0, 0, 12, 0, 0, 0, 4, 0, 0, 0, 17, 0, 0, 0]
      let other: [UInt8] = [2, 0, 0, 0, 4, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0]
      let tsc: [UInt8] =
        [8, 0, 0, 0, 24, 0, 0, 0, 2, 0, 0, 0, 0x40, 0x42, 0x0f, 0]
        + [UInt8](repeating: 0, count: 16)
      let stream = header + other + bytes + tsc + [UInt8](repeating: 0, count: 8)
      let read = try PolicyReader.read(stream.span, source: "x")
      #expect(read.policies[0].policy == document.policies[0].policy)
      #expect(read.notes.count == 1 && read.notes[0].contains("1000000 kHz"))
    }
  }

  @Test func damagedRecords() throws {
    let (bytes, _) = PolicyWriter.write(try policies()[0], as: .migrationRecords)
    for count in stride(from: 1, to: bytes.count, by: 5) {
      // Whole records at the beginning are enough; anything cut is said to be so.
      let found = error(Array(bytes.prefix(count)), .migrationRecords)
      let leavesEnd = 8 + Int(bytes[4]) + Int(bytes[5]) << 8
      if count < leavesEnd { #expect(found != nil, "\(count)") }
    }
    var strange = bytes
    strange[0] = 0x77
    #expect(error(strange, .migrationRecords)?.message.contains("no record") == true)
    var odd = bytes
    odd[4] &-= 1
    #expect(error(odd, .migrationRecords)?.message.contains("24-byte") == true)
  }

  @Test func xlRoundTrip() throws {
    for named in try policies() {
      let (bytes, _) = PolicyWriter.write(named, as: .xl)
      let document = try PolicyReader.read(bytes.span, source: "x")
      #expect(document.format == .xl)
      let read = document.policies[0].policy
      named.policy.canonical.forEachLeaf { place, registers in
        guard ServedABI.xen.carries(place), place.leaf >> 28 != 4, place.leaf != 0xb,
          place.leaf != 0xd
        else { return }
        #expect(read[leaf: place.leaf, subleaf: place.isPlain ? 0 : place.subleaf] == registers)
      }
    }
  }

  /// What a setting leaves to the domain or the host is unknown, and what it forces is stated.
  @Test func openXLSettings() throws {
    let read = try PolicyReader.read(Array("cpuid = \"host,avx=0\"\n".utf8), source: "x")
    let policy = read.policies[0]
    #expect(!policy.policy.isKnown(leaf: 1))
    #expect(
      policy.statements == [
        Statement("leaf 0x1 ECX", "0bxxx0" + String(repeating: "x", count: 28))
      ])
    let own = String(repeating: "x", count: 32)
    let nothing = "cpuid = [\"0x1:eax=\(own),ebx=\(own),ecx=\(own),edx=\(own)\"]"
    #expect(try PolicyReader.read(Array(nothing.utf8), source: "x").policies[0].statements.isEmpty)
    #expect(error(Array("cpuid = \"host,frob=0\"\n".utf8))?.column == 15)
  }
}
