// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyText
import TestSupport
import Testing

/// No row of the tables is deaf: for each row the least violation is refused with the row's code and
/// place, and the largest allowed value is accepted.
@Suite struct RowTests {
  /// What was tried of each row.
  private struct Tally: Sendable {
    var refused: [String: Int] = [:]
    var accepted: [String: Int] = [:]
    /// Pairs of a row and a bound under which no value is too much, or which do not show the row.
    var unbroken = 0
    var failures: [String: String] = [:]

    mutating func add(_ other: Tally) {
      refused.merge(other.refused, uniquingKeysWith: +)
      accepted.merge(other.accepted, uniquingKeysWith: +)
      unbroken += other.unbroken
      failures.merge(other.failures) { first, _ in first }
    }
  }

  @Test func eachRowSpeaks() async throws {
    var generator = SeededGenerator.fresh("rows")
    let hosts = BoundHost.some(3, for: "rows")
    let crafted = Sweep.isWanted ? CraftedBounds.all() : CraftedBounds.few()
    let made = try crafted + FixedBounds.all()
    let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
      for bound in made { group.addTask { Self.tally([bound]) { $0 } } }
      for host in hosts {
        let chosen = generator.next()
        group.addTask {
          Self.tally(try host.bounds()) { settings in
            Sweep.isWanted ? settings : [settings[Int(chosen % UInt64(settings.count))]]
          }
        }
      }
      return try await group.reduce(into: Tally()) { $0.add($1) }
    }
    let counts = [tally.refused, tally.accepted].map { $0.values.reduce(0, +) }
    print("rows: \(counts[0]) refusals, \(counts[1]) acceptances, \(tally.unbroken) unbroken")
    for (row, failure) in tally.failures.sorted(by: { $0.key < $1.key }) {
      Issue.record("\(row): \(failure)")
    }
    let abi = ABITables.project
    let rows = abi.fields.map(\.name) + abi.msrFields.map(\.name) + abi.features.map(\.name)
    let silent = Set(rows.filter { tally.refused[$0] == nil })
    let excused = Set(DeafRows.reasons().keys)
    #expect(silent.subtracting(excused).sorted() == [], "refused in no bound, without a reason")
    #expect(excused.subtracting(silent).sorted() == [], "excused, and yet it speaks")
    let never = rows.filter { tally.accepted[$0] == nil && !excused.contains($0) }
    #expect(never.sorted() == [], "accepted in no bound")
  }

  private static func tally(
    _ bounds: [Bound], choose: ([Bound.Setting]) -> [Bound.Setting]
  ) -> Tally {
    var tally = Tally()
    for bound in bounds {
      for setting in choose(bound.settings()) { tryRows(bound, setting, &tally) }
    }
    return tally
  }

  private static func tryRows(_ bound: Bound, _ setting: Bound.Setting, _ tally: inout Tally) {
    let auditor = Auditor(bound: bound.max, context: setting.context)
    let judge = TableJudge(bound: bound.max, context: setting.context)
    let trials = RowTrials(setting, judge)
    let places = JudgePlaces.shared
    func run(_ row: String, _ list: [RowTrial]) {
      if !list.contains(where: \.isRefused) { tally.unbroken += 1 }
      for trial in list {
        let violations = Finding.violations(of: trial.candidate, auditor, at: trial.row.place)
        let found = Finding.list(violations)
        if trial.isRefused {
          tally.refused[row, default: 0] += 1
          if !found.contains(trial.row) {
            tally.failures[row] =
              "\(bound.name) \(setting.name): not found \(trial.row), but \(found.prefix(4))"
          }
          let severities = violations.filter { Finding.list([$0]) == [trial.row] }.map(\.severity)
          if hasRowsSeverity(trial.row.code),
            severities.contains(where: { "\($0)" != RowSeverities.words[row] })
          {
            tally.failures[row] = "severity \(severities), and the table has another"
          }
        } else {
          tally.accepted[row, default: 0] += 1
          let isFeature = places.featureIndex[row] != nil
          let isSaid = { (one: Finding) in
            one.row == row && !isForm(one.code) && !(isFeature && one.code > 1000)
          }
          if let first = found.first(where: isSaid) {
            tally.failures[row] = "\(bound.name) \(setting.name): allowed, and found \(first)"
          }
        }
      }
    }
    for (index, field) in places.abi.fields.enumerated() {
      let slots = places.slots(of: field)
      // Component 2 is the one that the most CPUs have.
      for slot in Sweep.isWanted ? slots : Array(slots.prefix(1)) {
        run(field.name, trials.trials(index, slot))
      }
    }
    for (index, field) in places.abi.msrFields.enumerated() {
      run(field.name, trials.trials(msr: index))
    }
    for (index, feature) in places.abi.features.enumerated() {
      run(feature.name, trials.trials(feature: index))
    }
  }

  /// Codes whose harm is that of the row.
  private static func hasRowsSeverity(_ code: UInt16) -> Bool { code < 140 }

  /// Codes that are about more than the row: prerequisites, the form of a value, topology.
  private static func isForm(_ code: UInt16) -> Bool {
    [102, 106, 133, 153].contains(code) || (161...166).contains(code) || code == 1007
  }
}

