// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyCore
import PolicyFormats
import PolicyText

/// `explain CODE`.
struct ExplainCodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a code that a report shows, at length.")

  @Argument(help: "A code, e.g. CPU0101; left out: all of them.")
  var code: String?
  @Flag(help: "Print all codes as C source, for libcpupolicy_text.a.")
  var cSource = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    if cSource {
      Console.data(CodeText.cSource)
      return
    }
    let codes = try selected()
    try output.print(
      codes.count == 1 && code != nil
        ? codes[0].document
        : .document(
          .codeList,
          [
            "codes": .array(codes.map(\.document))
          ]),
      rows: { [["code", "title"]] + codes.map { [$0.code, $0.title] } },
      table: { text(codes) })
  }

  private func selected() throws -> [CodeText] {
    guard let code else { return CodeText.all }
    guard let found = CodeText.all.first(where: { $0.code == code.uppercased() }) else {
      throw CommandFailure(
        .usage, "\(code): no such code; cpupolicy explain without a code lists them")
    }
    return [found]
  }

  private func text(_ codes: [CodeText]) -> String {
    guard code != nil, let first = codes.first else {
      var table = TextTable(["code", "title"])
      for code in codes { table.add([code.code, code.title]) }
      return table.text(hasHeading: !output.noHeaders)
    }
    return Console.bold("\(first.code) \(first.title)") + "\n\n\(first.text)\n"
  }
}

/// A code with its texts.
struct CodeText {
  var code: String
  var title: String
  var text: String

  static let all: [CodeText] = ViolationCode.all.map {
    CodeText(code: $0.text, title: $0.title, text: $0.explanation)
  }

  var document: JSONValue {
    .document(
      .code,
      [
        "code": .string(code), "title": .string(title), "text": .string(text),
      ])
  }

  /// The texts as a C program looks them up.
  static var cSource: String {
    func literal(_ text: String) -> String {
      let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"" + escaped.replacing("\n", with: "\\n") + "\""
    }
    var text = "#include \"cpupolicy.h\"\n"
    for (name, value) in [("title", \CodeText.title), ("text", \.text)] {
      text += "\nconst char *cpupolicy_code_\(name)(uint32_t code) {\n  switch (code) {\n"
      for code in all {
        text +=
          "  case \(Int(code.code.dropFirst(3)) ?? 0): return \(literal(code[keyPath: value]));\n"
      }
      text += "  default: return NULL;\n  }\n}\n"
    }
    return text
  }
}
