// SPDX-License-Identifier: Apache-2.0

/// An error number of Xen. The numbers are those of Linux; `xen/include/public/errno.h`.
public struct XenErrno: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public var rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }

  private init(_ rawValue: Int32) { self.rawValue = rawValue }

  /// `EPERM`: the caller is not privileged, or a security module forbids it.
  public static let notPermitted = XenErrno(1)
  /// `ENOENT`: the store has no such value.
  public static let noEntry = XenErrno(2)
  /// `ESRCH`: no such domain.
  public static let noSuchDomain = XenErrno(3)
  /// `E2BIG`: more records than a policy can come to.
  public static let tooMany = XenErrno(7)
  /// `ENOMEM`.
  public static let noMemory = XenErrno(12)
  /// `EACCES`: another version of the interface.
  public static let wrongVersion = XenErrno(13)
  /// `EFAULT`: a buffer cannot be reached.
  public static let badAddress = XenErrno(14)
  /// `EBUSY`.
  public static let busy = XenErrno(16)
  /// `EEXIST`: the domain has run, and its policy is fixed; or the domain exists.
  public static let exists = XenErrno(17)
  /// `EINVAL`: a limit, a vendor or an MSR that Xen does not accept, or a domain's own self.
  public static let invalid = XenErrno(22)
  /// `ERANGE`: no policy has this leaf, subleaf or MSR.
  public static let outOfRange = XenErrno(34)
  /// `ENOSYS`: no such hypercall.
  public static let notImplemented = XenErrno(38)
  /// `EOVERFLOW`: wider than the MSR's storage.
  public static let overflow = XenErrno(75)
  /// `EOPNOTSUPP`: compiled out.
  public static let notSupported = XenErrno(95)
  /// `ENOBUFS`: the buffer is too small.
  public static let bufferTooSmall = XenErrno(105)

  private static let names: [Int32: String] = [
    1: "EPERM", 2: "ENOENT", 3: "ESRCH", 5: "EIO", 7: "E2BIG", 11: "EAGAIN", 12: "ENOMEM",
    13: "EACCES", 14: "EFAULT", 16: "EBUSY", 17: "EEXIST", 19: "ENODEV", 22: "EINVAL",
    28: "ENOSPC", 34: "ERANGE", 38: "ENOSYS", 61: "ENODATA", 75: "EOVERFLOW", 95: "EOPNOTSUPP",
    105: "ENOBUFS",
  ]

  /// The number's C name; the bare number for one that Xen's policies never answer.
  public var name: String { Self.names[rawValue] ?? "errno \(rawValue)" }

  public var description: String { "\(name) (\(rawValue))" }
}
