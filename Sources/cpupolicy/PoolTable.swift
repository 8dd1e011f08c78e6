// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// How levels and comparisons of a pool are shown.
enum PoolTable {
  // MARK: Level

  static func rows(_ report: LevelReport) -> [[String]] {
    [["host", "digest", "loses", "blocks"]]
      + report.hosts.map { host in
        [host.name, host.digest, names(host.loses), names(host.blocks)]
      }
  }

  static func text(_ report: LevelReport) -> String {
    let features = report.policy.featureSet.features
    var text = "level      \(report.kind.name), for \(report.purpose.rawValue), "
    text += "\(Counted.of(report.hosts.count, "host"))\n"
    if !report.labels.isEmpty { text += "reaches    \(report.labels.joined(separator: ", "))\n" }
    text += "features   \(names(features))\n"
    if !report.accumulated.isEmpty {
      text += "shown because some host has them: \(names(report.accumulated))\n"
    }
    for host in report.hosts {
      text += "\n" + Console.bold(ShownText.line(host.name)) + "\n"
      text += "  loses    \(host.loses.isEmpty ? "nothing" : names(host.loses))\n"
      if !host.blocks.isEmpty { text += "  takes    \(names(host.blocks))\n" }
      if !host.unknown.isEmpty { text += "  unknown  \(host.unknown.joined(separator: ", "))\n" }
    }
    if !report.differences.isEmpty { text += "\nnamed, and no obstacle:\n" }
    for difference in report.differences { text += "  \(line(difference))\n" }
    if !report.conflicts.isEmpty { text += "\nno level, because hosts differ in:\n" }
    for conflict in report.conflicts { text += "  \(line(conflict))\n" }
    return text
  }

  /// One difference in a line: hosts with the same value stand together.
  static func line(_ difference: LevelReport.Difference) -> String {
    var groups: [(value: String, hosts: [String])] = []
    for (host, value) in difference.values {
      if let known = groups.firstIndex(where: { $0.value == value }) {
        groups[known].hosts.append(host)
      } else {
        groups.append((value, [host]))
      }
    }
    let parts = groups.map { group in
      "\(group.value) on " + group.hosts.map { ShownText.line($0) }.joined(separator: ", ")
    }
    return "\(difference.field) (\(Console.word(difference.severity.word))): "
      + parts.joined(separator: "; ")
  }

  private static func names(_ features: [Feature]) -> String {
    features.map(\.optionName).joined(separator: " ")
  }

  // MARK: Comparison

  static func rows(_ comparison: PoolComparison) -> [[String]] {
    let digests = distinct(comparison)
    return [["place", "bits", "field", "severity"] + digests]
      + comparison.rows.map { row in
        [PlaceText.register(row.place), row.bits, row.field, row.severity.word]
          + digests.map { digest in
            row.values.first { $0.digest == digest }?.value.map { "0x" + String($0, radix: 16) }
              ?? "unknown"
          }
      }
  }

  static func text(_ comparison: PoolComparison, hasHeading: Bool) -> String {
    guard !comparison.rows.isEmpty else {
      return "no differences between \(Counted.of(comparison.hosts.count, "host"))\n"
    }
    let digests = distinct(comparison)
    var text = ""
    for (index, digest) in digests.enumerated() {
      let hosts = comparison.hosts.filter { $0.digest == digest }
      let names = hosts.map { ShownText.line($0.name) }.joined(separator: ", ")
      text +=
        "\(PoolComparison.letter(index))  odd in \(hosts[0].odd) of \(comparison.rows.count)  \(names)\n"
    }
    var table = TextTable(
      ["place", "bits", "field", "severity"] + digests.indices.map(PoolComparison.letter))
    for row in rows(comparison).dropFirst() { table.add(row) }
    return text + "\n" + table.text(hasHeading: hasHeading)
  }

  private static func distinct(_ comparison: PoolComparison) -> [String] {
    var digests: [String] = []
    for host in comparison.hosts where !digests.contains(host.digest) {
      digests.append(host.digest)
    }
    return digests
  }
}
