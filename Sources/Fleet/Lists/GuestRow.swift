// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import PolicyText

/// One guest of a list of guests.
public struct GuestRow: Sendable {
  /// What says which policy the guest was started with.
  public enum PolicySource: Hashable, Sendable {
    /// 64 hexadecimal digits.
    case digest(String)
    /// A file beside the list.
    case file(String)
  }

  /// The guest's name.
  public var name: String
  /// Where it runs; nil where the list does not say.
  public var host: String?
  /// What says with which policy it was started.
  public var policy: PolicySource
  /// Nil where the list does not say.
  public var kind: GuestKind?
  /// What its time-stamp counter does.
  public var tsc: Domain.TimeStampCounter
  /// What was switched on for the guest; nil where the list does not say, and its policy shows it.
  public var flags: Flags?

  /// What is switched on for a guest beside its policy.
  public struct Flags: Equatable, Sendable {
    /// Whether it may run guests of its own.
    public var hasNestedVirtualisation = false
    /// Whether it has performance counters.
    public var hasPerformanceCounters = false
    /// Whether it depends on last-branch records.
    public var usesLBR = false

    /// Nothing is switched on.
    public init() {}
  }
}

/// The cells of a row, as any form of the list has them, and what each must be.
struct GuestRowReader {
  /// Why a cell is refused.
  struct Refusal: Error {
    var column: GuestColumn
    var message: String
    var remedy: String
  }

  /// The row of these cells; an empty cell says nothing.
  static func row(_ cells: (GuestColumn) -> String?) throws(Refusal) -> GuestRow {
    func cell(_ column: GuestColumn) -> String? {
      cells(column).flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let name = cell(.name) else {
      throw Refusal(column: .name, message: "the guest has no name", remedy: "give it one")
    }
    guard let policy = cell(.policy) else {
      throw Refusal(
        column: .policy, message: "the guest \(name) has no policy", remedy: "\(GuestColumn.policy)"
      )
    }
    return GuestRow(
      name: name, host: cell(.host), policy: try source(policy),
      kind: try cell(.kind).map { text throws(Refusal) in try kind(text) },
      tsc: try counter(cell(.tsc) ?? ""),
      flags: try cells(.flags).map { text throws(Refusal) in try flags(text) })
  }

  private static func source(_ text: String) throws(Refusal) -> GuestRow.PolicySource {
    let isNamed = text.hasPrefix("sha256:")
    let digits = isNamed ? String(text.dropFirst(7)) : text
    let isDigest = FleetDigest.isOne(digits.lowercased())
    guard isNamed, !isDigest else { return isDigest ? .digest(digits.lowercased()) : .file(text) }
    throw Refusal(
      column: .policy, message: "\(text) is no digest", remedy: "\(GuestColumn.policy)")
  }

  private static func kind(_ text: String) throws(Refusal) -> GuestKind {
    guard let kind = GuestKind(name: text) else {
      throw Refusal(
        column: .kind, message: "\(text) is no kind of guest", remedy: "\(GuestColumn.kind)")
    }
    return kind
  }

  private static func counter(_ text: String) throws(Refusal) -> Domain.TimeStampCounter {
    var counter = Domain.TimeStampCounter()
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if let mode = parts.first.flatMap({ Domain.TimeStampCounter.Mode(rawValue: String($0)) }) {
      counter.mode = mode
      parts.removeFirst()
    }
    switch parts.count {
    case 0: return counter
    case 1 where text.isEmpty: return counter
    case 1:
      guard let khz = Int(parts[0]), (1...0x7fff_ffff).contains(khz) else { break }
      counter.khz = khz
      return counter
    default: break
    }
    throw Refusal(
      column: .tsc, message: "\(text) is no time-stamp counter", remedy: "\(GuestColumn.tsc)")
  }

  private static func flags(_ text: String) throws(Refusal) -> GuestRow.Flags {
    var flags = GuestRow.Flags()
    for word in text.split(whereSeparator: { $0 == " " || $0 == "+" || $0 == ";" }) {
      switch word {
      case "nested": flags.hasNestedVirtualisation = true
      case "vpmu": flags.hasPerformanceCounters = true
      case "uses-lbr": flags.usesLBR = true
      default:
        throw Refusal(
          column: .flags, message: "\(word) is no flag", remedy: "\(GuestColumn.flags)")
      }
    }
    return flags
  }
}

/// The columns of a list of guests.
enum GuestColumn: String, CaseIterable, CustomStringConvertible {
  case name, host, policy, kind, tsc, flags

  /// What stands in the column.
  var description: String {
    switch self {
    case .name: "expected is the guest's name"
    case .host: "expected is the name of the host on which it runs"
    case .policy: "expected is a digest, sha256: and 64 digits, or a file's name"
    case .kind: "expected is pv, pv32, hvm or hvm-shadow"
    case .tsc: "expected is default, always-emulate or native, and :KHZ, or KHZ alone"
    case .flags: "expected are nested, vpmu and uses-lbr, with blanks between them"
    }
  }
}
