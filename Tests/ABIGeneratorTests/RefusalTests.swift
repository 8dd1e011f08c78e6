// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import abi_generator

/// The generator refuses unsound tables and names file, row and column.
@Suite struct RefusalTests {
  static let texts: [String: String] = {
    var result: [String: String] = [:]
    for name in Tables.files {
      let url = Fixtures.root.appending(path: "ABI/\(name)")
      result[name] = try? String(contentsOf: url, encoding: .utf8)
    }
    return result
  }()

  /// The error of the tables after a change to one cell.
  private func error(
    _ file: String, _ name: String, set column: String, to value: String
  ) -> TableError? {
    var lines = Self.texts[file]!.split(separator: "\n").map(String.init)
    let columns = lines[0].split(separator: ",").map(String.init)
    let nameColumn = columns.firstIndex(of: "name")!
    let row = lines.firstIndex { cells($0)[nameColumn] == name }!
    var changed = cells(lines[row])
    changed[columns.firstIndex(of: column)!] = value
    lines[row] = changed.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
    do {
      _ = try Tables { $0 == file ? lines.joined(separator: "\n") : Self.texts[$0]! }
      return nil
    } catch {
      let found = error as? TableError
      #expect(found?.file == file)
      #expect(found?.column == column)
      return found
    }
  }

