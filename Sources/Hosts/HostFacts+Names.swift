// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension HostFacts {
  /// Yes-or-no facts by their names, which are also those of `assumed`.
  public nonisolated(unsafe) static let flags: [(String, WritableKeyPath<HostFacts, Bool?>)] = [
    ("deCfgReadable", \.deCfgReadable), ("lfenceSerialising", \.lfenceSerialising),
    ("lsCfgHolds", \.lsCfgHolds), ("sbpbAccepted", \.sbpbAccepted),
    ("nullSelectorClearsBase", \.nullSelectorClearsBase), ("smtEnabled", \.smtEnabled),
    ("rtmDisabled", \.rtmDisabled), ("fastStrings", \.fastStrings),
    ("miscFeaturesEnables", \.miscFeaturesEnables), ("ept", \.ept), ("vmxRdtscp", \.vmxRdtscp),
    ("vmxInvpcid", \.vmxInvpcid), ("vmxMPX", \.vmxMPX), ("vmxXsaves", \.vmxXsaves),
    ("virtualisationUsable", \.virtualisationUsable), ("localAPICEnabled", \.localAPICEnabled),
    ("topoextReenabled", \.topoextReenabled),
  ]
}
