// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import LibvirtBackEnd
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
  static func judge() -> DomainJudge {
    DomainJudge(map: ModelOptions.installedMap(), asking: ModelOptions.answer)
  }

  /// All domains that can be told; the others are named on the standard error.
  static func domains(_ address: String?) throws -> (domains: [Domain], failed: Int) {
    var judge = judge()
    var domains: [Domain] = []
    var failed = 0
    for result in try LibvirtHypervisor(uri: address).domains(&judge) {
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

  /// The domain of a name.
  static func domain(_ name: String, _ address: String?) throws -> Domain {
    var judge = judge()
    let judged = try judge.judge(try LibvirtHypervisor(uri: address).domain(named: name))
    for note in judged.notes { Console.note(note) }
    return judged.domain
  }
}
