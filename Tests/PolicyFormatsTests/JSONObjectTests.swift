// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PolicyFormats

/// Objects of few and of many members, and the plain forms of texts and numbers, which are read by shorter ways.
@Suite struct JSONObjectTests {
  private func parse(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8), source: "x")
  }

  private func error(_ text: String) -> FormatError? {
    do {
      _ = try parse(text)
      return nil
    } catch {
      return error as? FormatError
    }
  }

  /// A name that stands twice is found wherever both stand, each with its place.
  @Test(arguments: [(0, 1), (0, 15), (3, 16), (15, 16), (15, 17), (16, 17), (20, 39), (0, 39)])
  func namesThatStandTwice(_ first: Int, _ second: Int) throws {
    let names = (0..<40).map { "name\($0 == second ? first : $0)" }
    let text = "{\n" + names.map { "\"\($0)\": 1" }.joined(separator: ",\n") + "\n}"
    let found = try #require(error(text))
    #expect(found.line == second + 2 && found.message.contains("line \(first + 2), column 1"))
    let others = (0..<40).map { "\"name\($0)\": \($0)" }.joined(separator: ", ")
    #expect(try parse("{\(others)}")["name\(second)"]?.integer == second)
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("7", 7), ("-42", -42), ("999999999999999999", 999_999_999_999_999_999),
    ("-999999999999999999", -999_999_999_999_999_999), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min),
  ]) func wholeNumbers(_ text: String, _ value: Int) throws {
    #expect(try parse(text) == .integer(value))
  }

  @Test func otherNumbers() throws {
    #expect(try parse("9223372036854775808") == .decimal(9_223_372_036_854_775_808))
    #expect(try parse("1.0") == .decimal(1) && parse("1e2") == .decimal(100))
    #expect(error("01") != nil && error("-") != nil && error("1.") != nil)
  }

  @Test(arguments: [
    ("\"\"", ""), ("\"a text of more than fifteen bytes\"", "a text of more than fifteen bytes"),
    ("\"é\"", "é"), ("\"plain, then é\"", "plain, then é"), ("\"a\\nb\"", "a\nb"),
    ("\"\u{7f}\"", "\u{7f}"), ("\"\\u0041\"", "A"),
  ]) func texts(_ text: String, _ value: String) throws {
    #expect(try parse(text) == .string(value))
  }

  @Test func textsWithoutEnd() {
    for text in ["\"", "\"abc", "\"abc\n\"", "\"ab\\", "\"é"] {
      #expect(error(text) != nil, "\(text)")
    }
    #expect((try? JSONValue(parsing: [0x22, 0x61, 0xff, 0x22], source: "x")) == nil)
  }
}
