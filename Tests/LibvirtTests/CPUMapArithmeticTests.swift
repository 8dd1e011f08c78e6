// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

@testable import LibvirtBackEnd

/// libvirt's own tool: its test driver needs no daemon.
struct Virsh {
  /// The program with its first words.
  var command: [String]
  /// libvirt's map beside it.
  var map: String
  /// A folder that the program sees under another name; nil for one of the whole machine.
  var root: String?

  /// The installed one; nil where it or its map is missing.
  static let installed: Virsh? = {
    let path = "/usr/bin/virsh"
    guard FileManager.default.isExecutableFile(atPath: path), let map = CPUMapAuthority()?.path
    else { return nil }
    return Virsh(command: [path], map: map)
  }()

  /// libvirt 11.3, where `Integration/qemu/fetch.sh` has unpacked it.
  static let ofTrixie = Virsh(root: Fixtures.root.appending(path: ".build/qemu/trixie/root").path)

  /// One of another release, unpacked in a folder of its own, where it finds its own map.
  init?(root: String) {
    let libraries = "/usr/lib/x86_64-linux-gnu"
    map = root + CPUMapAuthority.usualFolders[0]
    command = [
      "/usr/bin/unshare", "-r", "--root=\(root)", "\(libraries)/ld-linux-x86-64.so.2",
      "--library-path", libraries, "/usr/bin/virsh",
    ]
    self.root = root
    guard FileManager.default.fileExists(atPath: root + "/usr/bin/virsh") else { return nil }
  }

  private init(command: [String], map: String) {
    self.command = command
    self.map = map
  }

  /// The features of a CPU with everything spelled out, as `virsh cpu-baseline --features` prints them; nil
  /// where it answers with another model.
  func features(_ model: String, _ elements: String, in folder: TemporaryFolder) throws
    -> Set<String>?
  {
    let cpu = "<cpu><arch>x86_64</arch><model>\(model)</model>\(elements)</cpu>"
    let file = try folder.file("cpu.xml", cpu)
    let output = folder.path + "/out"
    try Data().write(to: URL(fileURLWithPath: output))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments =
      command.dropFirst() + ["-c", "test:///default", "cpu-baseline", "--features"]
      + [root.map { String(file.dropFirst($0.count)) } ?? file]
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: output, encoding: .utf8)
    try #require(process.terminationStatus == 0, "\(cpu)\n\(text)")
    guard text.contains(">\(model)</model>") else { return nil }
    return Set(
      text.matches(of: /<feature policy='require' name='([^']+)'/).map { String($0.1) })
  }

  /// Compares every model that libvirt chooses for guests, and every fifth with settings.
  func compare() throws -> (compared: Int, others: [String]) {
    let map = try CPUMap(path: map)
    let folder = try TemporaryFolder(in: root)
    var compared = 0
    var others: [String] = []
    for (index, model) in map.models.enumerated() where model.isForGuests {
      let wishes = index % 5 == 0 ? ["invtsc", "cmt"] : []
      let elements = wishes.map { "<feature name='\($0)'/>" }.joined()
      let ours = try map.features(of: model.name, wishes.map { (name: $0, isOn: true) })
      guard let theirs = try features(model.name, elements, in: folder) else {
        others.append(model.name)
        continue
      }
      #expect(ours?.subtracting(model.added) == theirs, "\(model.name)")
      compared += 1
    }
    print(
      "\(self.map): \(compared) of \(map.models.count) models compared, other ones for \(others)")
    return (compared, others)
  }
}

@Suite struct CPUMapArithmeticTests {
  /// The installed libvirt's own answers.
  @Test(.enabled(if: Virsh.installed != nil, "libvirt's client and its map are not installed"))
  func equalsBaseline() throws {
    let virsh = try #require(Virsh.installed)
    let result = try virsh.compare()
    #expect(result.compared > 40 && result.others.count < 5, "\(result.others)")
  }

  /// Those of the release that `make test-releases` has unpacked.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["CPUPOLICY_RELEASES"] != nil,
      "CPUPOLICY_RELEASES is not set: make test-releases sets it"),
    .enabled(if: Virsh.ofTrixie != nil, "Debian's trixie is not unpacked: nothing was compared"))
  func equalsNewerBaseline() throws {
    let virsh = try #require(Virsh.ofTrixie)
    let result = try virsh.compare()
    #expect(result.compared > 40 && result.others.count < 5, "\(result.others)")
  }

  /// Reading a model alone comes to the same as reading all.
  @Test(
    .enabled(if: Corpus.isPresent, "the corpus is not there"),
    arguments: ["cpu_map-4.0.0.xml", "cpu_map-9.0.0"])
  func oneModel(_ name: String) throws {
    let path = try #require(Corpus.path) + "/libvirt/" + name
    let map = try CPUMap(path: path)
    for model in map.models {
      let alone = try CPUMap(path: path, only: model.name)
      #expect(alone.model(model.name)?.features == model.features, "\(model.name)")
      #expect(alone.model(model.name)?.signatures == model.signatures)
      #expect(alone.features.count == map.features.count)
      #expect(name.hasSuffix(".xml") || alone.models.count < 4)
    }
    #expect(try CPUMap(path: path, only: "nosuchmodel").model("nosuchmodel") == nil)
  }

  /// A feature that a model lost is not in it, and switching one on or off does nothing else.
  @Test(.enabled(if: Corpus.isPresent, "the corpus is not there")) func settings() throws {
    let map = try CPUMap(path: Corpus.path! + "/libvirt/cpu_map-9.0.0")
    #expect(map.models.count > 50 && map.features.count > 200)
    let epyc = try #require(map.model("EPYC"))
    #expect(epyc.removed == ["monitor"] && !epyc.features.contains("monitor"))
    #expect(epyc.vendor == "AMD" && map.vendors["AMD"] == "AuthenticAMD")
    #expect(epyc.signatures == [.init(family: 23, model: 1, steppings: [])])
    let changed = try map.features(
      of: "Skylake-Server", [(name: "avx512f", isOn: false), (name: "invtsc", isOn: true)])
    let plain = try #require(map.model("Skylake-Server")).features
    #expect(changed == plain.subtracting(["avx512f"]).union(["invtsc"]))
    #expect(try map.features(of: "nosuchmodel") == nil)
    // An alias of QEMU's is no name.
    #expect(throws: UnknownCPUFeature.self) {
      try map.features(of: "EPYC", [(name: "sse4-1", isOn: true)])
    }
    #expect(map.features["sse4.1"]?.aliases.isEmpty == false)
    #expect(map.features["invtsc"]?.isMigratable == false)
  }
}
