// SPDX-License-Identifier: Apache-2.0

import Hosts
import Pictures
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// What `host show` is asked for, and its answer.
struct HostReport: Equatable {
  var file: String?
  var source: HostSource?
  var format: PolicyFormat?
  var policy: String?
  var cpuid: String?
  var dom0CPUID: String?
  var xen: String?
  var talk = Talk.usual
  var page = BrowserOutput()
  var color: Screen.Colours?
  var output = Output()

  func run() throws {
    Screen.choose(color)
    let kind = try policy.map(PolicySelection.kind)
    let owner = try HypervisorOptions.parse(cpuid: cpuid, dom0CPUID: dom0CPUID, xen: xen)
    let found = try HostInput.load(file, source, from: format)
    let host = found.under(owner)
    let policies = host.systemPolicies(owner)
    if let owner {
      HypervisorOptions.reportOrigin(found, owner)
      HypervisorOptions.reportUnmet(policies, owner)
    }
    guard !page.isWanted || kind == nil else {
      throw CommandFailure(.usage, "--html shows all policies; leave --policy out")
    }
    if try page.write(PageOptions.flag, output, { HostPage.text(host, policies) }) { return }
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

  /// Reads the words after `host show` where they are plain; nil for all others, which are the
  /// parser's.
  init?(plainWords words: some Sequence<String>) {
    guard HostReport.words.read(words, into: &self) else { return nil }
  }

  private static var words: PlainWords<HostReport> {
    PlainWords(entries: [
      .flag(FormOptions.noHeadersWord) { $0.output.hasHeadings = false },
      .flag(FormOptions.wideWord) { $0.output.isWide = true },
      .flag(Talk.quietWord) { $0.talk = .quiet },
      .flag(Talk.verboseWord) { if $0.talk != .quiet { $0.talk = .verbose } },
      .option(Screen.colorWord) { $0.color = $1 },
      .option(FormOptions.outputWord) { $0.output.form = $1 },
      .option(HostInput.sourceWord) { $0.source = $1 },
      .option(HostInput.fromWord) { $0.format = $1 },
      .option(HostCommand.Show.policyWord) { $0.policy = $1 },
      .option(HypervisorOptions.cpuidWord) { $0.cpuid = $1 },
      .option(HypervisorOptions.dom0CPUIDWord) { $0.dom0CPUID = $1 },
      .option(HypervisorOptions.xenWord) { $0.xen = $1 },
    ]) { report, word in
      guard report.file == nil else { return false }
      report.file = word
      return true
    }
  }
}
