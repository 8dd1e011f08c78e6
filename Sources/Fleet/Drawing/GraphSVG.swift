// SPDX-License-Identifier: Apache-2.0

import Pictures
import PolicyDocuments
import PolicyText

/// A fleet's graph as one picture: its islands with their hosts, and below who goes on where.
///
/// A class of hosts is a box, and a row and a column of the table, while these can be read; of a larger fleet the
/// boxes are the CPUs of each island, or its islands. Colour never stands alone: each cell has its letter.
public enum GraphSVG {
  /// The most groups that fit a screen.
  static let mostGroups = 40

  /// The text of the picture.
  public static func text(_ graph: FleetGraph) -> String {
    let groups = GraphGroups(graph, most: mostGroups)
    var page = Page()
    heading(graph, &page)
    boxes(graph, groups, &page)
    table(graph, groups, &page)
    return page.text(title: "Which guests can go on where")
  }

  private static func heading(_ graph: FleetGraph, _ page: inout Page) {
    let all = graph.all
    page.line(
      "\(Counted.of(graph.hostCount, "host")) in \(Counted.of(graph.hostClasses.count, "class")), "
        + "\(Counted.of(all.guests, "guest")) in "
        + Counted.of(graph.guestClasses.filter { !$0.guests.isEmpty }.count, "class"), "h")
    page.line(
      "\(all.free) can leave their host, \(all.degraded) with something worse, "
        + "\(all.stranded) STRANDED, \(all.unknown) unknown", "t")
    if !graph.without.isEmpty {
      page.line("without " + graph.without.joined(separator: ", "), "t", limit: 110)
    }
    if !graph.waived.isEmpty { page.line("waived: " + graph.waived.joined(separator: ", "), "t") }
  }

  private static func boxes(_ graph: FleetGraph, _ groups: GraphGroups, _ page: inout Page) {
    var hard: [String: Bool?] = [:]
    for evacuation in graph.evacuations { hard[evacuation.host] = evacuation.count.isPossible }
    let islands = Dictionary(grouping: groups.groups.indices) { groups.groups[$0].island }
    for number in islands.keys.sorted(by: { $0 < 0 ? false : $1 < 0 ? true : $0 < $1 }) {
      let members = islands[number] ?? []
      let isWhole = number < 0 || graph.islands[number].isWhole
      page.startFrame(
        number < 0
          ? "smaller islands"
          : "island \(number + 1)"
            + (isWhole ? "" : ": some of its hosts over others only"), boxes: members.count)
      for (place, index) in members.enumerated() {
        let group = groups.groups[index]
        let stuck = group.hosts.filter { hard[$0] == .some(false) }.count
        var names = group.hosts.prefix(3).joined(separator: ", ")
        if group.hosts.count > 3 { names += " and \(group.hosts.count - 3) more" }
        page.box(
          at: place,
          [
            "\(group.title)  \(Counted.of(group.hosts.count, "host")), "
              + Counted.of(group.guests, "guest"), group.detail,
            names, stuck == 0 ? "" : "\(stuck) cannot be emptied",
          ], isHard: stuck > 0)
      }
    }
    page.endFrames()
  }

  private static func table(_ graph: FleetGraph, _ groups: GraphGroups, _ page: inout Page) {
    guard !groups.groups.isEmpty else { return }
    page.space(24)
    page.line(
      "From the row to the column: what guests there, or those that start there, come to", "h")
    page.line(
      "S safe   D go on with something worse   p some go on   ? unknown   "
        + "\(GraphGroups.Passage.none.rawValue) none goes on", "t")
    page.columns(groups.groups.map(\.title))
    for (group, row) in zip(groups.groups, groups.passages(graph)) {
      page.row(group.title, row.map(\.rawValue), row.map { "\($0)" })
    }
  }
}

/// The elements of a picture, from top to bottom.
private struct Page {
  private var body = ""
  private var y = 12
  private var width = 1128
  private var frameTop = 0
  private var frameLeft = 0
  /// Columns that frames of this row take, and where the lowest of them ends.
  private var column = 0
  private var bottom = 0

  private static let cell = 22
  private static let labels = 90
  private static let boxWidth = 258
  private static let boxHeight = 74
  private static let across = 4
  private static let step = 278

  mutating func space(_ height: Int) { y += height }

  mutating func line(_ text: String, _ style: String, limit: Int = 150) {
    y += 22
    body += "<text class=\"\(style)\" x=\"16\" y=\"\(y)\">\(Self.escaped(text, limit))</text>\n"
  }