  private func cells(_ line: String) -> [String] {
    var result: [String] = []
    var cell = ""
    var quoted = false
    for character in line {
      if character == "\"" {
        quoted.toggle()
      } else if character == "," && !quoted {
        result.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return result + [cell]
  }

  @Test func soundTables() throws {
    _ = try Tables { Self.texts[$0]! }
  }

  @Test func optInWithoutReason() {
    let found = error("features.csv", "MOVDIRI", set: "reason", to: "")
    #expect(found?.message.contains("opt-in") == true)
    #expect(error("features.csv", "FPU", set: "hostDefault", to: "perhaps") != nil)
  }

  @Test func duplicates() {
    #expect(error("features.csv", "VME", set: "name", to: "FPU")?.row == 3)
    #expect(error("features.csv", "VME", set: "bit", to: "0")?.message.contains("FPU") == true)
    #expect(error("fields.csv", "brandIndex", set: "name", to: "baseModel") != nil)
  }

  @Test func overlaps() {
    let found = error("fields.csv", "brandIndex", set: "bits", to: "8:0")
    #expect(found?.message.contains("overlaps") == true)
    let feature = error("fields.csv", "l1ContextId", set: "bits", to: "9")
    #expect(feature?.message.contains("SSSE3") == true)
    #expect(error("msrs.csv", "vmxProc2Rdtscp", set: "bits", to: "33") != nil)
  }

  @Test func bitOutsideRegister() {
    #expect(error("features.csv", "VME", set: "bit", to: "32") != nil)
    #expect(error("fields.csv", "brandIndex", set: "bits", to: "32:0") != nil)
    #expect(error("msrs.csv", "vmxProc2Ept", set: "bits", to: "64") != nil)
    // What only readers see is checked all the same.
    #expect(error("msrs.csv", "vmxProc2Ept", set: "xen", to: "perhaps")?.column == "xen")
    #expect(error("msrs.csv", "vmxProc2Ept", set: "kvm", to: "")?.column == "kvm")
    #expect(error("msrs.csv", "vmxProc2Ept", set: "source", to: "")?.column == "source")
    #expect(
      error("fields.csv", "maxBasicLeaf", set: "confidence", to: "some")?.column == "confidence")
  }

  @Test func unknownWords() {
    #expect(error("fields.csv", "brandIndex", set: "audit", to: "maybe") != nil)
    #expect(error("fields.csv", "brandIndex", set: "level", to: "mean") != nil)
    #expect(error("fields.csv", "brandIndex", set: "vendors", to: "acme") != nil)
    #expect(error("features.csv", "VME", set: "maturity", to: "ripe") != nil)
    #expect(error("features.csv", "VME", set: "audience", to: "Q") != nil)
  }

  @Test func prerequisites() {
    #expect(error("features.csv", "VME", set: "requires", to: "NOSUCH") != nil)
    let cycle = error("features.csv", "FPU", set: "requires", to: "MMX")
    #expect(cycle?.message.contains("itself") == true)
  }

  /// The error of a table after more rows.
  private func error(_ file: String, adding row: String) -> TableError? {
    do {
      _ = try Tables { $0 == file ? Self.texts[$0]! + row + "\n" : Self.texts[$0]! }
      return nil
    } catch {
      return error as? TableError
    }
  }

  @Test(arguments: [
    ("guest-leaves.csv", "0x6,*,any,,twice", "registers"),
    ("guest-leaves.csv", "0xa,ecx,intel,some,neither word", "stays"),
    ("guest-leaves.csv", "0x3-0x2,*,amd,,a range backwards", "leaf"),
    ("donors.csv", "0x4,caches,twice", "leaf"),
    ("donors.csv", "0x0,identity,no free choice", "leaf"),
    ("donors.csv", "0x16,,no group", "group"),
    ("x86-levels.csv", "x86-64-v5,NO_SUCH,unknown", "features"),
    ("lists.csv", "0x4,typed,cacheType,,twice", "leaf"),
    ("lists.csv", "0x16,last,baseFrequency,,a leaf without subleaves", "leaf"),
    ("lists.csv", "0x23,last,noSuchField,,unknown field", "field"),
    ("lists.csv", "0x23,last,baseModel,,another leaf's field", "field"),
    ("lists.csv", "0x23,last,perfmonEqualBit,,not the low bits", "field"),
    ("lists.csv", "0x23,states,perfmonSubleaf0,,a field too many", "field"),
    ("lists.csv", "0x23,never,,,no such end", "end"),
    ("lists.csv", "0x23,last,perfmonSubleaf0,hidden,neither word", "terminator"),
    ("back-ends.csv", "TSX_CTRL,S,twice", "name"),
    ("back-ends.csv", "noSuchField,fixed:1,unknown field", "name"),
    ("back-ends.csv", "maxBasicLeaf,fixed:1,more than a bit", "name"),
    ("back-ends.csv", "NOSUCH,S,unknown feature", "name"),
    ("back-ends.csv", "AVX,S,offered everywhere", "name"),
    ("back-ends.csv", "RDCL_NO,A,no kernel has PV guests", "kvm"),
    ("models.csv", "no-such-list,intel,0x6,0x1,*,,,x", "list"),
    ("models.csv", "slow-clwb,intel,0x6,0x100,*,,,x", "models"),
    ("models.csv", "slow-clwb,intel,0x6,0x1,0x10,,,x", "stepping"),
    ("models.csv", "slow-clwb,intel,0x6,0x1,*,NOSUCH,,x", "feature"),
    ("models.csv", "slow-clwb,intel,0x6,0x1,*,,,", "source"),
    ("xstates.csv", "18,xcr0,AVX,twice", "component"),
    ("xstates.csv", "63,xcr0,AVX,no state", "component"),
    ("xstates.csv", "20,xcr0,NOSUCH,unknown feature", "features"),
    ("any-host.csv", "NOSUCH,intel,,reason", "feature"),
    ("any-host.csv", "MD_CLEAR,intel,,twice", "feature"),
    ("any-host.csv", "FS_GS_NS,acme,,reason", "vendors"),
    ("any-host.csv", "FS_GS_NS,,,reason", "vendors"),
    ("any-host.csv", "FPU,any,,", "reason"),
    ("any-host.csv", "FPU,any,noRule,reason", "rule"),
    ("xen-releases.csv", "4.23.0,19,2,0x80000021", "release"),
    ("xen-releases.csv", "4.24,19,2,0x80000021", "release"),
    ("xen-releases.csv", "4.24.0,33,2,0x80000021", "words"),
    ("xen-rules.csv", "hostAsItIs,4.22.0,twice,abc", "rule"),
    ("xen-rules.csv", "newRule,4.22.9,text,abc", "since"),
    ("xen-rules.csv", "newRule,4.22.0+4.21.0,text,abc", "since"),
    ("xen-rules.csv", "newRule,4.21.0+4.21.1,text,abc", "since"),
    ("xen-rules.csv", "newRule,4.22.0,text,", "source"),
    ("xen-rules.csv", "newRule,,text,abc", "source"),
    ("xen-rules.csv", "newRule,4.22.0,,abc", "changes"),
    ("xen-features.csv", "NOSUCH,4.20.0,unknown", "feature"),
    ("xen-features.csv", "FPU,4.20.9,A", "until"),
    ("xen-features.csv", "FPU,4.20.0,Z", "audience"),
    ("xen-features.csv", "FPU,4.14.0,A", "until"),
    ("cpuid-lines.csv", "0x1,VME: virtual-8086 mode enhancement,VME", "line"),
    ("cpuid-lines.csv", "0x1,,VME", "line"),
    ("cpuid-lines.csv", "0x1,a line,NOSUCH", "place"),
    ("cpuid-lines.csv", "0x1,a line,none", "place"),
    ("cpuid-lines.csv", "0x1,a line,0x1.eex.4", "place"),
    ("cpuid-lines.csv", "one,a line,VME", "leaf"),
    ("xen-names.csv", "NOSUCH,FPU,4.20.0,why", "name"),
    ("xen-names.csv", "FPU,NOSUCH,4.20.0,why", "feature"),
    ("xen-names.csv", "FPU,FPU,4.20.0,why", "feature"),
    ("xen-names.csv", "FPU,VME,4.20.9,why", "until"),
    ("xen-names.csv", "FPU,VME,4.20.0,", "source"),
    ("codes.csv", "1021,again,,t,form,m,r,x", "code"),
    ("codes.csv", "10000,tooMany,,t,form,m,r,x", "code"),
    ("codes.csv", "2000,cacheSize,,t,form,m,r,x", "name"),
    ("codes.csv", "2000,a-b,,t,form,m,r,x", "name"),
    ("codes.csv", "2000,new,,,form,m,r,x", "title"),
    ("codes.csv", "2000,new,,t,forms,m,r,x", "rule"),
    ("codes.csv", "2000,new,,t,Rx,m,r,x", "rule"),
    ("codes.csv", "2000,new,,t,form,m {value,r,x", "message"),
    ("codes.csv", "2000,new,,t,form,m} {value},r,x", "message"),
    ("codes.csv", "2000,new,,t,form,{{value}},r,x", "message"),
    ("codes.csv", "2000,new,,t,form,m,{field},x", "remedy"),
    ("codes.csv", "2000,new,,t,form,m,{prerequisite},x", "remedy"),
    ("codes.csv", "2000,new,,t,form,m,,x", "remedy"),
    ("codes.csv", "2000,new,,t,form,m,r,a~b", "text"),
    ("codes.csv", "2000,new,zero,,,m,r,", "when"),
    ("codes.csv", "1021,cacheSize,never,,,m,r,", "when"),
    ("codes.csv", "1021,cacheSize,zero,title,,m,r,", "title"),
    ("codes.csv", "1021,cacheSize,zero,,,m,r,\n1021,cacheSize,zero,,,m,r,", "when"),
  ])
  func refusedRows(_ file: String, _ row: String, _ column: String) {
    let found = error(file, adding: row)
    #expect(found?.file == file)
    #expect(found?.column == column)
    #expect(
      found?.row == Self.texts[file]!.split(separator: "\n").count
        + row.split(separator: "\n").count)
  }

  @Test func linesInsideOfACell() throws {
    let tables = try Tables { Self.texts[$0]! }
    let text = try #require(tables.codes.first).text
    #expect(text.split(separator: "\n").count == 7)
    // Rows are named by the line on which they begin.
    #expect(tables.codes[1].source.number == 2 + 7)
  }

  @Test func brokenText() {
    let missing = #expect(throws: TableError.self) {
      try Tables { $0 == "features.csv" ? "name,word\n" : Self.texts[$0]! }
    }
    #expect(missing?.row == 1)
    let unclosed = #expect(throws: TableError.self) {
      try Tables { $0 == "words.csv" ? "word,\"abbreviation\n" : Self.texts[$0]! }
    }
    #expect(unclosed?.message.contains("quotation") == true)
  }

  @Test func generatedFilesDoNotDrift() throws {
    let tables = try Tables { Self.texts[$0]! }
    for (path, text) in try Generator.generate(tables) {
      let present = try String(
        contentsOf: Fixtures.root.appending(path: path), encoding: .utf8)
      #expect(present == text, "\(path) differs from the tables; run make generate")
    }
  }
}
