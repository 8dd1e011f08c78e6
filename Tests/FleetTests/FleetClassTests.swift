// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

@testable import Fleet

/// Hosts and guests that are one class are judged once: whatever may change a verdict makes another class.
@Suite struct FleetClassTests {
  private static func host() throws -> HostDescription {
    try FleetAssessmentTests.host(Fixtures.path("guest-epyc.txt"), named: "host")
  }

  private static let hostChanges: [String: @Sendable (inout HostDescription) -> Void] = [
    "facts": { $0.facts.microcode = 0x77 },
    "tsc": { $0.tsc.khz = 77 },
    "lbr": { $0.lbr.format = 7 },
    "hypervisorName": { $0.hypervisorName = "Other" },
    "hypervisorVersion": { $0.hypervisorVersion = "7.7" },
    "hypervisorCommandLine": { $0.hypervisorCommandLine = "cpuid=no-avx" },
    "stateBytes": { $0.stateBytes = 8192 },
    "kernelOffer": { host in
      host.kernelOffer = KernelOffer(
        policy: host.facts.boot, emulated: FeatureSet([.x2apic]))
    },
    "reported": {
      $0.reported = ReportedPolicies(
        options: DerivationOptions(), hasHVM: true, hasNestedPaging: true)
    },
    "identity": { $0.identity = PartialPolicy(features: [.avx]) },
    "models": { $0.models = [DescribedHost.Model(name: "One", isUsable: true)] },
    "machines": { $0.machines = ["pc-q35-7.2"] },
    "accelerators": { $0.accelerators = ["tcg"] },
    "offeredBy": { $0.offeredBy = "kvm" },
    "releases": { $0.releases = [.libvirt: WorldRelease(major: 9, minor: 0)] },
  ]

  /// What no verdict hangs on: names, what the facts were made from, and what other fields are read from.
  private static let hostRest: Set<String> = [
    "name", "cpus", "logicalCPUs", "recorded", "outside", "document",
  ]

  @Test(arguments: hostChanges.keys.sorted()) func hostsThatDiffer(_ field: String) throws {
    let host = try Self.host()
    var other = host
    other.name = "other"
    #expect(FleetHosts([host, other]).classes.count == 1)
    let change = try #require(Self.hostChanges[field])
    change(&other)
    #expect(FleetHosts([host, other]).classes.count == 2)
  }

  private static let guestChanges: [String: @Sendable (inout Domains.Guest) -> Void] = [
    "kind": { $0.kind = .pv },
    "isDomain": { $0.isDomain.toggle() },
    "policy": { $0.policy = CPUPolicy() },
    "completion": { $0.completion = { $0 } },
    "identity": { $0.identity = PartialPolicy(features: [.avx]) },
    "setting": { $0.setting = XLSetting() },
    "needs": { $0.needs = [.avx512f] },
    "wanting": { $0.wanting = "it" },
    "doubt": { $0.doubt = "it" },
    "model": { $0.model = ("One", []) },
    "machine": { $0.machine = ModelRequest.Machine(type: "pc-q35-7.2") },
    "names": { $0.names = (.libvirt, ["avx"]) },
    "open": { $0.open = [.avx] },
    "modelVendor": { $0.modelVendor = "GenuineIntel" },
    "tsc": { $0.tsc.khz = 77 },
    "hasNestedVirtualisation": { $0.hasNestedVirtualisation.toggle() },
    "hasPerformanceCounters": { $0.hasPerformanceCounters.toggle() },
    "topology": { $0.topology = try? Topology(sockets: 1, cores: 2) },
    "describedTopology": { $0.describedTopology = try? Topology(sockets: 1, cores: 2) },
    "usesLBR": { $0.usesLBR.toggle() },
    "judge": { $0.judge?.hypervisorVersion = "4.20.0" },
    "savedBy": { $0.savedBy = XenRelease("4.17.0") },
  ]

  /// Of a part of a policy, which makes no class with others anyway.
  private static let guestRest: Set<String> = ["name", "isFeaturesAlone"]

  @Test(arguments: guestChanges.keys.sorted()) func guestsThatDiffer(_ field: String) throws {
    let guest = FleetAssessmentTests.guest(try Self.host(), .hvm, "guest")
    var other = guest
    other.name = "other"
    func classes() -> Int {
      var guests = FleetGuests()
      for guest in [guest, other] { guests.add(guest, on: nil) }
      return guests.classes.count
    }
    #expect(classes() == 1)
    let change = try #require(Self.guestChanges[field])
    change(&other)
    #expect(classes() == 2)
  }

  /// A field that is new stands in a list above, with what it does.
  @Test func everyFieldIsThought() throws {
    let host = try Self.host()
    let guest = FleetAssessmentTests.guest(host, .hvm, "guest")
    #expect(
      Set(Mirror(reflecting: host).children.compactMap(\.label))
        == Self.hostRest.union(Self.hostChanges.keys))
    #expect(
      Set(Mirror(reflecting: guest).children.compactMap(\.label))
        == Self.guestRest.union(Self.guestChanges.keys))
  }
}
