// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// A verdict as rows of bits hold it, the worse the higher.
enum VerdictCode {
  static let safe: UInt8 = 0
  static let degraded: UInt8 = 1
  static let unknown: UInt8 = 2
  static let unsafe: UInt8 = 3
  /// Of a pair that was not judged yet.
  static let none: UInt8 = .max

  static func of(_ verdict: MigrationCheck.Verdict) -> UInt8 {
    switch verdict {
    case .safe: safe
    case .degraded: degraded
    case .unknown: unknown
    case .unsafe: unsafe
    }
  }

  static func verdict(_ code: UInt8) -> MigrationCheck.Verdict {
    [.safe, .degraded, .unknown, .unsafe][Int(code)]
  }
}

/// What guests and hosts of a fleet are on each axis, and what each pair on an axis comes to: judged once.
final class FleetJudge {
  /// What was promised to guests, on each axis.
  struct Promise {
    let terms: GuestTerms
    /// Nil while the fleet lacks the policy of the terms.
    var plain: Int32?
    var counter: Int32 = 0
    var software: Int32 = 0
    /// The guest at its home, and that; nil for one without.
    var atHome: Int32?
    var home: Int32?
    /// Whether its counter is right at home whatever rate that has.
    var isRateOpen = false
  }

  /// A host, on each axis.
  struct Place: Equatable {
    /// Nil while the fleet lacks its facts.
    var plain: Int32?
    var counter: Int32 = 0
    var software: Int32 = 0
    var home: Int32 = 0
  }

  /// What hosts have in common but for the rate of their counters.
  private struct Base {
    let hostClass: FleetHosts.HostClass
    var bounds: [GuestKind: GuestBound] = [:]
  }

  /// Numbers for what is equal.
  private struct Numbers<Key: Hashable, Value> {
    var values: [Value] = []
    private var known: [Key: Int32] = [:]

    mutating func number(of key: Key, _ make: () -> Value) -> Int32 {
      if let number = known[key] { return number }
      let number = Int32(values.count)
      known[key] = number
      values.append(make())
      return number
    }
  }

  private struct PlainKey: Hashable {
    var terms: GuestTerms
  }
  private struct HomeKey: Hashable {
    var plain, home, software: Int32
  }
  private struct CounterKey: Hashable {
    var mode: Domain.TimeStampCounter.Mode
    var khz: Int?
    var isPromised, isHVM, isOfMachine: Bool
  }
  private struct SoftwareKey: Hashable {
    var name, version: String?
    var isHVM, hasX2APIC: Bool
    var vCPUs: UInt32?
  }
  private struct HostCounterKey: Hashable {
    var khz: Int?
    var isInvariant, canScale: Bool?
    var vendor: String
    var isKVM: Bool
  }
  private struct HostSoftwareKey: Hashable {
    var name, version: String?
  }

  /// What pairs of an axis come to.
  fileprivate struct Table {
    private var rows: [[UInt8]] = []

    subscript(guest: Int32, host: Int32) -> UInt8 {
      get {
        guard rows.indices.contains(Int(guest)), rows[Int(guest)].indices.contains(Int(host)) else {
          return VerdictCode.none
        }
        return rows[Int(guest)][Int(host)]
      }
      set {
        while rows.count <= Int(guest) { rows.append([]) }
        let missing = Int(host) + 1 - rows[Int(guest)].count
        if missing > 0 {
          rows[Int(guest)] += [UInt8](repeating: VerdictCode.none, count: missing)
        }
        rows[Int(guest)][Int(host)] = newValue
      }
    }

    /// What a pair comes to: it is judged where that is asked for the first time.
    mutating func code(
      _ guest: Int32, _ host: Int32, judge: () -> MigrationCheck.Verdict
    ) -> UInt8 {
      let known = self[guest, host]
      guard known == VerdictCode.none else { return known }
      let code = VerdictCode.of(judge())
      self[guest, host] = code
      return code
    }
  }

  /// The tables under some waivers.
  final class Tables {
    let waivers: Set<ViolationCode>
    fileprivate var plain = Table()
    fileprivate var atHome = Table()
    fileprivate var counter = Table()
    fileprivate var software = Table()

    init(_ waivers: Set<ViolationCode>) { self.waivers = waivers }
  }

  private(set) var promises: [Promise] = []
  private var promiseNumbers: [GuestTerms: Int32] = [:]
  private var policies: [String: CPUPolicy] = [:]
  /// Promises that wait for a policy, by its digest.
  private var waiting: [String: [Int32]] = [:]
  private var plainGuests = Numbers<PlainKey, Guest>()
  private var homeGuests = Numbers<HomeKey, Guest>()
  private var homeNumbers: [Int32] = []
  private var counterGuests = Numbers<CounterKey, Guest>()
  private var softwareGuests = Numbers<SoftwareKey, Guest>()
  private var bases = Numbers<String, Base>()
  private var basesOfFacts: [String: Int32] = [:]
  private var homes = Numbers<String, Void>()
  private var counterHosts = Numbers<HostCounterKey, HostDescription>()
  private var softwareHosts = Numbers<HostSoftwareKey, HostDescription>()
  private var tables: [Set<ViolationCode>: Tables] = [:]

