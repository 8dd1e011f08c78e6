// SPDX-License-Identifier: Apache-2.0

extension Vendor {
  /// Whose rows of the tables describe CPUs of this vendor, besides those of all vendors.
  var definer: DefinedBy {
    switch self {
    case .intel: .intel
    case .amd, .hygon: .amd
    case .centaur, .shanghai: .centaur
    default: .other
    }
  }
}
