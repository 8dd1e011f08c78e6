// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// CPU properties as QEMU names them, collected into what they determine.
struct QEMUProperties {
  let source: String
  private(set) var partial = PartialPolicy()
  private var request = ModelRequest(.qemu)
  private var signature: (family: UInt32?, model: UInt32?, stepping: UInt32?) = (nil, nil, nil)

  /// What each property was given, and where, by its name without the differences of spelling.
  private var given: [String: (value: JSONValue, place: String)] = [:]

  init(source: String, machine: ModelRequest.Machine = ModelRequest.Machine()) {
    self.source = source
    request.machine = machine
  }

  /// The frequency of the time-stamp counter that was asked for, in kHz.
  var tscKilohertz: Int? {
    guard let value = given["tsc-frequency"]?.value else { return nil }
    if let hertz = value.integer { return DescribedGuest.kilohertz(hertz) }
    guard let text = value.string, let last = text.last else { return nil }
    if let hertz = Int(text) { return DescribedGuest.kilohertz(hertz) }
    let factor = ["k": 1000, "K": 1000, "M": 1_000_000, "G": 1_000_000_000][last]
    return factor.flatMap { factor in
      Int(text.dropLast()).flatMap {
        (0..<1_000_000).contains($0) ? DescribedGuest.kilohertz($0 * factor) : nil
      }
    }
  }

  /// One property of a `-cpu` argument: `+name`, `-name`, `name=value` or `name`.
  mutating func take(argument: Substring, at place: String) throws(FormatError) {
    guard let first = argument.first else { throw error("a property is empty") }
    if first == "+" || first == "-" {
      let name = String(argument.dropFirst())
      if let first = remember(name, .bool(first == "+"), place) {
        throw .duplicate(name, first: first.place, source: source)
      }
      request.settings.append(ModelRequest.Setting(name, .bool(first == "+")))
      set(name, first == "+")
      return
    }
    let pair = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(pair[0])
    let text = pair.count == 2 ? String(pair[1]) : "on"
    let value: JSONValue =
      switch text {
      case "on", "true", "yes", "y": .bool(true)
      case "off", "false", "no", "n": .bool(false)
      default: .string(text)
      }
    if let first = remember(name, value, place) {
      throw .duplicate(name, first: first.place, source: source)
    }
    request.settings.append(ModelRequest.Setting(name, value))
    try set(name, value)
  }

  /// A property of a reply, in which one may stand under several spellings, always with one value.
  mutating func take(reply name: String, _ value: JSONValue, at place: String) throws(FormatError) {
    if let first = remember(name, value, place) {
      guard first.value == value else {
        throw .duplicate("\(name), with another value,", first: first.place, source: source)
      }
      return
    }
    request.settings.append(ModelRequest.Setting(name, value))
    // QEMU up to 10.0 shows the model without any property so: the registers hold zero.
    if name == "vendor", value == .string("") {
      partial.set(vendor: "")
    } else {
      try set(name, value)
    }
  }

  /// The name without the differences of spelling.
  static func key(_ name: String) -> String {
    Feature(qemuName: name).map(\.qemuName) ?? OtherName.named(name, .qemu)?.name
      ?? name.replacing("_", with: "-")
  }

  /// - Returns: what the property was given before.
  private mutating func remember(
    _ name: String, _ value: JSONValue, _ place: String
  ) -> (value: JSONValue, place: String)? {
    let key = Self.key(name)
    if let first = given[key] { return first }
    given[key] = (value, place)
    return nil
  }

  /// A property of a JSON reply.
  private mutating func set(_ name: String, _ value: JSONValue) throws(FormatError) {
    if case .bool(let isOn) = value {
      set(name, isOn)
      return
    }
    switch name {
    case "vendor":
      guard let text = value.string, text.utf8.count == 12 else {
        throw error("\(name): twelve characters are expected")
      }
      partial.set(vendor: text)
    case "model-id", "model_id":
      if let text = value.string, text.utf8.count <= 48 { partial.set(brand: text) }
    case "family": signature.family = try number(name, value, most: 270)
    case "model": signature.model = try number(name, value, most: 255)
    case "stepping": signature.stepping = try number(name, value, most: 15)
    case "level": try setLimit(.maxBasicLeaf, name, value)
    case "xlevel": try setLimit(.maxExtendedLeaf, name, value)
    case "level-func7": try setLimit(.maxLeaf7Subleaf, name, value)
    case "phys-bits":
      // Zero leaves the choice to QEMU.
      let bits = try number(name, value, most: 64)
      if bits != 0 { partial.set(.maxPhysicalAddressBits, bits) }
    default: request.properties.append((name, value.string ?? value.text))
    }
  }

  /// All ones leave a limit to QEMU.
  private mutating func setLimit(
    _ field: Field, _ name: String, _ value: JSONValue
  ) throws(FormatError) {
    let limit = try number(name, value, most: 0xffff_ffff)
    if limit != 0xffff_ffff { partial.set(field, limit) }
  }

