// SPDX-License-Identifier: Apache-2.0

/// A closed vocabulary of one table column. The generator writes each as an enumeration of the
/// core, in this order, so that the words stand nowhere else.
protocol RuleWord: RawRepresentable<String>, CaseIterable, Equatable {
  static var swiftName: String { get }
  static var summary: String { get }
  var meaning: String { get }
  /// The word as a Swift identifier.
  var identifier: String { get }
}

extension RuleWord {
  var code: UInt32 { UInt32(Array(Self.allCases).firstIndex(of: self) ?? 0) }
  /// `one-way` becomes `oneWay`.
  var identifier: String { camelCase(rawValue, separator: "-") }
}

enum GuestRule: String, RuleWord {
  case pass, zero
  case fixedOne = "fixed:1"
  case toolstack, topology, dynamic, derived
  static let swiftName = "GuestRule"
  static let summary = "What default derivation does with a field of the host."
  var identifier: String { self == .fixedOne ? "fixedOne" : rawValue }
  var meaning: String {
    switch self {
    case .pass: "the host's value"
    case .zero: "zero; a guest gets it only where somebody asks for it"
    case .fixedOne: "one, whatever the host has"
    case .toolstack: "the toolstack chooses; the default keeps the host's value"
    case .topology: "comes from the chosen topology"
    case .dynamic: "stored as zero and filled in when a virtual CPU reads it"
    case .derived: "computed from other parts of the policy"
    }
  }
}

enum AuditRule: String, RuleWord {
  case subset, atMost, atLeast, equal, any, zero, derived, topology
  static let swiftName = "AuditRule"
  static let summary = "How a candidate's field is held against its bound."
  var identifier: String { rawValue }
  var meaning: String {
    switch self {
    case .subset: "no bit that the bound lacks"
    case .atMost: "not above the bound"
    case .atLeast: "every bit of the bound"
    case .equal: "the bound's value"
    case .any: "anything"
    case .zero: "zero"
    case .derived: "recomputed from the candidate and compared"
    case .topology: "held against the chosen topology"
    }
  }
}

enum LevelRule: String, RuleWord {
  case and, or, min, max, equal, derived, choice, ignore
  static let swiftName = "LevelRule"
  static let summary = "How the values of several hosts become one for a pool."
  var meaning: String {
    switch self {
    case .and: "bits that every host has"
    case .or: "bits that some host has"
    case .min: "the lowest value"
    case .max: "the highest value"
    case .equal: "all hosts must agree"
    case .derived: "computed from the levelled policy"
    case .choice: "free choice; the lowest host value is proposed"
    case .ignore: "no part of a pool's level"
    }
  }
}

enum MigrationRule: String, RuleWord {
  case free, width, equal, tsc, lbr, hint, accumulate
  case oneWay = "one-way"
  static let swiftName = "MigrationRule"
  static let summary = "What a destination owes a running guest that saw the field."
  var meaning: String {
    switch self {
    case .free: "the audit against the destination is all"
    case .width: "the destination's value is at least the guest's"
    case .equal: "the destination's value is the guest's"
    case .tsc: "part of the guest's time-stamp counter contract"
    case .lbr: "part of the guest's last-branch record contract"
    case .hint: "may differ: speed or looks only"
    case .accumulate: "must be visible if any host of the pool has it"
    case .oneWay: "the guest may gain it and never lose it"
    }
  }
}

enum Severity: String, RuleWord {
  case cosmetic, performance, behaviour, security
  case guestCrash = "guest-crash"
  static let swiftName = "Severity"
  static let summary = "What a guest suffers that sees a value which the machine does not honour."
  var meaning: String {
    switch self {
    case .cosmetic: "looks only"
    case .performance: "runs slower than it could"
    case .behaviour: "does something else than it should"
    case .security: "takes a wrong security decision"
    case .guestCrash: "faults or corrupts state"
    }
  }
}

enum Maturity: String, RuleWord {
  case supported, preview, experimental, deprecated
  case securityHidden = "security-hidden"
  static let swiftName = "Maturity"
  static let summary = "How ready a feature is to be given to guests."
  var meaning: String {
    switch self {
    case .supported: "may be used"
    case .preview: "works, opt-in until it has aged"
    case .experimental: "no guest support yet"
    case .deprecated: "withdrawn by its maker"
    case .securityHidden: "belongs to the owner of the platform"
    }
  }
}

