// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyCore
import PolicyText

/// What shells offer for a word of the command line: files, or names that the command itself knows. Words of
/// an option with few values (kinds, formats, severities) are offered by their types.
enum Offers {
  static let files = CompletionKind.file()
  static let folders = CompletionKind.directory
  static let policies = CompletionKind.list(PolicyKind.names)

  /// One feature.
  static let features = CompletionKind.custom { _, _, _ in featureNames }
  /// A feature, or one of the fields that have a name.
  static let names = CompletionKind.custom { _, _, _ in featureNames + Field.all.map(\.name) }
  /// A `cpuid=` list: the item behind the last comma, as it is or with `no-` before it.
  static let lists = CompletionKind.custom { _, _, word in
    items(word, featureNames.flatMap { [$0, "no-" + $0] } + Field.all.compactMap(key))
  }
  /// One code, or codes with commas between.
  static let codes = CompletionKind.custom { _, _, word in
    items(word, ViolationCode.all.map(\.text))
  }
  /// The domains of the hypervisor that the line names.
  static let domains = CompletionKind.custom { words, _, _ in domainNames(words) }

  private static var featureNames: [String] { Feature.allNamed.map(\.optionName) }

  private static func key(_ field: Field) -> String? {
    field.optionKey.isEmpty ? nil : field.optionKey + "="
  }

  /// Words for the last item of a list whose other items stand already.
  private static func items(_ word: String, _ names: [String]) -> [String] {
    guard let comma = word.lastIndex(of: ",") else { return names }
    return names.map { String(word[...comma]) + $0 }
  }

  /// None where they cannot be had: a shell that completes has no place for messages, and no time to wait.
  private static func domainNames(_ words: [String]) -> [String] {
    var options = ["--timeout", "1"]
    for (word, value) in zip(words, words.dropFirst()) {
      if ["--hypervisor", "--connect", "--state-dir"].contains(word) { options += [word, value] }
    }
    guard let list = try? DomainCommand.List.parse(options) else { return [] }
    return (try? list.connection.summaries().map(\.name)) ?? []
  }
}
