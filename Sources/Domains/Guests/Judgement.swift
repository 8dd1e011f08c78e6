// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What is wrong with a guest under a bound, and what of it nobody can tell.
///
/// A fact that nobody recorded leaves a finding undecided where another value of it makes or mends the
/// finding, and never on the host that judged the guest: what was assumed there holds for both.
/// `docs/semantics/unknown.md`.
public struct Judgement: Sendable {
  /// Something that is wrong, or may be.
  public struct Finding: Sendable {
    /// What is wrong, and where.
    public var violation: Violation
    /// Whether it stands whatever is not known.
    public var isDecided: Bool
    /// The facts on which it hangs.
    public var dependsOn: [AssumedFact]
    /// Whether it was found with the facts as they were assumed; otherwise with another value only.
    public var isFoundAsAssumed: Bool
    /// What it only follows from: the name of another finding's feature or field. Nil for a cause.
    public var follows: String?

    /// A violation, and whether what is not known decides about it.
    public init(
      _ violation: Violation, isDecided: Bool = true, dependsOn: [AssumedFact] = [],
      isFoundAsAssumed: Bool = true
    ) {
      self.violation = violation
      self.isDecided = isDecided
      self.dependsOn = dependsOn
      self.isFoundAsAssumed = isFoundAsAssumed
    }

    /// In a word: decided, assumed, or otherwise.
    public var certainty: String {
      isDecided ? "decided" : isFoundAsAssumed ? "assumed" : "otherwise"
    }
  }

  /// In the order of their places.
  public private(set) var findings: [Finding] = []
  /// Places of which neither the guest's source nor the bound's says anything.
  public private(set) var unjudged: [String] = []
  /// What would have to be recorded for a verdict about everything.
  public private(set) var gather: [String] = []

  /// - Parameters:
  ///   - guest: what is judged.
  ///   - bound: what it is held against.
  ///   - others: what is wrong whatever the bound is, e.g. what no policy can hold.
  ///   - isStaying: whether the bound is of the guest's own host, though that changed: nothing is then
  ///     undecided for what was assumed.
  ///   - isBrief: whether what would have to be gathered is left out.
  ///   - known: what was found already under the bound as it is held.
  ///   - judge: finds what is wrong under one variant of the bound.
  public init(
    of guest: Guest, under bound: GuestBound, with others: [Violation] = [],
    isStaying: Bool = false, isBrief: Bool = false, held known: [Finding]? = nil,
    judge: (GuestBound.Variant) -> [Finding]
  ) {
    let isAtHome = isStaying || guest.isAtHome(bound)
    let held = known ?? judge(bound.held)
    var dependence: [Key: [AssumedFact]] = [:]
    var added: [Finding] = []
    lazy var mine = Set(held.map { Key($0.violation) })
    for (fact, variant) in isAtHome ? [] : bound.others {
      let found = judge(variant)
      if found.elementsEqual(held, by: { Key($0.violation) == Key($1.violation) }) { continue }
      let theirs = Set(found.map { Key($0.violation) })
      for key in mine.subtracting(theirs) { dependence[key, default: []].append(fact) }
      for finding in found where !mine.contains(Key(finding.violation)) {
        let key = Key(finding.violation)
        if dependence[key] == nil {
          var other = finding
          other.isFoundAsAssumed = false
          added.append(other)
        }
        dependence[key, default: []].append(fact)
      }
    }
    findings = others.map { Finding($0) } + VendorCheck.findings(guest, bound)
    let ofModel = ModelCheck.check(guest, bound)
    // What keeps a host from giving the model is the host's own word.
    let isOfModel = Set(ofModel.findings.map { Key($0.violation) })
    findings += ofModel.findings.filter { !mine.contains(Key($0.violation)) }
    let first = findings.count
    findings += held
    findings += added
    for index in findings.indices[first...] {
      let violation = findings[index].violation
      if !dependence.isEmpty { findings[index].dependsOn = dependence[Key(violation)] ?? [] }
      if !findings[index].dependsOn.isEmpty || violation.isOfUnknown
        || guest.doubt != nil && !isOfModel.contains(Key(violation)) || guest.isOpen(violation)
      {
        findings[index].isDecided = false
      }
    }
    findings.sort { Violation.inLeafOrder($0.violation, $1.violation) }
    if guest.wanting != nil {
      unjudged = ["the guest's policy"]
    } else if !isAtHome, guest.completion == nil || guest.isFeaturesAlone {
      // Places that neither the guest nor the bound knows.
      if bound.held.policy.lacksPlaces(of: guest.policy) {
        unjudged = PolicyJSON.unknownPlaces(guest.policy).filter(bound.held.unknownPlaces.contains)
      }
    }
    unjudged =
      [guest.doubt].compactMap(\.self) + ofModel.unjudged + VendorCheck.unjudged(guest, bound)
      + AcceleratorCheck.unjudged(guest, bound) + unjudged
    if !isBrief { gather = Self.gather(findings, unjudged, guest, bound) }
  }

