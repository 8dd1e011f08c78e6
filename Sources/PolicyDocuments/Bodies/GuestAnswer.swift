// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What the `GuestView` document says: what a virtual CPU of a domain gets from CPUID.
public struct GuestAnswer: Sendable {
  /// The domain's name.
  public var domain: String
  /// Number of the virtual CPU, from zero.
  public var vCPU: UInt32
  /// EAX and ECX of the question.
  public var leaf: UInt32
  /// ECX of the question.
  public var subleaf: UInt32
  /// What CPUID returns.
  public var registers: LeafRegisters

  /// A question of a virtual CPU's with its answer.
  public init(
    domain: String, vCPU: UInt32, leaf: UInt32, subleaf: UInt32, registers: LeafRegisters
  ) {
    self.domain = domain
    self.vCPU = vCPU
    self.leaf = leaf
    self.subleaf = subleaf
    self.registers = registers
  }

  var members: [JSONValue.Member] {
    [
      .init(name: "domain", value: .string(domain)),
      .init(name: "vcpu", value: .integer(Int(vCPU))),
    ] + answer
  }

  /// Question and answer alone.
  private var answer: [JSONValue.Member] {
    [
      .init(name: "leaf", value: .string(Hex.word(leaf))),
      .init(name: "subleaf", value: .integer(Int(subleaf))),
    ]
      + [Register.eax, .ebx, .ecx, .edx].map { register in
        .init(name: "\(register)", value: .string(Hex.word(registers[register])))
      }
  }

  /// What the `GuestViews` document says: every answer to every virtual CPU.
  ///
  /// - Parameter answers: those of one domain, one virtual CPU after the other.
  static func members(_ answers: [GuestAnswer]) -> [JSONValue.Member] {
    var vCPUs: [(number: UInt32, leaves: [JSONValue])] = []
    for answer in answers {
      if vCPUs.last?.number != answer.vCPU { vCPUs.append((answer.vCPU, [])) }
      vCPUs[vCPUs.count - 1].leaves.append(.object(answer.answer))
    }
    return [
      .init(name: "domain", value: .string(answers.first?.domain ?? "")),
      .init(
        name: "vcpus",
        value: .array(
          vCPUs.map { vCPU in
            .members(["vcpu": .integer(Int(vCPU.number)), "leaves": .array(vCPU.leaves)])
          })),
    ]
  }
}
