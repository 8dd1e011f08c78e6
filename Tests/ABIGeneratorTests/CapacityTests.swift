// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import abi_generator

/// Tables that the code has no room for are refused, at the row that no longer fits, and those that
/// just fit are not.
@Suite struct CapacityTests {
  /// The error of the tables with rows added behind those of some files.
  private func error(adding rows: [String: [String]]) -> TableError? {
    error { name in
      ([RefusalTests.texts[name]!] + (rows[name] ?? []).map { $0 + "\n" }).joined()
    }
  }

  private func error(_ text: (String) -> String) -> TableError? {
    do {
      _ = try Tables(text: text)
      return nil
    } catch {
      return error as? TableError
    }
  }

  /// The rows fit but for the last one, which is refused.
  private func expectRefused(
    _ file: String, _ column: String, _ rows: [String], with others: [String: [String]] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var added = others
    added[file] = (added[file] ?? []) + rows.dropLast()
    let fitting = error(adding: added)
    #expect(fitting == nil, sourceLocation: sourceLocation)
    added[file]?.append(try #require(rows.last))
    let found = error(adding: added)
    let lines = RefusalTests.texts[file]!.split(separator: "\n").count + (added[file]?.count ?? 0)
    #expect(found?.file == file && found?.column == column, sourceLocation: sourceLocation)
    #expect(found?.row == lines, sourceLocation: sourceLocation)
    #expect(found?.message.contains("room for") == true, sourceLocation: sourceLocation)
  }

  private static let tables = Result { try Tables { RefusalTests.texts[$0]! } }

  private func field(
    _ leaf: Int, _ subleaf: String = "*", option: String = "",
    rules: String = "number,pass,any,ignore"
  ) -> String {
    "0x\(String(leaf, radix: 16)),\(subleaf),eax,31:0,new\(leaf),\(option),any,,\(rules),free,"
      + "behaviour,same,a field more,x,high"
  }

  @Test func modelSpecificRegisters() throws {
    let tables = try Self.tables.get()
    let present = Set(tables.msrs.map(\.index) + tables.words.compactMap(\.msr)).count
    let rows = (0...(64 - present)).map {
      "0x\(String(0x1_0000 + $0, radix: 16)),0,new\($0),any,,flag,zero,zero,ignore,free,behaviour,"
        + "no,no,one more,x,high"
    }
    var named = RefusalTests.texts["msr-names.csv"]!
    for index in 0...(64 - present) {
      named += "0x\(String(0x1_0000 + index, radix: 16)),NEW_\(index),a test\n"
      let added = rows.prefix(index + 1).joined(separator: "\n") + "\n"
      let found = error { name in
        switch name {
        case "msrs.csv": RefusalTests.texts[name]! + added
        case "msr-names.csv": named
        default: RefusalTests.texts[name]!
        }
      }
      guard index == 64 - present else {
        #expect(found == nil)
        continue
      }
      #expect(found?.file == "msrs.csv" && found?.column == "msr")
      #expect(found?.message.contains("room for 64") == true)
    }
  }

  @Test func ownedLeaves() throws {
    let present = try Self.tables.get().owned.filter { row in
      if case .leaf = row.place { true } else { false }
    }.count
    let leaves = (0...(64 - present)).map { 0x40 + $0 }
    try expectRefused(
      "leaves.csv", "place", leaves.map { "0x\(String($0, radix: 16)),MONITOR,one more" },
      with: ["fields.csv": leaves.map { field($0) }])
  }

  @Test func lists() throws {
    let tables = try Self.tables.get()
    let layout = Layout(tables)
    let present = layout.blocks.filter(layout.isList).count
    try expectRefused(
      "fields.csv", "subleaf", (0...(64 - present)).map { field(0x40 + $0, "0-1") })
  }

  @Test func subleaves() throws {
    #expect(error(adding: ["fields.csv": [field(0x40, "0-63")]]) == nil)
    #expect(error(adding: ["fields.csv": [field(0x40, "0-64")]])?.column == "subleaf")
  }

  /// Lists of the hypervisor's range are not counted among the others.
  @Test func slots() throws {
    let present = try Layout(Self.tables.get()).slotCount
    let count = (0x2000 - present) / 64 + 1
    try expectRefused(
      "fields.csv", "leaf", (0..<count).map { field(0x4000_0020 + $0, "0-63") })
  }

  @Test func comparedFields() throws {
    let tables = try Self.tables.get()
    let present = tables.comparedCount(Layout(tables))
    for rules in [
      "number,pass,equal,equal", "number,pass,atMost,min", "bitmap,zero,atLeast,or",
      "number,derived,derived,derived",
    ] {
      try expectRefused(
        "fields.csv", "audit", (0...(256 - present)).map { field(0x40 + $0, rules: rules) })
    }
  }

  @Test func rowsOfOnePlace() throws {
    let vendors = ["intel", "amd", "centaur", "transmeta", "cyrix"]
    let rows = vendors.map { vendor in
      "0x40,*,eax,31:0,\(vendor)Field,,\(vendor),,number,zero,zero,ignore,free,behaviour,same,x,x,high"
    }
    try expectRefused("fields.csv", "bits", rows)
  }

  @Test func options() throws {
    let present = try Self.tables.get().fields.filter { !$0.source["option"].isEmpty }.count
    try expectRefused(
      "fields.csv", "option",
      (0...(16 - present)).map {
        field(0x40 + $0, option: "key\($0)", rules: "number,pass,atMost,min")
      })
  }

  @Test func texts() throws {
    let long = String(repeating: "x", count: 0xffff)
    try expectRefused("codes.csv", "text", ["2000,new,,title,form,message,remedy,\(long)"])
  }

  @Test func rows() throws {
    var tables = try Self.tables.get()
    let (field, msr) = (tables.fields[0], tables.msrs[0])
    tables.fields = Array(repeating: field, count: 0x1_0000)
    #expect(throws: TableError.self) { try tables.validateCapacities() }
    tables.fields = [field]
    tables.msrs = Array(repeating: msr, count: 0x1_0000)
    #expect(throws: TableError.self) { try tables.validateCapacities() }
    tables.msrs = [msr]
    #expect(throws: Never.self) { try tables.validateCapacities() }
  }

  /// The table of the hypervisor's range ends where the leaves do; one leaf behind it has a constant.
  @Test func leavesBehindTheHypervisorTable() throws {
    #expect(error(adding: ["fields.csv": [field(0x4000_00ff)]]) == nil)
    let found = error(adding: ["fields.csv": [field(0x4000_0101)]])
    #expect(found?.column == "leaf" && found?.message.contains("0x40000100") == true)
  }

  /// The core packs the words of a row into four bits each, a feature's maturity into three.
  @Test func ruleWords() {
    let counts = [
      GuestRule.allCases.count, AuditRule.allCases.count, LevelRule.allCases.count,
      MigrationRule.allCases.count, Severity.allCases.count, FieldKind.allCases.count,
      VendorWord.allCases.count,
    ]
    #expect(counts.allSatisfy { $0 <= 16 } && Maturity.allCases.count <= 8)
  }
}
