// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyText

/// What a guest may rely on of its time-stamp counter, held against a destination.
///
/// With ITSC it was promised one rate for ever. Without, the mode decides: native reads the host's own
/// counter; the default mode is scaled to the guest's rate, or emulated (Xen) or caught up (KVM); emulated goes
/// anywhere. Xen wants the very same kHz and scales for HVM guests alone; KVM lets guests be within a tolerance
/// and does without scaling only for guests that are faster than the host.
struct CounterPromise {
  /// Parts per million within which KVM takes two rates for one.
  private static let tolerance = 250.0
  /// The highest frequency that KVM gives a guest, in kHz.
  private static let highest = 0x7fff_ffff

  // What of the two it takes: whole descriptions are large.
  private let mine: Domain.TimeStampCounter
  private let isPromisedInvariant: Bool
  private let isHVM: Bool
  private let theirs: HostDescription.TimeStampCounter
  private let vendor: Vendor
  private let isKVM: Bool
  /// Whether the rate was given to the guest by name: QEMU does not start it with another one.
  private let isFixed: Bool
  private let isAtHome: Bool

  init(_ guest: Guest, _ host: HostDescription, isAtHome: Bool) {
    mine = guest.tsc
    isPromisedInvariant = guest.policy.has(.itsc)
    isHVM = guest.kind.isHVM
    theirs = host.tsc
    vendor = host.boot.vendor
    // Whoever's machine QEMU makes has KVM under it, or no use for a rate.
    isKVM = host.hypervisorName == HostDescription.kvmName || guest.machine != nil
    isFixed = guest.machine != nil && guest.tsc.khz != nil
    self.isAtHome = isAtHome
  }

  /// How the destination gives the guest its rate.
  var counter: MigrationCheck.Counter {
    if mine.mode == .emulated { return MigrationCheck.Counter(way: .emulated) }
    if areRatesEqual || isLeftOpen { return MigrationCheck.Counter(way: .same) }
    guard areRatesKnown, let canScale else { return MigrationCheck.Counter(way: .unknown) }
    if canScale { return MigrationCheck.Counter(way: .scaled, ratio: ratio) }
    if isKVM { return MigrationCheck.Counter(way: isFaster && !isFixed ? .catchUp : .none) }
    return MigrationCheck.Counter(way: mine.mode == .native ? .none : .emulated)
  }

  /// What is wrong, or not known to be right; nil where the promise is kept.
  var finding: Judgement.Finding? {
    guard mine.mode != .emulated, !isLeftOpen else { return nil }
    return isPromisedInvariant ? invariant : rate
  }

  /// Left open at home it runs at the host's own rate, whatever that is.
  private var isLeftOpen: Bool { mine.khz == nil && isAtHome }
  private var areRatesKnown: Bool { mine.khz != nil && theirs.khz != nil }

  private var areRatesEqual: Bool {
    guard let mine = mine.khz, let theirs = theirs.khz else { return false }
    guard isKVM else { return mine == theirs }
    // No product of numbers from outside overflows here.
    return abs(Double(mine) - Double(theirs)) * 1_000_000 <= Double(theirs) * Self.tolerance
  }

  private var isFaster: Bool { (mine.khz ?? 0) > (theirs.khz ?? 0) }

  private var ratio: UInt64? {
    guard let mine = mine.khz, let theirs = theirs.khz else { return nil }
    if isKVM, mine > Self.highest { return nil }
    return CounterScaling.of(vendor).ratio(
      guest: mine, host: theirs, refusesMaximum: isKVM)
  }

  /// Whether hardware gives the guest its rate; nil where nobody recorded it.
  private var canScale: Bool? {
    guard isHVM, isKVM || mine.mode == .automatic else { return false }
    guard theirs.canScale == true, areRatesKnown else { return theirs.canScale }
    return ratio != nil
  }

  /// The promise of an invariant counter: the destination's is invariant, too, and has the rate or can be
  /// scaled to it.
  private var invariant: Judgement.Finding? {
    let keepsRate: Bool? =
      if areRatesEqual {
        true
      } else if mine.khz == nil {
        // The rate that was promised is not known.
        nil
      } else {
        canScale == true || areRatesKnown ? canScale : nil
      }
    if theirs.isInvariant == true && keepsRate == true { return nil }
    return finding(
      .timeStampCounter, .itsc, .behaviour,
      isDecided: theirs.isInvariant == false || keepsRate == false)
  }

  private var rate: Judgement.Finding? {
    if areRatesEqual || canScale == true { return nil }
    if mine.mode == .native, !isKVM {
      return finding(.counterRate, .tsc, .behaviour, isDecided: areRatesKnown)
    }
    if theirs.khz == nil, canScale == nil || isKVM && mine.khz != nil {
      return finding(.counterRate, .tsc, .behaviour, isDecided: false)
    }
    guard mine.khz != nil else { return nil }
    // Emulated to its rate, or caught up with it, the guest's counter is right and slow, or jumps. A guest that
    // is slower than its host KVM does not slow down: it goes on at the wrong rate, or not at all.
    let severity: Severity = isKVM && (!isFaster || isFixed) ? .behaviour : .performance
    return finding(.counterRate, .tsc, severity, isDecided: areRatesKnown && canScale == false)
  }

  private func finding(
    _ code: ViolationCode, _ feature: Feature, _ severity: Severity, isDecided: Bool
  ) -> Judgement.Finding? {
    guard case .leaf(let place, let register, let bit) = feature.place else { return nil }
    return Judgement.Finding(
      Violation(
        code, at: .leaf(place, register), bits: bit...bit, subject: .feature(feature),
        value: UInt64(clamping: mine.khz ?? 0), bound: UInt64(clamping: theirs.khz ?? 0),
        severity: severity),
      isDecided: isDecided)
  }
}

extension MigrationCheck {
  /// How a destination gives a guest the rate of its time-stamp counter.
  public struct Counter: Equatable, Sendable {
    /// Who makes the rate.
    public enum Way: String, Sendable {
      /// The host's own rate is the guest's.
      case same
      /// Hardware makes the guest's rate of the host's.
      case scaled
      /// Every read is emulated.
      case emulated
      /// The hypervisor moves the counter on from time to time: imprecise, and never invariant.
      case catchUp = "catch-up"
      /// The guest reads a counter of another rate.
      case none
      case unknown
    }

    /// Who makes the rate.
    public var way: Way
    /// The ratio by which it is scaled, as the CPU holds it.
    public var ratio: UInt64?

    init(way: Way, ratio: UInt64? = nil) {
      self.way = way
      self.ratio = ratio
    }
  }
}
