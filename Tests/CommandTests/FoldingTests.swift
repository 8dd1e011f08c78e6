// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import cpupolicy

/// What fits into a screen, and what becomes of the rest.
@Suite struct FoldingTests {
  private static func screen(
    _ variables: [String: String], isTerminal: Bool = true, columns: Int? = 80
  ) -> Screen {
    Screen(environment: { variables[$0] }, isTerminal: isTerminal, columns: columns)
  }

  @Test func theWidthIsAskedFor() {
    #expect(Self.screen([:]).width == 80)
    #expect(Self.screen(["COLUMNS": "120"]).width == 120)
    for odd in ["0", "-4", "wide", "", "99999999999999999999"] {
      #expect(Self.screen(["COLUMNS": odd]).width == 80)
    }
    #expect(Self.screen(["COLUMNS": "1"]).width == 20)
    #expect(Self.screen([:], isTerminal: false, columns: nil).width == nil)
    #expect(Self.screen([:], isTerminal: false, columns: nil).limit == 400)
    #expect(Self.screen(["COLUMNS": "1000"]).limit == 400)
  }

  @Test func coloursAreForTerminalsThatHaveThem() {
    #expect(Self.screen(["TERM": "xterm"]).usesColour)
    #expect(!Self.screen(["TERM": "xterm"], isTerminal: false).usesColour)
    #expect(!Self.screen(["TERM": "dumb"]).usesColour)
    #expect(!Self.screen([:]).usesColour)
    #expect(!Self.screen(["TERM": "xterm", "NO_COLOR": "1"]).usesColour)
    #expect(Self.screen(["TERM": "xterm", "NO_COLOR": ""]).usesColour)
    #expect(!Self.screen(["TERM": "xterm", "CLICOLOR": "0"]).usesColour)
    #expect(Self.screen(["CLICOLOR_FORCE": "1"], isTerminal: false).usesColour)
    #expect(!Self.screen(["CLICOLOR_FORCE": "0"], isTerminal: false).usesColour)
    #expect(!Self.screen(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]).usesColour)
  }

  private static let words = [
    "a", "of", "policy", "guest-crash", "logicalProcessorsPerPackage", "0x0123456789abcdef", "é",
    "emulated-Skylake-Server-v4.txt", "raw,host-max,host-default,pv-max,pv-default,hvm-max", "",
  ]

  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...12, using: &random))
      .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  @Test func linesFitAndNothingIsLost() {
    var random = SeededGenerator.fresh("linesFitAndNothingIsLost")
    for _ in 0..<2000 {
      let text = Self.text(&random)
      let limit = Int.random(in: 4...60, using: &random)
      let lines = Folding.lines(text, limit)
      #expect(lines.allSatisfy { $0.count <= limit }, "\(text) \(limit)")
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      let report = Folding.report("label      " + text, limit + 20)
      #expect(report.split(separator: "\n").allSatisfy { $0.count <= limit + 20 })
      #expect(report.filter { !$0.isWhitespace } == "label" + text.filter { !$0.isWhitespace })
    }
  }

  @Test func tablesFitAndNothingIsLost() {
    var random = SeededGenerator.fresh("tablesFitAndNothingIsLost")
    for _ in 0..<1000 {
      let count = Int.random(in: 1...7, using: &random)
      var table = TextTable((0..<count).map { "column \($0)" })
      var cells: [String] = []
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        let row = (0..<count).map { _ in Self.text(&random) }
        cells += row
        table.add(row)
      }
      let limit = Int.random(in: 40...120, using: &random)
      let text = table.text(limit: limit)
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= limit }, "\(limit)\n\(text)")
      // Folded cells stand beside each other, so that characters are counted; blocks say equal cells once.
      let wide = table.text(limit: 100_000)
      guard Set(cells).count == cells.count, text.hasPrefix("COLUMN") else { continue }
      #expect(
        text.filter { !$0.isWhitespace }.sorted() == wide.filter { !$0.isWhitespace }.sorted())
    }
  }

  @Test func wideTablesBecomeBlocks() {
    var table = TextTable(["place", "name", "A", "B", "C", "D"])
    table.add(["0x0 EBX", "vendorStringPart1", "0x68747541", "0x68747541", "0x756e6547", ""])
    #expect(
      table.text(limit: 40) == """
        0x0 EBX
          name  vendorStringPart1
          A, B  0x68747541
          C     0x756e6547

        """)
  }

  @Test func sentencesStandBelowOrAreLeftOut() {
    var table = TextTable(["name", "needs", "meaning"])
    table.add(["avx2", "avx", "256-bit integer instructions"])
    let whole = "NAME  NEEDS  MEANING\navx2  avx    256-bit integer instructions\n"
    #expect(table.text(limit: 80) == whole)
    table.setSentences(1, .leftOut)
    #expect(table.text(limit: 41) == whole)
    #expect(table.text(limit: 40) == "NAME  NEEDS\navx2  avx\n")
    table.setSentences(2, .below)
    let below = "avx2\n    needs avx\n    256-bit integer\n    instructions\n"
    #expect(table.text(hasHeading: false, limit: 20) == "avx2  avx\n" + below.dropFirst(19))
    #expect(table.text(hasHeading: false, limit: 10).hasPrefix("avx2\n    needs"))
  }

  @Test func anEmptyTableSaysWhatItWouldHold() {
    #expect(TextTable(["name"], empty: "no domains").text() == "no domains\n")
  }
}
