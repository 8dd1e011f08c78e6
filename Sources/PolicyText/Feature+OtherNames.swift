// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension Feature {
  /// A feature by one of QEMU's names; hyphens and underscores are the same, as in QEMU.
  public init?(qemuName name: String) {
    guard let feature = Feature.byQEMUName[Feature.hyphenated(name)] else { return nil }
    self = feature
  }

  /// A feature by libvirt's name, with hyphens or underscores: both were used over the years.
  public init?(libvirtName name: String) {
    guard let feature = Feature.byLibvirtName[Feature.hyphenated(name)] else { return nil }
    self = feature
  }

  private static func hyphenated(_ name: String) -> String {
    String(name.map { $0 == "_" ? "-" : $0 })
  }

  private static let byQEMUName: [String: Feature] = {
    var result: [String: Feature] = [:]
    for feature in allNamed {
      for name in feature.qemuNames { result[hyphenated(name)] = feature }
    }
    return result
  }()

  private static let byLibvirtName: [String: Feature] = {
    var result: [String: Feature] = [:]
    for feature in allNamed where !feature.libvirtName.isEmpty {
      result[hyphenated(feature.libvirtName)] = feature
    }
    return result
  }()
}
