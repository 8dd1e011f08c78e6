// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// One host: what derivation starts from, and what people want to know besides.
public struct HostDescription: Sendable {
  /// The kind and frequency of the host's time-stamp counter.
  public struct TimeStampCounter: Equatable, Sendable {
    /// Frequency in kHz.
    public var khz: Int?
    /// Whether it runs at one rate whatever the power state.
    public var isInvariant: Bool?
    /// Whether a guest can be given another rate by hardware.
    public var canScale: Bool?

    /// A counter; nil where nobody recorded it.
    public init(khz: Int? = nil, isInvariant: Bool? = nil, canScale: Bool? = nil) {
      self.khz = khz
      self.isInvariant = isInvariant
      self.canScale = canScale
    }
  }

  /// The format and depth of last-branch records.
  public struct BranchRecords: Equatable, Sendable {
    /// PERF_CAPABILITIES[5:0].
    public var format: Int?
    /// Number of records.
    public var depth: Int?

    /// Records of a format and a depth; nil where they are not known.
    public init(format: Int? = nil, depth: Int? = nil) {
      self.format = format
      self.depth = depth
    }
  }

  /// The host's name: its own, or that of the file that describes it.
  public var name: String
  /// What derivation starts from.
  public var facts: HostFacts
  /// What each logical CPU returned, where the source recorded them.
  public var cpus: CPUList = []
  /// Number of logical CPUs; nil where the source says nothing of it.
  public var logicalCPUs: Int?
  /// The rate of its time-stamp counter, and what it is good for.
  public var tsc = TimeStampCounter()
  /// Its last-branch records.
  public var lbr = BranchRecords()
  /// The name of its hypervisor; nil where nobody says.
  public var hypervisorName: String?
  /// The version of its hypervisor; nil where nobody says.
  public var hypervisorVersion: String?
  /// The hypervisor's own command line, where it shows it.
  public var hypervisorCommandLine: String?
  /// How many bytes of a guest's XSAVE area the hypervisor moves; nil where nobody recorded it, or it is no
  /// number of this hypervisor's.
  public var stateBytes: Int?
  /// What the kernel under the hypervisor can give a guest, where one described the host.
  public var kernelOffer: KernelOffer?
  /// What the hypervisor itself reports, where one described the host.
  public var reported: ReportedPolicies?
  /// The CPU's vendor and the like, where the source gives them without the leaves in which they stand.
  public var identity: PartialPolicy?
  /// What it says of the CPU models that its guests may have; empty where it lists none.
  public var models: [DescribedHost.Model] = []
  /// The machine types of its QEMUs, and the accelerators that they have; empty where nobody lists them.
  public var machines: [String] = []
  /// The accelerators of its QEMUs, e.g. `kvm`; empty where nobody lists them.
  public var accelerators: [String] = []
  /// The accelerator whose guests it describes, where it says only what guests may have.
  public var offeredBy: String?
  /// The releases that it runs of those whose names guests are asked for by: libvirt's, QEMU's.
  public var releases: [OtherName.World: WorldRelease] = [:]
  /// Policies that the source itself named, e.g. those a hypervisor printed.
  public var recorded: [NamedPolicy] = []
  /// Leaves that no policy holds.
  public var outside: [OutsideLeaf] = []
  /// The Host document that describes the host: what it says is shown as it stands.
  public var document: JSONValue?

  /// A host by its facts, with nothing else known of it.
  public init(name: String, facts: HostFacts) {
    self.name = name
    self.facts = facts
  }

  /// A host from what every logical CPU returned.
  ///
  /// The first one is the boot CPU; features are those that all of them have.
  public init(name: String, cpus: some Sequence<CPUPolicy>, microcode: UInt32?) {
    let cpus = (cpus as? CPUList) ?? CPUList(cpus)
    self.init(name: name, facts: HostFacts(boot: cpus.first ?? CPUPolicy()))
    self.cpus = cpus
    logicalCPUs = cpus.count
    if cpus.count > 1 { facts.commonFeatures = HostDescription.common(cpus) }
    facts.microcode = microcode
    learnFromMSRs()
    learnTimeAndBranches()
  }

  /// A host from a document: a dump, a hypervisor's own policies, or one raw policy.
  /// - Returns: nil where the document holds no raw policy.
  public init?(name: String, document: PolicyDocument) {
    if !document.cpus.isEmpty {
      self.init(name: name, cpus: document.cpus, microcode: document.microcode)
    } else if let raw = document.raw {
      self.init(name: name, facts: HostFacts(boot: raw))
      if !document.seats.isEmpty { logicalCPUs = document.seats.count }
      facts.microcode = document.microcode
      learnFromMSRs()
      learnTimeAndBranches()
      if document.format == .xenCPUID { hypervisorName = HostDescription.xenName }
    } else {
      return nil
    }
    recorded = document.policies
    outside = document.outside
    if let described = document.host { take(described) }
  }

