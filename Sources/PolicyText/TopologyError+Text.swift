// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension TopologyError: CustomStringConvertible {
  /// What does not fit, with both values and what to do.
  public var description: String {
    switch kind {
    case .empty:
      "every level has at least one member; give sockets, dies, cores and threads above 0"
    case .tooManyVCPUs:
      "\(value) virtual CPUs do not fit into \(bound) seats; choose a larger topology"
    case .packageTooLarge:
      "a socket of \(value) logical processors is larger than the \(bound) that leaf 0xb can count; "
        + "choose more sockets"
    case .idsTooWide:
      "APIC ids need \(value) bits, and \(bound) are there; choose fewer sockets"
    case .legacyThreads:
      "the legacy layout has \(bound) thread a core, not \(value); leave --legacy out"
    case .leafNotServed:
      "several dies need leaf 0x\(String(value, radix: 16)), and the back end serves leaves up to "
        + "0x\(String(bound, radix: 16)); choose one die a socket"
    case .needsX2APIC:
      "APIC id \(value) is above \(bound), and the policy lacks x2APIC; choose a smaller topology"
    case .fieldOverflow:
      "\(field?.name ?? "a field") would be \(value), above the \(bound) that it can hold; choose "
        + "a smaller topology"
    }
  }

  /// Why no IO-APIC id was chosen.
  public static let noIOAPICID =
    "ids 1 to 15 are all taken by virtual CPUs; an overlap cannot be avoided in four bits"
}

extension Topology {
  /// `S:D:C:T`.
  public var text: String { "\(sockets):\(dies):\(cores):\(threads)" }
}
