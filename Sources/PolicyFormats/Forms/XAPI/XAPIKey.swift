// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Keys of XAPI's maps that hold a featureset. `ocaml/xapi-consts/constants.ml` and
/// `ocaml/xenopsd/xc/xenops_server_xen.ml` of XAPI.
enum XAPIKey {
  /// Of a host: each policy of Xen's under its key. What is accepted in a migration is the max policy,
  /// what guests boot with the default.
  static let policies: [(key: String, kind: PolicyKind)] = [
    ("features", .hostDefault), ("features_pv", .pvMax), ("features_hvm", .hvmMax),
    ("features_pv_host", .pvDefault), ("features_hvm_host", .hvmDefault),
  ]

  /// Of a guest, and of a host's own: the key without an audience.
  static let own = "features"

  static func kind(of key: String) -> PolicyKind? { policies.first { $0.key == key }?.kind }

  /// The key under which a policy of this name stands.
  static func key(of name: String) -> String {
    policies.first { $0.kind.name == name }?.key ?? own
  }

  /// Keys that only a host's or a pool's map has.
  static let ofHosts: Set<String> = [
    "cpu_count", "socket_count", "threads_per_core", "nr_nodes", "speed", "modelname", "flags",
  ]
}
