// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

/// The built site, as readers walk through it.
struct BuiltSite {
  static let folder = Fixtures.root.appending(path: ".build/site")
  static let isBuilt = FileManager.default.fileExists(
    atPath: folder.appending(path: "index.html").path)

  /// By path: the page.
  private(set) var pages: [String: Element] = [:]

  init() throws {
    let files = FileManager.default.enumerator(atPath: BuiltSite.folder.path)
    for case let path as String in files ?? .init()
    where path.hasSuffix(".html") && !path.hasPrefix("docc/") {
      pages[path] = try Element.parse(try BuiltSite.text(path))
    }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Where a link of a page leads, without the place on the page.
  static func target(_ link: String, from path: String) -> String {
    let file = link.prefix { $0 != "#" }
    if file.isEmpty { return path }
    let base = URL(fileURLWithPath: "/" + path).deletingLastPathComponent()
    return String(base.appending(path: String(file)).standardized.path.dropFirst())
  }

  /// The pages that a page leads to.
  func links(_ path: String) -> [(label: String, path: String)] {
    (pages[path]?.all("a") ?? []).compactMap { link in
      guard let target = link.attributes["href"], !target.contains("://") else { return nil }
      return (link.text, BuiltSite.target(target, from: path))
    }
  }

  /// By page: how many clicks it is away from the first one.
  var distances: [String: Int] {
    var distances = ["index.html": 0]
    var queue = ["index.html"]
    while !queue.isEmpty {
      let page = queue.removeFirst()
      for (_, next) in links(page) where pages[next] != nil && distances[next] == nil {
        distances[next] = (distances[page] ?? 0) + 1
        queue.append(next)
      }
    }
    return distances
  }
}

/// The site that `make site` built: whole, linked, found in, and answering.
@Suite(
  .enabled(
    if: BuiltSite.isBuilt, "make site has not built .build/site: nothing was looked at"),
  .serialized)
struct SiteTests {
  /// What somebody asks who knows Xen and not this project; where they click, from the first page; and what the page
  /// must say there.
  private static let questions: [(question: String, clicks: [String], answer: String)] = [
    (
      "What is pv-default in Xen's words, and which policies are there?", ["You know Xen"],
      "the bound of PV guests, and what they get unasked"
    ),
    (
      "What does derivation assume where my dump has no MSRs?",
      ["Which policies are there, and how does one follow from the other?"], "not switched on again"
    ),
    (
      "Which of xl.cfg's keys of cpuid= are read?", ["What does a word of cpuid= in xl.cfg mean?"],
      "cpuid="
    ),
    (
      "Why does no guest see AVX512F once I say no-avx2?", ["Why does a guest not see a feature?"],
      "needs AVX2, which is missing"
    ),
    (
      "What does CPU0204 mean?", ["What does a code of a report mean?", "CPU0204"],
      "no guests of this kind on the host"
    ),
    (
      "What do Linux, QEMU and libvirt call SSE3?",
      ["What do other worlds call a feature?", "SSE3"], "pni"
    ),
    (
      "Which bit of which MSR is RDCL_NO?", ["Reference", "MSRs", "MSR 0x10a"], "RDCL_NO"
    ),
    (
      "Can a guest that was saved on 4.17 go to 4.20?",
      ["Does it talk to a running Xen?"], "A guest that was saved on 4.17 sees the same on 4.20"
    ),
    (
      "What does it cost to level my pool, and by which rules?", ["Pools of hosts", "Levelling"],
      "Fold, then close"
    ),
    (
      "Which calls does my hypervisor make at boot?", ["Programs", "The C library"], "At boot"
    ),
    (
      "Where does it do something else than my Xen?",
      ["Where does it differ from a booted Xen?"], "Differences from Xen"
    ),
    (
      "What would my guest lose on that host?", ["Guests that move", "moves"], "The verdict"
    ),
  ]

  @Test func questionsAreAnsweredInThreeClicks() throws {
    let site = try BuiltSite()
    let distances = site.distances
    #expect(Self.questions.count >= 10)
    for (question, clicks, answer) in Self.questions {
      #expect(clicks.count <= 3, "\(question)")
      var path = "index.html"
      for click in clicks {
        let next = site.links(path).first { $0.label == click }?.path
        path = try #require(next, "\(question): \(path) has no link \(click)")
      }
      let page = try #require(site.pages[path], "\(question): \(path)")
      let content = try #require(page.first("main"))
      #expect(content.text.contains(answer), "\(question): \(path)")
      #expect(distances[path].map { $0 <= clicks.count } == true, "\(question)")
    }
  }