  /// A judgement by the audit alone.
  public init(of guest: Guest, under bound: GuestBound, with others: [Violation] = []) {
    self.init(of: guest, under: bound, with: others) { variant in
      Self.audit(guest, bound, variant)
    }
  }

  /// What was found by a hypervisor's own audit, which knows its host.
  public init(of violations: [Violation]) {
    findings = violations.map { Finding($0, isDecided: !$0.isOfUnknown) }
  }

  static func audit(
    _ guest: Guest, _ bound: GuestBound, _ variant: GuestBound.Variant
  ) -> [Finding] {
    // Nothing can be wrong with what nobody knows.
    guard guest.wanting == nil else { return [] }
    // Under each variant a part is completed anew, so that only what the form says is judged. Of whole policies no
    // copy is made: they are large.
    let completed = guest.completion?(variant.policy)
    let auditor = variant.audits.auditor(of: variant, guest.context(bound, variant))
    var violations =
      completed.map { auditor.violations(of: $0) } ?? auditor.violations(of: guest.policy)
    if let setting = guest.setting {
      violations += setting.forcedViolations(
        of: completed ?? guest.policy, variant.policy, auditor)
    }
    // A maximum leaf that nobody recorded is not too low.
    if !(completed?.isKnown(leaf: 0) ?? guest.policy.isKnown(leaf: 0)) {
      violations.removeAll { $0.code == .needsHigherLeaf }
    }
    let found = violations.map {
      Finding($0, isDecided: !hangsOnUnknown($0, guest, completed, variant))
    }
    return guest.needs.isEmpty ? found : found + needs(guest, variant)
  }

  /// What a guest is known to need, wherever else nothing is known of it, and does not get.
  private static func needs(_ guest: Guest, _ variant: GuestBound.Variant) -> [Finding] {
    guest.needs.features.compactMap { feature in
      guard !variant.policy.has(feature),
        let violation = Violation(.featureNotOffered, feature, value: 1, bound: 0)
      else { return nil }
      return Finding(
        violation,
        isDecided: variant.policy.isKnown(feature)
          && !hangsOnUnknown(violation, guest, nil, variant))
    }
  }

  /// Whether a feature is missing, or stands without what it needs, only because nobody recorded the place
  /// of that.
  private static func hangsOnUnknown(
    _ violation: Violation, _ guest: Guest, _ completed: CPUPolicy?,
    _ variant: GuestBound.Variant
  ) -> Bool {
    guard case .feature(let feature) = violation.subject else { return false }
    if violation.code == .prerequisiteMissing {
      return violation.prerequisite.map {
        !(completed?.isKnown($0) ?? guest.policy.isKnown($0))
      } ?? false
    }
    guard violation.code == .featureNotOffered, variant.lacking?.contains(feature) == false else {
      return false
    }
    return variant.needingUnknown.contains(feature)
  }

