// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyText

// Derive: a host's policies, from a dump of its CPUID; LocalMachine.describe() takes this machine.
let host = try HostDescription(reading: CommandLine.arguments[1])
let policies = host.systemPolicies()
print("\(host.name): \(policies.hvmDefault.featureSet.count) features for a guest")

// Make a domain with the policy of its kind.
let hypervisor = LocalHypervisor(host: host)
var domain = try await hypervisor.create(DomainRequest(name: "web", kind: .hvm, vCPUs: 2))

// Change it: without AVX, and without all that needs it.
var features = domain.policy.featureSet
features.removeWithDependants(.avx)
let changed = domain.policy.withFeatures(features)

// Audit it; setting it audits again, and happens whole, unchanged, or not at all.
for violation in hypervisor.audit(changed, for: domain, policies) {
  print(violation.codeText, violation.placeText, violation.message)
}
domain = try await hypervisor.setPolicy(changed, of: "web")

// View: what CPUID returns to the second virtual CPU.
let seen = LocalHypervisor.view(domain).read(1, 0, by: VirtualCPUState(number: 1))
print("AVX \(seen.ecx >> 28 & 1), APIC id \(seen.ebx >> 24)")
