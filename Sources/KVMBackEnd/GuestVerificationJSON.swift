// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// The `Verification` document.
public enum GuestVerificationJSON {
  /// What was compared, and every difference; on demand every answer of the guest.
  public static func document(
    _ verification: GuestVerification, withAnswers: Bool = false
  ) -> JSONValue {
    let document = JSONValue.document(
      .verification,
      [
        "target": .string(verification.target), "vcpus": .integer(Int(verification.vCPUs)),
        "entries": .integer(verification.entries),
        "modes": .strings(verification.modes.map { "\($0)" }),
        "differences": .array(verification.differences.map(difference)),
        "requestedNotEffective": .integer(verification.requestedNotEffective),
        "effectiveNotSeen": .integer(verification.effectiveNotSeen),
        "immutable": .bool(verification.isImmutable),
      ])
    guard withAnswers, case .object(let members) = document else { return document }
    let answers = JSONValue.array(verification.answers.map(answer))
    return .object(members + [.init(name: "answers", value: answers)])
  }

  private static func answer(_ answer: GuestVerification.Answer) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "vcpu", value: .integer(Int(answer.vCPU))),
      .init(name: "mode", value: .string("\(answer.mode)")),
    ]
    switch answer.question {
    case .cpuid(let leaf, let subleaf):
      members += [
        .init(name: "leaf", value: .string(Hex.word(leaf))),
        .init(name: "subleaf", value: .integer(Int(subleaf))),
      ]
      let registers = answer.answer.registers
      for register in [Register.eax, .ebx, .ecx, .edx] {
        members.append(
          .init(name: "\(register)", value: .string(Hex.word(registers[register]))))
      }
    case .rdmsr(let index):
      let value = answer.answer.value.map { "0x" + Hex.digits($0, 16) }
      members += [
        .init(name: "msr", value: .string(Hex.word(index))),
        .init(name: "value", value: .optional(value)),
      ]
    }
    return .object(members)
  }

  private static func difference(_ difference: GuestDifference) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "vcpu", value: .integer(Int(difference.vCPU)))
    ]
    let width: Int
    switch difference.place {
    case .leaf(let place, let register):
      members += [
        .init(name: "leaf", value: .string(Hex.word(place.leaf))),
        .init(name: "subleaf", value: place.isPlain ? .null : .integer(Int(place.subleaf))),
        .init(name: "register", value: .string("\(register)")),
      ]
      width = 8
    case .msr(let index):
      members.append(.init(name: "msr", value: .string(Hex.word(index.rawValue))))
      width = 16
    }
    func value(_ number: UInt64?) -> JSONValue {
      .optional(number.map { "0x" + Hex.digits($0, width) })
    }
    members += [
      .init(name: "bits", value: .string(difference.bitsText)),
      .init(name: "field", value: .string(difference.name)),
      .init(name: "requested", value: value(difference.requested)),
      .init(name: "effective", value: value(difference.effective)),
      .init(name: "seen", value: value(difference.seen)),
      .init(name: "reason", value: .string(difference.reason.rawValue)),
      .init(name: "severity", value: .string(difference.severity.word)),
    ]
    return .object(members)
  }
}
