// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import TestSupport
import Testing

/// `migrate check` on hosts that are dumps.
@Suite struct MigrateCommandTests {
  private func check(_ guestOf: String, to host: String) throws -> (status: Int32, JSONValue) {
    let folder = try TemporaryFolder()
    let policy = try BuiltCommand.run([
      "host", "show", Fixtures.path(guestOf), "--policy", "hvm-default", "-o", "json",
    ])
    let guest = try folder.file("guest.json", policy.output)
    let result = try BuiltCommand.run([
      "migrate", "check", guest, Fixtures.path(host), "-o", "json",
    ])
    let document = try JSONValue(parsing: Array(result.output.utf8), source: "migrate")
    return (result.status, try #require(document["destinations"]?.array?.first))
  }

  @Test func home() throws {
    let (status, destination) = try check("emulated-EPYC-Rome.txt", to: "emulated-EPYC-Rome.txt")
    #expect(status == 0)
    #expect(destination["verdict"]?.string == "safe")
    #expect(destination["findings"]?.array?.isEmpty == true)
  }

  /// What `domain create` makes is at home on its host, with its topology and its promises.
  @Test(arguments: ["emulated-Haswell.txt", "emulated-EPYC-Rome.txt", "guest-epyc.txt"])
  func domainsAreSafeAtHome(_ name: String) throws {
    let folder = try TemporaryFolder()
    let host = Fixtures.path(name)
    for kind in ["pv", "pv32", "hvm", "hvm-shadow"] {
      for shape in [["--vcpus", "1"], ["--vcpus", "4", "--topology", "1:1:2:2", "--uses-lbr"]] {
        let created = try BuiltCommand.run(
          ["domain", "create", "x", "--kind", kind, "--host", host, "-o", "json", "--dry-run"]
            + ["--state-dir", folder.path + "/state"] + shape)
        #expect(created.status == 0, "\(created.errors)")
        let guest = try folder.file("guest.json", created.output)
        let result = try BuiltCommand.run(["migrate", "check", guest, host])
        if created.errors.contains("neither VT-x nor SVM") {
          // The host's HVM policies are a model: nothing can run with them.
          #expect(kind.hasPrefix("hvm") && result.status == 1 && result.output.contains("CPU0204"))
        } else {
          #expect(result.status == 0, "\(name) \(kind) \(shape): \(result.output)")
        }
      }
    }
  }

  /// A guest that reads last-branch records goes nowhere where their form is not known to be its own.
  @Test func branchRecordsReachTheAudit() throws {
    let folder = try TemporaryFolder()
    let created = try BuiltCommand.run([
      "domain", "create", "x", "--kind", "hvm", "--host", Fixtures.path("emulated-Nehalem.txt"),
      "--uses-lbr", "--dry-run", "-o", "json", "--state-dir", folder.path + "/state",
    ])
    let guest = try folder.file("guest.json", created.output)
    let result = try BuiltCommand.run([
      "migrate", "check", guest, Fixtures.path("emulated-Haswell.txt"), "-o", "json",
    ])
    #expect(result.status == 1 && result.output.contains("CPU0202"))
  }

  /// What nobody recorded of the destination is named where programs read it.
  @Test func assumedFactsAreNamed() throws {
    let (_, destination) = try check("emulated-Haswell.txt", to: "emulated-Haswell.txt")
    #expect(destination["assumed"]?.array?.contains(.string("otherCPUs")) == true)
  }

  @Test func lesserHost() throws {
    let (status, destination) = try check("emulated-Haswell.txt", to: "emulated-Nehalem.txt")
    #expect(status == 1)
    #expect(destination["verdict"]?.string == "unsafe")
    let lost = destination["findings"]?.array?.compactMap { $0["field"]?.string } ?? []
    #expect(lost.contains("MOVBE"), "\(lost)")
  }

  /// Frequencies that no counter has are refused with their place, and no product of great ones comes to a
  /// small difference.
  @Test func countersOfNoCPU() throws {
    let folder = try TemporaryFolder()
    let path = Fixtures.path("emulated-EPYC-Rome.txt")
    let shown = try BuiltCommand.run(["host", "show", path, "-o", "json"])
    let created = try BuiltCommand.run([
      "domain", "create", "x", "--kind", "hvm", "--host", path, "--dry-run", "-o", "json",
      "--state-dir", folder.path + "/state",
    ])
    func check(_ guest: String, _ host: String) throws -> CommandResult {
      func rated(_ text: String, _ khz: String) -> String {
        text.replacing("\"khz\": null", with: "\"khz\": \(khz)")
          .replacing("\"hypervisor\": null", with: "\"hypervisor\": {\"name\": \"KVM\"}")
      }
      return try BuiltCommand.run([
        "migrate", "check", try folder.file("guest.json", rated(created.output, guest)),
        try folder.file("host.json", rated(shown.output, host)),
      ])
    }
    #expect(created.output.contains("\"khz\": null") && shown.output.contains("\"khz\": null"))
    for (guest, host) in [
      ("-5", "2400000"), ("2400000", "-7"), ("9223372036854775807", "2400000"),
      ("2400000", "4294967296"), ("-9223372036854775808", "9223372036854775807"),
    ] {
      let result = try check(guest, host)
      #expect(result.status == 3 && result.output.isEmpty, "\(guest), \(host): \(result.output)")
      #expect(result.errors.contains("tsc.khz"), "\(result.errors)")
    }
    #expect(try check("4294967295", "2400000").output.contains("CPU0203"))
    #expect(try check("2400100", "2400000").output.contains("safe"))
  }
}
