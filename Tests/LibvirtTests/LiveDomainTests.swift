// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibvirtBackEnd
import PolicyCore
import PolicyFormats
import QEMUBackEnd
import TestSupport
import Testing

/// Domains of a libvirtd of its own, held against the QEMU that has them: `make integration-libvirt`.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] != nil,
    "CPUPOLICY_LIBVIRT is not set: Integration/libvirt/rig.sh sets it"))
struct LiveDomainTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What `virsh` prints; nil where it fails.
  private func virsh(_ words: String...) throws -> String? {
    let result = try folder.virsh(words)
    return result.isDone ? result.text : nil
  }

  private func monitor(_ domain: String, _ command: String) throws -> [[String: Any]] {
    let text = try #require(try virsh("qemu-monitor-command", domain, command))
    let reply = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(reply?["return"] as? [[String: Any]])
  }

  /// The CPUID words of a domain's first virtual CPU, by leaf, subleaf and register.
  private func words(of domain: String) throws -> [String: UInt32] {
    let cpus = try monitor(domain, #"{"execute":"query-cpus-fast"}"#)
    let path = try #require(cpus.first?["qom-path"] as? String)
    let reply = try monitor(
      domain,
      #"{"execute":"qom-get","arguments":{"path":"\#(path)","property":"feature-words"}}"#)
    var result: [String: UInt32] = [:]
    for word in reply {
      let leaf = UInt32(word["cpuid-input-eax"] as? Int ?? 0)
      let register = (word["cpuid-register"] as? String ?? "").lowercased()
      result["\(leaf):\(word["cpuid-input-ecx"] as? Int ?? 0):\(register)"] =
        UInt32(word["features"] as? Int ?? 0)
    }
    return result
  }

  /// Features that the XML's list and QEMU's words tell differently, and how many both tell.
  private func compare(
    _ name: String, _ cpu: String, _ authority: inout CPUMapAuthority
  ) throws -> (compared: Int, differing: [String])? {
    let file = try folder.file(
      "domain.xml",
      """
      <domain type='qemu'><name>\(name)</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
      <os><type arch='x86_64' machine='q35'>hvm</type></os>\(cpu)</domain>
      """)
    guard try virsh("create", "--paused", file) != nil else { return nil }
    let live = try #require(try virsh("dumpxml", name))
    let words = try words(of: name)
    _ = try virsh("destroy", name)
    var document = try PolicyReader.read(Array(live.utf8), source: name)
    let request = try #require(document.request)
    #expect(request.isDifference && document.guest?.name == name)
    document.settle(try #require(try authority.resolve(request), "\(live)"))
    let policy = document.policies[0].policy
    var result = (compared: 0, differing: [String]())
    for feature in Feature.allNamed where policy.isKnown(feature) {
      guard case .leaf(let place, let register, let bit) = feature.place,
        let word = words["\(place.leaf):\(place.isPlain ? 0 : place.subleaf):\(register)"]
      else { continue }
      result.compared += 1
      if policy.has(feature) != (word >> UInt32(bit) & 1 != 0) {
        result.differing.append(feature.optionName)
      }
    }
    return result
  }

  @Test func everyModel() throws {
    var authority = try #require(CPUMapAuthority())
    let map = try CPUMap(path: authority.path)
    var cpus = map.models.filter(\.isForGuests).map { model in
      (
        model.name,
        "<cpu mode='custom' match='exact' check='none'><model>\(model.name)</model>"
          + "<feature policy='disable' name='sse4.2'/></cpu>"
      )
    }
    cpus += [("host-model", "<cpu mode='host-model'/>"), ("none", "")]
    var (domains, compared) = (0, 0)
    for (name, cpu) in cpus {
      // A few models of libvirt's QEMU does not have.
      guard let result = try compare("t-\(name)", cpu, &authority) else { continue }
      #expect(result.differing.isEmpty, "\(name): \(result.differing)")
      domains += 1
      compared += result.compared
    }
    print("\(domains) domains, \(compared) features compared with their QEMU's")
    #expect(domains > 40 && compared > domains * 100)
  }

  /// Our own question over the monitor has virsh's answer, and taints the domain as that does.
  @Test func monitor() throws {
    let name = "monitored"
    let file = try folder.file(
      "domain.xml",
      """
      <domain type='qemu'><name>\(name)</name><memory unit='MiB'>64</memory><vcpu>2</vcpu>
      <os><type arch='x86_64' machine='q35'>hvm</type></os><cpu mode='maximum'/></domain>
      """)
    _ = try #require(try virsh("create", "--paused", file))
    defer { _ = try? virsh("destroy", name) }
    let uri = ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"]
    var monitor = LibvirtMonitor(try LibvirtConnection(uri: uri, access: .change), of: name)
    let machine = try QEMUMachine(asking: &monitor)
    #expect(machine.cpus.count == 2 && machine.type == "max-x86_64-cpu")
    let words = try words(of: name)
    var compared = 0
    for cpu in machine.cpus {
      let policy = cpu.policy.policy
      for feature in Feature.allNamed {
        guard case .leaf(let place, let register, let bit) = feature.place,
          let word = words["\(place.leaf):\(place.isPlain ? 0 : place.subleaf):\(register)"]
        else { continue }
        compared += 1
        #expect(policy.has(feature) == (word >> UInt32(bit) & 1 != 0), "\(feature.optionName)")
      }
    }
    #expect(compared > 300)
  }
}
