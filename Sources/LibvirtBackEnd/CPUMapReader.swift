// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// Reads a `cpu_map`: `index.xml` with the files that it includes, or one file with everything.
///
/// Files are bounded in number and size, each is read once, and none outside the folder. A model's parent
/// stands before it, so that parents cannot go in a circle.
struct CPUMapReader {
  /// libvirt's largest map has some 200.
  private static let mostFiles = 2000
  private static let mostBytes = 32 << 20
  /// libvirt's own maps include files from the index alone.
  private static let deepest = 4
  private static let mostParents = 16

  private let folder: String
  private let index: String
  private var seen: Set<String> = []
  private var bytes = 0
  private var depth = 0
  /// The one model that is wanted; nil for all.
  private let wanted: String?
  /// Files of other models that were passed over.
  private var passedOver: Set<String> = []
  var hasPassedOver: Bool { !passedOver.isEmpty }

  /// - Parameter wanted: the only model that is read where each has a file of its own; nil for all.
  init(path: String, only wanted: String? = nil) {
    self.wanted = wanted
    let isFile = path.hasSuffix(".xml")
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    folder = isFile ? parts.dropLast().joined(separator: "/") : path
    index = isFile ? String(parts.last ?? "") : "index.xml"
  }

  mutating func read(into map: inout CPUMap) throws(FormatError) {
    let file = place(index)
    seen.insert(index)
    let root = try contents(file)
    try take(root.children, file, &map)
    guard !map.models.isEmpty || wanted != nil, !map.features.isEmpty else {
      throw error(root, file, "it holds no features and models of x86", "name libvirt's folder")
    }
  }

  private func place(_ name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }

  /// The root of a file.
  private mutating func contents(_ file: String) throws(FormatError) -> XMLElement {
    let text = try InputFile.contents(of: file)
    bytes += text.count
    guard bytes <= Self.mostBytes else {
      throw FormatError(
        .tooLarge, source: file, message: "the map has more than \(Self.mostBytes) bytes",
        remedy: "name libvirt's folder")
    }
    try XMLReader.checkSize(text.count, source: file)
    var reader = XMLReader(text, source: file)
    let root = try reader.read()
    guard root.name == "cpus" else {
      throw error(root, file, "<cpus> is expected", "name libvirt's folder")
    }
    return root
  }

  private mutating func take(
    _ elements: [XMLElement], _ file: String, _ map: inout CPUMap
  ) throws(FormatError) {
    for element in elements {
      switch element.name {
      case "arch":
        if element["name"] == "x86" { try take(element.children, file, &map) }
      case "group": try take(element.children, file, &map)
      case "include": try include(element, file, &map)
      case "vendor":
        guard map.add(vendor: try name(element, file), try text("string", element, file)) else {
          throw twice(element, file)
        }
      case "feature":
        guard map.add(try feature(element, file)) else { throw twice(element, file) }
      case "model":
        if wanted != nil { try readParent(of: element, file, &map) }
        guard map.add(try model(element, file, map)) else { throw twice(element, file) }
      // What later releases add.
      default: continue
      }
    }
  }

  private mutating func include(
    _ element: XMLElement, _ file: String, _ map: inout CPUMap
  ) throws(FormatError) {
    let name = try text("filename", element, file)
    guard !name.contains("/"), name != ".", name != ".." else {
      throw error(element, file, "\(name.prefix(80)) is no file of the folder", "correct the name")
    }
    guard seen.insert(name).inserted else {
      throw error(element, file, "\(name.prefix(80)) is included twice", "leave one out")
    }
    guard seen.count <= Self.mostFiles, depth < Self.deepest else {
      throw error(
        element, file, "more than \(Self.mostFiles) files, or files in files too deep",
        "name libvirt's folder")
    }
    if let wanted, !Self.isNeeded(name, wanted) {
      passedOver.insert(name)
      return
    }
    try readIncluded(name, &map)
  }

  private mutating func readIncluded(_ name: String, _ map: inout CPUMap) throws(FormatError) {
    depth += 1
    defer { depth -= 1 }
    let included = place(name)
    try take(try contents(included).children, included, &map)
  }

  /// The file of a model, as every release names it.
  private static func file(of model: String) -> String { "x86_\(model).xml" }

  /// Whether a file holds the wanted model, or what models are made of.
  private static func isNeeded(_ name: String, _ wanted: String) -> Bool {
    name == file(of: wanted) || ["features", "vendors"].contains { name == file(of: $0) }
  }

  /// Reads the file of a model's parent, where it was passed over.
  private mutating func readParent(
    of model: XMLElement, _ file: String, _ map: inout CPUMap
  ) throws(FormatError) {
    guard let parent = try model.only("model", source: file)?["name"], map.model(parent) == nil,
      passedOver.remove(Self.file(of: parent)) != nil
    else { return }
    guard depth < Self.mostParents else {
      throw error(model, file, "it has too many parents", "name libvirt's folder")
    }
    try readIncluded(Self.file(of: parent), &map)
  }

  // MARK: Features

  private func feature(
    _ element: XMLElement, _ file: String
  ) throws(FormatError) -> CPUMap.FeatureEntry {
    var places: [OtherName.Place] = []
    var aliases: [String] = []
    for child in element.children {
      switch child.name {
      case "cpuid": places += try bits(ofLeaf: child, file)
      case "msr": places += try bits(ofMSR: child, file)
      case "alias": aliases.append(try name(child, file))
      default: continue
      }
    }
    guard !places.isEmpty else { throw error(element, file, "it names no bit", "name one") }
    return CPUMap.FeatureEntry(
      name: try name(element, file), places: places,
      isMigratable: try flag("migratable", element, file) ?? true, aliases: aliases)
  }

