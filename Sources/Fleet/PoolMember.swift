// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats

/// One host of a pool, with the policies that count there.
public struct PoolMember: Sendable {
  /// What hosts that are alike have in common. An object, since policies are large and asked for often.
  public final class Shared: Sendable {
    /// Digest of the raw policy, 64 hexadecimal digits.
    public let digest: String
    /// The policies that count there.
    public let policies: SystemPolicies
    /// Facts that nobody recorded and that decide what its guests of a kind get, by name.
    public let assumed: [String]

    fileprivate init(_ host: HostDescription, _ kind: GuestKind, _ owner: DerivationOptions?) {
      policies = host.systemPolicies(owner)
      digest = PolicyDigest.of(policies.raw)
      assumed = host.assumedFacts(of: kind.maxPolicy, owner).map(\.name)
    }

    /// Whether the host runs guests of a kind at all.
    func runs(_ kind: GuestKind) -> Bool { !kind.isHVM || policies.hasHVM }
  }

  /// The host's name.
  public var name: String
  /// What it has in common with hosts that are like it.
  public let shared: Shared

  /// - Parameters:
  ///   - host: its description.
  ///   - kind: the guests that the pool is for.
  ///   - owner: options other than those under which the host's own policies came about.
  public init(_ host: HostDescription, kind: GuestKind, owner: DerivationOptions? = nil) {
    name = host.name
    shared = Shared(host, kind, owner)
  }

  private init(name: String, shared: Shared) {
    self.name = name
    self.shared = shared
  }

  /// The members of a pool, in the order of the hosts. What follows from facts alone is derived once for
  /// hosts of which these are the same.
  public static func all(
    of hosts: [HostDescription], kind: GuestKind, owner: DerivationOptions? = nil
  ) -> [PoolMember] {
    var known: [String: Shared] = [:]
    return hosts.map { host in
      // To tell apart hosts that report policies of their own takes as long as to take them over.
      guard !host.hasOwnPolicies, owner == nil else {
        return PoolMember(host, kind: kind, owner: owner)
      }
      let identity = HostIdentity(host, owner).text
      let shared = known[identity] ?? Shared(host, kind, owner)
      known[identity] = shared
      return PoolMember(name: host.name, shared: shared)
    }
  }

  /// Digest of its raw policy, 64 hexadecimal digits.
  public var digest: String { shared.digest }
  /// The policies that count there.
  public var policies: SystemPolicies { shared.policies }
  /// Facts that nobody recorded and that decide what its guests of a kind get, by name.
  public var assumed: [String] { shared.assumed }

  /// Whether the host runs guests of a kind at all.
  public func runs(_ kind: GuestKind) -> Bool { shared.runs(kind) }
}
