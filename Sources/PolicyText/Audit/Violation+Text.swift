import CPUPolicy

extension Violation {
  /// `CPU0101`.
  public var codeText: String { code.text }

  /// The bits as documents write them: `16`, `31:24`.
  public var bitsText: String { highBit == lowBit ? "\(lowBit)" : "\(highBit):\(lowBit)" }

  /// The name of the feature or field; `reserved` for bits without a row.
  public var fieldName: String {
    switch subject {
    case .feature(let feature): feature.name
    case .field(let field): field.name
    case .msrField(let field): field.name
    case .bits: code == .reservedBits ? "reserved" : "register"
    }
  }

  /// The word of the table behind the violation, or what else was held against.
  public var ruleText: String {
    switch code {
    case .reservedBits, .unknownLeaf, .beyondLimits: "reserved"
    case .prerequisiteMissing, .needsHigherLeaf, .leafWithoutFeature: "prerequisite"
    case .featureNotOffered, .nestedNotEnabled, .notForThisKind, .msrNotOffered: "subset"
    case .differsFromHost, .vendorDiffers, .xstateComponent: "equal"
    case .limitAboveBound, .limitMalformed: "atMost"
    case .xstateMask, .xstateSize, .copyDiffers, .linearWidth, .physicalWidth, .derivedDiffers:
      "derived"
    case .signatureMalformed, .brandMalformed, .cacheDescriptors, .cacheList, .cacheCodes,
      .hypervisorLimit:
      "form"
    case .countersOff: "zero"
    case .boundUnknown, .candidateUnknown: "unknown"
    case .timeStampCounter: "tsc"
    case .branchRecords: "lbr"
    case .apicIDs, .initialID, .packageRoom, .singleProcessor, .legacyDecoding, .levels,
      .x2APICLevels, .lastLevel, .cacheSharing, .processorCount, .extendedTopology, .capacity:
      "R\(code.rawValue - 1000)"
    case .cacheSize: "R9"
    case .topologyNotChosen: "topology"
    case .fieldNotOffered, .fieldAboveBound, .fieldBelowBound, .fieldDiffers, .fieldMustBeZero,
      .fieldNotDefined:
      rowRule
    }
  }

  private var rowRule: String {
    switch subject {
    case .field(let field): field.rules.audit.word
    case .msrField(let field): field.rules.audit.word
    default: "reserved"
    }
  }

  /// Where it stands: `7:0 EBX[16]`, `MSR 0x10a[2]`.
  public var placeText: String {
    switch place {
    case .leaf(let leaf, let register):
      "\(PlaceText.leaf(leaf)) \(PlaceText.upper(register))[\(bitsText)]"
    case .msr(let index): "MSR 0x\(String(index.rawValue, radix: 16))[\(bitsText)]"
    }
  }

  private func hex(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }

