// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import PolicyText

/// One conversation with an emulator about a model.
struct EmulatorProbe: ~Copyable {
  private let program: String
  private let machine: EmulatorSession.Machine
  private let timeLimit: Int
  private var session: EmulatorSession
  private let authority: String
  /// The models, with what the accelerator does not give of each.
  private let definitions: [JSONValue]
  /// Everything that the accelerator gives unasked; nil until somebody wants to know.
  private var given: [String: JSONValue]?

  init(
    _ program: String, _ machine: EmulatorSession.Machine, timeLimit: Int
  ) throws(EmulatorError) {
    var session = try EmulatorSession(starting: program, machine, timeLimit: timeLimit)
    (authority, definitions) = try Self.introduce(&session, program, machine)
    self.program = program
    self.machine = machine
    self.timeLimit = timeLimit
    self.session = session
  }

  /// Who answers, and for which models.
  private static func introduce(
    _ session: inout EmulatorSession, _ program: String, _ machine: EmulatorSession.Machine
  ) throws(EmulatorError) -> (authority: String, definitions: [JSONValue]) {
    let version = try session.ask("query-version")["qemu"]
    let numbers = ["major", "minor", "micro"].compactMap { version?[$0]?.integer }
    guard numbers.count == 3 else {
      throw .malformed(program: program, reason: "query-version tells no version")
    }
    let type = try session.ask(
      "qom-get", ["path": .string("/machine"), "property": .string("type")]
    ).string
    let suffix = "-machine"
    let name = type.map { $0.hasSuffix(suffix) ? String($0.dropLast(suffix.count)) : $0 }
    guard let models = try session.ask("query-cpu-definitions").array else {
      throw .malformed(program: program, reason: "query-cpu-definitions gives no list")
    }
    let release = numbers.map(String.init).joined(separator: ".")
    return ("QEMU \(release), \(name ?? machine.type), \(machine.accelerator)", models)
  }

  /// The names of its models, in its order.
  var names: [String] { definitions.compactMap { $0["name"]?.string } }

  /// What the emulator says of a question.
  mutating func answer(_ question: EmulatorQuestion) throws(EmulatorError) -> EmulatorAnswer {
    let definition = definitions.first { $0["name"]?.string == question.model }
    let unavailable = try Self.unavailable(definition, question.model, authority)
    var question = question
    for name in question.optional {
      let isGiven = try gives([name], question.model).isEmpty
      question.settings.append(.init(name, .bool(isGiven)))
    }
    let types =
      question.needsTypes ? try types(definition?["typename"]?.string, question.model) : [:]
    let model = try expand(question.model, question.properties(types), of: question.model)
    let props = try members(model, question.model)
    let isForced = props.contains {
      $0.key.hasSuffix("force-features") && $0.value == .bool(true)
    }
    var withheld: [String] = []
    if !isForced {
      withheld = unavailable.filter { props[QEMUExpansion.key($0)] == .bool(true) }
      let asked = question.settings.filter { setting in
        let key = QEMUExpansion.key(setting.name)
        return setting.value == .bool(true) && props[key] == .bool(true)
          && OtherName.named(setting.name, .qemu)?.place != OtherName.Place.none
          && !withheld.contains { QEMUExpansion.key($0) == key }
      }
      withheld += try gives(asked.map(\.name), question.model)
    }
    return EmulatorAnswer(
      authority: authority, model: EmulatorAnswer.reduced(try numbered(model, question)),
      withheld: withheld,
      addressBits: try addressBits(props))
  }

  /// What the accelerator does not give of a model as it is. A model that it does not have has the word
  /// `kvm` there.
  private static func unavailable(
    _ definition: JSONValue?, _ model: String, _ authority: String
  ) throws(EmulatorError) -> [String] {
    let names = (definition?["unavailable-features"]?.array ?? []).compactMap(\.string)
    if names.contains("kvm") { throw .otherAccelerator(model: model, emulator: authority) }
    return names
  }

  // MARK: Questions

  private mutating func expand(
    _ name: String, _ properties: JSONValue, of model: String
  ) throws(EmulatorError) -> JSONValue {
    do throws(QMPError) {
      let reply = try session.execute(
        "query-cpu-model-expansion",
        [
          "type": .string("full"),
          "model": .members(["name": .string(name), "props": properties]),
        ])
      return reply["model"] ?? .null
    } catch {
      switch error {
      case .refused:
        throw EmulatorError(error, program: program, model: model, emulator: authority)
      default: throw session.failure(error)
      }
    }
  }

