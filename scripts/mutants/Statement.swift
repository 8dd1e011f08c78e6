// SPDX-License-Identifier: Apache-2.0

/// A statement, or what stands before its body: tokens without a brace of their own.
struct Statement {
  let tokens: [Token]
  /// The function or property that it stands in.
  let owner: String
  /// Whether a body in braces follows.
  let hasBody: Bool
  /// Whether a closing brace stands before it on the same line.
  let followsBrace: Bool
}

/// Cuts a file into statements. What stands in parentheses belongs to the statement around it.
struct StatementParser {
  private let tokens: [Token]
  private var index = 0
  private var found: [Statement] = []

  static func statements(of tokens: [Token]) -> [Statement] {
    var parser = StatementParser(tokens)
    while parser.index < tokens.count {
      parser.parseBlock(owner: "file")
      parser.index += 1
    }
    return parser.found
  }

  private init(_ tokens: [Token]) { self.tokens = tokens }

  /// Reads up to the closing brace.
  private mutating func parseBlock(owner: String) {
    var run: [Token] = []
    var followsBrace = false
    func finish(hasBody: Bool, _ found: inout [Statement]) {
      defer { run = [] }
      guard !run.isEmpty else { return }
      found.append(
        Statement(tokens: run, owner: owner, hasBody: hasBody, followsBrace: followsBrace))
    }
    while index < tokens.count {
      let token = tokens[index]
      switch token.text {
      case "{":
        let inner = Self.declaredName(run) ?? owner
        finish(hasBody: true, &found)
        index += 1
        parseBlock(owner: inner)
        followsBrace = true
      case "}":
        finish(hasBody: false, &found)
        return
      case "(", "[":
        appendBracketed(to: &run)
        continue
      case "\n":
        if !continues(run) {
          finish(hasBody: false, &found)
          followsBrace = false
        }
      case ";": finish(hasBody: false, &found)
      case "in" where run.first?.text != "for": run = []
      default: run.append(token)
      }
      index += 1
    }
    finish(hasBody: false, &found)
  }

  private mutating func appendBracketed(to run: inout [Token]) {
    var depth = 0
    repeat {
      let token = tokens[index]
      if "([{".contains(token.text) { depth += 1 }
      if ")]}".contains(token.text) { depth -= 1 }
      if token.kind != .newline || depth > 0 { run.append(token) }
      index += 1
    } while depth > 0 && index < tokens.count
  }

  /// Whether the statement goes on behind the end of a line.
  private func continues(_ run: [Token]) -> Bool {
    guard let first = run.first, let last = run.last else { return false }
    if ["if", "guard", "while", "for", "switch"].contains(first.text) { return true }
    if first.text == "else" && run.count > 1 { return true }
    if last.isInfix || [",", "=", "return", "->"].contains(last.text) { return true }
    guard let next = tokens[index...].first(where: { $0.kind != .newline }) else { return false }
    return next.kind == .op && next.hasSpaceAfter || [".", ":", "where"].contains(next.text)
  }

  private static func declaredName(_ run: [Token]) -> String? {
    for (index, token) in run.enumerated() {
      if ["init", "subscript"].contains(token.text) { return token.text }
      if ["func", "var", "let"].contains(token.text) {
        guard token.text == "func" || !run.contains(where: { $0.text == "=" }),
          index + 1 < run.count, !["if", "guard", "while", "else"].contains(run[0].text)
        else { return nil }
        return run[index + 1].text
      }
    }
    return nil
  }
}
