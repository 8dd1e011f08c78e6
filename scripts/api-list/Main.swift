// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Lists the public declarations of a library: `api-list MODULE FOLDER` reads the symbol graphs that the
/// compiler wrote into a folder, and prints one line a declaration or conformance, sorted. With
/// `--undocumented` in front it prints those that say nothing of themselves, and fails where there are any.
///
/// The lists stand in `docs/api`, so that a change of what clients see shows in review. Members that are
/// rows of the tables are left out: `docs/reference` lists those.
@main
struct APIList {
  static func main() throws {
    var arguments = CommandLine.arguments
    let wantsUndocumented = arguments.count == 4 && arguments[1] == "--undocumented"
    if wantsUndocumented { arguments.remove(at: 1) }
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("api-list [--undocumented] MODULE FOLDER\n".utf8))
      exit(2)
    }
    let folder = URL(fileURLWithPath: arguments[2])
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    // Extensions of other modules' types have a file of their own: `MODULE@OTHER.symbols.json`.
    let graphs = files.filter {
      $0.lastPathComponent == "\(arguments[1]).symbols.json"
        || $0.lastPathComponent.hasPrefix("\(arguments[1])@")
    }
    guard !graphs.isEmpty else {
      FileHandle.standardError.write(Data("api-list: no graph of \(arguments[1])\n".utf8))
      exit(1)
    }
    var lines: Set<String> = []
    for file in graphs {
      let graph = try JSONDecoder().decode(SymbolGraph.self, from: Data(contentsOf: file))
      lines.formUnion(wantsUndocumented ? graph.undocumented : graph.lines)
    }
    for line in lines.sorted() { print(line) }
    if wantsUndocumented, !lines.isEmpty { exit(1) }
  }
}

/// As much of a symbol graph as the list needs.
struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Identifier: Decodable { var precise: String }
    struct Kind: Decodable { var identifier: String }
    struct Fragment: Decodable { var spelling: String }
    struct Location: Decodable { var uri: String }
    struct Comment: Decodable {
      struct Line: Decodable { var text: String }
      var lines: [Line]
    }
    var kind: Kind
    var identifier: Identifier
    var pathComponents: [String]
    var declarationFragments: [Fragment]?
    var location: Location?
    var docComment: Comment?

    /// Whether the symbol says what it is. The cases of an enumeration may leave that to its comment, and
    /// what a protocol asks for has the protocol's.
    var isDocumented: Bool {
      kind.identifier == "swift.enum.case"
        || docComment?.lines.contains { !$0.text.isEmpty } == true
    }

    /// `Type.member: declaration`.
    var line: String {
      let words = (declarationFragments ?? []).map(\.spelling).joined()
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return "\(pathComponents.joined(separator: ".")): \(words)"
    }

    /// Whether the symbol is a constant that the generator wrote.
    var isRow: Bool {
      ["swift.type.property", "swift.enum.case"].contains(kind.identifier)
        && location?.uri.contains("/Generated/") == true
    }
  }
  struct Relationship: Decodable {
    var kind: String
    var source: String
    var target: String
    var targetFallback: String?
  }
  var symbols: [Symbol]
  var relationships: [Relationship]

  /// What every type has unless it says otherwise, so that it says nothing here.
  private static let implied: Set = [
    "Swift.Copyable", "Swift.Escapable", "Swift.SendableMetatype", "Swift.BitwiseCopyable",
  ]

  /// The declarations of this package without a comment.
  var undocumented: [String] {
    symbols.filter { !$0.isRow && !$0.isDocumented && $0.location != nil }.map(\.line)
  }

  /// `Type.member: declaration`, and `Type: Protocol`.
  var lines: [String] {
    var names: [String: String] = [:]
    for symbol in symbols {
      names[symbol.identifier.precise] = symbol.pathComponents.joined(separator: ".")
    }
    var lines: [String] = []
    for symbol in symbols where !symbol.isRow { lines.append(symbol.line) }
    for relationship in relationships where relationship.kind == "conformsTo" {
      guard let type = names[relationship.source] else { continue }
      let name = names[relationship.target] ?? relationship.targetFallback ?? relationship.target
      if !Self.implied.contains(name) { lines.append("\(type): \(name)") }
    }
    return lines
  }
}
