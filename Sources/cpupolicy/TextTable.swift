// SPDX-License-Identifier: Apache-2.0

import PolicyText

/// A table for people: columns aligned, a heading above. Where it is wider than the screen, cells are folded
/// between words; where even that does not fit, each row is a block of its own.
struct TextTable {
  /// What becomes of columns of sentences where there is no room beside the others.
  enum Sentences { case below, leftOut }

  private var columns: [String]
  private var rows: [[String]] = []
  /// What is printed in place of a table without rows.
  private let empty: String?
  /// How many of the last columns hold sentences, and what becomes of them in a narrow table.
  private var sentences: (count: Int, fate: Sentences)?

  /// Fewer columns than these are no room for sentences.
  private static let leastForSentences = 36
  private static let gap = 2

  /// - Parameter empty: what a table without rows says; nil for its heading alone.
  init(_ columns: [String], empty: String? = nil) {
    self.columns = columns.map(ShownText.line)
    self.empty = empty
  }

  /// The last columns hold sentences, which others need not make room for.
  mutating func setSentences(_ count: Int, _ fate: Sentences) { sentences = (count, fate) }

  mutating func add(_ cells: [String]) { rows.append(cells.map(ShownText.line)) }

  /// A line across all columns that begins a group.
  mutating func addGroup(_ title: String) { rows.append([ShownText.line(title)]) }

  /// How many columns of a terminal the table takes, where nothing of it is folded.
  var width: Int {
    let widths = measured(columns.count, Folding.width)
    return TableWidths(natural: widths, unbroken: widths, least: widths).total
  }

  func text(hasHeading: Bool = true, limit: Int = Screen.current.limit) -> String {
    if rows.isEmpty, let empty { return empty + "\n" }
    if width <= limit {
      return aligned(measured(columns.count, Folding.width), hasHeading, limit)
    }
    // As many columns beside each other as fit with whole words.
    let most = sentences?.count ?? 0
    for apart in min(1, most)...most {
      let widths = widths(of: columns.count - apart)
      let rest = limit - widths.total - Self.gap
      if apart == 1, rest >= Self.leastForSentences {
        return aligned(widths.natural + [rest], hasHeading, limit)
      }
      if let fitting = widths.fitting(limit, breakingWords: apart == most) {
        return aligned(fitting, hasHeading, limit)
      }
    }
    return blocks(limit)
  }

  // MARK: Widths

  private func widths(of count: Int) -> TableWidths {
    var widths = TableWidths(
      natural: measured(count, Folding.width), unbroken: measured(count, Folding.longestWord),
      least: measured(count) { min(Folding.longestWord($0), TableWidths.longestWord) })
    // A heading of several words stands above a column no wider than it has to be.
    for index in 0..<count {
      let cells = rows.lazy.filter { $0.count == columns.count }.map { Folding.width($0[index]) }
      let heading = Folding.longestWord(columns[index])
      widths.natural[index] = max(cells.max() ?? 0, heading)
    }
    return widths
  }

  private func measured(_ count: Int, _ measure: (String) -> Int) -> [Int] {
    var widths = columns.prefix(count).map(measure)
    for row in rows where row.count == columns.count {
      for index in 0..<count { widths[index] = max(widths[index], measure(row[index])) }
    }
    return widths
  }

  // MARK: Lines

