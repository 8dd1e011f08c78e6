// SPDX-License-Identifier: Apache-2.0

import PolicyDocuments
import PolicyFormats
import Testing

@testable import Domains
@testable import XenBackEnd

/// What is told of a domain besides its policy: name, UUID, the machine that it is given, and its run.
struct XenDomainFactsTests {
  @Test("UUID, type and run of a domain, on every release", arguments: FakeXen.Release.all)
  func facts(_ release: FakeXen.Release) throws {
    let fake = try FakeXen.host(guests: [1, 2, 3, 4], release)
    fake.state.withLock { state in
      state.guests[1]?.handle = (0..<16).map { 0x10 * $0 + $0 }
      state.guests[2]?.emulation = 0x3ff
      state.guests[3]?.isHVM = false
      state.guests[3]?.emulation = 0
      // A PVH control domain has the I/O APIC and the PCI bus besides.
      state.guests[4]?.emulation = 0x411
    }
    let domains = try fake.hypervisor().domains()
    #expect(domains.map(\.type) == [.pv, .pvh, .hvm, .pv, .pvh])
    #expect(domains.map(\.kind) == [.pv, .hvm, .hvm, .pv, .hvm])
    #expect(domains[0].uuid == "00000000-0000-0000-0000-000000000000")
    #expect(domains[1].uuid == "00112233-4455-6677-8899-aabbccddeeff")
    for domain in domains {
      let value = Document.domain(domain).json
      #expect(try Document(reading: value, source: "x")?.domain == domain)
    }
  }

  @Test("A document with an unknown word is refused, one without the members is read")
  func documents() throws {
    let domain = try FakeXen.host().hypervisor().domain(named: "vm1")
    let text = Document.domain(domain).json.text
    func read(_ text: String) throws -> Domain {
      let value = try JSONValue(parsing: Array(text.utf8), source: "x")
      return try #require(try Document(reading: value, source: "x")?.domain)
    }
    for (known, unknown) in [("\"paused\"", "\"asleep\""), ("\"pvh\"", "\"pvx\"")] {
      #expect(text.contains(known))
      #expect(throws: FormatError.self) { try read(text.replacing(known, with: unknown)) }
    }
    let older = text.split(separator: "\n").filter { line in
      !["guestType", "runState", "uuid"].contains { line.contains("\"\($0)\"") }
    }
    let found = try read(older.joined(separator: "\n"))
    #expect(found.type == nil && found.runState == nil && found.uuid == nil)
    #expect(found.policy == domain.policy)
  }

  @Test("What a domain does now stands beside its state", arguments: FakeXen.Release.all)
  func runState(_ release: FakeXen.Release) throws {
    let shutdown: UInt32 = 1 << 2
    let cases: [(FakeXen.Guest, Domain.State, Domain.RunState)] = [
      (FakeXen.Guest(), .building, .paused),
      (FakeXen.Guest(hasRun: true), .sealed, .paused),
      (FakeXen.Guest(isPaused: false, hasRun: true, flags: 1 << 5), .sealed, .running),
      (FakeXen.Guest(isPaused: false, hasRun: true, flags: 1 << 4), .sealed, .running),
      (FakeXen.Guest(isPaused: false, hasRun: true), .sealed, .running),
      (FakeXen.Guest(isPaused: false, hasRun: true, flags: shutdown), .sealed, .shutdown),
      (FakeXen.Guest(hasRun: true, flags: shutdown | 1 << 16), .sealed, .shutdown),
      (FakeXen.Guest(hasRun: true, flags: shutdown | 2 << 16), .sealed, .suspended),
      (FakeXen.Guest(hasRun: true, flags: shutdown | 3 << 16), .sealed, .crashed),
      // A reason without a shutdown is none.
      (FakeXen.Guest(isPaused: false, hasRun: true, flags: 0xff << 16), .sealed, .running),
      (FakeXen.Guest(hasRun: true, flags: shutdown | 1), .destroyed, .dying),
    ]
    for (guest, state, runState) in cases {
      let fake = try FakeXen.host(release)
      fake.state.withLock { fake in
        var guest = guest
        guest.policy = fake.guests[1]!.policy
        fake.guests[1] = guest
      }
      let domain = try fake.hypervisor().domain(named: "1")
      #expect(domain.state == state && domain.runState == runState)
    }
  }

