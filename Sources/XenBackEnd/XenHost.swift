// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// A Xen host as its hypervisor describes it: the six policies of the system, its version, its command
/// line, and the time-stamp counter.
public struct XenHost: Sendable {
  /// 4 of 4.17.2.
  public var majorVersion: UInt32
  /// 17 of 4.17.2.
  public var minorVersion: UInt32
  /// `.7`, `-unstable`: what stands behind the two numbers.
  public var extraVersion: String
  /// The hypervisor's command line; nil where Xen does not show it.
  public var commandLine: String?
  /// Number of logical CPUs that are online.
  public var logicalCPUs: Int
  /// Frequency of the time-stamp counter in kHz, as Xen measured it.
  public var tscKilohertz: Int
  /// What Xen can run.
  public var runsHVM: Bool
  /// Whether HVM guests have nested paging.
  public var hasNestedPaging: Bool
  /// The system's policies, as Xen reports them.
  public var policies: [XenPolicyIndex: CPUPolicy]
  /// The control domain's policy, and whether it is an HVM (PVH) domain.
  public var controlDomain: (policy: CPUPolicy, isHVM: Bool)?
  /// Leaves of the raw policy that no policy of ours holds.
  public var outside: [OutsideLeaf]

  /// `4.17.2`.
  public var version: String { "\(majorVersion).\(minorVersion)\(extraVersion)" }

  /// Asks the hypervisor.
  init(_ xen: XenInterface) throws(XenError) {
    let number = try xen.version(XenNumber.versionNumber, bytes: 0).answer
    majorVersion = UInt32(truncatingIfNeeded: number >> 16)
    minorVersion = UInt32(truncatingIfNeeded: number & 0xffff)
    extraVersion = try xen.version(XenNumber.extraVersion, bytes: 16).text
    // Since 4.4; a security module may hide it.
    commandLine = try? xen.version(XenNumber.commandLine, bytes: 1024).text
    let physinfo = try xen.system(.physinfo, XenNumber.physinfo)
    logicalCPUs = Int(physinfo.load(fromByteOffset: 8, as: UInt32.self))
    tscKilohertz = Int(physinfo.load(fromByteOffset: 24, as: UInt32.self))
    let capabilities = physinfo.load(fromByteOffset: 28, as: UInt32.self)
    runsHVM = capabilities & 1 != 0
    hasNestedPaging = capabilities >> 3 & 1 != 0
    policies = [:]
    outside = []
    for index in XenPolicyIndex.allCases {
      do {
        let reading = try xen.systemPolicy(index)
        policies[index] = reading.policy
        if index == .raw {
          outside = reading.outside.map { leaf in
            OutsideLeaf(
              of: .policy(PolicyKind.raw.name), place: LeafPlace(leaf.leaf, leaf.subleaf),
              registers: leaf.registers)
          }
        }
      } catch .refused(_, .notSupported, _) {
        // A kind of guest that this Xen was built without has no policies.
        continue
      }
    }
    if let info = try xen.domainInfo(of: 0) {
      controlDomain = (try xen.policy(of: 0), info.isHVM)
    }
  }

  /// Which of Xen's policies is ours; nil for one that Xen has not.
  static func index(of kind: PolicyKind) -> XenPolicyIndex? {
    switch kind {
    case .raw: .raw
    case .hostDefault: .host
    case .pvMax: .pvMax
    case .pvDefault: .pvDefault
    case .hvmMax: .hvmMax
    case .hvmDefault: .hvmDefault
    case .hostMax, .hvmShadowMax, .hvmShadowDefault, .dom0PV, .dom0HVM: nil
    }
  }

  /// What Xen itself says of its policies: those that it has, the control domain's, and the options under
  /// which the others are derived.
  var reported: ReportedPolicies {
    var reported = ReportedPolicies(
      options: XenCommandLine(commandLine ?? "").options, hasHVM: runsHVM,
      hasNestedPaging: hasNestedPaging)
    for kind in PolicyKind.allCases where runsHVM || !kind.isHVM {
      reported.policies[kind] = XenHost.index(of: kind).flatMap { policies[$0] }
    }
    if let controlDomain {
      reported.policies[controlDomain.isHVM ? .dom0HVM : .dom0PV] = controlDomain.policy
    }
    return reported
  }

  /// The host with all that is known of it.
  func describe() -> HostDescription? {
    var document = PolicyDocument(format: .xenCPUID)
    document.policies = PolicyKind.allCases.compactMap { kind in
      XenHost.index(of: kind).flatMap { policies[$0] }.map {
        NamedPolicy(name: kind.name, policy: $0)
      }
    }
    document.outside = outside
    guard var host = HostDescription(name: LocalMachine.hostName, document: document) else {
      return nil
    }
    host.facts.microcode = LocalMachine.microcode
    host.logicalCPUs = logicalCPUs
    host.tsc.khz = tscKilohertz
    host.hypervisorName = "Xen"
    host.hypervisorVersion = version
    host.hypervisorCommandLine = commandLine
    host.reported = reported
    return host
  }
}

extension HostDescription {
  /// This machine, as its Xen describes it.
  public static func ofXen() throws(DomainError) -> HostDescription {
    do {
      return try ofXen(XenInterface())
    } catch {
      throw DomainError(error)
    }
  }

  static func ofXen(_ xen: XenInterface) throws(XenError) -> HostDescription {
    guard let host = try XenHost(xen).describe() else {
      throw .refused(.getSystemPolicy, .notSupported)
    }
    return host
  }
}

extension DomainError {
  /// A failure of the way to Xen.
  init(_ error: XenError) {
    switch error {
    case .unreachable(.wrongVersion), .unreachable(.notPermitted), .refused(_, .notPermitted, _),
      .store(.wrongVersion), .store(.notPermitted):
      self = .permission("\(error)", cause: Cause(error))
    case .noLibrary, .unreachable, .unknownVersion, .store: self = .unavailable(error)
    case .refused, .malformed, .implausible: self = .refused(error)
    }
  }
}
