// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

extension PolicyCommand {
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Say for a feature or field what each policy holds and which step made it so.",
      discussion: """
        Of a file of xl.cfg the policies are those of the host on which the guest is made (--host);
        what the guest has, and whether cpuid= made it so, is told besides. Of a guest that is a named CPU
        model (-cpu, libvirt's XML, Proxmox, nova, KubeVirt) it is told who decided: the model, the form or
        the host, and with exit status 1 that nobody knows. A file with complaints in the place of the name
        explains each feature that it names, one after the other.
        """)

    @Argument(
      help: "A feature (avx512f) or field (maxPhysicalAddressBits, or NAME:SUBLEAF).",
      completion: Offers.names)
    var name: String
    @OptionGroup var input: HostInput
    @OptionGroup var made: XLHost
    @OptionGroup var hypervisor: HypervisorOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let needs = Complaint.features(name)
      let items = try needs?.map { .feature($0) } ?? [Self.item(name, input.file)]
      let document = try input.file.map { try Input.read($0, format: input.from) }
      if let document, let guests = GuestExplaining(document.content, input.file ?? "") {
        try made.refuse()
        guard try hypervisor.owner() == nil else {
          throw CommandFailure(
            .usage, "\(input.file ?? ""): the options are a host's, and the input is a guest's CPU")
        }
        try guests.explain(items, output)
        return
      }
      let explanations = try items.map { try explanation(of: $0, document) }
      try ExplanationOutput.print(
        explanations.map { explanation in
          ExplanationOutput(
            subject: [explanation.item.name], document: .explanation(explanation),
            rows: explanation.changes.map {
              [$0.policy.name, $0.step.name, $0.change, $0.because]
            }, text: Self.text(explanation, hasHeading: !output.noHeaders))
        }, subjects: ["name"], output)
    }

    private func explanation(
      of item: ExplainedItem, _ document: InputDocument?
    ) throws -> Explanation {
      let owner = try hypervisor.owner()
      let host = try subject(item, document, owner).under(owner)
      return host.explanation(of: item, owner, held: host.systemPolicies(owner))
    }

    /// The host that is explained: the input, or the one on which a guest of xl.cfg is made.
    private func subject(
      _ item: ExplainedItem, _ document: InputDocument?, _ owner: DerivationOptions?
    ) throws -> HostDescription {
      guard let document, let file = input.file else {
        try made.refuse()
        return try input.load()
      }
      guard let configuration = document.content.xlGuest else {
        try made.refuse()
        return try HostInput.host(document, file)
      }
      guard let path = made.host else {
        throw CommandFailure(
          .findings,
          "\(file): unknown, because the guest's policy is one of a host's; --host FILE gives it")
      }
      let host = try HostInput.load(path, from: nil)
      let guest = try made.under(owner).guest(configuration, file, kind: nil)
      if guest.wanting == nil { Console.note(Self.text(item, of: guest, configuration)) }
      return host
    }

    /// What a guest has of an item, and what its setting says of it.
    private static func text(
      _ item: ExplainedItem, of guest: Guest, _ configuration: XLGuest
    ) -> String {
      let value: String
      var asked: RegisterChange?
      var mask: UInt32 = 0
      func find(_ place: LeafPlace, _ register: Register) {
        asked = configuration.setting.changes.first {
          $0.place == place && $0.register == register
        }
      }
      switch item {
      case .feature(let feature):
        value = guest.policy.has(feature) ? "yes" : "no"
        if case .leaf(let place, let register, let bit) = feature.place {
          find(place, register)
          mask = 1 << UInt32(bit)
        }
      case .field(let field, let subleaf):
        value = "0x" + String(guest.policy[field, subleaf: subleaf], radix: 16)
        let place = LeafPlace(field.leaf)
        find(place.isPlain ? place : LeafPlace(field.leaf, subleaf), field.register)
        mask = field.mask
      case .msrField(let field):
        let whole = guest.policy[msr: field.msr]
        value =
          whole.map { "0x" + String(($0 & field.mask) >> UInt64(field.lowBit), radix: 16) }
          ?? "none"
      }
      var words = ["\(guest.name) (\(guest.kind.name)): \(item.name): \(value)"]
      if let asked {
        if (asked.ones | asked.zeros) & mask != 0 { words.append("cpuid= forces it") }
        if asked.fromHost & mask != 0 { words.append("cpuid= takes it from the host policy") }
      }
      for change in configuration.setting.msrChanges where item == .feature(change.feature) {
        words.append(
          change.value == nil ? "cpuid= takes it from the host policy" : "cpuid= forces it")
      }
      return words.joined(separator: "; ")
    }

    private static func item(_ name: String, _ file: String?) throws -> ExplainedItem {
      let parts = name.split(separator: ":", maxSplits: 1)
      let first = String(parts.first ?? "")
      if let file, KnownName.meanings(of: first).isEmpty,
        !KnownName.meanings(of: file).isEmpty
      {
        throw CommandFailure(
          .usage, "\(file) is the name, and \(name) the file: policy explain \(file) \(name)")
      }
      switch try NameInput.meaning(of: first) {
      case .feature(let feature) where parts.count == 1: return .feature(feature)
      case .feature:
        throw CommandFailure(.usage, "\(name): a feature stands in one place; name no subleaf")
      case .msrField(let field): return .msrField(field)
      case .field(let field):
        let subleaf = parts.count == 2 ? UInt32(parts[1]) : field.subleaves.lowerBound
        guard let subleaf, field.subleaves.contains(subleaf) else {
          throw CommandFailure(
            .usage, "\(name): the field stands in subleaves \(field.subleaves)")
        }
        return .field(field, subleaf: subleaf)
      }
    }

    /// What the tables say of an item; empty for what no row of features is.
    static func row(of item: ExplainedItem) -> String {
      guard case .feature(let feature) = item else { return "" }
      return "\(feature.meaning); \(PlaceText.short(feature.place)), "
        + "audience \"\(feature.audience)\", \(feature.maturity.word)\n"
    }

    private static func text(_ explanation: Explanation, hasHeading: Bool) -> String {
      var text = Console.bold(explanation.item.name) + "\n"
      text += row(of: explanation.item) + "\n"
      for kind in PolicyKind.allCases {
        let number = explanation.values[kind] ?? 0
        let shown =
          if case .feature = explanation.item { number != 0 ? "yes" : "no" } else {
            "0x" + String(number, radix: 16)
          }
        text += kind.name + String(repeating: " ", count: 20 - kind.name.count) + shown + "\n"
      }
      var table = TextTable(["policy", "change", "step", "because"], empty: "no step changed it")
      for change in explanation.changes {
        table.add([change.policy.name, change.change, change.step.name, change.because])
      }
      text += "\n" + table.text(hasHeading: hasHeading)
      for (fact, kinds) in explanation.assumptions {
        let names = kinds.map(\.name).joined(separator: ", ")
        text += "\n\(fact.name) is not recorded and was assumed; another value changes \(names): "
        text += "\(fact.gather)\n"
      }
      return text
    }
  }
}
