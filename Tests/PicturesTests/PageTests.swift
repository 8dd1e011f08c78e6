// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyDocuments
import PolicyText
import TestSupport
import Testing

@testable import Pictures
@testable import PolicyFormats

/// Pages say what the documents say: every host, every feature, every value.
@Suite struct PageTests {
  private func cells(_ row: Element) -> [Element] { row.children }

  @Test(arguments: Subjects.dumps)
  func hostsShowWhatTheirDocumentSays(_ path: String) throws {
    let host = try Subjects.host(path)
    let policies = host.systemPolicies()
    let document = Document.host(host, policies).json
    let page = try Element.parse(HostPage.text(host, policies))
    #expect(page.first("h1")?.text == host.name)

    let matrix = try #require(page.first("table", class: "features"))
    let kinds = matrix.all("th", class: "upright").map(\.text)
    #expect(kinds == PolicyKind.allCases.map(\.name))
    var shown: [String: Set<String>] = [:]
    for row in matrix.all("tr") where row.children.count == kinds.count + 1 {
      guard let name = row.first("span", class: "name")?.text else { continue }
      for (kind, cell) in zip(kinds, row.children.dropFirst()) {
        // What nobody recorded is not zero.
        let policy = policies[try #require(PolicyKind(name: kind))]
        let feature = try #require(Feature(named: name))
        let expected =
          policy.has(feature) ? "\u{25cf}" : policy.isKnown(feature) ? "\u{b7}" : "?"
        #expect(cell.text == expected, "\(kind): \(name)")
        if cell.text == "\u{25cf}" { shown[kind, default: []].insert(name) }
      }
    }
    let overview = try #require(page.first("table", class: "overview")).all("tr").dropFirst()
    #expect(overview.map { $0.first("th")?.text } == kinds)
    for (kind, row) in zip(kinds, overview) {
      let policy = try #require(document["policies"]?[kind])
      let listed = (policy["features"]?.array ?? []).compactMap(\.string)
      let features = Set(listed.map { $0.lowercased().replacing("_", with: "-") })
      #expect(features == shown[kind] ?? [], "\(kind)")
      #expect(row.first("span", class: "count")?.text == "\(features.count)", "\(kind)")
      #expect(row.first("code")?.attributes["title"] == policy["digest"]?.string, "\(kind)")
    }
    let raw = try #require(shown["raw"] ?? (policies.raw.featureSet.isEmpty ? [] : nil))
    #expect(raw.count == policies.raw.featureSet.features.filter(\.isNamed).count)
    for row in try #require(page.first("table", class: "limits")).all("tr").dropFirst() {
      let field = try #require(Field(named: row.first("span", class: "name")?.text ?? ""))
      for line in row.all("div") {
        let names = try #require(line.first("small")).text.split(separator: ", ")
        for kind in names.compactMap({ PolicyKind(name: String($0)) }) {
          let slot = try #require(field.slot(subleaf: field.subleaves.lowerBound))
          let number = "0x" + String(policies[kind][field], radix: 16)
          #expect(
            line.first("span")?.text == (policies[kind].isKnown(slot: slot) ? number : "unknown"))
        }
        #expect(!names.isEmpty)
      }
    }
  }

  @Test func comparisonsShowWhatTheirDocumentSays() throws {
    for paths in [Fixtures.dumps, Corpus.dumps] where paths.count > 1 {
      let comparison = try Subjects.comparison(paths)
      let document = Document.comparison(comparison).json
      let page = try Element.parse(ComparisonPage.text(comparison))
      // Letters stand for digests.
      var digests: [String: String] = [:]
      var hosts: [String: String] = [:]
      for row in try #require(page.first("table", class: "policies")).all("tr").dropFirst() {
        let digest = try #require(row.first("code")?.attributes["title"])
        digests[try #require(row.first("span", class: "letter")).text] = digest
        for host in row.all("li") { hosts[host.text] = digest }
        let odd = Int(row.first("span", class: "odd")?.text ?? "")
        #expect(
          document["hosts"]?.array?.first { $0["digest"]?.string == digest }?["odd"]?.integer == odd
        )
      }
      #expect(hosts.count == paths.count + 1)
      for host in document["hosts"]?.array ?? [] {
        #expect(hosts[host["name"]?.string ?? ""] == host["digest"]?.string)
      }
      var rows: [String: [String: String]] = [:]
      for row in try #require(page.first("table", class: "differences")).all("tr").dropFirst() {
        var values: [String: String] = [:]
        for held in row.all("div", class: "held") {
          for letter in held.all("span", class: "letter") {
            values[try #require(digests[letter.text])] = held.first("span", class: "value")?.text
          }
        }
        let name = row.first("span", class: "name")?.text ?? ""
        let place = row.first("small")?.text ?? ""
        let severity = row.first("span", class: "severity")?.text ?? ""
        rows["\(name) \(place) \(severity)"] = values
      }
      let expected = document["rows"]?.array ?? []
      #expect(rows.count == expected.count && expected.count == comparison.rows.count)
      for (value, row) in zip(expected, comparison.rows) {
        let place = "\(PlaceText.register(row.place)) [\(row.bits)]"
        let shown = rows["\(row.field) \(place) \(row.severity.word)"]
        guard case .object(let members)? = value["values"] else { continue }
        for member in members {
          #expect(shown?[member.name] == member.value.string ?? "unknown", "\(row.field)")
        }
        #expect(members.count == digests.count)
      }
    }
  }

  @Test func differencesShowWhatTheirDocumentSays() throws {
    let names = Fixtures.dumps
    #expect(names.count >= 7)
    for (first, second) in zip(names, names.dropFirst()) {
      var comparison = try Subjects.difference(first, second)
      comparison.statements = [
        StatementDifference(subject: "model", left: nil, right: "<b>")
      ]
      let document = Document.policyDiff(comparison).json
      let page = try Element.parse(DifferencePage.text(comparison))
      let rows = try #require(page.first("table", class: "differences")).all("tr").dropFirst()
        .map { row in
          let values = row.all("td", class: "value").map(\.text)
          let name = row.first("span", class: "name")?.text ?? ""
          let severity = row.first("span", class: "severity")?.text ?? ""
          return ([name, row.first("small")?.text ?? ""] + values + [severity]).joined(
            separator: "|")
        }
      let expected = (document["differences"]?.array ?? []).enumerated().map { index, value in
        func text(_ name: String, _ none: String) -> String { value[name]?.string ?? none }
        let isStatement = index >= comparison.differences.count
        let none = isStatement ? "not stated" : "unknown"
        let place =
          isStatement
          ? ""
          : "\(PlaceText.register(comparison.differences[index].place)) [\(text("bits", ""))]"
        return [
          text("name", ""), place, text("first", none), text("second", none), text("severity", ""),
        ].joined(separator: "|")
      }
      #expect(rows.count > 10 && rows.sorted() == expected.sorted())
      let worst = try #require(comparison.differences.map(\.severity).max())
      #expect(page.first("p", class: "verdict")?.text.contains(max(worst, .ofUnknown).word) == true)
    }
  }

  @Test func whereNothingDiffersThatIsSaid() throws {
    let path = Fixtures.path("emulated-Haswell.txt")
    let difference = DifferencePage.text(try Subjects.difference(path, path))
    #expect(try Element.parse(difference).first("p", class: "good")?.text == "No differences.")
    let pool = ComparisonPage.text(try Subjects.comparison([path]))
    #expect(
      try Element.parse(pool).first("p", class: "good")?.text == "No differences between 2 hosts.")
  }

  // MARK: What all pages have

  /// A page of each kind, and the same with names that hurt.
  static func pages() throws -> [(name: String, text: String)] {
    let paths = Array(Fixtures.dumps.prefix(4))
    var host = try Subjects.host(Fixtures.path("guest-epyc.txt"))
    let comparison = try Subjects.comparison(paths)
    let difference = try Subjects.difference(paths[0], paths[1])
    var pages = [
      ("host", HostPage.text(host, host.systemPolicies())),
      ("pool", ComparisonPage.text(comparison)),
      ("difference", DifferencePage.text(difference)),
    ]
    host.name = Subjects.hostile
    host.hypervisorName = Subjects.hostile
    host.hypervisorVersion = Subjects.hostile
    var hostile = comparison
    for index in hostile.hosts.indices { hostile.hosts[index].name = "\(index)" + Subjects.hostile }
    let text = Subjects.hostile
    pages += [
      ("host-hostile", HostPage.text(host, host.systemPolicies())),
      ("pool-hostile", ComparisonPage.text(hostile)),
      (
        "difference-hostile",
        DifferencePage.text(
          PolicyComparison(
            text, text, difference.differences,
            statements: [
              StatementDifference(subject: text, left: text, right: text)
            ]))
      ),
    ]
    return pages
  }

  @Test func nothingIsFetchedAndNothingIsRun() throws {
    let pages = try Self.pages()
    #expect(pages.count == 6)
    for (name, text) in pages {
      let page = try Element.parse(text)
      for element in ["script", "link", "img", "iframe", "object", "embed", "base", "form"] {
        #expect(page.all(element).isEmpty, "\(name): \(element)")
      }
      let style = try #require(page.first("style")).text
      #expect(page.all("style").count == 1 && !style.contains("url(") && !style.contains("@import"))
      for element in page.all("a") {
        #expect(element.attributes["href"]?.hasPrefix("#") == true, "\(name)")
      }
      for word in ["prefers-color-scheme: dark", "@media print", "max-width: 560px"] {
        #expect(style.contains(word), "\(name): \(word)")
      }
    }
  }

  @Test func whatInputsSayIsText() throws {
    let pages = try Self.pages().filter { $0.name.hasSuffix("hostile") }
    #expect(pages.count == 3)
    for (name, text) in pages {
      let page = try Element.parse(text)
      #expect(page.text.contains("<script>alert(1)</script>"), "\(name)")
      #expect(page.text.contains("\\u{1b}[2J\\u{202e}\\u{0}\\u{ffff}"), "\(name)")
      let unsafe = text.unicodeScalars.filter { $0 != "\n" && ShownText.isUnsafe($0) }
      #expect(unsafe.isEmpty, "\(name)")
    }
  }

  @Test func readersOfScreensFindTheirWay() throws {
    for (name, text) in try Self.pages() {
      let page = try Element.parse(text)
      #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"), "\(name)")
      #expect(page.first("title")?.text.isEmpty == false)
      #expect(page.all("h1").count == 1 && page.all("main").count == 1)
      let tables = page.all("table")
      #expect(!tables.isEmpty)
      for table in tables { #expect(table.first("thead") != nil, "\(name)") }
      let heads = page.all("th")
      #expect(heads.allSatisfy { $0.attributes["scope"] != nil }, "\(name)")
      // Each row says what it is about.
      for row in page.all("tbody").flatMap({ $0.all("tr") }) {
        #expect(row.first("th") != nil, "\(name)")
      }
      for bar in page.all("progress") { #expect(bar.attributes["aria-label"] != nil) }
      // What has a colour has a word as well.
      for mark in page.all("span", class: "severity") { #expect(!mark.text.isEmpty) }
    }
  }

  /// Every text is read on its ground, light and dark: the ratio of WCAG for ordinary text.
  @Test func coloursAreRead() throws {
    let themes = PageStyle.colours.components(separatedBy: ":root {").dropFirst()
      .prefix(2).map { theme in
        Dictionary(
          uniqueKeysWithValues: theme.components(separatedBy: "--").dropFirst().map { part in
            let words = part.split(separator: ":")
            let value = words[1].split { ";} \n".contains($0) }[0]
            return (String(words[0]), String(value))
          })
      }
    #expect(themes.count == 2 && themes.allSatisfy { $0.count == 13 })
    for (index, theme) in themes.enumerated() {
      for (ink, grounds) in [
        ("ink", ["ground", "card", "quiet"]), ("soft", ["ground", "card", "quiet"]),
        ("good", ["card", "goodground"]), ("warn", ["card", "warnground"]),
        ("bad", ["card", "badground", "ground"]), ("mark", ["ground", "card"]),
      ] {
        for ground in grounds {
          let (one, other) = (
            Self.luminance(try #require(theme[ink])), Self.luminance(try #require(theme[ground]))
          )
          let ratio = (max(one, other) + 0.05) / (min(one, other) + 0.05)
          #expect(ratio >= 4.5, "theme \(index): \(ink) on \(ground) is \(ratio)")
        }
      }
    }
  }

  private static func luminance(_ colour: String) -> Double {
    var digits = Array(colour.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
      let part = Double(Int(String(digits[place...(place + 1)]), radix: 16) ?? 0) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
