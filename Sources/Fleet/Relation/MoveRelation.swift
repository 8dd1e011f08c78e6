// SPDX-License-Identifier: Apache-2.0

import Domains

/// Which guests can go on where, between classes of guests and classes of hosts: a row of bits a class of
/// guests, whatever the number of guests and hosts in them.
///
/// What is unknown is in a row of its own, and never among the moves that are possible.
public struct MoveRelation: Sendable {
  /// Number of classes of guests.
  public private(set) var guestClasses = 0
  /// Number of classes of hosts.
  public private(set) var hostClasses = 0
  private var safe: [Bits] = []
  private var degraded: [Bits] = []
  private var unknown: [Bits] = []

  /// Asks for every pair once.
  ///
  /// - Parameters:
  ///   - guestClasses: how many classes of guests there are.
  ///   - hostClasses: how many classes of hosts there are.
  ///   - judge: the verdict on a class of guests on a class of hosts.
  public init(
    guestClasses: Int, hostClasses: Int,
    judge: (_ guest: Int, _ host: Int) -> MigrationCheck.Verdict
  ) {
    self.init(guestClasses: guestClasses, hostClasses: hostClasses)
    for guest in 0..<guestClasses {
      for host in 0..<hostClasses { set(guest, host, judge(guest, host)) }
    }
  }

  /// A relation in which no move is possible yet: `set` says which are.
  init(guestClasses: Int, hostClasses: Int) {
    self.guestClasses = guestClasses
    self.hostClasses = hostClasses
    let none = Bits(below: hostClasses)
    safe = Array(repeating: none, count: guestClasses)
    degraded = safe
    unknown = safe
  }

  /// What a class of guests comes to on a class of hosts, both by number.
  public subscript(guest: Int, host: Int) -> MigrationCheck.Verdict {
    safe[guest].contains(host)
      ? .safe
      : degraded[guest].contains(host)
        ? .degraded : unknown[guest].contains(host) ? .unknown : .unsafe
  }

  /// Adds a class of hosts, and asks for its pairs alone.
  ///
  /// - Returns: the number of the class.
  public mutating func addHostClass(judge: (_ guest: Int) -> MigrationCheck.Verdict) -> Int {
    let host = hostClasses
    hostClasses += 1
    for guest in 0..<guestClasses {
      safe[guest].grow(below: hostClasses)
      degraded[guest].grow(below: hostClasses)
      unknown[guest].grow(below: hostClasses)
      set(guest, host, judge(guest))
    }
    return host
  }

  /// Says of one pair, once, what the verdict is.
  mutating func set(_ guest: Int, _ host: Int, _ verdict: MigrationCheck.Verdict) {
    switch verdict {
    case .safe: safe[guest].insert(host)
    case .degraded: degraded[guest].insert(host)
    case .unknown: unknown[guest].insert(host)
    case .unsafe: break
    }
  }

  /// The classes of hosts on which a class of guests sees no change.
  public func safeHosts(_ guest: Int) -> Bits { safe[guest] }

  /// The classes of hosts on which it goes on, and sees something worse.
  public func degradedHosts(_ guest: Int) -> Bits { degraded[guest] }

  /// The classes of hosts of which nobody knows whether it goes on there.
  public func unknownHosts(_ guest: Int) -> Bits { unknown[guest] }

  /// The classes of hosts on which it is known to go on.
  public func possibleHosts(_ guest: Int) -> Bits {
    var hosts = safe[guest]
    hosts.formUnion(degraded[guest])
    return hosts
  }
}
