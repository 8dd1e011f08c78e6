// SPDX-License-Identifier: Apache-2.0

/// What the owner of the host decides: the hypervisor's command line as values.
public struct DerivationOptions: Sendable, BitwiseCopyable {
  /// `cpuid=no-X`: features that neither the hypervisor nor a guest shall have.
  public var optedOut = FeatureSet()
  /// `cpuid=X`: features used and offered although they are off by default, or that an erratum's
  /// work-around would take away.
  public var optedIn = FeatureSet()
  /// `cpuid=X=guest`: features that the hypervisor does not use itself but offers to HVM guests.
  public var guestOnly = FeatureSet()
  /// `dom0-cpuid=X` and `dom0-cpuid=no-X`.
  public var dom0OptedIn = FeatureSet()
  /// `dom0-cpuid=no-X`.
  public var dom0OptedOut = FeatureSet()
  /// `cpuid=KEY=NUMBER`: upper bounds for numeric fields of guests, e.g. `maxphysaddr`.
  public var limits = FieldLimits()
  /// Whether SPEC_CTRL is virtualised for PV guests (`spec-ctrl=msr-sc=pv`).
  public var speculationControlPV = true
  /// Whether SPEC_CTRL is virtualised for HVM guests (`spec-ctrl=msr-sc=hvm`).
  public var speculationControlHVM = true
  /// `spec-ctrl=gds-mit`; nil for the default (mitigate where vulnerable).
  public var gatherSamplingMitigation: Bool?
  /// `spec-ctrl=ssbd`: speculative stores always disabled.
  public var alwaysDisableStoreBypass = false
  /// `spec-ctrl=bp-spec-reduce`.
  public var reducesBranchSpeculation = true
  /// `vpmu=`: guests may have performance counters.
  public var virtualPMU = false
  /// `hap=`: nested paging for HVM guests.
  public var nestedPaging = true
  /// `xsave=`.
  public var usesXsave = true
  /// `dom0=cpuid-faulting`: the PV control domain's plain CPUID faults into the hypervisor.
  public var dom0CPUIDFaulting = true
  /// The leaves and MSRs that the back end can serve.
  public var served = ServedABI.xen
  /// What the kernel under the hypervisor can give a guest (KVM); nil for a hypervisor that needs no
  /// other (Xen). A kernel that offers a guest's CPU runs HVM guests, whatever the CPU says of VT-x
  /// and SVM.
  public var kernelOffer: FeatureSet?
  /// Who may have which feature.
  public var table = FeatureTable.abi
  /// The rules in force, of those that differ between releases of Xen.
  public var rules = XenRules.newest
  /// The release of Xen that derivation follows; nil for the newest rules and those that are ours.
  public internal(set) var release: XenRelease?

  /// The options of a hypervisor with an empty command line.
  public init() {}

  /// Whether nothing of an earlier release of Xen is asked for.
  var followsNewest: Bool { release == nil && rules == .newest }
}

/// A short list of upper bounds for fields, without allocation.
public struct FieldLimits: Sendable, BitwiseCopyable {
  struct Item: Sendable, BitwiseCopyable {
    var field: Field
    var limit: UInt32
  }

  private var items = Storage(repeating: Item(field: .maxBasicLeaf, limit: 0))
  /// Number of fields that are limited.
  public private(set) var count = 0

  /// No limits.
  // Never inlined, as below: an archive needs each once.
  @inline(never)
  public init() {}

  /// Adds a limit; a later one for the same field replaces the earlier.
  /// - Returns: false where the list is full.
  @inline(never)
  public mutating func set(_ field: Field, _ limit: UInt32) -> Bool {
    let item = Item(field: field, limit: limit)
    var span = items.mutableSpan
    for index in 0..<count where span[index].field == field {
      span[index] = item
      return true
    }
    guard count < FieldLimits.capacity else { return false }
    span[count] = item
    count &+= 1
    return true
  }

  /// Calls `body` for each limit, in the order they were added.
  public func forEachLimit(_ body: (Field, UInt32) -> Void) {
    let span = items.span
    for index in 0..<count { body(span[index].field, span[index].limit) }
  }
}
