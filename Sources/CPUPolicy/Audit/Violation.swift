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

  public var code: ViolationCode
  public var place: Place
  public var highBit: Int
  public var lowBit: Int
  public var subject: Subject
  /// The candidate's value of the bits, shifted down.
  public var value: UInt64
  /// What it was held against.
  public var bound: UInt64
  public var severity: Severity
  /// The prerequisite that is missing, for codes that name one.
  public var prerequisite: Feature?

  /// - Parameter severity: nil for the subject's own.
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

/// Stable numbers of what an audit can find: `CPU0101` and so on. A number never changes its meaning.
public enum ViolationCode: UInt16, Sendable {
  case featureNotOffered = 101
  case prerequisiteMissing = 102
  case nestedNotEnabled = 103
  case notForThisKind = 104
  case differsFromHost = 105
  case needsHigherLeaf = 106
  case reservedBits = 111
  case unknownLeaf = 112
  case beyondLimits = 113
  case fieldNotOffered = 121
  case fieldAboveBound = 122
  case fieldBelowBound = 123
  case fieldDiffers = 124
  case fieldMustBeZero = 125
  case fieldNotDefined = 126
  case topologyNotChosen = 127
  case limitAboveBound = 131
  case vendorDiffers = 132
  case limitMalformed = 133
  case xstateMask = 141
  case xstateSize = 142
  case xstateComponent = 143
  case copyDiffers = 151
  case linearWidth = 152
  case physicalWidth = 153
  case derivedDiffers = 154
  case signatureMalformed = 161
  case brandMalformed = 162
  case cacheDescriptors = 163
  case cacheList = 164
  case cacheCodes = 165
  case hypervisorLimit = 166
  case leafWithoutFeature = 171
  case countersOff = 172
  case msrNotOffered = 181
  case boundUnknown = 191
  case candidateUnknown = 192
  // What a guest that moves was promised.
  case timeStampCounter = 201
  case branchRecords = 202
  // Topology: rule R1 is 1001, and so on.
  case apicIDs = 1001
  case initialID = 1002
  case packageRoom = 1003
  case singleProcessor = 1004
  case legacyDecoding = 1005
  case levels = 1006
  case x2APICLevels = 1007
  case lastLevel = 1008
  case cacheSharing = 1009
  case processorCount = 1010
  case extendedTopology = 1011
  case capacity = 1012
  case cacheSize = 1021
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
