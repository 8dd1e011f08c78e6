// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What each logical CPU of an input returned.
///
/// A dump's CPUs are kept as the rows that it recorded, a document's as those that agree, and each one's policy,
/// nearly 4 KB, is made when somebody looks at it: many CPUs take as little room as their text.
public struct CPUList: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case policies([CPUPolicy])
    case recorded([RecordedCPU])
    case agreeing([AgreeingCPUs], [Place])
  }

  /// Where a CPU stands among those that agree.
  private struct Place: Sendable {
    var group: UInt32
    var position: UInt32
  }

  /// More logical CPUs than this are no machine.
  public static let mostCPUs = CPURecorder.mostCPUs

  private let storage: Storage

  /// CPUs with these policies.
  public init(_ policies: some Sequence<CPUPolicy> = []) { storage = .policies(Array(policies)) }

  init(_ cpus: [RecordedCPU]) { storage = .recorded(cpus) }

  /// CPUs that agree, which together are all from zero.
  ///
  /// - Returns: nil where a number is missing or stands twice, or where the values of registers are not one a CPU.
  public init?(agreeing groups: [AgreeingCPUs]) {
    let count = groups.reduce(0) { $0 + $1.numbers.count }
    var places = [Place?](repeating: nil, count: count)
    for (group, cpus) in groups.enumerated() {
      guard cpus.own.allSatisfy({ $0.values.count == cpus.numbers.count }) else { return nil }
      for (position, number) in cpus.numbers.enumerated() {
        guard places.indices.contains(number), places[number] == nil else { return nil }
        places[number] = Place(group: UInt32(group), position: UInt32(position))
      }
    }
    storage = .agreeing(groups, places.compactMap { $0 })
  }

  /// Zero.
  public var startIndex: Int { 0 }

  /// The number of CPUs.
  public var endIndex: Int {
    switch storage {
    case .policies(let policies): policies.count
    case .recorded(let cpus): cpus.count
    case .agreeing(_, let places): places.count
    }
  }

  /// The policy of a CPU, made anew each time.
  public subscript(index: Int) -> CPUPolicy {
    switch storage {
    case .policies(let policies): policies[index]
    case .recorded(let cpus): cpus[index].finished()
    case .agreeing(let groups, let places):
      groups[Int(places[index].group)].policy(at: Int(places[index].position))
    }
  }

  /// Calls `body` for each CPU but those of which the input says the same as of the one before: for what
  /// asks whether CPUs differ, and would make thousands of policies that are alike.
  public func forEachUnlikePrevious(_ body: (CPUPolicy) -> Void) {
    switch storage {
    case .policies(let policies):
      for index in policies.indices where index == 0 || policies[index] != policies[index - 1] {
        body(policies[index])
      }
    case .recorded(let cpus):
      for index in cpus.indices where index == 0 || !cpus[index].isAlike(cpus[index - 1]) {
        body(cpus[index].finished())
      }
    case .agreeing(let groups, let places):
      for index in places.indices {
        let place = places[index]
        let group = groups[Int(place.group)]
        if index > 0, places[index - 1].group == place.group,
          group.areAlike(Int(places[index - 1].position), Int(place.position))
        {
          continue
        }
        body(group.policy(at: Int(place.position)))
      }
    }
  }
}

extension CPUList: ExpressibleByArrayLiteral {
  /// CPUs with these policies.
  public init(arrayLiteral elements: CPUPolicy...) { self.init(elements) }
}

extension CPUList: Equatable {
  /// The same policies, however they are kept.
  public static func == (left: CPUList, right: CPUList) -> Bool { left.elementsEqual(right) }
}
