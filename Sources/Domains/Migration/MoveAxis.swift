// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyText

/// Parts of a verdict that hang on little of a guest and of a host, so that a fleet judges them once a pair of
/// that little, whatever else the two are.
///
/// A guest's verdict on a host where it is not at home is the worst of three: that of the `plain` guest, that of
/// its counter, and that of its software. At home all three stay with the guest.
package enum MoveAxis {
  /// The guest without what the other axes judge: the rate of its counter, where it is at home, and who ran it.
  package static func plain(_ guest: Guest) -> Guest {
    var plain = atHome(guest)
    // Records of branches hang on the guest's home, whatever the hosts are.
    if guest.usesLBR { plain.judge?.digest = "" } else { plain.judge = nil }
    return plain
  }

  /// The guest as its own host judges it, but for the rate of its counter: an emulated one is right anywhere.
  package static func atHome(_ guest: Guest) -> Guest {
    var plain = guest
    // Whether a rate was recorded at all is asked for besides.
    plain.tsc = Domain.TimeStampCounter(mode: .emulated, khz: guest.tsc.khz.map { _ in 0 })
    return plain
  }

  /// What the counters of both come to, where the guest is not at home. At home it is the same, but for a
  /// guest whose rate was left open: that is right there.
  package static func counter(
    _ guest: Guest, _ host: HostDescription, waivers: Set<ViolationCode>
  ) -> MigrationCheck.Verdict {
    let finding = CounterPromise(guest, host, isAtHome: false).finding
    return verdict(of: finding.map { [$0] } ?? [], waivers)
  }

  /// Whether a guest's rate was left open: it is the host's own where the guest is at home.
  package static func isRateOpen(_ guest: Guest) -> Bool {
    guest.tsc.khz == nil && guest.tsc.mode != .emulated
  }

  /// What the hypervisors of both and their releases come to, where the guest is not at home.
  package static func software(
    _ guest: Guest, _ host: HostDescription, waivers: Set<ViolationCode>
  ) -> MigrationCheck.Verdict {
    let change = MigrationCheck.change(guest, host)?.findings(guest) ?? []
    let other = HypervisorCheck.otherHypervisor(guest, host).map { [$0] } ?? []
    return verdict(of: change + other, waivers)
  }

  private static func verdict(
    of findings: [Judgement.Finding], _ waivers: Set<ViolationCode>
  ) -> MigrationCheck.Verdict {
    let counted = findings.filter { !waivers.contains($0.violation.code) }
    return MigrationCheck.verdict(
      counted, isUnjudged: false, hasWaived: counted.count < findings.count)
  }
}
