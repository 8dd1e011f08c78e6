// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import PolicyText

/// What changed of a host with one of its reports.
public struct DriftRecord: FleetRecord {
  /// A field that changed, with both values; nil for one that was or is not known.
  public struct Change: Equatable, Sendable {
    /// The field by its name in the host's record, e.g. `microcode` or `policies.hvm-max`.
    public var field: String
    /// What it was, and what it is.
    public var from, to: String?

    /// A change of a field.
    public init(field: String, from: String?, to: String?) {
      self.field = field
      self.from = from
      self.to = to
    }
  }

  /// How many of them are kept of a host.
  public static let mostOfHost = 100
  private static let mostChanges = 64

  /// The host.
  public var host: String
  /// Number of the report.
  public var sequence: Int
  /// When a server took the report, in seconds since 1970.
  public var at: Int
  /// What changed.
  public var changes: [Change]

  /// What changed with a report.
  public init(host: String, sequence: Int, at: Int, changes: [Change]) {
    self.host = host
    self.sequence = sequence
    self.at = at
    self.changes = changes
  }

  /// The fields in which two states of a host differ.
  public static func changes(from old: HostState, to new: HostState) -> [Change] {
    let (before, after) = (fields(old), fields(new))
    return Set(before.keys).union(after.keys).sorted().compactMap { field in
      let (from, to) = (before[field], after[field])
      return from == to ? nil : Change(field: field, from: from, to: to)
    }
  }

  /// Everything that a guest's fate may hang on, or an operator looks for first.
  private static func fields(_ state: HostState) -> [String: String] {
    var fields: [String: String] = ["facts": state.facts]
    for (name, digest) in state.policies { fields["policies.\(name)"] = digest }
    let (tsc, lbr) = (state.tsc, state.lbr)
    let numbers: [String: Int?] = [
      "tsc.khz": tsc.khz, "lbr.format": lbr.format, "lbr.depth": lbr.depth,
    ]
    let flags: [String: Bool?] = ["tsc.invariant": tsc.isInvariant, "tsc.scaling": tsc.canScale]
    for case (let name, let number?) in numbers { fields[name] = "\(number)" }
    for case (let name, let flag?) in flags { fields[name] = "\(flag)" }
    fields["microcode"] = state.microcode.map { Hex.word($0) }
    fields["kernel"] = state.kernel
    fields["hypervisor"] = state.hypervisor.map(Self.text)
    fields["machineMonitor"] = state.machineMonitor.map(Self.text)
    fields["firmware"] = state.firmware
    fields["commandLine"] = state.commandLine
    fields["pool"] = state.pool
    return fields
  }

  private static func text(_ software: HostState.Software) -> String {
    software.version.map { "\(software.name) \($0)" } ?? software.name
  }

  /// The record as it is written.
  public var json: JSONValue {
    .members([
      "host": .string(host), "sequence": .integer(sequence), "at": .integer(at),
      "changes": .array(
        changes.map {
          .members([
            "field": .string($0.field), "from": .optional($0.from), "to": .optional($0.to),
          ])
        }),
    ])
  }

  public init(reading value: JSONValue, source: String) throws(FormatError) {
    let reader = RecordReader(value, source: source)
    var changes: [Change] = []
    for part in try reader.list("changes", most: Self.mostChanges) {
      changes.append(
        Change(
          field: try part.text("field"), from: try part.optionalText("from", most: 1024),
          to: try part.optionalText("to", most: 1024)))
    }
    self.init(
      host: try reader.id("host"), sequence: try reader.number("sequence"),
      at: try reader.number("at"), changes: changes)
  }
}