  @Test func everyPageIsReachedAndEveryLinkLeadsSomewhere() throws {
    let site = try BuiltSite()
    let distances = site.distances
    let lost = site.pages.keys.filter { distances[$0] == nil }
    #expect(site.pages.count > 1500 && lost.isEmpty, "\(lost.sorted().prefix(5))")
    var count = 0
    for (path, page) in site.pages {
      for link in page.all("a") {
        let target = try #require(link.attributes["href"])
        guard !target.contains("://") else { continue }
        count += 1
        let file = BuiltSite.target(target, from: path)
        let place = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        if let other = site.pages[file] {
          guard place.count > 1 else { continue }
          #expect(other.ids.contains(String(place[1])), "\(path): \(target)")
        } else {
          let there = BuiltSite.folder.appending(path: file).path
          #expect(FileManager.default.fileExists(atPath: there), "\(path): \(target)")
        }
      }
    }
    #expect(count > 10_000)
  }

  /// What the site's own look at its links takes for a fault is one.
  @Test func brokenLinksAreSeen() throws {
    let folder = try TemporaryFolder()
    let tool = Fixtures.root.appending(path: ".build/debug/site").path
    _ = try folder.file("a.html", "<html><a id=\"x\" href=\"b.html#y\">b</a></html>")
    _ = try folder.file("b.html", "<html><a id=\"y\" href=\"a.html#x\">a</a></html>")
    #expect(try folder.run([tool, "--check", ".", folder.path]).status == 0)
    for (name, text) in [
      ("page", "<html><a href=\"c.html\">c</a></html>"),
      ("place", "<html><a href=\"a.html#z\">a</a></html>"), ("form", "<html><a></html>"),
    ] {
      _ = try folder.file("b.html", text)
      let result = try folder.run([tool, "--check", ".", folder.path])
      #expect(result.status == 1 && result.output.contains("b.html"), "\(name)")
    }
  }

