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
    let (status, destination) = try check("emulated-Haswell.txt", to: "emulated-Haswell.txt")
    #expect(status == 0)
    #expect(destination["verdict"]?.string == "safe")
    #expect(destination["findings"]?.array?.isEmpty == true)
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
}
