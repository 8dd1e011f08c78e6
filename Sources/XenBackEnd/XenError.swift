// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What a hypercall is called in Xen's headers.
public enum XenCall: String, Sendable {
  case version = "xen_version"
  case physinfo = "XEN_SYSCTL_physinfo"
  case getDomainInfoList = "XEN_SYSCTL_getdomaininfolist"
  case getFeatureset = "XEN_SYSCTL_get_cpu_featureset"
  case getSystemPolicy = "XEN_SYSCTL_get_cpu_policy"
  case createDomain = "XEN_DOMCTL_createdomain"
  case destroyDomain = "XEN_DOMCTL_destroydomain"
  case pauseDomain = "XEN_DOMCTL_pausedomain"
  case unpauseDomain = "XEN_DOMCTL_unpausedomain"
  case getDomainInfo = "XEN_DOMCTL_getdomaininfo"
  case maxVirtualCPUs = "XEN_DOMCTL_max_vcpus"
  case setAddressSize = "XEN_DOMCTL_set_address_size"
  case getAddressSize = "XEN_DOMCTL_get_address_size"
  case getTSCInfo = "XEN_DOMCTL_gettscinfo"
  case setTSCInfo = "XEN_DOMCTL_settscinfo"
  case getPolicy = "XEN_DOMCTL_get_cpu_policy"
  case setPolicy = "XEN_DOMCTL_set_cpu_policy"
}

/// Why a request to Xen failed: which call, and what the hypervisor said.
public enum XenError: Error, Equatable, Sendable {
  /// Where `set_cpu_policy` says that it found the fault; nil where it names none.
  public struct Place: Equatable, Sendable {
    /// The leaf; nil where it names none.
    public var leaf: UInt32?
    /// The subleaf; nil where it names none.
    public var subleaf: UInt32?
    /// The MSR's number; nil where it names none.
    public var msr: UInt32?

    /// A place as Xen names it.
    public init(leaf: UInt32? = nil, subleaf: UInt32? = nil, msr: UInt32? = nil) {
      self.leaf = leaf
      self.subleaf = subleaf
      self.msr = msr
    }

    /// Whether it names neither leaf nor MSR.
    public var isNowhere: Bool { leaf == nil && msr == nil }
  }

  /// libxencall is not installed.
  case noLibrary
  /// The kernel's device does not open.
  case unreachable(XenErrno)
  /// The hypervisor refused.
  case refused(XenCall, XenErrno, Place = Place())
  /// No version of an interface that this program speaks is this hypervisor's.
  case unknownVersion(XenCall, tried: [UInt32])
  /// The hypervisor's answer is none that a policy could give.
  case malformed(XenCall, WireError)
  /// The hypervisor's answer is none to this question: more than there was room for, or out of order.
  case implausible(XenCall)
  /// The store, where names of domains are kept, does not answer; nil where its library is not
  /// installed.
  case store(XenErrno?)

  /// The hypervisor's error number, where it gave one.
  public var errno: XenErrno? {
    switch self {
    case .unreachable(let errno), .refused(_, let errno, _): errno
    case .noLibrary, .unknownVersion, .malformed, .implausible, .store: nil
    }
  }
}

extension XenError.Place: CustomStringConvertible {
  /// `leaf 0x4:6`, `MSR 0xce`, or nothing.
  public var description: String {
    if let msr { return "MSR 0x" + String(msr, radix: 16) }
    guard let leaf else { return "" }
    return "leaf \(PlaceText.leaf(LeafPlace(leaf, subleaf ?? LeafPlace.noSubleaf)))"
  }
}

extension XenError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noLibrary: return "libxencall.so.1 is not installed; install Xen's libraries"
    case .unreachable(let errno):
      let remedy =
        errno == .wrongVersion || errno == .notPermitted
        ? "run as root in the control domain" : "is this the control domain of a Xen host?"
      return "/dev/xen/privcmd does not open: \(errno); \(remedy)"
    case .refused(let call, let errno, let place):
      let at = place.isNowhere ? "" : " at \(place)"
      return "\(call.rawValue): \(errno)\(at): \(Self.meaning(call, errno))"
    case .unknownVersion(let call, let tried):
      let list = tried.map { "0x" + String($0, radix: 16) }.joined(separator: ", ")
      return "\(call.rawValue): this Xen speaks none of the interface versions \(list)"
    case .malformed(let call, let error):
      let place = Place(leaf: error.leaf, subleaf: error.subleaf)
      return "\(call.rawValue): the answer is no policy, at \(place)"
    case .store(nil): return "libxenstore.so.4 is not installed; install Xen's libraries"
    case .store(let errno?):
      return "Xen's store does not answer: \(errno); is xenstored running?"
    case .implausible(let call):
      return "\(call.rawValue): the answer does not fit the question; "
        + "does this Xen lay out its structures otherwise than its version says?"
    }
  }

  private static func meaning(_ call: XenCall, _ errno: XenErrno) -> String {
    switch errno {
    case .notPermitted: "the caller may not do this"
    case .noSuchDomain: "there is no such domain"
    case .tooMany: "more records than a policy can come to"
    case .noMemory: "Xen has no memory left"
    case .wrongVersion: "Xen speaks another version of the interface"
    case .badAddress: "a buffer cannot be reached"
    case .busy: "the domain is in use"
    case .exists:
      call == .setPolicy
        ? "the domain has run, and its policy is fixed" : "the domain exists already"
    case .invalid:
      call == .setPolicy
        ? "a limit, the vendor or an MSR is not acceptable, or a domain asked for itself"
        : "an argument is not acceptable"
    case .outOfRange: "no policy of this Xen has this place"
    case .notImplemented: "this Xen has no such call"
    case .overflow: "the value is wider than Xen's storage"
    case .notSupported: "this Xen was built without it"
    case .bufferTooSmall: "the buffer is too small"
    default: "Xen refused"
    }
  }
}
