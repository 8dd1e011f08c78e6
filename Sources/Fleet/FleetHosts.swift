// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// The hosts of a fleet, each once a class: hosts of which all is the same that a guest may depend on.
public struct FleetHosts: Sendable {
  /// Hosts that are the same to every guest. An object, since its policies are large and asked for often.
  public final class HostClass: Sendable {
    /// The first host of the class, which stands for all.
    public let host: HostDescription
    /// Its policies.
    public let policies: SystemPolicies
    /// Options other than those under which the host's own policies came about.
    public let owner: DerivationOptions?
    /// Digest of the raw policy, 64 hexadecimal digits.
    public let digest: String

    init(_ host: HostDescription, _ policies: SystemPolicies, _ owner: DerivationOptions?) {
      self.host = host
      self.policies = policies
      self.owner = owner
      digest = PolicyDigest.of(policies.raw)
    }

    /// What guests of a kind are held against here.
    func bound(of kind: GuestKind) -> GuestBound {
      GuestBound(host, kind.maxPolicy, owner, held: policies)
    }
  }

  /// The classes, in the order of their first hosts.
  public private(set) var classes: [HostClass] = []
  /// The hosts' names, in the order in which they were added.
  public private(set) var names: [String] = []
  /// The class of each host.
  public private(set) var classOfHost: [Int32] = []
  /// Names that several hosts have.
  public private(set) var ambiguous: Set<String> = []
  private var numbers: [String: Int] = [:]
  private var known: [String: Int32] = [:]

  /// No hosts.
  public init() {}

  /// The fleet of some hosts.
  public init(_ hosts: some Sequence<HostDescription>, owner: DerivationOptions? = nil) {
    for host in hosts { add(host, owner: owner) }
  }

  /// Adds a host; its policies are kept only where no other is like it.
  ///
  /// - Parameters:
  ///   - host: its description.
  ///   - owner: options other than those under which the host's own policies came about.
  public mutating func add(_ host: HostDescription, owner: DerivationOptions? = nil) {
    if numbers.updateValue(names.count, forKey: host.name) != nil { ambiguous.insert(host.name) }
    names.append(host.name)
    let identity = HostIdentity(host, owner).text
    if let number = known[identity] {
      classOfHost.append(number)
      return
    }
    let policies = host.systemPolicies(owner)
    let number = Int32(classes.count)
    classes.append(HostClass(host, policies, owner))
    known[identity] = number
    classOfHost.append(number)
  }

  /// The number of a host; nil for a name that none has, or several.
  public func number(of name: String) -> Int? {
    ambiguous.contains(name) ? nil : numbers[name]
  }

  /// The class of a host by its number.
  public func hostClass(_ host: Int) -> HostClass { classes[Int(classOfHost[host])] }
}

/// Everything of a host that a guest may depend on, as one text.
struct HostIdentity {
  let text: String

  init(_ host: HostDescription, _ owner: DerivationOptions?) {
    let facts = host.facts
    var parts = [PolicyDigest.of(facts.boot)]
    parts.append(facts.commonFeatures.map { $0.hexadecimal() } ?? "")
    parts.append("\(facts.microcode as UInt32?) \(facts.mcuOptControl as UInt64?)")
    parts += HostFacts.flags.map { name, path in "\(name) \(facts[keyPath: path] as Bool?)" }
    parts.append("\(host.tsc) \(host.lbr) \(max(host.cpus.count, 1) > 1)")
    parts.append(
      "\(host.hypervisorName ?? "") \(host.hypervisorVersion ?? "") "
        + "\(host.hypervisorCommandLine ?? "") \(host.stateBytes as Int?)")
    parts += host.models.map { "\($0)" }
    // What QEMU's guests ask of a host besides its CPU.
    parts.append("\(host.machines) \(host.accelerators) \(host.offeredBy as String?)")
    parts += host.releases.map { "\($0.key) \($0.value)" }.sorted()
    parts.append("\(host.identity as PartialPolicy?)")
    // What is not derived from the facts above.
    if let offer = host.kernelOffer {
      parts.append(PolicyDigest.of(offer.policy) + offer.emulated.hexadecimal())
    }
    if host.hasOwnPolicies || owner != nil {
      let policies = host.systemPolicies(owner)
      for kind in PolicyKind.allCases {
        parts.append(PolicyDigest.of(policies[kind]))
        parts += host.assumedFacts(of: kind, owner).map(\.name)
      }
      parts.append("\(policies.hasHVM) \(host.lacksPV)")
    }
    if let owner {
      parts += [owner.optedOut, owner.optedIn, owner.guestOnly].map { $0.hexadecimal() }
      parts.append("\(owner.release as XenRelease?)")
    }
    text = parts.joined(separator: "\n")
  }
}

extension HostDescription {
  /// Whether its policies are not, or not only, derived from its facts.
  var hasOwnPolicies: Bool { reported != nil || !recorded.isEmpty || document != nil }
}
