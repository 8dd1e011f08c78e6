// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// The Xen of this machine, seen from its control domain.
///
/// Domains are Xen's own; nothing of them is kept elsewhere. A policy is audited against Xen's max
/// policies before Xen is asked, because Xen takes away in silence what it does not offer, and is read
/// back afterwards. Names are those of the store, where xl puts them; a domain can also be named by its
/// number. `docs/semantics/xen.md`.
public final class XenHypervisor: Hypervisor {
  public let name = "xen"
  public let served = ServedABI.xen
  let xen: XenInterface
  let store: XenStore
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

  init(_ xen: XenInterface) throws(XenError) {
    self.xen = xen
    store = XenStore(xen.calls)
    description = try HostDescription.ofXen(xen)
    policies = description.systemPolicies()
  }

  /// Versions of Xen's interfaces that were agreed on: for the host, and for domains (0 before the
  /// first question about one).
  public var interfaceVersions: (system: UInt32, domain: UInt32) {
    (xen.systemVersion, xen.layout?.domain ?? 0)
  }

  public func host() throws(DomainError) -> HostDescription { description }

  public var toolstackFeatures: FeatureSet { description.toolstackFeatures }

  public func systemPolicies() throws(DomainError) -> SystemPolicies { policies }

  /// Most leaves that this Xen takes and gives.
  public var leafCapacity: Int { xen.leafCapacity }

  /// Asks Xen for the policies of the system once more: what `systemPolicies` began with.
  public func readPolicies() throws(DomainError) -> [XenPolicyIndex: CPUPolicy] {
    try asking { () throws(XenError) in
      var read: [XenPolicyIndex: CPUPolicy] = [:]
      for index in XenPolicyIndex.allCases { read[index] = try xen.systemPolicy(index).policy }
      return read
    }
  }

  /// A featureset as Xen itself states it.
  public func featureSet(_ index: XenFeaturesetIndex) throws(DomainError) -> FeatureSet {
    try asking { () throws(XenError) in try xen.featureSet(index) }
  }

  // MARK: Domains

  public func domains() throws(DomainError) -> [Domain] {
    let infos = try asking { () throws(XenError) in try xen.domainInfos() }
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

  public func domain(named name: String) throws(DomainError) -> Domain {
    try describe(try find(name))
  }

  @discardableResult
  func asking<Result>(_ body: () throws(XenError) -> Result) throws(DomainError) -> Result {
    do {
      return try body()
    } catch {
      throw DomainError(error)
    }
  }
}
