// SPDX-License-Identifier: Apache-2.0

/// Collects the mutations of one statement. The original and the changed text stand side by side, and
/// the switch chooses.
struct Builder {
  let file: String
  let bytes: [UInt8]
  let owner: String
  var found: [Mutation] = []

  init(file: String, bytes: [UInt8], owner: String) {
    self.file = file
    self.bytes = bytes
    self.owner = owner
  }

  /// The question whether the mutation is the chosen one.
  private static let test = "mutantIs(\(Mutation.number))"
  static let assignments: [String: String?] = [
    "=": nil, "|=": "&=", "&=": "|=", "^=": "|=", "+=": "-=", "-=": "+=", "&+=": "&-=",
    "&-=": "&+=", "*=": "+=", "<<=": ">>=", ">>=": "<<=", "&<<=": "&>>=", "&>>=": "&<<=",
  ]
  private static let operators = [
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "&&": "||", "||": "&&",
    "+": "-", "-": "+", "&+": "&-", "&-": "&+", "*": "+", "&*": "&+", "/": "*", "%": "/",
    "|": "&", "&": "|", "^": "|", "<<": ">>", ">>": "<<", "&<<": "&>>", "&>>": "&<<",
    "..<": "...", "...": "..<",
  ]
  private static let words = [
    "true": "false", "false": "true", "min": "max", "max": "min", "lowerBound": "upperBound",
    "upperBound": "lowerBound", "insert": "remove", "remove": "insert", "first": "last",
    "last": "first", "formUnion": "formIntersection", "formIntersection": "formUnion",
    "union": "intersection", "intersection": "union",
  ]

  /// An expression: what stands in it is changed.
  mutating func addExpression(_ tokens: ArraySlice<Token>, mayNegate: Bool = false) {
    guard Self.isSimple(tokens) else { return }
    for change in Self.changes(tokens) {
      let mutated = source(tokens, change)
      add(tokens, mutated, "(\(Self.test) ? (\(mutated)) : (\(source(tokens))))")
    }
    if mayNegate, Self.isTruth(tokens) { negate(tokens) }
  }

  /// One of the conditions of `if`, `guard`, `while` or `where`.
  mutating func addClause(_ tokens: ArraySlice<Token>) {
    guard let first = tokens.first, !first.text.hasPrefix("#") else { return }
    if ["let", "var", "case"].contains(first.text) {
      guard let place = tokens.firstIndexAtTop(of: "=") else { return }
      addExpression(tokens[(place + 1)...])
    } else {
      addExpression(tokens)
      if Self.isSimple(tokens) { negate(tokens) }
    }
  }

  /// A call whose result counts for nothing, or is the result of what it stands in.
  mutating func addCall(_ tokens: ArraySlice<Token>) {
    guard Self.isSimple(tokens) else { return }
    for change in Self.changes(tokens) { choose(tokens, source(tokens, change)) }
    drop(tokens)
  }

  mutating func changeAssignment(_ tokens: ArraySlice<Token>, at place: Int) {
    guard Self.isSimple(tokens), let other = Self.assignments[tokens[place].text] ?? nil else {
      return
    }
    choose(tokens, source(tokens, (tokens[place].range, other)))
  }

  mutating func drop(_ tokens: ArraySlice<Token>) {
    guard Self.isSimple(tokens) else { return }
    add(tokens, "", "if !\(Self.test) { \(source(tokens)) }")
  }

  private mutating func negate(_ tokens: ArraySlice<Token>) {
    add(tokens, "!(\(source(tokens)))", "(\(Self.test) != (\(source(tokens))))")
  }

  private mutating func choose(_ tokens: ArraySlice<Token>, _ mutated: String) {
    add(tokens, mutated, "if \(Self.test) { \(mutated) } else { \(source(tokens)) }")
  }

  private mutating func add(
    _ tokens: ArraySlice<Token>, _ mutated: String, _ replacement: String
  ) {
    found.append(
      Mutation(
        file: file, owner: owner, original: Self.oneLine(source(tokens)),
        mutated: Self.oneLine(mutated), range: Self.range(tokens), replacement: replacement))
  }

  /// Whether it may stand twice: closures of several lines may not, nor what is an expression in some
  /// places alone.
  private static func isSimple(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first else { return false }
    let hasClosure = tokens.contains { $0.text == "{" }
    return !["if", "switch", "_"].contains(first.text) && !tokens.contains { $0.text == "case" }
      && !(hasClosure && tokens.contains { $0.kind == .newline })
  }

  /// Whether an expression is of type Bool, by its looks.
  private static func isTruth(_ tokens: ArraySlice<Token>) -> Bool {
    let telling: Set = ["==", "!=", "<", "<=", ">", ">=", "&&", "||"]
    if let place = tokens.firstIndexAtTop(of: "?"), tokens[place].isInfix { return false }
    return tokens.firstIndexAtTop(where: { telling.contains($0) }) != nil
      || tokens.first?.text == "!"
      || tokens.contains { ["contains", "isZero", "isKnown", "isEmpty"].contains($0.text) }
  }

  /// What can be changed in an expression, one thing at a time.
  private static func changes(_ tokens: ArraySlice<Token>) -> [(Range<Int>, String)] {
    tokens.indices.compactMap { index in
      let token = tokens[index]
      let before = index > tokens.startIndex ? tokens[index - 1].text : ""
      let after = index + 1 < tokens.endIndex ? tokens[index + 1].text : ""
      switch token.kind {
      case .number:
        return before == "." ? nil : nextNumber(token.text).map { (token.range, $0) }
      case .op:
        if token.isInfix { return operators[token.text].map { (token.range, $0) } }
        let isPrefix =
          !token.hasSpaceAfter && (token.hasSpaceBefore || ["", "(", "["].contains(before))
        return isPrefix && ["!", "~"].contains(token.text) ? (token.range, "") : nil
      case .word:
        let isWanted = ["min", "max"].contains(token.text) ? after == "(" : after != ":"
        return isWanted ? words[token.text].map { (token.range, $0) } : nil
      default: return nil
      }
    }
  }

  /// The next number, written alike; the one before for a number of all ones.
  private static func nextNumber(_ text: String) -> String? {
    let digits = text.filter { $0 != "_" }
    let isHex = digits.hasPrefix("0x")
    guard let value = isHex ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits) else {
      return nil
    }
    let isFull = [0xff, 0xffff, 0xffff_ffff, UInt64.max].contains(value)
    let next = isFull ? value - 1 : value + 1
    return isHex ? "0x" + String(next, radix: 16) : String(next)
  }

  private static func range(_ tokens: ArraySlice<Token>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  private func source(_ tokens: ArraySlice<Token>, _ change: (Range<Int>, String)? = nil) -> String
  {
    let range = Self.range(tokens)
    guard let (changed, text) = change else { return String(decoding: bytes[range], as: UTF8.self) }
    return String(decoding: bytes[range.lowerBound..<changed.lowerBound], as: UTF8.self) + text
      + String(decoding: bytes[changed.upperBound..<range.upperBound], as: UTF8.self)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
