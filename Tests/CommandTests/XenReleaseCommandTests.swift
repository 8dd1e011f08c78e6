// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import TestSupport
import Testing

/// `--xen` and `--xen-upgrade`: what a release of Xen derives, and what an upgrade does to a guest.
@Suite struct XenReleaseCommandTests {
  private static let host = Fixtures.path("guest-epyc.txt")

  private func document(_ arguments: [String]) throws -> JSONValue {
    let result = try BuiltCommand.run(arguments + ["-o", "json"])
    return try JSONValue(parsing: Array(result.output.utf8), source: "command")
  }

  @Test func theDocumentNamesTheRelease() throws {
    let result = try BuiltCommand.run(["host", "show", Self.host, "--xen", "4.17", "-o", "json"])
    #expect(result.status == 0 && result.errors.contains("taken as 4.17.7"))
    let document = try JSONValue(parsing: Array(result.output.utf8), source: "host")
    #expect(document["hypervisor"]?["name"]?.string == "Xen")
    #expect(document["hypervisor"]?["version"]?.string == "4.17.7")
    // A document of a host under a release goes on by its rules.
    let folder = try TemporaryFolder()
    let file = try folder.file("host.json", result.output)
    for policy in ["raw", "host-default", "pv-max", "hvm-max", "hvm-default"] {
      let same = try BuiltCommand.run([
        "policy", "diff", file, Self.host, "--policy", policy, "--xen", "4.17.7",
      ])
      #expect(same.status == 0 && same.output == "no differences\n", "\(policy) \(same.output)")
    }
    let anew = try BuiltCommand.run([
      "host", "show", file, "--cpuid", "no-avx", "--policy", "pv-max", "-o", "json",
    ])
    let named = try BuiltCommand.run([
      "host", "show", Self.host, "--cpuid", "no-avx", "--xen", "4.17.7", "--policy", "pv-max",
      "-o", "json",
    ])
    let policies = try [anew, named].map {
      try JSONValue(parsing: Array($0.output.utf8), source: "policy")["leaves"]
    }
    #expect(policies[0] != nil && policies[0] == policies[1])
  }

  @Test func everyReleaseIsKnownByEveryCommand() throws {
    for arguments in [
      ["host", "show", Self.host], ["policy", "show", Self.host, "--policy", "hvm-max"],
      ["policy", "explain", "erms", Self.host],
      ["policy", "audit", Self.host, "--against", Self.host, "--candidate-policy", "hvm-default"],
      ["migrate", "check", Self.host, Self.host],
      ["policy", "diff", Self.host, Self.host],
    ] {
      let unknown = try BuiltCommand.run(arguments + ["--xen", "4.17.99"])
      #expect(unknown.status == 2, "\(arguments) \(unknown.errors)")
      #expect(unknown.errors.contains("4.17.0 to 4.17.7"), "\(unknown.errors)")
    }
  }

  @Test func explainNamesTheReleasesRules() throws {
    let result = try BuiltCommand.run([
      "policy", "explain", "avx512-bmm", Self.host, "--xen", "4.17",
    ])
    #expect(result.status == 0)
  }

  @Test func unknownNamesAreIgnoredAndSaid() throws {
    let result = try BuiltCommand.run([
      "host", "show", Self.host, "--xen", "4.17.7", "--cpuid", "no-movrs,no-avx",
    ])
    #expect(result.status == 0)
    #expect(result.errors.contains("Xen 4.17.7 has no name movrs and ignores it"))
    #expect(!result.errors.contains("avx"))
  }

