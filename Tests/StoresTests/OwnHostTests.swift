// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Every domain that can be created on a host is safe on it, over all dumps.
@Suite struct OwnHostTests {
  static let dumps = Fixtures.dumps + Corpus.dumps

  @Test(arguments: dumps) func domainsAreSafeAtHome(_ path: String) async throws {
    let host = try #require(HostDescription(name: "host", document: try InputFile.read(path)))
    let hypervisor = LocalHypervisor(host: host, store: MemoryDomainStore())
    let policies = host.systemPolicies()
    for kind in [GuestKind.pv, .pv32, .hvm, .hvmShadow] where !kind.isHVM || policies.hasHVM {
      for vCPUs: UInt32 in [1, 2, 4] {
        var request = DomainRequest(name: "x", kind: kind, vCPUs: vCPUs)
        request.usesLBR = vCPUs == 2
        let created = try await hypervisor.create(request, isDryRun: true)
        // By way of its document, as the command does.
        let document = Document.domain(created).json
        let domain = try #require(try Document(reading: document, source: "domain")?.domain)
        let check = MigrationCheck(Guest(domain), to: host, policies: policies)
        #expect(
          check.verdict == .safe,
          "\(path) \(kind.name) \(vCPUs): \(check.findings.prefix(3).map(\.violation.message))")
      }
    }
  }
}
