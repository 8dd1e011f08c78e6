// SPDX-License-Identifier: Apache-2.0

import PolicyText

/// The sheet on which a topology is drawn, from top to bottom.
struct TopologySheet {
  private var body = Markup()
  private var y = 4

  private static let width = 400
  private static let margin = 8
  private static let gap = 6
  private static let lineHeight = 15
  /// The width of a character of each style, on average and rather too large.
  private static let characters = ["h": 8.6, "b": 7, "t": 6.4, "s": 5.9, "w": 6.4]

  mutating func space(_ height: Int) { y += height }

  /// A line of text over the whole width, or as many as it takes.
  mutating func line(_ text: String, _ style: String) {
    y += lines(text, style, x: Self.margin, y: y, width: Self.width - 2 * Self.margin)
  }

  /// Boxes one below the other, and small ones side by side.
  mutating func add(_ boxes: [TopologyBox]) {
    y += draw(boxes, x: Self.margin, y: y, width: Self.width - 2 * Self.margin)
  }

  /// Draws a row or more of boxes.
  ///
  /// - Returns: the height that they take.
  private mutating func draw(_ boxes: [TopologyBox], x: Int, y: Int, width: Int) -> Int {
    var top = y
    var index = 0
    while index < boxes.count {
      // What holds boxes takes a row, and of the others two share one.
      let isAlone = boxes.count == 1 || !boxes[index].isSmall
      let across = !isAlone && index + 1 < boxes.count && boxes[index + 1].isSmall ? 2 : 1
      let part = isAlone ? width : (width - Self.gap) / 2
      var height = 0
      for place in 0..<across {
        height = max(
          height,
          draw(
            boxes[index + place], x: x + place * (part + Self.gap), y: top,
            width: part))
      }
      top += height + Self.gap
      index += across
    }
    return top - y
  }

  /// Draws one box.
  ///
  /// - Returns: its height.
  private mutating func draw(_ box: TopologyBox, x: Int, y: Int, width: Int) -> Int {
    // The frame stands behind what is in it, and its height is known last.
    var inner = TopologySheet()
    var top = y + 4
    let inside = width - 2 * Self.margin
    func put(_ text: String, _ style: String) {
      top += inner.lines(text, style, x: x + Self.margin, y: top, width: inside)
    }
    put(box.title, "b")
    if box.boxes.isEmpty {
      put(box.cpusText, "t cpus")
      if let ids = box.idsText { put(ids, "s ids") }
    } else {
      put(box.cpusText, "s")
    }
    if !box.caches.isEmpty, box.kind != .cache {
      put((box.count > 1 ? "each: " : "") + box.caches.joined(separator: ", "), "s caches")
    }
    if !box.boxes.isEmpty {
      top += 4
      top += inner.draw(box.boxes, x: x + Self.margin, y: top, width: inside)
    }
    let height = top - y + 4
    body.element("g", ["class": box.style]) { group in
      group.single(
        "rect",
        [
          "x": "\(x)", "y": "\(y)", "width": "\(width)", "height": "\(height)",
          "rx": box.boxes.isEmpty ? "3" : "6",
        ])
      group.own(inner.body.source)
    }
    return height
  }

  /// Writes a text in as many lines as it takes.
  ///
  /// - Parameter style: a class, and others after a blank.
  /// - Returns: their height.
  private mutating func lines(_ text: String, _ style: String, x: Int, y: Int, width: Int) -> Int {
    let size = Self.characters[String(style.prefix(1))] ?? 6
    let parts = Self.wrapped(ShownText.line(text), limit: Int(Double(width) / size))
    let height = style == "h" ? 22 : Self.lineHeight
    body.element("text", ["class": style]) { element in
      for (index, part) in parts.enumerated() {
        // A blank, so that a reader of the text alone gets words.
        if index > 0 { element.text(" ") }
        element.element("tspan", ["x": "\(x)", "y": "\(y + height * (index + 1) - 4)"], part)
      }
    }
    return height * parts.count
  }

  /// A text in lines that are broken at blanks, and within a word only where it is longer than a line.
  private static func wrapped(_ text: String, limit: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      var rest = word[...]
      let last = lines[lines.count - 1]
      if last.isEmpty || last.count + 1 + rest.count <= limit {
        lines[lines.count - 1] += (last.isEmpty ? "" : " ") + rest.prefix(max(limit, 1))
        rest = last.isEmpty ? rest.dropFirst(max(limit, 1)) : ""
      }
      while !rest.isEmpty {
        lines.append(String(rest.prefix(max(limit, 1))))
        rest = rest.dropFirst(max(limit, 1))
      }
    }
    return lines
  }

  /// The whole picture.
  func document(title: String, description: String) -> String {
    let height = y + Self.margin
    var markup = Markup()
    markup.own("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "lang": "en",
        "aria-labelledby": "title description", "width": "\(Self.width)", "height": "\(height)",
        "viewBox": "0 0 \(Self.width) \(height)",
      ]
    ) { picture in
      picture.element("title", ["id": "title"], title)
      picture.element("desc", ["id": "description"], description)
      picture.element("style") { $0.own(Self.style) }
      picture.single(
        "rect",
        ["class": "sheet", "x": "0", "y": "0", "width": "\(Self.width)", "height": "\(height)"])
      picture.own(body.source)
    }
    return markup.source
  }

  private static let style =
    PageStyle.colours + """
      svg { background: var(--ground); width: 100%; max-width: 600px; height: auto }
      .sheet { fill: var(--ground) }
      text { font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: var(--ink) }
      .h { font-size: 16px; font-weight: 700 } .b { font-size: 12px; font-weight: 700 }
      .t { font-size: 12px } .s { font-size: 11px; fill: var(--soft) } .w { font-size: 12px; fill: var(--bad) }
      g > rect { stroke: var(--line); stroke-width: 1 }
      .package > rect { fill: var(--quiet); stroke: var(--soft) } .die > rect { fill: var(--ground) }
      .cache > rect { fill: var(--warnground); stroke: var(--warn) } .core > rect { fill: var(--card) }
      .many > rect { stroke: var(--mark); stroke-width: 1.5; stroke-dasharray: 4 2 }

      """
}

extension TopologyBox {
  /// Whether half of a row is enough.
  fileprivate var isSmall: Bool {
    boxes.isEmpty || kind == .cache && boxes.allSatisfy { $0.boxes.isEmpty } && boxes.count == 1
  }

  fileprivate var style: String {
    let own =
      switch kind {
      case .machine: "machine"
      case .package: "package"
      case .die: "die"
      case .cache: "cache"
      case .core: "core"
      }
    return count > 1 ? own + " many" : own
  }

  fileprivate var title: String {
    switch kind {
    case .machine: "machine"
    case .cache where count > 1: "\(count) \u{d7} \(caches.joined(separator: ", "))"
    case .cache: caches.joined(separator: ", ")
    default:
      count > 1
        ? "\(Counted.of(count, style.replacing(" many", with: ""))) alike: \(NumberRanges.text(numbers))"
        : "\(style) \(NumberRanges.text(numbers))"
    }
  }

  fileprivate var cpusText: String {
    let cpus = threads.map(\.cpu).sorted()
    return "\(cpus.count == 1 ? "CPU" : "CPUs") \(NumberRanges.text(cpus))"
  }

  fileprivate var idsText: String? {
    let ids = threads.compactMap { $0.apicID.map(Int.init) }.sorted()
    guard ids.count == threads.count else { return "no APIC id" }
    return "APIC \(ids.count == 1 ? "id" : "ids") \(NumberRanges.text(ids))"
  }
}
