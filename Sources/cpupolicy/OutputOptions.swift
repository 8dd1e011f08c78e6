import ArgumentParser
import PolicyFormats
import Yams

/// The forms in which a command can print what it found.
enum OutputForm: String, ExpressibleByArgument, CaseIterable {
  case table, json, yaml, csv, name
}

/// The options that every report has.
struct OutputOptions: ParsableArguments {
  @Option(name: [.short, .customLong("output")], help: "table, json, yaml, csv or name.")
  var output = OutputForm.table

  @Flag(name: .customLong("no-headers"), help: "Leave the heading of tables and CSV out.")
  var noHeaders = false

  /// Prints a document in the chosen form.
  ///
  /// - Parameters:
  ///   - rows: the heading and rows for CSV; their first cells are what `name` prints.
  ///   - table: the text for people.
  func print(
    _ document: @autoclosure () -> JSONValue, rows: () -> [[String]], table: () -> String
  ) throws {
    switch output {
    case .table: Swift.print(table(), terminator: "")
    case .json: Swift.print(document().text)
    case .yaml: Swift.print(try YAML.text(document()), terminator: "")
    case .csv:
      for row in rows().dropFirst(noHeaders ? 1 : 0) {
        Swift.print(row.map(CSV.cell).joined(separator: ","))
      }
    case .name: for row in rows().dropFirst() { Swift.print(row.first ?? "") }
    }
  }
}

enum CSV {
  /// A cell as RFC 4180 writes it.
  static func cell(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
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
