// SPDX-License-Identifier: Apache-2.0

import CXen
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import Domains
@testable import XenBackEnd

/// The back end against a stand-in for Xen: every machine runs these.
struct XenHypervisorTests {
  @Test(
    "The six policies, version, command line and counter are those that Xen reports",
    arguments: FakeXen.Release.all)
  func host(_ release: FakeXen.Release) throws {
    let fake = try FakeXen.host(release)
    do {
      let xen = try fake.hypervisor()
      let host = try xen.host()
      #expect(host.hypervisorVersion == "4.\(release.minor).7")
      #expect(host.hypervisorCommandLine == "console=com1 cpuid=no-avx512f")
      #expect(host.tsc.khz == 2_400_000 && host.logicalCPUs == 4)
      let policies = try xen.systemPolicies()
      for (kind, index) in [(PolicyKind.pvMax, 2), (.hvmMax, 3), (.pvDefault, 4), (.hvmDefault, 5)]
      {
        let records = XenRecords(policies[kind])
        let expected = fake.state.withLock { XenRecords($0.policies[UInt32(index)]!) }
        #expect(records.leaves == expected.leaves && records.msrs == expected.msrs)
      }
      #expect(try xen.featureSet(.host)[word: 0] == 0xbfeb_fbff)
      #expect(try xen.featureSet(.host)[word: 14] == 0)
    }
    // Everything that was allocated has been released.
    #expect(fake.state.withLock { $0.allocated } == 0)
  }

  @Test(
    "The versions of both interfaces are found by trying", arguments: FakeXen.Release.all)
  func versions(_ release: FakeXen.Release) throws {
    let fake = try FakeXen.host(guests: [1], release)
    let xen = try fake.hypervisor()
    #expect(try xen.domain(named: "vm1").state == .building)
    #expect(xen.interfaceVersions == (release.system, release.domain))
  }

