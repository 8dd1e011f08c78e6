// SPDX-License-Identifier: Apache-2.0

/// One thing that is wrong with a candidate.
///
/// Complete in itself: what, where, both values, by which rule, and how bad it is. The texts live
/// above the core, by code.
public struct Violation: Equatable, Sendable {
  /// What the violation is about.
  public enum Subject: Equatable, Sendable {
    case feature(Feature)
    case field(Field)
    case msrField(MSRField)
    /// Bits that no row names, or a register as a whole.
    case bits
  }

  /// Where it stands.
  public enum Place: Equatable, Sendable {
    case leaf(LeafPlace, Register)
    case msr(MSRIndex)
  }

  /// What is wrong, by its stable code.
  public var code: ViolationCode
  /// The register of a leaf, or the MSR.
  public var place: Place
  /// The highest of the bits that are wrong.
  public var highBit: Int
  /// The lowest of the bits that are wrong.
  public var lowBit: Int
  /// What the bits are a row of the tables of.
  public var subject: Subject
  /// The candidate's value of the bits, shifted down.
  public var value: UInt64
  /// What it was held against.
  public var bound: UInt64
  /// What a guest may suffer that gets the candidate all the same.
  public var severity: Severity
  /// The prerequisite that is missing, for codes that name one.
  public var prerequisite: Feature?

  /// - Parameters:
  ///   - code: what is wrong.
  ///   - place: the register or MSR.
  ///   - bits: the bits of it, from lowest to highest.
  ///   - subject: the feature or field whose bits they are.
  ///   - value: the candidate's value of the bits, shifted down.
  ///   - bound: what it was held against.
  ///   - severity: nil for the subject's own.
  ///   - prerequisite: what is missing, for codes that name it.
  @inline(never)
  public init(
    _ code: ViolationCode, at place: Place, bits: ClosedRange<Int>, subject: Subject,
    value: UInt64, bound: UInt64, severity: Severity? = nil, prerequisite: Feature? = nil
  ) {
    self.code = code
    self.place = place
    lowBit = bits.lowerBound
    highBit = bits.upperBound
    self.subject = subject
    self.value = value
    self.bound = bound
    self.severity = severity ?? subject.severity
    self.prerequisite = prerequisite
  }
}

extension Violation {
  /// A feature at its place; nil for a bit that no policy stores.
  public init?(
    _ code: ViolationCode, _ feature: Feature, value: UInt64, bound: UInt64,
    severity: Severity? = nil, prerequisite: Feature? = nil
  ) {
    let at: Place
    let bit: Int
    switch feature.place {
    case .leaf(let place, let register, let position):
      at = .leaf(place, register)
      bit = position
    case .msr(let index, let position):
      at = .msr(index)
      bit = position
    case .none: return nil
    }
    self.init(
      code, at: at, bits: bit...bit, subject: .feature(feature), value: value, bound: bound,
      severity: severity, prerequisite: prerequisite)
  }

  /// A field in one subleaf.
  #if hasFeature(Embedded)
    @inline(never)
  #endif
  public init(
    _ code: ViolationCode, _ field: Field, subleaf: UInt32 = 0, value: UInt32, bound: UInt32
  ) {
    let place = LeafPlace(field.leaf, field.isPlain ? LeafPlace.noSubleaf : subleaf)
    self.init(
      code, at: .leaf(place, field.register), bits: field.lowBit...field.highBit,
      subject: .field(field), value: UInt64(value), bound: UInt64(bound))
  }
}

extension TopologyError {
  /// What a policy cannot express, as an audit reports it; nil for a topology that makes no sense
  /// whatever the policy is.
  public var violation: Violation? {
    let code: ViolationCode
    let subject: Field
    var (found, most) = (value, bound)
    switch kind {
    case .empty, .tooManyVCPUs, .packageTooLarge, .idsTooWide, .legacyThreads: return nil
    case .needsX2APIC: return Violation(.apicIDs, .x2apic, value: 0, bound: 1)
    case .leafNotServed:
      code = .lastLevel
      subject = LeafRange(of: value) == .extended ? .maxExtendedLeaf : .maxBasicLeaf
      // The leaf is wanted, and what is served is held against it.
      (found, most) = (bound, value)
    case .fieldOverflow:
      code = .processorCount
      subject = field ?? .apicIdCoreIdSize
    }
    return Violation(code, subject, value: found, bound: most)
  }
}

extension Violation.Subject {
  /// What a guest may suffer where the subject is not as it should be: by its row.
  public var severity: Severity {
    switch self {
    case .feature(let feature): feature.severity
    case .field(let field): field.rules.severity
    case .msrField(let field): field.rules.severity
    // Whatever reads them does not know them.
    case .bits: .behaviour
    }
  }
}

extension Feature {
  /// What a guest suffers that sees the feature where the machine lacks it: an assurance that does
  /// not hold misleads its mitigations, a bit that only tells how the CPU behaves misleads whoever
  /// relies on that, a missing instruction faults.
  public var severity: Severity {
    if audit == .equal { return .behaviour }
    return switch migration {
    case .oneWay, .accumulate: .security
    case .hint: .performance
    default: .guestCrash
    }
  }
}

extension Severity: Comparable {
  /// What is unknown may be anything, also an assurance that does not hold.
  public static var ofUnknown: Severity { .security }

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
