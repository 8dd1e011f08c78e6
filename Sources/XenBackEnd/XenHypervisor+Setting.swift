// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import PolicyText

extension XenHypervisor {
  /// Everything that is wrong with a candidate for one of Xen's domains. The topology was chosen by
  /// whoever made the domain, and is not judged.
  public func audit(_ candidate: CPUPolicy, for domain: Domain) -> [Violation] {
    audit(candidate, for: domain, policies)
  }

  /// Sets and reads back. Where Xen took something else than it was given, the former policy is set again
  /// and every difference is reported.
  func set(_ policy: CPUPolicy, in domain: Domain) throws(DomainError) -> Domain {
    try holding { to throws(DomainError) in
      try XenHypervisor.set(policy, in: domain, to.xen)
    }
  }

  private static func set(
    _ policy: CPUPolicy, in domain: Domain, _ xen: XenInterface
  ) throws(DomainError) -> Domain {
    let records = XenRecords(policy)
    var changed = domain
    let id = UInt16(domain.id)
    let present: CPUPolicy
    do {
      present = try xen.policy(of: id)
    } catch {
      throw DomainError(error)
    }
    guard present == domain.policy else { throw .changedMeanwhile }
    do {
      try xen.setPolicy(records.leaves, records.msrs, of: id)
      changed.policy = try xen.policy(of: id)
    } catch .refused(.setPolicy, .exists, _) {
      throw .sealed(domain.name)
    } catch {
      throw .refused(error, remedy: "; our audit found nothing wrong with the policy")
    }
    let differences = PolicyDifference.between(policy.canonical, changed.policy.canonical)
    guard differences.isEmpty else {
      let former = XenRecords(domain.policy)
      do {
        try xen.setPolicy(former.leaves, former.msrs, of: id)
      } catch {
        throw .altered(domain.name, differences, lost: DomainError.Cause(error))
      }
      throw .altered(domain.name, differences, lost: nil)
    }
    return changed
  }

  /// The policy that changes make of a domain's present one.
  func changed(
    _ domain: Domain, by changes: PolicyChanges
  ) -> CPUPolicy {
    var features = domain.policy.featureSet
    features.formUnion(changes.added)
    changes.removed.forEachFeature { features.removeWithDependants($0) }
    var policy = domain.policy.withFeatures(features)
    // States follow from features; their sizes are the host's.
    policy.rebuildXstate(hardware: policies.raw, supervisorStates: policy.xssMask)
    policy.refreshCopies()
    policy.apply(changes.numbers)
    policy.apply(changes, host: policies.hostDefault)
    return policy
  }
}
