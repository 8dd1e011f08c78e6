// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// A number in decimal or hexadecimal.
struct NumberArgument: ExpressibleByArgument {
  var value: UInt64

  init?(argument: String) {
    let isHex = argument.hasPrefix("0x") || argument.hasPrefix("0X")
    let digits = isHex ? argument.dropFirst(2) : Substring(argument)
    guard digits.utf8.allSatisfy({ $0 != 0x2b && $0 != 0x2d }),
      let value = UInt64(digits, radix: isHex ? 16 : 10)
    else { return nil }
    self.value = value
  }
}

extension DomainCommand {
  struct View: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "view",
      abstract: "Show what a virtual CPU gets from CPUID.",
      discussion: """
        The virtual CPU is in the state that the options say: by default its APIC is on, it is in long
        mode where the policy has one, and neither XSAVE nor protection keys are switched on.
        """)

    @Argument(help: "The domain's name.", completion: Offers.domains)
    var name: String
    @Argument(help: "The leaf (EAX), decimal or 0x.")
    var leaf: NumberArgument?
    @Argument(help: "The subleaf (ECX).")
    var subleaf: NumberArgument?
    @Option(help: "The virtual CPU that asks; left out: 0.")
    var vcpu: UInt32?
    @Flag(help: "Every leaf and subleaf that there is, as every virtual CPU gets it.")
    var all = false
    @Flag(help: "CR4.OSXSAVE is set.")
    var osxsave = false
    @Flag(help: "CR4.PKE is set.")
    var pke = false
    @Option(help: "XCR0, the states that XSAVE saves.")
    var xcr0: NumberArgument?
    @Option(help: "IA32_XSS, the supervisor states.")
    var xss: NumberArgument?
    @Flag(help: "The APIC is switched off.")
    var apicOff = false
    @Flag(help: "Long mode is not active.")
    var noLongMode = false
    @OptionGroup var connection: Connection
    @OptionGroup var output: OutputOptions

    func run() throws {
      guard let leaf else {
        guard all else { throw CommandFailure(.usage, "name a leaf, or give --all") }
        return try showAll()
      }
      guard !all else { throw CommandFailure(.usage, "--all shows every leaf; name none") }
      guard let leafNumber = UInt32(exactly: leaf.value),
        let subleafNumber = UInt32(exactly: subleaf?.value ?? 0)
      else { throw CommandFailure(.usage, "a leaf and a subleaf have 32 bits") }
      try DomainOutput.run(output) {
        let domain = try connection.domain(named: name)
        let number = try checked(domain).lowerBound
        let view = LocalHypervisor.view(domain)
        let registers = view.read(leafNumber, subleafNumber, by: state(number, domain))
        try show(
          GuestAnswer(
            domain: name, vCPU: number, leaf: leafNumber, subleaf: subleafNumber,
            registers: registers))
      }
    }

    /// The virtual CPUs that are asked for.
    private func checked(_ domain: Domain) throws -> Range<UInt32> {
      guard let vcpu else { return 0..<domain.topology.vCPUs }
      guard vcpu < domain.topology.vCPUs else {
        throw CommandFailure(
          .usage, "--vcpu \(vcpu): \(name) has \(Counted.of(domain.topology.vCPUs, "virtual CPU"))")
      }
      return vcpu..<(vcpu + 1)
    }

    private func state(_ vCPU: UInt32, _ domain: Domain) -> VirtualCPUState {
      VirtualCPUState(
        number: vCPU, usesXsave: osxsave || xcr0 != nil, usesProtectionKeys: pke,
        xcr0: xcr0?.value ?? 1, xss: xss?.value ?? 0, isAPICEnabled: !apicOff,
        isLongMode: !noLongMode && domain.policy.has(.lm), usesPAE: domain.policy.has(.pae))
    }

    private func showAll() throws {
      try DomainOutput.run(output) {
        let domain = try connection.domain(named: name)
        let view = LocalHypervisor.view(domain)
        let answers = try checked(domain).flatMap { number in
          GuestAnswer.all(of: domain, view, by: state(number, domain))
        }
        let rows = answers.map { answer in
          ["\(answer.vCPU)", Hex.word(answer.leaf), "\(answer.subleaf)"]
            + [Register.eax, .ebx, .ecx, .edx].map { Hex.word(answer.registers[$0]) }
        }
        let heading = ["vcpu", "leaf", "subleaf", "eax", "ebx", "ecx", "edx"]
        try output.print(
          Document.guestViews(answers).json, rows: { [heading] + rows },
          table: {
            var table = TextTable(heading)
            for row in rows { table.add(row) }
            return table.text(hasHeading: !output.noHeaders)
          })
      }
    }

    private func show(_ answer: GuestAnswer) throws {
      let names = [Register.eax, .ebx, .ecx, .edx].map { register in
        ("\(register)", Hex.word(answer.registers[register]))
      }
      try output.print(
        Document.guestView(answer).json, rows: { [names.map(\.0), names.map(\.1)] },
        table: { names.map { "\($0.0) \($0.1)" }.joined(separator: "  ") + "\n" })
    }
  }
}

extension GuestAnswer {
  /// Every leaf and subleaf within a domain's limits, lists with their ends, as one virtual CPU gets it.
  fileprivate static func all(
    of domain: Domain, _ view: GuestView, by vCPU: VirtualCPUState
  ) -> [GuestAnswer] {
    var answers: [GuestAnswer] = []
    func ask(_ leaf: UInt32, _ subleaf: UInt32, isNeeded: Bool) {
      let registers = view.read(leaf, subleaf, by: vCPU)
      guard isNeeded || !registers.isZero else { return }
      answers.append(
        GuestAnswer(
          domain: domain.name, vCPU: vCPU.number, leaf: leaf, subleaf: subleaf,
          registers: registers))
    }
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard place.leaf >> 28 != 4, domain.policy.isWithinLimits(leaf: place.leaf) else { continue }
      let subleaf = place.isPlain ? 0 : place.subleaf
      let isListed = place.isPlain || Int(subleaf) <= domain.policy.subleafCount(place.leaf)
      ask(place.leaf, subleaf, isNeeded: subleaf == 0 || isListed)
    }
    let base: UInt32 = 0x4000_0000
    let limit = view.read(base, 0, by: vCPU).eax
    guard limit >= base, limit &- base < 0x100 else { return answers }
    for leaf in base...limit {
      // The time-stamp counter's leaf is the one with subleaves.
      for subleaf in 0..<UInt32(leaf == base + 3 ? 3 : 1) { ask(leaf, subleaf, isNeeded: true) }
    }
    return answers
  }
}
