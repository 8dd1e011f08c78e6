// SPDX-License-Identifier: Apache-2.0

import PolicyText

/// What Proxmox VE's `cpu:` or one of its own models asks for.
struct ProxmoxCPU {
  /// The model: QEMU's, one that Proxmox defines, or `custom-NAME`.
  var model: String?
  /// Everything else by its key, with its line.
  private(set) var values: [String: (text: String, line: Int)] = [:]
  var line = 0

  static let keys: Set<String> = [
    "cputype", "flags", "hidden", "hv-vendor-id", "phys-bits", "guest-phys-bits", "reported-model",
    "level",
  ]

  /// Takes one value.
  mutating func set(_ key: String, _ text: String, line: Int, source: String) throws(FormatError) {
    guard Self.keys.contains(key) else {
      throw FormatError(
        .malformed, source: source, line: line, column: 1,
        message: "\(key.prefix(40)) is no key of a CPU",
        remedy: "known are " + Self.keys.sorted().joined(separator: ", "))
    }
    if let first = values.updateValue((text, line), forKey: key) {
      throw .duplicate(key, first: "line \(first.line)", source: source, line: line, column: 1)
    }
    if key == "cputype" { model = text }
  }

  /// The flags in order: QEMU's name, and whether it is switched on.
  func flags(_ source: String) throws(FormatError) -> [(name: String, isOn: Bool)] {
    guard let value = values["flags"] else { return [] }
    var result: [(name: String, isOn: Bool)] = []
    for part in value.text.split(separator: ";", omittingEmptySubsequences: false) {
      guard let sign = part.first, sign == "+" || sign == "-", part.count > 1 else {
        throw FormatError(
          .malformed, source: source, line: value.line, column: 1,
          message: "flags: \"\(part.prefix(40))\" is neither +NAME nor -NAME",
          remedy: "separate flags by ;")
      }
      let name = String(part.dropFirst())
      guard !result.contains(where: { $0.name == name }) else {
        throw FormatError(
          .malformed, source: source, line: value.line, column: 1,
          message: "flags: \(name) stands twice; the first stands before it",
          remedy: "leave one of them")
      }
      result.append((name, sign == "+"))
    }
    return result
  }

  /// QEMU's arguments of the numbers and switches, in Proxmox's order.
  var arguments: [String] {
    var result: [String] = []
    if let text = values["hidden"]?.text, text != "0" { result.append("kvm=off") }
    if let text = values["hv-vendor-id"]?.text { result.append("hv-vendor-id=\(text)") }
    if let text = values["phys-bits"]?.text {
      result.append(text == "host" ? "host-phys-bits=on" : "phys-bits=\(text)")
    }
    for key in ["guest-phys-bits", "level"] {
      if let text = values[key]?.text { result.append("\(key)=\(text)") }
    }
    return result
  }

  /// QEMU's model of a model that Proxmox defines itself, and what it switches on.
  static func definition(_ model: String) -> (base: String, features: [String]) {
    if let own = ManagerModel.proxmox(model) { return (own.base, own.features) }
    // QEMU has the client's no more, and Proxmox takes the server's for it.
    let client = "Icelake-Client"
    return model.hasPrefix(client)
      ? ("Icelake-Server" + model.dropFirst(client.count), []) : (model, [])
  }
}
