// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

@testable import LibvirtBackEnd

/// libvirt's own tool: its test driver needs no daemon.
enum Virsh {
  static let path = "/usr/bin/virsh"
  static let isThere =
    FileManager.default.isExecutableFile(atPath: path) && CPUMapAuthority() != nil

  /// The features of a CPU with everything spelled out, as `virsh cpu-baseline --features` prints them.
  static func features(_ cpu: String, in folder: TemporaryPlace) throws -> Set<String> {
    let file = try folder.file("cpu.xml", cpu)
    let output = folder.path + "/out"
    try Data().write(to: URL(fileURLWithPath: output))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-c", "test:///default", "cpu-baseline", "--features", file]
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: output, encoding: .utf8)
    try #require(process.terminationStatus == 0, "\(cpu)\n\(text)")
    return Set(
      text.matches(of: /<feature policy='require' name='([^']+)'/).map { String($0.1) })
  }
}

/// A folder that is gone at the end of a test.
final class TemporaryPlace {
  let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ text: String) throws -> String {
    let file = path + "/" + name
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }
}

@Suite struct CPUMapArithmeticTests {
  /// Every model of the installed libvirt that it chooses for guests, and every fifth with settings.
  @Test(.enabled(if: Virsh.isThere, "libvirt's client and its map are not installed"))
  func equalsBaseline() throws {
    let authority = try #require(CPUMapAuthority())
    let map = try CPUMap(path: authority.path)
    let folder = try TemporaryPlace()
    var compared = 0
    for (index, model) in map.models.enumerated() where model.isForGuests {
      let wishes = index % 5 == 0 ? ["invtsc", "cmt"] : []
      let elements = wishes.map { "<feature name='\($0)'/>" }.joined()
      let theirs = try Virsh.features(
        "<cpu><arch>x86_64</arch><model>\(model.name)</model>\(elements)</cpu>", in: folder)
      let ours = try #require(
        try map.features(of: model.name, wishes.map { (name: $0, isOn: true) }))
      #expect(ours.subtracting(model.added) == theirs, "\(model.name)")
      compared += 1
    }
    print("\(authority.path): \(compared) of \(map.models.count) models compared with virsh")
    #expect(compared > 40)
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