  // MARK: Guests

  /// Makes a policy known.
  ///
  /// - Returns: the promises that waited for it.
  func add(_ policy: CPUPolicy, digest: String) -> [Int32] {
    guard policies.updateValue(policy, forKey: digest) == nil else { return [] }
    let numbers = waiting.removeValue(forKey: digest) ?? []
    for number in numbers { place(&promises[Int(number)], policy) }
    return numbers
  }

  /// The home of a guest that is judged as it is there.
  func home(of atHome: Int32) -> Int32 { homeNumbers[Int(atHome)] }

  /// The number of what was promised.
  func number(of terms: GuestTerms) -> Int32 {
    if let number = promiseNumbers[terms] { return number }
    let number = Int32(promises.count)
    promiseNumbers[terms] = number
    var promise = Promise(terms: terms)
    if let policy = policies[terms.policy] {
      place(&promise, policy)
    } else {
      waiting[terms.policy, default: []].append(number)
    }
    promises.append(promise)
    return number
  }

  /// The guest of a promise; nil while its policy is not known.
  func guest(_ promise: Int32, named name: String) -> Guest? {
    let terms = promises[Int(promise)].terms
    return policies[terms.policy].map { terms.guest(named: name, policy: $0) }
  }

  private func place(_ promise: inout Promise, _ policy: CPUPolicy) {
    let terms = promise.terms
    let guest = terms.guest(named: "guest", policy: policy)
    var key = PlainKey(terms: terms)
    key.terms.tscMode = .emulated
    // What the machine of a guest asks of its counter is whether it has a rate.
    key.terms.tscKilohertz = terms.tscKilohertz.map { _ in 0 }
    if !terms.usesLBR { key.terms.home = nil } else { key.terms.home?.digest = "" }
    let plain = plainGuests.number(of: key) { MoveAxis.plain(guest) }
    promise.plain = plain
    promise.isRateOpen = MoveAxis.isRateOpen(guest)
    promise.counter = counterGuests.number(
      of: CounterKey(
        mode: terms.tscMode, khz: terms.tscKilohertz, isPromised: policy.has(.itsc),
        isHVM: terms.kind.isHVM, isOfMachine: guest.machine != nil)
    ) { guest }
    promise.software = softwareGuests.number(
      of: SoftwareKey(
        name: terms.home?.hypervisorName, version: terms.home?.hypervisorVersion,
        isHVM: terms.kind.isHVM, hasX2APIC: policy.has(.x2apic), vCPUs: terms.topology?.vCPUs)
    ) { guest }
    guard let home = terms.home else { return }
    let number = homes.number(of: home.digest) {}
    promise.home = number
    promise.atHome = homeGuests.number(
      of: HomeKey(plain: plain, home: number, software: promise.software)
    ) {
      homeNumbers.append(number)
      return MoveAxis.atHome(guest)
    }
  }

  // MARK: Hosts

  func hasFacts(_ digest: String) -> Bool { basesOfFacts[digest] != nil }

  /// Makes facts known. What is equal to every guest is kept once, whatever its digest.
  func add(_ host: HostDescription, facts digest: String) {
    guard basesOfFacts[digest] == nil else { return }
    var plain = host
    plain.tsc = HostDescription.TimeStampCounter()
    basesOfFacts[digest] = bases.number(of: HostIdentity(plain, nil).text) {
      Base(hostClass: FleetHosts.HostClass(plain, plain.systemPolicies(), nil))
    }
  }

  /// Where a host stands, by its facts and its counter.
  func place(facts digest: String, _ tsc: HostDescription.TimeStampCounter) -> Place {
    guard let base = basesOfFacts[digest] else { return Place() }
    let hostClass = bases.values[Int(base)].hostClass
    let host = hostClass.host
    var place = Place(plain: base)
    place.counter = counterHosts.number(
      of: HostCounterKey(
        khz: tsc.khz, isInvariant: tsc.isInvariant, canScale: tsc.canScale,
        vendor: host.boot.vendorString, isKVM: host.hypervisorName == HostDescription.kvmName)
    ) {
      var timed = host
      timed.tsc = tsc
      return timed
    }
    place.software = softwareHosts.number(
      of: HostSoftwareKey(name: host.hypervisorName, version: host.hypervisorVersion)
    ) { host }
    // Of a host of which little is known another one may have the same digest: nobody is at home there.
    place.home = host.identity == nil ? homes.number(of: hostClass.digest) {} : -1
    return place
  }

  /// A host as it was described; nil while its facts are not known.
  func host(
    _ place: Place, named name: String, _ tsc: HostDescription.TimeStampCounter
  ) -> HostDescription? {
    guard let base = place.plain else { return nil }
    var host = bases.values[Int(base)].hostClass.host
    host.name = name
    host.tsc = tsc
    return host
  }

