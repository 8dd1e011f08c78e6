// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore

/// What Xen says of a domain's time-stamp counter (`XEN_DOMCTL_gettscinfo`).
struct XenTSCInfo: Equatable, Sendable {
  var mode: UInt32
  var khz: UInt32
}

/// What a domain is created with, as far as its CPU goes.
struct XenDomainPlan: Equatable, Sendable {
  var kind: GuestKind
  var vCPUs: UInt32
  var hasNestedVirtualisation = false
  var hasPerformanceCounters = false

  /// `XEN_DOMCTL_CDF_nested_virt`.
  static let nested: UInt32 = 1 << 6
  /// `XEN_DOMCTL_CDF_vpmu`.
  static let counters: UInt32 = 1 << 7

  init(_ request: DomainRequest) {
    kind = request.kind
    vCPUs = request.vCPUs
    hasNestedVirtualisation = request.hasNestedVirtualisation
    hasPerformanceCounters = request.hasPerformanceCounters
  }

  /// `XEN_DOMCTL_CDF_*`.
  var flags: UInt32 {
    var flags: UInt32 = kind.isHVM ? 1 : 0
    if kind == .hvm { flags |= 1 << 1 }
    if hasNestedVirtualisation { flags |= XenDomainPlan.nested }
    if hasPerformanceCounters { flags |= XenDomainPlan.counters }
    return flags
  }

  /// `XEN_X86_EMU_*`: a PVH guest has a local APIC and nothing else.
  var emulation: UInt32 { kind.isHVM ? 1 : 0 }
}

extension XenInterface {
  /// Creates a domain without memory: its CPU can be tried, and nothing runs in it.
  ///
  /// - Returns: the number that Xen gave.
  func createDomain(_ plan: XenDomainPlan) throws(XenError) -> UInt16 {
    let creation = try agreedLayout().creation
    try domain(.createDomain, XenNumber.createDomain, creation.anyDomain) { union in
      // A handle of its own, so that tools do not take it for another.
      for byte in 0..<16 {
        union.storeBytes(of: UInt8.random(in: 1...255), toByteOffset: 4 + byte, as: UInt8.self)
      }
      union.storeBytes(of: plan.flags, toByteOffset: 20, as: UInt32.self)
      union.storeBytes(of: plan.vCPUs, toByteOffset: 28, as: UInt32.self)
      union.storeBytes(of: 1023, toByteOffset: 32, as: UInt32.self)
      for offset in [36, 40] {
        union.storeBytes(of: -1, toByteOffset: offset, as: Int32.self)
      }
      // Grant tables of version 1. Tracing, pools and altp2m, where there are any, stay 0: none.
      if let grants = creation.grants {
        union.storeBytes(of: 1, toByteOffset: grants, as: UInt32.self)
      }
      union.storeBytes(of: plan.emulation, toByteOffset: creation.emulation, as: UInt32.self)
    }
    let id = lastDomain
    do {
      if plan.kind == .pv32 {
        try domain(.setAddressSize, XenNumber.setAddressSize, id) { union in
          union.storeBytes(of: 32, as: UInt32.self)
        }
      }
      try domain(.maxVirtualCPUs, XenNumber.maxVirtualCPUs, id) { union in
        union.storeBytes(of: plan.vCPUs, as: UInt32.self)
      }
    } catch {
      try? destroyDomain(id)
      throw error
    }
    return id
  }

  func destroyDomain(_ id: UInt16) throws(XenError) {
    try domain(.destroyDomain, XenNumber.destroyDomain, id)
  }

  func pauseDomain(_ id: UInt16) throws(XenError) {
    try domain(.pauseDomain, XenNumber.pauseDomain, id)
  }

  /// Takes back one pause. The first time that none is left, the domain runs and its policy is fixed.
  func unpauseDomain(_ id: UInt16) throws(XenError) {
    try domain(.unpauseDomain, XenNumber.unpauseDomain, id)
  }

  /// Width of a PV guest's addresses: 32 or 64.
  func addressSize(of id: UInt16) throws(XenError) -> UInt32 {
    try domain(.getAddressSize, XenNumber.getAddressSize, id).load(as: UInt32.self)
  }

  /// - Throws: `EINVAL` for the domain that asks.
  func tscInfo(of id: UInt16) throws(XenError) -> XenTSCInfo {
    let union = try domain(.getTSCInfo, XenNumber.getTSCInfo, id)
    return XenTSCInfo(
      mode: union.load(as: UInt32.self), khz: union.load(fromByteOffset: 4, as: UInt32.self))
  }

  func setTSCInfo(_ info: XenTSCInfo, of id: UInt16) throws(XenError) {
    try domain(.setTSCInfo, XenNumber.setTSCInfo, id) { union in
      union.storeBytes(of: info.mode, as: UInt32.self)
      union.storeBytes(of: info.khz, toByteOffset: 4, as: UInt32.self)
    }
  }
}