  /// One line: what is wrong, with both values.
  public var message: String {
    let name = fieldName
    switch code {
    case .featureNotOffered: return "\(name) is set, and the bound does not offer it"
    case .prerequisiteMissing:
      return "\(name) is set without \(prerequisite?.name ?? "its prerequisite"), which it needs"
    case .nestedNotEnabled:
      return "\(name) is set, and the domain was not given nested virtualisation"
    case .notForThisKind: return "\(name) is set, and this kind of guest cannot have it"
    case .differsFromHost:
      return "\(name) is \(value), and the host's CPUs behave as \(bound); no policy can hide it"
    case .needsHigherLeaf:
      return "\(name) is set, and the maximum leaf \(hex(value)) is below \(hex(bound))"
    case .reservedBits:
      return "bits \(bitsText) are reserved and must be zero; they hold \(hex(value))"
    case .unknownLeaf: return "no policy has this leaf; it holds \(hex(value))"
    case .beyondLimits: return "\(hex(value)) stands beyond the policy's own limits"
    case .fieldNotOffered:
      return "\(name) is \(hex(value)), and the bound offers only \(hex(bound))"
    case .fieldAboveBound: return "\(name) is \(hex(value)), above the bound's \(hex(bound))"
    case .fieldBelowBound:
      return "\(name) is \(hex(value)), and must contain the bound's \(hex(bound))"
    case .fieldDiffers: return "\(name) is \(hex(value)), and must be the bound's \(hex(bound))"
    case .fieldMustBeZero: return "\(name) is \(hex(value)), and must be zero for guests"
    case .fieldNotDefined: return "\(name) is \(hex(value)), and a CPU of this vendor has it zero"
    case .topologyNotChosen:
      return "\(name) is \(hex(value)), and no topology was chosen for this policy"
    case .apicIDs:
      return if case .feature = subject {
        "\(name) is \(value), and APIC ids above 254 need \(bound)"
      } else if value == bound {
        "\(name) is \(value), and another CPU has the same id"
      } else {
        "\(name) is \(value), above the \(bound) that an APIC without x2APIC can hold"
      }
    case .initialID: return "\(name) is \(value), and the APIC id's low byte is \(bound)"
    case .packageRoom: return "\(name) is \(value), and the package comes to \(bound)"
    case .singleProcessor: return "\(name) is \(value), and the topology gives \(bound)"
    case .legacyDecoding: return "\(name) is \(value), and leaves 1 and 4 decode to \(bound)"
    case .levels: return "\(name) is \(value), and \(bound) fits the level"
    case .x2APICLevels:
      return "\(name) is \(hex(value)), and the topology leaves need \(hex(bound))"
    case .lastLevel: return "\(name) is \(value), and \(bound) agrees with the other leaves"
    case .cacheSharing: return "\(name) is \(value), and \(bound) fits the topology"
    case .processorCount: return "\(name) is \(value), and \(bound) fits the package"
    case .extendedTopology: return "\(name) is \(value), and \(bound) agrees with the topology"
    case .capacity: return "\(value) virtual CPUs, and there is room for \(bound)"
    case .cacheSize:
      return "the cache has neither line nor sets: it claims the smallest possible size"
    case .limitAboveBound: return "\(name) is \(hex(value)), above the bound's \(hex(bound))"
    case .vendorDiffers: return "\(name) is \(hex(value)), and the bound's vendor has \(hex(bound))"
    case .limitMalformed: return "\(name) is \(hex(value)), which is no leaf of the extended range"
    case .xstateMask:
      return value != 0
        ? "\(name) is offered, and the policy's features do not bring it"
        : "\(name) is not offered, and the policy's features need it"
    case .xstateSize: return "\(name) is \(value) bytes, and the offered states need \(bound)"
    case .xstateComponent: return "\(name) is \(value), and the hardware has \(bound)"
    case .copyDiffers:
      return "\(name) is \(hex(value)), and the part that it repeats gives \(hex(bound))"
    case .linearWidth: return "\(name) is \(value), and the paging features give \(bound)"
    case .physicalWidth:
      return "\(name) is \(value), and the paging features need at least \(bound)"
    case .derivedDiffers: return "\(name) is \(hex(value)), and \(hex(bound)) follows from the rest"
    case .signatureMalformed: return "\(name) is \(hex(value)), and does not count in this family"
    case .brandMalformed: return "\(name) is \(hex(value)), which is no text padded with NUL"
    case .cacheDescriptors:
      return "\(name) is \(hex(value)), which contradicts its register or leaf 4"
    case .cacheList: return "\(name) is \(hex(value)), which no cache can be"
    case .cacheCodes: return "\(name) is \(hex(value)), which describes no cache"
    case .hypervisorLimit: return "\(name) is \(hex(value)), outside of the hypervisor's range"
    case .leafWithoutFeature:
      return "the register holds \(hex(value)) without \(prerequisite?.name ?? "its feature")"
    case .countersOff: return "the register holds \(hex(value)), and the domain has no virtual PMU"
    case .msrNotOffered: return "the MSR holds \(hex(value)), and the bound does not have it"
    case .boundUnknown:
      return "the bound's source did not record this place; the candidate has \(hex(value))"
    case .candidateUnknown:
      return "the candidate's source did not record this place; the bound has \(hex(bound))"
    case .timeStampCounter:
      let frequency = { (khz: UInt64) in khz == 0 ? "an unknown frequency" : "\(khz) kHz" }
      return "the guest was promised an invariant counter at \(frequency(value)), and the host, "
        + "with \(frequency(bound)), cannot keep that"
    case .branchRecords:
      let format = { (format: UInt64) in
        format == 0x3f ? "of an unknown format" : "of format 0x\(String(format, radix: 16))"
      }
      return "the guest uses last-branch records \(format(value)), and the host's are "
        + format(bound)
    }
  }

