// SPDX-License-Identifier: Apache-2.0

extension DerivationOptions {
  /// Derives as a release of Xen does: its rules, its features, and what it serves.
  // Never inlined: the tables that it makes would stand on the stack of a whole derivation.
  @inline(never)
  public mutating func follow(_ release: XenRelease) {
    self.release = release
    rules = release.rules
    table = release.table
    served = release.served
    // A name that the release does not know is nothing to it.
    let known = table.known
    known.limit(&optedOut)
    known.limit(&optedIn)
    known.limit(&guestOnly)
    known.limit(&dom0OptedOut)
    known.limit(&dom0OptedIn)
  }
}

extension FeatureSet {
  // Never inlined: the C library is kept small.
  @inline(never)
  fileprivate func limit(_ names: inout FeatureSet) { names.formIntersection(self) }
}
