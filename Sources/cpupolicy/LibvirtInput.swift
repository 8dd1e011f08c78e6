// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import LibvirtBackEnd
import PolicyCore
import PolicyDocuments
import PolicyFormats
import QEMUBackEnd

/// What the command asks of libvirt.
enum LibvirtInput {
  /// A host as its libvirt describes it.
  ///
  /// - Parameter address: the libvirt's; nil for the one that `LIBVIRT_DEFAULT_URI` has.
  static func host(_ address: String? = nil) throws -> HostDescription {
    let hypervisor = try LibvirtHypervisor(uri: address)
    let capabilities = try hypervisor.capabilities()
    var host = try HostInput.host(try Input.read(text: capabilities, "libvirt"), "libvirt")
    try hypervisor.complete(&host, capabilities)
    return host
  }

  /// What a host's libvirt says of its CPU, as an input.
  static func hostDocument(_ address: String?) throws -> InputDocument {
    try Input.read(text: try LibvirtHypervisor(uri: address).capabilities(), "libvirt")
  }

  /// A host to which guests may go: what its hypervisor offers them, where this caller may ask for it, and
  /// else its own CPU.
  ///
  /// - Parameter accelerator: by which the guests run; nil for libvirt's choice.
  static func destination(_ address: String?, accelerator: String?) throws -> HostDescription {
    let hypervisor: LibvirtHypervisor
    let offer: String
    do {
      hypervisor = try LibvirtHypervisor(uri: address, access: .change)
      offer = try hypervisor.domainCapabilities(accelerator: accelerator)
    } catch DomainError.permission(let message, _) {
      Console.note("\(message); the host's own CPU stands for what its guests may have")
      return try host(address)
    }
    let document = try Input.read(text: offer, "libvirt")
    var host =
      try HostDescription(name: "libvirt", featuresOf: document.content)
      ?? HostInput.host(document, "libvirt")
    try hypervisor.complete(&host, try hypervisor.capabilities())
    return host
  }

  /// A domain, as an input: the XML of what runs, and of one that is off the XML with which it starts.
  static func document(of name: String, _ address: String?) throws -> InputDocument {
    let found = try LibvirtHypervisor(uri: address).domain(named: name)
    guard let text = found.live ?? found.configured else {
      throw CommandFailure(.unavailable, "\(name) has ended, and nothing is kept of it")
    }
    if !found.isRunning { Console.note("\(name) does not run: it is taken as it would start") }
    return try Input.read(text: text, name)
  }

  /// Says of domains what they have, by the authorities that the options name.
  ///
  /// - Parameter hypervisor: whose they are: of another machine's nobody here says what its QEMU gives. Nil for
  ///   this machine's.
  static func judge(_ hypervisor: LibvirtHypervisor? = nil) throws -> DomainJudge {
    let map = ModelOptions.installedMap()
    guard let hypervisor, !ModelOptions.namesEmulator else {
      return DomainJudge(map: map, asking: ModelOptions.answer)
    }
    guard try hypervisor.isOfThisMachine() else {
      return DomainJudge(map: map) { _ in
        .nobody("this libvirt is another machine's: ask there, or name its QEMU with --emulator")
      }
    }
    // A daemon in a container has a QEMU of its own, under the path of this machine's.
    let own = hypervisor.emulator()
    return DomainJudge(map: map) { request in
      let answer = ModelOptions.answer(to: request)
      guard case .resolved(let resolved) = answer, let here = resolved.emulatorVersion, let own,
        request.machine.emulator ?? own.path == own.path, here != own.version
      else { return answer }
      return .nobody(
        "this libvirt runs QEMU \(own.version), and the one here is \(here): ask where it runs, "
          + "or name its QEMU with --emulator")
    }
  }

  /// All domains that can be told; the others are named on the standard error.
  static func domains(_ address: String?) throws -> (domains: [Domain], failed: Int) {
    let hypervisor = try LibvirtHypervisor(uri: address)
    var judge = try judge(hypervisor)
    var domains: [Domain] = []
    var failed = 0
    for result in try hypervisor.domains(&judge) {
      switch result {
      case .success(let judged): domains.append(judged.domain)
      case .failure(let failure):
        failed += 1
        Console.error(failure.description)
      }
    }
    return (
      domains.sorted {
        ($0.id < 0 ? Int.max : $0.id, $0.name) < ($1.id < 0 ? Int.max : $1.id, $1.name)
      }, failed
    )
  }

  /// Gives a domain another CPU, from its next start on.
  static func set(
    _ policy: NamedPolicy, of name: String, at connection: DomainCommand.Connection, isDryRun: Bool
  ) throws -> Domain {
    try connection.checkOptions("libvirt has its own domains")
    // A trial, too, asks what a read-only connection is refused.
    let hypervisor = try LibvirtHypervisor(uri: connection.connect, access: .change)
    var judge = try judge(hypervisor)
    let catalogue = try ModelOptions.catalogue(for: .libvirtCPU)
    let judged = try hypervisor.setPolicy(policy, of: name, catalogue, &judge, isDryRun: isDryRun)
    for note in judged.notes { Console.note(note) }
    if judged.domain.state == .sealed {
      Console.note("\(name) runs: it has the policy from its next start on")
    }
    return judged.domain
  }

  /// The domain of a name.
  ///
  /// - Parameter asksMonitor: whether its QEMU is asked over the monitor, which taints it.
  static func domain(_ name: String, _ address: String?, asksMonitor: Bool) throws -> Domain {
    let hypervisor = try LibvirtHypervisor(uri: address, access: asksMonitor ? .change : .look)
    var judge = try judge(hypervisor)
    let found = try hypervisor.domain(named: name)
    let judged = try judge.judge(found)
    for note in judged.notes { Console.note(note) }
    guard asksMonitor else { return judged.domain }
    guard found.isRunning else {
      throw CommandFailure(
        .unavailable, "\(name) does not run, so there is no QEMU to ask; start it first")
    }
    var monitor = LibvirtMonitor(hypervisor.connection, of: name)
    let document = try QEMUMachine(asking: &monitor).document
    for note in document.notes { Console.note(note) }
    var domain = judged.domain
    if let policy = document.partial?.policy { domain.policy = policy }
    return domain
  }
}
