// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

@testable import LibvirtBackEnd

/// Maps that nobody installed.
@Suite struct HostileMapTests {
  private static let features = """
    <vendor name='V' string='GenuineIntel'/>
    <feature name='a'><cpuid eax_in='0x01' edx='0x00000001'/></feature>
    """

  /// The error of a map with this in its index, and these other files.
  private static func error(
    _ index: String, files: [String: String] = [:]
  ) throws -> FormatError? {
    let folder = try TemporaryFolder()
    _ = try folder.file(
      "index.xml", "<cpus>\n<arch name='x86'>\n\(features)\n\(index)\n</arch></cpus>")
    for (name, text) in files { _ = try folder.file(name, text) }
    do {
      _ = try CPUMap(path: folder.path)
      return nil
    } catch {
      return error
    }
  }

  private static let good = "<model name='m'><feature name='a'/></model>"

  @Test func goodOnes() throws {
    #expect(try Self.error(Self.good) == nil)
    #expect(
      try Self.error(
        "<group name='g'><include filename='m.xml'/></group><later/>",
        files: ["m.xml": "<cpus>\(Self.good)</cpus>"]) == nil)
    // A parent's features are the model's, and its own signature stands in for the parent's.
    let folder = try TemporaryFolder()
    _ = try folder.file(
      "index.xml",
      """
      <cpus><arch name='ppc64'><model name='m'/></arch><arch name='x86'>\(Self.features)
      <feature name='b'><msr index='0x10a' eax='0x00000000' edx='0x80000000'/></feature>
      <model name='m'><signature family='6' model='1'/><vendor name='V'/><feature name='a'/></model>
      <model name='n'><decode host='on' guest='off'/><check partial='compat'/>
      <signature family='6' model='2' stepping='0-4'/><model name='m'/>
      <feature name='b' added='yes'/></model>
      <model name='o'><model name='n'/><feature name='a' removed='yes'/></model>
      </arch></cpus>
      """)
    let map = try CPUMap(path: folder.path)
    let (n, o) = try (#require(map.model("n")), #require(map.model("o")))
    #expect(n.features == ["a", "b"] && n.added == ["b"] && n.vendor == "V")
    #expect(n.signatures == [.init(family: 6, model: 2, steppings: [0...4])])
    #expect(n.isForHosts && !n.isForGuests && n.isCheckedByMap)
    #expect(o.features == ["b"] && o.removed == ["a"] && o.isForGuests && !o.isCheckedByMap)
    #expect(map.models.count == 3)
  }

  /// Each is refused with its place.
  @Test(arguments: [
    ("<include filename='index.xml'/>", "twice"),
    ("<include filename='../index.xml'/>", "no file of the folder"),
    ("<include filename='/etc/passwd'/>", "no file of the folder"),
    ("<include filename='..'/>", "no file of the folder"), ("<include/>", "filename is missing"),
    ("<model name='m'><model name='m'/></model>", "no model m stands before it"),
    (
      "<model name='m'><model name='n'/></model><model name='n'><model name='m'/></model>",
      "no model n"
    ),
    ("<model name='m'><feature name='z'/></model>", "no feature z"),
    ("<model name='m'><vendor name='W'/></model>", "no vendor W"),
    ("<model name='m'><feature name='a'/><feature name='a'/></model>", "twice"),
    ("<model name='m'/><model name='m'/>", "twice"), ("<model/>", "name is missing"),
    ("<model name='m'><signature family='6'/></model>", "model is missing"),
    ("<model name='m'><signature family='6' model='x'/></model>", "no number"),
    ("<model name='m'><signature family='6' model='1' stepping='4-0'/></model>", "no range"),
    ("<model name='m'><feature name='a' removed='maybe'/></model>", "removed is maybe"),
    ("<feature name='b'/>", "no bit"), ("<feature name='a'><msr/></feature>", "index is missing"),
    ("<feature name='b'><cpuid eax_in='0x100000000' edx='1'/></feature>", "no number"),
    ("<vendor name='V' string='x'/>", "twice"), ("", "no features and models"),
  ]) func refused(_ index: String, _ message: String) throws {
    let error = try #require(try Self.error(index), "\(index)")
    #expect(error.message.contains(message), "\(error)")
    #expect(error.line != nil && error.column != nil && error.source.hasSuffix("index.xml"))
  }

  /// Files that include each other, are no map, are cut, or are not there.
  @Test(arguments: [
    [
      "x.xml": "<cpus><include filename='y.xml'/></cpus>",
      "y.xml": "<cpus><include filename='x.xml'/></cpus>",
    ],
    ["x.xml": "<domain/>"], ["x.xml": "<cpus><model name='m'>"], ["x.xml": ""], [:],
  ]) func files(_ files: [String: String]) throws {
    let error = try #require(try Self.error("<include filename='x.xml'/>", files: files))
    #expect(error.source.hasSuffix("x.xml") || error.source.hasSuffix("y.xml"))
  }

  /// Parents in files of their own are read when they are wanted, and do not go in a circle.
  @Test func parents() throws {
    func model(_ name: String, _ parent: String, _ feature: String = "") -> String {
      "<cpus><model name='\(name)'><model name='\(parent)'/>\(feature)</model></cpus>"
    }
    let folder = try TemporaryFolder()
    let includes = ["m", "n", "o", "p"].map { "<include filename='x86_\($0).xml'/>" }.joined()
    _ = try folder.file(
      "index.xml", "<cpus><arch name='x86'>\(Self.features)\(includes)</arch></cpus>")
    _ = try folder.file("x86_m.xml", "<cpus>\(Self.good)</cpus>")
    _ = try folder.file("x86_n.xml", model("n", "m"))
    _ = try folder.file("x86_o.xml", model("o", "p"))
    _ = try folder.file("x86_p.xml", model("p", "o"))
    #expect(try CPUMap(path: folder.path, only: "n").model("n")?.features == ["a"])
    #expect(throws: FormatError.self) { try CPUMap(path: folder.path, only: "o") }
    #expect(throws: FormatError.self) { try CPUMap(path: folder.path) }
  }

  @Test func tooLarge() throws {
    let folder = try TemporaryFolder()
    let blanks = String(repeating: " ", count: 17 << 20)
    _ = try folder.file("index.xml", "<cpus>\(blanks)</cpus>")
    #expect(throws: FormatError.self) { try CPUMap(path: folder.path) }
    // A pipe that nobody writes to is not waited for.
    #expect(throws: FormatError.self) { try CPUMap(path: folder.path + "/none") }
    #expect(CPUMapAuthority(path: folder.path + "/none") == nil)
  }
}
