// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// The `HostFacts` document: CPUs that agree stand in it once, and it tells the same host as before.
@Suite struct HostFactsTests {
  /// The largest document of a host whose CPUs agree, in bytes.
  static let mostBytes = 100_000

  private func host(_ path: String) throws -> HostDescription {
    let document = try InputFile.read(path)
    return try #require(HostDescription(name: "host", document: document))
  }

  private func read(_ value: JSONValue) throws -> HostDescription {
    let parsed = try JSONValue(parsing: Array(value.text.utf8), source: "facts")
    let document = try Document(reading: parsed, source: "facts")
    return try #require(document?.host)
  }

  /// The document as it was before CPUs that agree stood together: one `Policy` a CPU.
  private func oneByOne(_ host: HostDescription) -> JSONValue {
    let cpus = host.factsCPUs.enumerated().map {
      PolicyJSON.document(NamedPolicy(name: "cpu\($0)", policy: $1))
    }
    return Document.hostFacts(host).json.replacing("cpus", by: .array(cpus))
  }

  /// Old and new documents of every dump of a real CPU give the same CPUs and facts, and what is read is
  /// written again as it was.
  @Test(.enabled(if: Corpus.isPresent, "skipped: needs CPUPOLICY_CORPUS"))
  func everyDumpIsTheSameHost() throws {
    var several = 0
    var agreeing = 0
    for path in Corpus.dumps {
      guard let host = try? self.host(path) else { continue }
      let written = Document.hostFacts(host).json
      let new = try read(written)
      let old = try read(oneByOne(host))
      #expect(new.cpus == old.cpus, "\(path)")
      #expect(new.boot == old.boot && new.logicalCPUs == old.logicalCPUs, "\(path)")
      #expect(new.facts.commonFeatures == old.facts.commonFeatures, "\(path)")
      #expect(new.differences == old.differences, "\(path)")
      #expect(Document.hostFacts(new).json == written, "\(path)")
      #expect(Document.hostFacts(old).json == written, "\(path)")
      guard host.cpus.count > 1 else { continue }
      several += 1
      // Tools record the MSRs of the first CPU alone, so that it is of a kind of its own.
      let items = try #require(written["cpus"]?.array)
      #expect(items.count <= 2, "\(path)")
      #expect(written.text.utf8.count < Self.mostBytes / 2, "\(path)")
      agreeing += items.count == 1 ? 1 : 0
    }
    #expect(several >= 50 && agreeing >= 15, "\(several) \(agreeing)")
  }

  /// A machine of 384 CPUs of a real model, each with ids of its own.
  private func large(_ count: Int, like path: String) throws -> HostDescription {
    let boot = try host(path).boot
    let cpus = (0..<count).map { number in
      var cpu = boot
      let id = UInt32(number)
      cpu[.initialApicId] = id & 0xff
      for field in [Field.topologyX2ApicId, .topologyV2X2ApicId, .amdTopologyX2ApicId] {
        guard cpu.isWithin(field) else { continue }
        for subleaf in field.subleaves where cpu.isKnown(leaf: field.leaf, subleaf: subleaf) {
          cpu[field, subleaf: subleaf] = id
        }
      }
      if cpu.isWithin(.extendedApicId) {
        cpu[.extendedApicId] = id
        cpu[.coreId] = id / 2 & 0xff
        cpu[.nodeId] = id / 192
      }
      return cpu
    }
    return HostDescription(name: "large", cpus: cpus, microcode: nil)
  }

  @Test(
    .enabled(if: Corpus.isPresent, "skipped: needs CPUPOLICY_CORPUS"),
    arguments: ["Genoa_02", "Turin", "SapphireRapids", "GraniteRapids"])
  func largeHostsAreSmallDocuments(_ model: String) throws {
    let path = try #require(Corpus.dumps.first { $0.contains(model) })
    let host = try large(384, like: path)
    let written = Document.hostFacts(host).json
    #expect(written["cpus"]?.array?.count == 1)
    #expect(written.text.utf8.count < Self.mostBytes, "\(written.text.utf8.count)")
    let again = try read(written)
    #expect(again.cpus == CPUList(host.cpus.map(\.canonical)))
    #expect(again.cpus == (try read(oneByOne(host)).cpus))
    #expect(Set(again.cpus.map { $0[.topologyX2ApicId] }).count == 384)
  }

  /// CPUs of two kinds stand in two items, whatever their order.
  @Test func twoKindsOfCPU() throws {
    let path = try #require(Fixtures.dumps.first { $0.contains("Haswell") })
    var cpus = Array(try large(6, like: path).cpus)
    for number in [1, 4, 5] { cpus[number].set(.avx2, false) }
    let host = HostDescription(name: "mixed", cpus: cpus, microcode: nil)
    let written = Document.hostFacts(host).json
    let items = try #require(written["cpus"]?.array)
    #expect(items.map { $0["numbers"]?.string } == ["0, 2-3", "1, 4-5"])
    #expect(items.map { $0["name"]?.string } == ["cpu0", "cpu1"])
    let again = try read(written)
    #expect(again.cpus == CPUList(cpus.map(\.canonical)))
    #expect(again.differences.map(\.name) == ["AVX2"])
  }

  /// What no host can be is refused where it stands.
  @Test(arguments: [
    ("numbers", JSONValue.string("0-2"), "cpus[0].own[0].values"),
    ("numbers", .string("1-4"), "cpus"), ("numbers", .string("0, 0-2"), "cpus[0].numbers"),
    ("numbers", .string("0-99999999"), "cpus[0].numbers"),
    ("numbers", .string("0--3"), "cpus[0].numbers"), ("numbers", .integer(4), "cpus[0].numbers"),
    (
      "own",
      .array([
        .members([
          "places": .array([.members(["leaf": .string("0x0badc0de"), "register": .string("eax")])])
        ])
      ]), "cpus[0].own[0].places[0]"
    ),
    (
      "own", .array([.members(["places": .array([]), "values": .strings(["0", "1", "2", "3"])])]),
      "cpus[0].own[0].values[0]"
    ),
  ])
  func isRefused(_ name: String, _ value: JSONValue, _ place: String) throws {
    let path = try #require(Fixtures.dumps.first { $0.contains("Haswell") })
    let written = Document.hostFacts(try large(4, like: path)).json
    let item = try #require(written["cpus"]?.array?.first)
    let changed = written.replacing("cpus", by: .array([item.replacing(name, by: value)]))
    #expect { try Document(reading: changed, source: "facts") } throws: { error in
      (error as? FormatError)?.path == place
    }
    #expect(try read(written).cpus.count == 4)
  }
}

extension CPUPolicy {
  fileprivate func isWithin(_ field: Field) -> Bool { isWithinLimits(leaf: field.leaf) }
}

extension JSONValue {
  fileprivate func replacing(_ name: String, by value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.map { $0.name == name ? Member(name: name, value: value) : $0 })
  }
}
