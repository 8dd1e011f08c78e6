// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import PolicyCore
import PolicyFormats
import PolicyText

/// What may stand in a place of the command line, and what was meant by a word that may not.
enum Choices {
  /// `; did you mean X, Y?`, or a semicolon where no name is near: more of the message follows.
  static func offer(_ name: String, among names: [String], within most: Int? = nil) -> String {
    nearest(NearestNames.of(name, among: names, within: most))
  }

  static func nearest(_ names: [String]) -> String {
    names.isEmpty ? ";" : "; did you mean \(names.joined(separator: ", "))?"
  }

  /// That a word is none of the names, with those that may have been meant and all that there are.
  static func refusal(_ name: String, _ what: String, of names: [String]) -> String {
    let all = names.joined(separator: ", ")
    return
      "no such \(what)\(offer(name, among: names)) there \(names.count == 1 ? "is" : "are") \(all)"
  }
}

extension GuestKind: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
  public static var allValueStrings: [String] { all.map(\.name) }
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  public var defaultValueDescription: String { name }
}

extension PolicyKind {
  static var names: [String] { allCases.map(\.name) }
}

extension CommandFailure {
  /// A word in the place of a command that is none.
  init(verb word: String, of type: any ParsableCommand.Type) {
    let names = type.configuration.subcommands.compactMap { $0.configuration.commandName }
    let path = type == CPUPolicyCommand.self ? "" : " \(type.configuration.commandName ?? "")"
    self.init(
      .usage, "cpupolicy\(path) \(word): \(Choices.refusal(word, "command", of: names))")
  }
}

/// The parser's message about a value of an option that takes certain words, in one line and with the
/// words that are near.
struct RefusedValue {
  var message: String

  /// Nil for every other message.
  init?(_ text: String) {
    let pattern =
      /^Error: The value '(.*)' is invalid for '(-[^ ']+)[^']*'\. Please provide one of (.*)$/
    let lines = text.split(separator: "\n")
    guard let match = lines.first?.firstMatch(of: pattern) else { return nil }
    let listed =
      match.3 == "the following:" ? lines.dropFirst().prefix { $0.hasPrefix("  - ") } : []
    let names =
      listed.isEmpty
      ? match.3.matches(of: /'([^']+)'/).map { String($0.1) }
      : listed.map { String($0.dropFirst(4)) }
    guard !names.isEmpty else { return nil }
    message = "\(match.2) \(match.1): \(Choices.refusal(String(match.1), "value", of: names))"
  }
}
