// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import LibvirtBackEnd
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

extension DomainCommand {
  struct Explain: AwaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Say why a domain has a feature, or is without it: who decided.",
      discussion: """
        The answer is one word: given, asked, added, not-in-model, disabled, lost-with-machine, host-lacks, \
        filtered (by QEMU or KVM), hypervisor, or unknown. Below it stands what each of those has who have a \
        word in it, and of a store's domain or Xen's which steps made the policies of its host.
        """)

    @Argument(help: "The domain's name.", completion: Offers.domains)
    var name: String
    @Argument(help: "The feature, e.g. avx512f.", completion: Offers.features)
    var feature: String
    @OptionGroup var connection: Connection
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let feature = try NameInput.feature(feature, option: "")
      try await DomainOutput.run(output) {
        let explanation: DomainExplanation
        if connection.back == .libvirt {
          explanation = try connection.explainOfLibvirt(feature, of: name)
        } else {
          let domain = try connection.domain(named: name)
          let host = try await connection.open(isDryRun: true).host()
          explanation = DomainExplanation(of: feature, domain, on: host)
        }
        try output.print(
          Document.domainExplanation(explanation).json,
          rows: { [["who", "present"]] + Self.stages(explanation) },
          table: { Self.text(explanation, hasHeading: !output.noHeaders) })
      }
    }

    private static func stages(_ explanation: DomainExplanation) -> [[String]] {
      explanation.stages.map { stage in
        [stage.name, stage.isPresent.map { $0 ? "yes" : "no" } ?? "unknown"]
      }
    }

    private static func text(_ explanation: DomainExplanation, hasHeading: Bool) -> String {
      let name = ShownText.line(explanation.domain)
      var text = Console.bold("\(explanation.feature.name) of \(name): ")
      text += "\(explanation.cause.rawValue)\n\(ShownText.line(explanation.because))\n\n"
      var table = TextTable(["who", "present"], empty: "nobody says anything of it")
      for row in stages(explanation) { table.add(row) }
      text += table.text(hasHeading: hasHeading)
      guard let host = explanation.ofHost, !host.changes.isEmpty else { return text }
      var steps = TextTable(["policy", "change", "step", "because"], empty: "")
      for change in host.changes {
        steps.add([change.policy.name, change.change, change.step.name, change.because])
      }
      return text + "\n" + steps.text(hasHeading: hasHeading)
    }
  }
}

extension LibvirtInput {
  /// Who decided of a domain's feature.
  static func explain(
    _ feature: Feature, of name: String, _ address: String?
  ) throws -> DomainExplanation {
    let hypervisor = try LibvirtHypervisor(uri: address)
    var judge = try judge(hypervisor)
    let domain = try hypervisor.domain(named: name)
    return try judge.explain(feature, of: domain, host: hostHas(feature, hypervisor))
  }

  /// Whether the host's own CPU has a feature, by what its libvirt says; nil where that does not tell.
  private static func hostHas(_ feature: Feature, _ hypervisor: LibvirtHypervisor) -> Bool? {
    guard let capabilities = try? hypervisor.capabilities(),
      var document = try? InputDocument(reading: Array(capabilities.utf8), source: "libvirt"),
      (try? ModelOptions.settle(&document.content, "libvirt")) != nil,
      let raw = document.content.policies.first?.policy, raw.isKnown(feature)
    else { return nil }
    return raw.has(feature)
  }
}