  /// What to do about it.
  public var remedy: String {
    let name: String =
      if case .feature(let feature) = subject { feature.optionName } else { fieldName }
    switch code {
    case .featureNotOffered:
      return "clear \(name), or see policy explain \(name) for what keeps it from guests"
    case .prerequisiteMissing:
      return "set \(prerequisite?.optionName ?? "the prerequisite") as well, or clear \(name)"
    case .nestedNotEnabled: return "create the domain with --nested, or clear \(name)"
    case .notForThisKind: return "clear \(name), or create a domain of another kind"
    case .differsFromHost: return "set \(name) to \(bound)"
    case .needsHigherLeaf: return "raise the maximum leaf, or clear \(name)"
    case .reservedBits: return "clear the bits"
    case .unknownLeaf: return "leave the leaf out"
    case .beyondLimits: return "raise the limit, or leave the data out"
    case .fieldNotOffered, .fieldAboveBound, .limitAboveBound:
      return "lower \(name) to \(hex(bound))"
    case .fieldBelowBound: return "raise \(name) to contain \(hex(bound))"
    case .fieldDiffers, .vendorDiffers, .copyDiffers, .derivedDiffers:
      return "set \(name) to \(hex(bound))"
    case .fieldMustBeZero, .fieldNotDefined: return "set \(name) to zero"
    case .topologyNotChosen: return "choose a topology with --topology, or clear the field"
    case .apicIDs:
      if case .field = subject, value == bound { return "give every CPU an id of its own" }
      return "show x2apic, or choose a smaller topology"
    case .capacity: return "choose a larger topology, or fewer virtual CPUs"
    case .cacheSize: return "describe the cache, or end the list before it"
    case .initialID, .packageRoom, .singleProcessor, .legacyDecoding, .levels, .lastLevel,
      .cacheSharing, .processorCount, .extendedTopology:
      return "set \(name) to \(bound), as topology solve does"
    case .x2APICLevels: return "raise \(name) to \(hex(bound)), as topology solve does"
    case .limitMalformed: return "write it as 0x8000xxxx, or zero for no extended leaves"
    case .xstateMask: return value != 0 ? "clear the state, or show its feature" : "set the state"
    case .xstateSize, .xstateComponent: return "set \(name) to \(bound)"
    case .linearWidth: return "set \(name) to \(bound)"
    case .physicalWidth: return "raise \(name) to \(bound)"
    case .signatureMalformed: return "set \(name) to zero"
    case .brandMalformed: return "use printable ASCII, then NUL to the end"
    case .cacheDescriptors: return "clear the descriptor, or provide the list in leaf 4"
    case .cacheList, .cacheCodes:
      return "take the bound's \(hex(bound)), or a value that the manual defines"
    case .hypervisorLimit: return "use zero for the hypervisor's choice, or a leaf of its range"
    case .leafWithoutFeature:
      return "clear the leaf, or show \(prerequisite?.optionName ?? "the feature")"
    case .countersOff: return "create the domain with --vpmu, or clear the leaf"
    case .msrNotOffered: return "leave the MSR out"
    case .boundUnknown: return "gather the place on the host, or clear it in the candidate"
    case .candidateUnknown: return "gather the place, or leave it zero and known"
    case .timeStampCounter:
      return "move it to a host of that frequency or with TSC scaling, or boot it without \(name)"
    case .branchRecords:
      return "record MSR 0x345 of both hosts, or move it to a host of the same model"
    }
  }

  /// The order of reports: by leaf, subleaf, register and bit, MSRs last.
  public static func inLeafOrder(_ left: Violation, _ right: Violation) -> Bool {
    left.sortKey.lexicographicallyPrecedes(right.sortKey)
  }

  private var sortKey: [UInt64] {
    let tail = [UInt64(lowBit), UInt64(code.rawValue), UInt64(prerequisite?.rawValue ?? 0)]
    switch place {
    case .leaf(let leaf, let register):
      return [0, UInt64(leaf.leaf), UInt64(leaf.subleaf), UInt64(register.rawValue)] + tail
    case .msr(let index): return [1, UInt64(index.rawValue), 0, 0] + tail
    }
  }
}

extension AuditRule {
  /// The table's word.
  public var word: String {
    switch self {
    case .atmost: "atMost"
    case .atleast: "atLeast"
    default: "\(self)"
    }
  }
}

extension Auditor {
  /// Everything that is wrong with a candidate, in leaf order.
  public func violations(of candidate: CPUPolicy) -> [Violation] {
    var found: [Violation] = []
    forEachViolation(of: candidate) { found.append($0) }
    return found.sorted(by: Violation.inLeafOrder)
  }
}