  /// A host of which a toolstack says only what features its guests may have. Guests can be held against
  /// it; nothing can be derived from it, and everything else is unknown.
  /// - Returns: nil where the document says more, or is no host's.
  public init?(name: String, featuresOf document: PolicyDocument) {
    guard let identity = document.identity,
      document.policies.contains(where: { PolicyKind(name: $0.name) != nil })
    else { return nil }
    let unknown = identity.policy
    self.init(name: name, facts: HostFacts(boot: unknown))
    self.identity = identity
    recorded = document.policies
    var reported = ReportedPolicies(
      options: DerivationOptions(), hasHVM: document.policy(named: PolicyKind.hvmMax.name) != nil,
      hasNestedPaging: true)
    for kind in PolicyKind.allCases {
      reported.policies[kind] = document.policy(named: kind.name) ?? unknown
    }
    self.reported = reported
    models = document.host?.models ?? []
    offeredBy = (document.request ?? document.settled)?.machine.accelerator
  }

  /// Takes what libvirt says of a host besides its CPU's features.
  private mutating func take(_ described: DescribedHost) {
    models = described.models
    machines = described.machines
    accelerators = described.accelerators
    if let khz = described.tscKilohertz { tsc.khz = khz }
    if let canScale = described.canScaleTSC { tsc.canScale = canScale }
    if let vendor = described.vendor {
      var identity = PartialPolicy()
      identity.set(vendor: vendor)
      self.identity = identity
    }
  }

  /// What the boot CPU returned.
  public var boot: CPUPolicy { facts.boot }

  /// Features that every CPU has. A register that one CPU's dump lacks does not count against it.
  private static func common(_ cpus: CPUList) -> FeatureSet {
    var result = cpus[0].featureSet
    cpus.forEachUnlikePrevious { cpu in
      let set = cpu.featureSet
      for word in 0..<Feature.wordCount where cpu.isKnown(Feature(word: word, bit: 0)) {
        result[word: word] &= set[word: word]
      }
    }
    return result
  }

  /// Facts that recorded MSRs answer.
  private mutating func learnFromMSRs() {
    func bit(_ field: MSRField) -> Bool? {
      boot[msr: field.msr].map { $0 & field.mask != 0 }
    }
    if boot.has(.vmx) {
      facts.ept = bit(.vmxProc2Ept)
      facts.vmxRdtscp = bit(.vmxProc2Rdtscp)
      facts.vmxInvpcid = bit(.vmxProc2Invpcid)
      facts.vmxXsaves = bit(.vmxProc2Xsaves)
      facts.vmxMPX = bit(.vmxExitClearBndcfgs)
    }
    facts.fastStrings = bit(.miscEnableFastStrings)
    if boot[msr: .miscFeatureEnables] != nil { facts.miscFeaturesEnables = true }
    if let deCfg = boot[msr: .deCfg] {
      facts.deCfgReadable = true
      facts.lfenceSerialising = deCfg >> 1 & 1 != 0
    }
  }

  private mutating func learnTimeAndBranches() {
    tsc.isInvariant = answer(.itsc)
    if boot.has(.svm), boot.isKnown(leaf: 0x8000_000a) {
      tsc.canScale = boot[.svmTscRatio] != 0
    }
    if boot.has(.vmx) {
      tsc.canScale = boot[msr: MSRField.vmxProc2TscScaling.msr].map {
        $0 & MSRField.vmxProc2TscScaling.mask != 0
      }
    }
    if let khz = HostDescription.crystalKHz(boot) { tsc.khz = khz }
    if let capabilities = boot[msr: MSRField.perfCapLbrFormat.msr] {
      lbr.format = Int(capabilities & MSRField.perfCapLbrFormat.mask)
    }
    if boot.has(.archLbr) {
      let depths = boot[.archLbrDepths]
      lbr.depth = depths == 0 ? nil : 8 * (32 - depths.leadingZeroBitCount)
    }
  }

  /// The frequency that leaf 0x15 states, in kHz. SDM vol. 2A CPUID, leaf 15H.
  private static func crystalKHz(_ policy: CPUPolicy) -> Int? {
    let denominator = UInt64(policy[.tscRatioDenominator])
    let numerator = UInt64(policy[.tscRatioNumerator])
    let crystal = UInt64(policy[.crystalFrequency])
    guard policy[.maxBasicLeaf] >= 0x15, denominator != 0, numerator != 0, crystal != 0 else {
      return nil
    }
    return Int(crystal * numerator / denominator / 1000)
  }

  /// Whether HVM guests can run: VT-x, SVM and nested paging; nil for unknown.
  public var virtualisation: (vmx: Bool?, svm: Bool?, hap: Bool?) {
    let vmx = answer(.vmx)
    let svm = answer(.svm)
    let paging = boot.isKnown(leaf: 0x8000_000a) ? boot[.svmNestedPaging] != 0 : nil
    let hap: Bool? = svm == true ? paging : vmx == true ? facts.ept : svm == nil ? nil : vmx
    return (vmx, svm, hap)
  }

  /// Whether the boot CPU has a feature; nil where its register was not recorded.
  private func answer(_ feature: Feature) -> Bool? {
    boot.has(feature) ? true : boot.isKnown(feature) ? false : nil
  }

  /// The facts that derivation assumed, by name; those of the document where one describes the host.
  public var assumed: [String] {
    if let recorded = document?["assumed"]?.array { return recorded.compactMap(\.string) }
    var names: [String] = []
    facts.forEachAssumedFact { names.append($0.name) }
    return names
  }
}
