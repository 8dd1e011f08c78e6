// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Reads the labels that KubeVirt's node labeller and Node Feature Discovery give a Kubernetes node: a Node in
/// YAML or JSON, or its labels alone, as `key=value` or `key: value`.
///
/// A label that is there says that the node has the feature; one that is not says nothing, since old models,
/// libraries of other ages and configuration leave some out.
enum NodeLabelsReader {
  private static let kubeVirt = "node.kubevirt.io/"
  private static let discovery = "feature.node.kubernetes.io/"

  /// Whether a line has such a label; within a text that something else has told, at the margin alone, since a
  /// virtual machine may be bound to them.
  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    guard isFirst || start == 0 || bytes[start - 1] == 0x0a else { return false }
    return Scan.find(bytes, start, end, "node.kubevirt.io/") != nil
      || Scan.find(bytes, start, end, "feature.node.kubernetes.io/cpu-") != nil
  }

  static func read(_ bytes: Span<UInt8>, source: String) throws(FormatError) -> PolicyDocument {
    var labels = Labels(source: source)
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      // Annotations of a Node may hold JSON, further in.
      let form = PolicyReader.telling(bytes, start, cursor.end, isFirst: false)
      if start == cursor.start || form != .json {
        try PolicyReader.refuseOther(than: .nodeLabels, bytes, start, cursor, source: source)
      }
      var line: [UInt8] = []
      for index in start..<cursor.end { line.append(bytes[index]) }
      // Lists of labels on one line have commas between them.
      for part in String(decoding: line, as: UTF8.self).split(separator: ",") {
        try labels.take(part, line: cursor.line)
      }
    }
    return try labels.document(nil)
  }

  static func read(_ value: JSONValue, source: String) throws(FormatError) -> PolicyDocument {
    guard case .object(let members)? = value["metadata"]?["labels"] else {
      throw .member("metadata.labels", source, "the node has no labels")
    }
    var labels = Labels(source: source)
    for member in members {
      guard let text = member.value.scalarText else {
        throw .member("metadata.labels", source, "\(member.name.prefix(80)) has no text")
      }
      try labels.take(member.name, text, place: "metadata.labels", line: nil)
    }
    return try labels.document(value["metadata"]?["name"]?.string)
  }

  /// What was found.
  private struct Labels {
    let source: String
    private var places: [String: String] = [:]
    private var statements: [Statement] = []
    private var unknown: [String] = []
    private var partial = PartialPolicy()
    private var signature: [String: UInt32] = [:]

    init(source: String) { self.source = source }

    /// A label in a line: `"key": "value"`, `key: value` or `key=value`.
    mutating func take(_ part: Substring, line: Int) throws(FormatError) {
      let quotes: Set<Character> = ["\"", "'", " ", "\t", "{", "}"]
      let text = part.drop(while: quotes.contains)
      guard let end = text.firstIndex(where: { "=:\"'".contains($0) }) else { return }
      var value = text[text.index(after: end)...].drop { quotes.contains($0) || $0 == ":" }
      while let last = value.last, quotes.contains(last) { value.removeLast() }
      // A table of nodes has other columns before the first label.
      let key = text[..<end].split(separator: " ").last ?? ""
      try take(String(key), String(value), place: "line \(line)", line: line)
    }

    mutating func take(
      _ key: String, _ value: String, place: String, line: Int?
    ) throws(FormatError) {
      guard let slash = key.firstIndex(of: "/"),
        key[...slash].hasSuffix(kubeVirt) || key[...slash] == discovery
      else { return }
      if let first = places.updateValue(place, forKey: key) {
        throw .duplicate(
          "the label \(key.prefix(120))", first: first, source: source, line: line,
          column: line.map { _ in 1 })
      }
      let name = String(key[key.index(after: slash)...])
      if key[...slash] == discovery {
        try takeDiscovered(name, value, key, line)
      } else {
        takeKubeVirt(String(key[..<slash].dropLast(kubeVirt.count - 1)), name, value)
      }
    }

    private mutating func takeKubeVirt(_ group: String, _ name: String, _ value: String) {
      let isTrue = value == "true"
      switch group {
      case "cpu-feature.":
        guard isTrue else { return }
        state(OtherName.named(name, .libvirt), name)
      case "cpu-vendor.":
        if isTrue { setVendor(name) }
      case "cpu-model.", "cpu-model-migration.", "host-model-cpu.",
        "host-model-required-features.", "machine-type.":
        if isTrue { statements.append(Statement("\(group.dropLast()) \(name)", "present")) }
      case "cpu-timer.": statements.append(Statement(name, value))
      default: break
      }
    }

    private mutating func takeDiscovered(
      _ name: String, _ value: String, _ key: String, _ line: Int?
    ) throws(FormatError) {
      if name.hasPrefix("cpu-cpuid.") {
        let word = String(name.dropFirst("cpu-cpuid.".count))
        if value == "true" { stateDiscovered(word) }
        return
      }
      guard name.hasPrefix("cpu-model.") else { return }
      let word = String(name.dropFirst("cpu-model.".count))
      guard word != "vendor_id" else {
        setVendor(value)
        return
      }
      guard ["family", "id"].contains(word) else { return }
      guard let number = UInt32(value), number < 0x1000 else {
        throw FormatError(
          .malformed, source: source, line: line, column: line.map { _ in 1 },
          message: "\(key): \"\(value.prefix(40))\" is no number of a CPU",
          remedy: "give the labels as kubectl prints them")
      }
      signature[word] = number
    }

    /// Names of NFD's library that are our names of other bits.
    private static let ambiguous: Set<String> = ["ibpb", "ibrs", "stibp", "ssbd"]

    private mutating func stateDiscovered(_ word: String) {
      let name = word.lowercased()
      let feature = Self.ambiguous.contains(name) ? nil : Feature(named: name)
      if let feature {
        statements.append(Statement("feature \(feature.optionName)", "present"))
      } else if !Self.ambiguous.contains(name), let known = OtherName.named(name, .libvirt) {
        state(known, name)
      } else {
        unknown.append(word)
        statements.append(Statement("label \(word)", "present"))
      }
    }

    private mutating func state(_ known: OtherName?, _ name: String) {
      if known == nil { unknown.append(name) }
      let word = known?.feature?.optionName ?? known?.name
      statements.append(Statement(word.map { "feature \($0)" } ?? "label \(name)", "present"))
    }

    private mutating func setVendor(_ name: String) {
      switch name {
      case "Intel": partial.set(vendor: "GenuineIntel")
      case "AMD": partial.set(vendor: "AuthenticAMD")
      case "Hygon": partial.set(vendor: "HygonGenuine")
      default: statements.append(Statement("vendor", name))
      }
    }

    func document(_ name: String?) throws(FormatError) -> PolicyDocument {
      guard !places.isEmpty else {
        throw FormatError(
          .malformed, source: source, message: "no label of a CPU is there",
          remedy: "give kubectl get node NAME -o yaml, or its labels")
      }
      var partial = partial
      partial.set(family: signature["family"], model: signature["id"], stepping: nil)
      var document = PolicyDocument(format: .nodeLabels)
      document.identity = partial
      document.policies = [partial.named(name ?? "node", besides: statements)]
      document.notes = [
        "\(source): labels say what a node has, and nothing of what they do not name: every register "
          + "is unknown"
      ]
      if !unknown.isEmpty {
        document.notes.append(
          "\(source): in no table: " + unknown.sorted().joined(separator: ", "))
      }
      return document
    }
  }
}
