// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Exit statuses at the edges, as the contract has them, and a store that the caller may not use.
@Suite struct EdgeStatusTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    chmod(folder.path, 0o755)
  }

  private let dump = Fixtures.path("emulated-Haswell.txt")

  private func create(_ state: String, _ extra: [String] = []) throws -> CommandResult {
    try BuiltCommand.run(
      ["domain", "create", "a", "--kind", "hvm", "--host", dump, "--state-dir", state] + extra)
  }

  @Test func wrongShapesAreUsage() throws {
    let state = folder.path + "/state"
    for extra in [
      ["--vcpus", "0"], ["--vcpus", "9", "--topology", "1:1:4:2"], ["--topology", "0:1:1:1"],
      ["--timeout", "0"],
    ] {
      let result = try create(state, extra)
      #expect(result.status == 2 && result.output.isEmpty, "\(extra): \(result.errors)")
    }
    #expect(try BuiltCommand.run(["guest", "verify", "--vcpus", "0"]).status == 2)
    #expect(!FileManager.default.fileExists(atPath: state))
  }

  @Test func damagedStoresAreUnreadable() throws {
    let state = folder.path + "/state"
    #expect(mkdir(state, 0o700) == 0)
    _ = try folder.file("state/domains.sqlite", String(repeating: "noise", count: 1000))
    chmod(state + "/domains.sqlite", 0o600)
    for words in [["list"], ["show", "a"], ["destroy", "a"]] {
      let result = try BuiltCommand.run(["domain"] + words + ["--state-dir", state])
      #expect(result.status == 3 && result.output.isEmpty, "\(words): \(result.errors)")
      #expect(!result.errors.contains("NSError") && !result.errors.contains("Domain="))
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
    let other = try create(folder.path + "/state/domains.sqlite")
    #expect(other.status == 3 && !other.errors.contains("Domain="), "\(other.errors)")
  }

  @Test func foldersOfOthersAreRefused() throws {
    let state = folder.path + "/open"
    #expect(try create(state).status == 0)
    chmod(state, 0o777)
    #expect(try create(state).status == 5)
    #expect(try BuiltCommand.run(["domain", "list", "--state-dir", state]).status == 5)
  }

  /// A message that cannot be written changes no result.
  @Test func fullStandardError() throws {
    let shell = ["/bin/sh", "-c", "exec \"$@\" 2>/dev/full", "sh"]
    #expect(try BuiltCommand.run(["policy", "show", "/nonexistent"], through: shell).status == 3)
    let full = ["/bin/sh", "-c", "exec \"$@\" >/dev/full", "sh"]
    #expect(try BuiltCommand.run(["policy", "show", dump], through: full).status == 3)
  }

  // MARK: As another user

  @Test(.enabled(if: Nobody.isPossible, "needs root and a command that others may run"))
  func asAnotherUser() throws {
    let state = folder.path + "/state"
    #expect(try create(state).status == 0)
    let list = try Nobody.run(["domain", "list", "--state-dir", state])
    #expect(list.status == 5 && list.output.isEmpty, "\(list.errors)")
    #expect(list.errors.split(separator: "\n").count == 1)
    let made = try Nobody.run([
      "domain", "create", "a", "--kind", "hvm", "--host", dump, "--state-dir",
      folder.path + "/other",
    ])
    #expect(made.status == 5, "\(made.errors)")
    let secret = try folder.file("secret.txt", "x")
    chmod(secret, 0o600)
    let read = try Nobody.run(["policy", "show", secret])
    #expect(read.status == 5 && read.errors.contains("permission denied"))
    if access("/dev/kvm", F_OK) == 0 {
      let verify = try Nobody.run(["guest", "verify"])
      #expect(verify.status == 5 || verify.status == 4, "\(verify.errors)")
    }
  }

  /// Without HOME the password file says where home is; who has none is told.
  @Test(.enabled(if: Nobody.isPossible, "needs root and a command that others may run"))
  func withoutHome() throws {
    let own = try BuiltCommand.run(
      ["domain", "list", "-o", "csv"],
      through: ["/usr/bin/env", "-u", "HOME", "-u", "XDG_STATE_HOME"], in: folder.path)
    #expect(own.status == 0, "\(own.errors)")
    let none = try Nobody.run(["domain", "list"], user: "54321", in: folder.path)
    #expect(none.status == 2 && none.errors.contains("--state-dir"), "\(none.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  /// Who only looks needs no file system that can be written to.
  @Test(.enabled(if: ReadOnly.isPossible, "no mount namespace can be made here"))
  func onReadOnlyFileSystems() throws {
    let state = folder.path + "/state"
    #expect(try create(state).status == 0)
    for words in [
      ["list"], ["list", "-o", "json"], ["show", "a"], ["view", "a", "1"],
      ["seal", "a", "--dry-run", "--host", dump], ["destroy", "a", "--dry-run"],
      ["create", "b", "--kind", "hvm", "--dry-run", "--host", dump],
    ] {
      let result = try ReadOnly.run(["domain"] + words + ["--state-dir", state], at: folder.path)
      #expect(result.status == 0, "\(words): \(result.errors)")
    }
    let changed = try ReadOnly.run(
      ["domain", "destroy", "a", "--state-dir", state], at: folder.path)
    #expect(changed.status == 5, "\(changed.errors)")
    let none = try ReadOnly.run(
      ["domain", "list", "--state-dir", folder.path + "/none"], at: folder.path)
    #expect(none.status == 0)
  }
}

/// Runs the command as a user who owns nothing.
private enum Nobody {
  static let isPossible: Bool = {
    guard geteuid() == 0, let result = try? run(["--version"]) else { return false }
    return result.status == 0
  }()

  static func run(
    _ words: [String], user: String = "65534", in place: String? = nil
  ) throws -> CommandResult {
    try BuiltCommand.run(
      words,
      through: [
        "/usr/bin/env", "-u", "HOME", "-u", "XDG_STATE_HOME", "/usr/bin/setpriv", "--reuid", user,
        "--regid", user, "--clear-groups",
      ], in: place)
  }
}

/// Runs the command where a folder cannot be written to, by root either.
private enum ReadOnly {
  private static let mount = "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\""

  static let isPossible: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    process.arguments = ["-m", "sh", "-c", mount, NSTemporaryDirectory()]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  static func run(_ words: [String], at folder: String) throws -> CommandResult {
    try BuiltCommand.run(
      words, through: ["/usr/bin/unshare", "-m", "sh", "-c", mount + " && exec \"$@\"", folder])
  }
}
