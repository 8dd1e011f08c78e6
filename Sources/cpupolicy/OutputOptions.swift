// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyFormats
import PolicyText
import Yams

/// The forms in which a command can print what it found.
enum OutputForm: String, ExpressibleByArgument, CaseIterable {
  case table, json, yaml, csv, name
}

/// In which form a command answers, and how much it says besides.
struct FormOptions: ParsableArguments {
  static let outputWord = OptionWord("output", short: "o")
  static let noHeadersWord = OptionWord("no-headers")

  @Option(name: outputWord.names, help: "table, json, yaml, csv or name.")
  var output = Output().form

  @Flag(name: noHeadersWord.names, help: "Leave the heading of tables and CSV out.")
  var noHeaders = false

  static let wideWord = OptionWord("wide")
  @Flag(name: wideWord.names, help: "Tables with every column, however narrow the terminal is.")
  var wide = false

  @Option(
    name: Screen.colorWord.names, help: "auto, always or never; else NO_COLOR and the like.")
  var color: Screen.Colours?

  @OptionGroup var talk: Talk.Options

  func validate() throws { Screen.choose(color) }

  /// What was chosen.
  var choice: Output { Output(form: output, hasHeadings: !noHeaders, isWide: wide) }
}

/// The options that every report has.
struct OutputOptions: ParsableArguments {
  @OptionGroup var form: FormOptions
  @OptionGroup var patience: Patience.Option
  @OptionGroup var models: ModelOptions

  var output: OutputForm { form.output }
  var noHeaders: Bool { form.noHeaders }
  /// What was chosen.
  var choice: Output { form.choice }

  /// Prints a document in the chosen form.
  func print(
    _ document: @autoclosure () -> JSONValue, rows: () -> [[String]], table: () -> String
  ) throws {
    try choice.print(document(), rows: rows, table: table)
  }
}

/// How a report is printed.
struct Output: Equatable {
  var form = OutputForm.table
  var hasHeadings = true
  var isWide = false

  /// Prints a document.
  ///
  /// - Parameters:
  ///   - rows: the heading and rows for CSV; their first cells are what `name` prints.
  ///   - table: the text for people.
  func print(
    _ document: @autoclosure () -> JSONValue, rows: () -> [[String]], table: () -> String
  ) throws {
    switch form {
    case .table:
      if isWide { Screen.widen() }
      Console.table(table())
    case .json: Console.data(document().text + "\n")
    case .yaml: Console.data(try YAML.text(document()))
    case .csv:
      // In parts: a list may have a hundred thousand rows.
      var text = ""
      for cells in rows().dropFirst(hasHeadings ? 0 : 1) {
        for (index, cell) in cells.enumerated() {
          if index > 0 { text += "," }
          text += CSV.cell(cell)
        }
        text += "\n"
        if text.utf8.count > 1 << 16 {
          Console.data(text)
          text = ""
        }
      }
      Console.data(text)
    case .name:
      Console.data(rows().dropFirst().map { ShownText.line($0.first ?? "") + "\n" }.joined())
    }
  }
}

enum CSV {
  /// A cell as RFC 4180 writes it, on one line. One that a spreadsheet would take for a formula begins
  /// with an apostrophe.
  static func cell(_ text: String) -> String {
    var text = ShownText.line(text)
    if let first = text.utf8.first, text.utf8.count > 1, "=+-@".utf8.contains(first) {
      text = "'" + text
    }
    guard text.utf8.contains(where: ",\"\n\r".utf8.contains) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

enum YAML {
  /// A document as YAML, members in their order.
  static func text(_ value: JSONValue) throws -> String { try Yams.serialize(node: node(value)) }

  private static func node(_ value: JSONValue) -> Node {
    switch value {
    case .object(let members):
      Node(members.map { (Node($0.name), node($0.value)) })
    case .array(let values): Node(values.map(node))
    case .string(let text): Node(text, Tag(.str), .doubleQuoted)
    case .integer(let number): Node(String(number), Tag(.int))
    case .decimal(let number): Node(String(number), Tag(.float))
    case .bool(let flag): Node(flag ? "true" : "false", Tag(.bool))
    case .null: Node("null", Tag(.null))
    }
  }
}