enum ListEndWord: String, RuleWord {
  case typed, last, states
  static let swiftName = "ListEnd"
  static let summary = "How the list in a leaf's subleaves ends."
  var meaning: String {
    switch self {
    case .typed: "before the first subleaf whose type is zero"
    case .last: "with the subleaf whose number the first one holds"
    case .states: "with the highest state component that XCR0 or XSS may enable"
    }
  }
}

enum FieldKind: String, RuleWord {
  case flag, number, string, bitmap, reserved
  case enumeration = "enum"
  static let swiftName = "FieldKind"
  static let summary = "How the bits of a field are to be read."
  var identifier: String { self == .enumeration ? "enumeration" : rawValue }
  var meaning: String {
    switch self {
    case .flag: "one bit"
    case .number: "an unsigned number"
    case .string: "ASCII bytes, lowest first"
    case .bitmap: "bits without names of their own"
    case .reserved: "set by real CPUs, described by nobody; zero for guests"
    case .enumeration: "one of a list of codes"
    }
  }
}

/// Who defines a field. A row's vendors say whose manual describes it, not who may have it.
enum VendorWord: String, RuleWord {
  case any, intel, amd, centaur, transmeta, cyrix, other, xen, kvm, hyperv
  static let swiftName = "DefinedBy"
  static let summary = "Whose manual defines a field."
  var meaning: String {
    switch self {
    case .any: "all vendors"
    case .intel: "Intel"
    case .amd: "AMD and Hygon"
    case .centaur: "Centaur, VIA and Zhaoxin"
    case .transmeta: "Transmeta"
    case .cyrix: "Cyrix and Geode"
    case .other: "none of the others"
    case .xen: "Xen's leaves"
    case .kvm: "KVM's leaves"
    case .hyperv: "Hyper-V's leaves"
    }
  }

  /// Vendors as a set of bits in the order of the cases; `any` is every bit.
  static func mask(_ vendors: [VendorWord]) -> UInt32 {
    if vendors.contains(.any) { return (1 << UInt32(allCases.count)) - 1 }
    return vendors.reduce(0) { $0 | 1 << $1.code }
  }
}

/// Lists of CPU models that derivation consults.
enum ModelListWord: String, RuleWord {
  case retpolineSafe = "retpoline-safe"
  case registerFileSampling = "register-file-sampling"
  case gatherSampling = "gather-sampling"
  case schedulerAttackMicrocode = "scheduler-attack-microcode"
  case deadlineMicrocode = "deadline-microcode"
  case randomFailsAfterResume = "random-fails-after-resume"
  case randomLeaks = "random-leaks"
  case lahfMissing = "lahf-missing"
  case monitorUnreliable = "monitor-unreliable"
  case topoextSwitchedOff = "topoext-switched-off"
  case slowClwb = "slow-clwb"
  static let swiftName = "ModelList"
  static let summary = "Lists of CPU models that derivation consults."
  var meaning: String {
    switch self {
    case .retpolineSafe: "the return stack never falls back to other predictors"
    case .registerFileSampling: "affected by register-file data sampling"
    case .gatherSampling: "affected by gather data sampling and indirect target selection"
    case .schedulerAttackMicrocode: "microcode that mitigates transient scheduler attacks"
    case .deadlineMicrocode: "microcode from which the TSC deadline timer can be trusted"
    case .randomFailsAfterResume: "RDRAND fails after resume from S3"
    case .randomLeaks: "RDRAND leaks what it returned, without a mitigation"
    case .lahfMissing: "LAHF_LM is reported and missing"
    case .monitorUnreliable: "MONITOR is unreliable"
    case .topoextSwitchedOff: "firmware may switch TOPOEXT off"
    case .slowClwb: "CLWB is slow behind the gather-sampling microcode"
    }
  }
}

enum Register: String, RuleWord {
  case eax, ebx, ecx, edx
  static let swiftName = "Register"
  static let summary = "A register of the CPUID instruction's result."
  var meaning: String { rawValue.uppercased() }
}

/// `AVX512_VNNI` becomes `avx512Vnni`; a name that begins with a digit gets it spelled out.
func camelCase(_ name: String, separator: Character) -> String {
  let parts = name.lowercased().split(separator: separator)
  var result = ""
  for (index, part) in parts.enumerated() {
    result += index == 0 ? String(part) : part.prefix(1).uppercased() + part.dropFirst()
  }
  return result.hasPrefix("3d") ? "threeD" + result.dropFirst(2) : result
}
