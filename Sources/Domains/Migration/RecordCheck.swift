// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyText

/// Records that the CPU itself makes, of branches and by PEBS: their form is the CPU's own, and nothing
/// emulates them.
struct RecordCheck {
  private let guest: Guest
  private let host: HostDescription

  init(_ guest: Guest, _ host: HostDescription) {
    self.guest = guest
    self.host = host
  }

  /// What is wrong with a guest that comes from elsewhere.
  var findings: [Judgement.Finding] {
    var found: [Judgement.Finding] = []
    if guest.usesLBR, let finding = isKVM ? modelBound : branchRecords { found.append(finding) }
    if isKVM, let finding = samples { found.append(finding) }
    return found
  }

  private var isKVM: Bool { host.hypervisorName == HostDescription.kvmName }
  private var signature: Signature? { host.boot.isKnown(leaf: 1) ? host.boot.signature : nil }

  // MARK: Xen

  /// Under Xen format and number must be the same: known so, or because the models are the same. A guest
  /// under a Xen that knows of no records on its model holds none.
  private var branchRecords: Judgement.Finding? {
    let home = guest.judge
    if let mine = home?.signature, let theirs = signature, mine.family == theirs.family,
      mine.model == theirs.model
    {
      return nil
    }
    let vendor = host.boot.vendor
    let known = home?.signature.flatMap { BranchRecordModel.depth(vendor, $0) }
    if known == 0, home?.lbr.depth == nil, home?.hypervisorName == HostDescription.xenName {
      return nil
    }
    let formats = (home?.lbr.format, host.lbr.format)
    let depths = (
      home?.lbr.depth ?? known,
      host.lbr.depth ?? signature.flatMap { BranchRecordModel.depth(vendor, $0) }
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
    let formats = (guest.judge?.lbr.format, host.lbr.format)
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
    guard guest.policy.has(.pdcm), let value = guest.policy[msr: format.msr],
      value & format.mask != 0,
      isOfModel != true || !guest.policy.has(.ds)
        || !guest.policy.has(.dtes64)
    else { return nil }
    let mine = Int((value & format.mask) >> UInt64(format.lowBit))
    return finding(
      .modelDiffers, format, value: mine, bound: mine,
      isDecided: isOfModel == false || !guest.policy.has(.ds) || !guest.policy.has(.dtes64))
  }

  /// Whether the guest shows the host's family and model; nil where one is not known.
  private var isOfModel: Bool? {
    guard guest.policy.isKnown(leaf: 1), let theirs = signature else { return nil }
    let mine = guest.policy.signature
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
      guard !(isKVM ? state.isCarriedByKVM : state.isCarriedByXen),
        state.isShown(by: guest.policy)
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
