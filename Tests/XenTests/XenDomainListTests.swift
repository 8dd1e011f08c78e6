// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import Testing

@testable import Domains
@testable import XenBackEnd

/// Lists of domains, and domains by name, on every release that the stand-in knows: numbers with gaps,
/// domains that end in between, and answers that cannot be.
struct XenDomainListTests {
  /// The highest number that a domain can have but one stands at the end.
  private static let gaps: [UInt16] = [3, 7, 32_750]

  @Test("Gaps in numbers hide no domain from any command", arguments: FakeXen.Release.all)
  func gaps(_ release: FakeXen.Release) async throws {
    let fake = try FakeXen.host(guests: Self.gaps, release)
    do {
      let xen = try fake.hypervisor()
      #expect(try xen.domains().map(\.id) == [0, 3, 7, 32_750])
      #expect(try xen.domains().map(\.name) == ["Domain-0", "vm3", "vm7", "vm32750"])
      for name in ["vm32750", "32750"] {
        let domain = try xen.domain(named: name)
        #expect(domain.id == 32_750 && domain.state == .building)
        #expect(try await xen.setPolicy(domain.policy, of: name, isDryRun: false) == domain)
      }
      #expect(fake.state.withLock { $0.sets } == 2)
      for isDryRun in [true, false] {
        await #expect(throws: DomainError.exists("vm32750")) {
          try await xen.create(
            DomainRequest(name: "vm32750", kind: .hvm, vCPUs: 1), isDryRun: isDryRun)
        }
      }
      #expect(try await xen.seal("vm32750", isDryRun: false).state == .sealed)
      #expect(fake.state.withLock { $0.guests[32_750]?.hasRun } == true)
      try await xen.destroy("vm32750", isDryRun: false)
      #expect(try xen.domains().map(\.id) == [0, 3, 7])
      #expect(fake.state.withLock { $0.store["/local/domain/3/name"] } == "vm3")
      #expect(throws: DomainError.notFound("vm32750")) { try xen.domain(named: "vm32750") }
    }
    #expect(fake.state.withLock { $0.allocated } == 0)
  }

  @Test("Of two domains that are made at once with one name, not both stay")
  func twoAtOnce() async throws {
    let fake = try FakeXen.host(guests: [3])
    let xen = try fake.hypervisor()
    fake.state.withLock { $0.rival = 3 }
    await #expect(throws: DomainError.exists("new")) {
      try await xen.create(DomainRequest(name: "new", kind: .hvm, vCPUs: 1), isDryRun: false)
    }
    #expect(try xen.domains().map(\.name) == ["Domain-0", "new"])
    fake.state.withLock { $0.rival = nil }
    let other = DomainRequest(name: "other", kind: .hvm, vCPUs: 1)
    #expect(try await xen.create(other, isDryRun: false).name == "other")
  }

  @Test("A number that no domain has is never another domain's", arguments: FakeXen.Release.all)
  func missing(_ release: FakeXen.Release) async throws {
    let fake = try FakeXen.host(guests: Self.gaps, release)
    let xen = try fake.hypervisor()
    for number in ["1", "4", "31999", "32751"] {
      #expect(throws: DomainError.notFound(number)) { try xen.domain(named: number) }
      await #expect(throws: DomainError.notFound(number)) {
        try await xen.destroy(number, isDryRun: false)
      }
    }
    #expect(try xen.domains().count == 4)
  }

  @Test("Every number that a domain can have, in parts", arguments: FakeXen.Release.all)
  func all(_ release: FakeXen.Release) throws {
    let fake = try FakeXen.host(guests: [], release)
    for count in [1, 255, 256, 257, 600, 0x7ff0] {
      // The last ones are the highest numbers, and one virtual CPU more each.
      fake.state.withLock { state in
        state.guests = [:]
        state.parts = 0
        for index in 0..<count {
          state.guests[UInt16(0x7ff0 - count + index)] = FakeXen.Guest(
            isHVM: index % 2 == 0, vCPUs: UInt32(index))
        }
      }
      let infos = try XenInterface(calls: fake.calls).domainInfos()
      #expect(infos.map(\.id) == (0x7ff0 - count..<0x7ff0).map(UInt16.init))
      #expect(infos.map(\.vCPUs) == (0..<count).map(UInt32.init))
      #expect(infos.map(\.isHVM) == (0..<count).map { $0 % 2 == 0 })
      #expect(fake.state.withLock { $0.parts } <= count / XenInterface.listCapacity + 1)
    }
  }

  @Test(
    "Domains that end in the middle of a walk are no error, and hide none behind them",
    arguments: FakeXen.Release.all)
  func endingInBetween(_ release: FakeXen.Release) throws {
    let fake = try FakeXen.host(guests: [], release)
    let numbers = (0..<600).map { UInt16($0 * 3) }
    fake.state.withLock { state in
      for id in numbers { state.guests[id] = FakeXen.Guest() }
      // The last one that was told and those that would be next; then all that are left.
      state.endsAfterPart = [0: Set(numbers[255...258]), 1: Set(numbers[515...])]
    }
    let infos = try XenInterface(calls: fake.calls).domainInfos()
    #expect(infos.map(\.id) == numbers.filter { !(256...258).contains($0 / 3) && $0 / 3 < 515 })

    let other = try FakeXen.host(guests: Self.gaps, release)
    let xen = try other.hypervisor()
    other.state.withLock { $0.endsAfterList = [7] }
    #expect(try xen.domains().map(\.id) == [0, 3, 32_750])
    other.state.withLock { $0.endsAfterList = [32_750] }
    #expect(throws: DomainError.notFound("32750")) { try xen.domain(named: "vm32750") }
  }

  @Test("A Xen without a domain 0 has versions and domains all the same")
  func noDomainZero() throws {
    for release in FakeXen.Release.all {
      let fake = try FakeXen.host(guests: Self.gaps, release)
      fake.state.withLock { $0.guests[0] = nil }
      let xen = try fake.hypervisor()
      #expect(try xen.domains().map(\.id) == [3, 7, 32_750])
      #expect(xen.interfaceVersions.domain == release.domain)
    }
  }

  @Test(
    "200 domains are one pass, each with the digest of its policy", arguments: FakeXen.Release.all)
  func digests(_ release: FakeXen.Release) throws {
    let fake = try FakeXen.host(guests: (1...200).map { $0 * 160 }, release)
    var features = fake.state.withLock { $0.guests[160]!.policy.featureSet }
    features.removeWithDependants(.aesni)
    let fewer = fake.state.withLock { state in
      state.guests[32_000]!.policy = state.guests[160]!.policy.withFeatures(features)
      state.parts = 0
      return state.guests[32_000]!.policy
    }
    let xen = try fake.hypervisor()
    let summaries = try xen.domains().map(DomainSummary.init)
    #expect(fake.state.withLock { $0.parts } == 1)
    #expect(summaries.map(\.id) == (0...200).map { $0 * 160 })
    #expect(Set(summaries.map(\.digest)).count == 3)
    #expect(summaries.last?.digest == PolicyDigest.of(fewer.canonical))
    #expect(try summaries.map(\.digest) == xen.domains().map { PolicyDigest.of($0.policy) })
  }

  @Test("Counts beyond the room and numbers that cannot be are not believed")
  func hostileAnswers() throws {
    let fake = try FakeXen.host(guests: Self.gaps)
    let xen = try XenInterface(calls: fake.calls)
    for count in [UInt32(257), 0x1_0000, .max] {
      fake.state.withLock { $0.hostileCount = count }
      #expect(throws: XenError.implausible(.getDomainInfoList)) { try xen.domainInfos() }
    }
    // The same number time and again, a smaller one, one of Xen's own.
    fake.state.withLock { $0.hostileCount = nil }
    for id in [UInt16(0), 5, 0x7ff0, .max] {
      fake.state.withLock { $0.hostileID = id }
      #expect(throws: XenError.implausible(.getDomainInfoList)) { try xen.domainInfos() }
    }
    // Elements of another size than the version's have no sensible numbers.
    fake.state.withLock { state in
      state.hostileID = nil
      state.release.infoBytes = 104
    }
    #expect(throws: XenError.implausible(.getDomainInfoList)) { try xen.domainInfos() }
  }

  @Test(
    "A refusal of the list is carried",
    arguments: [XenErrno.notPermitted, .noMemory, .badAddress, .notImplemented])
  func refusals(_ errno: XenErrno) throws {
    let fake = try FakeXen.host(guests: Self.gaps)
    let xen = try XenInterface(calls: fake.calls)
    fake.state.withLock { $0.errors[1000 + XenNumber.getDomainInfoList] = errno.rawValue }
    #expect(throws: XenError.refused(.getDomainInfoList, errno)) { try xen.domainInfos() }
  }
}
