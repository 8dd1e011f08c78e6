// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// Whether a guest can go on, unchanged, on another host.
///
/// The guest's boot policy is held against the destination's max policy of its kind: what the
/// destination would have to take away is lost to a guest that already uses it.
/// `docs/semantics/xen.md`.
public struct MigrationCheck: Sendable {
  /// What there is to say in one word.
  public enum Verdict: String, Sendable {
    /// The guest sees no change.
    case safe
    /// It sees no change that matters, but runs slower or shows other names.
    case degraded
    /// It would lose what it uses, or be told what is not so.
    case unsafe
    /// Something that nobody recorded decides whether it would.
    case unknown
  }

  /// The destination's name.
  public var host: String
  /// Number of CPUs of the destination that were looked at.
  public var cpus: Int
  /// Everything that was found, of whatever severity.
  public var judgement: Judgement
  /// What was found and counts: causes first, in order of severity, each thing once.
  public var findings: [Judgement.Finding]
  /// What was found and was waived by its code. Where there is anything the verdict is never safe.
  public var waived: [Judgement.Finding]
  /// How the destination gives the guest the rate of its time-stamp counter.
  public var counter: Counter
  /// The hypervisors of the guest's host and of the destination, with their versions, as far as they are
  /// known.
  public var hypervisors: (from: String?, to: String?)
  /// Facts of the destination that nobody recorded and its policies were derived without.
  public var assumed: [String]

  /// - Parameters:
  ///   - guest: what was promised to it.
  ///   - host: the destination.
  ///   - policies: the destination's policies, as its hypervisor reports them or derived.
  ///   - prepared: what guests of this kind are held against there, where it is at hand: it takes longer to
  ///     prepare than a guest to judge.
  ///   - owner: options other than the destination's own, by which the policies were derived.
  ///   - release: what the move changes of Xen's release; nil where neither is known.
  ///   - waivers: codes of findings that somebody answers for.
  ///   - isStaying: whether the destination is the guest's own host as it is since a change: what was
  ///     assumed of the one was assumed of the other.
  ///   - isBrief: whether only the verdict and its causes are wanted: what follows from another vendor is then
  ///     left out, and so is what would have to be gathered.
  public init(
    _ guest: Guest, to host: HostDescription, policies: SystemPolicies,
    bound prepared: GuestBound? = nil, owner: DerivationOptions? = nil,
    release: ReleaseChange? = nil, waivers: Set<ViolationCode> = [], isStaying: Bool = false,
    isBrief: Bool = false
  ) {
    self.host = host.name
    cpus = max(host.cpus.count, 1)
    let bound = prepared ?? GuestBound(host, guest.kind.maxPolicy, owner, held: policies)
    assumed = bound.assumed
    let isAtHome = guest.isAtHome(bound)
    let promise = CounterPromise(guest, host, isAtHome: isAtHome)
    counter = promise.counter
    // What is said of the move counts more than what the guest's record and the host's description say.
    let change = release ?? Self.change(guest, host)
    hypervisors = (
      Self.software(guest.judge?.hypervisorName, guest.judge?.hypervisorVersion),
      Self.software(host.hypervisorName, host.hypervisorVersion)
    )
    let ofVendor =
      isBrief && !waivers.contains(.vendorDiffers) ? VendorCheck.decided(guest, bound) : []
    guard ofVendor.isEmpty else {
      judgement = Judgement(of: ofVendor)
      findings = FindingOrder.ordered(judgement.findings)
      waived = []
      return
    }
    let ofMove = change?.findings(guest) ?? []
    let ofHosts =
      isAtHome || isStaying
      ? []
      : CarriedStateCheck.findings(guest, host) + HypervisorCheck.findings(guest, host)
        + [StateSizeCheck.finding(guest, host, bound.held.policy)].compactMap(\.self)
    let ofRecords = isAtHome ? [] : RecordCheck(guest, host).findings
    func judge(_ variant: GuestBound.Variant) -> [Judgement.Finding] {
      var found = Judgement.audit(guest, bound, variant).filter {
        !$0.violation.isOfBirth && !GuestWidthCheck.isMistaken($0.violation, variant)
      }
      if !variant.hasKind { found.append(Self.lacksKind(policies.raw)) }
      if !guest.kind.isHVM, host.lacksPV { found.append(Self.lacksBuild()) }
      found += ofMove
      // At home it knows what it was to know.
      if !isAtHome {
        found += WarningCheck.findings(guest, variant)
        if !isStaying {
          found += UnrecordedPlaces.findings(guest, variant)
          if let finding = GuestWidthCheck.finding(guest, variant) { found.append(finding) }
        }
      }
      return found + ofHosts + ofRecords + [promise.finding].compactMap(\.self)
    }
    let held = judge(bound.held)
    if isBrief, waivers.isEmpty, let causes = DecidedLoss.causes(held, guest, bound) {
      judgement = Judgement(of: [])
      findings = causes
      waived = []
      return
    }
    judgement = Judgement(
      of: guest, under: bound, isStaying: isStaying, isBrief: isBrief, held: held, judge: judge)
    let ordered = FindingOrder.ordered(judgement.findings)
    findings = ordered.filter { !waivers.contains($0.violation.code) }
    waived = ordered.filter { waivers.contains($0.violation.code) }
  }