  /// Features, fields, MSRs and codes have a page each, with what the tables say.
  @Test func everyRowHasItsPage() throws {
    for feature in Feature.allNamed {
      let text = try Element.parse(try BuiltSite.text("reference/features/\(feature.name).html"))
        .text
      let names =
        [feature.optionName, feature.linuxName] + feature.qemuNames + feature.libvirtNames
      let words = names + [PlaceText.short(feature.place), feature.meaning, feature.reason]
      for word in words where !word.isEmpty {
        #expect(text.contains(word), "\(feature.name): \(word)")
      }
      for other in feature.requirements + FeatureSet.dependants(of: feature).features {
        #expect(text.contains(other.name), "\(feature.name): \(other.name)")
      }
    }
    for field in Field.all {
      let text = try Element.parse(try BuiltSite.text("reference/fields/\(field.name).html")).text
      let words = [field.meaning, field.unit, field.optionKey, field.rules.severity.word]
      for word in words where !word.isEmpty {
        #expect(text.contains(word), "\(field.name): \(word)")
      }
    }
    for field in MSRField.all {
      let text = try Element.parse(try BuiltSite.text("reference/msr-fields/\(field.name).html"))
        .text
      let index = "0x" + String(field.msr.rawValue, radix: 16)
      #expect(text.contains(field.meaning) && text.contains("MSR \(index)"), "\(field.name)")
      #expect(try BuiltSite.text("reference/msrs/\(index).html").contains(field.name))
    }
    for code in ViolationCode.all {
      let page = try Element.parse(try BuiltSite.text("reference/codes/\(code.text).html"))
      #expect(page.first("h1")?.text == "\(code.text): \(code.title)")
      let words = { (text: String) in text.split(whereSeparator: \.isWhitespace) }
      #expect(
        page.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
          words(code.explanation).joined(separator: " ")), "\(code.text)")
    }
    #expect(
      Feature.allNamed.count > 250 && Field.all.count > 500 && MSRField.all.count > 200
        && ViolationCode.all.count > 50)
  }

  @Test func librariesAndSchemasAreThere() throws {
    let package = try String(
      contentsOf: Fixtures.root.appending(path: "Package.swift"), encoding: .utf8)
    let libraries = package.matches(of: /\.library\(name: "([^"]+)"/).map { String($0.1) }
    #expect(libraries.count >= 11)
    for library in libraries {
      #expect(try BuiltSite.text("api/\(library).html").contains("<pre"), "\(library)")
      let page = "docc/\(library)/documentation/\(library.lowercased())/index.html"
      #expect(
        FileManager.default.fileExists(atPath: BuiltSite.folder.appending(path: page).path),
        "\(library)"
      )
      #expect(try BuiltSite.text("libraries.html").contains(page), "\(library)")
    }
    let schema = try BuiltSite.text("schema/index.html")
    for kind in try JSONSchema.ofDocuments().kinds {
      #expect(schema.contains("id=\"\(kind)\""), "\(kind)")
    }
  }

  // MARK: In a browser

  private static let words: [(typed: String, first: String)] = [
    ("AVX512F", "AVX512F"), ("cpu0204", "CPU0204"), ("pni", "SSE3"), ("sse4.2", "SSE4_2"),
    ("0x10a", "MSR 0x10a"), ("IA32_ARCH_CAPABILITIES", "MSR 0x10a"),
    ("maxPhysicalAddressBits", "maxPhysicalAddressBits"),
    ("pool compare", "cpupolicy pool compare"),
  ]

  @Test(.enabled(if: Browser.program != nil, "chromium is not installed: nothing was opened"))
  func searchFindsWhatHasAName() throws {
    let browser = try Browser()
    for start in ["index.html", "reference/features/AVX512F.html"] {
      try browser.open(BuiltSite.folder.appending(path: start).path, width: 400)
      for (typed, first) in Self.words {
        let found = try browser.text(
          """
          (() => { const f = document.getElementById('find'); f.value = \(QuotedText.of(typed));
            f.dispatchEvent(new Event('input')); return document.querySelector('#found b').textContent })()
          """)
        #expect(found == first, "\(start): \(typed)")
      }
      // Nothing runs that a word might hold, and what is not there is said.
      let none = try browser.text(
        """
        (() => { const f = document.getElementById('find'); f.value = '<img src=x onerror=alert(1)>';
          f.dispatchEvent(new Event('input')); return document.getElementById('found').textContent })()
        """)
      #expect(none.contains("Nothing has this name"))
      // The first result leads to its page.
      let target = try browser.text(
        """
        (() => { const f = document.getElementById('find'); f.value = 'cpu0204';
          f.dispatchEvent(new Event('input')); return document.querySelector('#found a').href })()
        """)
      #expect(
        target == BuiltSite.folder.appending(path: "reference/codes/CPU0204.html").absoluteString)
      #expect(browser.complaints.isEmpty, "\(browser.complaints)")
    }
  }

  @Test(.enabled(if: Browser.program != nil, "chromium is not installed: nothing was opened"))
  func pagesOpen() throws {
    let shots = Fixtures.root.appending(path: ".build/screenshots")
    try FileManager.default.createDirectory(at: shots, withIntermediateDirectories: true)
    let browser = try Browser()
    let paths = [
      "index.html", "docs/tasks.html", "docs/semantics/xen.html", "reference/index.html",
      "reference/features.html", "reference/features/AVX512F.html", "reference/codes/CPU0204.html",
      "reference/fields/maxPhysicalAddressBits.html", "reference/msrs/0x10a.html",
      "docs/reference/features.html", "schema/index.html", "libraries.html", "api/PolicyCore.html",
      "man/cpupolicy-pool-compare.html", "c/cpupolicy.h.html", "README.html",
    ]
    for path in paths {
      for (width, isDark) in [(400, false), (1280, true)] {
        let place = "\(path), \(width)"
        try browser.open(BuiltSite.folder.appending(path: path).path, width: width, isDark: isDark)
        #expect(browser.complaints.isEmpty, "\(place): \(browser.complaints)")
        #expect(
          try browser.number("document.documentElement.scrollWidth") <= Double(width), "\(place)")
        #expect(try browser.number("innerWidth") == Double(width), "\(place)")
        let name = "site-" + path.replacing("/", with: "-")
        try browser.screenshot().write(to: shots.appending(path: "\(name).\(width).png"))
      }
    }
  }
}
