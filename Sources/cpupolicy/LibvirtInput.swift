// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import LibvirtBackEnd
import PolicyCore
import PolicyFormats
import QEMUBackEnd

/// What the command asks of libvirt.
enum LibvirtInput {
  /// This machine as its libvirt describes it, at the address that `LIBVIRT_DEFAULT_URI` has.
  static func host() throws -> HostDescription {
    let hypervisor = try LibvirtHypervisor()
    let capabilities = try hypervisor.capabilities()
    var host = try HostInput.host(try Input.read(text: capabilities, "libvirt"), "libvirt")
    try hypervisor.complete(&host, capabilities)
    return host
  }

  /// Says of domains what they have, by the authorities that the options name.
  ///
  /// - Parameter hypervisor: whose they are: of another machine's nobody here says what its QEMU gives. Nil for
  ///   this machine's.
  static func judge(_ hypervisor: LibvirtHypervisor? = nil) throws -> DomainJudge {
    let map = ModelOptions.installedMap()
    guard let hypervisor, !ModelOptions.namesEmulator, try !hypervisor.isOfThisMachine() else {
      return DomainJudge(map: map, asking: ModelOptions.answer)
    }
    return DomainJudge(map: map) { _ in
      .nobody("this libvirt is another machine's: ask there, or name its QEMU with --emulator")
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