  /// What is wrong whatever is not known.
  public var decided: [Violation] { findings.filter(\.isDecided).map(\.violation) }
  /// What is wrong only if something that is not known is so.
  public var undecided: [Finding] { findings.filter { !$0.isDecided } }

  /// What makes a finding the same under two bounds.
  private struct Key: Hashable {
    private let place: Violation.PlaceKey
    private let rest: UInt32

    init(_ violation: Violation) {
      place = Violation.PlaceKey(violation.place)
      rest =
        UInt32(violation.code.rawValue) << 16 | UInt32(violation.lowBit) << 8
        | UInt32(violation.highBit)
    }
  }

  private static func gather(
    _ findings: [Finding], _ unjudged: [String], _ guest: Guest, _ bound: GuestBound
  ) -> [String] {
    var lines: [String] = []
    func add(_ line: String) { if !lines.contains(line) { lines.append(line) } }
    if let wanting = guest.wanting { return [wanting] }
    if let doubt = guest.doubt {
      add("\(guest.name): \(doubt): the running domain's XML, or --emulator with its QEMU")
    }
    if findings.contains(where: { guest.isOpen($0.violation) }) {
      add("\(guest.name): whether its own host gives what is not decided: the running domain's XML")
    }
    // One line for all that such a form cannot say.
    let isAlone = guest.isFeaturesAlone
    let others = "\(guest.name): all that is no feature: what CPUID returns in it"
    for finding in findings where !finding.isDecided {
      for fact in finding.dependsOn { add("\(bound.host): \(fact.name): \(fact.gather)") }
      switch finding.violation.code {
      case .boundUnknown: add("\(bound.host): \(finding.violation.placeText): record it")
      case .kindNotAvailable:
        guard finding.dependsOn.isEmpty else { break }
        add("\(bound.host): \(finding.violation.placeText): record it")
      case .fieldAboveBound where finding.violation.subject == .field(.guestPhysicalAddressBits):
        add(
          "\(guest.name): whether it maps addresses of more than \(finding.violation.bound) bits: ask its owner"
        )
      case .candidateUnknown where guest.setting != nil:
        add(
          "the domain that has the setting: what the setting leaves out, x and k are its own and its "
            + "host's bits; create it with --cpuid and audit it")
      case .candidateUnknown where isAlone: add(others)
      case .candidateUnknown: add("\(guest.name): \(finding.violation.placeText): record it")
      case .counterRate, .timeStampCounter:
        add("\(guest.name) and \(bound.host): frequency and scaling of the counter: record them")
      case .branchRecords:
        add("\(guest.name) and \(bound.host): MSR 0x345 and the number of records: record them")
      case .modelDiffers:
        add("\(guest.name) and \(bound.host): family and model: record them")
      case .extendedDestinations:
        add(
          "\(bound.host): whether it has interrupt remapping or extended destination ids: record it"
        )
      case .stateSize:
        add(
          "\(bound.host): how much of a guest's state its KVM moves: host show --source kvm there")
      case .stateNotCarried:
        add("\(guest.name): whether it uses \(finding.violation.fieldName): ask its owner")
      case .olderRelease: add("\(guest.name): whether it lives on an older release: try it")
      case .x2apicNumbering: add("\(guest.name): the number of its virtual CPUs: record it")
      default: break
      }
    }
    if isAlone, !unjudged.isEmpty { add("\(others); \(bound.host): the same") }
    for place in isAlone ? [] : unjudged {
      add("\(guest.name) and \(bound.host): \(place): record it")
    }
    return lines
  }
}

extension Guest {
  /// Whether it is only wrong where the guest's own host gave the feature, which nobody recorded.
  fileprivate func isOpen(_ violation: Violation) -> Bool {
    guard !open.isEmpty, case .feature(let feature) = violation.subject else { return false }
    return open.contains(feature)
  }
}

extension Violation {
  /// Whether nothing more is wrong than that one side did not record the place.
  var isOfUnknown: Bool { code == .boundUnknown || code == .candidateUnknown }
}