  /// Unsafe if something decided is; else unknown if something undecided could make it so, or is not
  /// judged at all; else degraded where anything was found.
  public var verdict: Verdict {
    Self.verdict(
      findings, isUnjudged: !judgement.unjudged.isEmpty, hasWaived: !waived.isEmpty)
  }

  /// The verdict by what was found and counts. The worst finding decides, so that it is also the worst of the
  /// verdicts on any parts of them.
  static func verdict(
    _ findings: [Judgement.Finding], isUnjudged: Bool, hasWaived: Bool
  ) -> Verdict {
    if findings.contains(where: { $0.isDecided && $0.violation.endsMoves }) { return .unsafe }
    if findings.contains(where: { !$0.isDecided && $0.violation.endsMoves }) { return .unknown }
    if isUnjudged { return .unknown }
    return findings.isEmpty && !hasWaived ? .safe : .degraded
  }

  /// What is known of the releases by the guest's record, or by the stream that holds it, which names a
  /// branch alone.
  static func change(_ guest: Guest, _ host: HostDescription) -> ReleaseChange? {
    if let mine = guest.judge?.xenRelease { return ReleaseChange(mine, host.xenRelease) }
    guard let saved = guest.savedBy, let there = host.xenRelease,
      saved.minorReleases(to: there) != 0
    else { return nil }
    return ReleaseChange(saved, there)
  }

  private static func software(_ name: String?, _ version: String?) -> String? {
    name.map { name in version.map { "\(name) \($0)" } ?? name }
  }

  /// A host without VT-x or SVM has policies of HVM guests as a model only. Of one whose register was
  /// not recorded nobody knows.
  private static func lacksKind(_ raw: CPUPolicy) -> Judgement.Finding {
    let feature: Feature = raw.vendor.isAMDLike ? .svm : .vmx
    guard case .leaf(let place, let register, let bit) = feature.place else {
      preconditionFailure("VMX and SVM are bits of CPUID")
    }
    return Judgement.Finding(
      Violation(
        .kindNotAvailable, at: .leaf(place, register), bits: bit...bit,
        subject: .feature(feature), value: 1, bound: 0, severity: .guestCrash),
      isDecided: raw.isKnown(feature))
  }

  /// A hypervisor that was built without PV guests has a model of their policies only.
  private static func lacksBuild() -> Judgement.Finding {
    Judgement.Finding(
      Violation(
        .kindNotBuilt, at: .leaf(LeafPlace(0x4000_0001), .eax),
        bits: Field.xenMinorVersion.lowBit...Field.xenMinorVersion.highBit,
        subject: .field(.xenMinorVersion), value: 1, bound: 0, severity: .guestCrash))
  }
}

extension Violation {
  /// Whether the finding is no matter of a move: it is about the form of what was chosen when the guest
  /// was made, which it brings along unchanged; or it was told to expect of the x87 unit what does not
  /// come, which harms nobody.
  fileprivate var isOfBirth: Bool {
    ViolationCode.ofForm.contains(code) || code == .differsFromHost && value != 0
  }

  /// Whether a guest does not survive it, or not as what it was. Handlers of x87 exceptions that find
  /// pointers where none were are no reason to keep a guest where it is; neither is a warning that it was not
  /// given, which it may be missing at home as well.
  var endsMoves: Bool {
    severity >= .behaviour && code != .differsFromHost && code != .warningMissing
  }
}
