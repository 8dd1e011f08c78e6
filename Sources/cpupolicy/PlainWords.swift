// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// How an option or a flag is called: defined once, for the parser and for plain words.
struct OptionWord {
  var long: String
  var short: Character?

  init(_ long: String, short: Character? = nil) {
    self.long = long
    self.short = short
  }

  /// The names as the parser wants them.
  var names: NameSpecification {
    NameSpecification(
      (short.map { [.customShort($0)] } ?? []) + [.customLong(long)] as [NameSpecification.Element])
  }

  /// Whether a word is the option by one of its full names.
  fileprivate func isNamed(by word: String) -> Bool {
    word == "--" + long || short.map { word == "-\($0)" } ?? false
  }
}

/// Reads the words of a command where they are plain: options by their full names, values as words of
/// their own. All others are the parser's.
///
/// The parser finds the options of a command by reflection, which takes longer than to read a host and
/// to derive its policies: with it `host show FILE` takes 3.3 times an empty program, without it
/// twice. Scripts ask for hosts by the hundred. Names, values and defaults are the same
/// definitions that the parser has, and a test compares what both read.
struct PlainWords<Report> {
  /// A word, and what it does to a report.
  struct Entry {
    fileprivate enum Action {
      case flag((inout Report) -> Void)
      /// False where the value is none of the option's.
      case option((inout Report, String) -> Bool)
    }

    fileprivate var word: OptionWord
    fileprivate var action: Action

    static func flag(_ word: OptionWord, _ set: @escaping (inout Report) -> Void) -> Entry {
      Entry(word: word, action: .flag(set))
    }

    /// An option whose value is read as the parser reads it.
    static func option<Value: ExpressibleByArgument>(
      _ word: OptionWord, _ set: @escaping (inout Report, Value) -> Void
    ) -> Entry {
      Entry(
        word: word,
        action: .option { report, text in
          guard let value = Value(argument: text) else { return false }
          set(&report, value)
          return true
        })
    }
  }

  var entries: [Entry]
  /// Takes a word that is no option's; false where the command has no more of them.
  var argument: (inout Report, String) -> Bool

  /// Puts what the words say into a report.
  /// - Returns: false where they are not plain; the report is then of no use.
  func read(_ words: some Sequence<String>, into report: inout Report) -> Bool {
    var words = words.makeIterator()
    while let word = words.next() {
      if Self.isValue(word) {
        guard argument(&report, word) else { return false }
        continue
      }
      guard let entry = entries.first(where: { $0.word.isNamed(by: word) }) else { return false }
      switch entry.action {
      case .flag(let set): set(&report)
      case .option(let set):
        guard let value = words.next(), Self.isValue(value), set(&report, value) else {
          return false
        }
      }
    }
    return true
  }

  private static func isValue(_ word: String) -> Bool {
    word.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
  }
}
