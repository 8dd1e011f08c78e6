// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyText

/// Records that the CPU itself makes, of branches and by PEBS: their form is the CPU's own, and nothing
/// emulates them.
struct RecordCheck {
  // What of the two it takes: whole descriptions are large.
  private let usesLBR: Bool
  private let home: Domain.Judge?
  private let mine: Signature?
  private let samplesFormat: UInt64?
  private let canSample: Bool
  private let lbr: HostDescription.BranchRecords
  private let vendor: Vendor
  private let theirs: Signature?
  private let isKVM: Bool

  init(_ guest: Guest, _ host: HostDescription) {
    usesLBR = guest.usesLBR
    home = guest.judge
    mine = guest.policy.isKnown(leaf: 1) ? guest.policy.signature : nil
    let format = MSRField.perfCapPebsFormat
    samplesFormat =
      guest.policy.has(.pdcm) ? guest.policy[msr: format.msr].map { $0 & format.mask } : nil
    canSample = guest.policy.has(.ds) && guest.policy.has(.dtes64)
    lbr = host.lbr
    vendor = host.boot.vendor
    theirs = host.boot.isKnown(leaf: 1) ? host.boot.signature : nil
    isKVM = host.hypervisorName == HostDescription.kvmName
  }

  /// What is wrong with a guest that comes from elsewhere.
  var findings: [Judgement.Finding] {
    var found: [Judgement.Finding] = []
    if usesLBR, let finding = isKVM ? modelBound : branchRecords { found.append(finding) }
    if isKVM, let finding = samples { found.append(finding) }
    return found
  }

  // MARK: Xen

  /// Under Xen format and number must be the same: known so, or because the models are the same. A guest
  /// under a Xen that knows of no records on its model holds none.
  private var branchRecords: Judgement.Finding? {
    if let mine = home?.signature, let theirs, mine.family == theirs.family,
      mine.model == theirs.model
    {
      return nil
    }
    let known = home?.signature.flatMap { BranchRecordModel.depth(vendor, $0) }
    if known == 0, home?.lbr.depth == nil, home?.hypervisorName == HostDescription.xenName {
      return nil
    }
    let formats = (home?.lbr.format, lbr.format)
    let depths = (
      home?.lbr.depth ?? known,
      lbr.depth ?? theirs.flatMap { BranchRecordModel.depth(vendor, $0) }
    )
    let areKnown = formats.0 != nil && formats.1 != nil && depths.0 != nil && depths.1 != nil
    if areKnown, formats.0 == formats.1, depths.0 == depths.1 { return nil }
    return finding(
      .branchRecords, .perfCapLbrFormat, value: formats.0, bound: formats.1,
      isDecided: areKnown || Self.differ(formats) || Self.differ(depths))
  }

  // MARK: KVM

  /// KVM gives records of the host's own format, to guests of the host's own model.
  private var modelBound: Judgement.Finding? {
    let formats = (home?.lbr.format, lbr.format)
    if Self.differ(formats) {
      return finding(
        .branchRecords, .perfCapLbrFormat, value: formats.0, bound: formats.1, isDecided: true)
    }
    guard formats.0 != nil, formats.0 == formats.1, isOfModel == true else {
      return finding(
        isOfModel == false ? .modelDiffers : .branchRecords, .perfCapLbrFormat,
        value: formats.0, bound: formats.1, isDecided: isOfModel == false)
    }
    return nil
  }

  /// PEBS needs DS, DTES64 and the host's own model; that the whole of its capabilities is the host's the
  /// audit sees.
  private var samples: Judgement.Finding? {
    let format = MSRField.perfCapPebsFormat
    guard let samplesFormat, samplesFormat != 0, isOfModel != true || !canSample else { return nil }
    let value = Int(samplesFormat >> UInt64(format.lowBit))
    return finding(
      .modelDiffers, format, value: value, bound: value,
      isDecided: isOfModel == false || !canSample)
  }

  /// Whether the guest shows the host's family and model; nil where one is not known.
  private var isOfModel: Bool? {
    guard let mine, let theirs else { return nil }
    return mine.family == theirs.family && mine.model == theirs.model
  }

  // MARK: Parts

  private static func differ(_ pair: (Int?, Int?)) -> Bool {
    guard let first = pair.0, let second = pair.1 else { return false }
    return first != second
  }

  private func finding(
    _ code: ViolationCode, _ field: MSRField, value: Int?, bound: Int?, isDecided: Bool
  ) -> Judgement.Finding {
    // All ones stand for what nobody recorded.
    let unknown = field.mask >> UInt64(field.lowBit)
    return Judgement.Finding(
      Violation(
        code, at: .msr(field.msr), bits: field.lowBit...field.highBit, subject: .msrField(field),
        value: value.map { UInt64(clamping: $0) } ?? unknown,
        bound: bound.map { UInt64(clamping: $0) } ?? unknown, severity: .behaviour),
      isDecided: isDecided)
  }
}

/// State of a guest that the destination's hypervisor has no record for in its streams.
enum CarriedStateCheck {
  static func findings(_ guest: Guest, _ host: HostDescription) -> [Judgement.Finding] {
    let isKVM = host.hypervisorName == HostDescription.kvmName
    return CarriedState.all.compactMap { state in
      guard !(isKVM ? state.isCarriedByKVM : state.isCarriedByXen), state.isShown(by: guest.policy)
      else { return nil }
      let violation: Violation? =
        switch state.owner {
        case .feature(let feature):
          Violation(.stateNotCarried, feature, value: 1, bound: 0, severity: state.severity)
        case .field(let field):
          Violation(
            .stateNotCarried, at: .leaf(LeafPlace(field.leaf), field.register),
            bits: field.lowBit...field.highBit, subject: .field(field),
            value: UInt64(guest.policy[field]), bound: 0, severity: state.severity)
        }
      // Whether the guest uses it at the moment nobody sees from its policy.
      return violation.map {
        Judgement.Finding($0, isDecided: state.severity < .behaviour)
      }
    }
  }
}
