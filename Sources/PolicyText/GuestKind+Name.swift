// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension GuestKind {
  /// Every kind.
  package static let all = (0...UInt8.max).compactMap(GuestKind.init(rawValue:))

  /// The name in documents and on command lines.
  public var name: String {
    switch self {
    case .pv: "pv"
    case .pv32: "pv32"
    case .hvm: "hvm"
    case .hvmShadow: "hvm-shadow"
    }
  }

  /// The kind with a name as `name` gives it.
  public init?(name: String) {
    switch name {
    case "pv": self = .pv
    case "pv32": self = .pv32
    case "hvm": self = .hvm
    case "hvm-shadow": self = .hvmShadow
    default: return nil
    }
  }

  /// The kind of guest for which a policy of this name is made; HVM where the name does not say.
  public init(policyName name: String) {
    self = name.hasPrefix("hvm-shadow") ? .hvmShadow : name.contains("pv") ? .pv : .hvm
  }

  /// The policy that bounds guests of this kind.
  public var maxPolicy: PolicyKind {
    switch self {
    case .pv, .pv32: .pvMax
    case .hvm: .hvmMax
    case .hvmShadow: .hvmShadowMax
    }
  }

  /// The policy with which guests of this kind begin.
  public var defaultPolicy: PolicyKind {
    switch self {
    case .pv, .pv32: .pvDefault
    case .hvm: .hvmDefault
    case .hvmShadow: .hvmShadowDefault
    }
  }
}
