// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import PolicyText

/// A request in QEMU's words.
struct EmulatorQuestion: Equatable {
  var model: String
  /// Properties that are set, in QEMU's spelling.
  var settings: [ModelRequest.Setting]
  /// Properties that are on where the accelerator has them, and off otherwise.
  var optional: [String] = []
  /// What is asked for and has no name in QEMU: names in the request's world.
  var nameless: [String] = []

  /// - Returns: nil where the request is no model of QEMU's: libvirt's `host-model`, or none at all.
  init?(_ request: ModelRequest, accelerator: String) {
    var settings: [ModelRequest.Setting] = []
    switch request.choice {
    case .hostModel: return nil
    case .named:
      guard let name = request.model else { return nil }
      model = name
    case .host:
      model = "host"
      if request.world == .libvirt { settings.append(.init("migratable", .bool(true))) }
    case .maximum: model = "max"
    }
    for setting in request.settings {
      // The last word about a name counts: one that stands twice is an error of QEMU's.
      let name = String(setting.name.map { $0 == "_" ? "-" : $0 })
      settings.removeAll { QEMUExpansion.key($0.name) == QEMUExpansion.key(name) }
      settings.append(.init(name, setting.value))
    }
    self.settings = settings
    if request.world != .qemu { translate(request) }
  }

  /// Each feature by the name that QEMU has for its place; one that no table has by its own.
  private mutating func translate(_ request: ModelRequest) {
    for (features, isOn) in [(request.required, true), (request.disabled, false)] {
      for feature in features {
        set(feature.qemuName.isEmpty ? nil : feature.qemuName, feature.libvirtName, isOn)
      }
    }
    for (name, wish) in request.others {
      let known = name.place == .none ? name.name : name.name(in: .qemu)
      if wish == .optional {
        if let known { optional.append(known) }
      } else {
        set(known, name.name, wish == .required)
      }
    }
    for name in request.unnamed { set(name, name, true) }
    optional += request.optional.map(\.qemuName).filter { !$0.isEmpty }
  }

  private mutating func set(_ name: String?, _ own: String, _ isOn: Bool) {
    guard let name else {
      if isOn { nameless.append(own) }
      return
    }
    settings.removeAll { QEMUExpansion.key($0.name) == QEMUExpansion.key(name) }
    settings.append(.init(name, .bool(isOn)))
  }

  /// The question as a text: two that are not alike have other texts.
  var text: String {
    JSONValue.members([
      "model": .string(model),
      "settings": .array(settings.map { .members(["name": .string($0.name), "value": $0.value]) }),
      "optional": .strings(optional),
    ]).text
  }

  // MARK: Values as QEMU takes them

  /// The settings as words of `-cpu`, in which a comma of a value stands twice.
  var arguments: [String] {
    settings.map { setting in
      let value =
        setting.value.bool.map { $0 ? "on" : "off" } ?? setting.value.string ?? setting.value.text
      return "\(setting.name)=\(value.replacing(",", with: ",,"))"
    }
  }

  /// The settings as `props`.
  ///
  /// - Parameter types: of each property by its key, as QEMU calls them; empty where no value needs one.
  func properties(_ types: [String: String]) -> JSONValue {
    .object(
      settings.map { setting in
        if setting.name == "tsc-freq", let text = setting.value.string {
          return .init(name: "tsc-frequency", value: Self.frequency(text) ?? setting.value)
        }
        let type = types[QEMUExpansion.key(setting.name)] ?? ""
        return .init(name: setting.name, value: Self.value(setting.value, type))
      })
  }

  /// Whether a setting's value depends on the type of its property.
  var needsTypes: Bool { settings.contains { $0.value.bool == nil || isWord($0.name) } }

  /// A switch that no table has may be a word with the values `on` and `off` among others.
  private func isWord(_ name: String) -> Bool { OtherName.named(name, .qemu) == nil }

  private static func value(_ value: JSONValue, _ type: String) -> JSONValue {
    switch value {
    case .string(let text) where type.contains("int"): number(text) ?? value
    case .bool(let isOn) where ["OnOffAuto", "str", "string"].contains(type):
      .string(isOn ? "on" : "off")
    default: value
    }
  }

  /// A number as C writes it.
  private static func number(_ text: String) -> JSONValue? {
    let number: Int? =
      if text.hasPrefix("0x") || text.hasPrefix("0X") {
        Int(text.dropFirst(2), radix: 16)
      } else if text.utf8.count > 1, text.hasPrefix("0") {
        Int(text, radix: 8)
      } else {
        Int(text)
      }
    return number.map { .integer($0) }
  }

  /// `2.5G`: thousands, as QEMU's older name of the property takes them.
  private static func frequency(_ text: String) -> JSONValue? {
    let units: [Character: Double] = ["k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12]
    let unit = text.last.flatMap { units[$0] }
    guard let number = Double(unit == nil ? text : String(text.dropLast())),
      let hertz = Int(exactly: (number * (unit ?? 1)).rounded()), hertz >= 0
    else { return nil }
    return .integer(hertz)
  }
}