/// How bad it is to break each row, by the columns of the tables.
enum RowSeverities {
  static let words: [String: String] = {
    let abi = ABITables.project
    var words: [String: String] = [:]
    for (name, rules) in abi.fields.map({ ($0.name, $0.rules) })
      + abi.msrFields.map({ ($0.name, $0.rules) })
    {
      words[name] = rules.severity == "guest-crash" ? "guestCrash" : rules.severity
    }
    for feature in abi.features {
      words[feature.name] =
        switch (feature.audit, feature.migration) {
        case ("equal", _): "behaviour"
        case (_, "one-way"), (_, "accumulate"): "security"
        case (_, "hint"): "performance"
        default: "guestCrash"
        }
    }
    return words
  }()
}

/// Bounds that reach rows which few others do.
enum FixedBounds {
  static func all() throws -> [Bound] {
    func bounds(_ fixture: String) throws -> [Bound] {
      try BoundHost.dump(Fixtures.path(fixture)).bounds().filter { $0.kind == .hvm }
    }
    let amd = try bounds("guest-epyc.txt")
    var nodes = try bounds("emulated-EPYC-Rome.txt")[0]
    nodes.name += " with TOPOEXT"
    nodes.added.insert(.topoext)
    nodes.max.set(.topoext, true)
    nodes.policies?.hvmMax = nodes.max
    return [try bounds("emulated-Skylake-Server-v4.txt")[0], nodes] + amd
  }
}

/// Rows that no candidate can break, each with its reason.
enum DeafRows {
  /// Rows in leaves that the judge knows no reason for by their words.
  private static let named = [
    "archCapabilities": "stands for a register whose bits are rows of features.csv",
    "maxSecondHypervisorLeaf": "the toolstack's choice; only its form is checked",
    "l2LineSize":
      "any value where it is defined, and elsewhere another maker's row stands before it",
    "l2LinesPerTag": "as l2LineSize",
    "l2Associativity": "as l2LineSize",
    "l2Size": "as l2LineSize",
    "viaL2LineSize": "as l2LineSize",
    "viaL2LinesPerTag": "as l2LineSize",
    "viaL2Associativity": "as l2LineSize",
    "viaL2Size": "as l2LineSize",
  ]

  static func reasons() -> [String: String] {
    var reasons = named
    for (index, field) in ABITables.project.fields.enumerated() {
      let rule = JudgePlaces.shared.rules[index]
      if !JudgePlaces.isStored(field.leaf) {
        reasons[field.name] = "no policy stores the leaf"
      } else if rule.audit == .any && rule.definers.isSuperset(of: JudgeRule.makers)
        && rule.keepers.isSuperset(of: JudgeRule.makers)
      {
        reasons[field.name] = "the toolstack's choice on every CPU"
      }
    }
    for field in ABITables.project.msrFields where field.rules.audit == "any" {
      reasons[field.name] = "the toolstack's choice on every CPU"
    }
    return reasons
  }
}
