// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import PolicyText

/// What an emulator says of a model with its settings.
struct EmulatorAnswer: Equatable {
  /// Who answered: `QEMU 7.2.22, pc-q35-7.2, tcg`.
  var authority: String
  /// The model, and its properties but for those that are off.
  var model: JSONValue
  /// Properties that are on and not given by the accelerator.
  var withheld: [String]
  /// The width of physical addresses where QEMU takes the host's.
  var addressBits: UInt32?

  init(authority: String, model: JSONValue, withheld: [String], addressBits: UInt32?) {
    self.authority = authority
    self.model = model
    self.withheld = withheld
    self.addressBits = addressBits
  }

  /// An answer that was kept; nil where it is none.
  init?(_ value: JSONValue) {
    guard let authority = value["authority"]?.string, let model = value["model"],
      case .object? = model["props"], let withheld = value["withheld"]?.array
    else { return nil }
    self.authority = authority
    self.model = model
    self.withheld = withheld.compactMap(\.string)
    addressBits = value["addressBits"]?.integer.flatMap { UInt32(exactly: $0) }
  }

  var json: JSONValue {
    .members([
      "authority": .string(authority), "model": model, "withheld": .strings(withheld),
      "addressBits": .optional(addressBits.map(Int.init)),
    ])
  }

  /// Without what is off, which says nothing: a model has three hundred such.
  static func reduced(_ model: JSONValue) -> JSONValue {
    guard case .object(let members)? = model["props"] else { return model }
    return .members([
      "name": model["name"] ?? .null,
      "props": .object(members.filter { $0.value != .bool(false) || $0.name == "host-phys-bits" }),
    ])
  }

  /// What it means for a request.
  func resolved(for request: ModelRequest, _ question: EmulatorQuestion) throws(FormatError)
    -> ResolvedModel
  {
    var result = try QEMUExpansion.meaning(
      of: .members(["model": model]), withheld: withheld, addressBits: addressBits,
      authority: authority)
    result.withheld = question.nameless
    for name in withheld {
      let own = request.world == .qemu ? nil : OtherName.named(name, .qemu)?.name(in: request.world)
      result.withheld.append(own ?? name)
    }
    if model["props"]?["enforce"]?.bool == true, !withheld.isEmpty {
      result.notes.append(
        "with enforce QEMU does not start there: not all that is asked for is given")
    }
    return result
  }
}