  @Test("A domain for trials, of every kind, on every release", arguments: FakeXen.Release.all)
  func creation(_ release: FakeXen.Release) async throws {
    let fake = try FakeXen.host(guests: [3], release)
    let xen = try fake.hypervisor()
    for (kind, type) in [
      (GuestKind.hvm, Domain.GuestType.pvh), (.hvmShadow, .pvh), (.pv, .pv), (.pv32, .pv),
    ] {
      let request = DomainRequest(name: "new", kind: kind, vCPUs: 3)
      _ = try await xen.create(request, isDryRun: true)
      #expect(fake.state.withLock { $0.guests.count } == 2)
      let domain = try await xen.create(request, isDryRun: false)
      #expect(domain.id == 4 && domain.type == type && domain.topology.vCPUs == 3)
      #expect(domain.state == .building)
      #expect(try domain.uuid != xen.domain(named: "vm3").uuid, "a handle of its own")
      #expect(try xen.domain(named: "new") == domain)
      try await xen.destroy("new", isDryRun: false)
      #expect(fake.state.withLock { Set($0.guests.keys) } == [0, 3])
    }
    // What a release cannot choose for a domain is said before Xen is asked.
    let before = fake.state.withLock { $0.guests.count }
    var nested = DomainRequest(name: "new", kind: .hvm, vCPUs: 1)
    nested.hasNestedVirtualisation = true
    var counted = DomainRequest(name: "new", kind: .hvm, vCPUs: 1)
    counted.hasPerformanceCounters = true
    for (request, first, word) in [(nested, 15, "nested"), (counted, 16, "counters")] {
      guard release.minor < first else { continue }
      await #expect {
        try await xen.create(request, isDryRun: false)
      } throws: { "\($0)".contains(word) && "\($0)".contains("4.\(release.minor)") }
    }
    #expect(fake.state.withLock { $0.guests.count } == before)
  }

  @Test("Another release's structure is refused, never taken for something else")
  func foreignStructure() throws {
    for release in FakeXen.Release.all {
      for other in XenLayout.known {
        let fake = try FakeXen.host(release)
        let interface = try XenInterface(calls: fake.calls)
        let own = try interface.agreedLayout()
        guard other.creation != own.creation else { continue }
        interface.layout?.creation = other.creation
        let plan = XenDomainPlan(DomainRequest(name: "new", kind: .hvm, vCPUs: 1))
        let outcome = Result { try interface.createDomain(plan) }
        // Flags that are not asked for differ without a difference.
        let differs =
          (other.creation.emulation, other.creation.grants)
          != (own.creation.emulation, own.creation.grants)
          || other.creation.anyDomain == 0 && release.minor >= 22
        #expect((try? outcome.get()) == nil || !differs, "\(other.name) on \(release)")
      }
    }
  }

  @Test(
    "To another than the control domain everything is forbidden", arguments: FakeXen.Release.all)
  func otherCaller(_ release: FakeXen.Release) throws {
    let fake = try FakeXen.host(guests: [1], release)
    let interface = try XenInterface(calls: fake.calls)
    _ = try interface.agreedLayout()
    let xen = try fake.hypervisor()
    fake.state.withLock { $0.isControlDomain = false }
    #expect(throws: XenError.refused(.getDomainInfoList, .notPermitted)) {
      try interface.domainInfos()
    }
    #expect(throws: XenError.refused(.getDomainInfo, .notPermitted)) {
      try interface.domainInfo(of: 0)
    }
    for body in [{ _ = try xen.domains() }, { _ = try xen.domain(named: "vm1") }] {
      #expect {
        try body()
      } throws: {
        guard case DomainError.permission = $0 else { return false }
        return true
      }
    }
    // Since 4.22 not even that there is no such domain is told.
    if release.minor >= 22 {
      #expect(throws: XenError.refused(.getDomainInfo, .notPermitted)) {
        try interface.domainInfo(of: 77)
      }
    } else {
      #expect(try interface.domainInfo(of: 77) == nil)
    }
  }

  @Test(
    "What older releases leave to the toolstack is accepted there, and nowhere else",
    arguments: FakeXen.Release.all)
  func toolstackFeatures(_ release: FakeXen.Release) throws {
    let fake = try FakeXen.host(release)
    var features = FeatureSet()
    for feature in [Feature.htt, .cmpLegacy, .x2apic] { features.insert(feature) }
    fake.state.withLock { [features] state in
      // A max without them, as of a CPU with one thread on an older release.
      for index in [UInt32(2), 3] {
        guard let max = state.policies[index] else { continue }
        state.policies[index] = max.withFeatures(max.featureSet.subtracting(features))
      }
    }
    let xen = try fake.hypervisor()
    let domain = try xen.domain(named: "vm1")
    let shown = domain.policy.withFeatures(domain.policy.featureSet.union(features))
    // The stand-in's releases are the seventh of their minor number.
    let isOlder = release.minor < 17
    #expect(try xen.host().toolstackFeatures().isEmpty == !isOlder)
    let found = Set(xen.audit(shown, for: domain).map(\.fieldName))
    #expect(found.isSuperset(of: features.features.map(\.name)) == !isOlder, "\(found)")
    #expect(found.isEmpty == isOlder, "\(found)")
    let guest = Guest(name: "vm1", kind: .hvm, policy: shown)
    let host = try xen.host()
    let check = MigrationCheck(guest, to: host, policies: host.systemPolicies())
    let names = check.findings.map(\.violation.fieldName)
    #expect(names.isEmpty == isOlder, "\(names)")
  }

  @Test("A Xen of an unknown version is told by name")
  func unknownVersion() throws {
    let fake = try FakeXen.host()
    fake.state.withLock { $0.release.system = 0x99 }
    #expect(
      throws: XenError.unknownVersion(
        .getSystemPolicy, tried: XenLayout.systemVersions)
    ) { try XenInterface(calls: fake.calls) }
  }

  @Test(
    "Every errno of a set, with its place and our own finding",
    arguments: [
      XenErrno.notPermitted, .noSuchDomain, .tooMany, .noMemory, .wrongVersion, .badAddress, .busy,
      .exists, .invalid, .outOfRange, .notImplemented, .overflow, .notSupported, .bufferTooSmall,
      XenErrno(rawValue: 999),
    ])
  func refusals(_ errno: XenErrno) async throws {
    let fake = try FakeXen.host()
    let xen = try fake.hypervisor()
    let policy = try xen.domain(named: "vm1").policy
    for place in [(UInt32(7), UInt32(0), UInt32.max), (.max, .max, 0xce), (.max, .max, .max)] {
      fake.state.withLock { state in
        state.errors[XenNumber.setPolicy] = errno.rawValue
        state.place = place
      }
      let trial = Result {
        try xen.holding { to throws(XenError) in try to.xen.setPolicy([WireLeaf()], [], of: 1) }
      }
      guard case .failure(let error as XenError) = trial else {
        Issue.record("no refusal")
        continue
      }
      let expected = XenError.Place(
        leaf: place.0 == .max ? nil : place.0, subleaf: place.1 == .max ? nil : place.1,
        msr: place.2 == .max ? nil : place.2)
      #expect(error == .refused(.setPolicy, errno, expected))
      #expect(error.description.contains(errno.name))
      if place.0 == 7 { #expect(error.description.contains("leaf 0x7:0")) }
      if place.2 == 0xce { #expect(error.description.contains("MSR 0xce")) }
    }
    // Through the back end; a domain that answers EEXIST or EINVAL to a set of nothing is sealed.
    let outcome: Result<Domain, any Error>
    do {
      outcome = .success(try await xen.setPolicy(policy, of: "vm1", isDryRun: false))
    } catch {
      outcome = .failure(error)
    }
    switch (errno, outcome) {
    case (.exists, .failure(DomainError.sealed)), (.invalid, .failure(DomainError.sealed)),
      (.noSuchDomain, .failure(DomainError.notFound)),
      (.notPermitted, .failure(DomainError.permission)):
      break
    case (_, .failure(DomainError.refused(let message, _))): #expect(message.contains(errno.name))
    default: Issue.record("\(errno): \(outcome)")
    }
  }

  @Test(
    "Every errno of the other calls is carried",
    arguments: [
      XenErrno.notPermitted, .noMemory, .badAddress, .notImplemented, .notSupported,
      .bufferTooSmall,
    ])
  func otherRefusals(_ errno: XenErrno) throws {
    let numbers: [(UInt32, XenCall)] = [
      (1000 + XenNumber.getSystemPolicy, .getSystemPolicy), (1000 + XenNumber.physinfo, .physinfo),
      (XenNumber.getDomainInfo, .getDomainInfo), (XenNumber.getPolicy, .getPolicy),
    ]
    for (number, call) in numbers {
      let fake = try FakeXen.host()
      fake.state.withLock { $0.errors[number] = errno.rawValue }
      #expect(throws: XenError.refused(call, errno)) { try fake.hypervisor() }
      #expect(fake.state.withLock { $0.allocated } == 0)
    }
  }

  @Test("A machine without Xen, without its libraries, or without permission")
  func opening() throws {
    let fake = FakeXen()
    let cases: [(Int32, XenError)] = [
      (2, .unreachable(XenErrno(rawValue: 2))), (13, .unreachable(.wrongVersion)),
      (Int32(CXEN_NO_LIBRARY), .noLibrary),
    ]
    for (answer, error) in cases {
      fake.state.withLock { $0.openError = answer }
      #expect(throws: error) { try XenInterface(calls: fake.calls) }
    }
    #expect(DomainError(XenError.unreachable(.wrongVersion)).description.contains("root"))
  }

  @Test("A count that no policy has is not believed")
  func hostileCount() throws {
    let fake = try FakeXen.host()
    fake.state.withLock { $0.hostileCount = .max }
    #expect(throws: XenError.self) { try XenInterface(calls: fake.calls) }
    fake.state.withLock { $0.hostileCount = nil }
    let interface = try XenInterface(calls: fake.calls)
    fake.state.withLock { $0.hostileCount = .max }
    #expect(try interface.systemPolicy(.raw).outside.count < 120)
  }

  @Test("What Xen's extents do not serve of the hardware is unknown, and of guests zero")
  func extents() throws {
    let fake = try FakeXen.host()
    fake.state.withLock { $0.policies[0]?[.maxBasicLeaf] = 0x1f }
    let interface = try XenInterface(calls: fake.calls)
    let raw = try interface.systemPolicy(.raw).policy
    let guest = try interface.systemPolicy(.pvMax).policy
    var beyond = 0
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard LeafRange(of: place.leaf) == .basic, place.isPlain || place.subleaf == 0 else {
        continue
      }
      let isServed = ServedABI.xen.carries(place) || place.leaf > 0x1f
      if !isServed { beyond += 1 }
      #expect(raw.isKnown(slot: slot) == isServed, "\(place)")
      #expect(guest.isKnown(slot: slot), "\(place)")
    }
    #expect(beyond > 5)
  }

  @Test(
    "Audited before Xen is asked; sealed after the first run", arguments: FakeXen.Release.all)
  func auditFirst(_ release: FakeXen.Release) async throws {
    let fake = try FakeXen.host(release)
    let xen = try fake.hypervisor()
    let domain = try xen.domain(named: "vm1")
    #expect(domain.kind == .hvm && domain.state == .building)
    let found = xen.audit(domain.policy, for: domain)
    #expect(found.isEmpty, "\(found.map { $0.placeText + " " + $0.message })")
    var features = domain.policy.featureSet
    features.insert(.avx512f)
    await #expect {
      try await xen.setPolicy(domain.policy.withFeatures(features), of: "vm1", isDryRun: false)
    } throws: { error in
      guard case DomainError.rejected(let violations) = error else { return false }
      return violations.contains { $0.placeText == "0x7:0 EBX[16]" && $0.fieldName == "AVX512F" }
    }
    #expect(fake.state.withLock { $0.sets } == 0)
    #expect(
      try await xen.setPolicy(domain.policy, of: "1", isDryRun: false).policy == domain.policy)
    #expect(fake.state.withLock { $0.sets } == 1)
    #expect(try await xen.seal("vm1", isDryRun: false).state == .sealed)
    await #expect(throws: DomainError.sealed("vm1")) {
      try await xen.setPolicy(domain.policy, of: "vm1", isDryRun: false)
    }
    // Paused again it is sealed all the same: Xen says so of a set of nothing.
    fake.state.withLock { $0.guests[1]?.isPaused = true }
    #expect(try xen.domain(named: "vm1").state == .sealed)
  }

  @Test(
    "What Xen takes away in silence is reported field by field, and taken back",
    arguments: FakeXen.Release.all)
  func readBack(_ release: FakeXen.Release) async throws {
    let fake = try FakeXen.host(release)
    let xen = try fake.hypervisor()
    let policy = try xen.domain(named: "vm1").policy
    fake.state.withLock { _ = $0.clamps.insert(.aesni) }
    await #expect {
      try await xen.setPolicy(policy, of: "vm1", isDryRun: false)
    } throws: { error in
      guard case DomainError.altered(_, let differences, lost: nil) = error else {
        return false
      }
      return differences.map(\.name) == ["AESNI"]
    }
  }

  @Test("What somebody else has changed meanwhile is not overwritten")
  func changedMeanwhile() async throws {
    let fake = try FakeXen.host()
    let xen = try fake.hypervisor()
    let former = try xen.domain(named: "vm1")
    var features = former.policy.featureSet
    features.removeWithDependants(.aesni)
    let other = former.policy.withFeatures(features)
    _ = try await fake.hypervisor().setPolicy(other, of: "vm1", isDryRun: false)
    #expect(throws: DomainError.changedMeanwhile) { try xen.put(former, insteadOf: former) }
    #expect(try xen.domain(named: "vm1").policy == other)
    // Judged anew it is put.
    let changed = try await xen.setPolicy(former.policy, of: "vm1", isDryRun: false)
    #expect(changed.policy == former.policy)
  }

  @Test(
    "What led to a failure is kept, also where undoing fails", arguments: FakeXen.Release.all)
  func causes(_ release: FakeXen.Release) async throws {
    let fake = try FakeXen.host(release)
    let xen = try fake.hypervisor()
    let policy = try xen.domain(named: "vm1").policy
    fake.state.withLock { $0.errors[XenNumber.setTSCInfo] = XenErrno.noMemory.rawValue }
    let request = DomainRequest(name: "new", kind: .hvm, vCPUs: 1)
    let first = await #expect(throws: DomainError.self) {
      try await xen.create(request, isDryRun: false)
    }
    let cause = DomainError.Cause(XenError.refused(.setTSCInfo, .noMemory))
    #expect(first?.cause == cause)
    fake.state.withLock { $0.errors[XenNumber.destroyDomain] = XenErrno.busy.rawValue }
    let second = await #expect(throws: DomainError.self) {
      try await xen.create(request, isDryRun: false)
    }
    guard case .leftBehind(_, let after, let why)? = second else {
      Issue.record("\(String(describing: second))")
      return
    }
    #expect((after.error as? DomainError)?.cause == cause)
    #expect(why == DomainError.Cause(XenError.refused(.destroyDomain, .busy)))
    #expect(try #require(second).description.contains(XenErrno.busy.name))
    // A policy that was altered, and whose former one Xen does not take again.
    fake.state.withLock {
      _ = $0.clamps.insert(.aesni)
      $0.setLimit = $0.sets + 1
    }
    let third = await #expect(throws: DomainError.self) {
      try await xen.setPolicy(policy, of: "vm1", isDryRun: false)
    }
    guard case .altered(_, _, let lost?)? = third else {
      Issue.record("\(String(describing: third))")
      return
    }
    #expect(lost.error is XenError)
    #expect(try #require(third).description.contains(lost.description))
  }

  @Test("Xen's own line is read as Xen reads it")
  func commandLine() {
    let line = XenCommandLine("dom0_mem=1G cpuid=no-avx,nonsense,avx2 dom0-cpuid=no-aesni")
    #expect(line.options.optedOut.contains(.avx))
    #expect(!line.options.optedIn.contains(.avx2))
    #expect(line.options.dom0OptedOut.contains(.aesni))
    #expect(line.ignored.map(\.item) == ["nonsense"])
  }
}
