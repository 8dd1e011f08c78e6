// SPDX-License-Identifier: Apache-2.0

import Domains

/// A fleet by its classes: where each host and each guest stands, and what follows from their relation.
public struct FleetMatrix: Sendable {
  /// The hosts on which guests go on, by number.
  public struct Reach: Equatable, Sendable {
    /// Hosts on which they see no change.
    public var safe = 0
    /// Hosts on which they go on, but see something worse.
    public var degraded = 0
    /// Hosts on which they do not go on.
    public var unsafe = 0
    /// Hosts of which nobody knows.
    public var unknown = 0

    /// How many hosts are what to a guest.
    public init(safe: Int = 0, degraded: Int = 0, unsafe: Int = 0, unknown: Int = 0) {
      self.safe = safe
      self.degraded = degraded
      self.unsafe = unsafe
      self.unknown = unknown
    }

    /// What the best of the hosts is.
    public var standing: Standing {
      safe > 0 ? .free : degraded > 0 ? .degraded : unknown > 0 ? .unknown : .stranded
    }

    fileprivate mutating func add(_ count: Int, _ verdict: MigrationCheck.Verdict) {
      switch verdict {
      case .safe: safe += count
      case .degraded: degraded += count
      case .unsafe: unsafe += count
      case .unknown: unknown += count
      }
    }
  }

  /// Whether a guest can leave its host.
  public enum Standing: String, CaseIterable, Sendable {
    /// Some other host is safe for it.
    case free
    /// It goes on elsewhere, but sees something worse there.
    case degraded
    /// Whether it goes on elsewhere is unknown for some host, and refused by all others.
    case unknown
    /// It goes on nowhere else.
    case stranded
  }

  /// What becomes of the guests of a host that is emptied, by number.
  public struct Evacuation: Equatable, Sendable {
    /// Guests for which some other host is safe.
    public var free = 0
    /// Guests that go on elsewhere, but see something worse there.
    public var degraded = 0
    /// Guests of which nobody knows whether they go on elsewhere.
    public var unknown = 0
    /// Guests that go on nowhere else.
    public var stranded = 0

    /// How many guests stand how.
    public init(free: Int = 0, degraded: Int = 0, unknown: Int = 0, stranded: Int = 0) {
      self.free = free
      self.degraded = degraded
      self.unknown = unknown
      self.stranded = stranded
    }

    /// Whether all of them find a place; nil where what is unknown decides.
    public var isPossible: Bool? { stranded > 0 ? false : unknown > 0 ? nil : true }

    /// All guests of the host.
    public var guests: Int { free + degraded + unknown + stranded }

    mutating func add(_ count: Int, _ standing: Standing) {
      switch standing {
      case .free: free += count
      case .degraded: degraded += count
      case .unknown: unknown += count
      case .stranded: stranded += count
      }
    }
  }

  /// Hosts between which guests go both ways.
  public struct Island: Equatable, Sendable {
    /// The classes of hosts, in ascending order.
    public var classes: [Int]
    /// Whether guests go both ways between any two of them, and not over a third one only.
    public var isWhole: Bool

    /// An island of these classes.
    public init(classes: [Int], isWhole: Bool) {
      self.classes = classes
      self.isWhole = isWhole
    }
  }

  /// What each class of guests comes to on each class of hosts.
  public private(set) var relation: MoveRelation
  /// The class of each host.
  public private(set) var hosts: [Int32]
  /// The class of each guest.
  public private(set) var guests: [Int32]
  /// The host of each guest; -1 for one of which nobody says where it is.
  public private(set) var places: [Int32]
  /// Number of hosts of each class that take part.
  private var sizes: [Int]
  private var absent: Set<Int> = []
  /// The hosts on which the guests of each class go on.
  private var reaches: [Reach] = []

  /// - Parameters:
  ///   - relation: which classes of guests go on in which classes of hosts.
  ///   - hosts: the class of each host.
  ///   - guests: the class of each guest.
  ///   - places: the host of each guest; -1 where that is not known.
  ///   - absent: hosts that are to be done without: nobody moves there.
  public init(
    _ relation: MoveRelation, hosts: [Int32], guests: [Int32], places: [Int32],
    without absent: Set<Int> = []
  ) {
    self.relation = relation
    self.hosts = hosts
    self.guests = guests
    self.places = places
    self.absent = absent
    sizes = [Int](repeating: 0, count: relation.hostClasses)
    for (host, number) in hosts.enumerated() where !absent.contains(host) {
      sizes[Int(number)] += 1
    }
    reaches = (0..<relation.guestClasses).map { reach(ofClass: $0) }
  }

  // MARK: Reach

