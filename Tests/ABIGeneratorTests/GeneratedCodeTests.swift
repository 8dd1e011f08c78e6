// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import abi_generator

/// Generated Swift stays small, and a row more changes little of it.
@Suite struct GeneratedCodeTests {
  private static let files = Result { try generated { _, text in text } }

  /// What is generated from the tables after a change, but for the reference pages.
  private static func generated(
    _ change: (String, String) -> String
  ) throws -> [String: [Substring]] {
    let tables = try Tables { change($0, RefusalTests.texts[$0]!) }
    return try Generator.generate(tables).filter { !$0.key.hasPrefix("docs/") }
      .mapValues { $0.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  @Test func size() throws {
    let files = try Self.files.get().filter { $0.key.hasSuffix(".swift") }
    let lines = files.values.reduce(0) { $0 + $1.count }
    // Below 6,000 but for the tables of Xen's releases, of other worlds' names and lines and of codes' texts.
    let growing = ["Release", "XenRule", "OtherName", "CpuidLine", "CodeText"]
    let others = files.filter { path, _ in growing.contains { path.contains($0) } }
    #expect(lines - others.values.reduce(0) { $0 + $1.count } < 6000 && lines > 1000)
    #expect(lines < 7000)
    for (path, lines) in files {
      for (index, line) in lines.enumerated() where line.count > 100 {
        Issue.record("\(path):\(index + 1) has \(line.count) columns")
      }
    }
  }

  /// Lines that a change of the tables adds and removes, those of the tables included.
  private func changedLines(of tables: Int, _ change: (String, String) -> String) throws -> Int {
    let before = try Self.files.get()
    let after = try Self.generated(change)
    #expect(Set(before.keys) == Set(after.keys))
    return try before.reduce(tables) { sum, file in
      let lines = try #require(after[file.key])
      return lines == file.value ? sum : sum + lines.difference(from: file.value).count
    }
  }

  /// A bit with prerequisites of its own, for guests of every kind.
  private static func feature(word: Int, bit: Int) -> String {
    "NEWBIT,\(word),\(bit),A,yes,AVX512F,supported,free,,,reason,any,newbit,newbit,newbit,a bit more\n"
  }

  @Test func newFeature() throws {
    let changed = try changedLines(of: 1) { file, text in
      file == "features.csv" ? text + Self.feature(word: 12, bit: 31) : text
    }
    #expect(changed < 60, "\(changed) lines")
  }

  @Test func newFields() throws {
    let field =
      "0x7,1,ebx,31,newBit,,any,,flag,zero,subset,and,free,behaviour,same,a bit more,x,high\n"
    let inLeaf = try changedLines(of: 1) { file, text in
      file == "fields.csv" ? text + field : text
    }
    #expect(inLeaf < 60, "\(inLeaf) lines")
    let register =
      "0x480,57,newBit,intel,,flag,pass,subset,and,free,behaviour,no,no,a bit more,x,high\n"
    let inRegister = try changedLines(of: 1) { file, text in
      file == "msrs.csv" ? text + register : text
    }
    #expect(inRegister < 60, "\(inRegister) lines")
  }

  /// Every field of one bit in a register of the featureset, made a feature. Copies of features stay
  /// what they are.
  @Test func promotedBits() throws {
    let tables = try Tables { RefusalTests.texts[$0]! }
    let rows = RefusalTests.texts["fields.csv"]!.split(separator: "\n")
    var promoted = 0
    for field in tables.fields
    where field.bits.high == field.bits.low && field.rules.guest != .derived {
      let word = tables.words.firstIndex { word in
        word.leaf == field.leaf && word.register == field.register
          && (word.subleaf.map { field.subleaves?.contains($0) == true } ?? true)
      }
      guard let word else { continue }
      let row = rows[field.source.number - 1] + "\n"
      let changed = try changedLines(of: 2) { file, text in
        switch file {
        case "fields.csv": text.replacing(row, with: "")
        case "features.csv": text + Self.feature(word: word, bit: field.bits.low)
        // A field that owns a leaf is named there.
        case "leaves.csv": text.replacing(",\(field.name),", with: ",NEWBIT,")
        case "exceptions.csv":
          text.split(separator: "\n").filter { !$0.contains(",\(field.name),") }
            .map { $0 + "\n" }.joined()
        default: text
        }
      }
      #expect(changed < 60, "\(field.name): \(changed) lines")
      promoted += 1
    }
    #expect(promoted > 20)
  }

  @Test func namesOfRegisters() throws {
    func error(_ row: String) -> TableError? {
      do {
        _ = try Tables { name in
          RefusalTests.texts[name]! + (name == "msr-names.csv" ? row : "")
        }
        return nil
      } catch {
        return error as? TableError
      }
    }
    #expect(error("0x9999,IA32_OTHER,x\n")?.column == "msr")
    #expect(error("0x3a,IA32_OTHER,x\n")?.message.contains("earlier row") == true)
    #expect(error("0x3a,ia32_other,x\n")?.column == "name")
    let unnamed = try #require(
      RefusalTests.texts["msr-names.csv"]?.split(separator: "\n").last)
    do {
      _ = try Tables { name in
        let text = RefusalTests.texts[name]!
        return name == "msr-names.csv" ? text.replacing(unnamed + "\n", with: "") : text
      }
      Issue.record("a register without a name was accepted")
    } catch let error as TableError {
      #expect(error.file == "msrs.csv" && error.column == "msr")
    }
  }

  /// Where in its file a row stands does not matter.
  @Test func orderOfRows() throws {
    func moved(_ text: String) -> String {
      var lines = text.split(separator: "\n")
      lines.append(lines.remove(at: 1))
      return lines.joined(separator: "\n") + "\n"
    }
    let tables = try Tables { name in
      let text = RefusalTests.texts[name]!
      return name == "features.csv" ? moved(text) : text
    }
    let files = try Generator.generate(tables)
    for (path, lines) in try Self.files.get() {
      #expect(files[path] == lines.joined(separator: "\n"), "\(path)")
    }
  }
}