  /// A name that stood at another feature's bit is told, of options and of a recorded command line.
  @Test func movedNamesAreSaid() throws {
    func errors(_ release: String) throws -> String {
      try BuiltCommand.run([
        "host", "show", Self.host, "--xen", release, "--cpuid", "no-tsxldtrk",
      ]).errors
    }
    #expect(try errors("4.15.1").contains("takes the name tsxldtrk for la57"))
    #expect(try !errors("4.15.2").contains("tsxldtrk"))
    let shown = try BuiltCommand.run(["host", "show", Self.host, "--xen", "4.15.1", "-o", "json"])
    let text = shown.output.replacing(
      "\"commandLine\": null", with: "\"commandLine\": \"dom0_mem=1G cpuid=no-avx,no-tsxldtrk\"")
    #expect(text != shown.output)
    let folder = try TemporaryFolder()
    let host = try folder.file("host.json", text)
    let guest = try BuiltCommand.run([
      "host", "show", host, "--policy", "hvm-default", "-o", "json",
    ])
    let policy = try folder.file("guest.json", guest.output)
    let moved = try BuiltCommand.run(["migrate", "check", policy, host, "--xen-upgrade", "4.15.2"])
    #expect(moved.output.contains("CPU0216") && moved.output.contains("TSXLDTRK"), "\(moved)")
    let same = try BuiltCommand.run(["migrate", "check", policy, host, "--xen-upgrade", "4.15.0"])
    #expect(!same.output.contains("CPU0216"))
  }

  /// What an upgrade changes for whom, before it is done.
  @Test func differencesOfTwoReleases() throws {
    let result = try BuiltCommand.run([
      "policy", "diff", Self.host, Self.host, "--policy", "pv-max", "--xen", "4.20.4:4.21.0",
    ])
    #expect(result.status <= 1, "\(result.errors)")
    let limits = try BuiltCommand.run([
      "policy", "diff", Self.host, Self.host, "--policy", "hvm-default", "--xen", "4.18.6:4.19.0",
    ])
    #expect(limits.status <= 1, "\(limits.errors)")
  }

  /// A guest of 4.17 on its own host after an upgrade.
  @Test func upgradeIsAMigration() throws {
    let folder = try TemporaryFolder()
    func guest(_ policy: String, _ release: String) throws -> String {
      let shown = try BuiltCommand.run([
        "host", "show", Self.host, "--xen", release, "--policy", policy, "-o", "json",
      ])
      #expect(shown.status == 0, "\(shown.errors)")
      return try folder.file("\(policy)-\(release).json", shown.output)
    }
    func check(_ guest: String, _ releases: String...) throws -> (Int32, String, Set<String>) {
      let result = try BuiltCommand.run(
        ["migrate", "check", guest, Self.host, "-o", "json"] + releases)
      let document = try JSONValue(parsing: Array(result.output.utf8), source: "migrate")
      let destination = try #require(document["destinations"]?.array?.first)
      let codes = destination["findings"]?.array?.compactMap { $0["code"]?.string } ?? []
      return (result.status, destination["verdict"]?.string ?? "", Set(codes))
    }
    let old = try guest("pv-default", "4.17.7")
    #expect(try check(old, "--xen", "4.17.7") == (0, "safe", []))
    #expect(try check(old, "--xen", "4.17.7", "--xen-upgrade", "4.18") == (0, "safe", []))
    let far = try check(old, "--xen", "4.17.7", "--xen-upgrade", "4.20")
    #expect(far == (1, "degraded", ["CPU0211"]), "\(far)")
    let back = try check(
      try guest("pv-default", "4.20.4"), "--xen", "4.20.4", "--xen-upgrade", "4.17.7")
    #expect(back.0 == 1 && back.2.contains("CPU0212"), "\(back)")
    // PV max of 4.17.7 takes in guests that saw X2APIC; this CPU has none, and 4.17.0 offers none.
    let lost = try check(
      try guest("pv-max", "4.17.7"), "--xen", "4.17.7", "--xen-upgrade", "4.17.0")
    #expect(lost.1 == "unsafe" && lost.2.contains("CPU0101"), "\(lost)")
  }

  /// Where nobody knows what runs now, that is said, and the new release judged all the same.
  @Test func unknownPresentRelease() throws {
    let folder = try TemporaryFolder()
    let shown = try BuiltCommand.run([
      "host", "show", Self.host, "--policy", "hvm-default", "-o", "json",
    ])
    let guest = try folder.file("guest.json", shown.output)
    let result = try BuiltCommand.run([
      "migrate", "check", guest, Self.host, "--xen-upgrade", "4.22.0",
    ])
    #expect(result.errors.contains("its present release of Xen is not known"), "\(result.errors)")
  }
}
