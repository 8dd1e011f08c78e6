// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

/// Guests that go from one libvirt to another: what is foretold, and what the QEMU at the other end then has:
/// `make integration-libvirt`.
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT_OTHER"] != nil,
    "CPUPOLICY_LIBVIRT_OTHER is not set: Integration/libvirt/rig.sh sets it"))
struct LiveMigrationTests {
  private let folder: TemporaryFolder
  private let first = Self.variable("CPUPOLICY_LIBVIRT")
  private let other = Self.variable("CPUPOLICY_LIBVIRT_OTHER")
  /// The command on the first host.
  private let watching = Self.variable("CPUPOLICY_WATCH").split(separator: " ").map(String.init)

  init() throws { folder = try TemporaryFolder() }

  private static func variable(_ name: String) -> String {
    ProcessInfo.processInfo.environment[name] ?? ""
  }

  private func start(_ words: [String], _ output: String) throws -> Process {
    try folder.start(words, saying: output)
  }

  private func virsh(_ address: String, _ words: String...) throws -> (isDone: Bool, text: String) {
    try folder.virsh(words, at: address)
  }

  private func monitor(_ address: String, _ name: String, _ text: String) throws -> JSONValue {
    let reply = try virsh(address, "qemu-monitor-command", name, text)
    return try #require(
      try JSONValue(parsing: Array(reply.text.utf8), source: reply.text)["return"])
  }

  /// The features that the QEMU of a running guest says that it has.
  private func features(_ address: String, _ name: String) throws -> Set<String> {
    let cpus = try monitor(address, name, #"{"execute":"query-cpus-fast"}"#).array ?? []
    let path = try #require(cpus.first?["qom-path"]?.string)
    let words = try monitor(
      address, name,
      #"{"execute":"qom-get","arguments":{"path":"\#(path)","property":"feature-words"}}"#)
    var found: [String: UInt32] = [:]
    for word in words.array ?? [] {
      let register = word["cpuid-register"]?.string?.lowercased() ?? ""
      let leaf = word["cpuid-input-eax"]?.integer ?? 0
      found["\(leaf):\(word["cpuid-input-ecx"]?.integer ?? 0):\(register)"] = UInt32(
        truncatingIfNeeded: word["features"]?.integer ?? 0)
    }
    var names: Set<String> = []
    for feature in Feature.allNamed {
      guard case .leaf(let place, let register, let bit) = feature.place,
        let word = found["\(place.leaf):\(place.isPlain ? 0 : place.subleaf):\(register)"],
        word >> UInt32(bit) & 1 != 0
      else { continue }
      names.insert(feature.optionName)
    }
    return names
  }

  /// Makes and starts a guest; with an argument of its own QEMU has that CPU, at which libvirt does not look.
  private func begin(_ name: String, _ cpu: String, own: String? = nil) throws {
    let argument = own.map {
      "<qemu:commandline><qemu:arg value='-cpu'/><qemu:arg value='\($0)'/></qemu:commandline>"
    }
    let file = try folder.file(
      "domain.xml",
      """
      <domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
      <name>\(name)</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
      <os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type></os>\(cpu)\(argument ?? "")</domain>
      """)
    #expect(try virsh(first, "define", file).isDone)
    let started = try virsh(first, "start", name)
    #expect(started.isDone, "\(started.text)")
  }

  private func end(_ name: String) {
    for address in [first, other] {
      _ = try? virsh(address, "destroy", name)
      _ = try? virsh(address, "undefine", name)
    }
  }

  private func migrate(_ name: String, _ more: [String] = []) throws -> (isDone: Bool, text: String)
  {
    let result = try BuiltCommand.program(
      ["/usr/bin/virsh", "-c", first, "migrate", "--live", "--unsafe", name, other]
        + ["--migrateuri", "tcp://127.0.0.1"] + more)
    return (result.status == 0, result.output + result.errors)
  }

  /// A named model goes on as it was; so it is foretold by the running guest's XML and what the other host
  /// offers.
  @Test func namedModel() throws {
    let name = "named"
    try begin(name, "<cpu mode='custom' match='exact' check='none'><model>Westmere</model></cpu>")
    defer { end(name) }
    let live = try folder.file("live.xml", try virsh(first, "dumpxml", name).text)
    let offer = try folder.file(
      "offer.xml", try virsh(other, "domcapabilities", "--virttype", "qemu").text)
    // From files, and as the two libvirts say it.
    for (guest, host) in [(live, offer), ("libvirt:\(first)#\(name)", "libvirt:\(other)")] {
      let check = try BuiltCommand.run(["migrate", "check", guest, host, "-o", "json"])
      let document = try JSONValue(parsing: Array(check.output.utf8), source: check.errors)
      let destination = try #require(document["destinations"]?.array?.first)
      let decided = (destination["findings"]?.array ?? []).filter { $0["decided"]?.bool == true }
      #expect(decided.isEmpty, "\(host): \(decided)")
    }
    let before = try features(first, name)
    let moved = try migrate(name)
    #expect(moved.isDone, "\(moved.text)")
    #expect(try features(other, name) == before && before.count > 30)
  }

  /// A guest whose CPU libvirt does not compare changes by the move: foretold with the very features, refused
  /// with our text, and, where it is only warned of, seen so by the QEMU at the other end. The other host's store
  /// has nothing of it: the guest brings along what it booted with.
  @Test func otherCPU() throws {
    let name = "own"
    let watch = try start(
      ["stdbuf", "-oL"] + watching + ["domain", "watch", "--connect", first, "--store"]
        + [folder.path + "/boot"], "watch")
    defer { watch.terminate() }
    Thread.sleep(forTimeInterval: 1)
    try begin(name, "<cpu mode='maximum'/>", own: "Haswell")
    defer { end(name) }
    for _ in 0..<100 {
      if try virsh(first, "dumpxml", name).text.contains("cpupolicy:boot") { break }
      Thread.sleep(forTimeInterval: 0.1)
    }
    let configured = try virsh(first, "dumpxml", "--migratable", name).text
    #expect(configured.contains("cpupolicy:boot"))
    let changed = try folder.file(
      "changed.xml", configured.replacing("value='Haswell'", with: "value='Westmere'"))
    let hook = Self.variable("CPUPOLICY_HOOK_OTHER")
    let usual = try String(contentsOfFile: hook, encoding: .utf8)
    defer { try? usual.write(toFile: hook, atomically: false, encoding: .utf8) }
    // As it is, it may go; refused alone is the other CPU.
    try "difference = refuse\nunknown = refuse\nstore = \(folder.path)/none\n"
      .write(toFile: hook, atomically: false, encoding: .utf8)
    let refused = try migrate(name, ["--xml", changed])
    #expect(
      !refused.isDone && refused.text.contains("would go on with another CPU"), "\(refused.text)")
    let foretold = Self.names("loses", refused.text)
    let before = try features(first, name)
    try "difference = warn\nunknown = warn\nstore = \(folder.path)/none\n"
      .write(toFile: hook, atomically: false, encoding: .utf8)
    let moved = try migrate(name, ["--xml", changed])
    #expect(moved.isDone, "\(moved.text)")
    let after = try features(other, name)
    #expect(before.subtracting(after) == foretold, "\(refused.text)")
    #expect(foretold.contains("avx2"))
    print("lost by the move, as foretold: \(foretold.sorted().joined(separator: " "))")
  }

  /// A guest with all that its QEMU has takes that along nowhere: between two releases libvirt would let it
  /// change. The hook that knows with what it booted refuses, and says by what.
  @Test func maximum() throws {
    let name = "maximum"
    let watch = try start(
      ["stdbuf", "-oL"] + watching + ["domain", "watch", "--connect", first, "--store"]
        + [folder.path + "/boot"], "watch")
    defer { watch.terminate() }
    Thread.sleep(forTimeInterval: 1)
    try begin(name, "<cpu mode='maximum'/>")
    defer { end(name) }
    for _ in 0..<100 {
      if try virsh(first, "dumpxml", name).text.contains("cpupolicy:boot") { break }
      Thread.sleep(forTimeInterval: 0.1)
    }
    let before = try features(first, name)
    let hook = Self.variable("CPUPOLICY_HOOK_OTHER")
    let usual = try String(contentsOfFile: hook, encoding: .utf8)
    defer { try? usual.write(toFile: hook, atomically: false, encoding: .utf8) }
    try "difference = refuse\nunknown = refuse\nstore = \(folder.path)/none\n"
      .write(toFile: hook, atomically: false, encoding: .utf8)
    let refused = try migrate(name)
    let lost = Self.names("loses", refused.text)
    let gained = Self.names("gains", refused.text)
    if !refused.isDone {
      #expect(refused.text.contains("would go on with another CPU"), "\(refused.text)")
      try "difference = warn\nunknown = warn\nstore = \(folder.path)/none\n"
        .write(toFile: hook, atomically: false, encoding: .utf8)
      let moved = try migrate(name)
      #expect(moved.isDone, "\(moved.text)")
    }
    let after = try features(other, name)
    // Where nothing was said, nothing changed.
    #expect(before.subtracting(after) == lost, "\(refused.text)")
    #expect(after.subtracting(before) == gained, "\(refused.text)")
    print(
      """
      by the move of all that QEMU has, as foretold: lost \(lost.sorted()), gained \(gained.sorted())
      """)
  }

  /// The names behind a word in the hook's text: what the guest loses, or gains.
  private static func names(_ word: String, _ text: String) -> Set<String> {
    guard let start = text.firstRange(of: "than it booted with: it "),
      let list = text[start.upperBound...].firstRange(of: word + " ")
    else { return [] }
    let rest = text[list.upperBound...]
    let end = rest.firstIndex { $0 == ";" || $0.isNewline } ?? rest.endIndex
    return Set(
      rest[..<end].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
  }
}
