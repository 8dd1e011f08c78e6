// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import LibvirtBackEnd
import PolicyCore
import PolicyFormats

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
  static func domain(_ name: String, _ address: String?) throws -> Domain {
    let hypervisor = try LibvirtHypervisor(uri: address)
    var judge = try judge(hypervisor)
    let judged = try judge.judge(try hypervisor.domain(named: name))
    for note in judged.notes { Console.note(note) }
    return judged.domain
  }
}