  /// The hosts on which guests of a class go on, by number.
  private func reach(ofClass guest: Int) -> Reach {
    var reach = Reach()
    relation.safeHosts(guest).forEachNumber { reach.safe += sizes[$0] }
    relation.degradedHosts(guest).forEachNumber { reach.degraded += sizes[$0] }
    relation.unknownHosts(guest).forEachNumber { reach.unknown += sizes[$0] }
    reach.unsafe = hosts.count - absent.count - reach.safe - reach.degraded - reach.unknown
    return reach
  }

  /// The hosts on which guests of a class go on, wherever they are.
  public func reach(of guestClass: Int) -> Reach { reaches[guestClass] }

  /// The hosts to which a guest can go: all but its own.
  public func destinations(of guest: Int) -> Reach {
    destinations(Int(guests[guest]), from: Int(places[guest]))
  }

  private func destinations(_ guestClass: Int, from host: Int) -> Reach {
    var reach = reaches[guestClass]
    if host >= 0, !absent.contains(host) {
      reach.add(-1, relation[guestClass, Int(hosts[host])])
    }
    return reach
  }

  /// How many guests can leave their host, and how.
  public func standings() -> Evacuation {
    var result = Evacuation()
    for guest in guests.indices { result.add(1, destinations(of: guest).standing) }
    return result
  }

  /// What becomes of each host's guests if it is emptied, in the order of the hosts.
  public func evacuations() -> [Evacuation] {
    var result = [Evacuation](repeating: Evacuation(), count: hosts.count)
    for guest in guests.indices where places[guest] >= 0 {
      result[Int(places[guest])].add(1, destinations(of: guest).standing)
    }
    return result
  }

  /// The guests that go on nowhere but where they are.
  public func stranded() -> [Int] {
    guests.indices.filter { destinations(of: $0).standing == .stranded }
  }

  /// The classes of guests of each class of hosts, with their numbers.
  public func residents() -> [[Int: Int]] {
    var result = [[Int: Int]](repeating: [:], count: relation.hostClasses)
    for guest in guests.indices where places[guest] >= 0 {
      result[Int(hosts[Int(places[guest])])][Int(guests[guest]), default: 0] += 1
    }
    return result
  }

  // MARK: One change

  /// Puts a host that has changed into a class of its own, and asks for that class alone.
  public mutating func change(
    _ host: Int, judge: (_ guest: Int) -> MigrationCheck.Verdict
  ) {
    let former = Int(hosts[host])
    let new = relation.addHostClass(judge: judge)
    hosts[host] = Int32(new)
    sizes.append(absent.contains(host) ? 0 : 1)
    guard !absent.contains(host) else { return }
    sizes[former] -= 1
    for guest in reaches.indices {
      reaches[guest].add(-1, relation[guest, former])
      reaches[guest].add(1, relation[guest, new])
    }
  }

  // MARK: Islands

  /// The islands of classes of hosts: two are joined where every guest of either goes on in the other, and
  /// none of that is unknown.
  ///
  /// - Parameter natives: the class of a guest that starts in a class of hosts, for hosts without guests;
  ///   nil where there is none.
  public func islands(natives: [Int?]) -> [Island] {
    let residents = residents()
    let present = sizes.indices.filter { sizes[$0] > 0 }
    var leaves = [Bits](repeating: Bits(below: relation.hostClasses), count: sizes.count)
    for host in present {
      var hosts = Bits(allBelow: relation.hostClasses)
      let guests =
        residents[host].isEmpty ? natives[host].map { [$0] } ?? [] : Array(residents[host].keys)
      for guest in guests { hosts.formIntersection(relation.possibleHosts(guest)) }
      // Of a host of which no guest is known nobody knows where its guests could go.
      leaves[host] = guests.isEmpty ? Bits(below: relation.hostClasses) : hosts
    }
    func areJoined(_ one: Int, _ other: Int) -> Bool {
      leaves[one].contains(other) && leaves[other].contains(one)
    }
    var islands: [Island] = []
    var seen = Bits(below: relation.hostClasses)
    for start in present where !seen.contains(start) {
      var members = [start]
      seen.insert(start)
      var next = 0
      while next < members.count {
        for other in present where !seen.contains(other) && areJoined(members[next], other) {
          seen.insert(other)
          members.append(other)
        }
        next += 1
      }
      members.sort()
      let isWhole = members.indices.allSatisfy { index in
        members[(index + 1)...].allSatisfy { areJoined(members[index], $0) }
          && (sizes[members[index]] == 1 || areJoined(members[index], members[index]))
      }
      islands.append(Island(classes: members, isWhole: isWhole))
    }
    return islands
  }
}
