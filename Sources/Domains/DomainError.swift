// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// Why a domain could not be created or changed.
public enum DomainError: Error, Equatable, Sendable {
  /// The name is empty, too long or has a character that names do not have.
  case invalidName(String)
  /// A domain of this name exists.
  case exists(String)
  case notFound(String)
  /// The domain has run (EEXIST).
  case sealed(String)
  /// Everything that is wrong with the policy.
  case rejected([Violation])
  case topology(TopologyError)
  /// The domain was judged by another host: name, that host, this one.
  case judgedElsewhere(String, by: String, here: String)
  /// A frequency that the host cannot give.
  case frequency(wanted: Int, host: Int)
  /// The store failed.
  case storage(String, cause: Cause? = nil)
  /// The hypervisor itself did not take what the audit had accepted.
  case refused(String, cause: Cause? = nil)
  /// The hypervisor took the policy of a domain and made another of it: each difference, first what was
  /// asked for. The former policy holds again, or is lost and says why it could not be set again.
  case altered(String, [PolicyDifference], lost: Cause?)
  /// A domain of this number could not be finished, nor could it be removed again.
  case leftBehind(Int, after: Cause, cause: Cause)
  /// Somebody else changed the domain between reading and writing.
  case changedMeanwhile
  /// The hypervisor cannot be reached.
  case unavailable(String, cause: Cause? = nil)
  /// The caller may not ask the hypervisor.
  case permission(String, cause: Cause? = nil)

  /// The failure of a lower layer that led to this one, kept as it was thrown. Two are alike that are of
  /// one type and say the same.
  public struct Cause: Equatable, Sendable, CustomStringConvertible {
    /// The failure as it was thrown.
    public let error: any Error

    /// A failure of a lower layer.
    public init(_ error: any Error) { self.error = error }

    public var description: String { "\(error)" }

    public static func == (left: Cause, right: Cause) -> Bool {
      type(of: left.error) == type(of: right.error) && left.description == right.description
    }
  }

  /// What led to the failure; nil where nothing below failed, or nobody knows what.
  public var cause: Cause? {
    switch self {
    case .storage(_, let cause), .refused(_, let cause), .unavailable(_, let cause),
      .permission(_, let cause), .altered(_, _, let cause):
      cause
    case .leftBehind(_, _, let cause): cause
    case .topology(let error): Cause(error)
    default: nil
    }
  }

  /// A refusal by a lower layer, in its words.
  package static func refused(_ error: any Error, remedy: String = "") -> DomainError {
    .refused("\(error)\(remedy)", cause: Cause(error))
  }

  /// A lower layer that cannot be reached, in its words.
  package static func unavailable(_ error: any Error) -> DomainError {
    .unavailable("\(error)", cause: Cause(error))
  }
}

extension DomainError: CustomStringConvertible {
  /// How many violations there are, with what is wrong first and what to do about it.
  private static func rejection(_ violations: [Violation]) -> String {
    let count = "rejected: \(Counted.of(violations.count, "violation"))"
    guard let first = violations.first else { return count }
    let start = violations.count > 1 ? "; the first: " : ": "
    let remedy = first.remedy.isEmpty ? "" : "; \(first.remedy)"
    return "\(count)\(start)\(first.codeText) \(first.placeText): \(first.message)\(remedy)"
  }

  public var description: String {
    switch self {
    case .invalidName(let name):
      "\"\(name)\" is no name of a domain; use 1 to 64 letters, digits, dots, hyphens or underscores"
    case .exists(let name): "a domain \(name) exists (EEXIST); choose another name, or destroy it"
    case .notFound(let name): "there is no domain \(name); domain list shows those there are"
    case .sealed(let name):
      "\(name) has run, and its policy is immutable (EEXIST); set a policy before a "
        + "domain's first run"
    case .rejected(let violations): Self.rejection(violations)
    case .topology(let error): "\(error)"
    case .judgedElsewhere(let name, let other, let here):
      "\(name) was made for the host \(other), and this is \(here); change it there, or make it anew "
        + "here"
    case .frequency(let wanted, let host):
      "a native time-stamp counter runs at the host's \(host) kHz, not at \(wanted); "
        + "choose mode default, or that frequency"
    case .storage(let message, _), .refused(let message, _), .unavailable(let message, _),
      .permission(let message, _):
      message
    case .altered(let name, let differences, let lost):
      "the hypervisor changed \(Counted.of(differences.count, "field")) of \(name)'s policy, which it had accepted; "
        + (lost.map { "its former policy is lost: \($0)" } ?? "its former policy is set again")
    case .leftBehind(let number, let first, let second):
      "\(first); domain \(number) was made and cannot be removed: \(second); destroy it"
    case .changedMeanwhile: "the domain was changed by somebody else meanwhile; try again"
    }
  }
}
