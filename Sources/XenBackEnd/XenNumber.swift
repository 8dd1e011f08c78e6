// SPDX-License-Identifier: Apache-2.0

/// Numbers of Xen's calls: `xen/include/public/sysctl.h` and `domctl.h`.
enum XenNumber {
  // sysctl
  static let physinfo: UInt32 = 3
  static let getDomainInfoList: UInt32 = 6
  static let getFeatureset: UInt32 = 26
  static let getSystemPolicy: UInt32 = 29
  // domctl
  static let createDomain: UInt32 = 1
  static let destroyDomain: UInt32 = 2
  static let pauseDomain: UInt32 = 3
  static let unpauseDomain: UInt32 = 4
  static let getDomainInfo: UInt32 = 5
  static let maxVirtualCPUs: UInt32 = 15
  static let setAddressSize: UInt32 = 35
  static let getAddressSize: UInt32 = 36
  static let getTSCInfo: UInt32 = 59
  static let setTSCInfo: UInt32 = 60
  static let getPolicy: UInt32 = 82
  static let setPolicy: UInt32 = 83
  // xen_version
  static let versionNumber: UInt64 = 0
  static let extraVersion: UInt64 = 1
  static let commandLine: UInt64 = 9
}

/// Xen's policies of the system, by the numbers of `XEN_SYSCTL_get_cpu_policy`.
public enum XenPolicyIndex: UInt32, CaseIterable, Sendable {
  case raw = 0
  case host = 1
  case pvMax = 2
  case hvmMax = 3
  case pvDefault = 4
  case hvmDefault = 5
}

/// Xen's featuresets, by the numbers of `XEN_SYSCTL_get_cpu_featureset`: another order than the
/// policies', and the last two since 4.18.
public enum XenFeaturesetIndex: UInt32, CaseIterable, Sendable {
  case raw = 0
  case host = 1
  case pvDefault = 2
  case hvmDefault = 3
  case pvMax = 4
  case hvmMax = 5
}
