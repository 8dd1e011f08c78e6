// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import TestSupport
import Testing

/// Every solution of thousands of shapes, judged as Linux would.
@Suite struct LinuxRulesTests {
  private func judge(
    _ topology: Topology, _ vendor: LinuxRules.Vendor,
    _ change: (inout CPUPolicy) -> Void = { _ in }
  ) throws -> (seats: [LinuxRules.Seat], complaints: [String]) {
    var policy = TopologyTests.base(vendor == .amd ? .amd : .intel)
    try policy.apply(topology, leaves: TopologyTests.leaves)
    change(&policy)
    var rules = LinuxRules(vendor)
    let seats = rules.seats(
      (0..<topology.vCPUs).map { number in
        var own = policy
        own.identify(vCPU: number, in: topology)
        let solved = own
        return LinuxRules.Processor(id: topology.apicID(of: number)) { leaf, subleaf in
          solved.isKnown(leaf: leaf) ? solved[leaf: leaf, subleaf: subleaf] : LeafRegisters()
        }
      })
    return (seats, rules.complaints)
  }

  /// Groups of vCPUs that share a value.
  private func groups<Key: Hashable>(_ keys: [Key]) -> Set<[Int]> {
    Set(Dictionary(grouping: keys.indices, by: { keys[$0] }).values.map { $0.sorted() })
  }

  private func check(_ topology: Topology, _ vendor: LinuxRules.Vendor) throws {
    let (seats, complaints) = try judge(topology, vendor)
    #expect(complaints.isEmpty, "\(topology) \(vendor): \(complaints)")
    let wanted = (0..<topology.vCPUs).map { topology.seat(of: $0) }
    let packages = groups(wanted.map { [$0.socket] })
    let dies = groups(wanted.map { [$0.socket, $0.die] })
    let cores = groups(wanted.map { [$0.socket, $0.die, $0.core] })
    #expect(groups(seats.map(\.package)) == packages, "\(topology) \(vendor): packages")
    #expect(groups(seats.map(\.die)) == dies, "\(topology) \(vendor): dies")
    #expect(groups(seats.map(\.core)) == cores, "\(topology) \(vendor): cores")
    for (level, expected) in [cores, cores, dies].enumerated() {
      let shared = groups(seats.map { $0.caches[level] })
      #expect(shared == expected, "\(topology) \(vendor): caches of level \(level + 1)")
    }
  }

  /// All shapes of up to 2 sockets, 4 dies, 9 cores and 4 threads; then larger ones at random.
  @Test(arguments: [LinuxRules.Vendor.intel, .amd]) func solutions(_ vendor: LinuxRules.Vendor)
    throws
  {
    var count = 0
    for sockets: UInt32 in 1...2 {
      for dies: UInt32 in 1...4 {
        for cores: UInt32 in 1...9 {
          for threads: UInt32 in 1...4 {
            try check(
              try Topology(sockets: sockets, dies: dies, cores: cores, threads: threads), vendor)
            count += 1
          }
        }
      }
    }
    var generator = SeededGenerator.fresh("shapes for Linux, \(vendor)")
    for round in 0..<1200 {
      let isLegacy = round % 6 == 0
      let room = UInt32.random(in: 1...64, using: &generator)
      let topology = try Topology(
        sockets: .random(in: 1...4, using: &generator),
        dies: isLegacy ? 1 : .random(in: 1...4, using: &generator), cores: room,
        threads: isLegacy ? 1 : .random(in: 1...2, using: &generator),
        layout: isLegacy ? .legacy : .packed)
      // AMD's core ids have eight bits.
      if vendor == .amd && topology.packageCount > 255 { continue }
      try check(topology, vendor)
      count += 1
    }
    print("Linux, \(vendor): \(count) shapes")
    #expect(count > 1000)
  }

  /// The judge finds what it is for.
  @Test func faultsAreFound() throws {
    let topology = try Topology(sockets: 1, dies: 1, cores: 3, threads: 2)
    let faults: [(LinuxRules.Vendor, (inout CPUPolicy) -> Void)] = [
      (.intel, { $0[.logicalProcessorsPerPackage] = 2 }),
      (.intel, { $0[.topologyShift, subleaf: 0] = 0 }),
      (.intel, { $0[.topologyShift, subleaf: 1] = 1 }),
      (.intel, { $0[.topologyLevelType, subleaf: 1] = 7 }),
      (.intel, { $0[.topologyLogicalCount, subleaf: 1] = 5 }),
      (.amd, { $0[.apicIdCoreIdSize] = 2 }),
      (.amd, { $0[.threadCountMinusOne] = 7 }),
      (.amd, { $0[.threadsPerCoreMinusOne] = 3 }),
      (.amd, { $0[.logicalProcessorsPerPackage] = 8 }),
    ]
    for (number, (vendor, fault)) in faults.enumerated() {
      #expect(try !judge(topology, vendor, fault).complaints.isEmpty, "fault \(number)")
    }
  }
}
