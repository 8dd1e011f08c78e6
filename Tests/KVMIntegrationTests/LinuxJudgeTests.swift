// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Linux boots on the processors that `qemu-cpu` renders, and says what it makes of them.
@Suite(.enabled(if: Rig.obstacle == nil, "\(Rig.obstacle ?? "")"), .serialized, .firstInLine)
struct LinuxJudgeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var fixture: String
    var sockets: UInt32
    var dies: UInt32 = 1
    var cores: UInt32
    var threads: UInt32
    var testDescription: String { "\(fixture) \(sockets):\(dies):\(cores):\(threads)" }

    func topology() throws -> Topology {
      try Topology(sockets: sockets, dies: dies, cores: cores, threads: threads)
    }
  }

  static let intel = "emulated-Skylake-Server-v4.txt"
  static let amd = "emulated-EPYC-Rome.txt"
  static let cases = [
    Case(fixture: intel, sockets: 1, cores: 3, threads: 1),
    Case(fixture: intel, sockets: 1, cores: 3, threads: 2),
    Case(fixture: intel, sockets: 2, cores: 1, threads: 2),
    Case(fixture: intel, sockets: 1, dies: 2, cores: 2, threads: 1),
    Case(fixture: amd, sockets: 1, cores: 3, threads: 1),
    Case(fixture: amd, sockets: 2, cores: 2, threads: 1),
  ]

  /// What the kernel complains of when ids, levels or caches do not fit together.
  static let complaints = [
    "[Firmware Bug]", "APIC id mismatch", "APIC ID mismatch", "borken", "sibling CPU",
    "Unknown domain type", "Topology domain", "Bad APIC", "cacheinfo: Unable", "WARNING: CPU",
    "unable to map", "Topology: ",
  ]

  @Test("Linux sees the topology that was asked for, and complains of nothing", arguments: cases)
  func judge(_ wanted: Case) throws {
    let topology = try wanted.topology()
    var policy = try #require(
      try InputFile.read(Fixtures.path(wanted.fixture)).cpus.first
    ).canonical
    try policy.apply(
      topology, leaves: TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_001e))
    let arguments = QEMUCPUFormat.arguments(
      policy, QEMUCPUFormat.Machine(topology: topology, tscKilohertz: 2_000_000))
    let sections = try Rig.run { ["linux", $0, "240"] + arguments }
    func section(_ title: String) throws -> Section {
      try #require(sections.first { $0.title == title })
    }
    let log = try section("log")
    #expect(log.lines.count > 100)
    for line in log.lines {
      #expect(!Self.complaints.contains { line.contains($0) }, "\(line)")
    }
    try checkSummary(try section("lscpu"), topology)
    try checkSeats(try section("topology"), topology)
    try checkLeaves(try section("cpuid"), policy, topology, wanted)
  }

  private func checkSummary(_ section: Section, _ topology: Topology) throws {
    var values: [String: String] = [:]
    for line in section.lines {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      values[parts[0].trimmingCharacters(in: .whitespaces)] =
        parts[1].trimmingCharacters(in: .whitespaces)
    }
    #expect(values["CPU(s)"] == "\(topology.vCPUs)")
    #expect(values["Thread(s) per core"] == "\(topology.threads)")
    // lscpu counts the cores of all dies.
    #expect(values["Core(s) per socket"] == "\(topology.cores * topology.dies)")
    #expect(values["Socket(s)"] == "\(topology.sockets)")
  }

  /// Linux's own lists of who shares a core, a die, a package and a cache.
  private func checkSeats(_ section: Section, _ topology: Topology) throws {
    var said: [String: String] = [:]
    for line in section.lines {
      let parts = line.split(separator: " ")
      guard parts.count == 3 else { continue }
      said["\(parts[0]) \(parts[1])"] = String(parts[2])
    }
    func list(_ vCPU: UInt32, _ isMate: (Topology.Seat, Topology.Seat) -> Bool) -> String {
      let own = topology.seat(of: vCPU)
      let mates = (0..<topology.vCPUs).filter { isMate(topology.seat(of: $0), own) }
      // Seats are filled innermost first, so that mates stand side by side.
      let (first, last) = (mates.first ?? 0, mates.last ?? 0)
      return first == last ? "\(first)" : "\(first)-\(last)"
    }
    for vCPU in 0..<topology.vCPUs {
      let core = list(vCPU) { ($0.socket, $0.die, $0.core) == ($1.socket, $1.die, $1.core) }
      let die = list(vCPU) { ($0.socket, $0.die) == ($1.socket, $1.die) }
      let package = list(vCPU) { $0.socket == $1.socket }
      #expect(said["cpu\(vCPU) core_cpus_list"] == core)
      #expect(said["cpu\(vCPU) die_cpus_list"] == die)
      #expect(said["cpu\(vCPU) package_cpus_list"] == package)
      #expect(said["cpu\(vCPU) physical_package_id"] == "\(topology.seat(of: vCPU).socket)")
    }
  }

  /// The solver's leaves against those that the CPUs answered, field by field.
  private func checkLeaves(
    _ section: Section, _ policy: CPUPolicy, _ topology: Topology, _ wanted: Case
  ) throws {
    let document = try PolicyReader.read(Array(section.text.utf8).span, source: "cpuid")
    #expect(document.cpus.count == Int(topology.vCPUs))
    let known = try Self.deviations(policy.vendor == .amd ? "amd" : "intel")
    for (number, seen) in document.cpus.enumerated() {
      var expected = policy
      expected.identify(vCPU: UInt32(number), in: topology)
      for difference in PolicyDifference.between(expected, seen)
      where Self.isOfTopology(difference) {
        let values = [difference.left, difference.right].map { $0.map(String.init) ?? "unknown" }
        #expect(
          known.contains(difference.name),
          """
          \(wanted) CPU \(number): \(difference.name) is solved as \(values[0]), \
          and Linux saw \(values[1])
          """)
      }
    }
  }

  /// Whether a topology decides the row: sizes for the current XCR0 and a hypervisor's own leaves are
  /// a CPU's own for other reasons.
  private static func isOfTopology(_ difference: PolicyDifference) -> Bool {
    guard case .leaf(let place, _, _) = difference.place else { return false }
    return names.contains(difference.name) && place.leaf != 0xd && place.leaf >> 28 != 4
  }

  private static let names: Set<String> = {
    let fields = Field.all.filter { $0.rules.guest == .topology || $0.rules.isPerCPU }
    let features = [Feature.htt, .cmpLegacy]
    return Set(fields.map(\.name) + features.map(\.name))
  }()

  /// Where QEMU answers otherwise by itself, whatever it is told.
  private static func deviations(_ vendor: String) throws -> Set<String> {
    let file = Rig.folder.appending(path: "qemu-deviations.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    return Set(
      rows.compactMap { row in
        let cells = row.split(separator: ",")
        return cells.count > 2 && cells[1] == vendor ? String(cells[0]) : nil
      })
  }
}
