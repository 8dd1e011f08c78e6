// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What lists show of a domain: little enough that a store keeps it beside the document, and a list of a
/// hundred thousand reads no policy.
public struct DomainSummary: Equatable, Sendable {
  /// The domain's name.
  public var name: String
  /// Number of the domain.
  public var id: Int
  /// The kind of guest, as `GuestKind` names it.
  public var kind: String
  /// `building`, `sealed` or `destroyed`.
  public var state: String
  /// Nil where the hypervisor runs no domains.
  public var runState: String?
  /// Nil where the hypervisor does not tell.
  public var type: String?
  /// As a toolstack chose it; nil where there is none.
  public var uuid: String?
  /// Number of virtual CPUs.
  public var vCPUs: Int
  /// `1:1:4:2`.
  public var topology: String
  /// Number of features of the policy.
  public var featureCount: Int
  /// Digest of the policy, without the name of its kind.
  public var digest: String
  /// What the domain got of what was asked for; nil where the hypervisor gives all or nothing.
  public var delivery: Delivery?

  /// A summary as a store keeps it.
  public init(
    name: String, id: Int, kind: String, state: String, runState: String?, type: String?,
    uuid: String?, vCPUs: Int, topology: String, featureCount: Int, digest: String,
    delivery: Delivery? = nil
  ) {
    self.name = name
    self.id = id
    self.kind = kind
    self.state = state
    self.runState = runState
    self.type = type
    self.uuid = uuid
    self.vCPUs = vCPUs
    self.topology = topology
    self.featureCount = featureCount
    self.digest = digest
    self.delivery = delivery
  }

  /// What there is to show of a domain.
  public init(_ domain: Domain) {
    self.init(domain, digest: PolicyDigest.of(domain.policy))
  }

  /// Summaries of many domains. A digest is computed once for policies that are equal, as those of
  /// most domains of a host are.
  public static func of(_ domains: [Domain]) -> [DomainSummary] {
    /// More distinct ones than this are computed again rather than searched for.
    let capacity = 8
    var known: [(policy: CPUPolicy, digest: String)] = []
    return domains.map { domain in
      if let same = known.first(where: { $0.policy == domain.policy }) {
        return DomainSummary(domain, digest: same.digest)
      }
      let digest = PolicyDigest.of(domain.policy)
      if known.count == capacity { known.removeFirst() }
      known.append((domain.policy, digest))
      return DomainSummary(domain, digest: digest)
    }
  }

  private init(_ domain: Domain, digest: String) {
    self.init(
      name: domain.name, id: domain.id, kind: domain.kind.name, state: domain.state.rawValue,
      runState: domain.runState?.rawValue, type: domain.type?.rawValue, uuid: domain.uuid,
      vCPUs: Int(domain.topology.vCPUs), topology: domain.topology.text,
      featureCount: domain.policy.featureSet.count, digest: digest,
      delivery: domain.delivery)
  }
}
