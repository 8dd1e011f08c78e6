// SPDX-License-Identifier: Apache-2.0

/// Why a request to KVM failed: which request, and what the kernel said.
public enum KVMError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kernel refused a request. `errno` is positive, as in `errno.h`.
  case refused(request: String, errno: Int32)
  /// `KVM_SET_MSRS` or `KVM_GET_MSRS` took fewer registers than asked; `index` is the first not taken.
  case registerRefused(request: String, index: UInt32, taken: Int, asked: Int)
  /// The table did not fit into the largest one that this interface allows.
  case tableTooLarge(request: String, limit: Int)
  /// The kernel's interface is not the one that this program speaks (version 12).
  case unsupportedVersion(Int32)
  /// The guest left its program otherwise than by halting. `reason` is `kvm_run.exit_reason`.
  case unexpectedExit(reason: UInt32)
  /// The guest did not come to its end in time.
  case timedOut(milliseconds: UInt32)
  /// More questions than the guest's memory has room for.
  case tooManyQuestions(asked: Int, limit: Int)

  public var description: String {
    switch self {
    case .refused(let request, let errno):
      return "\(request): the kernel refused with errno \(errno)\(Self.hint(request, errno))"
    case .registerRefused(let request, let index, let taken, let asked):
      return "\(request): MSR 0x\(String(index, radix: 16)) refused, \(taken) of \(asked) taken"
    case .tableTooLarge(let request, let limit):
      return "\(request): more than \(limit) entries"
    case .unsupportedVersion(let version):
      return "KVM_GET_API_VERSION: \(version), expected 12; a newer interface needs a newer program"
    case .unexpectedExit(let reason):
      return "KVM_RUN: the guest stopped with exit reason \(reason), expected 5 (HLT)"
    case .timedOut(let milliseconds):
      return "KVM_RUN: the guest did not halt within \(milliseconds) ms, and was stopped"
    case .tooManyQuestions(let asked, let limit):
      return "\(asked) questions for one guest, room for \(limit); ask in several runs"
    }
  }

  private static func hint(_ request: String, _ errno: Int32) -> String {
    switch errno {
    case 2: return "; load the module kvm_intel or kvm_amd"
    case 13: return "; permission denied, join the group that owns /dev/kvm"
    case 22 where request == "KVM_SET_CPUID2":
      return "; the guest has run, and its policy is fixed, or this KVM does not take the table"
    default: return ""
    }
  }
}
