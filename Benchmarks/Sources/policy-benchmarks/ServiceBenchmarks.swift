// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import Foundation
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What a fleet service asks of the engine: 10,000 hosts in 150 pools, a million guests, and one host that changes.
enum ServiceBenchmarks {
  private static let hosts = 10_000
  private static let guestsOfHost = 100
  private static let pools = 150
  private static let guestPolicies = 400

  static func run(_ root: URL) throws {
    let descriptions = try FleetBenchmarks.descriptions(root, FleetBenchmarks.distinct)
    let engine = FleetEngine()
    var terms: [GuestTerms] = []
    for (number, host) in descriptions.enumerated() {
      engine.add(facts: "f\(number)", host)
      let system = host.systemPolicies()
      for kind in [PolicyKind.pvDefault, .pvMax] where terms.count < guestPolicies {
        let policy = system[kind]
        engine.add(policy: PolicyDigest.of(policy), policy)
        terms.append(GuestTerms(try domain(policy, Domain.Judge(host, system))))
      }
    }
    let fleet = (0..<hosts).map { member($0, descriptions.count, terms) }
    let loading = time { engine.load(fleet) }
    print(
      String(
        format: "engine: %d hosts and %d guests loaded and judged: %.2f s", hosts,
        hosts * guestsOfHost, loading))
    var counted = 0
    let matrix = Measure.median(batches: 5, calls: 1) {
      engine.recompute()
      counted = engine.standings().guests
    }
    Measure.report(
      "engine: matrix of 1,000,000 guests by 10,000 hosts, 300 x 400 policies",
      String(format: "%.3f s, %d MB", matrix, FleetBenchmarks.peakMegabytes()), limit: "1 s, 1 GB",
      isMet: matrix < 1 && counted == hosts * guestsOfHost
        && FleetBenchmarks.peakMegabytes() < 1000)
    var round = 0
    let change = Measure.median(batches: 21, calls: 1) {
      round += 1
      var host = fleet[(round * 131) % hosts].host
      host.facts = "f\((round * 17) % descriptions.count)"
      engine.set(host)
      counted += engine.standings(of: host.pool).guests
    }
    Measure.report(
      "engine: one host changed, its pool counted", String(format: "%.2f ms", change * 1e3),
      limit: "5 ms", isMet: change < 5e-3)
    let asking = Measure.median(batches: 21, calls: 1) {
      counted += engine.destinations(ofGuest: 1, on: fleet[5].host.id).count
    }
    print(String(format: "engine: destinations of one guest, with reasons: %.3f ms", asking * 1e3))
  }

  /// A host with a hundred guests of eight promises, one in ten of which holds its counter to a rate.
  private static func member(
    _ number: Int, _ facts: Int, _ terms: [GuestTerms]
  ) -> (host: FleetEngine.Host, terms: [GuestTerms], guests: [Int]) {
    let pool = number % pools
    // The hosts of a pool are of a few kinds, and each has measured its counter for itself.
    let kind = (pool * 7 + number / pools % 6 * 31) % facts
    let khz = 2_000_000 + kind % 40 * 10_000 + number % 5 - 2
    let mine = (0..<8).map { index in
      var promise = terms[(pool * 11 + index * 53 + number % 3) % terms.count]
      if index == 0 { promise.tscKilohertz = khz }
      return promise
    }
    let host = FleetEngine.Host(
      id: "h\(number)", name: "h\(number)", pool: "p\(pool)", facts: "f\(kind)",
      tsc: HostDescription.TimeStampCounter(khz: khz, isInvariant: true, canScale: number % 2 == 0))
    return (host, mine, (0..<guestsOfHost).map { $0 % 10 == 0 ? 0 : 1 + $0 % 7 })
  }

  private static func domain(_ policy: CPUPolicy, _ judge: Domain.Judge) throws -> Domain {
    Domain(
      name: "g", id: 1, hypervisor: "xen", kind: .pv, state: .sealed,
      topology: try Topology(sockets: 1, cores: 2), hasNestedVirtualisation: false,
      hasPerformanceCounters: false, usesLBR: false, judge: judge, policy: policy)
  }

  private static func time(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return clock.measure(body) / .seconds(1)
  }
}
