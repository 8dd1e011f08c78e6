// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import TestSupport
import Testing

/// The arithmetic of a fleet against what follows from its words, host by host and guest by guest.
@Suite struct FleetMatrixTests {
  typealias Verdict = MigrationCheck.Verdict

  /// A fleet as plain tables.
  struct Plain {
    var verdicts: [[Verdict]]
    var hosts: [Int]
    var guests: [Int]
    var places: [Int]
    var absent: Set<Int>

    static func random(_ generator: inout SeededGenerator) -> Plain {
      let guestClasses = Int.random(in: 1...5, using: &generator)
      let hostClasses = Int.random(in: 1...70, using: &generator)
      let hosts = Int.random(in: 1...90, using: &generator)
      let all: [Verdict] = [.safe, .safe, .degraded, .unsafe, .unsafe, .unknown]
      return Plain(
        verdicts: (0..<guestClasses).map { _ in
          (0..<hostClasses).map { _ in all.randomElement(using: &generator)! }
        },
        hosts: (0..<hosts).map { _ in Int.random(in: 0..<hostClasses, using: &generator) },
        guests: (0..<40).map { _ in Int.random(in: 0..<guestClasses, using: &generator) },
        places: (0..<40).map { _ in Int.random(in: -1..<hosts, using: &generator) },
        absent: Set((0..<3).map { _ in Int.random(in: 0..<hosts, using: &generator) }))
    }

    var matrix: FleetMatrix {
      FleetMatrix(
        MoveRelation(guestClasses: verdicts.count, hostClasses: verdicts[0].count) {
          verdicts[$0][$1]
        }, hosts: hosts.map(Int32.init), guests: guests.map(Int32.init),
        places: places.map(Int32.init), without: absent)
    }

    /// The verdicts on every host to which a guest can go, one by one.
    func destinations(_ guest: Int) -> [Verdict] {
      hosts.indices.filter { $0 != places[guest] && !absent.contains($0) }
        .map { verdicts[guests[guest]][hosts[$0]] }
    }

    func standing(_ guest: Int) -> FleetMatrix.Standing {
      let found = destinations(guest)
      if found.contains(.safe) { return .free }
      if found.contains(.degraded) { return .degraded }
      return found.contains(.unknown) ? .unknown : .stranded
    }
  }

  private static func check(_ plain: Plain, _ matrix: FleetMatrix) {
    var all = FleetMatrix.Evacuation()
    var hosts = [FleetMatrix.Evacuation](
      repeating: FleetMatrix.Evacuation(), count: plain.hosts.count)
    func add(_ standing: FleetMatrix.Standing, to count: inout FleetMatrix.Evacuation) {
      switch standing {
      case .free: count.free += 1
      case .degraded: count.degraded += 1
      case .unknown: count.unknown += 1
      case .stranded: count.stranded += 1
      }
    }
    for guest in plain.guests.indices {
      let found = plain.destinations(guest)
      func number(_ verdict: Verdict) -> Int { found.count { $0 == verdict } }
      #expect(
        matrix.destinations(of: guest)
          == FleetMatrix.Reach(
            safe: number(.safe), degraded: number(.degraded), unsafe: number(.unsafe),
            unknown: number(.unknown)))
      add(plain.standing(guest), to: &all)
      if plain.places[guest] >= 0 { add(plain.standing(guest), to: &hosts[plain.places[guest]]) }
    }
    #expect(matrix.standings() == all)
    #expect(matrix.evacuations() == hosts)
    #expect(matrix.stranded() == plain.guests.indices.filter { plain.standing($0) == .stranded })
  }

  @Test func countsAreThoseOfEveryPair() {
    var generator = SeededGenerator.fresh("matrix")
    for _ in 0..<60 {
      let plain = Plain.random(&generator)
      Self.check(plain, plain.matrix)
    }
  }

  /// A changed host is answered as if everything were computed anew.
  @Test func aChangedHostIsAnsweredAnew() {
    var generator = SeededGenerator.fresh("change")
    for _ in 0..<60 {
      var plain = Plain.random(&generator)
      var matrix = plain.matrix
      for _ in 0..<3 {
        let host = plain.hosts.indices.randomElement(using: &generator)!
        let all: [Verdict] = [.safe, .degraded, .unsafe, .unknown]
        let column = plain.verdicts.map { _ in all.randomElement(using: &generator)! }
        for guest in plain.verdicts.indices { plain.verdicts[guest].append(column[guest]) }
        plain.hosts[host] = plain.verdicts[0].count - 1
        matrix.change(host) { column[$0] }
      }
      Self.check(plain, matrix)
    }
  }

  /// Two hosts are of one island where a chain of hosts joins them, each of which exchanges all guests
  /// with the next.
  @Test func islandsAreThoseOfEveryPair() {
    var generator = SeededGenerator.fresh("islands")
    for _ in 0..<60 {
      let plain = Plain.random(&generator)
      let natives: [Int?] = plain.verdicts[0].indices.map { _ in
        Bool.random(using: &generator)
          ? plain.verdicts.indices.randomElement(using: &generator) : nil
      }
      func goes(_ from: Int, _ to: Int) -> Bool {
        var guests = Set(
          plain.guests.indices.filter {
            plain.places[$0] >= 0 && plain.hosts[plain.places[$0]] == from
          }
          .map { plain.guests[$0] })
        if guests.isEmpty, let native = natives[from] { guests = [native] }
        return !guests.isEmpty
          && guests.allSatisfy { [.safe, .degraded].contains(plain.verdicts[$0][to]) }
      }
      let present = Set(
        plain.hosts.indices.filter { !plain.absent.contains($0) }.map { plain.hosts[$0] })
      var reached: [Int: Set<Int>] = [:]
      for start in present {
        var seen: Set = [start]
        var next = [start]
        while let one = next.popLast() {
          for other in present where goes(one, other) && goes(other, one) {
            if seen.insert(other).inserted { next.append(other) }
          }
        }
        reached[start] = seen
      }
      let islands = plain.matrix.islands(natives: natives)
      #expect(Set(islands.map { Set($0.classes) }) == Set(reached.values))
      #expect(islands.flatMap(\.classes).sorted() == present.sorted())
    }
  }

  /// What is unknown is no move: a guest that has nothing better is neither free nor stranded.
  @Test func unknownIsNoMove() {
    let plain = Plain(
      verdicts: [[.safe, .unknown], [.safe, .unsafe]], hosts: [0, 1], guests: [0, 1],
      places: [0, 0], absent: [])
    let matrix = plain.matrix
    #expect(matrix.standings() == FleetMatrix.Evacuation(unknown: 1, stranded: 1))
    #expect(matrix.evacuations()[0].isPossible == false)
    #expect(matrix.islands(natives: [nil, nil]).count == 2)
    #expect(FleetMatrix.Evacuation(free: 1, unknown: 1).isPossible == nil)
  }
}
