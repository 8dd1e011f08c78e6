// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyText

/// The hosts of a pool with their guests: rows of bits over the hosts, one a value of an axis, whose union says
/// where guests go on. A change of a host is a bit a row.
final class FleetPool {
  /// A host of the pool.
  struct Host {
    let number: Int
    var place: FleetJudge.Place
    /// The promise of each of its guests.
    var guests: [Int32] = []
  }

  /// Guests with one promise.
  private struct People {
    let promise: Int32
    var plain, counter, software: Int
    /// Nil for guests without a home.
    var home: Int?
    var isRateOpen: Bool
    /// How many of them stand on a host that comes to what.
    var own = SIMD4<Int32>()
    /// How many hosts come to what.
    var reach = SIMD4<Int32>()
    /// How many guests there are.
    var count: Int32 { own.wrappedSum() }
  }

  private let judge: FleetJudge
  private let tables: FleetJudge.Tables
  private var slots: [Host?] = []
  private var free: [Int] = []
  private var slotOfHost: [Int: Int] = [:]
  private var alive: [UInt64]
  private var plain, counter, software, home: AxisRows
  private var people: [People] = []
  private var peopleOfPromise: [Int32: Int] = [:]

  /// The waivers of the pool.
  var waivers: Set<ViolationCode> { tables.waivers }

  /// A pool with room for so many hosts at first.
  init(_ judge: FleetJudge, waivers: Set<ViolationCode>, room: Int = 64) {
    self.judge = judge
    tables = judge.tables(waivers)
    let width = max((room + 63) / 64, 1)
    alive = [UInt64](repeating: 0, count: width)
    plain = AxisRows(width: width)
    counter = plain
    software = plain
    home = plain
  }

  // MARK: Hosts

  /// The numbers of the hosts.
  var hosts: [Int] { slotOfHost.keys.sorted() }
  /// Whether another host needs a wider pool.
  var isFull: Bool { free.isEmpty && slots.count == alive.count * 64 }
  var hasHosts: Bool { !slotOfHost.isEmpty }

  func host(_ number: Int) -> Host? { slotOfHost[number].flatMap { slots[$0] } }

  /// Adds a host, or says where it stands now.
  func set(_ number: Int, _ place: FleetJudge.Place) {
    if let slot = slotOfHost[number], slots[slot]?.place == place { return }
    let slot = slotOfHost[number] ?? free.popLast() ?? slots.count
    if slot == slots.count { slots.append(nil) }
    let guests = slots[slot]?.guests ?? []
    count(slot, guests, by: -1)
    slotOfHost[number] = slot
    slots[slot] = Host(number: number, place: place, guests: guests)
    alive[slot >> 6] |= 1 << UInt64(slot & 63)
    setBits(slot, place)
    count(slot, guests, by: 1)
  }

  /// Takes a host out, with its guests.
  func remove(_ number: Int) {
    guard let slot = slotOfHost.removeValue(forKey: number) else { return }
    count(slot, slots[slot]?.guests ?? [], by: -1)
    slots[slot] = nil
    alive[slot >> 6] &= ~(1 << UInt64(slot & 63))
    free.append(slot)
  }

  /// Says which guests stand on a host.
  func setGuests(_ number: Int, _ guests: [Int32]) {
    guard let slot = slotOfHost[number], let host = slots[slot] else { return }
    for promise in Set(guests) where peopleOfPromise[promise] == nil { addPeople(promise) }
    countOwn(slot, host.guests, by: -1)
    slots[slot]?.guests = guests
    countOwn(slot, guests, by: 1)
  }

  /// Judges what pairs of hosts and promises are new, all at once.
  func fill(hosts: some Sequence<FleetJudge.Place>, promises: some Sequence<Int32>) {
    var new: Set<Int32> = []
    for promise in promises {
      if let number = judge.promises[Int(promise)].plain, plain.row(of: number) == nil {
        new.insert(number)
      }
    }
    let all = new.union(plain.values.filter { $0 >= 0 })
    var pairs: [Int32: Set<Int32>] = [:]
    if !new.isEmpty {
      for case let host? in slots { if let base = host.place.plain { pairs[base] = new } }
    }
    for place in hosts { if let base = place.plain { pairs[base] = all } }
    judge.fill(pairs, tables)
  }

  /// Whether any of these promises was made here, though perhaps to guests that have gone.
  func knows(_ promises: Set<Int32>) -> Bool {
    promises.contains { peopleOfPromise[$0] != nil }
  }

