// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Features and fields as people name them on the command line.
enum NameInput {
  /// What a name means.
  ///
  /// - Parameters:
  ///   - option: before the name in messages, with a blank behind it; empty for an argument.
  static func meaning(of name: String, option: String = "") throws -> KnownName {
    let meanings = KnownName.meanings(of: name)
    guard let meaning = meanings.first else {
      let nearest = Choices.nearest(KnownName.nearest(to: name))
      let rest = nearest + " see features list"
      throw CommandFailure(.usage, "\(option)\(name): no feature or field has this name\(rest)")
    }
    guard meanings.count == 1 else {
      throw CommandFailure(
        .usage, "\(option)\(name): this is said of several; name one of \(list(meanings))")
    }
    let others = meaning.otherMeanings(of: name)
    if !others.isEmpty {
      Console.note("\(name): elsewhere this is said of \(list(others)), too")
    }
    return meaning
  }

  /// A feature, and nothing else, by its name.
  static func feature(_ name: String, option: String) throws -> Feature {
    guard case .feature(let feature) = try meaning(of: name, option: option) else {
      throw CommandFailure(.usage, "\(option)\(name): this is a field, and no feature")
    }
    return feature
  }

  private static func list(_ meanings: [KnownName]) -> String {
    meanings.map(\.optionName).joined(separator: ", ")
  }

  // MARK: Lists

  /// A `cpuid=` list, in which other worlds' names may stand for the option's own.
  static func list(_ text: String, option: String) throws -> CPUIDOption {
    try refuseFlood(text, option)
    do {
      return try CPUIDOption(parsing: text)
    } catch let original {
      guard let translation = try Translation(text, option: option) else {
        throw CommandFailure(.usage, each: original.errors.map { "\(option): \($0)" })
      }
      do {
        let parsed = try CPUIDOption(parsing: translation.text)
        for note in translation.notes { Console.note("\(option): \(note)") }
        return parsed
      } catch {
        let errors = error.errors.map { translation.located($0) }
        throw CommandFailure(.usage, each: errors.map { "\(option): \($0)" })
      }
    }
  }

  /// Refuses a text of thousands of names that nobody has, before each is looked for everywhere.
  private static func refuseFlood(_ text: String, _ option: String) throws {
    guard text.utf8.count > longestList else { return }
    let items = text.split(separator: ",", omittingEmptySubsequences: false)
    let unknown = items.filter { item in
      let name = item.prefix { $0 != "=" }
      return KnownName.meanings(of: String(name.hasPrefix("no-") ? name.dropFirst(3) : name))
        .isEmpty
    }
    let told = CommandFailure.mostReasons
    guard unknown.count > told else { return }
    do {
      _ = try CPUIDOption(parsing: String(text[..<unknown[told - 1].endIndex]))
    } catch {
      let lines = error.errors.map { "\(option): \($0)" }.prefix(told)
      for line in lines { Console.error(line) }
      throw CommandFailure(.usage, "and \(unknown.count - told) more like these")
    }
  }

  /// No list that somebody means has more bytes.
  private static let longestList = 16_384

  /// A list with the option's own names in place of others.
  private struct Translation {
    private var items: [(original: Substring, translated: String)] = []
    private(set) var notes: [String] = []

    var text: String { items.map(\.translated).joined(separator: ",") }

    /// Nil where no name means anything else.
    init?(_ list: String, option: String) throws {
      for item in list.split(separator: ",", omittingEmptySubsequences: false) {
        items.append((item, try Self.translated(item, option)))
        if let last = items.last, last.original != last.translated {
          let (said, meant) = (
            last.original.prefix { $0 != "=" }, last.translated.prefix { $0 != "=" }
          )
          notes.append("\(said) is \(meant) there")
        }
      }
      if notes.isEmpty { return nil }
    }

    private static func translated(_ item: Substring, _ option: String) throws -> String {
      let name = item.prefix { $0 != "=" }
      let isNegated = name.hasPrefix("no-")
      let bare = String(isNegated ? name.dropFirst(3) : name)
      let meanings = KnownName.meanings(of: bare)
      if meanings.count > 1 {
        throw CommandFailure(
          .usage,
          "\(option): \(bare): this is said of several; name one of \(NameInput.list(meanings))")
      }
      switch meanings.first {
      case .feature: break
      case .field(let field) where !field.optionKey.isEmpty && !isNegated: break
      default: return String(item)
      }
      return (isNegated ? "no-" : "") + (meanings.first?.optionName ?? bare)
        + item.dropFirst(name.count)
    }

    /// An error of the translated list, in words of the original.
    func located(_ error: CPUIDOptionError) -> CPUIDOptionError {
      var located = error
      var (start, translated) = (0, 0)
      for item in items {
        let end = translated + item.translated.count
        if error.column - 1 <= end {
          // What is at fault inside of an item stands as far from its end.
          let isWhole = error.column - 1 == translated
          located.column =
            1 + (isWhole ? start : start + item.original.count - (end - error.column + 1))
          located.item = String(item.original)
          break
        }
        start += item.original.count + 1
        translated = end + 1
      }
      return located
    }
  }
}
