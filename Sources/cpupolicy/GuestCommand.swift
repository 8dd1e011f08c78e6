// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import KVMBackEnd
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

struct GuestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guest", abstract: "Guests that really run: what they see.",
    subcommands: [Verify.self])

  struct Verify: AwaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Boot a guest and compare what was requested, what KVM took, and what it saw.",
      discussion: """
        A small guest runs on every virtual CPU, in real mode and in long mode. It executes CPUID for
        every leaf and subleaf of the policy and around its edges, and RDMSR for the policy's MSRs.
        Then the kernel is offered another policy, which it must refuse, since the guest has run.

        Exit status: 0 where nothing but dynamic bits differs, 1 where something else does, also
        where this KVM forces it (reason forced or clamped): the guest is not the one that was
        asked for. With --fail-on a less severe difference does not count; a kernel that takes
        another policy always does. 4 where /dev/kvm does not open.
        """)

    @Argument(
      help: "The policy to request, or -; left out: the default of this KVM.",
      completion: Offers.files)
    var file: String?
    @Option(
      help: "The policy of the file, where it holds several, e.g. hvm-default.",
      completion: Offers.policies)
    var policy: String?
    @Option(help: "The input's format, where its content does not tell.")
    var from: PolicyFormat?
    @Flag(help: "The guest runs on KVM; the only back end that runs guests.")
    var kvm = false
    @Option(help: "Number of virtual CPUs; left out: as many as the topology seats, or 1.")
    var vcpus: UInt32?
    @Option(help: "SOCKETS:DIES:CORES:THREADS; left out: a core for each virtual CPU.")
    var topology: TopologyShape?
    @Option(
      help: "Features other than the default's, as for domain create: no-avx, ...",
      completion: Offers.lists)
    var cpuid: String?
    @Flag(help: "Also print what each virtual CPU answered, instruction by instruction.")
    var answers = false
    @OptionGroup var fail: FailOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
      if vcpus == 0 { throw CommandFailure(.usage, "--vcpus 0: a guest has at least one") }
      // A bad input is told apart from a KVM that does not open, wherever the command runs.
      let document = try file.map { try Input.read($0, format: from) }
      let configuration = policy == nil ? document?.content.xlGuest : nil
      if let configuration, configuration.isDomain, !configuration.kind.isHVM {
        throw CommandFailure(
          .unreadable,
          "\(file ?? ""): a guest of kind pv, which KVM does not run; give type=\"hvm\"")
      }
      if let request = document?.content.request {
        throw CommandFailure(
          .unreadable,
          "\(file ?? ""): the input names \(request.name) and not what it has; --emulator says it")
      }
      let candidate = try document.flatMap { document in
        configuration == nil
          ? try PolicySelection.pick(document, file ?? "", named: policy).policy : nil
      }
      let described = document?.content.guest
      let vcpus = vcpus ?? configuration?.vCPUs ?? described?.vCPUs
      var request = DomainRequest(name: "guest", kind: .hvm, vCPUs: vcpus ?? 1)
      if topology == nil, self.vcpus == nil, let shape = described?.topology {
        request.topology = shape
      }
      if let topology {
        request.topology = try DomainOutput.unfit { () throws(TopologyError) in
          try Topology(
            sockets: topology.sockets, dies: topology.dies, cores: topology.cores,
            threads: topology.threads, vCPUs: vcpus)
        }
      }
      if let configuration { request.changes = PolicyChanges(configuration.setting) }
      if let cpuid { request.changes = try ChangeOption.parse(cpuid) }
      try await DomainOutput.run(output) {
        let hypervisor = try KVMHypervisor()
        let domain = try await hypervisor.create(request, isDryRun: false)
        if let candidate { try offer(candidate, to: domain, of: hypervisor) }
        let verification = try hypervisor.verify(domain.name)
        try show(verification)
        guard verification.isImmutable else { throw CommandFailure(.findings, "") }
        try fail.check(verification.findings.map(\.severity))
      }
    }

    /// Hands the candidate to the kernel as it stands, with the topology that was asked for; an audit
    /// that would reject it is only told of, since what the kernel makes of it is the question.
    private func offer(
      _ candidate: CPUPolicy, to domain: Domain, of hypervisor: KVMHypervisor
    ) throws {
      var candidate = candidate
      if vcpus != nil || topology != nil {
        do {
          try candidate.apply(domain.topology, leaves: hypervisor.topologyLeaves)
          candidate.refreshCopies()
        } catch {
          throw CommandFailure(.usage, "\(error)")
        }
      }
      let violations = hypervisor.audit(
        candidate, for: domain, try hypervisor.systemPolicies())
      if let first = violations.first {
        Console.note(
          "an audit would reject the policy on this KVM, with \(violations.count) "
            + "violations; the first: \(first.codeText) \(first.placeText): \(first.message)")
      }
      for index in try hypervisor.tryPolicy(candidate, of: domain.name) {
        Console.note("KVM does not take the policy's MSR \(Hex.word(index.rawValue))")
      }
    }

    private func show(_ verification: GuestVerification) throws {
      let heading = [
        "vcpu", "place", "field", "requested", "effective", "seen", "reason", "severity",
      ]
      let rows = verification.differences.map { difference in
        [
          "\(difference.vCPU)", Self.place(difference), difference.name,
          Self.number(difference.requested), Self.number(difference.effective),
          Self.number(difference.seen), difference.reason.rawValue, difference.severity.word,
        ]
      }
      try output.print(
        Document.verification(verification, withAnswers: answers).json,
        rows: { answers ? Self.answerRows(verification) : [heading] + rows },
        table: {
          var text = Self.summary(verification)
          if !rows.isEmpty { text += "\n" + self.table([heading] + rows) }
          if answers { text += "\n" + self.table(Self.answerRows(verification)) }
          return text
        })
    }

    private func table(_ rows: [[String]]) -> String {
      var table = TextTable(rows[0])
      for row in rows.dropFirst() { table.add(row) }
      return table.text(hasHeading: !output.noHeaders)
    }

    private static func answerRows(_ verification: GuestVerification) -> [[String]] {
      [["vcpu", "mode", "question", "eax", "ebx", "ecx", "edx"]]
        + verification.answers.map { answer in
          let start = ["\(answer.vCPU)", "\(answer.mode)"]
          switch answer.question {
          case .cpuid(let leaf, let subleaf):
            let seen = answer.registers
            return start + ["0x\(String(leaf, radix: 16)):\(subleaf)"]
              + [seen.eax, seen.ebx, seen.ecx, seen.edx].map(Hex.word)
          case .rdmsr(let index):
            let value = answer.value
            return start + ["MSR 0x\(String(index, radix: 16))"]
              + [
                value.map { Hex.word(UInt32(truncatingIfNeeded: $0)) } ?? "fault", "", "",
                value.map { Hex.word(UInt32(truncatingIfNeeded: $0 >> 32)) } ?? "",
              ]
          }
        }
    }

    private static func summary(_ verification: GuestVerification) -> String {
      let modes = verification.modes.map { "\($0) mode" }.joined(separator: " and ")
      let verdict =
        verification.findings.isEmpty
        ? "the guest sees what was requested"
        : "\(verification.requestedNotEffective) requested and not effective, "
          + "\(verification.effectiveNotSeen) effective and not seen"
      return "\(verification.target): \(verdict)\n"
        + (verification.isImmutable
          ? "" : "the kernel takes another policy of a guest that has run: it is not immutable\n")
        + "\(Counted.of(verification.vCPUs, "virtual CPU")), \(verification.entries) entries each, in \(modes)\n"
    }

    private static func place(_ difference: GuestDifference) -> String {
      switch difference.place {
      case .leaf(let place, let register):
        "\(PlaceText.leaf(place)) \(PlaceText.upper(register))[\(difference.bitsText)]"
      case .msr(let index): "MSR 0x\(String(index.rawValue, radix: 16))[\(difference.bitsText)]"
      }
    }

    private static func number(_ value: UInt64?) -> String {
      value.map { "0x" + String($0, radix: 16) } ?? "none"
    }
  }
}
