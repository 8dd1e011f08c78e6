// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension Feature {
  /// A bit of the featureset by one of QEMU's names; hyphens and underscores are the same, as in QEMU.
  public init?(qemuName name: String) {
    guard let feature = OtherName.named(name, .qemu)?.feature else { return nil }
    self = feature
  }

  /// A bit of the featureset by libvirt's name, with hyphens or underscores: both were used over the years.
  public init?(libvirtName name: String) {
    guard let feature = OtherName.named(name, .libvirt)?.feature else { return nil }
    self = feature
  }

  /// QEMU's names, the canonical one first.
  public var qemuNames: [String] {
    guard isNamed else { return Feature.unnamedInQEMU[self].map { [$0] } ?? [] }
    return text(.qemu).split(separator: " ").map(String.init)
  }

  /// QEMU's canonical name; empty where it has none.
  public var qemuName: String { qemuNames.first ?? "" }

  /// libvirt's names; today it has one for each bit.
  public var libvirtNames: [String] {
    guard isNamed else { return Feature.unnamedInLibvirt[self].map { [$0] } ?? [] }
    return text(.libvirt).split(separator: " ").map(String.init)
  }

  /// libvirt's name; empty where it has none.
  public var libvirtName: String { libvirtNames.first ?? "" }

  private static let unnamedInQEMU = OtherName.unnamedBits(.qemu)
  private static let unnamedInLibvirt = OtherName.unnamedBits(.libvirt)
}
