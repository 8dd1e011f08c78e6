// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// The gate in libvirt's way, from outside: what watch keeps, and what the hook says of it.
@Suite(.enabled(if: LibvirtStandIn.isPossible, "there is no gcc"))
struct HookCommandTests {
  private let libvirt: LibvirtStandIn
  private let folder: TemporaryFolder
  private let map: TemporaryFolder
  private var store: String { folder.path + "/boot" }

  init() throws {
    libvirt = try #require(try LibvirtStandIn())
    folder = try TemporaryFolder()
    map = try TemporaryFolder()
    _ = try map.file("index.xml", LibvirtStandIn.map)
  }

  private func run(_ words: [String], input: String = "") throws -> CommandResult {
    try BuiltCommand.run(
      words, input: Data(input.utf8),
      through: ["/usr/bin/env", "LD_LIBRARY_PATH=" + libvirt.searchPath])
  }

  private func xml(_ features: String, mode: String = "custom") throws -> String {
    let cpu =
      "<cpu mode='\(mode)' match='exact' check='full'>"
      + (mode == "custom" ? "<model>New</model>" : "") + features + "</cpu>"
    let uuid = LibvirtStandIn.Machine("g", id: 1).uuid
    return LibvirtStandIn.domain("g", cpu + "<uuid>\(uuid)</uuid>")
  }

  private func watch(_ events: String, count: Int, _ live: String) throws -> CommandResult {
    try libvirt.have([.init("g", id: 1, live: live, inactive: live)])
    try libvirt.write("events", events)
    return try run(
      [
        "domain", "watch", "--connect", libvirt.address, "--store", store, "--events", "\(count)",
        "--no-probe", "--cpu-map", map.path,
      ])
  }

  private func hook(
    _ operation: String, _ xml: String, _ configuration: String? = nil, strict: Bool = false
  ) throws -> CommandResult {
    let config = folder.path + "/hook.conf"
    if let configuration { _ = try folder.file("hook.conf", configuration) }
    let words = ["--config", configuration == nil ? config + ".none" : config]
    return try run(
      ["hook", "libvirt"] + words + ["--store", store, "--no-probe", "--cpu-map", map.path]
        + (strict ? ["--strict"] : []) + ["--", "g", operation, "begin", "-"], input: xml)
  }

  private static let refusing = "difference = refuse\nunknown = refuse\n"

  @Test func keepsAndRefuses() throws {
    let booted = try xml("")
    let watched = try watch("0 0 g\n2 0 g\n4 0 g\n", count: 3, booted)
    #expect(watched.status == 0, "\(watched.errors)")
    #expect(watched.errors.contains("g: it booted before"))
    #expect(watched.output.contains("started booted g") && watched.output.contains("kept"))
    // Started anew it is a boot, with whatever CPU.
    let less = try xml("<feature policy='disable' name='avx'/>")
    #expect(try hook("prepare", less, Self.refusing).status == 0)
    // It arrives, with the CPU that it booted with, or another.
    #expect(try hook("restore", booted, Self.refusing).status == 0)
    for operation in ["prepare", "start"] {
      #expect(try hook(operation, booted, Self.refusing).status == 0)
      let refused = try hook(operation, less, Self.refusing)
      #expect(refused.status == 1 && refused.errors.contains("g would go on"), "\(refused.errors)")
      #expect(refused.errors.contains("loses avx") && refused.output.isEmpty)
      let warned = try hook(operation, less, "difference = warn")
      #expect(warned.status == 0 && warned.errors.contains("loses avx") && warned.output.isEmpty)
    }
    // It runs: the next start is a boot again.
    #expect(try hook("started", less, Self.refusing).status == 0)
    #expect(try hook("start", less, Self.refusing).status == 0)
    // What was migrated or restored keeps what it booted with.
    let moved = try watch("2 1 g\n2 2 g\n", count: 2, less)
    #expect(moved.output.contains("started migrated g") && !moved.output.contains("kept"))
    #expect(try hook("migrate", booted, Self.refusing).status == 0)
    #expect(try hook("migrate", less, Self.refusing).status == 1)
    // Gone for good, it is forgotten.
    _ = try watch("1 0 g\n", count: 1, less)
    #expect(try FileManager.default.contentsOfDirectory(atPath: store).isEmpty)
  }

