// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import TestSupport

@testable import Hosts
@testable import XenBackEnd

extension FakeXen {
  private static let policies: SystemPolicies = {
    let document = try! InputFile.read(Fixtures.path("emulated-EPYC-Rome.txt"))
    let host = HostDescription(name: "rome", document: document)!
    return SystemPolicies(facts: host.facts)
  }()

  /// A Xen that reports the policies of a real CPU and has paused domains with these numbers besides
  /// its control domain. Their names are `vm` and the number.
  static func host(guests: [UInt16] = [1], _ release: Release = .xen417) throws -> FakeXen {
    let fake = FakeXen()
    let topology = try Topology(
      sockets: 1, dies: 1, cores: 1, threads: 1, vCPUs: 1, layout: .legacy)
    var policy = try policies.initialPolicy(
      DomainSettings(kind: .hvm, topology: topology, physicalAddressLimit: 48))
    // Xen's own domains show no topology leaves.
    for field in Field.all where field.rules.audit == .topology {
      for subleaf in field.subleaves { policy[field, subleaf: subleaf] = 0 }
    }
    fake.state.withLock { state in
      state.release = release
      state.policies = [
        0: policies.raw, 1: policies.hostDefault, 2: policies.pvMax, 3: policies.hvmMax,
        4: policies.pvDefault, 5: policies.hvmDefault,
      ]
      state.guests[0]?.policy = policies.pvDefault
      for id in guests {
        state.guests[id] = Guest(policy: policy)
        state.store["/local/domain/\(id)/name"] = "vm\(id)"
      }
    }
    return fake
  }

  func hypervisor() throws -> XenHypervisor { try XenHypervisor(XenInterface(calls: calls)) }
}
