// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// XML that is not well formed is refused, text in other encodings is read, and what is cut is told.
@Suite struct WellFormedTests {
  private static let cpu = "<cpu><model>Haswell</model><feature name='vmx'/></cpu>"

  private func error(_ text: String) -> FormatError? {
    FormSamples.read(Array(text.utf8), nil)
  }

  @Test(arguments: [
    cpu, "<?xml version='1.0'?>\n" + cpu, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + cpu,
    "<?xml version='1.0' encoding='utf-8' standalone='yes' ?><!-- x - y -->" + cpu,
    "<!-- a --><?target data?>" + cpu + "<!-- b -->\n",
    "<cpu><model>a&#x9;&#10;&amp;&#65;<![CDATA[]] > <x>]]></model></cpu>",
    "<cpu><model>\u{1f600}é</model></cpu>",
  ]) func wellFormed(_ text: String) {
    #expect(error(text) == nil, "\(text): \(String(describing: error(text)))")
  }

  @Test(arguments: [
    "<cpu><model>a\u{0}</model></cpu>", "<cpu><model>a\u{1b}</model></cpu>",
    "<cpu><model>&#27;</model></cpu>", "<cpu><model>&#x1b;</model></cpu>",
    "<cpu><model>&#0;</model></cpu>", "<cpu><model>&#xfffe;</model></cpu>",
    "<cpu><model>&#xd800;</model></cpu>", "<cpu><model>&#+65;</model></cpu>",
    "<cpu><model>\u{ffff}</model></cpu>", "<cpu><model>]]></model></cpu>",
    "<!-- a -- b -->" + cpu, "<!-- a --->" + cpu, "<!-->" + cpu, "<!-- a",
    " <?xml version='1.0'?>" + cpu, "<cpu><?xml version='1.0'?></cpu>", cpu + "<?xml x?>",
    "<?xml?>" + cpu, "<?xml encoding='UTF-8'?>" + cpu, "<?xml version='2.0'?>" + cpu,
    "<?xml version='1.0' encoding='UTF-16'?>" + cpu,
    "<?xml version='1.0' encoding='ISO-8859-1'?>" + cpu,
    "<?xml version='1.0' encoding='x'?>" + cpu, "<?xml version='1.0' encoding='UTF-8'" + cpu,
    "<?xml version='1.0' encoding='us-ascii'?><cpu><model>é</model></cpu>",
    "<cpu><1/></cpu>", "<cpu><-a/></cpu>", "<cpu .a='1'/>", "<cpu a=1/>", "<cpu a='1'b='2'/>",
    "<? x?>" + cpu, "<!DOCTYPE cpu>" + cpu, cpu + cpu, cpu + "x",
  ]) func notWellFormed(_ text: String) {
    #expect(FormSamples.read(Array(text.utf8), .libvirtCPU) != nil, "\(text)")
  }

  @Test func bytesThatAreNoText() {
    let bad = Array("<cpu><model>".utf8) + [0xc3, 0x28] + Array("</model></cpu>".utf8)
    #expect(FormSamples.read(bad, .libvirtCPU) != nil)
    let surrogate = Array("<cpu><model>".utf8) + [0xed, 0xa0, 0x80] + Array("</model></cpu>".utf8)
    #expect(FormSamples.read(surrogate, .libvirtCPU) != nil)
  }

  private static func utf16(_ text: String, isLittle: Bool, hasMark: Bool) -> [UInt8] {
    ((hasMark ? [0xfeff] : []) + Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xff)]
      return isLittle ? bytes.reversed() : bytes
    }
  }

  /// Every form of text in every encoding says the same.
  @Test func encodings() throws {
    for codec in PolicyCodec.all {
      if case .bytes = codec.reader { continue }
      let plain = try #require(try FormSamples.bytes(codec.format))
      let text = String(decoding: plain, as: UTF8.self)
      let wanted = try PolicyReader.read(plain, source: "x")
      var copies = [[0xef, 0xbb, 0xbf] + plain]
      for isLittle in [true, false] {
        for hasMark in [true, false] {
          copies.append(Self.utf16(text, isLittle: isLittle, hasMark: hasMark))
        }
      }
      for (number, copy) in copies.enumerated() {
        let found = try? PolicyReader.read(copy, source: "x")
        #expect(
          found?.policies == wanted.policies && found?.cpus == wanted.cpus,
          "\(codec.format.rawValue), \(number)")
      }
    }
    let declared = "<?xml version='1.0' encoding='UTF-16'?>" + Self.cpu.replacing("vmx", with: "é")
    let marked = Self.utf16(declared, isLittle: true, hasMark: true)
    #expect(FormSamples.read(marked, nil) == nil)
    #expect(FormSamples.read(Array(marked.dropLast()), nil)?.message.contains("UTF-16") == true)
    let half: [UInt8] = [0xff, 0xfe, 0x3c, 0x00, 0x00, 0xd8, 0x3c, 0x00]
    #expect(FormSamples.read(half, nil)?.message.contains("UTF-16") == true)
  }

  /// A stream that ends before its end says so.
  @Test func streamsWithoutAnEnd() throws {
    let path = Fixtures.path("saved-guest.xlsave")
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try PolicyReader.read(whole, source: "x").savedGuest?.isCut == false)
    var cut = 0
    for count in 48..<whole.count {
      let document = try? PolicyReader.read(Array(whole.prefix(count)), source: "x")
      if let document {
        #expect(document.savedGuest?.isCut == true, "\(count)")
        cut += 1
      }
    }
    #expect(cut > 0)
  }

  /// Steps are named in words that people know: no abbreviation is spelt out letter by letter.
  @Test func namesOfSteps() {
    for step in DerivationStep.allCases {
      let words = step.name.split(separator: "-", omittingEmptySubsequences: false)
      #expect(words.allSatisfy { $0.count > 1 }, "\(step.name)")
      #expect(step.name.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5a).contains($0) })
    }
    #expect(DerivationStep.emulatedAPIC.name == "emulated-apic")
    #expect(DerivationStep.dom0OptIn.name == "dom0-opt-in")
  }
}
