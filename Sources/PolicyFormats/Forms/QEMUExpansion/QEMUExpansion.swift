// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// QEMU's reply to `query-cpu-model-expansion`: a model's name and its properties.
package enum QEMUExpansion {
  static func isLikely(_ value: JSONValue) -> Bool {
    value["return"] != nil || value["error"] != nil || value["model"]?["props"] != nil
  }

  /// The reply that says most of a text that holds several; fails where it holds none.
  static func transcript(_ text: [UInt8], source: String) throws(FormatError) -> JSONValue {
    var parser = JSONParser(text, source: source)
    let replies = try parser.parseSequence(most: 1000).filter { $0["return"]?["model"] != nil }
    func size(_ reply: JSONValue) -> Int {
      guard case .object(let members)? = reply["return"]?["model"]?["props"] else { return 0 }
      return members.count
    }
    guard let fullest = replies.max(by: { size($0) < size($1) }) else {
      throw FormatError(
        .malformed, source: source, message: "no reply holds a CPU model",
        remedy: "keep the reply to query-cpu-model-expansion")
    }
    return fullest
  }

  /// Properties that every full expansion has.
  private static let fullMembers: Set<String> = ["family", "model", "stepping", "vendor", "level"]

  /// Whether a reply's model stands there with every property.
  package static func isFull(_ model: JSONValue) -> Bool {
    guard case .object(let members)? = model["props"] else { return false }
    return Set(members.map(\.name)).isSuperset(of: fullMembers)
  }

  /// A full expansion holds every property with its value; a form that holds fewer is read as a
  /// request on top of its model.
  static func read(_ value: JSONValue, source: String) throws(FormatError) -> PolicyDocument {
    if let text = value["error"]?["desc"]?.string {
      throw FormatError(
        .malformed, source: source, message: "QEMU replied with an error: \(text)",
        remedy: "ask for another model, or without properties")
    }
    let (name, reader, names) = try properties(value, source: source)
    let isComplete = names.isSuperset(of: fullMembers)
    return reader.document(model: name, format: .qemuExpansion, isComplete: isComplete)
  }

  /// The model's name, its properties, and their names.
  ///
  /// - Parameter withheld: keys of properties that are off whatever the reply says.
  private static func properties(
    _ value: JSONValue, withheld: Set<String> = [], source: String
  ) throws(FormatError) -> (name: String, reader: QEMUProperties, names: Set<String>) {
    let path = value["return"] != nil ? "return.model" : "model"
    guard let model = (value["return"] ?? value)["model"], let name = model["name"]?.string else {
      throw .member("\(path).name", source, "a model's name is expected")
    }
    var reader = QEMUProperties(source: source)
    guard let props = model["props"] else { return (name, reader, []) }
    guard case .object(let members) = props else {
      throw .member("\(path).props", source, "an object is expected")
    }
    let names = Set(members.map(\.name))
    try OtherArchitecture.refuse(properties: names, "\(path).props", source)
    for member in members {
      let isWithheld = !withheld.isEmpty && withheld.contains(QEMUProperties.key(member.name))
      do {
        try reader.take(
          reply: member.name, isWithheld ? .bool(false) : member.value, at: "\(path).props")
      } catch {
        throw .member("\(path).props.\(member.name)", source, error.message)
      }
    }
    return (name, reader, names)
  }

  /// What a full expansion means on a machine that withholds some of it.
  ///
  /// - Parameters:
  ///   - reply: what QEMU returned; properties that are off may be left out.
  ///   - withheld: properties that the accelerator does not give.
  ///   - addressBits: the width of physical addresses, where QEMU takes the host's.
  ///   - authority: who was asked.
  package static func meaning(
    of reply: JSONValue, withheld: [String], addressBits: UInt32?, authority: String
  ) throws(FormatError) -> ResolvedModel {
    let (name, reader, _) = try properties(
      reply, withheld: Set(withheld.map(QEMUProperties.key)), source: authority)
    return reader.resolved(name, addressBits: addressBits, authority: authority)
  }

  /// A property's name without the differences of spelling.
  package static func key(_ name: String) -> String { QEMUProperties.key(name) }
}
