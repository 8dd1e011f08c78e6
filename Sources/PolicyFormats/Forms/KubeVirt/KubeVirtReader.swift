// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Reads the CPU of a VirtualMachine, a VirtualMachineInstance, or of a part of one, in YAML or JSON:
/// `domain.cpu` with `model` and `features`. KubeVirt hands both to libvirt, in libvirt's names.
enum KubeVirtReader {
  static let group = "kubevirt.io/"

  /// No specification is longer.
  private static let longest = 1 << 20

  /// Whether a line at the margin says that the object is KubeVirt's; in a text that nothing has told yet,
  /// any with which a part of one begins.
  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    guard start == 0 || bytes[start - 1] == 0x0a else { return false }
    if Scan.hasPrefix(bytes, start, end, "apiVersion: kubevirt.io/")
      || Scan.hasPrefix(bytes, start, end, "kind: VirtualMachine")
    {
      return true
    }
    return isFirst
      && (Scan.hasPrefix(bytes, start, end, "spec:")
        || Scan.hasPrefix(bytes, start, end, "domain:"))
  }

  static func read(_ bytes: Span<UInt8>, source: String) throws(FormatError) -> PolicyDocument {
    guard bytes.count <= longest else {
      throw FormatError(
        .tooLarge, source: source, message: "the input has \(bytes.count) bytes",
        remedy: "at most \(longest) of a virtual machine are read")
    }
    var reader = try YAMLReader(bytes, source: source)
    let documents = try reader.documents()
    guard documents.count == 1, let document = documents.first else {
      throw FormatError(
        .malformed, source: source, message: "there are \(documents.count) YAML documents",
        remedy: "give one virtual machine an input")
    }
    return try read(document, source: source)
  }

  /// Members of the object, and of its parts where one stands alone.
  private static let known: Set<String> = [
    "apiVersion", "kind", "metadata", "spec", "status", "domain", "cpu", "model", "features",
  ]

  static func read(_ value: JSONValue, source: String) throws(FormatError) -> PolicyDocument {
    guard case .object(let members) = value else {
      throw .member("spec", source, "an object is expected")
    }
    if let other = members.first(where: { !known.contains($0.name) }) {
      throw .member("\(other.name.prefix(40))", source, "no member of KubeVirt's objects")
    }
    if let version = value["apiVersion"]?.string, !version.hasPrefix(group) {
      throw .member("apiVersion", source, "\(version.prefix(40)) is none of \(group)")
    }
    let (domain, path) = domain(value)
    guard let domain else {
      throw .member("spec.domain", source, "the virtual machine has no domain")
    }
    let cpu = domain["cpu"] ?? .object([])
    var document = try document(cpu, "\(path)cpu", source)
    document.request?.machine.type = domain["machine"]?["type"]?.string
    document.request?.machine.accelerator = "kvm"
    return document
  }

  /// The domain and what stands before it: of a template, an instance, or where it stands alone.
  private static func domain(_ value: JSONValue) -> (JSONValue?, String) {
    let spec = value["spec"]
    if let domain = spec?["template"]?["spec"]?["domain"] {
      return (domain, "spec.template.spec.domain.")
    }
    if let domain = spec?["domain"] { return (domain, "spec.domain.") }
    if let domain = value["domain"] { return (domain, "domain.") }
    return value["cpu"] == nil && value["model"] == nil
      ? (nil, "") : (value["cpu"] == nil ? .members(["cpu": value]) : value, "")
  }

  /// KubeVirt takes it from named models, whatever the rest says.
  static let takenFromModels = "mpx"

  /// What KubeVirt asks libvirt for. Without a model the host's is taken.
  private static func document(
    _ cpu: JSONValue, _ path: String, _ source: String
  ) throws(FormatError) -> PolicyDocument {
    let model = cpu["model"]?.scalarText ?? ModelRequest.Choice.hostModel.rawValue
    var names: [String] = []
    var features: [(name: String, policy: String)] = []
    for (index, feature) in (cpu["features"]?.array ?? []).enumerated() {
      let at = "\(path).features[\(index)]"
      guard let name = feature["name"]?.scalarText, !name.isEmpty else {
        throw .member("\(at).name", source, "a feature's name is expected")
      }
      if let first = names.firstIndex(of: name) {
        throw .member(
          at, source, "\(name) stands twice; the first stands in \(path).features[\(first)]")
      }
      let policy = feature["policy"]?.scalarText ?? "require"
      guard ["force", "require", "optional", "disable", "forbid"].contains(policy) else {
        throw .member("\(at).policy", source, "\(policy.prefix(40)) is no policy")
      }
      names.append(name)
      features.append((name, policy))
    }
    let isNamed = model != "host-model" && model != "host-passthrough"
    if isNamed, !names.contains(takenFromModels) { features.append((takenFromModels, "disable")) }
    // Of a topology KubeVirt fills in one of each that is left out.
    let levels = ["sockets", "cores", "threads"]
    let shape =
      levels.allSatisfy { cpu[$0]?.scalarText == nil }
      ? [] : levels.map { (name: $0, value: cpu[$0]?.scalarText ?? "1") }
    return try LibvirtFormats.cpu(
      model, features: features, topology: shape, source, format: .kubevirt)
  }
}
