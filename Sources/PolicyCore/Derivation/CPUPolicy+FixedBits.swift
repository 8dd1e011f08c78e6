// SPDX-License-Identifier: Apache-2.0

/// Bits that guests see whatever the host has.
extension CPUPolicy {
  /// Sets the bits of a leaf that guests see set whatever the host has.
  mutating func setFixedBits(leaf: UInt32) {
    let fixed = GuestLeaves.fixed.span
    for index in fixed.indices { setBit(fixed[index], where: { $0 == leaf }) }
  }

  /// Sets the bits that a kernel gives its guests whatever the host has: `ABI/back-ends.csv`.
  mutating func setKernelBits() {
    let fixed = GuestLeaves.kernelFixed.span
    let limits = limits
    for index in fixed.indices { setBit(fixed[index], where: { limits.contain($0) }) }
  }

  /// Sets those of these bits that another policy shows.
  mutating func takeKernelBits(from other: PolicyView) {
    let fixed = GuestLeaves.kernelFixed.span
    for index in fixed.indices
    where other[position: Int(fixed[index] &>> 16)] &>> (fixed[index] & 31) & 1 != 0 {
      setBit(fixed[index], where: { _ in true })
    }
  }

  /// Sets a bit, given as position of the register << 16 | bit, if its leaf is wanted.
  private mutating func setBit(_ packed: UInt32, where isWanted: (UInt32) -> Bool) {
    let position = Int(packed &>> 16)
    guard isWanted(LeafLayout.place(ofSlot: position &>> 2).leaf) else { return }
    self[position: position] |= 1 &<< (packed & 31)
  }
}
