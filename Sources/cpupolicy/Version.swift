// SPDX-License-Identifier: Apache-2.0

import CArguments
import PolicyCore
import PolicyFormats
import PolicyText

/// What this command is: scripts/version.sh takes the number from here, for packages and pkg-config.
enum Version {
  static let number = "1.0.0"

  /// The number, the commit that it was built from, and the tables that it holds.
  static var text: String {
    let commit = carguments_commit().map { String(cString: $0) } ?? "unknown"
    return "cpupolicy \(number) (commit \(commit), tables sha256:\(tables.prefix(16)))"
  }

  /// A digest of every row that decides something, as it was compiled: two commands with the same one say the
  /// same of a policy.
  private static var tables: String {
    var rows: [String] = []
    for feature in Feature.allNamed {
      rows.append(
        [
          feature.name, "\(feature.rawValue)", PlaceText.short(feature.place), feature.audience,
          "\(feature.maturity.rawValue) \(feature.migration.rawValue)",
          "\(feature.level.rawValue) \(feature.audit.rawValue)",
          feature.requirements.map(\.name).joined(separator: " "), feature.linuxName,
          feature.qemuNames.joined(separator: " "), feature.libvirtNames.joined(separator: " "),
          feature.meaning,
        ].joined(separator: "\t"))
    }
    for field in Field.all {
      rows.append(
        [
          field.name, "\(field.leaf):\(field.subleaves)", PlaceText.upper(field.register),
          field.bitsText,
          field.optionKey, words(field.rules), field.meaning,
        ].joined(separator: "\t"))
    }
    for field in MSRField.all {
      rows.append(
        [
          field.name, "\(field.msr.rawValue)", field.bitsText, words(field.rules), field.meaning,
        ].joined(separator: "\t"))
    }
    for code in ViolationCode.all {
      rows.append("\(code.text)\t\(code.title)\t\(code.explanation)")
    }
    return SHA256.hash(Array(rows.joined(separator: "\n").utf8)).map { Hex.digits($0, 2) }.joined()
  }

  private static func words(_ rules: FieldRules) -> String {
    "\(rules.guest.rawValue) \(rules.audit.rawValue) \(rules.level.rawValue) "
      + "\(rules.migration.rawValue) \(rules.severity.rawValue)"
  }
}
