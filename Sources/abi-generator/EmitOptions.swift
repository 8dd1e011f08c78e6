// SPDX-License-Identifier: Apache-2.0

/// The names that the `cpuid=` option takes, for the parser of the core: a hypervisor has no other
/// table of names.
struct OptionEmitter {
  var tables: Tables

  var files: [String: String] { ["Sources/PolicyCore/Generated/OptionNames+Table.swift": names] }

  private var names: String {
    let features = tables.words.indices.map { word in
      (0..<32).map { bit in
        tables.features.first { $0.word == word && $0.bit == bit }?.optionName ?? ""
      }
    }
    let keys = tables.fields.filter { !$0.source["option"].isEmpty }
    return Emission.banner + """
      extension OptionNames {
        /// The option name of each bit of the featureset, by word * 32 + bit, a comma behind each; empty
        /// for bits without a row.
        static let features: StaticString = \"""
      \(features.map(lines).joined(separator: "\n"))

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

  /// Names with a comma behind each, a few a line of a literal. Those of a word of the featureset begin
  /// a line, so that a name more moves no others.
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