  /// The properties of an expansion by their keys.
  private func members(
    _ model: JSONValue, _ name: String
  ) throws(EmulatorError) -> [String: JSONValue] {
    guard case .object(let members)? = model["props"] else {
      throw .malformed(program: program, reason: "the expansion of \(name) has no properties")
    }
    return Dictionary(
      members.map { (QEMUExpansion.key($0.name), $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The types of a CPU's properties; none where QEMU does not tell.
  private mutating func types(
    _ type: String?, _ model: String
  ) throws(EmulatorError) -> [String: String] {
    do throws(QMPError) {
      let list = try session.execute(
        "device-list-properties", ["typename": .string(type ?? "\(model)-x86_64-cpu")]
      ).array
      let pairs = (list ?? []).compactMap { entry -> (String, String)? in
        guard let name = entry["name"]?.string, let type = entry["type"]?.string else { return nil }
        return (QEMUExpansion.key(name), type)
      }
      return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    } catch {
      guard case .refused = error else { throw session.failure(error) }
      return [:]
    }
  }

  // MARK: What the accelerator gives

  /// Which of these properties the accelerator does not give.
  ///
  /// What it takes from some model it gives to none, and what `max` has it gives to all. Of what is left a
  /// CPU that asks for it tells: there are features that `max` leaves out.
  private mutating func gives(
    _ names: [String], _ model: String
  ) throws(EmulatorError) -> [String] {
    guard !names.isEmpty else { return [] }
    var taken: Set<String> = []
    for definition in definitions {
      for name in definition["unavailable-features"]?.array ?? [] {
        if let name = name.string { taken.insert(QEMUExpansion.key(name)) }
      }
    }
    var missing = names.filter { taken.contains(QEMUExpansion.key($0)) }
    var open = names.filter { !taken.contains(QEMUExpansion.key($0)) }
    if !open.isEmpty {
      let all = try maximum(model)
      open = open.filter { all[QEMUExpansion.key($0)] != .bool(true) }
    }
    guard !open.isEmpty else { return missing }
    var trial = try EmulatorTrial(
      program, machine, cpu: EmulatorTrial.empty, settings: open.map { "\($0)=on" },
      timeLimit: timeLimit)
    for name in open where try trial.property(name).bool != true { missing.append(name) }
    return missing
  }

  /// Everything, with what does not migrate.
  private mutating func maximum(_ model: String) throws(EmulatorError) -> [String: JSONValue] {
    if let given { return given }
    let reply = try expand("max", .members(["migratable": .bool(false)]), of: "max")
    let result = try members(reply, "max")
    given = result
    return result
  }

  /// The width that the machine's CPU gets where no property tells: the host's, or that of a CPU without long
  /// mode and PSE36, which newer releases make wider with PAE.
  private func addressBits(_ props: [String: JSONValue]) throws(EmulatorError) -> UInt32? {
    func isOn(_ name: String) -> Bool { props[QEMUExpansion.key(name)] == .bool(true) }
    guard props["phys-bits"]?.integer ?? 0 == 0 else { return nil }
    var settings: [String] = []
    if isOn("host-phys-bits") {
      settings = ["lm=on", "host-phys-bits=on"]
      if let limit = props["host-phys-bits-limit"]?.integer, limit > 0 {
        settings.append("host-phys-bits-limit=\(limit)")
      }
    } else if isOn("pae"), !isOn("lm"), !isOn("pse36") {
      settings = ["pae=on"]
    } else {
      return nil
    }
    var trial = try EmulatorTrial(
      program, machine, cpu: EmulatorTrial.empty, settings: settings, timeLimit: timeLimit)
    return try trial.property("phys-bits").integer.flatMap { UInt32(exactly: $0) }
  }

  /// A model with the family, model and stepping that a machine's CPU has: newer releases choose those of `max`
  /// only when it starts.
  private func numbered(
    _ model: JSONValue, _ question: EmulatorQuestion
  ) throws(EmulatorError) -> JSONValue {
    guard question.model != EmulatorTrial.empty, model["props"]?["family"]?.integer == 0,
      case .object(var props)? = model["props"]
    else { return model }
    var trial = try EmulatorTrial(
      program, machine, cpu: question.model,
      settings: question.arguments.filter { $0 != "enforce=on" }, timeLimit: timeLimit)
    for index in props.indices where ["family", "model", "stepping"].contains(props[index].name) {
      props[index].value = try trial.property(props[index].name)
    }
    return .members(["name": model["name"] ?? .null, "props": .object(props)])
  }
}

/// A stopped machine with a CPU, to see what becomes of its settings.
struct EmulatorTrial: ~Copyable {
  /// The model without any feature.
  static let empty = "base"

  private var session: EmulatorSession
  private let path: String

  init(
    _ program: String, _ machine: EmulatorSession.Machine, cpu: String, settings: [String],
    timeLimit: Int
  ) throws(EmulatorError) {
    var session = try EmulatorSession(
      starting: program, machine, cpu: ([cpu] + settings).joined(separator: ","),
      timeLimit: timeLimit)
    path = try Self.firstCPU(&session, program)
    self.session = session
  }

  private static func firstCPU(
    _ session: inout EmulatorSession, _ program: String
  ) throws(EmulatorError) -> String {
    guard let path = try session.ask("query-cpus-fast").array?.first?["qom-path"]?.string else {
      throw .malformed(program: program, reason: "query-cpus-fast gives no CPU")
    }
    return path
  }

  /// A property as the CPU has it.
  mutating func property(_ name: String) throws(EmulatorError) -> JSONValue {
    try session.ask("qom-get", ["path": .string(path), "property": .string(name)])
  }
}
