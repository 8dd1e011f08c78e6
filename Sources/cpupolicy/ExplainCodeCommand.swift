// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// `explain CODE`.
struct ExplainCodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a code that a report shows, at length.",
    discussion: """
      Of a file with complaints of QEMU, libvirt, KubeVirt or XAPI the features are explained that a host
      lacks by their words.
      """)

  @Argument(
    help: "A code, e.g. CPU0101, or a file with complaints; left out: all codes.",
    completion: Offers.codes)
  var code: String?
  @Flag(help: "Print all codes as C source, for libcpupolicy_text.a.")
  var cSource = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    if cSource {
      Console.data(ViolationCode.cSource)
      return
    }
    if let code, let needs = Complaint.features(code) {
      try FeaturesCommand.List.show(needs, output)
      return
    }
    let codes = try selected()
    try output.print(
      codes.count == 1 && code != nil
        ? Document.code(codes[0]).json : Document.codeList(codes).json,
      rows: { [["code", "title"]] + codes.map { [$0.text, $0.title] } },
      table: { text(codes) })
  }

  private func selected() throws -> [ViolationCode] {
    guard let code else { return ViolationCode.all }
    guard let found = ViolationCode(text: code) else {
      if let meaning = KnownName.meanings(of: code).first {
        throw CommandFailure(
          .usage,
          "\(code): this is no code; policy explain \(meaning.optionName) FILE says who has it")
      }
      let codes = ViolationCode.all.map(\.text)
      let offer = Choices.offer(code, among: codes, within: 3)
      throw CommandFailure(
        .usage, "\(code): no such code\(offer) cpupolicy explain without a code lists them")
    }
    return [found]
  }

  private func text(_ codes: [ViolationCode]) -> String {
    guard code != nil, let first = codes.first else {
      var table = TextTable(["code", "title"])
      for code in codes { table.add([code.text, code.title]) }
      return table.text(hasHeading: !output.noHeaders)
    }
    return Console.bold("\(first.text) \(first.title)") + "\n\n\(first.explanation)\n"
  }
}

extension ViolationCode {
  /// The texts as a C program looks them up.
  fileprivate static var cSource: String {
    var text = "#include \"cpupolicy.h\"\n"
    for (name, value) in [("title", \ViolationCode.title), ("text", \.explanation)] {
      text += "\nconst char *cpupolicy_code_\(name)(uint32_t code) {\n  switch (code) {\n"
      for code in all {
        text += "  case \(code.rawValue): return \(QuotedText.of(code[keyPath: value]));\n"
      }
      text += "  default: return NULL;\n  }\n}\n"
    }
    return text
  }
}

/// A file with complaints in the place of a name.
enum Complaint {
  /// The features of which a host is said to lack them; nil where the word names no such file.
  static func features(_ word: String) -> [Feature]? {
    guard ViolationCode(text: word) == nil, Feature(named: word) == nil, word != "-",
      let document = try? InputFile.read(word), document.format == .complaint,
      let named = document.policies.first
    else { return nil }
    return named.statedFeatures.features
  }
}
