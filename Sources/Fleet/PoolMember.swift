// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats

/// One host of a pool, with the policies that count there.
public struct PoolMember: Sendable {
  /// The host's name.
  public var name: String
  /// Digest of its raw policy, 64 hexadecimal digits.
  public var digest: String
  /// The policies that count there.
  public var policies: SystemPolicies
  /// Facts that nobody recorded and that decide what its guests of a kind get, by name.
  public var assumed: [String]

  /// - Parameters:
  ///   - host: its description.
  ///   - kind: the guests that the pool is for.
  ///   - owner: options other than those under which the host's own policies came about.
  public init(_ host: HostDescription, kind: GuestKind, owner: DerivationOptions? = nil) {
    name = host.name
    policies = host.systemPolicies(owner)
    digest = PolicyDigest.of(policies.raw)
    assumed = host.assumedFacts(of: kind.maxPolicy, owner).map(\.name)
  }

  /// Whether the host runs guests of a kind at all.
  public func runs(_ kind: GuestKind) -> Bool { !kind.isHVM || policies.hasHVM }
}