  /// Frames stand side by side where they are narrow: most islands of a fleet are small.
  mutating func startFrame(_ title: String, boxes: Int) {
    let columns = min(max(boxes, 1), Self.across)
    if column + columns > Self.across { endFrames() }
    let rows = (boxes + Self.across - 1) / Self.across
    let height = 30 + rows * (Self.boxHeight + 10)
    frameLeft = 8 + column * Self.step
    let (top, width) = (y + 16, columns * Self.step - 8)
    body +=
      "<rect class=\"frame\" x=\"\(frameLeft)\" y=\"\(top)\" width=\"\(width)\" "
      + "height=\"\(height)\" rx=\"8\"/>\n"
      + "<text class=\"t\" x=\"\(frameLeft + 10)\" y=\"\(top + 19)\">"
      + "\(Self.escaped(title, columns * 36))</text>\n"
    frameTop = top + 30
    bottom = max(bottom, top + height)
    column += columns
  }

  mutating func box(at place: Int, _ lines: [String], isHard: Bool) {
    let x = frameLeft + 6 + place % Self.across * Self.step
    let top = frameTop + place / Self.across * (Self.boxHeight + 10)
    body +=
      "<g><title>\(Self.escaped(lines.joined(separator: "\n"), 4000))</title>"
      + "<rect class=\"\(isHard ? "hard" : "box")\" x=\"\(x)\" y=\"\(top)\" "
      + "width=\"\(Self.boxWidth)\" height=\"\(Self.boxHeight)\" rx=\"4\"/>\n"
    for (index, line) in lines.enumerated() where !line.isEmpty {
      body +=
        "<text class=\"\(index == 0 ? "b" : "s")\" x=\"\(x + 8)\" y=\"\(top + 17 + 16 * index)\">"
        + "\(Self.escaped(line, index == 0 ? 32 : 38))</text>\n"
    }
    body += "</g>\n"
  }

  /// Whatever comes next stands below all frames.
  mutating func endFrames() {
    y = max(y, bottom)
    column = 0
  }

  mutating func columns(_ titles: [String]) {
    y += 70
    for (index, title) in titles.enumerated() {
      let x = Self.labels + index * Self.cell + 15
      body +=
        "<text class=\"s\" transform=\"rotate(-60 \(x) \(y))\" x=\"\(x)\" y=\"\(y)\">"
        + "\(Self.escaped(title, 12))</text>\n"
    }
    y += 8
    width = max(width, Self.labels + titles.count * Self.cell + 40)
  }

  mutating func row(_ title: String, _ letters: [String], _ styles: [String]) {
    body +=
      "<text class=\"s\" x=\"16\" y=\"\(y + 15)\">\(Self.escaped(title, 12))</text>\n"
    for (index, letter) in letters.enumerated() {
      let x = Self.labels + index * Self.cell
      body +=
        "<rect class=\"\(styles[index])\" x=\"\(x)\" y=\"\(y)\" width=\"20\" height=\"20\"/>"
        + "<text class=\"c\" x=\"\(x + 10)\" y=\"\(y + 15)\">\(letter)</text>\n"
    }
    y += Self.cell
  }

  func text(title: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(width)" height="\(y + 16)" \
    viewBox="0 0 \(width) \(y + 16)">
    <title>\(title)</title>
    <style>
    text { font-family: sans-serif; fill: #222 }
    .h { font-size: 16px; font-weight: bold } .t { font-size: 13px } .b { font-size: 13px; font-weight: bold }
    .s { font-size: 11px } .c { font-size: 12px; text-anchor: middle }
    .frame { fill: #fafafa; stroke: #888 } .box { fill: #fff; stroke: #555 } .hard { fill: #fff; stroke: #b00; stroke-width: 2 }
    .safe { fill: #bfe5bf } .degraded { fill: #fff0b3 } .part { fill: #ffd9b3 } .unknown { fill: #ddd } .none { fill: #f5c6c6 }
    </style>
    <rect x="0" y="0" width="\(width)" height="\(y + 16)" fill="#fff"/>

    """ + body + "</svg>\n"
  }

  /// A text of an input as XML has it, at most so many characters of it.
  private static func escaped(_ text: String, _ limit: Int) -> String {
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ShownText.line(String($0)) }.joined(separator: "\n")
    let cut = shown.count > limit ? String(shown.prefix(limit - 1)) + "\u{2026}" : shown
    return Markup.escaped(cut)
  }
}
