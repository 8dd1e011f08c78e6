// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// libvirt's `<cpu>`: a model, and how a CPU differs from it.
extension LibvirtFormats {
  /// The vendors' twelve characters by libvirt's names of them.
  private static let vendors = [
    "Intel": "GenuineIntel", "AMD": "AuthenticAMD", "Hygon": "HygonGenuine",
  ]

  /// The vendor that an element names; nil where it names none, or one that libvirt does not have.
  static func vendor(_ element: XMLElement, _ source: String) throws(FormatError) -> String? {
    try element.only("vendor", source: source).flatMap { vendors[$0.text] }
  }

  /// A domain's or a host's CPU. A feature without a policy is one that the CPU has.
  ///
  /// - Parameters:
  ///   - element: the `<cpu>`, or the mode of capabilities in which the like stands.
  ///   - source: the input's name, for errors.
  ///   - isOfHost: whether it is a host's own.
  ///   - isRunning: whether it is said to be that of a guest that runs: only then was it read back.
  ///   - machine: on which the guest runs.
  static func cpu(
    _ element: XMLElement, _ source: String, isOfHost: Bool, isRunning: Bool = false,
    machine: ModelRequest.Machine = ModelRequest.Machine()
  ) throws(FormatError) -> PolicyDocument {
    let arch = try element.only("arch", source: source)
    try refuseOther(arch, arch?.text, source)
    let model = try element.only("model", source: source)?.text
    var request = ModelRequest(.libvirt, model: model.flatMap { $0.isEmpty ? nil : $0 })
    request.choice = try choice(element, source)
    if request.choice != .named { request.model = nil }
    request.machine = machine
    // A host's CPU, and one that a guest has been checked to have, is the model's but for what stands there. What
    // is only to be checked is a wish, which a start may refuse.
    request.isDifference = isOfHost || isRunning && element["check"] == "full"
    if request.choice == .named, element["match"] == "minimum", !request.isDifference {
      // The guest gets the host's model, which may have less than the one that is named.
      request.choice = .hostModel
      request.model = nil
    }
    var names: [String: XMLElement] = [:]
    for feature in element.children("feature") {
      guard let name = feature["name"], !name.isEmpty else {
        throw error(feature, source, "name is missing")
      }
      let key = OtherName.named(name, .libvirt)?.name ?? name
      if let first = names.updateValue(feature, forKey: key) {
        throw .duplicate(
          "the feature \(name)", first: first.placeText, source: source, line: feature.line,
          column: feature.column)
      }
      let known = OtherName.named(name, .libvirt)
      switch feature["policy"] ?? "require" {
      case "require", "force": request.add(known, libvirt: name, .required)
      case "disable", "forbid": request.add(known, libvirt: name, .disabled)
      // Given where the host can: neither asked for nor against.
      case "optional": request.add(known, libvirt: name, .optional)
      case let policy:
        throw error(
          feature, source,
          "policy is \(policy.prefix(40)); known are require, force, disable, forbid, optional")
      }
    }
    var partial = PartialPolicy()
    if let signature = try element.only("signature", source: source) {
      partial.set(
        family: signature["family"] == nil ? nil : try number(signature, "family", source),
        model: signature["model"] == nil ? nil : try number(signature, "model", source),
        stepping: signature["stepping"] == nil ? nil : try number(signature, "stepping", source))
    }
    if let address = try element.only("maxphysaddr", source: source), address["bits"] != nil {
      let bits = try number(address, "bits", source)
      partial.set(.maxPhysicalAddressBits, bits)
      request.settings.append(ModelRequest.Setting("phys-bits", .integer(Int(bits))))
    }
    var statements = request.statements
    if let vendor = try element.only("vendor", source: source)?.text {
      statements.append(Statement("vendor", vendor))
    }
    let topology = try element.only("topology", source: source)
    if let topology {
      let text = topology.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      statements.append(Statement("topology", text))
    }
    var document = PolicyDocument(format: isOfHost ? .libvirtCapabilities : .libvirtCPU)
    document.request = request
    document.partial = partial
    document.notes = request.notes
    if !request.isDifference, element["check"] == "full" {
      document.notes.append(
        "check='full' is what a start is to be held to: nothing says that the guest runs (id=), and has it"
      )
    }
    let name = isOfHost ? PolicyKind.raw.name : request.name
    document.policies = [partial.named(name, besides: statements)]
    return document
  }

  /// What the element's mode asks for.
  private static func choice(
    _ element: XMLElement, _ source: String
  ) throws(FormatError) -> ModelRequest.Choice {
    switch element.name == "mode" ? "custom" : element["mode"] ?? "custom" {
    case "custom": return .named
    case "host-model": return .hostModel
    case "host-passthrough": return .host
    case "maximum": return .maximum
    case let mode:
      throw error(
        element, source,
        "mode is \(mode.prefix(40)); known are custom, host-model, host-passthrough, maximum")
    }
  }
}

extension ModelRequest {
  /// Asks to be without a feature of libvirt's name, of which the form says nothing: libvirt itself does so at a
  /// start. One that no table has is passed over.
  package mutating func leaveOut(libvirt name: String) {
    guard let known = OtherName.named(name, .libvirt), !names(known) else { return }
    add(known, libvirt: name, .disabled)
  }

  /// Whether the form says something of a feature.
  private func names(_ known: OtherName) -> Bool {
    guard let feature = known.feature else { return others.contains { $0.name == known } }
    return required.contains(feature) || disabled.contains(feature) || optional.contains(feature)
  }

  /// Takes what libvirt's XML says of one feature, in its own words and in those that libvirt gives QEMU.
  fileprivate mutating func add(_ known: OtherName?, libvirt name: String, _ wish: Wish) {
    add(known, name, wish)
    // Whether an optional one is on, its host has decided.
    guard wish != .optional else { return }
    let isOn = JSONValue.bool(wish == .required)
    wishes.append(Setting(name, isOn))
    let qemuName = known?.feature?.qemuName ?? ""
    settings.append(Setting(qemuName.isEmpty ? name : qemuName, isOn))
  }
}
