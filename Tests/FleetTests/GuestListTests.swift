// SPDX-License-Identifier: Apache-2.0

import Domains
import Fleet
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

/// Lists of guests, whole and damaged.
@Suite struct GuestListTests {
  static let digest = String(repeating: "0a", count: 32)

  private static func rows(_ text: String) throws -> [GuestRow] {
    var rows: [GuestRow] = []
    try GuestList.read(Array(text.utf8), source: "list") { row throws(ListRefusal) in
      rows.append(row)
    }
    return rows
  }

  private static let csv = """
    name,host,policy,kind,tsc,flags
    a,h1,sha256:\(digest),hvm,native:2400000,nested uses-lbr
    "b, the ""second""\",,policies/b.json,pv,2500000,
    c,h2,\(digest.uppercased()),,always-emulate,vpmu
    """

  private static let json = """
    {"kind": "GuestList", "guests": [
      {"name": "a", "host": "h1", "policy": "sha256:\(digest)", "kind": "hvm",
       "tsc": {"mode": "native", "khz": 2400000}, "flags": ["nested", "uses-lbr"]},
      {"name": "b, the \\"second\\"", "policy": "policies/b.json", "guestKind": "pv", "tsc": 2500000,
       "flags": []},
      {"name": "c", "host": "h2", "policy": "\(digest)", "kind": null, "tsc": "always-emulate",
       "flags": "vpmu"}], "more": [1]}
    """

  @Test(arguments: [csv, json, csv.replacing("\n", with: "\r\n") + "\r\n", "\u{feff}" + csv])
  func formsSayTheSame(_ text: String) throws {
    #expect(GuestList.isOne(Array(text.utf8)))
    let rows = try Self.rows(text)
    #expect(rows.map(\.name) == ["a", "b, the \"second\"", "c"])
    #expect(rows.map(\.host) == ["h1", nil, "h2"])
    #expect(
      rows.map(\.policy) == [.digest(Self.digest), .file("policies/b.json"), .digest(Self.digest)])
    #expect(rows.map(\.kind) == [.hvm, .pv, nil])
    #expect(rows.map(\.tsc.khz) == [2_400_000, 2_500_000, nil])
    #expect(rows.map(\.tsc.mode) == [.native, .automatic, .emulated])
    #expect(rows.map { $0.flags?.hasNestedVirtualisation } == [true, false, false])
    #expect(rows.map { $0.flags?.usesLBR } == [true, false, false])
    #expect(rows.map { $0.flags?.hasPerformanceCounters } == [false, false, true])
  }

  /// What is not said is not taken for no.
  @Test func aMissingColumnSaysNothing() throws {
    let row = try #require(try Self.rows("name,policy\na,p.json\n").first)
    #expect(row.flags == nil && row.host == nil && row.kind == nil)
    #expect(row.tsc == Domain.TimeStampCounter())
    #expect(try Self.rows("[{\"name\": \"a\", \"policy\": \"p\"}]").first?.flags == nil)
    #expect(try Self.rows("[]").isEmpty)
  }

  @Test(arguments: [
    ("name,policy\na,p\nb\n", 3, 1, "has 1 cell"),
    ("name,policy\na,p\n\"b,p\n", 3, 1, "quote does not end"),
    ("name,policy\na,p\nb\"c,p\n", 3, 2, "quote within"),
    ("name,policy\na,\"p\"x\n", 2, 6, "behind a quote"),
    ("name,polcy\na,p\n", 1, 6, "polcy is no column"),
    ("name,policy,name\na,p,b\n", 1, 13, "stands twice"),
    ("name,host\na,h\n", 1, 1, "policy is missing"),
    ("name,policy\n,p\n", 2, 1, "no name"),
    ("name,policy\na,\n", 2, 3, "no policy"),
    ("name,policy\na,sha256:12\n", 2, 3, "no digest"),
    ("name,policy,kind\na,p,vm\n", 2, 5, "no kind of guest"),
    ("name,policy,tsc\na,p,fast\n", 2, 5, "no time-stamp counter"),
    ("name,policy,tsc\na,p,native:0\n", 2, 5, "no time-stamp counter"),
    ("name,policy,tsc\na,p,native:1:2\n", 2, 5, "no time-stamp counter"),
    ("name,policy,flags\na,p,nested lbr\n", 2, 5, "lbr is no flag"),
    ("name,policy\na\u{0},p\n", 2, 1, "no text of UTF-8"),
    ("[{\"name\": \"a\", \"policy\": \"p\"},\n {\"name\": \"b\"}]", 2, 14, "no policy"),
    (
      "[{\"name\": \"a\", \"policy\": \"p\",\n  \"kind\": \"vm\"}]", 2, 11, "no kind of guest"
    ),
    (
      "[{\"name\": \"a\", \"policy\": \"p\", \"flag\": 1}]", 1, 39, "flag is no member"
    ),
    ("[{\"name\": \"a\", \"policy\": 1}]", 1, 26, "wrong form"),
    ("[{\"name\": \"a\", \"policy\": \"p\"}\n {}]", 2, 2, "comma or ]"),
    ("[{\"name\": \"a\", \"policy\": \"p\"}", 1, 30, "comma or ]"),
    ("[1]", 1, 2, "no object"),
    ("{\"guests\": []} x", 1, 16, "behind the document"),
    ("{\"guests\": {}}", 1, 1, "no list of guests"),
  ])
  func whatIsWrongHasItsPlace(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    let error = #expect(throws: FormatError.self, "\(text)") { try Self.rows(text) }
    #expect(error?.line == line && error?.column == column, "\(text): \(error?.description ?? "")")
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  /// Whatever is changed in a list, it is read or refused with a place.
  @Test func damagedLists() {
    var generator = SeededGenerator.fresh("damaged lists")
    for text in [Self.csv, Self.json] {
      for _ in 0..<500 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
          case 1: bytes.remove(at: place)
          default: bytes = Array(bytes[..<place]) + [0x22]
          }
        }
        _ = GuestList.isOne(bytes)
        do throws(FormatError) {
          try GuestList.read(bytes, source: "list") { _ throws(ListRefusal) in }
        } catch {
          #expect(
            (error.line ?? 0) > 0 && (error.column ?? 0) > 0 || error.kind == .empty, "\(error)")
        }
      }
    }
  }

  /// Other inputs are no lists: each is one guest, or none.
  @Test func otherInputs() throws {
    let texts = [
      "", "{}", "[]", "[1, 2]", "{\"apiVersion\": \"cpupolicy/v1\", \"kind\": \"Policy\"}",
      "name = \"x\"\ncpuid = \"host,avx=0\"\n", "1fcbfbff-f7f83203\n",
      "qemu-system-x86_64 -cpu a,b\n",
    ]
    for text in texts { #expect(!GuestList.isOne(Array(text.utf8)), "\(text)") }
    for path in Fixtures.dumps {
      #expect(!GuestList.isOne(try InputFile.contents(of: path)), "\(path)")
    }
  }
}
