// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What a machine's CPUs say of their places, and what is wrong with it: the `TopologyTree` document.
public struct MachineTopology: Sendable {
  /// Packages, dies, cores and threads, as the CPUs tell them.
  public var tree: TopologyTree
  /// What is wrong with what they tell.
  public var findings: [TopologyReport.Finding]

  package init(tree: TopologyTree, findings: [TopologyReport.Finding] = []) {
    self.tree = tree
    self.findings = findings
  }

  /// The CPUs of an input: virtual ones of a domain, those of a dump, or the one of a raw policy.
  ///
  /// - Throws: `FormatError` for an input that has none.
  public init(_ input: InputDocument, source: String) throws(FormatError) {
    let cpus = try input.topologyCPUs(source: source)
    let seats = input.content.seats
    tree = seats.isEmpty ? TopologyTree(cpus) : TopologyTree(seats: seats)
    findings = TopologyReport.findings(cpus)
  }

  var members: [JSONValue.Member] {
    [
      .init(name: "packages", value: .array(tree.packages.map(TopologyTreeBody.value))),
      .init(name: "caches", value: .array(tree.caches.map(TopologyTreeBody.value))),
      .init(
        name: "findings", value: .array(findings.map { .object(AuditReport.members($0)) })),
      JudgedBody(inputs: 1, cpus: tree.threads.count).member,
    ]
  }
}

extension InputDocument {
  /// Every CPU whose topology leaves the input holds.
  ///
  /// - Throws: `FormatError` for an input that has none: of features alone, and of a guest that is made on
  ///   a host, no topology is recorded, and nothing could be wrong with it.
  public func topologyCPUs(source: String) throws(FormatError) -> AnyCollection<CPUPolicy> {
    let cpus = cpusOfAnyForm
    let isOfFeatures =
      content.partial != nil || content.format == .featureset || content.identity != nil
    let isOfGuest = content.xlGuest != nil || content.setting != nil
    guard !isOfGuest, !isOfFeatures || !content.seats.isEmpty,
      !content.seats.isEmpty || cpus.contains(where: { $0.recordsTopology })
    else {
      throw FormatError(
        .malformed, source: source, message: "the input records no CPU's topology",
        remedy: "give a dump, a raw policy, a Domain document or qmp:SOCKET")
    }
    return cpus
  }

  private var cpusOfAnyForm: AnyCollection<CPUPolicy> {
    if let domain = document?.domain {
      return AnyCollection(
        (0..<domain.topology.vCPUs).lazy.map { vCPU in
          var policy = domain.policy
          policy.identify(vCPU: vCPU, in: domain.topology)
          return policy
        })
    }
    let cpus = document?.host.map(\.cpus) ?? content.cpus
    if !cpus.isEmpty { return AnyCollection(cpus) }
    return AnyCollection([content.raw ?? document?.host?.facts.boot].compactMap(\.self))
  }
}

private enum TopologyTreeBody {
  static func value(_ package: TopologyTree.Package) -> JSONValue {
    .members([
      "package": .integer(package.number), "dies": .array(package.dies.map(value)),
    ])
  }

  private static func value(_ die: TopologyTree.Die) -> JSONValue {
    .members(["die": .integer(die.number), "cores": .array(die.cores.map(value))])
  }

  private static func value(_ core: TopologyTree.Core) -> JSONValue {
    .members(["core": .integer(core.number), "threads": .array(core.threads.map(value))])
  }

  private static func value(_ thread: TopologyTree.Thread) -> JSONValue {
    .members([
      "cpu": .integer(thread.cpu), "apicID": .optional(thread.apicID.map(Int.init)),
    ])
  }

  static func value(_ cache: SharedCache) -> JSONValue {
    .members([
      "level": .integer(cache.level), "type": .string(cache.content?.word ?? "unknown"),
      "bytes": .integer(Int(clamping: cache.size)),
      "sharedBy": cache.sharedBy.map { .array($0.map { .integer($0) }) } ?? .null,
      "seenBy": .array(cache.seenBy.map { .integer($0) }),
    ])
  }
}
