// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

extension HostCommand {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "What changed of a host, and what that means for its guests.",
      discussion: """
        Facts and every policy of the host as it was and as it is: after a microcode update, another
        firmware setting, command line or hypervisor. Guests that run there are held against what
        it is now: one gains (it would get more when it is started anew), is unchanged, should restart
        (it can go on, but slower, or without a warning that it should have), is stranded (it would
        lose what it uses), or that is unknown.

        Exit status: 0 where nothing differs, 6 where something does; with --fail-on only for what is
        at least as severe.
        """)

    @Argument(help: "The host as it was: a Host document, a dump.", completion: Offers.files)
    var before: String
    @Argument(help: "The host as it is, or would be.", completion: Offers.files)
    var after: String
    @Argument(
      help: "Guests that run there: documents, saved state, policies, directories, or -.",
      completion: Offers.files)
    var guests: [String] = []
    @Option(
      name: .customLong("guests"), parsing: .upToNextOption,
      help: ArgumentHelp("The same, behind the option.", valueName: "guest"),
      completion: Offers.files)
    var more: [String] = []
    @Option(help: "pv, pv32, hvm or hvm-shadow, where a guest's file does not say.")
    var kind: GuestKind?
    @Flag(help: "Show each difference of every policy.")
    var all = false
    @OptionGroup var made: XLHost
    @OptionGroup var fail: FailOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      let old = try HostInput.load(before, from: nil)
      let new = try HostInput.load(after, from: nil)
      let words = guests + more
      var list = InputList(words)
      let moving =
        words.isEmpty
        ? [] : try list.judge { try GuestInput.moving($0, kind: kind, host: made) }
      let change = HostChange(from: old, to: new, guests: moving)
      try output.print(
        Document.hostDifference(change).json, rows: { HostDiffTable.rows(change) },
        table: {
          HostDiffTable.text(change, withAll: all, hasHeading: !output.noHeaders) + "\n"
            + list.judgedLine(inputs: 2 + moving.count, cpus: 2)
        })
      try list.check()
      if !change.isEmpty, fail.isMet(by: change.severities) || fail.severity == nil {
        throw CommandFailure(.drift, "")
      }
    }
  }
}

/// What changed of a host, for people and for CSV.
enum HostDiffTable {
  private static let heading = ["what", "place", "bits", "name", "before", "after", "severity"]

  static func rows(_ change: HostChange) -> [[String]] {
    [heading] + facts(change)
      + change.policies.flatMap { kind, differences in
        differences.map { cells(kind.name, $0) }
      }
      + change.guests.map { guest in
        ["guest", "", "", guest.name, "", guest.effect.rawValue, worst(guest)]
      }
  }

  /// Facts, then what differs with the policies in which it does so, then guests.
  static func text(_ change: HostChange, withAll: Bool, hasHeading: Bool) -> String {
    if change.facts.isEmpty, change.policies.isEmpty, change.guests.isEmpty {
      return "no differences\n"
    }
    var text = ""
    let shown = withAll ? rows(change).dropFirst().filter { $0[0] != "guest" } : merged(change)
    if !shown.isEmpty {
      // The list of policies is long, and stands last.
      let isSigned = Screen.current.width != nil
      var table = TextTable((isSigned ? [""] : []) + heading.dropFirst() + [heading[0]])
      table.setSentences(1, .below)
      for row in shown {
        let sign = ChangeSign(row[4], row[5]).rawValue
        table.add((isSigned ? [sign] : []) + row.dropFirst() + [row[0]])
      }
      text += table.text(hasHeading: hasHeading)
    }
    for guest in change.guests {
      text += "\n" + Console.bold("\(guest.name): ")
      text += Console.word(guest.effect.rawValue) + "\n"
      if !guest.gained.isEmpty {
        text += "  started anew it would get "
        text += guest.gained.map(\.name).joined(separator: ", ") + "\n"
      }
      for finding in guest.check.findings where finding.follows == nil {
        let violation = finding.violation
        text +=
          "  \(violation.codeText) \(violation.placeText)  \(Console.word(violation.severity.word))"
        text += finding.isDecided ? "\n" : ", not decided\n"
        text += "    \(violation.message)\n"
      }
    }
    return text
  }

  /// Each difference once, with all policies that have it.
  private static func merged(_ change: HostChange) -> [[String]] {
    var rows: [[String]] = []
    var places: [[String]: Int] = [:]
    for (kind, differences) in change.policies {
      for difference in differences {
        let cells = Array(cells("", difference).dropFirst())
        if let index = places[cells] {
          rows[index][0] += " " + kind.name
        } else {
          places[cells] = rows.count
          rows.append([kind.name] + cells)
        }
      }
    }
    return facts(change) + rows
  }

  private static func facts(_ change: HostChange) -> [[String]] {
    change.facts.map {
      [
        "fact", "", "", $0.name, $0.before ?? "unknown", $0.after ?? "unknown", $0.severity.word,
      ]
    }
  }

  private static func cells(_ policy: String, _ difference: PolicyDifference) -> [String] {
    [policy] + PolicyCommand.Diff.cells(difference)
  }

  private static func worst(_ guest: HostChange.Guest) -> String {
    guest.check.findings.map(\.violation.severity).max()?.word ?? ""
  }
}
