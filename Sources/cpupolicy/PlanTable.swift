// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyDocuments
import PolicyText

/// How plans for a pool are shown.
enum PlanTable {
  private static let longest = 40

  static func rows(_ plan: PlanReport) -> [[String]] {
    switch plan.goal {
    case .gain:
      let changes = plan.change.map {
        [
          $0.host, $0.feature.optionName, $0.owner.rawValue, $0.from ?? "", $0.to ?? "",
          $0.because,
        ]
      }
      return [["host", "feature", "what", "from", "to", "because"]] + changes
    case .partition:
      return [["host", "pool"]]
        + plan.pools.enumerated().flatMap { number, pool in
          pool.hosts.map { [$0, "\(number + 1)"] }
        }
    case .upgrade:
      return [["host", "guest", "to"]]
        + plan.order.flatMap { step in
          step.moves.isEmpty
            ? [[step.host, "", ""]]
            : step.moves.flatMap { move in move.guests.map { [step.host, $0, move.to] } }
        }
    }
  }

  static func text(_ plan: PlanReport) -> String {
    switch plan.goal {
    case .gain: gain(plan)
    case .partition: partition(plan)
    case .upgrade: upgrade(plan)
    }
  }

  /// How good the plan is, in words.
  private static func proof(_ plan: PlanReport, _ what: String) -> String {
    plan.isProven
      ? "proven: no fewer \(what) would do\n"
      : "not proven: at least \(plan.bound) \(what), and \(plan.cost) were found\n"
  }

  private static func gain(_ plan: PlanReport) -> String {
    var text =
      "gain       \(plan.wanted) for \(plan.kind.name) guests of \(Counted.of(plan.hosts, "host"))\n"
    if plan.drop.isEmpty {
      text += "drop       nothing: all hosts have it\n"
    } else if !plan.isPossible {
      text += "drop       all of \(Counted.of(plan.cost, "host")): none has it\n"
    } else {
      text += "drop       \(plan.cost) of \(Counted.of(plan.hosts, "host"))\n"
      text += "           " + proof(plan, "hosts")
    }
    for drop in plan.drop.prefix(longest) {
      text += "\n" + Console.bold(ShownText.line(drop.host)) + "\n  \(drop.because)\n"
      for change in plan.change where change.host == drop.host {
        var line = "  or \(change.feature.optionName): \(owner(change.owner))"
        if let from = change.from { line += " from \(from)" }
        if let to = change.to { line += change.owner == .record ? " \(to)" : " to \(to)" }
        text += line + "\n     \(change.because)\n"
      }
    }
    if plan.drop.count > longest { text += "and \(plan.drop.count - longest) more of the hosts\n" }
    for line in plan.unknown.prefix(longest) { text += "\nnot known: \(ShownText.line(line))" }
    return text + (plan.unknown.isEmpty ? "" : "\n")
  }

  private static func owner(_ owner: PlanReport.Change.Owner) -> String {
    switch owner {
    case .microcode: "microcode"
    case .firmware: "a firmware setting"
    case .option: "the hypervisor's command line"
    case .kernel: "the kernel"
    case .hypervisor: "the hypervisor"
    case .platform: "microcode or firmware"
    case .record: "not known yet, record it:"
    case .unknown: "not known who withholds it"
    }
  }

  private static func partition(_ plan: PlanReport) -> String {
    var text =
      "partition  \(Counted.of(plan.hosts, "host")) into \(plan.wanted) for \(plan.kind.name) guests\n"
    guard plan.isPossible else {
      return text
        + (plan.isProven
          ? "none       these hosts cannot be in so few pools\n"
          : "none       none was found; not proven that there is none\n")
    }
    text += "lost       \(Counted.of(plan.cost, "feature")), summed over the hosts\n"
    text += "           " + proof(plan, "features lost")
    for (number, pool) in plan.pools.enumerated() {
      text +=
        "\npool \(number + 1)     \(Counted.of(pool.hosts.count, "host")): \(GraphTable.names(pool.hosts, most: longest))\n"
      text += "  features \(pool.features.map(\.optionName).joined(separator: " "))\n"
      text += "  lost     \(pool.lost)\n"
    }
    for drop in plan.drop { text += "\nin none    \(ShownText.line(drop.host)): \(drop.because)\n" }
    return text
  }

  private static func upgrade(_ plan: PlanReport) -> String {
    var text = "upgrade    \(plan.wanted) of \(plan.hosts)\n"
    if plan.order.isEmpty {
      text += "none       no order was found; not proven that there is none\n"
    } else if plan.restart.isEmpty {
      text += "order      every guest has a place all the time\n"
    } else {
      text +=
        "restart    \(Counted.of(plan.restart.count, "guest")) first, because no order keeps a place for all of them: "
        + "\(GraphTable.names(plan.restart, most: longest))\n           "
        + proof(plan, "guests to restart")
    }
    for (number, step) in plan.order.enumerated() {
      text += "\n\(number + 1). " + Console.bold(ShownText.line(step.host)) + "\n"
      for move in step.moves {
        text += "   \(GraphTable.names(move.guests)) to \(ShownText.line(move.to))\n"
      }
    }
    for line in plan.unknown { text += "\nnot known: \(line)\n" }
    return text
  }
}
