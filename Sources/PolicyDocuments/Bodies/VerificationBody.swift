// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import PolicyText

/// What the `Verification` document says: what was compared, and every difference; on demand every
/// answer of the guest.
enum VerificationBody {
  static func members(
    _ verification: GuestVerification, withAnswers: Bool
  ) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init(name: "target", value: .string(verification.target)),
      .init(name: "vcpus", value: .integer(Int(verification.vCPUs))),
      .init(name: "entries", value: .integer(verification.entries)),
      .init(name: "modes", value: .strings(verification.modes.map { "\($0)" })),
      .init(name: "differences", value: .array(verification.differences.map(difference))),
      .init(name: "requestedNotEffective", value: .integer(verification.requestedNotEffective)),
      .init(name: "effectiveNotSeen", value: .integer(verification.effectiveNotSeen)),
      .init(name: "immutable", value: .bool(verification.isImmutable)),
    ]
    if withAnswers {
      members.append(.init(name: "answers", value: .array(verification.answers.map(answer))))
    }
    return members
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
      for register in [Register.eax, .ebx, .ecx, .edx] {
        members.append(
          .init(name: "\(register)", value: .string(Hex.word(answer.registers[register]))))
      }
    case .rdmsr(let index):
      members += PlaceMembers.msr(MSRIndex(rawValue: index))
      let value = answer.value.map { "0x" + Hex.digits($0, 16) }
      members.append(.init(name: "value", value: .optional(value)))
    }
    return .object(members)
  }

  private static func difference(_ difference: GuestDifference) -> JSONValue {
    let width = PlaceMembers.digits(difference.place)
    func value(_ number: UInt64?) -> JSONValue {
      .optional(number.map { "0x" + Hex.digits($0, width) })
    }
    return .object(
      [.init(name: "vcpu", value: .integer(Int(difference.vCPU)))]
        + PlaceMembers.of(difference.place) + [
          .init(name: "bits", value: .string(difference.bitsText)),
          .init(name: "field", value: .string(difference.name)),
          .init(name: "requested", value: value(difference.requested)),
          .init(name: "effective", value: value(difference.effective)),
          .init(name: "seen", value: value(difference.seen)),
          .init(name: "reason", value: .string(difference.reason.rawValue)),
          .init(name: "severity", value: .string(difference.severity.word)),
        ])
  }
}
