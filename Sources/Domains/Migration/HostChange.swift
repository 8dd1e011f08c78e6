// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What changed between two descriptions of one host (a microcode update, another firmware setting, command
/// line or hypervisor), and what that means for its guests.
public struct HostChange: Sendable {
  /// A fact of a host that is no policy.
  public struct Fact: Equatable, Sendable {
    /// The fact's name, e.g. `microcode`.
    public var name: String
    /// The values; nil where a description does not say.
    public var before: String?
    /// The value behind the change.
    public var after: String?
    /// What a guest may suffer from it.
    public var severity: Severity
  }

  /// What the change means for a guest that runs on the host.
  public struct Guest: Sendable {
    /// What becomes of the guest.
    public enum Effect: String, Sendable {
      /// It goes on as it was, and would get more when it is started anew.
      case gains
      /// It goes on as it was.
      case unchanged
      /// It can go on, but slower, or without a warning that it should have: start it anew.
      case restart
      /// It would lose what it uses: it cannot go on there, and has to be stopped or to stay elsewhere.
      case stranded
      /// Something that nobody recorded decides.
      case unknown
    }

    /// The guest's name.
    public var name: String
    /// What becomes of the guest.
    public var effect: Effect
    /// Features that a guest of its kind gets now and did not get before.
    public var gained: [Feature]
    /// What came of holding it against the changed host.
    public var check: MigrationCheck
  }

  /// Name of the description from before.
  public var before: String
  /// Name of the description from after.
  public var after: String
  /// The facts that differ.
  public var facts: [Fact]
  /// The policies that differ, by their kind, and in what.
  public var policies: [(kind: PolicyKind, differences: [PolicyDifference])]
  /// Each guest, in the order in which they were given.
  public var guests: [Guest]

  /// - Parameters:
  ///   - before: the host as it was.
  ///   - after: as it is, or would be.
  ///   - guests: those that run there.
  public init(from before: HostDescription, to after: HostDescription, guests: [Domains.Guest]) {
    let old = before.systemPolicies()
    let new = after.systemPolicies()
    self.before = before.name
    self.after = after.name
    facts = zip(Self.facts(before, old), Self.facts(after, new)).compactMap { left, right in
      guard left.value != right.value else { return nil }
      // What one side does not say may be anything.
      let isKnown = left.value != nil && right.value != nil
      return Fact(
        name: left.name, before: left.value, after: right.value,
        severity: isKnown ? left.severity : max(left.severity, .ofUnknown))
    }
    policies = PolicyKind.allCases.compactMap { kind in
      let differences = PolicyDifference.between(old[kind].canonical, new[kind].canonical)
        .filter { !Self.ownFields.contains($0.name) }
      return differences.isEmpty ? nil : (kind, differences)
    }
    self.guests = guests.map { guest in
      let isStaying = guest.isAtHome(GuestBound(before, guest.kind.maxPolicy, held: old))
      let check = MigrationCheck(guest, to: after, policies: new, isStaying: isStaying)
      let kind = guest.kind.defaultPolicy
      return Guest(
        check, of: guest.name,
        gained: new[kind].featureSet.subtracting(old[kind].featureSet).features)
    }
  }

  /// Whether nothing differs, for the host and for its guests.
  public var isEmpty: Bool {
    facts.isEmpty && policies.isEmpty && guests.allSatisfy { $0.effect == .unchanged }
  }

  /// How bad each difference is, and what guests suffer.
  public var severities: [Severity] {
    facts.map(\.severity) + policies.flatMap { $0.differences.map(\.severity) }
      + guests.flatMap { $0.check.findings.map(\.violation.severity) }
  }

  /// What the CPUs of one machine differ in by nature.
  private static let ownFields = Set(
    Field.all.filter(\.rules.isPerCPU).map(\.name))

  /// Every fact, in one order, with what hangs on it for guests.
  private static func facts(
    _ host: HostDescription, _ policies: SystemPolicies
  ) -> [(name: String, value: String?, severity: Severity)] {
    let usable = host.virtualisation
    func word(_ flag: Bool?) -> String? { flag.map { $0 ? "true" : "false" } }
    return [
      ("brand", host.boot.brandString, .cosmetic),
      // What it changes shows in the policies.
      ("microcode", host.facts.microcode.map { Hex.word($0) }, .cosmetic),
      ("logicalCPUs", host.logicalCPUs.map { "\($0)" }, .performance),
      ("uniform", word(host.isUniform), .behaviour),
      ("tsc.khz", host.tsc.khz.map { "\($0)" }, .behaviour),
      ("tsc.invariant", word(host.tsc.isInvariant), .behaviour),
      ("tsc.scaling", word(host.tsc.canScale), .behaviour),
      ("lbr.format", host.lbr.format.map { "\($0)" }, .behaviour),
      ("lbr.depth", host.lbr.depth.map { "\($0)" }, .behaviour),
      ("hypervisor.name", host.hypervisorName, .guestCrash),
      ("hypervisor.version", host.hypervisorVersion, .behaviour),
      ("hypervisor.stateBytes", host.stateBytes.map { "\($0)" }, .behaviour),
      ("hypervisor.commandLine", host.hypervisorCommandLine, .cosmetic),
      ("virtualisation.vmx", word(usable.vmx), .guestCrash),
      ("virtualisation.svm", word(usable.svm), .guestCrash),
      ("virtualisation.hap", word(usable.hap), .guestCrash),
      ("guests.hvm", word(policies.hasHVM), .guestCrash),
    ]
      + HostFacts.flags.map { name, path in
        // Those, too, show in the policies.
        ("facts.\(name)", word(host.facts[keyPath: path]), .cosmetic)
      }
  }
}

extension HostChange.Guest {
  fileprivate init(_ check: MigrationCheck, of name: String, gained: [Feature]) {
    self.name = name
    self.check = check
    self.gained = gained
    let isLost = check.findings.contains {
      $0.isDecided && $0.violation.endsMoves
    }
    effect =
      if isLost {
        .stranded
      } else if check.verdict == .unknown {
        .unknown
      } else if !check.findings.isEmpty {
        .restart
      } else {
        gained.isEmpty ? .unchanged : .gains
      }
  }
}
