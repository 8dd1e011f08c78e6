// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import Stores
import TestSupport
import Testing

/// The life of domains, over both stores.
@Suite struct DomainTests {
  enum StoreKind: String, CaseIterable, Sendable { case memory, sqlite }

  /// A store in a folder of its own, removed at the end of the test.
  private func withHypervisor(
    _ kind: StoreKind, fixture: String = "emulated-EPYC-Rome.txt",
    _ body: (LocalHypervisor, any DomainStore) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store: any DomainStore =
      switch kind {
      case .memory: MemoryDomainStore()
      case .sqlite: try SQLiteDomainStore(directory: folder)
      }
    let document = try InputFile.read(Fixtures.path(fixture))
    let host = try #require(HostDescription(name: "host", document: document))
    try await body(LocalHypervisor(host: host, store: store), store)
  }

  private func error(_ body: () async throws -> Void) async -> DomainError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? DomainError
    }
  }

  /// Twelve policies in three rounds, more than are remembered: each digest is its own policy's.
  @Test func summariesOfMany() async throws {
    try await withHypervisor(.memory) { hypervisor, store in
      for index in 0..<36 {
        let request = DomainRequest(name: "g\(index)", kind: .hvm, vCPUs: 1 + UInt32(index % 12))
        _ = try await hypervisor.create(request, isDryRun: false)
      }
      let domains = try await store.domains()
      let summaries = DomainSummary.of(domains)
      #expect(summaries == domains.map(DomainSummary.init))
      #expect(Set(summaries.map(\.digest)).count == 12)
    }
  }

  @Test(arguments: StoreKind.allCases) func lifeCycle(_ kind: StoreKind) async throws {
    try await withHypervisor(kind) { hypervisor, store in
      let request = DomainRequest(name: "guest", kind: .hvm, vCPUs: 3)
      let created = try await hypervisor.create(request, isDryRun: false)
      #expect(created.id == 1 && created.state == .building)
      #expect(created.topology == (try Topology(sockets: 1, cores: 3)))
      #expect(try await hypervisor.domain(named: "guest") == created)
      #expect(
        await error { _ = try await hypervisor.create(request, isDryRun: false) }
          == .exists("guest"))
      // Unchanged, as often as wanted.
      for _ in 0..<3 {
        #expect(
          try await hypervisor.setPolicy(created.policy, of: "guest", isDryRun: false) == created)
      }
      var smaller = created.policy
      var features = smaller.featureSet
      features.removeWithDependants(.avx)
      smaller = smaller.withFeatures(features).canonical
      let changed = try await hypervisor.setPolicy(smaller, of: "guest", isDryRun: false)
      #expect(changed.policy == smaller && !changed.policy.has(.avx2))
      #expect(try await hypervisor.seal("guest", isDryRun: false).state == .sealed)
      for body in [
        { _ = try await hypervisor.setPolicy(smaller, of: "guest", isDryRun: false) },
        { _ = try await hypervisor.seal("guest", isDryRun: false) },
      ] as [() async throws -> Void] {
        #expect(await error(body) == .sealed("guest"))
      }
      // A sealed domain's state stays readable.
      #expect(try await store.domains().map(\.policy) == [smaller])
      try await hypervisor.destroy("guest", isDryRun: false)
      #expect(await error { _ = try await hypervisor.domain(named: "guest") } == .notFound("guest"))
      #expect(
        await error { try await hypervisor.destroy("guest", isDryRun: false) } == .notFound("guest")
      )
      // Numbers are not used again.
      #expect(try await hypervisor.create(request, isDryRun: false).id == 2)
    }
  }

  @Test(arguments: StoreKind.allCases) func setIsAllOrNothing(_ kind: StoreKind) async throws {
    try await withHypervisor(kind) { hypervisor, _ in
      let domain = try await hypervisor.create(
        DomainRequest(name: "guest", kind: .hvm, vCPUs: 2), isDryRun: false)
      var greedy = domain.policy
      greedy.set(.avx512f, true)
      greedy[.maxBasicLeaf] = 0x1f
      greedy[leaf: 5] = LeafRegisters(eax: 64)
      guard
        case .rejected(let found)? = await error({
          _ = try await hypervisor.setPolicy(greedy, of: "guest", isDryRun: false)
        })
      else {
        Issue.record("it was accepted")
        return
      }
      #expect(found.contains { $0.subject == .feature(.avx512f) && $0.bitsText == "16" })
      #expect(found.contains { $0.code == .limitAboveBound })
      #expect(found == found.sorted(by: Violation.inLeafOrder))
      #expect(try await hypervisor.domain(named: "guest") == domain)
    }
  }

  @Test(arguments: StoreKind.allCases) func dryRunsChangeNothing(_ kind: StoreKind) async throws {
    try await withHypervisor(kind) { hypervisor, store in
      let request = DomainRequest(name: "guest", kind: .pv, vCPUs: 1)
      _ = try await hypervisor.create(request, isDryRun: true)
      #expect(try await store.domains().isEmpty)
      let domain = try await hypervisor.create(request, isDryRun: false)
      _ = try await hypervisor.seal("guest", isDryRun: true)
      try await hypervisor.destroy("guest", isDryRun: true)
      #expect(try await store.domains() == [domain])
    }
  }

  @Test func creationDecides() async throws {
    try await withHypervisor(.memory) { hypervisor, _ in
      var request = DomainRequest(name: "a", kind: .hvm, vCPUs: 4)
      request.hasNestedVirtualisation = true
      request.topology = try Topology(sockets: 1, dies: 1, cores: 2, threads: 2)
      request.usesLBR = true
      request.tsc = Domain.TimeStampCounter(mode: .emulated, khz: 2_000_000)
      let nested = try await hypervisor.create(request, isDryRun: false)
      #expect(nested.policy[.topologyShift, subleaf: 0] == 1 && nested.usesLBR)
      #expect(nested.tsc.khz == 2_000_000)
      let narrow = try await hypervisor.create(
        DomainRequest(name: "b", kind: .pv32, vCPUs: 1), isDryRun: false)
      #expect(!narrow.policy.has(.lm) && narrow.policy[.maxLinearAddressBits] == 32)
      let shadow = try await hypervisor.create(
        DomainRequest(name: "c", kind: .hvmShadow, vCPUs: 1), isDryRun: false)
      #expect(!shadow.policy.has(.page1gb) && !shadow.policy.has(.pcid))
      #expect(shadow.policy[.maxPhysicalAddressBits] <= 44)
      // A nested domain's policy is not for one without.
      var candidate = nested.policy
      candidate.set(.svm, true)
      var plain = DomainRequest(name: "d", kind: .hvm, vCPUs: 4)
      plain.topology = request.topology
      _ = try await hypervisor.create(plain, isDryRun: false)
      guard
        case .rejected(let found)? = await error({
          _ = try await hypervisor.setPolicy(candidate, of: "d", isDryRun: false)
        })
      else {
        Issue.record("it was accepted")
        return
      }
      #expect(
        found.contains { $0.code == .nestedNotEnabled || $0.code == .featureNotOffered })
    }
  }

  @Test func requests() async throws {
    try await withHypervisor(.memory) { hypervisor, _ in
      func policy(
        _ changes: PolicyChanges, _ name: String = UUID().uuidString
      ) async throws -> CPUPolicy {
        var request = DomainRequest(name: name, kind: .hvm, vCPUs: 1)
        request.changes = changes
        return try await hypervisor.create(request, isDryRun: true).policy
      }
      let without = try await policy(
        PolicyChanges(try CPUIDOption(parsing: "no-avx,maxphysaddr=40")))
      #expect(!without.has(.avx) && !without.has(.fma) && without[.maxPhysicalAddressBits] == 40)
      let low = try await policy(PolicyChanges(try CPUIDOption(parsing: "maxleaf=7,no-x2apic")))
      #expect(low[.maxBasicLeaf] == 7 && !low.has(.xsave))
      // What cannot be had is an error with its place.
      guard
        case .rejected(let found)? = await error({
          _ = try await policy(PolicyChanges(try CPUIDOption(parsing: "avx512f")))
        })
      else {
        Issue.record("it was granted")
        return
      }
      #expect(found.map(\.subject) == [.feature(.avx512f)])
      #expect(found.first?.place == .leaf(LeafPlace(7, 0), .ebx))
      // xl's forms.
      let string = try await policy(
        PolicyChanges(try XLSetting(parsing: "host,avx2=0,family=21,model=0x2")))
      #expect(!string.has(.avx2) && string.signature.family == 21 && string.signature.model == 2)
      let list = "[\"7,0:ebx=xxxxxxxxxxxxxxxxxxxxxxxxxx0xxxxx\"]"
      #expect(!(try await policy(PolicyChanges(try XLSetting(parsing: list)))).has(.avx2))
    }
  }

  @Test func names() async throws {
    try await withHypervisor(.memory) { hypervisor, _ in
      for name in ["", "a b", "../x", "-x", ".x", String(repeating: "x", count: 65), "ä"] {
        let request = DomainRequest(name: name, kind: .pv, vCPUs: 1)
        #expect(
          await error { _ = try await hypervisor.create(request, isDryRun: true) }
            == .invalidName(name))
      }
    }
  }

  /// Everything of a domain survives its document.
  @Test func documents() async throws {
    try await withHypervisor(.memory) { hypervisor, _ in
      for kind in [GuestKind.pv, .pv32, .hvm, .hvmShadow] {
        var request = DomainRequest(name: kind.name, kind: kind, vCPUs: 4)
        request.topology = try Topology(sockets: 2, cores: 2, layout: .legacy)
        request.hasPerformanceCounters = true
        let domain = try await hypervisor.create(request, isDryRun: false)
        let text = Document.domain(domain).json.text
        let value = try JSONValue(parsing: Array(text.utf8), source: "x")
        #expect(try Document(reading: value, source: "x")?.domain == domain)
      }
    }
  }

  /// A file that is no store, or a store with a damaged record, is said to be so.
  @Test func damagedStore() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data(repeating: 7, count: 5000).write(to: folder.appending(path: "domains.sqlite"))
    guard
      case .storage(_, let cause?)? = await error({
        _ = try SQLiteDomainStore(directory: folder.path)
      })
    else {
      Issue.record("noise was opened")
      return
    }
    #expect("\(type(of: cause.error))" == "DatabaseError")
  }

  /// Many writers of one store at a time: no domain is lost.
  @Test func concurrentWriters() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let document = try InputFile.read(Fixtures.path("emulated-Haswell.txt"))
    let host = try #require(HostDescription(name: "host", document: document))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let store = try SQLiteDomainStore(directory: folder)
          let hypervisor = LocalHypervisor(host: host, store: store)
          for number in 0..<5 {
            let name = "guest-\(writer)-\(number)"
            _ = try await hypervisor.create(
              DomainRequest(name: name, kind: .hvm, vCPUs: 1), isDryRun: false)
            if number % 2 == 0 { _ = try await hypervisor.seal(name, isDryRun: false) }
          }
        }
      }
      try await group.waitForAll()
    }
    let domains = try SQLiteDomainStore(directory: folder).domains()
    #expect(domains.count == 20 && Set(domains.map(\.id)).count == 20)
    #expect(domains.filter { $0.state == .sealed }.count == 12)
  }
}