  private mutating func set(_ name: String, _ isOn: Bool) {
    let known = OtherName.named(name, .qemu)
    let isBit = known.map { $0.place != .none } ?? isOn
    if isBit {
      request.add(known, name, isOn ? .required : .disabled)
    } else {
      request.properties.append((name, isOn ? "on" : "off"))
    }
  }

  /// The width that QEMU chooses where none is given. target/i386/cpu.c, x86_cpu_realizefn.
  private func setAddressWidth(_ partial: inout PartialPolicy) {
    let isHosts = request.properties.contains { $0.name == "host-phys-bits" && $0.value == "on" }
    guard !isHosts, partial.value(of: .maxPhysicalAddressBits) == nil,
      let features = partial.features,
      partial.value(of: .maxExtendedLeaf) ?? 0 >= 0x8000_0008
    else { return }
    if features.contains(.lm) {
      partial.set(.maxPhysicalAddressBits, 40)
    } else if features.contains(.pse36) {
      partial.set(.maxPhysicalAddressBits, 36)
    } else if !features.contains(.pae) {
      // With PAE alone it is 32 bits up to some release, and 36 since.
      partial.set(.maxPhysicalAddressBits, 32)
    }
  }

  private func number(
    _ name: String, _ value: JSONValue, most: UInt32
  ) throws(FormatError) -> UInt32 {
    var found: UInt32?
    switch value {
    case .integer(let number): found = UInt32(exactly: number)
    case .string(let text):
      found = text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
    default: break
    }
    guard let found, found <= most else {
      throw error("\(name): a number of at most \(most) is expected")
    }
    return found
  }

  private func error(_ message: String) -> FormatError {
    FormatError(.malformed, source: source, message: message, remedy: "correct the property")
  }

  /// The document: with the empty model, or where every property stands, the features are all
  /// known; with another model, none is.
  ///
  /// A property that is on and that no table knows could be any bit, so that none is known then.
  func document(model: String, format: PolicyFormat, isComplete: Bool = false) -> PolicyDocument {
    var partial = numbers
    var document = PolicyDocument(format: format)
    if isComplete, let note = forgetChosen(model, &partial) { document.notes.append(note) }
    var statements: [Statement] = []
    let isWhole = isComplete || model == QEMUCPUFormat.emptyModel
    if isWhole, request.unnamed.isEmpty {
      setFeatures(&partial)
      if isComplete { setAddressWidth(&partial) }
      document.notes.append(PartialPolicy.fieldsNote)
      statements = request.otherStatements
    } else {
      var named = request
      named.model = isWhole ? nil : model
      document.request = named
      document.notes += named.notes
      if isWhole {
        document.notes.append(
          "no table says which bits these are, and they are on: every feature is unknown")
      }
      statements = named.statements
    }
    document.partial = partial
    document.policies = [partial.named(model, besides: statements)]
    return document
  }

  /// Takes back a signature that QEMU chooses only when it starts, as newer releases do for `max`.
  /// - Returns: what is to be told of it; nil where it is known.
  private func forgetChosen(_ model: String, _ partial: inout PartialPolicy) -> String? {
    guard model != QEMUCPUFormat.emptyModel, signature.family == 0 else { return nil }
    partial.forgetSignature()
    return
      "QEMU chooses the family, model and stepping of \(model) when it starts: they are not known"
  }

  /// Numbers that were given, family, model and stepping among them.
  private var numbers: PartialPolicy {
    var partial = partial
    partial.set(family: signature.family, model: signature.model, stepping: signature.stepping)
    return partial
  }

  /// What is on is all that there is.
  private func setFeatures(_ partial: inout PartialPolicy) {
    var features = FeatureSet()
    for feature in request.required { features.insert(feature) }
    partial.features = features
    partial.addCopies()
    partial.setLeastLimits()
  }

  /// What every property of a model comes to.
  func resolved(_ model: String, addressBits: UInt32?, authority: String) -> ResolvedModel {
    var partial = numbers
    let chosen = forgetChosen(model, &partial)
    if let addressBits { partial.set(.maxPhysicalAddressBits, addressBits) }
    guard request.unnamed.isEmpty else {
      var result = ResolvedModel(partial: partial, authority: authority)
      result.notes = [chosen].compactMap(\.self)
      result.notes.append(
        "no table says which bits these are, and they are on: every feature is unknown: "
          + request.unnamed.joined(separator: ", "))
      result.statements =
        request.otherStatements + request.unnamed.map { Statement("feature \($0)", "required") }
      return result
    }
    setFeatures(&partial)
    if addressBits == nil { setAddressWidth(&partial) }
    var result = ResolvedModel(partial: partial, authority: authority)
    result.notes = [chosen].compactMap(\.self) + [PartialPolicy.fieldsNote]
    result.statements = request.otherStatements
    return result
  }
}
