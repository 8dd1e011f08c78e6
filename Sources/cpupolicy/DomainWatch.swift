// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import LibvirtBackEnd
import PolicyDocuments
import PolicyFormats
import PolicyText
import Stores
import Synchronization

extension DomainCommand {
  struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "watch",
      abstract: "Tell what happens to libvirt's domains, and keep with which CPU each boots.",
      discussion: """
        Of each boot the domain with its policy is kept in the store, where hook libvirt and any other command \
        find it (UUID.json), and where the caller may change domains in the domain's own <metadata>, which goes \
        along when the guest moves. A guest that was migrated or restored keeps what it booted with. Each line has \
        the event, the domain and what it got of what was asked for; with -o json it is an Event document, and \
        with -o yaml each event is a document of its own. The command ends with the daemon.
        """)

    @Option(help: "The folder of boot policies.", completion: Offers.folders)
    var store = BootPolicyStore.usualFolder
    @Option(help: ArgumentHelp("End after so many events.", valueName: "number"))
    var events: Int?
    @Flag(help: "Keep nothing.")
    var dryRun = false
    @Option(
      help: ArgumentHelp(
        "libvirt's address, e.g. qemu:///system; else LIBVIRT_DEFAULT_URI, or libvirt's choice.",
        valueName: "uri"))
    var connect: String?
    @Option(help: "libvirt, the only one that tells.")
    var hypervisor = Connection.Back.libvirt
    @OptionGroup var output: OutputOptions

    func run() throws {
      guard hypervisor == .libvirt else {
        throw CommandFailure(
          .usage, "--hypervisor \(hypervisor.rawValue): only libvirt tells of events")
      }
      if let events, events < 1 {
        throw CommandFailure(.usage, "--events \(events): give 1 or more")
      }
      let listener = try LibvirtListener(uri: connect)
      let libvirt = try LibvirtHypervisor(uri: connect)
      try tellRunning(libvirt)
      if output.output == .csv, !output.noHeaders { Console.data(Self.row(Self.heading)) }
      var count = 0
      while events.map({ count < $0 }) ?? true {
        guard let event = try listener.next(milliseconds: 1000) else { continue }
        count += 1
        try tell(event, libvirt)
      }
    }

    /// Guests that run already booted before anybody looked.
    private func tellRunning(_ libvirt: LibvirtHypervisor) throws {
      let store = BootPolicyStore(folder: store)
      let running = try libvirt.connection.domains().compactMap { try? $0.get() }
        .filter(\.isRunning)
      for domain in running where try store.domain(domain.uuid) == nil {
        Console.note("\(domain.name): it booted before, and with which CPU is not kept")
      }
    }

    private func tell(_ event: LibvirtEvent, _ libvirt: LibvirtHypervisor) throws {
      let store = BootPolicyStore(folder: store)
      var told = DomainEvent("\(event.kind)", domain: event.name, uuid: event.uuid)
      switch event.kind {
      case .undefined where !dryRun: store.forget(event.uuid)
      case .started:
        told.start = event.start.map { "\($0)" } ?? "otherwise"
        var judge = try LibvirtInput.judge(libvirt)
        do {
          let judged = try judge.judge(try libvirt.domain(named: event.name))
          told.delivery = judged.domain.delivery
          if event.start == .booted, !dryRun {
            try store.keep(judged.domain)
            told.isKept = true
            keepInDomain(judged.domain)
          }
        } catch {
          // The next one is told all the same; nothing is kept of what nobody could read.
          store.forget(event.uuid)
          Console.error("\(event.name): \(CommandFailure(error)?.message ?? "\(error)")")
        }
      default: break
      }
      try show(told)
    }

    private static let heading = [
      "event", "start", "domain", "uuid", "verdict", "lost", "because", "kept",
    ]

    private static func row(_ cells: [String]) -> String {
      cells.map(CSV.cell).joined(separator: ",") + "\n"
    }

    /// Prints an event by itself, since nobody knows of a next one: a line, or a document.
    private func show(_ event: DomainEvent) throws {
      let document = { Document.event(event).json }
      switch output.output {
      case .json: Console.data(document().line + "\n")
      case .yaml: Console.data("---\n" + (try YAML.text(document())))
      case .csv:
        Console.data(
          Self.row([
            event.event, event.start ?? "", event.domain, event.uuid,
            event.delivery?.verdict.rawValue ?? "",
            event.delivery?.lost.joined(separator: " ") ?? "", event.delivery?.because ?? "",
            event.isKept ? "kept" : "",
          ]))
      case .name: Console.data(ShownText.line(event.domain) + "\n")
      case .table:
        var words = [event.event] + (event.start.map { [$0] } ?? []) + [event.domain]
        words += event.delivery.map { [DomainOutput.verdict($0)] } ?? []
        if event.isKept { words.append("kept") }
        Console.data(words.map(ShownText.line).joined(separator: " ") + "\n")
      }
    }

    /// Keeps it in the domain itself, where that is allowed: the store has it all the same.
    private func keepInDomain(_ domain: Domain) {
      guard Self.mayChange.withLock({ $0 }) else { return }
      do {
        let hypervisor = try LibvirtHypervisor(uri: connect, access: .change)
        try BootRecord.keep(
          Document.domain(domain).json.text, digest: PolicyDigest.of(domain.policy),
          of: domain.name, in: hypervisor)
      } catch DomainError.permission {
        Self.mayChange.withLock { $0 = false }
        Console.note(
          "what domains boot with is kept in the store alone: their <metadata> is not the caller's")
      } catch {
        Console.note("\(domain.name): its <metadata> does not have it: \(error)")
      }
    }

    private static let mayChange = Mutex(true)
  }
}
