// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import LibvirtBackEnd
import PolicyCore
import PolicyDocuments
import PolicyFormats
import QEMUBackEnd
import TestSupport
import Testing

/// What is said of real domains, against what their libvirt did: `make integration-libvirt`.
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] != nil,
    "CPUPOLICY_LIBVIRT is not set: Integration/libvirt/rig.sh sets it"))
struct LiveVerdictTests {
  private let folder: TemporaryFolder
  private let address = ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] ?? ""

  init() throws { folder = try TemporaryFolder() }

  /// What a program says, and whether it succeeded.
  private func run(_ words: [String]) throws -> (isDone: Bool, text: String) {
    let result = try folder.run(words)
    return (result.status == 0, result.output + result.errors)
  }

  private func virsh(_ words: String...) throws -> (isDone: Bool, text: String) {
    try folder.virsh(words)
  }

  /// Where a domain's guest prints its CPU.
  private func seenFile(of name: String) -> String { folder.path + "/\(name).seen" }

  private func define(_ name: String, _ cpu: String, machine: String) throws {
    let guest = Fixtures.root.appending(path: "Integration/kvm/work/mover").path
    let file = try folder.file(
      "domain.xml",
      """
      <domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><name>\(name)</name>
      <memory unit='MiB'>64</memory><vcpu>1</vcpu>
      <os><type arch='x86_64' machine='\(machine)'>hvm</type><kernel>\(guest)</kernel></os>\(cpu)
      <qemu:commandline><qemu:arg value='-debugcon'/><qemu:arg value='file:\(seenFile(of: name))'/></qemu:commandline>
      </domain>
      """)
    let defined = try virsh("define", file)
    #expect(defined.isDone, "\(defined.text)")
  }

  /// A domain as the command tells of it, with all that it knows of this machine's QEMU and libvirt.
  private func judged(_ name: String) throws -> Domain {
    let command = Fixtures.root.appending(path: ".build/debug/cpupolicy").path
    let shown = try folder.run([
      command, "domain", "show", name, "--hypervisor", "libvirt", "--connect", address, "-q", "-o",
      "json",
    ])
    let read = try InputDocument(reading: Array(shown.output.utf8), source: name)
    let document = read.document
    return try #require(document?.domain, "\(shown.errors)")
  }

  /// What a running guest says of its CPU.
  private func seen(_ name: String) throws -> SeenCPU {
    for _ in 0..<1000 {
      if let text = try? String(contentsOfFile: seenFile(of: name), encoding: .utf8),
        let seen = SeenCPU(text)
      {
        return seen
      }
      usleep(20_000)
    }
    let nothing: SeenCPU? = nil
    return try #require(nothing, "\(name): the guest says nothing")
  }

  /// Holds the guest's CPUID against what was foretold of it, what is said of it now, and what its QEMU says.
  private func compare(_ name: String, _ forecast: Domain, _ live: Domain) throws {
    let seen = try seen(name)
    var monitor = LibvirtMonitor(
      try LibvirtConnection(uri: address, access: .change), of: name)
    let effective = try #require(try QEMUMachine(asking: &monitor).cpus.first)
    var compared: [Int] = []
    for (word, policy) in [
      ("foretold", forecast.policy), ("said", live.policy), ("effective", effective.policy.policy),
    ] {
      let found = seen.features(unlike: policy)
      #expect(found.names.isEmpty, "\(name), \(word): \(found.names)")
      compared.append(found.compared)
    }
    #expect(compared[2] > 150)
    // What a start decides is not foretold, and what XML does not hold is not said.
    #expect(compared[0] > 150 || forecast.delivery?.verdict != .asAsked)
    #expect(compared[1] > 150 || live.delivery?.verdict == .unchecked)
    print("\(name): \(compared) features foretold, said and effective are what the guest sees")
  }

  private static func custom(_ model: String, _ check: String, _ more: String = "") -> String {
    "<cpu mode='custom' match='exact' check='\(check)'><model>\(model)</model>\(more)</cpu>"
  }

  /// What is foretold of a domain that is off, is what its start comes to.
  @Test(arguments: [
    ("given", custom("Westmere", "none")), ("lost", custom("Skylake-Server", "none")),
    (
      "optional",
      custom("Skylake-Server", "none", "<feature policy='optional' name='avx512f'/>")
    ),
    (
      "without",
      custom(
        "Westmere", "none",
        "<feature policy='disable' name='aes'/><feature policy='require' name='avx512f'/>")
    ), ("refused", custom("Skylake-Server", "full")),
    ("alias", custom("Westmere", "none", "<feature policy='disable' name='sse4-1'/>")),
    ("maximum", "<cpu mode='maximum'/>"), ("none", ""),
    ("minimum", custom("Westmere", "none").replacing("exact", with: "minimum")),
    ("host-model", "<cpu mode='host-model'/>"),
    ("pc-i440fx-2.12", custom("EPYC", "none")), ("pc-q35-5.2", custom("Skylake-Server", "none")),
  ])
  func foretold(_ name: String, _ cpu: String) throws {
    try define(name, cpu, machine: name.hasPrefix("pc-") ? name : "q35")
    defer { _ = try? virsh("undefine", name) }
    let before = try judged(name)
    let forecast = try #require(before.delivery)
    let start = try virsh("start", name)
    defer { _ = try? virsh("destroy", name) }
    guard forecast.verdict != .cannotStart else {
      #expect(!start.isDone, "\(forecast)")
      if let missing = start.text.components(separatedBy: "missing features: ").dropFirst().first {
        let names = missing.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: ",")
        #expect(names.map(String.init).sorted() == forecast.lost)
      }
      return
    }
    #expect(start.isDone, "\(start.text)")
    let running = try judged(name)
    let live = try #require(running.delivery)
    try compare(name, before, running)
    #expect(forecast.isForecast && !live.isForecast)
    // What libvirt decides at the start is not foretold, and told afterwards.
    guard forecast.verdict != .unknown else {
      #expect(live.verdict != .unknown, "\(live)")
      print("\(name): unknown, then \(live.verdict.rawValue) \(live.lost.joined(separator: " "))")
      return
    }
    #expect(live.verdict == forecast.verdict && live.lost == forecast.lost, "\(forecast) \(live)")
    print("\(name): \(live.verdict.rawValue) \(live.lost.joined(separator: " "))")
  }

  /// Without the rights nothing is said of domains, and of the daemon that it may not be asked.
  @Test(.enabled(if: geteuid() == 0, "only root can be another user"))
  func anotherUser() throws {
    let command = Fixtures.root.appending(path: ".build/debug/cpupolicy").path
    let result = try run(
      [
        "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", command, "domain", "list",
        "--hypervisor", "libvirt", "--connect",
        address,
      ])
    #expect(!result.isDone && result.text.contains("run as root"), "\(result.text)")
  }
}
