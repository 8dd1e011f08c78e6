// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// What follows from the list of forms.
@Suite struct RegistryTests {
  @Test func namesAreUnique() {
    let names = PolicyFormat.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    for name in names { #expect(PolicyFormat(rawValue: name)?.rawValue == name) }
    #expect(PolicyFormat(rawValue: "no such form") == nil)
  }

  /// README's table lists every form; `make forms` writes it.
  @Test func readmeListsEveryForm() throws {
    let url = Fixtures.root.appending(path: "README.md")
    let readme = try String(contentsOf: url, encoding: .utf8)
    let parts = readme.components(separatedBy: "<!-- forms -->\n")
    let rest = try #require(parts.last).components(separatedBy: "<!-- forms end -->")
    #expect(parts.count == 2 && rest.count == 2)
    var table = "| form | what it is | written too |\n|---|---|---|\n"
    for codec in PolicyCodec.all {
      let written = codec.format.isWritable ? "yes" : ""
      table += "| `\(codec.format.rawValue)` | \(codec.summary) | \(written) |\n"
    }
    if ProcessInfo.processInfo.environment["CPUPOLICY_UPDATE"] == "1" {
      let text = parts[0] + "<!-- forms -->\n" + table + "<!-- forms end -->" + rest[1]
      try Data(text.utf8).write(to: url)
    } else {
      #expect(rest[0] == table, "make forms writes the table")
    }
  }

  /// A line of one form within an input of another is refused, wherever it stands.
  @Test func mixedLinesAreRefused() throws {
    let cpuid = "   0x00000000 0x00: eax=0x00000001 ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69\n"
    let dump = "CPUID 00000000: 00000001-756E6547-6C65746E-49656E69\n"
    for (first, second) in [(cpuid, dump), (dump, cpuid)] {
      let bytes = Array((first + second).utf8)
      #expect(throws: FormatError.self) { try PolicyReader.read(bytes.span, source: "mixed") }
    }
  }
}
