// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// QEMU's reply to `query-cpu-model-expansion`: a model's name and its properties.
enum QEMUExpansion {
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

  /// A full expansion holds every property with its value; a form that holds fewer is read as a
  /// request on top of its model.
  static func read(_ value: JSONValue, source: String) throws(FormatError) -> PolicyDocument {
    if let text = value["error"]?["desc"]?.string {
      throw FormatError(
        .malformed, source: source, message: "QEMU replied with an error: \(text)",
        remedy: "ask for another model, or without properties")
    }
    let path = value["return"] != nil ? "return.model" : "model"
    guard let model = (value["return"] ?? value)["model"], let name = model["name"]?.string else {
      throw .member("\(path).name", source, "a model's name is expected")
    }
    var reader = QEMUProperties(source: source)
    var names: Set<String> = []
    if let props = model["props"] {
      guard case .object(let members) = props else {
        throw .member("\(path).props", source, "an object is expected")
      }
      names = Set(members.map(\.name))
      try OtherArchitecture.refuse(properties: names, "\(path).props", source)
      for member in members {
        do {
          try reader.take(reply: member.name, member.value, at: "\(path).props")
        } catch {
          throw .member("\(path).props.\(member.name)", source, error.message)
        }
      }
    }
    let isComplete = names.isSuperset(of: ["family", "model", "stepping", "vendor", "level"])
    return reader.document(model: name, format: .qemuExpansion, isComplete: isComplete)
  }
}