  /// What a guest booted with goes along in its own XML, to a host whose store has nothing of it.
  @Test func carried() throws {
    let booted = try xml("")
    let watched = try watch("2 0 g\n", count: 1, booted)
    #expect(watched.status == 0 && !watched.errors.contains("metadata"), "\(watched.errors)")
    // What was put into the domain: of what runs, an element of its own name space.
    let parts = libvirt.log.split(separator: "metadata g 2 1 cpupolicy ", maxSplits: 1)
    let words = try #require(parts.last).split(separator: " ", maxSplits: 1)
    let end = try #require(words[1].firstRange(of: "</boot>")).upperBound
    let record = String(words[1][..<end])
    #expect(record.hasPrefix("<boot digest='sha256:"))
    try FileManager.default.removeItem(atPath: store)
    func arriving(_ xml: String, _ record: String) -> String {
      let element = record.replacing(
        "<boot ", with: "<cpupolicy:boot xmlns:cpupolicy='\(words[0])' "
      ).replacing("</boot>", with: "</cpupolicy:boot>")
      return xml.replacing("</domain>", with: "<metadata>\(element)</metadata></domain>")
    }
    let same = try hook("migrate", arriving(booted, record), Self.refusing)
    #expect(same.status == 0, "\(same.errors)")
    let less = try xml("<feature policy='disable' name='avx'/>")
    let refused = try hook("migrate", arriving(less, record), Self.refusing)
    #expect(refused.status == 1 && refused.errors.contains("loses avx"), "\(refused.errors)")
    // A record of nobody, or of another guest, is none.
    let uuid = LibvirtStandIn.Machine("g", id: 1).uuid
    for broken in ["<boot >x</boot>", record.replacing(uuid, with: "1" + uuid.dropFirst())] {
      let result = try hook("migrate", arriving(booted, broken), Self.refusing)
      #expect(result.status == 1 && result.errors.contains("unknown"), "\(result.errors)")
    }
    // Who may not change the domain keeps it in the store alone.
    try libvirt.fail("virDomainSetMetadata", code: 29, "forbidden")
    let denied = try watch("2 0 g\n", count: 1, booted)
    #expect(denied.status == 0 && denied.errors.contains("in the store alone"), "\(denied.errors)")
    #expect(FileManager.default.fileExists(atPath: "\(store)/\(uuid).json"))
  }

  @Test func unknown() throws {
    let booted = try xml("")
    let refused = try hook("migrate", booted, Self.refusing)
    #expect(refused.status == 1 && refused.errors.contains("unknown with which CPU g booted"))
    let warned = try hook("migrate", booted, "unknown = warn")
    #expect(warned.status == 0 && warned.errors.contains("unknown"))
    // Kept, and nobody says what the host's own CPU would be.
    _ = try watch("2 0 g\n", count: 1, booted)
    let own = try xml("", mode: "host-passthrough")
    #expect(try hook("restore", own, Self.refusing).status == 1)
    #expect(try hook("restore", own, "unknown = warn").status == 0)
    #expect(try hook("restore", "no xml", Self.refusing).status == 1)
    #expect(try hook("restore", "no xml", "unknown = warn").status == 0)
    #expect(try hook("attach", "", Self.refusing).status == 0)
  }

  /// What was kept and cannot be read is unknown, also where a guest that arrives is started.
  @Test func damagedStore() throws {
    let booted = try xml("")
    _ = try watch("2 0 g\n", count: 1, booted)
    #expect(try hook("restore", booted, Self.refusing).status == 0)
    let uuid = LibvirtStandIn.Machine("g", id: 1).uuid
    try Data("{".utf8).write(to: URL(fileURLWithPath: "\(store)/\(uuid).json"))
    for operation in ["restore", "prepare", "start"] {
      let refused = try hook(operation, booted, Self.refusing)
      #expect(refused.status == 1 && refused.errors.contains("unknown"), "\(refused.errors)")
      #expect(try hook(operation, booted, "unknown = warn").status == 0)
    }
  }

  /// A configuration that nobody can use stops nothing, unless that is wanted.
  @Test func brokenConfiguration() throws {
    let booted = try xml("")
    for configuration in [nil, "difference = never"] {
      let passed = try hook("migrate", booted, configuration)
      #expect(passed.status == 0 && passed.errors.contains("configuration"), "\(passed.errors)")
      #expect(try hook("migrate", booted, configuration, strict: true).status == 1)
    }
  }

  @Test func installation() throws {
    let hooks = folder.path + "/hooks"
    let script = hooks + "/qemu.d/cpupolicy"
    let places = ["--hooks", hooks, "--config", folder.path + "/etc/hook.conf"]
    #expect(try run(["hook", "install", "--dry-run"] + places).status == 0)
    #expect(!FileManager.default.fileExists(atPath: hooks))
    #expect(try run(["hook", "install"] + places).status == 0)
    #expect(FileManager.default.isExecutableFile(atPath: script))
    let configuration = try String(contentsOfFile: folder.path + "/etc/hook.conf", encoding: .utf8)
    #expect(
      configuration.contains("difference = refuse") && configuration.contains("unknown = warn"))
    // The script is the hook.
    let guest = try folder.file("guest.xml", try xml(""))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: script)
    process.arguments = ["g", "stopped", "end", "-"]
    process.standardInput = FileHandle(forReadingAtPath: guest)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    // Again is no harm, and the owner's configuration stays.
    _ = try folder.file("etc/hook.conf", "unknown = refuse\n")
    #expect(try run(["hook", "install"] + places).status == 0)
    #expect(
      try String(contentsOfFile: folder.path + "/etc/hook.conf", encoding: .utf8)
        == "unknown = refuse\n")
    #expect(try run(["hook", "remove", "--dry-run"] + places).status == 0)
    #expect(FileManager.default.fileExists(atPath: script))
    #expect(try run(["hook", "remove"] + places).status == 0)
    #expect(!FileManager.default.fileExists(atPath: script))
    #expect(try run(["hook", "remove"] + places).status == 0)
    // Somebody else's is left alone.
    try Data("#!/bin/sh\n".utf8).write(to: URL(fileURLWithPath: script))
    #expect(try run(["hook", "install"] + places).status == 1)
    #expect(try run(["hook", "remove"] + places).status == 1)
  }

  @Test func watchFailures() throws {
    let booted = try xml("")
    #expect(try watch("end\n", count: 1, booted).status == 4)
    #expect(try run(["domain", "watch", "--events", "0"]).status == 2)
    #expect(try run(["domain", "watch", "--hypervisor", "local"]).status == 2)
  }
}
