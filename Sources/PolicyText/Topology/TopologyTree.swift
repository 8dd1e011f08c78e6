// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Packages, dies, cores and threads of a machine, and who shares which cache.
///
/// Everything is what the CPUs' leaves say, right or wrong: `TopologyReport` judges.
public struct TopologyTree: Equatable, Sendable {
  /// A logical CPU.
  public struct Thread: Equatable, Sendable {
    /// Number of the CPU in the machine's own order.
    public var cpu: Int
    /// Nil where nothing tells it.
    public var apicID: UInt32?
  }

  /// A core with its threads.
  public struct Core: Equatable, Sendable {
    /// Number within the die, from zero.
    public var number: Int
    /// The core's logical CPUs, at least one.
    public var threads: [Thread]
  }

  /// A die with its cores.
  public struct Die: Equatable, Sendable {
    /// Number within the package, from zero.
    public var number: Int
    /// The die's cores, at least one.
    public var cores: [Core]
  }

  /// A package with its dies.
  public struct Package: Equatable, Sendable {
    /// Number within the machine, from zero.
    public var number: Int
    /// The package's dies, at least one.
    public var dies: [Die]
  }

  /// The machine's packages, by number.
  public var packages: [Package]
  /// By level, kind and first CPU; empty where nothing tells them.
  public var caches: [SharedCache]

  /// - Parameter cpus: what each logical CPU returned.
  public init(_ cpus: some Collection<CPUPolicy>) {
    let ids = HostIDs(cpus)
    var seats: [TopologySeat] = []
    var caches = CacheGroups()
    for (index, cpu) in cpus.enumerated() {
      var audit = ids.audit(cpu)
      let id = ids.id(of: cpu)
      var seat = TopologySeat(cpu: index, audit.reading(), id: id)
      // A module of AMD's family 0x15 has two cores.
      if cpu.hasModules, let id { seat.core = UInt64(id) }
      seats.append(seat)
      caches.add(cpu, seat)
    }
    self.init(seats: seats, caches: caches.caches)
  }

  /// - Parameters:
  ///   - seats: where each CPU sits.
  ///   - caches: who shares which, where that is known.
  public init(seats: [TopologySeat], caches: [SharedCache] = []) {
    packages = TopologyTree.groups(seats, by: \.package) { number, package in
      Package(
        number: number,
        dies: TopologyTree.groups(package, by: \.die) { number, die in
          Die(
            number: number,
            cores: TopologyTree.groups(die, by: \.core) { number, core in
              Core(
                number: number, threads: core.map { Thread(cpu: $0.cpu, apicID: $0.apicID) })
            })
        })
    }
    self.caches = caches
  }

  /// Seats that share a number, in the numbers' order.
  private static func groups<Group>(
    _ seats: [TopologySeat], by key: (TopologySeat) -> UInt64,
    _ make: (Int, [TopologySeat]) -> Group
  ) -> [Group] {
    let members = Dictionary(grouping: seats, by: key)
    return members.keys.sorted().enumerated().map { make($0.offset, members[$0.element] ?? []) }
  }

  /// The dies of all packages.
  public var dies: [Die] { packages.flatMap(\.dies) }
  /// The cores of all packages.
  public var cores: [Core] { dies.flatMap(\.cores) }
  /// The logical CPUs of all packages.
  public var threads: [Thread] { cores.flatMap(\.threads) }
}
