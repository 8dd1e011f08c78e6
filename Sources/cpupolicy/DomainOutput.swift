// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// `MODE[:KHZ]`.
struct TSCOption: ExpressibleByArgument {
  var value: Domain.TimeStampCounter

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let word = parts[0].replacing("_", with: "-")
    let mode = Domain.TimeStampCounter.Mode(
      rawValue: String(word == "emulate" ? "always-emulate" : word))
    guard let mode else { return nil }
    guard parts.count == 2 else {
      value = Domain.TimeStampCounter(mode: mode)
      return
    }
    guard let khz = UInt32(parts[1]), khz > 0 else { return nil }
    value = Domain.TimeStampCounter(mode: mode, khz: Int(khz))
  }
}

/// What a toolstack wants other than the default, in any of the known forms.
enum ChangeOption {
  static func parse(_ list: String) throws -> PolicyChanges {
    do {
      if XLSetting.isLikely(list) { return PolicyChanges(try XLSetting(parsing: list)) }
      return PolicyChanges(try NameInput.list(list, option: "--cpuid"))
    } catch let error as CPUIDOptionErrors {
      throw CommandFailure(.usage, each: error.errors.map { "--cpuid: \($0)" })
    }
  }
}

/// How the domain commands print and fail.
enum DomainOutput {
  /// Runs a command's work and turns its failures into exit statuses: 1 for whatever the hypervisor
  /// refuses, 2 for a name that is none.
  ///
  /// - Parameter remedy: what to do where the policy is rejected, besides what each violation says.
  static func run(
    _ output: OutputOptions, remedy: String? = nil, _ body: () throws -> Void
  ) throws {
    do {
      try body()
    } catch let error as DomainError {
      throw try failure(error, output, remedy)
    }
  }

  /// The same of work that asks a hypervisor.
  static func run(
    _ output: OutputOptions, remedy: String? = nil, _ body: () async throws -> Void
  ) async throws {
    do {
      try await body()
    } catch let error as DomainError {
      throw try failure(error, output, remedy)
    }
  }

  /// The failure that an error comes to, after what it says of policies is printed.
  private static func failure(
    _ error: DomainError, _ output: OutputOptions, _ remedy: String?
  ) throws -> CommandFailure {
    switch error {
    case .rejected(let violations):
      try AuditOutput.print(Judgement(of: violations), output)
      let verdict = "the policy is rejected, and nothing has changed"
      return CommandFailure(.findings, each: [verdict] + [remedy].compactMap(\.self))
    case .altered(_, let differences, _):
      try PolicyCommand.Diff.show(differences, "asked for", "taken", output)
    default: break
    }
    return CommandFailure(error)
  }

  /// A topology that does not fit is refused, not misused.
  static func unfit(_ body: () throws(TopologyError) -> Topology) throws -> Topology {
    do {
      return try body()
    } catch {
      throw CommandFailure(.usage, "\(error)")
    }
  }

  static func show(_ domain: Domain, _ output: OutputOptions) throws {
    try output.print(
      Document.domain(domain).json,
      rows: { rows([DomainSummary(domain)]) },
      table: { text(domain) })
  }

  /// A list of domains for CSV: a heading, and a row each.
  static func rows(_ domains: [DomainSummary]) -> [[String]] {
    let heading = ["name", "id", "kind", "state", "vcpus", "topology", "features"]
    let further = ["digest", "type", "runState", "uuid"]
    let hasDelivery = domains.contains { $0.delivery != nil }
    return [heading + further + (hasDelivery ? ["verdict", "lost", "because"] : [])]
      + domains.map { domain in
        let delivery = domain.delivery
        return cells(domain) + [
          "sha256:\(domain.digest)", domain.type ?? "", domain.runState ?? "", domain.uuid ?? "",
        ]
          + (hasDelivery
            ? [
              delivery?.verdict.rawValue ?? "", delivery?.lost.joined(separator: " ") ?? "",
              delivery?.because ?? "",
            ] : [])
      }
  }

  /// A list of domains for people: kind and state with what the hypervisor says of them, and as much
  /// of the digest as tells policies apart.
  static func table(_ domains: [DomainSummary], hasHeading: Bool) -> String {
    let hasDelivery = domains.contains { $0.delivery != nil }
    var table = TextTable(
      ["name", "id", "kind", "state", "vcpus", "topology", "features", "digest"]
        + (hasDelivery ? ["verdict"] : []),
      empty: "no domains: domain create makes one")
    for domain in domains {
      var row = cells(domain)
      if domain.id < 0 { row[1] = "-" }
      row[2] = kind(domain)
      row[3] = state(domain)
      row.append(String(domain.digest.prefix(12)))
      if hasDelivery { row.append(domain.delivery.map(verdict) ?? "") }
      table.add(row)
    }
    return table.text(hasHeading: hasHeading)
  }

  private static func cells(_ domain: DomainSummary) -> [String] {
    [
      // What does not run has no number with libvirt.
      domain.name, domain.id < 0 ? "" : "\(domain.id)", domain.kind, domain.state,
      "\(domain.vCPUs)", domain.topology,
      "\(domain.featureCount)",
    ]
  }

  /// The kind, with what toolstacks call it where the hypervisor tells: `hvm (PVH)`.
  private static func kind(_ domain: DomainSummary) -> String {
    domain.kind + (domain.type.map { " (\($0.uppercased()))" } ?? "")
  }

  /// The state, with what the domain does now: `sealed, running`.
  private static func state(_ domain: DomainSummary) -> String {
    domain.state + (domain.runState.map { ", \($0)" } ?? "")
  }

  /// `lost-features: aes, avx`.
  static func verdict(_ delivery: Delivery) -> String {
    let lost = delivery.lost.isEmpty ? "" : ": " + delivery.lost.joined(separator: ", ")
    return (delivery.isForecast ? "next start: " : "") + delivery.verdict.rawValue + lost
  }

  private static func text(_ domain: Domain) -> String {
    var extras: [String] = []
    if domain.hasNestedVirtualisation { extras.append("nested virtualisation") }
    if domain.hasPerformanceCounters { extras.append("performance counters") }
    if domain.usesLBR { extras.append("last-branch records") }
    let summary = DomainSummary(domain)
    var text =
      "domain     \(ShownText.line(domain.name)) (\(domain.id < 0 ? "-" : "\(domain.id)")), \(kind(summary)), \(state(summary))\n"
    if let uuid = domain.uuid { text += "uuid       \(ShownText.line(uuid))\n" }
    text +=
      "topology   \(domain.topology.text), \(Counted.of(domain.topology.vCPUs, "virtual CPU"))\n"
    text += "tsc        \(domain.tsc.mode.rawValue)"
    text += domain.tsc.khz.map { ", \($0) kHz\n" } ?? "\n"
    if !extras.isEmpty { text += "with       \(extras.joined(separator: ", "))\n" }
    if let delivery = domain.delivery {
      text += "asked for  \(ShownText.line(delivery.mode)): \(verdict(delivery))\n"
      text += "           \(ShownText.line(delivery.because))\n"
      if !delivery.unasked.isEmpty {
        text += "besides    \(ShownText.line(delivery.unasked.joined(separator: ", ")))\n"
      }
    }
    return text + PolicyTable.text(NamedPolicy(name: domain.name, policy: domain.policy))
  }
}
