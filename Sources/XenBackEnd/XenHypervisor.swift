// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import Synchronization

/// The Xen of this machine, seen from its control domain.
///
/// Domains are Xen's own; nothing of them is kept elsewhere. A policy is audited against Xen's max
/// policies before Xen is asked, because Xen takes away in silence what it does not offer, and is read
/// back afterwards. Names are those of the store, where xl puts them; a domain can also be named by its
/// number. `docs/semantics/xen.md`.
public final class XenHypervisor: Hypervisor {
  /// `xen`.
  public let name = "xen"
  /// What Xen serves of a policy.
  public let served = ServedABI.xen
  /// What one call at a time may use.
  private let connections: Mutex<Connections>
  private let description: HostDescription
  let policies: SystemPolicies

  /// Opens the Xen of this machine.
  ///
  /// - Throws: `DomainError.unavailable` where there is none, `permission` where it does not answer
  ///   this caller.
  public convenience init() throws(DomainError) {
    do {
      try self.init(XenInterface())
    } catch {
      throw DomainError(error)
    }
  }

  init(_ xen: sending XenInterface) throws(XenError) {
    description = try HostDescription.ofXen(xen)
    policies = description.systemPolicies()
    leafCapacity = xen.leafCapacity
    connections = Mutex(Connections(xen: xen, store: XenStore(xen.calls)))
  }

  /// The ways to Xen and to its store. Each has memory that its calls share.
  struct Connections {
    let xen: XenInterface
    let store: XenStore
  }

  /// Versions of Xen's interfaces that were agreed on: for the host, and for domains (0 before the
  /// first question about one).
  public var interfaceVersions: (system: UInt32, domain: UInt32) {
    connections.withLock { ($0.xen.systemVersion, $0.xen.layout?.domain ?? 0) }
  }

  /// The machine, as Xen describes it.
  public func host() throws(DomainError) -> HostDescription { description }

  /// Features that Xen lets a toolstack give although its max policies are without them.
  public var toolstackFeatures: FeatureSet { description.toolstackFeatures() }

  /// The policies that Xen reports, and what is derived of those that it does not.
  public func systemPolicies() throws(DomainError) -> SystemPolicies { policies }

  /// Most leaves that this Xen takes and gives.
  public let leafCapacity: Int

  /// Asks Xen for the policies of the system once more: what `systemPolicies` began with.
  public func readPolicies() throws(DomainError) -> [XenPolicyIndex: CPUPolicy] {
    try asking { to throws(XenError) in
      // A dictionary that grows moves its policies each time, and they are read where they stay.
      var read = [XenPolicyIndex: CPUPolicy](minimumCapacity: XenPolicyIndex.allCases.count)
      for index in XenPolicyIndex.allCases {
        _ = try to.xen.readSystemPolicy(index, into: &read[index, default: CPUPolicy()])
      }
      return read
    }
  }

  /// A featureset as Xen itself states it.
  public func featureSet(_ index: XenFeaturesetIndex) throws(DomainError) -> FeatureSet {
    try asking { to throws(XenError) in try to.xen.featureSet(index) }
  }

  // MARK: Domains

  /// All domains, by number.
  public func domains() throws(DomainError) -> [Domain] {
    let infos = try asking { to throws(XenError) in try to.xen.domainInfos() }
    var found: [Domain] = []
    for info in infos {
      do {
        found.append(try describe(info))
      } catch DomainError.notFound {
        // It ended in between.
        continue
      }
    }
    return found
  }

  /// The domain of a name; throws `DomainError.notFound` where there is none.
  public func domain(named name: String) throws(DomainError) -> Domain {
    try describe(try find(name))
  }

  /// Asks Xen and its store, while nobody else does.
  @discardableResult
  func asking<Result: Sendable>(
    _ body: @Sendable (Connections) throws(XenError) -> Result
  ) throws(DomainError) -> Result {
    do {
      return try holding(body)
    } catch {
      throw DomainError(error)
    }
  }

  /// The same with errors of any type. No body may hold the connections again.
  func holding<Result: Sendable, Failure>(
    _ body: @Sendable (Connections) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try connections.withLock { held throws(Failure) in try body(held) }
  }
}
