// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What each logical CPU of an input returned.
///
/// A dump's CPUs are kept as the rows that it recorded, and each one's policy, nearly 4 KB, is made when
/// somebody looks at it: many CPUs take as little room as their text.
public struct CPUList: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case policies([CPUPolicy])
    case recorded([RecordedCPU])
  }

  private let storage: Storage

  /// CPUs with these policies.
  public init(_ policies: some Sequence<CPUPolicy> = []) { storage = .policies(Array(policies)) }

  init(_ cpus: [RecordedCPU]) { storage = .recorded(cpus) }

  /// Zero.
  public var startIndex: Int { 0 }

  /// The number of CPUs.
  public var endIndex: Int {
    switch storage {
    case .policies(let policies): policies.count
    case .recorded(let cpus): cpus.count
    }
  }

  /// The policy of a CPU, made anew each time.
  public subscript(index: Int) -> CPUPolicy {
    switch storage {
    case .policies(let policies): policies[index]
    case .recorded(let cpus): cpus[index].finished()
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
