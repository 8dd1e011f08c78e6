// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import abi_generator

/// What the generator proves of the rules: each contradiction is found, and each exception is needed.
@Suite struct ProofTests {
  private func error(_ change: (String, String) -> String) -> TableError? {
    do {
      _ = try Tables { change($0, RefusalTests.texts[$0]!) }
      return nil
    } catch {
      return error as? TableError
    }
  }

  /// The error of a table after one more row.
  private func error(_ file: String, adding row: String) -> TableError? {
    error { $0 == file ? $1 + row + "\n" : $1 }
  }

  /// A row for leaf 0x40 with a rule of each kind.
  private func field(
    _ kind: String, _ guest: String, _ audit: String, _ level: String, _ migration: String
  ) -> String {
    "0x40,*,eax,0,newField,,any,,\(kind),\(guest),\(audit),\(level),\(migration),behaviour,same,x,x,high"
  }

  @Test(arguments: [
    // A bit that the bound lacks is refused, so a pool cannot show it for some.
    ("flag", "zero", "subset", "or", "accumulate", "level", "audit subset, level or"),
    ("flag", "zero", "atLeast", "and", "free", "level", "audit atLeast, level and"),
    ("flag", "zero", "zero", "and", "free", "level", "audit zero, level and"),
    ("flag", "zero", "equal", "ignore", "free", "level", "audit equal, level ignore"),
    ("number", "zero", "atMost", "max", "free", "level", "audit atMost, level max"),
    // What is recomputed has no level of its own.
    ("number", "derived", "derived", "min", "free", "level", "audit derived, level min"),
    ("number", "topology", "topology", "equal", "free", "level", "audit topology, level equal"),
    // Numbers have no bits of their own, and bits no order.
    ("number", "zero", "any", "and", "free", "level", "kind number, level and"),
    ("enum", "zero", "any", "min", "free", "level", "kind enum, level min"),
    ("flag", "zero", "atMost", "and", "free", "audit", "kind flag, audit atMost"),
    ("string", "zero", "subset", "equal", "free", "audit", "kind string, audit subset"),
    ("reserved", "zero", "any", "ignore", "free", "audit", "kind reserved, audit any"),
    // Default must be acceptable.
    ("flag", "pass", "zero", "ignore", "free", "audit", "guest pass, audit zero"),
    ("flag", "fixed:1", "zero", "ignore", "free", "audit", "guest fixed:1, audit zero"),
    ("number", "toolstack", "equal", "equal", "equal", "audit", "guest toolstack, audit equal"),
    ("number", "dynamic", "any", "ignore", "free", "audit", "guest dynamic, audit any"),
    ("number", "topology", "any", "ignore", "free", "audit", "guest topology, audit any"),
    // What a guest was promised.
    ("flag", "zero", "subset", "and", "width", "migration", "audit subset, migration width"),
    ("flag", "zero", "any", "choice", "equal", "migration", "audit any, migration equal"),
    ("number", "zero", "equal", "equal", "hint", "migration", "audit equal, migration hint"),
    ("number", "zero", "atMost", "min", "equal", "migration", "audit atMost, migration equal"),
    ("flag", "zero", "zero", "ignore", "one-way", "migration", "audit zero, migration one-way"),
    ("number", "zero", "any", "max", "tsc", "migration", "level max, migration tsc"),
    ("flag", "zero", "any", "equal", "hint", "migration", "level equal, migration hint"),
  ])
  func contradictions(
    _ kind: String, _ guest: String, _ audit: String, _ level: String, _ migration: String,
    _ column: String, _ finding: String
  ) throws {
    let row = field(kind, guest, audit, level, migration)
    let found = try #require(error("fields.csv", adding: row))
    #expect(found.file == "fields.csv" && found.column == column)
    #expect(found.message.hasPrefix(finding + ": "), "\(found.message)")
    // The exception that names it is all that is missing.
    let known = "fields.csv,newField,\"\(finding)\",a test\n"
    let next = error { file, text in
      file == "fields.csv" ? text + row + "\n" : file == "exceptions.csv" ? text + known : text
    }
    #expect(next?.file != "exceptions.csv" && next?.message.hasPrefix(finding + ": ") != true)
  }

  @Test func soundPairs() {
    for rules in [
      ("flag", "zero", "subset", "and", "free"), ("flag", "pass", "subset", "and", "one-way"),
      ("number", "pass", "atMost", "min", "width"), ("number", "zero", "equal", "equal", "lbr"),
      ("flag", "zero", "atLeast", "or", "free"), ("enum", "toolstack", "any", "choice", "hint"),
      ("number", "derived", "derived", "derived", "equal"),
    ] {
      let row = field(rules.0, rules.1, rules.2, rules.3, rules.4)
      #expect(error("fields.csv", adding: row) == nil, "\(rules)")
    }
  }

  /// Registers and features follow the same pairs.
  @Test func otherTables() {
    let register = "0x3a,60,newField,intel,,flag,zero,zero,or,free,behaviour,no,no,x,x,high"
    #expect(error("msrs.csv", adding: register)?.column == "level")
    func feature(_ migration: String, _ level: String, _ audience: String = "a") -> String {
      "NEWBIT,12,31,\(audience),yes,,supported,\(migration),\(level),,reason,intel,,,,x"
    }
    #expect(error("features.csv", adding: feature("free", "")) == nil)
    #expect(error("features.csv", adding: feature("width", ""))?.column == "migration")
    #expect(error("features.csv", adding: feature("free", "equal"))?.column == "level")
    #expect(error("features.csv", adding: feature("accumulate", ""))?.column == "level")
    #expect(error("features.csv", adding: feature("free", "or", "a|"))?.column == "migration")
    #expect(error("features.csv", adding: feature("accumulate", "or"))?.column == "audience")
  }

  /// What a pool accumulates must be acceptable on a host that lacks it.
  @Test func accumulatedBitsAreInMax() {
    let feature = "NEWBIT,12,31,A|,yes,,supported,accumulate,,,reason,VENDORS,,,,x\n"
    func found(_ vendors: String, _ anyHost: String) -> String? {
      error { file, text in
        switch file {
        case "features.csv": text + feature.replacing("VENDORS", with: vendors)
        case "any-host.csv": text + anyHost
        default: text
        }
      }?.message
    }
    #expect(found("intel", "")?.hasPrefix("not in max on intel: ") == true)
    #expect(found("intel", "NEWBIT,intel,,reason\n") == nil)
    #expect(found("amd", "NEWBIT,amd,,reason\n")?.hasPrefix("not in max on hygon: ") == true)
    #expect(found("amd", "NEWBIT,amd+hygon,,reason\n") == nil)
    #expect(found("any", "NEWBIT,intel+amd+hygon,,reason\n")?.contains("centaur") == true)
    #expect(found("any", "NEWBIT,any,,reason\n") == nil)
  }

  @Test func exceptions() throws {
    let first = try #require(
      RefusalTests.texts["exceptions.csv"]?.split(separator: "\n").dropFirst().first)
    let without = error { file, text in
      file == "exceptions.csv" ? text.replacing(first + "\n", with: "") : text
    }
    #expect(without?.column == "migration" && without?.file == "fields.csv")
    #expect(error("exceptions.csv", adding: String(first))?.message.contains("earlier row") == true)
    let stale = error("exceptions.csv", adding: "fields.csv,brandIndex,\"level or\",a test")
    #expect(stale?.message == "the exception is no longer needed")
    #expect(error("exceptions.csv", adding: "fields.csv,brandIndex,x,")?.column == "reason")
  }
}