  private func bits(ofLeaf element: XMLElement, _ file: String) throws(FormatError)
    -> [OtherName.Place]
  {
    let leaf = try number("eax_in", element, file)
    let subleaf = element["ecx_in"] == nil ? nil : try number("ecx_in", element, file)
    var result: [OtherName.Place] = []
    for register in [Register.eax, .ebx, .ecx, .edx] where element["\(register)"] != nil {
      let mask = try number("\(register)", element, file)
      for bit in 0..<32 where mask >> UInt32(bit) & 1 != 0 {
        result.append(FeaturePlaces.of(leaf: leaf, subleaf, register, bit: bit))
      }
    }
    return result
  }

  private func bits(ofMSR element: XMLElement, _ file: String) throws(FormatError)
    -> [OtherName.Place]
  {
    let index = MSRIndex(rawValue: try number("index", element, file))
    let low = element["eax"] == nil ? 0 : try number("eax", element, file)
    let high = element["edx"] == nil ? 0 : try number("edx", element, file)
    let mask = UInt64(high) << 32 | UInt64(low)
    return (0..<64).filter { mask >> UInt64($0) & 1 != 0 }.map {
      FeaturePlaces.of(msr: index, bit: $0)
    }
  }

  // MARK: Models

  private func model(
    _ element: XMLElement, _ file: String, _ map: CPUMap
  ) throws(FormatError) -> CPUMap.Model {
    var model = CPUMap.Model(name: try name(element, file))
    if let parent = try element.only("model", source: file) {
      let name = try name(parent, file)
      guard let found = map.model(name) else {
        throw error(parent, file, "no model \(name.prefix(80)) stands before it", "name another")
      }
      model.vendor = found.vendor
      model.signatures = found.signatures
      model.features = found.features
      model.removed = found.removed
      model.added = found.added
    }
    var signatures: [CPUMap.ModelSignature] = []
    var named: [String: XMLElement] = [:]
    for child in element.children {
      switch child.name {
      case "decode":
        model.isForHosts = try flag("host", child, file) ?? true
        model.isForGuests = try flag("guest", child, file) ?? true
      case "check": model.isCheckedByMap = child["partial"] == "compat"
      case "signature": signatures.append(try signature(child, file))
      case "vendor":
        let name = try name(child, file)
        guard map.vendors[name] != nil else {
          throw error(child, file, "no vendor \(name.prefix(80)) stands before it", "name another")
        }
        model.vendor = name
      case "feature":
        if let first = named.updateValue(child, forKey: try name(child, file)) {
          throw .duplicate(
            "the feature", first: first.placeText, source: file, line: child.line,
            column: child.column)
        }
        try take(child, into: &model, file, map)
      default: continue
      }
    }
    if !signatures.isEmpty { model.signatures = signatures }
    return model
  }

  private func take(
    _ feature: XMLElement, into model: inout CPUMap.Model, _ file: String, _ map: CPUMap
  ) throws(FormatError) {
    let name = try name(feature, file)
    guard map.features[name] != nil else {
      throw error(feature, file, "no feature \(name.prefix(80)) stands before it", "name another")
    }
    if try flag("removed", feature, file) == true {
      model.features.remove(name)
      model.removed.insert(name)
      return
    }
    model.features.insert(name)
    model.removed.remove(name)
    if try flag("added", feature, file) == true { model.added.insert(name) }
  }

  private func signature(
    _ element: XMLElement, _ file: String
  ) throws(FormatError) -> CPUMap.ModelSignature {
    var steppings: [ClosedRange<UInt32>] = []
    for part in (element["stepping"] ?? "").split(separator: ",") {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { UInt32($0) }
      guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1],
        low <= high, high < 16
      else {
        throw error(element, file, "stepping \(part.prefix(40)) is no range", "write 0-4")
      }
      steppings.append(low...high)
    }
    return CPUMap.ModelSignature(
      family: try number("family", element, file), model: try number("model", element, file),
      steppings: steppings)
  }

  // MARK: Attributes

  private func name(_ element: XMLElement, _ file: String) throws(FormatError) -> String {
    try text("name", element, file)
  }

  private func text(
    _ attribute: String, _ element: XMLElement, _ file: String
  ) throws(FormatError) -> String {
    guard let value = element[attribute], !value.isEmpty else {
      throw error(element, file, "\(attribute) is missing", "correct the element")
    }
    return value
  }

  private func flag(
    _ attribute: String, _ element: XMLElement, _ file: String
  ) throws(FormatError) -> Bool? {
    switch element[attribute] {
    case nil: nil
    case "on", "yes": true
    case "off", "no": false
    case let other?:
      throw error(
        element, file, "\(attribute) is \(other.prefix(40))", "write yes or no, on or off")
    }
  }

  private func number(
    _ attribute: String, _ element: XMLElement, _ file: String
  ) throws(FormatError) -> UInt32 {
    let text = try text(attribute, element, file)
    let value = text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
    guard let value else {
      throw error(
        element, file, "\(attribute) is \(text.prefix(40)), and no number of 32 bits",
        "correct the number")
    }
    return value
  }

  private func twice(_ element: XMLElement, _ file: String) -> FormatError {
    error(element, file, "\((element["name"] ?? "").prefix(80)) stands twice", "leave one out")
  }

  private func error(
    _ element: XMLElement, _ file: String, _ message: String, _ remedy: String
  ) -> FormatError {
    FormatError(
      .malformed, source: file, line: element.line, column: element.column,
      message: "<\(element.name)>: \(message)", remedy: remedy)
  }
}
