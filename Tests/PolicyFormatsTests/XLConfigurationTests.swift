// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// Files of xl.cfg: their syntax, what is taken from them, and what is wrong in them.
@Suite struct XLConfigurationTests {
  private func read(_ text: String) throws -> PolicyDocument {
    try PolicyReader.read(Array(text.utf8).span, source: "guest.cfg")
  }

  private func guest(_ text: String) throws -> XLGuest { try #require(try read(text).xlGuest) }

  private func error(_ text: String) -> FormatError? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error as? FormatError
    }
  }

  private static let whole = """
    # Two settings on one line, a comment behind one, lists over lines, both quotes.
    name = "guest1"; type = 'hvm'   # hardware
    memory=1024
    vcpus = 2
    maxvcpus = 0x4
    nestedhvm = 1
    vpmu = "1"
    nomigrate = 0
    hap = 1
    tsc_mode = "native"
    disk = [ 'phy:/dev/vg/guest1,xvda,w', ]
    vnuma = [ [ "pnode=0","size=512" ], [ "pnode=1" ] ]
    cpuid = [
      # a comment in the list
      "1:ecx=0xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1, edx=xxxkxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      '7,0:ebx=xxxxxxxxxxxxxxx0xxxxxxxxxxxxxxxx',
    ]
    on_crash = "destroy"
    """

  @Test func wholeFile() throws {
    let document = try read(Self.whole)
    #expect(document.format == .xl && document.notes.isEmpty)
    let guest = try #require(document.xlGuest)
    #expect(guest.isDomain && guest.name == "guest1" && guest.type == .hvm && guest.kind == .hvm)
    #expect(guest.vCPUs == 2 && guest.vCPUCount == 4)
    #expect(guest.hasNestedVirtualisation == true && guest.hasPerformanceCounters == true)
    #expect(guest.isPinned == false && guest.hasNestedPaging == true && guest.tscMode == 2)
    #expect(!guest.hasInvariantTSC && guest.assumed.isEmpty)
    let changes = guest.setting.changes
    #expect(changes.count == 3)
    #expect(changes[0].zeros == 1 << 31 && changes[0].ones == 1)
    #expect(changes[1].register == .edx && changes[1].fromHost == 1 << 28)
    #expect(changes[2].place == LeafPlace(7, 0) && changes[2].zeros == 1 << 16)
    // Nothing of it is known without a host, and everything counts.
    #expect(!document.policies[0].policy.isKnown(leaf: 1))
    #expect(document.policies[0].statements.map(\.subject).contains("leaf 0x1 EDX"))
  }

  @Test func stringForm() throws {
    let guest = try guest("name='g'\ncpuid = \"host,avx512f=0,itsc=k,rdcl-no=0,mds-no=k\"\n")
    #expect(guest.setting.changes.count == 2)
    let word = Feature(named: "rdcl-no")
    #expect(guest.setting.msrChanges.map(\.feature) == [word, Feature(named: "mds-no")])
    #expect(guest.setting.msrChanges.map(\.value) == [false, nil])
    #expect(guest.assumed.contains("type=\"pv\"") && guest.kind == .pv)
  }

  /// Every name that Xen has for a bit is a key of the string form.
  @Test func everyName() throws {
    for feature in (0..<Feature.wordCount * 32).map({ Feature(rawValue: UInt16($0)) })
    where feature.isNamed {
      let name = feature.optionName
      guard name != "clflush" else { continue }
      let setting = try XLSetting(string: XLSetting.Part("host,\(name)=0", offset: 0))
      #expect(setting.changes.count + setting.msrChanges.count == 1, "\(name)")
    }
  }

  @Test func kinds() throws {
    for (text, kind) in [
      ("type=\"pv\"", GuestKind.pv), ("type=\"pvh\"", .hvm), ("type=\"hvm\"\nhap=0", .hvmShadow),
      ("builder=\"hvm\"", .hvm), ("builder=\"generic\"", .pv), ("vcpus=1", .pv), ("type='h'", .hvm),
    ] {
      #expect(try guest(text).kind == kind, "\(text)")
    }
    #expect(try guest("nomigrate=1").hasInvariantTSC)
    #expect(try guest("tsc_mode=\"always_emulate\"").hasInvariantTSC)
    #expect(try guest("tsc_mode=1").tscMode == 1)
    #expect(try guest("type=\"hvm\"\npae=0").hasPAE == false)
  }

  /// A setting alone is no domain; one that forces all of what it names is a policy, as it is written.
  @Test func settingAlone() throws {
    let open = try guest("cpuid = \"host,avx=0\"")
    #expect(!open.isDomain)
    let bits = String(repeating: "0", count: 32)
    let forced = try read("cpuid = [ \"6:eax=\(bits),ebx=\(bits),ecx=\(bits),edx=\(bits)\" ]")
    #expect(forced.xlGuest == nil && forced.policies[0].policy.isKnown(leaf: 6))
  }

  @Test func additions() throws {
    let bits = String(repeating: "x", count: 31) + "1"
    let guest = try guest(
      "name='g'\ncpuid = [ \"1:ecx=\(bits)\" ]\ncpuid += [ \"1:edx=\(bits)\" ]\n")
    #expect(guest.setting.changes.map(\.register) == [.ecx, .edx])
  }

  @Test func whatLooksLikeAKey() throws {
    let notes = try read("name='g'\nnested_hvm=1\nnestdhvm=1\npvh=1\ncpus=\"all\"\napic=1\n").notes
    #expect(notes.count == 3)
    #expect(notes[0].contains("nestedhvm is") && notes[1].contains("is nestedhvm meant?"))
    #expect(notes[2].contains("type=\"pvh\""))
  }

  @Test(arguments: [
    ("name = guest1", 1, "no string, number or list"),
    ("name = \"g\"\ntype = \"arm\"", 2, "no type"),
    ("name = \"g\"\nvcpus = 0", 2, "0 virtual CPUs"),
    ("name = \"g\"\nvcpus = \"many\"", 2, "no number"),
    ("vcpus = 4\nmaxvcpus = 2", 2, "less than vcpus"),
    ("name = \"g\"\nname = \"h\"", 2, "the first stands in line 1"),
    ("name = \"g\"\ntsc_mode = \"native_paravirt\"", 2, "no mode"),
    ("name = \"g\"\ntsc_mode = 3", 2, "no mode"),
    ("type=\"pv\"\nbuilder=\"hvm\"", 2, "contradicts"),
    ("name = \"g\"\ncpuid = \"host,frob=1\"", 2, "unknown key"),
    ("name = \"g\"\n\ncpuid = [\n \"1:ecx=1\" ]", 4, "32 characters"),
    ("name = \"\"\"g\"\"\"", 1, "triple quotes"),
    ("name = \"g", 1, "does not end"),
    ("cpuid = [ \"1:ecx=1\"", 1, "neither , nor ]"),
    ("name = \"g\"\nMemory = 1", 2, "a key is expected"),
    ("name = \"g\"\nvcpus = ", 2, "no value"),
    ("name = \"g\"\nnestedhvm = [ 1 ]", 2, "is a list"),
  ])
  func errors(_ text: String, _ line: Int, _ message: String) {
    let found = error(text)
    #expect(found?.line == line, "\(text): \(String(describing: found))")
    #expect(found?.description.contains(message) == true, "\(String(describing: found))")
  }

  @Test func deepLists() {
    let text = "name='g'\nvnuma = " + String(repeating: "[", count: 50_000)
    #expect(error(text)?.message.contains("lists in lists") == true)
  }

  @Test func seed() throws {
    let url = Fixtures.root.appending(path: "Fuzz/seeds/guest.cfg")
    #expect(try read(String(contentsOf: url, encoding: .utf8)).xlGuest?.vCPUCount == 4)
  }
}
