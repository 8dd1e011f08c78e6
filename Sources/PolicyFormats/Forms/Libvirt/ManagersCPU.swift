// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What managers of virtual machines ask libvirt for, read as the `<cpu>` that they give it.
extension LibvirtFormats {
  /// A guest's CPU, by a model or one of libvirt's modes, and its features.
  ///
  /// - Parameters:
  ///   - model: a model's name, or one of libvirt's modes.
  ///   - features: each feature's name and policy, each name once.
  ///   - topology: the attributes of the topology; empty where there is none.
  ///   - source: the input's name for messages.
  ///   - format: the manager's form.
  static func cpu(
    _ model: String, features: [(name: String, policy: String)],
    topology: [(name: String, value: String)] = [], _ source: String, format: PolicyFormat
  ) throws(FormatError) -> PolicyDocument {
    func element(_ name: String, _ attributes: [(name: String, value: String)]) -> XMLElement {
      XMLElement(name: name, attributes: attributes, line: 1, column: 1)
    }
    let isMode = ["host-model", "host-passthrough", "maximum"].contains(model)
    var root = element("cpu", [("mode", isMode ? model : "custom")])
    if !isMode {
      var name = element("model", [])
      name.text = model
      root.children.append(name)
    }
    // libvirt needs every level; what a manager makes of one that is left out its form does not say.
    let isShape = ["sockets", "cores", "threads"].allSatisfy { level in
      topology.contains { $0.name == level }
    }
    if isShape { root.children.append(element("topology", topology)) }
    root.children += features.map {
      element("feature", [("policy", $0.policy), ("name", $0.name)])
    }
    var document = try readGuest(root, source)
    document.format = format
    if !isShape, !topology.isEmpty {
      let text = topology.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      document.policies[0].statements.append(Statement("topology", text))
      document.notes.append("topology is not taken over: \(text)")
    }
    return document
  }
}