  // MARK: Bits

  private func setBits(_ slot: Int, _ place: FleetJudge.Place) {
    for row in plain.values.indices { setPlain(row, slot, place) }
    for row in counter.values.indices { setCounter(row, slot, place) }
    for row in software.values.indices { setSoftware(row, slot, place) }
    for row in home.values.indices { setHome(row, slot, place) }
  }

  private func setPlain(_ row: Int, _ slot: Int, _ place: FleetJudge.Place) {
    let guest = plain.values[row]
    plain.set(row, slot, judge.plain(guest < 0 ? nil : guest, place.plain, tables))
  }

  private func setCounter(_ row: Int, _ slot: Int, _ place: FleetJudge.Place) {
    let isKnown = place.plain != nil
    counter.set(
      row, slot,
      isKnown ? judge.counter(counter.values[row], place.counter, tables) : VerdictCode.safe)
  }

  private func setSoftware(_ row: Int, _ slot: Int, _ place: FleetJudge.Place) {
    let isKnown = place.plain != nil
    software.set(
      row, slot,
      isKnown ? judge.software(software.values[row], place.software, tables) : VerdictCode.safe)
  }

  private func setHome(_ row: Int, _ slot: Int, _ place: FleetJudge.Place) {
    guard let base = place.plain, judge.home(of: home.values[row]) == place.home else {
      home.set(row, slot, nil)
      return
    }
    home.set(row, slot, judge.atHome(home.values[row], base, tables))
  }

  private func row(
    _ rows: ReferenceWritableKeyPath<FleetPool, AxisRows>, _ value: Int32,
    _ set: (Int, Int, FleetJudge.Place) -> Void
  ) -> Int {
    if let row = self[keyPath: rows].row(of: value) { return row }
    let row = self[keyPath: rows].addRow(value)
    for (slot, host) in slots.enumerated() { if let host { set(row, slot, host.place) } }
    return row
  }

  private func addPeople(_ number: Int32) {
    let promise = judge.promises[Int(number)]
    // Rows of guests of which nothing is known have a number that no guest has.
    let isKnown = promise.plain != nil
    var new = People(
      promise: number, plain: row(\.plain, promise.plain ?? -1, setPlain),
      counter: 0, software: 0, home: nil, isRateOpen: true)
    if isKnown {
      new.counter = row(\.counter, promise.counter, setCounter)
      new.software = row(\.software, promise.software, setSoftware)
      new.home = promise.atHome.map { row(\.home, $0, setHome) }
      new.isRateOpen = promise.isRateOpen
    } else {
      new.counter = -1
      new.software = -1
    }
    new.reach = reach(new)
    peopleOfPromise[number] = people.count
    people.append(new)
  }

  // MARK: Counts

  /// What comes of a promise in each host of a word: where it is safe, degraded, unknown and unsafe.
  private func word(_ people: People, _ word: Int) -> (UInt64, UInt64, UInt64, UInt64) {
    func bits(_ rows: AxisRows, _ row: Int) -> (UInt64, UInt64, UInt64) {
      guard row >= 0 else { return (0, 0, 0) }
      return (
        rows.words[rows.start(row, 0) + word], rows.words[rows.start(row, 1) + word],
        rows.words[rows.start(row, 2) + word]
      )
    }
    let (base, soft, rate) = (
      bits(plain, people.plain), bits(software, people.software), bits(counter, people.counter)
    )
    var (degraded, unknown, unsafe) = (base.0 | soft.0, base.1 | soft.1, base.2 | soft.2)
    var away = UInt64.max
    if let row = people.home {
      let mine = bits(home, row)
      away = ~home.words[home.start(row, AxisRows.mask) + word]
      degraded = degraded & away | mine.0
      unknown = unknown & away | mine.1
      unsafe = unsafe & away | mine.2
      if !people.isRateOpen { away = .max }
    }
    degraded |= rate.0 & away
    unknown |= rate.1 & away
    unsafe |= rate.2 & away
    let alive = alive[word]
    unsafe &= alive
    unknown &= alive & ~unsafe
    degraded &= alive & ~(unsafe | unknown)
    return (alive & ~(unsafe | unknown | degraded), degraded, unknown, unsafe)
  }

