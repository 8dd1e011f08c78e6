// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText
import TestSupport
import Testing

/// What the topology's rules say of every field that they read, one step up, one step down, all ones and
/// none, in full: `Tests/Golden/findings`.
@Suite struct TopologyFaultTests {
  private static let leaves: Set<UInt32> = [
    0, 1, 4, 0xb, 0x1f, 0x8000_0000, 0x8000_0001, 0x8000_0008, 0x8000_001d, 0x8000_001e,
    0x8000_0026,
  ]

  @Test(arguments: ["intel", "amd"]) func saidAsPinned(_ name: String) throws {
    let topology = try Topology(sockets: 2, dies: 2, cores: 3, threads: 2)
    var sound = try TopologyTests.solve(topology, name == "amd" ? .amd : .intel, vCPU: 19)
    var lines = Self.faults(of: sound)
    sound.set(.x2apic, false)
    lines += Self.faults(of: sound).map { "without x2APIC: \($0)" }
    // Older CPUs have no lists of levels.
    sound[.maxBasicLeaf] = 4
    lines += Self.faults(of: sound).map { "short: \($0)" }
    #expect(lines.count > 100)
    let difference = try PinnedText.difference("findings/topology-\(name).txt", lines)
    #expect(difference.isEmpty, "\(difference.prefix(8))")
  }

  private static func faults(of sound: CPUPolicy) -> [String] {
    var lines = said(of: sound).map { ["as it is: \($0)"] } ?? []
    for row in 0..<UInt16(Field.count) {
      let field = Field(rawValue: row)
      guard leaves.contains(field.leaf), field.slot(subleaf: field.subleaves.lowerBound) != nil
      else { continue }
      let subleaves = field.isPlain ? 0...0 : field.subleaves.clamped(to: 0...4)
      for subleaf in subleaves {
        let value = sound[field, subleaf: subleaf]
        let limit = field.valueMask
        for other in Set([value &+ 1 & limit, value &- 1 & limit, limit, 0]).sorted()
        where other != value {
          var policy = sound
          policy[field, subleaf: subleaf] = other
          guard let text = said(of: policy) else { continue }
          lines.append("\(field.name):\(subleaf) \(value) to \(other): \(text)")
        }
      }
    }
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard leaves.contains(place.leaf), place.isPlain || place.subleaf < 5 else { continue }
      var policy = sound
      policy[slot: slot] = LeafRegisters()
      guard let text = said(of: policy) else { continue }
      lines.append("\(PlaceText.leaf(place)) zero: \(text)")
    }
    return lines
  }

  private static func said(of policy: CPUPolicy) -> String? {
    var audit = TopologyAudit(of: policy)
    var found: [String] = []
    audit.forEachViolation { violation in
      found.append(
        "\(violation.codeText) \(violation.placeText) \(violation.value)/\(violation.bound)")
    }
    return found.isEmpty ? nil : found.joined(separator: ", ")
  }
}