  /// - Parameter widths: of all columns, or of all but the sentences.
  private func aligned(_ widths: [Int], _ hasHeading: Bool, _ limit: Int) -> String {
    let styled = styledColumns
    var text: [UInt8] = []
    if hasHeading {
      let heading = columns.map { $0.uppercased() }
      for line in Self.lines(heading.prefix(widths.count), widths) {
        var bytes: [UInt8] = []
        Self.append(line, widths, [], to: &bytes)
        text += Console.bold(String(decoding: bytes, as: UTF8.self)).utf8
        text.append(Self.newline)
      }
    }
    for row in rows {
      if row.count == 1 && columns.count > 1 {
        text += Console.bold(row[0]).utf8
        text.append(Self.newline)
        continue
      }
      for line in Self.lines(row.prefix(widths.count), widths) {
        Self.append(line, widths, styled, to: &text)
        text.append(Self.newline)
      }
      if sentences?.fate == .below {
        for index in widths.count..<max(row.count, widths.count) {
          // The last one needs no name.
          let name = index == row.count - 1 ? "" : columns[index] + " "
          appendBelow(row[index].isEmpty ? "" : name + row[index], limit, to: &text)
        }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func appendBelow(_ sentence: String, _ limit: Int, to text: inout [UInt8]) {
    guard !sentence.isEmpty else { return }
    for line in Folding.lines(sentence, limit - 2 * Self.gap) {
      text += repeatElement(Self.blank, count: 2 * Self.gap)
      text += line.utf8
      text.append(Self.newline)
    }
  }

  /// The lines of a row, whose cells are folded to their widths.
  private static func lines(_ cells: ArraySlice<String>, _ widths: [Int]) -> [[String]] {
    guard zip(cells, widths).contains(where: { Folding.width($0) > $1 }) else {
      return [Array(cells)]
    }
    let folded = zip(cells, widths).map(Folding.lines)
    return (0..<(folded.map(\.count).max() ?? 0)).map { line in
      folded.map { line < $0.count ? $0[line] : "" }
    }
  }

  private static let blank = UInt8(ascii: " ")
  private static let newline = UInt8(ascii: "\n")

  /// The columns whose words have colours.
  private var styledColumns: Set<Int> {
    guard Screen.current.usesColour else { return [] }
    let names: Set = ["severity", "verdict", "effect", ""]
    return Set(columns.indices.filter { names.contains(columns[$0]) })
  }

  /// Cells at their columns; no blanks at the line's end.
  private static func append(
    _ cells: [String], _ widths: [Int], _ styled: Set<Int>, to text: inout [UInt8]
  ) {
    var blanks = 0
    for (index, cell) in cells.enumerated() {
      if !cell.isEmpty {
        text += repeatElement(blank, count: blanks)
        text += (styled.contains(index) ? Console.word(cell) : cell).utf8
        blanks = 0
      }
      blanks += max(0, widths[index] - Folding.width(cell)) + gap
    }
  }
}

// MARK: - Blocks

extension TextTable {
  /// A block a row: its first cell, and below it the others by the names of their columns. Columns with the
  /// same value share a line.
  private func blocks(_ limit: Int) -> String {
    var text = ""
    for row in rows {
      guard row.count == columns.count, row.count > 1 else {
        text += Console.bold(row[0]) + "\n"
        continue
      }
      // A sign is no title by itself.
      let titles = columns[0].isEmpty ? 2 : 1
      let title = row.prefix(titles).filter { !$0.isEmpty }.joined(separator: " ")
      text += Folding.lines(title, limit).map(Console.bold).joined(separator: "\n") + "\n"
      var lines: [(names: [String], value: String)] = []
      for (name, cell) in zip(columns, row).dropFirst(titles) where !cell.isEmpty {
        if let same = lines.firstIndex(where: { $0.value == cell }) {
          lines[same].names.append(name)
        } else {
          lines.append(([name], cell))
        }
      }
      let named = lines.map { (name: $0.names.joined(separator: ", "), value: $0.value) }
      let label = min(named.map { Folding.width($0.name) }.max() ?? 0, limit / 2 - Self.gap)
      for (name, value) in named {
        let cells = [name, value]
        let widths = [label, limit - label - 2 * Self.gap]
        for line in Self.lines(cells[...], widths) {
          var bytes: [UInt8] = Array(repeating: Self.blank, count: Self.gap)
          Self.append(line, widths, Screen.current.usesColour ? [1] : [], to: &bytes)
          text += String(decoding: bytes, as: UTF8.self) + "\n"
        }
      }
    }
    return text
  }
}

/// How wide the columns of a table are, and may be.
struct TableWidths {
  /// A word is broken only where it is longer.
  static let longestWord = 12
  private static let gap = 2

  /// Where nothing is folded.
  var natural: [Int]
  /// Where no word is broken.
  var unbroken: [Int]
  /// Where long words are.
  var least: [Int]

  var total: Int { Self.total(natural) }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  /// Widths that fit, where there are any: the widest columns give first, and words last.
  func fitting(_ limit: Int, breakingWords: Bool) -> [Int]? {
    var widths = natural
    for bound in breakingWords ? [unbroken, least] : [unbroken] {
      while Self.total(widths) > limit,
        let widest = widths.indices.filter({ widths[$0] > bound[$0] })
          .max(by: { widths[$0] < widths[$1] })
      {
        widths[widest] -= 1
      }
    }
    return Self.total(widths) <= limit ? widths : nil
  }
}
