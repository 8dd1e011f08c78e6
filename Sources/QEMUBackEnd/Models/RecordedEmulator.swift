// SPDX-License-Identifier: Apache-2.0

import Glibc
import PolicyCore
import PolicyFormats
import PolicyText

/// What an emulator answered elsewhere, in a file: its replies to `query-cpu-model-expansion` with type full, with
/// those to `query-version` and `query-cpu-definitions` where they were kept, one after the other.
///
/// A model that the file expands is known with any settings on top, since QEMU neither drops nor adds what
/// depends on a feature. What its host withholds only the definitions tell.
public struct RecordedEmulator: ModelAuthority, Sendable {
  /// No file with the replies for all models is larger.
  private static let mostValues = 4000

  private let source: String
  private var version: String?
  /// The models with their properties, by name.
  private var models: [String: JSONValue] = [:]
  /// What the accelerator does not give of each model; nil where nobody said.
  private var unavailable: [String: [String]]?

  /// Whether a path is that of a file that begins as JSON does, which no program does.
  public static func isFile(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    let first = bytes.prefix(max(count, 0)).first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// - Parameters:
  ///   - bytes: JSON values, one after the other; what is no reply about CPU models is passed over.
  ///   - source: the file's name.
  /// - Throws: where no model is expanded, or one is twice with other values.
  public init(_ bytes: [UInt8], source: String) throws(FormatError) {
    self.source = source
    for value in try JSONValue.sequence(bytes, most: Self.mostValues, source: source) {
      let values = value.array ?? [value]
      for value in values { try take(value) }
    }
    guard !models.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no reply in it expands a CPU model in full",
        remedy: "keep the replies to query-cpu-model-expansion with type full")
    }
  }

  private mutating func take(_ value: JSONValue) throws(FormatError) {
    let reply = value["return"] ?? value
    if let qemu = (value["QMP"]?["version"] ?? reply)["qemu"] {
      let numbers = ["major", "minor", "micro"].compactMap { qemu[$0]?.integer }
      if numbers.count == 3 { version = numbers.map(String.init).joined(separator: ".") }
    } else if let definitions = reply.array {
      for definition in definitions {
        guard let name = definition["name"]?.string,
          let list = definition["unavailable-features"]?.array
        else { continue }
        unavailable = unavailable ?? [:]
        unavailable?[name] = list.compactMap(\.string)
      }
    } else if let model = reply["model"], let name = model["name"]?.string,
      QEMUExpansion.isFull(model)
    {
      guard models[name] == nil || models[name] == model else {
        throw FormatError(
          .malformed, source: source,
          message: "the model \(name.prefix(80)) is expanded twice, with other values",
          remedy: "keep the reply without settings")
      }
      models[name] = model
    }
  }

  private var authority: String {
    (version.map { "QEMU \($0)" } ?? "a QEMU") + ", recorded in \(source)"
  }

  // MARK: Answers

  /// What the request comes to on the host where the answers were given.
  ///
  /// - Returns: nil for a request that names no model of QEMU's.
  /// - Throws: ``EmulatorError`` for a model or a property that the file does not have.
  public func resolve(_ request: ModelRequest) throws -> ResolvedModel? {
    guard let question = EmulatorQuestion(request, accelerator: "") else { return nil }
    guard let model = models[question.model], case .object(var members)? = model["props"] else {
      throw EmulatorError.unknownModel(question.model, emulator: authority)
    }
    let types = Dictionary(
      members.map { (QEMUExpansion.key($0.name), Self.type(of: $0.value)) },
      uniquingKeysWith: { first, _ in first })
    guard case .object(let settings) = question.properties(types) else { return nil }
    for setting in settings {
      let key = QEMUExpansion.key(setting.name)
      guard types[key] != nil else {
        throw EmulatorError.unknownProperty(
          setting.name, model: question.model, emulator: authority)
      }
      for index in members.indices where QEMUExpansion.key(members[index].name) == key {
        members[index].value = setting.value
      }
    }
    let props = Dictionary(
      members.map { (QEMUExpansion.key($0.name), $0.value) },
      uniquingKeysWith: { first, _ in first })
    let (withheld, open) = withheld(question, props)
    let answer = EmulatorAnswer(
      authority: authority,
      model: EmulatorAnswer.reduced(
        .members(["name": .string(question.model), "props": .object(members)])),
      withheld: withheld, addressBits: nil)
    var result = try answer.resolved(for: request, question)
    Self.raiseLimits(&result.partial, members, besides: settings)
    note(open, &result)
    return result
  }

  /// QEMU raises a limit that nobody sets to the leaves of what is switched on, whether it is given or not; of a
  /// feature with a leaf of its own only some releases do so. target/i386/cpu.c, x86_cpu_expand_features.
  private static func raiseLimits(
    _ partial: inout PartialPolicy, _ members: [JSONValue.Member],
    besides settings: [JSONValue.Member]
  ) {
    var least: [Field: UInt32] = [:]
    var owned: [Field: UInt32] = [:]
    func raise(_ leaf: UInt32, _ limits: inout [Field: UInt32]) {
      let field: Field? =
        leaf >> 16 == 0 ? .maxBasicLeaf : leaf >> 16 == 0x8000 ? .maxExtendedLeaf : nil
      if let field { limits[field] = max(limits[field] ?? 0, leaf) }
    }
    for member in members where member.value == .bool(true) {
      guard let place = OtherName.named(member.name, .qemu)?.place else { continue }
      switch place {
      case .feature(let feature):
        guard case .leaf(let place, _, _) = feature.place else { continue }
        raise(place.leaf, &least)
        if place.leaf == Field.maxLeaf7Subleaf.leaf {
          least[.maxLeaf7Subleaf] = max(least[.maxLeaf7Subleaf] ?? 0, place.subleaf)
        }
        let isNew = settings.contains {
          QEMUExpansion.key($0.name) == QEMUExpansion.key(member.name)
        }
        if isNew, let leaf = feature.ownedLeaf { raise(leaf, &owned) }
      case .leaf(let place, _, _): raise(place.leaf, &least)
      case .msr, .none: continue
      }
    }
    for (field, name) in [
      (Field.maxBasicLeaf, "level"), (.maxExtendedLeaf, "xlevel"),
      (.maxLeaf7Subleaf, "level-func7"),
    ] where !settings.contains(where: { $0.name == name }) {
      guard let stated = partial.value(of: field) else { continue }
      if let leaf = least[field], stated < leaf { partial.set(field, leaf) }
      if let leaf = owned[field], partial.value(of: field) ?? 0 < leaf { partial.forget(field) }
    }
  }

  /// What is on and not given, as far as the definitions tell, and of what they tell nothing.
  private func withheld(
    _ question: EmulatorQuestion, _ props: [String: JSONValue]
  ) -> (withheld: [String], open: [String]) {
    guard let unavailable else { return ([], [question.model] + question.optional) }
    guard let own = unavailable[question.model] else {
      return ([], [question.model] + question.optional)
    }
    func isOn(_ name: String) -> Bool { props[QEMUExpansion.key(name)] == .bool(true) }
    var withheld = own.filter(isOn)
    let taken = Set(unavailable.values.joined().map(QEMUExpansion.key))
    var open: [String] = []
    let asked = question.settings.filter { $0.value == .bool(true) }.map(\.name)
    for name in asked + question.optional {
      guard OtherName.named(name, .qemu)?.place != OtherName.Place.none,
        !withheld.contains(where: { QEMUExpansion.key($0) == QEMUExpansion.key(name) })
      else { continue }
      if taken.contains(QEMUExpansion.key(name)) {
        if isOn(name) { withheld.append(name) }
      } else if !isGivenToMax(name) || question.optional.contains(name) {
        open.append(name)
      }
    }
    return (withheld, open)
  }

  /// Whether `max` is expanded, and has a property: what it has the accelerator gives to all.
  private func isGivenToMax(_ name: String) -> Bool {
    guard case .object(let members)? = models["max"]?["props"] else { return false }
    return members.contains {
      QEMUExpansion.key($0.name) == QEMUExpansion.key(name) && $0.value == .bool(true)
    }
  }

  private func note(_ open: [String], _ result: inout ResolvedModel) {
    guard !open.isEmpty else { return }
    result.isExact = false
    for name in open {
      guard let known = OtherName.named(name, .qemu) else { continue }
      if let feature = known.feature { result.partial.openWords.insert(feature.word) }
      result.statements.removeAll { $0.subject == "feature \(known.name)" }
    }
    result.notes.append(
      "whether its host gives all of \(open.joined(separator: ", ")) is not in \(source): add the reply to "
        + "query-cpu-definitions there, and the expansion of max")
  }

  private static func type(of value: JSONValue) -> String {
    switch value {
    case .integer: "int"
    case .string: "str"
    default: "bool"
    }
  }

  /// Every model of the file, as writers choose among them: without what a host withholds.
  ///
  /// - Throws: a `FormatError` for an answer that is none.
  public func catalogue() throws -> ModelCatalogue {
    var result = ModelCatalogue(models: [], authority: authority)
    for name in models.keys.sorted() where EmulatorAuthority.isModel(name) {
      let request = ModelRequest(.qemu, model: name)
      guard let model = models[name], let question = EmulatorQuestion(request, accelerator: "")
      else { continue }
      let answer = EmulatorAnswer(
        authority: authority, model: EmulatorAnswer.reduced(model), withheld: [], addressBits: nil)
      result.models.append(
        ModelCatalogue.Model(name: name, meaning: try answer.resolved(for: request, question)))
    }
    return result
  }
}
