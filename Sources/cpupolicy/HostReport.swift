// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// What `host show` is asked for, and its answer.
struct HostReport: Equatable {
  var file: String?
  var source = HostSource.native
  var format: PolicyFormat?
  var policy: String?
  var cpuid: String?
  var dom0CPUID: String?
  var output = Output()

  func run() throws {
    let kind = try policy.map(PolicySelection.kind)
    let owner = try HypervisorOptions.parse(cpuid: cpuid, dom0CPUID: dom0CPUID)
    let host = try HostInput.load(file, source, from: format)
    let policies = host.systemPolicies(owner)
    if host.reported != nil && owner != nil {
      Console.error("note: derived from Xen's raw policy: what a Xen with these options would show")
    }
    if let owner {
      if host.document != nil {
        Console.error("note: derived anew with these options from the raw policy of \(host.name)")
      }
      HypervisorOptions.reportUnmet(policies, owner)
    }
    if owner == nil, let document = host.document {
      try show(document, of: host, policies, kind)
    } else if let kind {
      let named = NamedPolicy(name: kind.name, policy: policies[kind], assumed: host.assumed)
      try output.print(
        Document.policyOfHost(kind, host, policies).json, rows: { PolicyTable.rows(named) },
        table: { PolicyTable.text(named) })
    } else {
      try output.print(
        Document.host(host, policies).json,
        rows: { HostTable.rows(policies) },
        table: { HostTable.text(host, policies, hasHeading: output.hasHeadings) })
    }
  }
}

extension HostReport {
  /// A document is shown as it stands.
  private func show(
    _ document: JSONValue, of host: HostDescription, _ policies: SystemPolicies, _ kind: PolicyKind?
  ) throws {
    guard let kind else {
      try output.print(
        document, rows: { HostTable.rows(policies) },
        table: { HostTable.text(host, policies, hasHeading: output.hasHeadings) })
      return
    }
    guard let named = host.recorded.first(where: { $0.name == kind.name }),
      let member = document["policies"]?[kind.name]
    else {
      throw CommandFailure(
        .unreadable, "\(host.name): the document holds no policy \(kind.name)")
    }
    try output.print(
      member, rows: { PolicyTable.rows(named) }, table: { PolicyTable.text(named) })
  }

  /// Reads the words after `host show` where they are plain: options by their full names, values
  /// as words of their own. `nil` for all others, which are the parser's.
  ///
  /// The parser finds the options of a command by reflection, which takes longer than to read a
  /// host and to derive its policies; scripts ask for hosts by the hundred. Whatever is taken here
  /// means to the parser the same: a test compares them.
  init?(plainWords words: some Sequence<String>) {
    var words = words.makeIterator()
    while let word = words.next() {
      switch word {
      case "--no-headers":
        output.hasHeadings = false
        continue
      case _ where HostReport.isPlainValue(word):
        guard file == nil else { return nil }
        file = word
        continue
      default: break
      }
      guard let value = words.next(), HostReport.isPlainValue(value) else { return nil }
      switch word {
      case "-o", "--output":
        guard let form = OutputForm(rawValue: value) else { return nil }
        output.form = form
      case "--source":
        guard let source = HostSource(rawValue: value) else { return nil }
        self.source = source
      case "--from":
        guard let format = PolicyFormat(rawValue: value) else { return nil }
        self.format = format
      case "--policy": policy = value
      case "--cpuid": cpuid = value
      case "--dom0-cpuid": dom0CPUID = value
      default: return nil
      }
    }
  }

  private static func isPlainValue(_ word: String) -> Bool {
    word.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
  }
}
