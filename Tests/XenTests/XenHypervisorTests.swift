import CPUPolicy
import CXen
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import Hypervisors

/// The back end against a stand-in for Xen: every machine runs these.
struct XenHypervisorTests {
  static let policies: SystemPolicies = {
    let document = try! InputFile.read(Fixtures.path("emulated-EPYC-Rome.txt"))
    let host = HostDescription(name: "rome", document: document)!
    return SystemPolicies(facts: host.facts)
  }()

  /// A Xen that reports the policies of a real CPU and has one paused domain.
  private func fake() throws -> FakeXen {
    let fake = FakeXen()
    let policies = Self.policies
    let topology = try Topology(
      sockets: 1, dies: 1, cores: 1, threads: 1, vCPUs: 1, layout: .legacy)
    var domain = try policies.initialPolicy(
      DomainSettings(kind: .hvm, topology: topology, physicalAddressLimit: 48))
    // Xen's own domains show no topology leaves.
    for field in Field.all where field.rules.audit == .topology {
      for subleaf in field.subleaves { domain[field, subleaf: subleaf] = 0 }
    }
    fake.state.withLock { state in
      state.policies = [
        0: policies.raw, 1: policies.hostDefault, 2: policies.pvMax, 3: policies.hvmMax,
        4: policies.pvDefault, 5: policies.hvmDefault,
      ]
      state.domain = domain
    }
    return fake
  }

  private func hypervisor(_ fake: FakeXen) throws -> XenHypervisor {
    try XenHypervisor(XenInterface(calls: fake.calls))
  }

  @Test("The six policies, version, command line and counter are those that Xen reports")
  func host() throws {
    let fake = try fake()
    do {
      let xen = try hypervisor(fake)
      let host = try xen.host()
      #expect(host.hypervisorVersion == "4.17.7")
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
    "The versions of both interfaces are found by trying",
    arguments: [
      (UInt32(0x13), UInt32(0x12)), (0x15, 0x15), (0x15, 0x17), (0x16, 0x17), (0x16, 0x18),
    ])
  func versions(_ system: UInt32, _ domain: UInt32) throws {
    let fake = try fake()
    fake.state.withLock { state in
      state.systemVersion = system
      state.domainVersion = domain
    }
    let xen = try hypervisor(fake)
    #expect(try xen.domain(named: "vm").state == .building)
    #expect(xen.interfaceVersions == (system, domain))
    if domain != 0x15 {
      #expect {
        try xen.create(DomainRequest(name: "new", kind: .hvm, vCPUs: 1), isDryRun: false)
      } throws: { "\($0)".contains("4.17 only") }
    }
  }

  @Test("A Xen of an unknown version is told by name")
  func unknownVersion() throws {
    let fake = try fake()
    fake.state.withLock { $0.systemVersion = 0x99 }
    #expect(
      throws: XenError.unknownVersion(
        .getSystemPolicy, tried: XenInterface.systemVersions)
    ) { try XenInterface(calls: fake.calls) }
  }

  @Test(
    "Every errno of a set, with its place and our own finding",
    arguments: [
      XenErrno.notPermitted, .noSuchDomain, .tooMany, .noMemory, .wrongVersion, .badAddress, .busy,
      .exists, .invalid, .outOfRange, .notImplemented, .overflow, .notSupported, .bufferTooSmall,
      XenErrno(rawValue: 999),
    ])
  func refusals(_ errno: XenErrno) throws {
    let fake = try fake()
    let xen = try hypervisor(fake)
    let policy = try xen.domain(named: "vm").policy
    for place in [(UInt32(7), UInt32(0), UInt32.max), (.max, .max, 0xce), (.max, .max, .max)] {
      fake.state.withLock { state in
        state.errors[XenNumber.setPolicy] = errno.rawValue
        state.place = place
      }
      let trial = Result { try xen.xen.setPolicy([WireLeaf()], [], of: 1) }
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
    let outcome = Result { try xen.setPolicy(policy, of: "vm", isDryRun: false) }
    switch (errno, outcome) {
    case (.exists, .failure(DomainError.sealed)), (.invalid, .failure(DomainError.sealed)),
      (.noSuchDomain, .failure(DomainError.notFound)),
      (.notPermitted, .failure(DomainError.permission)):
      break
    case (_, .failure(DomainError.refused(let message))): #expect(message.contains(errno.name))
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
      let fake = try fake()
      fake.state.withLock { $0.errors[number] = errno.rawValue }
      #expect(throws: XenError.refused(call, errno)) { try hypervisor(fake) }
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
    let fake = try fake()
    fake.state.withLock { $0.hostileCount = .max }
    #expect(throws: XenError.self) { try XenInterface(calls: fake.calls) }
    fake.state.withLock { $0.hostileCount = nil }
    let interface = try XenInterface(calls: fake.calls)
    fake.state.withLock { $0.hostileCount = .max }
    #expect(try interface.systemPolicy(.raw).outside.count < 120)
  }

  @Test("Audited before Xen is asked; sealed after the first run")
  func auditFirst() throws {
    let fake = try fake()
    let xen = try hypervisor(fake)
    let domain = try xen.domain(named: "vm")
    #expect(domain.kind == .hvm && domain.state == .building)
    let found = xen.audit(domain.policy, for: domain)
    #expect(found.isEmpty, "\(found.map { $0.placeText + " " + $0.message })")
    var features = domain.policy.featureSet
    features.insert(.avx512f)
    #expect {
      try xen.setPolicy(domain.policy.withFeatures(features), of: "vm", isDryRun: false)
    } throws: { error in
      guard case DomainError.rejected(let violations) = error else { return false }
      return violations.contains { $0.placeText == "0x7:0 EBX[16]" && $0.fieldName == "AVX512F" }
    }
    #expect(fake.state.withLock { $0.sets } == 0)
    #expect(try xen.setPolicy(domain.policy, of: "1", isDryRun: false).policy == domain.policy)
    #expect(fake.state.withLock { $0.sets } == 1)
    #expect(try xen.seal("vm", isDryRun: false).state == .sealed)
    #expect(throws: DomainError.sealed("vm")) {
      try xen.setPolicy(domain.policy, of: "vm", isDryRun: false)
    }
    // Paused again it is sealed all the same: Xen says so of a set of nothing.
    fake.state.withLock { $0.isPaused = true }
    #expect(try xen.domain(named: "vm").state == .sealed)
  }

  @Test("What Xen takes away in silence is reported field by field, and taken back")
  func readBack() throws {
    let fake = try fake()
    let xen = try hypervisor(fake)
    let policy = try xen.domain(named: "vm").policy
    fake.state.withLock { $0.clamps.insert(.aesni) }
    #expect {
      try xen.setPolicy(policy, of: "vm", isDryRun: false)
    } throws: { error in
      guard case DomainError.altered(_, let differences, isRestored: true) = error else {
        return false
      }
      return differences.map(\.name) == ["AESNI"]
    }
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
