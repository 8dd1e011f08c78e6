// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What the `Domain` document says.
enum DomainBody {
  /// A domain. The kind of guest stands in `guestKind`, because `kind` names the document.
  static func members(_ domain: Domain) -> [JSONValue.Member] {
    [
      .init(name: "name", value: .string(domain.name)),
      .init(name: "id", value: .integer(domain.id)),
      .init(name: "hypervisor", value: .string(domain.hypervisor)),
      .init(name: "guestKind", value: .string(domain.kind.name)),
      .init(name: "guestType", value: .optional(domain.type?.rawValue)),
      .init(name: "state", value: .string(domain.state.rawValue)),
      .init(name: "runState", value: .optional(domain.runState?.rawValue)),
      .init(name: "uuid", value: .optional(domain.uuid)),
      .init(name: "vcpus", value: .integer(Int(domain.topology.vCPUs))),
      .init(name: "topology", value: .object(TopologyBody.shape(domain.topology))),
      .init(
        name: "tsc",
        value: .members([
          "mode": .string(domain.tsc.mode.rawValue), "khz": .optional(domain.tsc.khz),
        ])),
      .init(name: "nested", value: .bool(domain.hasNestedVirtualisation)),
      .init(name: "vpmu", value: .bool(domain.hasPerformanceCounters)),
      .init(name: "usesLBR", value: .bool(domain.usesLBR)),
      .init(name: "judgedBy", value: judge(domain.judge)),
    ]
      // Where a hypervisor gives all or nothing there is none.
      + (domain.delivery.map { [.init(name: "delivery", value: delivery($0))] } ?? [])
      + [
        .init(
          name: "policy",
          value: PolicyJSON.document(NamedPolicy(name: domain.name, policy: domain.policy)))
      ]
  }

  private static func delivery(_ delivery: Delivery) -> JSONValue {
    .members([
      "verdict": .string(delivery.verdict.rawValue), "mode": .string(delivery.mode),
      "forecast": .bool(delivery.isForecast), "lost": .strings(delivery.lost),
      "unasked": .strings(delivery.unasked), "because": .string(delivery.because),
    ])
  }

  private static func delivery(_ value: JSONValue?) -> Delivery? {
    guard let value, let mode = value["mode"]?.string,
      let verdict = value["verdict"]?.string.flatMap(Delivery.Verdict.init(rawValue:))
    else { return nil }
    return Delivery(
      verdict: verdict, mode: mode, isForecast: value["forecast"]?.bool ?? false,
      lost: (value["lost"]?.array ?? []).compactMap(\.string),
      unasked: (value["unasked"]?.array ?? []).compactMap(\.string),
      because: value["because"]?.string ?? "")
  }

  private static func judge(_ judge: Domain.Judge?) -> JSONValue {
    guard let judge else { return .null }
    return .members([
      "host": .string(judge.host), "digest": .string("sha256:" + judge.digest),
      "lbr": .members([
        "format": .optional(judge.lbr.format), "depth": .optional(judge.lbr.depth),
      ]),
      "signature": judge.signature.map {
        .members([
          "family": .integer(Int($0.family)), "model": .integer(Int($0.model)),
          "stepping": .integer(Int($0.stepping)),
        ])
      } ?? .null,
      "hypervisor": judge.hypervisorName.map {
        .members(["name": .string($0), "version": .optional(judge.hypervisorVersion)])
      } ?? .null,
    ])
  }

  private static func judge(
    _ document: JSONValue?, _ source: String
  ) throws(FormatError) -> Domain.Judge? {
    guard let host = document?["host"]?.string, let digest = document?["digest"]?.string,
      digest.hasPrefix("sha256:")
    else { return nil }
    let lbr = HostDescription.BranchRecords(
      format: try HostBody.count(document?["lbr"]?["format"], "judgedBy.lbr.format", source),
      depth: try HostBody.count(document?["lbr"]?["depth"], "judgedBy.lbr.depth", source))
    return Domain.Judge(
      host: host, digest: String(digest.dropFirst(7)), lbr: lbr,
      signature: signature(document?["signature"]),
      hypervisorName: document?["hypervisor"]?["name"]?.string,
      hypervisorVersion: document?["hypervisor"]?["version"]?.string)
  }

  /// Older documents have none.
  private static func signature(_ value: JSONValue?) -> Signature? {
    guard let family = value?["family"]?.integer, let model = value?["model"]?.integer,
      let stepping = value?["stepping"]?.integer
    else { return nil }
    var signature = Signature(eax: 0)
    signature.family = UInt32(clamping: family)
    signature.model = UInt32(clamping: model)
    signature.stepping = UInt32(clamping: stepping)
    return signature
  }

  /// Reads a document.
  static func read(
    _ document: JSONValue, source: String
  ) throws(FormatError) -> Domain {
    func error(_ path: String, _ message: String) -> FormatError {
      FormatError(
        .malformed, source: source, message: "\(path): \(message)",
        remedy: "is this a Domain document?", path: path)
    }
    guard let name = document["name"]?.string, let id = document["id"]?.integer,
      let kind = document["guestKind"]?.string.flatMap({ GuestKind(name: $0) }),
      let state = document["state"]?.string.flatMap(Domain.State.init(rawValue:))
    else { throw error("Domain", "name, id, guestKind or state is missing or unknown") }
    // What a hypervisor did not tell is null, and older documents have no such members.
    func word<Word: RawRepresentable<String>>(_ name: String) throws(FormatError) -> Word? {
      guard let text = document[name]?.string else { return nil }
      guard let word = Word(rawValue: text) else { throw error(name, "\(text) is unknown") }
      return word
    }
    func number(_ name: String) throws(FormatError) -> UInt32 {
      guard let value = document["topology"]?[name]?.integer, let number = UInt32(exactly: value)
      else { throw error("topology.\(name)", "not a number") }
      return number
    }
    let topology: Topology
    let shape = (
      try number("sockets"), try number("dies"), try number("cores"), try number("threads")
    )
    let vCPUs = try number("vcpus")
    do {
      topology = try Topology(
        sockets: shape.0, dies: shape.1, cores: shape.2, threads: shape.3, vCPUs: vCPUs,
        layout: document["topology"]?["layout"]?.string == "legacy" ? .legacy : .packed)
    } catch let problem {
      throw error("topology", "\(problem)")
    }
    guard
      let mode = document["tsc"]?["mode"]?.string.flatMap(
        Domain.TimeStampCounter.Mode.init(rawValue:)),
      let policy = document["policy"]
    else { throw error("tsc.mode or policy", "missing or unknown") }
    var domain = Domain(
      name: name, id: id, hypervisor: document["hypervisor"]?.string ?? "local", kind: kind,
      state: state, runState: try word("runState"), type: try word("guestType"),
      uuid: document["uuid"]?.string, topology: topology,
      tsc: Domain.TimeStampCounter(
        mode: mode, khz: try HostBody.count(document["tsc"]?["khz"], "tsc.khz", source)),
      hasNestedVirtualisation: document["nested"]?.bool ?? false,
      hasPerformanceCounters: document["vpmu"]?.bool ?? false,
      usesLBR: document["usesLBR"]?.bool ?? false, judge: try judge(document["judgedBy"], source),
      policy: try PolicyJSON.policy(policy, source: source, path: "policy.").policy)
    domain.delivery = delivery(document["delivery"])
    return domain
  }
}
