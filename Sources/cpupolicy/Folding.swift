// SPDX-License-Identifier: Apache-2.0

/// Text in lines that are no longer than there is room for, broken between words.
enum Folding {
  /// How many columns of a terminal a text takes, where styles take none. Nearly every text is ASCII,
  /// where bytes are characters and need not be put together first.
  static func width(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != escape }) { return text.utf8.count }
    guard text.utf8.contains(escape) else { return text.count }
    var rest = Substring(text)
    var width = 0
    while let start = rest.firstIndex(of: "\u{1b}") {
      width += rest[..<start].count
      rest = rest[start...].drop { $0 != "m" }.dropFirst()
    }
    return width + rest.count
  }

  private static let escape: UInt8 = 0x1b

  /// The words of a text in lines of at most so many columns. Only a word that is longer than a line is
  /// broken, at a mark or a capital where it has one.
  static func lines(_ text: String, _ limit: Int) -> [String] {
    guard width(text) > limit else { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let length = width(word)
      if !lines.isEmpty || used > 0 || !line.isEmpty {
        if used + 1 + length <= limit {
          line += " " + word
          used += 1 + length
          continue
        }
        if used > 0 { lines.append(line) }
        line = ""
        used = 0
      }
      var rest = word
      while width(rest) > limit, !rest.utf8.contains(escape) {
        let piece = piece(of: rest, limit)
        lines.append(String(piece))
        rest = rest[piece.endIndex...]
      }
      line = String(rest)
      used = width(rest)
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  /// As much of a word as fits.
  private static func piece(of word: Substring, _ limit: Int) -> Substring {
    let piece = word.prefix(limit)
    // Not so early that the rest takes more lines than it saves.
    let early = piece.index(piece.startIndex, offsetBy: limit / 2)
    var end = piece.endIndex
    for index in piece[early...].indices {
      let next = word.index(after: index)
      guard next < piece.endIndex else { break }
      if ",-_:/".contains(word[index]) || word[next].isUppercase && word[index].isLowercase {
        end = next
      }
    }
    return word[..<end]
  }

  /// The longest word of a text, in columns.
  static func longestWord(_ text: String) -> Int {
    text.split(separator: " ").map { width($0) }.max() ?? 0
  }

  /// A line of a report, which may have a label before it: what does not fit stands below its text.
  static func report(_ line: Substring, _ limit: Int) -> String {
    guard width(line) > limit else { return String(line) }
    var start = line.prefix { $0 == " " }.endIndex
    if let text = textBehindLabel(line[start...]),
      width(line[..<text]) <= limit / 2
    {
      start = text
    }
    let lead = line[..<start]
    let indent = start == line.startIndex ? 2 : min(width(lead), limit / 2)
    let blanks = String(repeating: " ", count: indent)
    return lead
      + lines(String(line[start...]), limit - indent).joined(separator: "\n" + blanks)
  }

  /// Where the text behind a label and two blanks begins; nil in a line without.
  private static func textBehindLabel(_ line: Substring) -> Substring.Index? {
    guard let gap = line.prefix(24).firstRange(of: "  ") else { return nil }
    let text = line[gap.lowerBound...].drop { $0 == " " }
    return text.isEmpty ? nil : text.startIndex
  }
}
