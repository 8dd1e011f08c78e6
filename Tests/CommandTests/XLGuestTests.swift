// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// A file of xl.cfg as the guest of every command.
@Suite struct XLGuestTests {
  private let folder: TemporaryFolder
  private static let host = Fixtures.path("emulated-EPYC-Rome.txt")
  private static let older = Fixtures.path("emulated-Opteron_G3.txt")

  init() throws { folder = try TemporaryFolder() }

  private func run(_ words: String...) throws -> CommandResult { try BuiltCommand.run(words) }

  private func file(_ text: String) throws -> String { try folder.file("guest.cfg", text) }

  private func features(_ file: String, _ host: String) throws -> Set<String> {
    let shown = try run("policy", "show", file, "--host", host, "-o", "json")
    #expect(shown.status == 0, "\(shown.errors)")
    let value = try JSONValue(parsing: Array(shown.output.utf8), source: "output")
    #expect(try JSONSchema.ofDocuments().errors(value) == [])
    return Set((value["features"]?.array ?? []).compactMap(\.string))
  }

  /// What `pool level --as-xl` writes makes the guest of one host one of the other's, too.
  @Test func levelAsSetting() throws {
    let hosts = ["emulated-Haswell.txt", "emulated-Nehalem.txt"].map { Fixtures.path($0) }
    let written = try BuiltCommand.run(
      ["pool", "level"] + hosts + ["--kind", "pv", "--as-xl", "--drop", "-q"])
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.output.hasPrefix("cpuid = \"host,") && written.output.contains("aesni=0"))
    let guest = try file("name='g'\ntype='pv'\n\(written.output)")
    let found = try hosts.map { try features(guest, $0) }
    #expect(found[0] == found[1] && found[0].count > 20)
    let both = try BuiltCommand.run(["pool", "level"] + hosts + ["--as-xl", "--as-option"])
    #expect(both.status == 2)
  }

  @Test func settingsShapeThePolicy() throws {
    let plain = try features(try file("name='g'\ntype='hvm'\nvcpus=2\n"), Self.host)
    #expect(plain.contains("avx2") && !plain.contains("itsc") && !plain.contains("svm"))
    let cases: [(String, added: Set<String>, removed: Set<String>)] = [
      ("cpuid=\"host,avx2=0\"", [], ["avx2", "vaes", "vpclmulqdq"]),
      ("nestedhvm=1", ["svm"], []), ("nomigrate=1", ["itsc"], []),
      ("tsc_mode=\"always_emulate\"", ["itsc"], []),
      ("cpuid=\"host,itsc=k\"", ["itsc"], []),
    ]
    let host = try features(try file("name='g'\ntype='hvm'\n"), Self.host)
    for (line, added, removed) in cases {
      let found = try features(try file("name='g'\ntype='hvm'\n\(line)\n"), Self.host)
      #expect(found.subtracting(host).subtracting(added).isEmpty, "\(line)")
      #expect(host.subtracting(found).isSubset(of: removed), "\(line)")
      #expect(!removed.contains { found.contains($0) }, "\(line)")
    }
    let noPAE = try features(try file("name='g'\ntype='hvm'\npae=0\n"), Self.host)
    #expect(!noPAE.contains("pae") && !noPAE.contains("lm"))
    #expect(try features(try file("name='g'\ntype='pvh'\npae=0\n"), Self.host) == host)
  }

  @Test func audited() throws {
    let plain = try file("name='g'\ntype='hvm'\nvcpus=4\ncpuid=\"host,avx2=0,itsc=k\"\n")
    for host in [Self.host, Self.older] {
      let result = try run("policy", "audit", plain, "--against", host)
      #expect(result.errors.contains("taken as xl's default"))
      #expect(result.status == (result.output.contains("accepted") ? 0 : 1))
      #expect(!result.output.contains("unknown"), "\(result.output)")
    }
    let good = try run(
      "policy", "audit", try file("name='g'\ntype='hvm'\n"), "--against", Self.host)
    #expect(good.status == 0 && good.output.hasPrefix("accepted"), "\(good.output)")
    let bad = try run(
      "policy", "audit", try file("name='g'\ntype='hvm'\ncpuid=\"host,avx512f=1\"\n"), "--against",
      Self.host)
    #expect(bad.status == 1 && bad.output.contains("AVX512F"), "\(bad.output)")
    // Of whose domain a setting alone is nobody knows.
    let alone = try file("cpuid=\"host,avx2=0\"\n")
    let unknown = try run("policy", "audit", alone, "--against", Self.host)
    #expect(unknown.status == 1 && unknown.output.hasPrefix("unknown"), "\(unknown.output)")
    #expect(try run("policy", "audit", alone, "--against", Self.host, "--kind", "hvm").status == 0)
  }

  @Test func moved() throws {
    let guest = try file("name='g'\ntype='hvm'\nvcpus=4\n")
    let open = try run("migrate", "check", guest, Self.host)
    #expect(open.status == 1 && open.output.contains("unknown"), "\(open.output)")
    #expect(open.output.contains("--host FILE") && !open.output.contains("CPU0192"))
    let home = try run("migrate", "check", guest, Self.host, "--host", Self.host)
    #expect(home.status == 0 && home.output.contains("safe"), "\(home.output)")
    let away = try run("migrate", "check", guest, Self.older, "--host", Self.host)
    #expect(away.status == 1 && away.output.contains("AVX2"), "\(away.output)")
  }

  @Test func compared() throws {
    let first = try folder.file("a.cfg", "name='a'\ntype='hvm'\n")
    let second = try folder.file("b.cfg", "name='b'\ntype='hvm'\ncpuid=\"host,avx2=0\"\n")
    let bare = try run("policy", "diff", first, second)
    #expect(bare.status == 1 && bare.output.contains("leaf 0x7:0 EBX"))
    let made = try run("policy", "diff", first, second, "--host", Self.host)
    #expect(made.status == 1 && made.output.contains("AVX2"))
    #expect(try run("policy", "diff", first, first, "--host", Self.host).status == 0)
  }

  @Test func explained() throws {
    let guest = try file("name='g'\ntype='hvm'\ncpuid=\"host,avx2=0\"\n")
    #expect(try run("policy", "explain", "avx2", guest).status == 1)
    let result = try run("policy", "explain", "avx2", guest, "--host", Self.host)
    #expect(result.status == 0 && result.errors.contains("AVX2: no; cpuid= forces it"), "\(result)")
  }

  @Test func setOnADomain() throws {
    let state = folder.path + "/state"
    let created = try run(
      "domain", "create", "d", "--kind", "hvm", "--host", Self.host, "--state-dir", state)
    #expect(created.status == 0, "\(created.errors)")
    let guest = try file("name='g'\ntype='hvm'\ncpuid=\"host,avx2=0\"\n")
    let result = try run(
      "domain", "set-policy", "d", guest, "--host", Self.host, "--state-dir", state, "-o", "json")
    #expect(result.status == 0 && !result.output.contains("\"avx2\""), "\(result.errors)")
    #expect(result.output.contains("\"avx\""))
  }

  /// It is no host, and everything else is not made on one.
  @Test func roles() throws {
    let guest = try file("name='g'\ntype='hvm'\n")
    #expect(try run("topology", "audit", guest).status == 3)
    for words in [["host", "show", guest], ["policy", "audit", Self.host, "--against", guest]] {
      let result = try BuiltCommand.run(words)
      #expect(result.status == 3 && result.errors.contains("a guest's configuration"))
    }
    for words in [
      ["policy", "show", Self.host], ["policy", "diff", Self.host, Self.host],
      ["migrate", "check", Self.host, Self.host], ["policy", "explain", "avx", Self.host],
    ] {
      #expect(try BuiltCommand.run(words + ["--host", Self.host]).status == 2, "\(words)")
    }
  }

  @Test(.enabled(if: Corpus.isPresent, "the corpus is not there")) func pastedFiles() throws {
    let folder = (Corpus.path ?? "") + "/cases/pasted/"
    for name in ["xl_cfg.txt", "xl_cfg2.txt"] {
      #expect(try run("policy", "show", folder + name).status == 0)
      for dump in Corpus.dumps.prefix(6) {
        let shown = try run("policy", "show", folder + name, "--host", dump)
        #expect(shown.status == 0 && !shown.output.contains("unknown "), "\(shown.errors)")
        let audited = try run("policy", "audit", folder + name, "--against", dump)
        #expect(audited.status <= 1, "\(audited.errors)")
        #expect(!audited.output.contains("first word"))
      }
    }
  }
}
