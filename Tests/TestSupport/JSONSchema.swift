// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats

/// As much of JSON Schema (2020-12) as `docs/schema` uses, and one thing more: a member that the schema
/// does not describe is an error here, so that none goes undocumented.
public struct JSONSchema {
  private let root: JSONValue

  /// The project's own schema.
  public static func ofDocuments() throws -> JSONSchema {
    let url = Fixtures.root.appending(path: "docs/schema/cpupolicy-v1.json")
    return JSONSchema(
      root: try JSONValue(parsing: Array(try Data(contentsOf: url)), source: "schema"))
  }

  /// The kinds of documents that it describes.
  public var kinds: [String] {
    (root["oneOf"]?.array ?? []).compactMap { $0["$ref"]?.string.map { String($0.dropFirst(8)) } }
  }

  /// What is wrong with a document, each with its place.
  public func errors(_ document: JSONValue) -> [String] {
    guard let kind = document["kind"]?.string, kinds.contains(kind) else {
      return ["kind: \(document["kind"]?.text ?? "missing") is not described"]
    }
    return check(document, root["$defs"]?[kind] ?? .null, at: kind)
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    if let reference = schema["$ref"]?.string {
      let name = String(reference.dropFirst("#/$defs/".count))
      return check(value, root["$defs"]?[name] ?? .null, at: path)
    }
    if let constant = schema["const"] {
      return value == constant ? [] : ["\(path): not \(constant.text)"]
    }
    let types = schema["type"]?.string.map { [$0] } ?? schema["type"]?.array?.compactMap(\.string)
    if let types, !types.contains(type(of: value)) {
      return ["\(path): a \(type(of: value)), not \(types.joined(separator: " or "))"]
    }
    switch value {
    case .string(let text):
      var found: [String] = []
      if let words = schema["enum"]?.array, !words.contains(value) {
        found.append("\(path): \(text) is none of the known words")
      }
      if let pattern = schema["pattern"]?.string,
        text.range(of: pattern, options: .regularExpression) == nil
      {
        found.append("\(path): \(text) is not of the form \(pattern)")
      }
      return found
    case .array(let items):
      guard let schema = schema["items"] else { return [] }
      return items.enumerated().flatMap { check($1, schema, at: "\(path)[\($0)]") }
    case .object(let members): return check(members, schema, at: path)
    default: return []
    }
  }

  private func check(
    _ members: [JSONValue.Member], _ schema: JSONValue, at path: String
  ) -> [String] {
    var found: [String] = []
    for name in (schema["required"]?.array ?? []).compactMap(\.string)
    where !members.contains(where: { $0.name == name }) {
      found.append("\(path).\(name): missing")
    }
    for member in members {
      if let described = schema["properties"]?[member.name] ?? schema["additionalProperties"] {
        found += check(member.value, described, at: "\(path).\(member.name)")
      } else if schema["properties"] != nil {
        found.append("\(path).\(member.name): not described")
      }
    }
    return found
  }

  private func type(of value: JSONValue) -> String {
    switch value {
    case .object: "object"
    case .array: "array"
    case .string: "string"
    case .integer: "integer"
    case .decimal: "number"
    case .bool: "boolean"
    case .null: "null"
    }
  }
}
