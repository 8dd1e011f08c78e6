// SPDX-License-Identifier: Apache-2.0

/// A small change of one statement, which a number chooses at run time.
struct Mutation {
  /// The file, from the root of the tree.
  let file: String
  /// The function or property that the statement stands in.
  let owner: String
  /// What is changed and into what, blanks made one.
  let original: String
  let mutated: String
  /// What stands in for which bytes of the file, `Mutation.number` in place of its number.
  let range: Range<Int>
  let replacement: String

  /// Stands for the number until it has one.
  static let number = "\u{1}"

  /// As it stands below its file in the list of survivors: nothing in it depends on the line.
  var item: String {
    guard !mutated.isEmpty else { return "\(owner): `\(original.prefix(Self.width))` dropped" }
    // Of a long statement the surroundings of the change.
    let start = max(0, zip(original, mutated).prefix { $0 == $1 }.count - Self.width / 2)
    let most = min(original.count, mutated.count) - start
    let same = zip(original.reversed(), mutated.reversed()).prefix(most).prefix { $0 == $1 }.count
    let end = max(0, same - Self.width / 2)
    let parts = [original, mutated].map { text in
      (start > 0 ? "…" : "") + text.dropFirst(start).dropLast(end) + (end > 0 ? "…" : "")
    }
    return "\(owner): `\(parts[0])` → `\(parts[1])`"
  }

  private static let width = 60

  var key: String { "\(file): \(item)" }

  /// What tells it from others, in full.
  var identity: String {
    "\(file): \(owner): `\(original)` " + (mutated.isEmpty ? "dropped" : "→ `\(mutated)`")
  }
}

/// The mutations of a file.
struct MutationFinder {
  private let file: String
  private let bytes: [UInt8]
  private(set) var found: [[Mutation]] = []

  private static let modifiers: Set = [
    "public", "private", "internal", "fileprivate", "package", "static", "lazy", "final", "else",
  ]
  /// Statements that begin so declare, or say nothing that could be changed.
  private static let unchanged: Set = [
    "func", "init", "subscript", "struct", "enum", "extension", "protocol", "import", "typealias",
    "associatedtype", "deinit", "class", "mutating", "nonisolated", "indirect", "get", "set", "do",
    "switch", "repeat", "defer", "precondition", "assert", "yield",
  ]

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    for statement in StatementParser.statements(of: Lexer.tokens(of: bytes)) {
      var builder = Builder(file: file, bytes: bytes, owner: statement.owner)
      Self.collect(statement, into: &builder)
      if !builder.found.isEmpty { found.append(builder.found) }
    }
  }

  private static func collect(_ statement: Statement, into builder: inout Builder) {
    var tokens = statement.tokens[...]
    if tokens.first?.text == "else", tokens.dropFirst().first?.text == "if" { tokens.removeFirst() }
    guard let first = tokens.first else { return }
    switch first.text {
    case "if", "while", "guard":
      guard statement.hasBody || first.text == "while" else { return }
      tokens.removeFirst()
      if first.text == "guard" { tokens.removeLast() }
      for clause in tokens.split(at: ",") { builder.addClause(clause) }
    case "for":
      addLoop(tokens, &builder)
    case "case", "default":
      guard let colon = tokens.firstIndexAtTop(of: ":") else { return }
      if let place = tokens[..<colon].firstIndexAtTop(of: "where") {
        builder.addClause(tokens[(place + 1)..<colon])
      }
      let rest = tokens[(colon + 1)...]
      // A case that does nothing says so by `break`, which does nothing.
      guard !statement.hasBody, rest.map(\.text) != ["break"] else { return }
      add(rest, &builder)
    default:
      guard !statement.hasBody, !statement.followsBrace else { return }
      add(tokens, &builder)
    }
  }

  private static func addLoop(_ tokens: ArraySlice<Token>, _ builder: inout Builder) {
    guard let place = tokens.firstIndexAtTop(of: "in") else { return }
    let condition = tokens.firstIndexAtTop(of: "where")
    builder.addExpression(tokens[(place + 1)..<(condition ?? tokens.endIndex)])
    if let condition { builder.addClause(tokens[(condition + 1)...]) }
  }

  /// A statement without a body.
  private static func add(_ tokens: ArraySlice<Token>, _ builder: inout Builder) {
    var tokens = tokens
    while let first = tokens.first, modifiers.contains(first.text) { tokens.removeFirst() }
    guard let first = tokens.first, let last = tokens.last, !unchanged.contains(first.text),
      first.text != ".", first.kind != .op, first.kind != .mark || first.text == "(",
      !"#@".contains(first.text.prefix(1))
    else { return }
    switch first.text {
    case "let", "var":
      guard let place = tokens.firstIndexAtTop(of: "=") else { return }
      builder.addExpression(tokens[(place + 1)...])
    case "return":
      guard tokens.count > 1 else { return builder.drop(tokens) }
      builder.addExpression(tokens.dropFirst(), mayNegate: true)
    case "continue", "break", "throw":
      builder.drop(tokens)
    default:
      if let place = tokens.firstIndexAtTop(where: { Builder.assignments.keys.contains($0) }) {
        builder.addExpression(tokens[(place + 1)...])
        builder.changeAssignment(tokens, at: place)
        builder.drop(tokens)
      } else if last.text == ")", first.kind == .word {
        builder.addCall(tokens)
      } else {
        builder.addExpression(tokens, mayNegate: true)
      }
    }
  }
}

extension ArraySlice<Token> {
  /// The first token outside of brackets with this text.
  func firstIndexAtTop(of text: String) -> Int? { firstIndexAtTop { $0 == text } }

  func firstIndexAtTop(where isWanted: (String) -> Bool) -> Int? {
    var depth = 0
    for index in indices {
      let text = self[index].text
      if ["(", "[", "{"].contains(text) { depth += 1 }
      if [")", "]", "}"].contains(text) { depth -= 1 }
      if depth == 0 && isWanted(text) { return index }
    }
    return nil
  }

  /// The parts between separators outside of brackets.
  func split(at separator: String) -> [ArraySlice<Token>] {
    var rest = self
    var parts: [ArraySlice<Token>] = []
    while let place = rest.firstIndexAtTop(of: separator) {
      parts.append(rest[..<place])
      rest = rest[(place + 1)...]
    }
    return parts + [rest]
  }
}