  /// The policies of a host.
  func policies(_ base: Int32) -> SystemPolicies { bases.values[Int(base)].hostClass.policies }

  private func bound(_ base: Int32, _ kind: GuestKind) -> GuestBound {
    if let bound = bases.values[Int(base)].bounds[kind] { return bound }
    let bound = bases.values[Int(base)].hostClass.bound(of: kind)
    bases.values[Int(base)].bounds[kind] = bound
    return bound
  }

  // MARK: Pairs

  /// The tables under some waivers.
  func tables(_ waivers: Set<ViolationCode>) -> Tables {
    if let found = tables[waivers] { return found }
    let new = Tables(waivers)
    tables[waivers] = new
    return new
  }

  /// Judges all pairs of some guests and hosts that were not judged yet, side by side.
  func fill(_ pairs: [Int32: Set<Int32>], _ tables: Tables) {
    var orders: [(base: Int32, guests: [Int32], hostClass: FleetHosts.HostClass)] = []
    for (base, guests) in pairs {
      let missing = guests.filter { tables.plain[$0, base] == VerdictCode.none }.sorted()
      if !missing.isEmpty { orders.append((base, missing, bases.values[Int(base)].hostClass)) }
    }
    guard !orders.isEmpty else { return }
    let (work, people, waivers) = (orders, plainGuests.values, tables.waivers)
    SideBySide.forEach(work.count, size: people.count) { number in
      let (hostClass, guests) = (work[number].hostClass, work[number].guests)
      let host = hostClass.host
      let policies = hostClass.policies
      var bounds: [GuestKind: GuestBound] = [:]
      return guests.map { guest -> UInt8 in
        let kind = people[Int(guest)].kind
        let bound = bounds[kind] ?? hostClass.bound(of: kind)
        bounds[kind] = bound
        return VerdictCode.of(
          MigrationCheck(
            people[Int(guest)], to: host, policies: policies, bound: bound, waivers: waivers,
            isBrief: true
          ).verdict)
      }
    } take: { number, codes in
      for (guest, code) in zip(work[number].guests, codes) {
        tables.plain[guest, work[number].base] = code
      }
    }
  }

  func plain(_ guest: Int32?, _ host: Int32?, _ tables: Tables) -> UInt8 {
    // Of what nobody has read nobody knows.
    guard let guest, let host else { return VerdictCode.unknown }
    return tables.plain.code(guest, host) {
      brief(plainGuests.values[Int(guest)], host, tables.waivers)
    }
  }

  func atHome(_ guest: Int32, _ host: Int32, _ tables: Tables) -> UInt8 {
    tables.atHome.code(guest, host) { brief(homeGuests.values[Int(guest)], host, tables.waivers) }
  }

  func counter(_ guest: Int32, _ host: Int32, _ tables: Tables) -> UInt8 {
    tables.counter.code(guest, host) {
      MoveAxis.counter(
        counterGuests.values[Int(guest)], counterHosts.values[Int(host)], waivers: tables.waivers)
    }
  }

  func software(_ guest: Int32, _ host: Int32, _ tables: Tables) -> UInt8 {
    tables.software.code(guest, host) {
      MoveAxis.software(
        softwareGuests.values[Int(guest)], softwareHosts.values[Int(host)], waivers: tables.waivers)
    }
  }

  private func brief(
    _ guest: Guest, _ base: Int32, _ waivers: Set<ViolationCode>
  ) -> MigrationCheck.Verdict {
    let hostClass = bases.values[Int(base)].hostClass
    return MigrationCheck(
      guest, to: hostClass.host, policies: hostClass.policies, bound: bound(base, guest.kind),
      waivers: waivers, isBrief: true
    ).verdict
  }

  /// The verdict on a promise at a place: the worst of the axes.
  func verdict(_ number: Int32, _ place: Place, _ tables: Tables) -> UInt8 {
    let promise = promises[Int(number)]
    guard let plain = promise.plain, let base = place.plain else { return VerdictCode.unknown }
    let isAtHome = promise.home == place.home
    var code =
      isAtHome && promise.isRateOpen
      ? VerdictCode.safe : counter(promise.counter, place.counter, tables)
    if isAtHome, let guest = promise.atHome { return max(code, atHome(guest, base, tables)) }
    code = max(code, self.plain(plain, base, tables))
    return max(code, software(promise.software, place.software, tables))
  }

  /// Everything that is found of a promise at a host.
  func check(
    _ promise: Int32, _ place: Place, host name: String,
    _ tsc: HostDescription.TimeStampCounter, _ tables: Tables
  ) -> MigrationCheck? {
    guard let guest = guest(promise, named: "guest"), let base = place.plain,
      let host = host(place, named: name, tsc)
    else { return nil }
    return MigrationCheck(
      guest, to: host, policies: policies(base), bound: bound(base, guest.kind),
      waivers: tables.waivers)
  }
}
