// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Where one CPU of a machine sits. Numbers tell members of one level apart, and mean nothing else.
public struct TopologySeat: Equatable, Sendable {
  /// Number in the machine's own order.
  public var cpu: Int
  /// Nil where nothing tells it.
  public var apicID: UInt32?
  /// Number of the package.
  public var package: UInt64
  /// Within the package.
  public var die: UInt64
  /// Within the die.
  public var core: UInt64

  /// A CPU's seat by the numbers of what it sits in.
  public init(cpu: Int, apicID: UInt32?, package: UInt64, die: UInt64, core: UInt64) {
    self.cpu = cpu
    self.apicID = apicID
    self.package = package
    self.die = die
    self.core = core
  }

  /// By what the CPU's own leaves tell. A CPU without an id is a package by itself.
  init(cpu: Int, _ reading: TopologyReading, id: UInt32?) {
    self.init(cpu: cpu, apicID: id, package: UInt64(UInt32.max) + 1 + UInt64(cpu), die: 0, core: 0)
    guard let id else { return }
    func shifted(_ shift: UInt32) -> UInt64 { UInt64(id) >> UInt64(shift) }
    package = shifted(reading.packageShift ?? 0)
    die = reading.dieShift.map(shifted) ?? UInt64(reading.nodeID ?? 0)
    core = reading.coreShift.map(shifted) ?? UInt64(reading.coreID ?? id)
  }
}
