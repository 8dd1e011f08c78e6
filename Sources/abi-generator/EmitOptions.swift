// SPDX-License-Identifier: Apache-2.0

/// The names that the `cpuid=` option takes, for the parser of the core: a hypervisor has no other
/// table of names.
struct OptionEmitter {
  var tables: Tables

  var files: [String: String] { ["Sources/CPUPolicy/Generated/OptionNames+Table.swift": names] }

  private var names: String {
    var features = [String](repeating: "", count: tables.words.count * 32)
    for feature in tables.features {
      features[feature.index] = feature.name.lowercased().replacing("_", with: "-")
    }
    while features.last == "" { features.removeLast() }
    let keys = tables.fields.filter { !$0.source["option"].isEmpty }
    return Emission.banner + """
      extension OptionNames {
        /// The option name of each bit of the featureset, by word * 32 + bit, a comma behind each; empty
        /// for bits without a row.
        static let features: StaticString = \"""
      \(lines(features))

          \"""
        /// The numeric keys, a comma behind each.
        static let keys: StaticString = \"""
      \(lines(keys.map { $0.source["option"] }))

          \"""

        /// The field that a key limits.
        static func field(ofKey index: Int) -> Field {
          switch index {
      \(keys.enumerated().dropLast().map { "    case \($0): .\($1.source["name"])" }.joined(separator: "\n"))
          default: .\(keys.last?.source["name"] ?? "")
          }
        }
      }

      """
  }

  /// Names with a comma behind each, a few a line of a literal.
  private func lines(_ names: [String]) -> String {
    var result: [String] = []
    var line = ""
    for name in names {
      if line.count + name.count > 90 {
        result.append("    \(line)\\")
        line = ""
      }
      line += name + ","
    }
    return (result + ["    \(line)\\"]).joined(separator: "\n")
  }
}