  @Test(
    "A domain that has ended and is still there is listed, and nothing can be done with it",
    arguments: FakeXen.Release.all)
  func dying(_ release: FakeXen.Release) async throws {
    let fake = try FakeXen.host(guests: [1, 2], release)
    fake.state.withLock { state in
      state.guests[1]?.flags = 1
      state.store["/local/domain/1/name"] = "vm2"
    }
    let xen = try fake.hypervisor()
    #expect(try xen.domains().map(\.state) == [.sealed, .destroyed, .building])
    let policy = try xen.domain(named: "1").policy
    await #expect(throws: DomainError.notFound("1")) {
      try await xen.setPolicy(policy, of: "1", isDryRun: false)
    }
    await #expect(throws: DomainError.notFound("1")) { try await xen.seal("1", isDryRun: false) }
    await #expect(throws: DomainError.notFound("1")) { try await xen.destroy("1", isDryRun: false) }
    // Its name is the other's now.
    #expect(try xen.domain(named: "vm2").id == 2)
  }

  @Test(
    "Sealing tells what Xen made of it", arguments: FakeXen.Release.all)
  func sealing(_ release: FakeXen.Release) async throws {
    let fake = try FakeXen.host(guests: [1, 2, 3], release)
    let xen = try fake.hypervisor()
    let foretold = try await xen.seal("vm1", isDryRun: true)
    #expect(foretold.state == .sealed && foretold.runState == .running)
    #expect(try xen.domain(named: "vm1").state == .building)
    #expect(try await xen.seal("vm1", isDryRun: false) == foretold)
    // Paused by two, it stays as it is.
    fake.state.withLock { $0.guests[2]?.pauses = 2 }
    let paused = try await xen.seal("vm2", isDryRun: false)
    #expect(paused.state == .building && paused.runState == .paused)
    // Ended by its toolstack at once.
    fake.state.withLock { $0.guests[3]?.endsAtOnce = true }
    #expect(try await xen.seal("vm3", isDryRun: false).state == .destroyed)
  }

  @Test("A list opens the store once, and all is closed in the end")
  func storeConnections() throws {
    let fake = try FakeXen.host(guests: (1...200).map { $0 * 2 })
    do {
      let xen = try fake.hypervisor()
      let domains = try xen.domains()
      #expect(domains.count == 201 && domains.last?.name == "vm400")
      #expect(try xen.domain(named: "vm398").id == 398)
      #expect(fake.state.withLock { $0.storeOpenings } == 1)
      #expect(fake.state.withLock { $0.storeConnections } == 1)
    }
    #expect(fake.state.withLock { $0.storeConnections } == 0)
  }

  @Test("A store that does not answer is never a domain without a name")
  func silentStore() async throws {
    let cases: [(Int32, XenError)] = [
      (4096, .store(nil)), (111, .store(XenErrno(rawValue: 111))), (13, .store(.wrongVersion)),
    ]
    for (answer, error) in cases {
      for isOpen in [false, true] {
        let fake = try FakeXen.host(guests: [1])
        let xen = try fake.hypervisor()
        if isOpen { _ = try xen.domains() }
        fake.state.withLock { $0.storeError = answer }
        let expected = DomainError(error)
        // The library cannot go missing once it is there.
        if isOpen && answer == 4096 { continue }
        #expect(throws: expected) { try xen.domains() }
        #expect(throws: expected) { try xen.domain(named: "vm1") }
        await #expect(throws: expected) {
          try await xen.create(DomainRequest(name: "vm1", kind: .hvm, vCPUs: 1), isDryRun: true)
        }
        // Whether a toolstack made it is not known.
        await #expect(throws: expected) { try await xen.destroy("1", isDryRun: false) }
        #expect(fake.state.withLock { $0.guests[1] } != nil)
      }
    }
  }

  @Test(
    "A domain without a name is called by its number; a toolstack's is left to it",
    arguments: FakeXen.Release.all)
  func names(_ release: FakeXen.Release) async throws {
    let fake = try FakeXen.host(guests: [1, 2], release)
    fake.state.withLock { state in
      state.store["/local/domain/1/name"] = nil
      state.store["/local/domain/2/vm"] = "/vm/uuid"
    }
    let xen = try fake.hypervisor()
    #expect(try xen.domains().map(\.name) == ["Domain-0", "1", "vm2"])
    await #expect {
      try await xen.destroy("vm2", isDryRun: false)
    } throws: {
      "\($0)".contains("toolstack")
    }
    #expect(fake.state.withLock { $0.guests.count } == 3)
  }
}
