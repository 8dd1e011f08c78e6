// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What the hypervisor and the archive must bear.
// Skipped where a program is missing that builds or boots the hypervisor.
@Suite(.enabled(if: Machine.isThere)) struct HardshipTests {
  /// What is accepted reads back as it was set; what is refused has a place and changes nothing; the
  /// toolstack's library says the same; and the hypervisor goes on.
  @Test(arguments: ["EPYC-Rome", "Skylake-Server"])
  func damagedPolicies(_ model: String) throws {
    let machine = try Machine.boot(
      cpu: model + ",+svm,+npt", modules: ["control control argument=3000", "worker program"])
    let said = machine.lines(behind: "(d0)")
    #expect(said.count == 3)
    let first = try #require(said.first)
    #expect(first.hasSuffix(" accepted, of which 0 altered"))
    let accepted = first.split(separator: " ").compactMap { Int($0) }[1]
    #expect((100..<1500).contains(accepted))
    #expect(
      said[1] == "\(3000 - accepted) refused, of which 0 without a place and 0 not without effect")
    #expect(said[2] == "libcpupolicy says otherwise of 0")
    #expect(machine.status == 1)
    #expect(machine.lines.contains { $0.hasSuffix("unexpected 0") })
  }

  /// An interrupt's frame overwrites what stands below the stack pointer. The archive as shipped, with an
  /// interrupt behind each of its instructions, gives the results that it gives without.
  @Test func aStormOfInterrupts() throws {
    let machine = try Machine.boot(cpu: "EPYC-Rome", kernel: "storm")
    let lines = machine.lines
    #expect(lines.count == 2)
    for (line, rounds) in zip(lines, [400, 1]) {
      #expect(line.hasSuffix(" interrupts in \(rounds) rounds, 0 with another result"))
    }
    let steps = try #require(machine.lines(behind: "each instruction:").first)
    #expect(try #require(Int(steps.prefix { $0.isNumber })) > 500_000)
    #expect(machine.status == 1)
  }

  /// A fault of the hypervisor's own says where, and ends it.
  @Test func aFaultHasAPlace() throws {
    let machine = try Machine.boot(cpu: "EPYC-Rome", line: "fault")
    let place = try #require(machine.lines(behind: "fatal: exception 6 at").first)
    let address = try #require(UInt64(place.dropFirst(2).prefix { $0 != "," }, radix: 16))
    #expect((0x10_0000..<0x14_0000).contains(address))
    #expect(machine.status == 3)
  }

  /// Registers that belong to guests: the hypervisor's code names none of them.
  @Test func noVectorRegisters() throws {
    let code = try Machine.run(
      "/usr/bin/env",
      ["objdump", "-d", "--no-show-raw-insn", "\(try Machine.image.get())/hypervisor.elf"])
    #expect(code.lines.count > 5000)
    let found = code.lines.filter { line in
      ["%xmm", "%ymm", "%zmm", "%mm", "%st"].contains { line.contains($0) }
    }
    #expect(found == [])
  }
}
