// SPDX-License-Identifier: Apache-2.0

/// What kind of guest a policy is for.
public enum GuestKind: UInt8, Sendable, BitwiseCopyable {
  /// Paravirtualised, 64 bits.
  case pv
  /// Paravirtualised, 32 bits: no long mode.
  case pv32
  /// Hardware virtualised; with nested paging where the host has it.
  case hvm
  /// Hardware virtualised on shadow page tables.
  case hvmShadow

  /// Whether the guest runs by VT-x or SVM, with whichever page tables.
  @inlinable
  public var isHVM: Bool { self == .hvm || self == .hvmShadow }
}

extension GuestKind {
  /// Widest physical address that the kind's paging holds: shadow page tables have 44 bits, nested
  /// ones 48, PV guests use the host's.
  public var physicalAddressLimit: UInt32 {
    switch self {
    case .pv, .pv32: 52
    case .hvm: 48
    case .hvmShadow: 44
    }
  }
}
