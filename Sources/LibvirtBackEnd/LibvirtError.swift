// SPDX-License-Identifier: Apache-2.0

import CLibvirt
import Domains
import Glibc
import PolicyText

/// libvirt's numbers of its errors, as far as they are told apart here. `include/libvirt/virterror.h`.
public struct LibvirtCode: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Also for a CPU model that libvirt does not know.
  public static let internalError = LibvirtCode(rawValue: 1)
  /// The driver has no such call.
  public static let notSupported = LibvirtCode(rawValue: 3)
  /// There is no connection, or it has ended.
  public static let noConnection = LibvirtCode(rawValue: 5)
  /// An argument makes no sense to libvirt.
  public static let invalidArgument = LibvirtCode(rawValue: 8)
  /// What was asked for failed.
  public static let operationFailed = LibvirtCode(rawValue: 9)
  /// XML that is not what it should be.
  public static let xml = LibvirtCode(rawValue: 27)
  /// A domain of this name or UUID is there already.
  public static let domainExists = LibvirtCode(rawValue: 28)
  /// The call changes something, or could, and the connection is read-only.
  public static let denied = LibvirtCode(rawValue: 29)
  /// XML that is not well-formed.
  public static let xmlSyntax = LibvirtCode(rawValue: 35)
  /// A system call of libvirt's failed; the error has its errno.
  public static let system = LibvirtCode(rawValue: 38)
  /// The daemon and the library do not understand each other.
  public static let rpc = LibvirtCode(rawValue: 39)
  /// There is no such domain.
  public static let noDomain = LibvirtCode(rawValue: 42)
  /// The daemon does not let the caller in.
  public static let notAuthenticated = LibvirtCode(rawValue: 45)
  /// The domain is not in the state for it.
  public static let invalidOperation = LibvirtCode(rawValue: 55)
  /// The configuration asks for what libvirt cannot do.
  public static let unsupportedConfiguration = LibvirtCode(rawValue: 67)
  /// Nothing came in time.
  public static let timeout = LibvirtCode(rawValue: 68)
  /// An access rule forbids it.
  public static let accessDenied = LibvirtCode(rawValue: 88)
  /// The host's CPU lacks something of the guest's.
  public static let incompatibleCPU = LibvirtCode(rawValue: 91)
  /// XML that the schema refuses.
  public static let schema = LibvirtCode(rawValue: 92)
}

/// Why a request to libvirt failed: which call, and what libvirt said.
public enum LibvirtError: Error, Equatable, Sendable {
  /// The library is not installed, or lacks a call: what is missing.
  case noLibrary(String)
  /// The answer is none to the question.
  case malformed(call: String, reason: String)
  /// libvirt refused, or cannot be reached.
  case refused(Refusal)

  /// What libvirt said of a failure.
  public struct Refusal: Equatable, Sendable {
    /// The call of its C interface.
    public var call: String
    /// libvirt's number of the error.
    public var code: LibvirtCode
    /// The part of libvirt that failed, by its number.
    public var domain: Int32
    /// Errno of the system call that failed; 0 for none.
    public var system: Int32
    /// In libvirt's words, which may be in the user's language.
    public var message: String

    /// A refusal as libvirt's error has it.
    public init(
      call: String, code: LibvirtCode, domain: Int32 = 0, system: Int32 = 0, message: String
    ) {
      self.call = call
      self.code = code
      self.domain = domain
      self.system = system
      self.message = message
    }
  }

  init(_ call: String, _ error: borrowing clibvirt_error) {
    let message = withUnsafeBytes(of: error.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard error.code != CLIBVIRT_NO_LIBRARY else {
      self = .noLibrary(message)
      return
    }
    self = .refused(
      Refusal(
        call: call, code: LibvirtCode(rawValue: error.code), domain: error.domain,
        system: error.system, message: message))
  }

  /// Whether the caller may not ask.
  public var isPermission: Bool {
    guard case .refused(let refusal) = self else { return false }
    switch refusal.code {
    case .denied, .notAuthenticated, .accessDenied: return true
    case .system: return refusal.system == EACCES || refusal.system == EPERM
    default: return false
    }
  }
}

extension LibvirtError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noLibrary(let missing):
      let reason = missing.isEmpty ? "" : " (\(missing))"
      return "libvirt.so.0 cannot be used\(reason); install libvirt's client library"
    case .malformed(let call, let reason): return "\(call): \(reason)"
    case .refused(let refusal):
      let number = "code \(refusal.code.rawValue)"
      let message = refusal.message.isEmpty ? number : "\(refusal.message) (\(number))"
      return "\(refusal.call): \(message); \(refusal.remedy)"
    }
  }
}

extension LibvirtError.Refusal {
  /// What to do about it.
  public var remedy: String {
    switch code {
    case .denied:
      "a read-only connection may not ask this; run as root, or as one of the group libvirt"
    case .notAuthenticated, .accessDenied: "run as root, or as one of the group libvirt"
    case .system where system == EACCES || system == EPERM:
      "run as root, or as one of the group libvirt"
    case .system, .noConnection, .rpc:
      "is libvirt's daemon running, and the address (--connect) its own?"
    case .noDomain: "domain list shows those there are"
    case .domainExists: "name another"
    case .invalidOperation: "look at the domain's state"
    case .incompatibleCPU:
      "the host lacks what the guest asks for; host show --source libvirt has the host's CPU"
    case .xml, .xmlSyntax, .schema: "libvirt does not take this XML"
    case .internalError, .operationFailed, .unsupportedConfiguration:
      "libvirt cannot do this; its own log says more"
    case .invalidArgument, .notSupported: "this libvirt or its hypervisor has no such thing"
    case .timeout: "somebody else holds the domain; try again"
    default: "libvirt refused"
    }
  }
}

extension DomainError {
  /// What a failure of libvirt's is to who asked about a domain.
  public init(_ error: LibvirtError) {
    guard case .refused(let refusal) = error else {
      self = .unavailable(error)
      return
    }
    if error.isPermission {
      self = .permission("\(error)", cause: Cause(error))
      return
    }
    switch refusal.code {
    case .noConnection, .system, .rpc, .notSupported: self = .unavailable(error)
    default: self = .refused(error)
    }
  }
}
