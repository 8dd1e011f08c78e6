// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import Foundation
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// Fleets as large as they come: levels, the matrix of all guests and hosts, one change, a plan.
///
/// Hosts are the fixtures' CPUs, and the dumps of `CPUPOLICY_CORPUS` where it is there, each with single
/// features taken away until there are enough distinct ones.
enum FleetBenchmarks {
  static let hosts = 10_000
  static let guests = 100_000
  static let distinct = 300

  static func run(_ root: URL) throws {
    let descriptions = try descriptions(root, distinct)
    levels(descriptions)
    try matrix(descriptions)
    gain(descriptions)
    try lists(root)
    try PoolBenchmarks.run(root, descriptions)
  }

  // MARK: Hosts

  static func descriptions(_ root: URL, _ count: Int) throws -> [HostDescription] {
    let fixtures = root.appending(path: "Tests/Fixtures").path
    var paths = try FileManager.default.contentsOfDirectory(atPath: fixtures)
      .filter { $0.hasSuffix(".txt") }.sorted().map { fixtures + "/" + $0 }
    if let corpus = ProcessInfo.processInfo.environment["CPUPOLICY_CORPUS"] {
      paths +=
        (try? FileManager.default.contentsOfDirectory(atPath: corpus + "/dumps"))?
        .filter { $0.hasSuffix(".txt") && !$0.hasPrefix("README") }.sorted()
        .map { corpus + "/dumps/" + $0 } ?? []
    }
    let read = paths.compactMap { path in
      (try? InputFile.read(path)).flatMap { HostDescription(name: path, document: $0) }
    }.filter { $0.boot.vendorString == "GenuineIntel" && $0.boot.has(.sse2) }
    var result: [HostDescription] = []
    var seen: Set<String> = []
    var round = 0
    while result.count < count {
      for host in read where result.count < count {
        var variant = host
        var set = host.facts.boot.featureSet
        let features = set.features
        // Two features a round, so that hardly any two are alike.
        if round > 0 {
          set.remove(features[(round * 7) % features.count])
          set.remove(features[(round * 13 + 5) % features.count])
        }
        variant.facts.boot.featureSet = set
        variant.name = "h\(result.count)"
        if seen.insert(PolicyDigest.of(variant.facts.boot)).inserted { result.append(variant) }
      }
      round += 1
    }
    return result
  }

  // MARK: Levels

  private static func levels(_ descriptions: [HostDescription]) {
    let policies = descriptions.map { $0.systemPolicies() }
    for (name, count, limit) in [("300 distinct", 300, 5e-3), ("5,000 distinct", 5_000, 20e-3)] {
      // Policies that differ in their MSRs are distinct ones, and cost as much to level.
      var all: [(CPUPolicy, CPUPolicy)] = []
      for number in 0..<5_000 {
        let pair = policies[number % distinct]
        var policy = pair.pvDefault
        if count > distinct { policy[.brandStringPart1] = UInt32(number) }
        all.append((policy, pair.pvMax))
      }
      let classes = count == distinct ? Array(all.prefix(distinct)) : all
      var features = 0
      let seconds = Measure.median(batches: 9, calls: 1) {
        var level = PolicyLevel()
        for index in classes.indices { level.add(classes[index].0, under: classes[index].1) }
        features = level.closed().featureSet.count
      }
      Measure.report(
        "level of 5,000 hosts, \(name)", String(format: "%.2f ms", seconds * 1e3),
        limit: String(format: "%.0f ms", limit * 1e3), isMet: seconds < limit && features > 0)
    }
  }

  // MARK: Matrix

