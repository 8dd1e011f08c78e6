// SPDX-License-Identifier: Apache-2.0

import Domains
import LibvirtBackEnd
import PolicyCore
import PolicyFormats
import QEMUBackEnd
import TestSupport
import Testing

/// What a domain's QEMU says through libvirt, with a library that stands in for libvirt's.
@Suite(.enabled(if: LibvirtStandIn.isPossible, "there is no gcc"))
struct LibvirtMonitorTests {
  private let libvirt: LibvirtStandIn

  init() throws {
    libvirt = try #require(try LibvirtStandIn())
    let xml = LibvirtStandIn.domain("g", "<cpu mode='host-passthrough' check='none'/>")
    try libvirt.have([
      .init("g", id: 1, live: xml, inactive: xml), .init("off", id: nil, inactive: xml),
    ])
    _ = try libvirt.write("g.monitor", LibvirtStandIn.monitor)
  }

  private func machine(
    of name: String, _ access: LibvirtConnection.Access = .change
  ) throws -> QEMUMachine {
    let connection = try LibvirtConnection(
      uri: libvirt.address, access: access, library: libvirt.library)
    var monitor = LibvirtMonitor(connection, of: name)
    return try QEMUMachine(asking: &monitor)
  }

  /// Why a domain's QEMU could not be asked.
  private func failure(of name: String, _ access: LibvirtConnection.Access = .change) -> QMPError? {
    do {
      _ = try machine(of: name, access)
      return nil
    } catch {
      return error as? QMPError
    }
  }

  @Test func qemuAnswersThroughLibvirt() throws {
    let machine = try machine(of: "g")
    #expect(machine.version == "7.2.22" && machine.type == "EPYC-x86_64-cpu")
    let cpu = try #require(machine.cpus.first)
    #expect(machine.cpus.count == 1)
    let policy = cpu.policy.policy
    #expect(policy.has(.fpu) && policy.has(.avx2) && !policy.has(.avx))
    #expect(policy.vendor == .amd && policy[.maxBasicLeaf] == 13)
    #expect(Signature(eax: policy[leaf: 1].eax).family == 23)
    #expect(cpu.withheld == [.svm])
    // Nothing but questions, with no flag.
    let log = libvirt.log
    #expect(log.contains("monitor g 0 ") && !log.contains("define"))
  }

  @Test func whoMayNotAskIsTold() throws {
    guard case .withheld("query-version", let reason, true)? = failure(of: "g", .look) else {
      Issue.record("\(String(describing: failure(of: "g", .look)))")
      return
    }
    #expect(reason.contains("code 29") && reason.contains("as root"))
  }

  @Test func failuresAreLibvirts() throws {
    guard case .withheld(_, let reason, false)? = failure(of: "off") else {
      Issue.record("\(String(describing: failure(of: "off")))")
      return
    }
    #expect(reason.contains("not running") && reason.contains("code 55"))
    #expect(failure(of: "nobody")?.description.contains("code 42") == true)
  }

  @Test(arguments: ["no JSON", "[]", "{\"event\": \"STOP\"}", "{\"return\": {}"])
  func repliesThatAreNone(_ reply: String) throws {
    _ = try libvirt.write("g.monitor", "query-version \(reply)\n")
    guard case .malformed("query-version", _)? = failure(of: "g") else {
      Issue.record("\(reply): \(String(describing: failure(of: "g")))")
      return
    }
  }
}
