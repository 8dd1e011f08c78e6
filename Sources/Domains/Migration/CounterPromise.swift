// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyText

/// What a guest may rely on of its time-stamp counter, held against a destination.
///
/// With ITSC it was promised one rate for ever. Without, the mode decides: native reads the host's own
/// counter; the default mode is scaled or emulated to the guest's rate; emulated goes anywhere.
struct CounterPromise {
  private let guest: Guest
  private let host: HostDescription
  private let isAtHome: Bool

  init(_ guest: Guest, _ host: HostDescription, isAtHome: Bool) {
    self.guest = guest
    self.host = host
    self.isAtHome = isAtHome
  }

  /// What is wrong, or not known to be right; nil where the promise is kept.
  var finding: Judgement.Finding? {
    guard guest.tsc.mode != .emulated else { return nil }
    // Left open at home it runs at the host's own rate, whatever that is.
    if guest.tsc.khz == nil, isAtHome { return nil }
    return guest.policy.has(.itsc) ? invariant : rate
  }

  private var areRatesKnown: Bool { guest.tsc.khz != nil && host.tsc.khz != nil }
  private var areRatesEqual: Bool { areRatesKnown && guest.tsc.khz == host.tsc.khz }
  /// Whether hardware gives the guest its rate; nil where nobody recorded it.
  private var canScale: Bool? {
    guest.kind.isHVM && guest.tsc.mode == .automatic ? host.tsc.canScale : false
  }

  /// The promise of an invariant counter: the destination's is invariant, too, and has the rate or can be
  /// scaled to it.
  private var invariant: Judgement.Finding? {
    let keepsRate: Bool? =
      if areRatesEqual {
        true
      } else if guest.tsc.khz == nil {
        // The rate that was promised is not known.
        nil
      } else {
        canScale == true || areRatesKnown ? canScale : nil
      }
    if host.tsc.isInvariant == true && keepsRate == true { return nil }
    return finding(
      .timeStampCounter, .itsc, .behaviour,
      isDecided: host.tsc.isInvariant == false || keepsRate == false)
  }

  private var rate: Judgement.Finding? {
    if areRatesEqual || canScale == true { return nil }
    if guest.tsc.mode == .native {
      return finding(.counterRate, .tsc, .behaviour, isDecided: areRatesKnown)
    }
    if host.tsc.khz == nil, canScale == nil {
      return finding(.counterRate, .tsc, .behaviour, isDecided: false)
    }
    // Emulated to its rate the guest's counter is right and slow.
    guard guest.tsc.khz != nil else { return nil }
    return finding(
      .counterRate, .tsc, .performance, isDecided: areRatesKnown && canScale == false)
  }

  private func finding(
    _ code: ViolationCode, _ feature: Feature, _ severity: Severity, isDecided: Bool
  ) -> Judgement.Finding? {
    guard case .leaf(let place, let register, let bit) = feature.place else { return nil }
    return Judgement.Finding(
      Violation(
        code, at: .leaf(place, register), bits: bit...bit, subject: .feature(feature),
        value: UInt64(guest.tsc.khz ?? 0), bound: UInt64(host.tsc.khz ?? 0), severity: severity),
      isDecided: isDecided)
  }
}
