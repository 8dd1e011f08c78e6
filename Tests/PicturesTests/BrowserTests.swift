// SPDX-License-Identifier: Apache-2.0

import Fleet
import Foundation
import Hosts
import PolicyDocuments
import TestSupport
import Testing

@testable import Pictures

/// Every page and picture in a real Chromium: nothing goes wrong, nothing is fetched, and nobody scrolls sideways on
/// 400 pixels. What it looked like is kept in `.build/screenshots`.
@Suite(
  .enabled(if: Browser.program != nil, "chromium is not installed: nothing was opened"), .serialized
)
struct BrowserTests {
  private static let shots = Fixtures.root.appending(path: ".build/screenshots")

  /// A page or picture of each kind.
  private static func subjects() throws -> [(name: String, text: String)] {
    func drawn(_ name: String) throws -> String {
      let path = Fixtures.path(name)
      return TopologySVG.text(try MachineTopology(try Subjects.input(path), source: path))
    }
    let pictures = [
      ("topology-epyc.svg", try drawn("guest-epyc.txt")),
      ("topology-matisse.svg", try drawn("topology/AuthenticAMD0870F10_K17_Matisse_CPUID2.txt")),
      ("topology-findings.svg", try drawn("topology/GenuineIntel00106D0_Dunnington_CPUID.txt")),
      ("topology-512.svg", TopologySVG.text(Subjects.machine(packages: 2, complexes: 16))),
    ]
    let pool = ComparisonPage.text(try Subjects.comparison(Fixtures.dumps))
    return try PageTests.pages().map { ($0.name + ".html", $0.text) } + pictures
      + [("pool-large.html", pool)]
  }

  @Test func pagesOpen() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: Self.shots, withIntermediateDirectories: true)
    let browser = try Browser()
    let subjects = try Self.subjects()
    #expect(subjects.count == 11)
    for (name, text) in subjects {
      let file = try folder.file(name, text)
      var grounds: [String] = []
      for (width, isDark) in [(400, false), (400, true), (1280, false), (1280, true)] {
        let place = "\(name), \(width)\(isDark ? ", dark" : "")"
        try browser.open(file, width: width, isDark: isDark)
        #expect(browser.complaints.isEmpty, "\(place)")
        let root = "document.documentElement"
        #expect(try browser.number("innerWidth") == Double(width), "\(place)")
        #expect(try browser.number("\(root).scrollWidth") <= Double(width), "\(place)")
        if name.hasSuffix("html") {
          #expect(try browser.number("document.scripts.length") == 0, "\(place)")
          // No cell, heading or line sticks out of the page, and no letter is tiny.
          #expect(
            try browser.number(
              "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth).length"
            ) == 0, "\(place)")
        } else {
          // As it is shown, with the picture's own scale.
          #expect(
            try browser.number(
              "Math.min(...[...document.querySelectorAll('text')].map(t => parseFloat(getComputedStyle(t).fontSize) * document.documentElement.getScreenCTM().a))"
            ) >= 10.5, "\(place)")
          #expect(
            try browser.number(
              "[...document.querySelectorAll('tspan')].filter(t => t.getBoundingClientRect().right > innerWidth).length"
            ) == 0, "\(place)")
          // No text is longer than its box.
          #expect(
            try browser.number(
              "[...document.querySelectorAll('g > text')].filter(t => t.getBBox().x + t.getBBox().width > t.parentNode.firstElementChild.getBBox().x + t.parentNode.firstElementChild.getBBox().width).length"
            ) == 0, "\(place)")
        }
        let ground = name.hasSuffix("html") ? "document.body" : root
        grounds.append(try browser.text("getComputedStyle(\(ground)).backgroundColor"))
        let shot = "\(name).\(width)\(isDark ? "-dark" : "").png"
        try browser.screenshot().write(to: Self.shots.appending(path: shot))
      }
      #expect(grounds == ["rgb(251, 251, 250)", "rgb(20, 23, 26)"] + grounds.prefix(2), "\(name)")
      // Paper is white, whatever the reader's system is.
      try browser.open(file, width: 794, isDark: true, medium: "print")
      #expect(
        try browser.text("getComputedStyle(document.documentElement).getPropertyValue('--ground')")
          == "#fff", "\(name)")
      #expect(try browser.printed().starts(with: Data("%PDF".utf8)))
    }
  }

  /// What the tests take for a fault is one: each page below has it.
  @Test func faultsAreSeen() throws {
    let folder = try TemporaryFolder()
    let browser = try Browser()
    for (name, body) in [
      ("error", "<script>nothing()</script>"), ("console", "<script>console.error('x')</script>"),
      ("fetch", "<img src='http://localhost:1/x.png' alt='x'>"),
    ] {
      try browser.open(
        try folder.file(name + ".html", "<!DOCTYPE html><title>x</title>" + body), width: 400)
      #expect(!browser.complaints.isEmpty, "\(name)")
    }
    try browser.open(
      try folder.file("wide.html", "<!DOCTYPE html><div style='width:500px'>x</div>"), width: 400)
    #expect(try browser.number("document.documentElement.scrollWidth") > 400)
  }
}
