// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import TestSupport
import Testing

/// Rows of the tables whose rules were read in the hypervisors' source or shown by a run, one by one.
@Suite struct MoveRowTests {
  /// What a row says, in the words of its columns; `*` where the column is not at issue.
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var guest: String
    var audit: String
    var level: String
    var migration: String
    var severity = "*"

    var testDescription: String { name }
  }

  private static func rows(
    _ names: [String], _ rules: String, severity: String = "*"
  ) -> [Row] {
    let words = rules.split(separator: " ").map(String.init)
    return names.map {
      Row(
        name: $0, guest: words[0], audit: words[1], level: words[2], migration: words[3],
        severity: severity)
    }
  }

  static let fields: [Row] =
    rows(["vmxBasicVmcsSize"], "* equal equal equal")
    // What the owner brings must be the destination's, whatever the field holds.
    + rows(
      [
        "ptCr3Filter", "ptConfigurablePsb", "ptIpFilter", "ptMtc", "ptPtwrite", "ptPowerEvents",
        "ptPsbPmiPreserve", "ptEventTrace", "ptTntDisable", "ptTopaOutput",
        "ptTopaMultipleEntries", "ptSingleRangeOutput", "ptTransportOutput", "ptIpIsLip",
        "ptAddressRanges", "ptMtcPeriods", "ptCycleThresholds", "ptPsbPeriods",
        "amxTotalTileBytes", "amxTileBytes", "amxRowBytes", "pmuGeneralCounterWidth",
        "pmuFixedCounterWidth",
      ], "zero equal equal equal")
    + rows(["archLbrDepths", "archLbrDeepCReset", "archLbrIpIsLip"], "zero equal equal lbr")
    + rows(["monitorMitigationNo"], "zero subset and one-way", severity: "security")
    + rows(["guestPhysicalAddressBits"], "zero atMost min width", severity: "behaviour")
    // Guests are not shown it.
    + rows(
      ["tscRatioDenominator", "tscRatioNumerator", "crystalFrequency"], "zero zero ignore free")
    + rows(["amdLbrV2", "amdLbrPmcFreeze"], "zero subset and lbr")
    // KVM compares all of them.
    + rows(
      ["perfCapPebsTrap", "perfCapPebsArchRegs", "perfCapPebsFormat", "perfCapPebsBaseline"],
      "zero equal equal equal")
    + rows(["perfCapFullWidthWrite"], "zero subset and free")
    + rows(["eraps"], "zero subset and one-way", severity: "security")
    + rows(["returnPredictorSize"], "zero atLeast max accumulate")
    + rows(["l2TlbSizeTimes32", "noSmmControlMsr", "amdErms"], "zero * * *")
    + rows(["cacheDescriptorQueryCount"], "fixed:1 equal ignore hint")
    + rows(["pebsLbr", "pebsXer"], "zero subset and free")
    + rows(["svmVmcbAddressCheck"], "zero subset and free")
    + rows(["mpxMawau"], "zero equal equal equal")
    + rows(["sgxXfrmLow", "sgxXfrmHigh"], "zero derived derived free")
    + rows(["kvmClockStable"], "toolstack subset and hint")
    + rows(["virtualTscFrequency"], "toolstack any ignore tsc")
    + rows(["xsaveSizeCompactEnabled"], "dynamic zero ignore free")

  @Test(arguments: fields) func rulesOfFields(_ row: Row) throws {
    let tables = ABITables.project
    let rules = try #require(
      tables.fields.first { $0.name == row.name }?.rules
        ?? tables.msrFields.first { $0.name == row.name }?.rules, "no such row")
    for (expected, found) in [
      (row.guest, rules.guest), (row.audit, rules.audit), (row.level, rules.level),
      (row.migration, rules.migration), (row.severity, rules.severity),
    ] { #expect(expected == "*" || expected == found) }
  }

  /// A feature, how it moves, and what its loss does.
  static let features: [(Feature, MigrationRule, Severity)] = [
    (.tscDeadline, .free, .guestCrash), (.doitm, .free, .guestCrash),
    (.vmx, .equal, .guestCrash), (.svm, .equal, .guestCrash), (.sgx, .equal, .guestCrash),
    (.sgxLc, .equal, .guestCrash), (.sgxKeys, .equal, .guestCrash), (.ibs, .equal, .guestCrash),
    (.lwp, .equal, .guestCrash), (.procTrace, .equal, .guestCrash),
    (.enqcmd, .equal, .guestCrash), (.nodeidMsr, .equal, .guestCrash),
    (.hybrid, .equal, .guestCrash), (.archPerfMon, .equal, .guestCrash),
    (.intelPpin, .equal, .guestCrash), (.amdPpin, .equal, .guestCrash),
  ]

  @Test(arguments: features.indices) func rulesOfFeatures(_ index: Int) {
    let (feature, migration, severity) = Self.features[index]
    #expect(feature.migration == migration && feature.severity == severity, "\(feature.name)")
    // A guest that does not have it lacks nothing.
    #expect(feature.audit == .subset, "\(feature.name)")
  }

  /// Leaves and MSRs that hold data only where something else is shown.
  @Test func owners() {
    var ofLeaves: [UInt32: String] = [:]
    for row in ABITables.project.owners {
      if case .leaf(let leaf) = row.place { ofLeaves[leaf] = row.owner }
    }
    for (leaf, owner) in [
      (0xa, "pmuVersion"), (0x14, "PROC_TRACE"), (0x19, "keyLocker"), (0x1c, "ARCH_LBR"),
      (0x1d, "AMX_TILE"), (0x23, "ARCH_PERF_MON"), (0x24, "avx10"),
      (0x8000_0022, "corePerformanceCounters"),
    ] as [(UInt32, String)] { #expect(ofLeaves[leaf] == owner) }
    #expect(Feature.owner(ofMSR: MSRField.perfCapLbrFormat.msr) == .pdcm)
    for index in UInt32(0x480)...0x493 {
      #expect(Feature.owner(ofMSR: MSRIndex(rawValue: index)) == .vmx)
    }
  }

  /// What brings the states of XSS: one of two features is enough for the user's shadow stacks.
  @Test func supervisorStates() {
    let states: [(Feature, Int)] = [
      (.cetSs, 11), (.cetIbt, 11), (.cetSs, 12), (.procTrace, 8), (.archLbr, 15), (.uintr, 14),
      (.enqcmd, 10),
    ]
    for (feature, component) in states {
      var set = FeatureSet()
      set.insert(feature)
      #expect(
        set.stateComponents >> UInt64(component) & 1 == 1,
        "\(feature.name) \(component)")
    }
    // No feature of guests brings HWP's, which is therefore nobody's.
    #expect(FeatureSet.known.stateComponents >> 16 & 1 == 0)
  }
}
