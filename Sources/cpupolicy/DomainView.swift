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

    @Argument(help: "The domain's name.")
    var name: String
    @Argument(help: "The leaf (EAX), decimal or 0x.")
    var leaf: NumberArgument
    @Argument(help: "The subleaf (ECX).")
    var subleaf: NumberArgument?
    @Option(help: "The virtual CPU that asks.")
    var vcpu: UInt32 = 0
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
      guard let leafNumber = UInt32(exactly: leaf.value),
        let subleafNumber = UInt32(exactly: subleaf?.value ?? 0)
      else { throw CommandFailure(.usage, "a leaf and a subleaf have 32 bits") }
      try DomainOutput.run(output) {
        let domain = try connection.domain(named: name)
        guard vcpu < domain.topology.vCPUs else {
          throw CommandFailure(
            .usage, "--vcpu \(vcpu): \(name) has \(domain.topology.vCPUs) virtual CPUs")
        }
        let view = LocalHypervisor.view(domain)
        let state = VirtualCPUState(
          number: vcpu, usesXsave: osxsave || xcr0 != nil, usesProtectionKeys: pke,
          xcr0: xcr0?.value ?? 1, xss: xss?.value ?? 0, isAPICEnabled: !apicOff,
          isLongMode: !noLongMode && domain.policy.has(.lm), usesPAE: domain.policy.has(.pae))
        try show(view.read(leafNumber, subleafNumber, by: state), leafNumber, subleafNumber)
      }
    }

    private func show(_ registers: LeafRegisters, _ leaf: UInt32, _ subleaf: UInt32) throws {
      let names: [(String, UInt32)] = [
        ("eax", registers.eax), ("ebx", registers.ebx), ("ecx", registers.ecx),
        ("edx", registers.edx),
      ]
      let answer = GuestAnswer(
        domain: name, vCPU: vcpu, leaf: leaf, subleaf: subleaf, registers: registers)
      try output.print(
        Document.guestView(answer).json,
        rows: { [names.map(\.0), names.map { Hex.word($0.1) }] },
        table: { names.map { "\($0.0) \(Hex.word($0.1))" }.joined(separator: "  ") + "\n" })
    }
  }
}