  private func reach(_ people: People) -> SIMD4<Int32> {
    var counts = SIMD4<Int32>()
    for index in alive.indices {
      let parts = word(people, index)
      counts &+= SIMD4(
        Int32(truncatingIfNeeded: parts.0.nonzeroBitCount),
        Int32(truncatingIfNeeded: parts.1.nonzeroBitCount),
        Int32(truncatingIfNeeded: parts.2.nonzeroBitCount),
        Int32(truncatingIfNeeded: parts.3.nonzeroBitCount))
    }
    return counts
  }

  private func code(_ people: People, _ slot: Int) -> Int {
    let parts = word(people, slot >> 6)
    let bit = UInt64(1) << UInt64(slot & 63)
    return parts.3 & bit != 0 ? 3 : parts.2 & bit != 0 ? 2 : parts.1 & bit != 0 ? 1 : 0
  }

  /// Counts a host in everybody's reach, and its guests, or takes both out.
  private func count(_ slot: Int, _ guests: [Int32], by step: Int32) {
    guard slots[slot] != nil else { return }
    for index in people.indices { people[index].reach[code(people[index], slot)] &+= step }
    countOwn(slot, guests, by: step)
  }

  private func countOwn(_ slot: Int, _ guests: [Int32], by step: Int32) {
    for promise in guests {
      guard let index = peopleOfPromise[promise] else { continue }
      people[index].own[code(people[index], slot)] &+= step
    }
  }

  // MARK: Answers

  /// What the other hosts of the pool are to a guest of a host.
  func reach(of promise: Int32, on number: Int) -> FleetMatrix.Reach? {
    guard let index = peopleOfPromise[promise], let slot = slotOfHost[number] else { return nil }
    return Self.reach(people[index].reach, but: code(people[index], slot))
  }

  private static func reach(_ counts: SIMD4<Int32>, but own: Int) -> FleetMatrix.Reach {
    var counts = counts
    counts[own] &-= 1
    return FleetMatrix.Reach(
      safe: Int(counts[0]), degraded: Int(counts[1]), unsafe: Int(counts[3]),
      unknown: Int(counts[2]))
  }

  /// The verdict on a promise in each host, by the hosts' numbers.
  func verdicts(of promise: Int32) -> [(host: Int, verdict: MigrationCheck.Verdict)] {
    let found = peopleOfPromise[promise].map { people[$0] }
    var result: [(host: Int, verdict: MigrationCheck.Verdict)] = []
    for (slot, host) in slots.enumerated() {
      guard let host else { continue }
      let known = found.map { UInt8(code($0, slot)) }
      let verdict = known ?? judge.verdict(promise, host.place, tables)
      result.append((host.number, VerdictCode.verdict(verdict)))
    }
    return result
  }

  /// How all guests of the pool stand.
  func standings() -> FleetMatrix.Evacuation {
    var result = FleetMatrix.Evacuation()
    for group in people {
      for own in 0..<4 where group.own[own] > 0 {
        result.add(Int(group.own[own]), Self.reach(group.reach, but: own).standing)
      }
    }
    return result
  }

  /// How the guests of a host stand: what becomes of them if it is emptied.
  func standings(of number: Int) -> [FleetMatrix.Standing] {
    guard let slot = slotOfHost[number], let host = slots[slot] else { return [] }
    var known: [Int32: FleetMatrix.Standing] = [:]
    return host.guests.map { promise in
      if let standing = known[promise] { return standing }
      let standing = reach(of: promise, on: number)?.standing ?? .unknown
      known[promise] = standing
      return standing
    }
  }

  /// Whether any guest of the pool stands so.
  func has(_ standing: FleetMatrix.Standing) -> Bool {
    people.contains { group in
      (0..<4).contains { own in
        group.own[own] > 0 && Self.reach(group.reach, but: own).standing == standing
      }
    }
  }

  /// Promises that no guest has any more are worth a rebuild where they are most.
  var isMostlyIdle: Bool {
    people.count > 64 && people.count(where: { $0.count == 0 }) * 2 > people.count
  }

  /// The pool made anew, with room for so many more hosts.
  func rebuilt(waivers: Set<ViolationCode>, more: Int = 0) -> FleetPool {
    let present = slots.compactMap(\.self)
    let new = FleetPool(judge, waivers: waivers, room: (present.count + more) * 5 / 4)
    let promises = Set(present.flatMap(\.guests))
    new.fill(hosts: present.map(\.place), promises: promises)
    for host in present { new.set(host.number, host.place) }
    for host in present { new.setGuests(host.number, host.guests) }
    return new
  }
}
