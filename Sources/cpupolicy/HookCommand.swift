// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import LibvirtBackEnd
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import Stores

struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "A gate in libvirt's way: guests that would go on with another CPU.",
    subcommands: [Libvirt.self, Install.self, Remove.self])

  static let usualConfiguration = "/etc/cpupolicy/hook.conf"

  struct Libvirt: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "libvirt",
      abstract: "libvirt's qemu hook: the domain's XML comes on the standard input.",
      discussion: """
        A guest that migrates to this host or is restored on it goes on with the CPU that it gets here. This \
        is held against what it booted with, as domain watch kept it, and the configuration says what to do: \
        difference = warn|refuse, unknown = warn|refuse, store = FOLDER. A start that is a boot passes. What \
        is refused ends with status 1, and its reason stands in libvirt's own error.

        Nothing is asked of libvirt. A configuration that is missing or broken refuses nothing, unless \
        --strict is given.
        """)

    @Argument(help: "The domain's name.", completion: Offers.domains)
    var name: String
    @Argument(help: "migrate, restore, prepare, start, started, stopped or release; others pass.")
    var operation: String
    @Argument(help: "begin or end, which libvirt gives with it.")
    var phase: String?
    @Argument(help: "libvirt's fourth word, which is a hyphen.")
    var extra: String?
    @Option(help: "The configuration.", completion: Offers.files)
    var config = HookCommand.usualConfiguration
    @Option(
      help: "The folder of boot policies; else the configuration's.", completion: Offers.folders)
    var store: String?
    @Flag(help: "Refuse where the configuration is missing or broken.")
    var strict = false
    @OptionGroup var output: OutputOptions

    func run() throws {
      guard let operation = HookGate.Operation(rawValue: operation) else { return try show(.pass) }
      let gate: HookGate
      do {
        gate = HookGate(try HookCommand.read(config))
      } catch {
        let text = "cpupolicy: the configuration of the hook cannot be used: \(error)"
        guard !strict else {
          try show(.refuse, text)
          throw CommandFailure(.findings, text)
        }
        Console.error(text + "; nothing is refused")
        try judge(operation, HookGate(HookGate.Configuration()))
        return
      }
      try judge(operation, gate)
    }

    private func judge(_ operation: HookGate.Operation, _ gate: HookGate) throws {
      let decision: HookGate.Decision
      do {
        decision = try self.decision(operation, gate)
      } catch {
        let text =
          "cpupolicy: \(name): nothing can be told: \(CommandFailure(error)?.message ?? "\(error)")"
        // A guest that boots goes on with nothing.
        let isArrival = operation == .migrate || operation == .restore
        decision = isArrival && gate.configuration.unknown == .refuse ? .refuse(text) : .warn(text)
      }
      switch decision {
      case .pass: try show(.pass)
      case .warn(let text):
        Console.error(text)
        try show(.warn, text)
      case .refuse(let text):
        try show(.refuse, text)
        throw CommandFailure(.findings, text)
      }
    }

    /// Prints the decision where a document is asked for; libvirt reads the error and the status alone.
    private func show(_ decision: HookDecision.Decision, _ reason: String? = nil) throws {
      guard output.output != .table else { return }
      let told = HookDecision(
        domain: name, operation: operation, decision: decision, reason: reason)
      try output.print(
        Document.hookDecision(told).json,
        rows: {
          [
            ["domain", "operation", "decision", "reason"],
            [name, operation, decision.rawValue, reason ?? ""],
          ]
        }, table: { "" })
    }

    private func decision(
      _ operation: HookGate.Operation, _ gate: HookGate
    ) throws -> HookGate.Decision {
      let bytes = try InputFile.contents(of: "-")
      let subject = try HookGate.Subject(
        String(decoding: bytes, as: UTF8.self), source: "libvirt:\(name)")
      let store = BootPolicyStore(
        folder: self.store ?? gate.configuration.store ?? BootPolicyStore.usualFolder)
      switch operation {
      case .started, .stopped, .release:
        store.endArrival(of: subject.uuid)
        return .pass
      case .migrate, .restore:
        try store.expectArrival(of: subject.uuid)
        // Of other guests libvirt says only at the start what they had.
        guard subject.isHostOwn || subject.isExpanded else { return .pass }
      case .prepare, .start:
        guard store.isArriving(subject.uuid) else { return .pass }
      }
      // What cannot be read of a guest that arrives is unknown, and the configuration decides.
      let boot: CPUPolicy?
      do {
        boot = try (store.domain(subject.uuid) ?? carried(subject))?.policy
      } catch {
        return gate.decide(subject.name, boot: nil, now: nil, reason: "\(error)")
      }
      do {
        let (now, reason) = try present(subject)
        return gate.decide(subject.name, boot: boot, now: now, reason: boot == nil ? nil : reason)
      } catch {
        return gate.decide(
          subject.name, boot: boot, now: nil, reason: CommandFailure(error)?.message ?? "\(error)")
      }
    }

    /// The guest as it booted, by what it carries with it from another host; nil where it carries nothing.
    private func carried(_ subject: HookGate.Subject) throws -> Domain? {
      let source = "libvirt:\(subject.name): <metadata>"
      guard let xml = subject.domain.live,
        let text = try BootRecord.document(in: xml, source: source)
      else { return nil }
      guard
        let domain = try InputDocument(reading: Array(text.utf8), source: source).document?.domain,
        domain.uuid == subject.uuid
      else {
        throw FormatError(
          .malformed, source: source, message: "it is no record of this guest",
          remedy: "start the guest anew under domain watch")
      }
      return domain
    }

    /// The CPU with which the guest would go on.
    private func present(
      _ subject: HookGate.Subject
    ) throws -> (policy: CPUPolicy?, reason: String?) {
      var judge = try LibvirtInput.judge()
      let judged = try judge.judge(subject.domain)
      guard judged.document.request == nil else {
        return (nil, judged.notes.last)
      }
      return (judged.domain.policy, nil)
    }
  }

  /// The configuration of a file.
  static func read(_ path: String) throws(FormatError) -> HookGate.Configuration {
    let bytes = try InputFile.contents(of: path)
    return try HookGate.Configuration(parsing: String(decoding: bytes, as: UTF8.self), source: path)
  }
}