  private static func matrix(_ descriptions: [HostDescription]) throws {
    var fleet = FleetHosts()
    let reading = time {
      for number in 0..<hosts {
        var host = descriptions[number % distinct]
        host.name = "h\(number)"
        fleet.add(host)
      }
    }
    print(String(format: "hosts put into %d classes: %.2f s", fleet.classes.count, reading))
    var text = "name,host,policy\n"
    let digests = fleet.classes.map { PolicyDigest.of($0.policies.pvDefault) }
    for number in 0..<guests {
      text += "g\(number),h\((number * 7919) % hosts),\(digests[number % digests.count])\n"
    }
    let bytes = Array(text.utf8)
    let catalogue = PolicyCatalogue(fleet)
    var people = FleetGuests()
    var failure: FormatError?
    let listing = time {
      do {
        try people.add(list: bytes, source: "list", on: fleet, catalogue) {
          path throws(FormatError) in
          throw FormatError(.unreadable, source: path, message: "none", remedy: "none")
        }
      } catch { failure = error as? FormatError }
    }
    if let failure { throw failure }
    Measure.report(
      "list of 100,000 guests read", String(format: "%.2f s", listing), limit: "1 s",
      isMet: listing < 1)
    var assessment: FleetAssessment?
    let judging = time { assessment = FleetAssessment(fleet, people, kind: .pv) }
    guard let assessment else { return }
    let pairs = assessment.guests.classes.count * fleet.classes.count
    var counted = 0
    let seconds = Measure.median(batches: 5, calls: 1) {
      let matrix = FleetMatrix(
        assessment.matrix.relation, hosts: fleet.classOfHost, guests: people.classOfGuest,
        places: people.places)
      counted = matrix.standings().guests + matrix.evacuations().count + matrix.stranded().count
    }
    Measure.report(
      "matrix of 100,000 guests by 10,000 hosts",
      String(
        format: "%.3f s, and %.2f s to judge %d pairs of classes (%.1f us each), %d MB", seconds,
        judging, pairs, judging / Double(pairs) * 1e6, peakMegabytes()), limit: "1 s, 1 GB",
      isMet: seconds + judging < 1 && peakMegabytes() < 1024 && counted > 0)
    change(assessment, fleet)
  }

  /// One host becomes another one that was never seen.
  private static func change(_ assessment: FleetAssessment, _ fleet: FleetHosts) {
    var host = fleet.classes[0].host
    var set = host.facts.boot.featureSet
    set.remove(.sse42)
    host.facts.boot.featureSet = set
    var times: [Double] = []
    for _ in 0..<7 {
      times.append(
        time {
          var matrix = assessment.matrix
          let policies = host.systemPolicies()
          let bound = GuestBound(host, .pvMax, held: policies)
          matrix.change(0) { guest in
            MigrationCheck(
              assessment.guests.classes[guest], to: host, policies: policies, bound: bound,
              isBrief: true
            ).verdict
          }
          if matrix.standings().guests == 0 { print("nobody was counted") }
        })
    }
    let whole = times.sorted()[3]
    times.removeAll()
    for _ in 0..<7 {
      times.append(
        time {
          var matrix = assessment.matrix
          matrix.change(0) { assessment.matrix.relation[$0, 1] }
          if matrix.standings().guests == 0 { print("nobody was counted") }
        })
    }
    let known = times.sorted()[3]
    Measure.report(
      "one changed host answered anew",
      String(format: "%.1f ms, %.1f ms where its class is known", whole * 1e3, known * 1e3),
      limit: "20 ms", isMet: whole < 20e-3)
  }

  // MARK: Plans

  private static func gain(_ descriptions: [HostDescription]) {
    let fleet = FleetHosts(descriptions)
    for feature in [Feature.avx2, .sse42] {
      var plan = PoolGain(fleet, kind: .pv, wanted: [feature]).plan
      let seconds = Measure.median(batches: 3, calls: 1) {
        plan = PoolGain(fleet, kind: .pv, wanted: [feature]).plan
      }
      Measure.report(
        "gain \(feature.optionName), \(fleet.classes.count) distinct policies",
        String(
          format: "%.2f s, drops %d, %@", seconds, plan.cost,
          plan.isProven ? "proven" : "not proven"), limit: "1 s, proven",
        isMet: seconds < 1 && plan.isProven)
    }
  }

  // MARK: Lists

  /// The room that the command takes for a list of 100,000 guests.
  private static func lists(_ root: URL) throws {
    let command = root.appending(path: ".build/release/cpupolicy").path
    guard FileManager.default.isExecutableFile(atPath: command) else { return }
    let dump = root.appending(path: "Tests/Fixtures/emulated-EPYC-Rome.txt").path
    let description = HostDescription(name: "x", document: try InputFile.read(dump))
    guard let digest = description.map({ PolicyDigest.of($0.systemPolicies().pvDefault) }) else {
      return
    }
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let lines = (0..<guests).map { "guest-\($0),emulated-EPYC-Rome.txt,\(digest)\n" }
    try Data(("name,host,policy\n" + lines.joined()).utf8).write(to: file)
    let run = Measure.command(
      command, ["migrate", "graph", "--hosts", dump, "--guests", file.path], runs: 3)
    Measure.report(
      "migrate graph, a list of 100,000 guests",
      String(format: "%.2f s, %d MB", run.seconds, run.peakKilobytes >> 10), limit: "1 s, 200 MB",
      isMet: run.seconds < 1 && run.peakKilobytes < 200 << 10)
  }

  private static func time(_ body: () -> Void) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    body()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
  }

  static func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(numericCast(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss >> 10
  }
}
