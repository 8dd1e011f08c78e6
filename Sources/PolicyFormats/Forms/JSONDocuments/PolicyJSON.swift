// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// The `Policy` document: writing and reading.
public enum PolicyJSON {
  /// The document of one policy.
  public static func document(_ named: NamedPolicy) -> JSONValue {
    let policy = named.policy.canonical
    let signature = named.toldSignature
    let document = JSONValue.document(
      .policy,
      [
        "name": .string(named.name),
        "vendor": .string(named.toldVendor), "family": .integer(Int(signature.family)),
        "model": .integer(Int(signature.model)), "stepping": .integer(Int(signature.stepping)),
        "digest": .string(digest(named)),
        "leaves": .array(leaves(policy)), "msrs": .array(msrs(policy)),
        "featureset": .string(named.policy.featureSet.hexadecimal()),
        "features": .strings(named.toldFeatures.features.filter(\.isNamed).map(\.optionName)),
        "unknown": .strings(unknownPlaces(named.policy)), "assumed": .strings(named.assumed),
      ])
    guard case .object(var members) = document else { return document }
    if let origin = named.origin {
      members.append(
        JSONValue.Member(
          name: "judgedBy",
          value: .members([
            "host": .string(origin.host), "digest": .string("sha256:" + origin.digest),
          ])))
    }
    guard !named.statements.isEmpty else { return .object(members) }
    let statements = named.statements.map { statement in
      JSONValue.members([
        "subject": .string(statement.subject), "value": .string(statement.value),
      ])
    }
    members.append(JSONValue.Member(name: "statements", value: .array(statements)))
    return .object(members)
  }

  private static func leaves(_ policy: CPUPolicy) -> [JSONValue] {
    var result: [JSONValue] = []
    policy.forEachLeaf { place, registers in result.append(leaf(place, registers)) }
    return result
  }

  /// One leaf as documents write it.
  public static func leaf(_ place: LeafPlace, _ registers: LeafRegisters) -> JSONValue {
    .members([
      "leaf": .string(Hex.word(place.leaf)),
      "subleaf": place.isPlain ? .null : .integer(Int(place.subleaf)),
      "eax": .string(Hex.word(registers.eax)), "ebx": .string(Hex.word(registers.ebx)),
      "ecx": .string(Hex.word(registers.ecx)), "edx": .string(Hex.word(registers.edx)),
    ])
  }

  private static func msrs(_ policy: CPUPolicy) -> [JSONValue] {
    (0..<LeafLayout.msrCount).compactMap { position -> JSONValue? in
      let index = LeafLayout.msr(at: position)
      guard let value = policy[msr: index] else { return nil }
      return .members([
        "index": .string(Hex.word(index.rawValue)), "value": .string(Hex.quad(value)),
      ])
    }
  }

  /// The places that the source did not record, sorted: leaves, then MSRs.
  public static func unknownPlaces(_ policy: CPUPolicy) -> [String] {
    var result: [String] = []
    var next = 0
    policy.forEachUnknownSlot { slot in
      let place = LeafLayout.place(ofSlot: slot)
      guard slot >= next, let block = LeafLayout.block(place.leaf) else { return }
      next = block.base + block.count
      let missing = (0..<block.count).filter { !policy.isKnown(slot: block.base + $0) }
      if missing.count == block.count {
        result.append("leaf \(Hex.word(place.leaf))")
      } else {
        result += missing.map { "leaf \(Hex.word(place.leaf)) subleaf \($0)" }
      }
    }
    policy.forEachUnknownMSR { result.append("msr \(Hex.word($0.rawValue))") }
    return result
  }

  // MARK: Reading

  /// What a `Policy` document holds.
  public struct Reading {
    /// The policy that was read.
    public var named: NamedPolicy
    /// Leaves that no policy stores.
    public var outside: [OutsideLeaf]
  }

  /// Reads a `Policy` document with everything that stands in it.
  public static func read(
    _ document: JSONValue, source: String, path: String = ""
  ) throws(FormatError) -> Reading {
    var reader = PolicyJSONReader(source: source)
    for (index, leaf) in try reader.array(document, "leaves", path).enumerated() {
      try reader.readLeaf(leaf, at: index, in: path)
    }
    for (index, msr) in try reader.optionalArray(document, "msrs", path).enumerated() {
      try reader.readMSR(msr, "\(path)msrs[\(index)]")
    }
    for (index, place) in try reader.optionalArray(document, "unknown", path).enumerated() {
      try reader.readUnknown(place, "\(path)unknown[\(index)]")
    }
    reader.markUnrecorded()
    try reader.readFeatureSet(document["featureset"], "\(path)featureset")
    var statements: [Statement] = []
    for (index, value) in try reader.optionalArray(document, "statements", path).enumerated() {
      guard let subject = value["subject"]?.string, let said = value["value"]?.string else {
        throw reader.error(
          "\(path)statements[\(index)]", "no subject and value", "write both as texts")
      }
      statements.append(Statement(subject, said))
    }
    var named = NamedPolicy(
      name: document["name"]?.string ?? "policy", policy: reader.policy,
      assumed: try reader.optionalArray(document, "assumed", path).compactMap(\.string),
      statements: statements, origin: origin(document["judgedBy"]))
    // No feature tells whether a CPU has this MSR; a document's digest does.
    if named.policy[msr: .platformInfo] == nil, document["digest"]?.string != digest(named) {
      named.policy.markUnknown(msr: .platformInfo)
    }
    try reader.refuseContradictions(document, named, path)
    let owner = OutsideLeaf.Owner.policy(named.name)
    let outside = reader.outside.map { place, registers in
      OutsideLeaf(of: owner, place: place, registers: registers)
    }
    return Reading(named: named, outside: outside)
  }

  static func digest(_ named: NamedPolicy) -> String { "sha256:" + PolicyDigest.of(named) }

  private static func origin(_ value: JSONValue?) -> NamedPolicy.Origin? {
    guard let host = value?["host"]?.string, let digest = value?["digest"]?.string,
      digest.hasPrefix("sha256:")
    else { return nil }
    return NamedPolicy.Origin(host: host, digest: String(digest.dropFirst(7)))
  }

  /// Reads a `Policy` document that must hold nothing that a policy does not store.
  public static func policy(
    _ document: JSONValue, source: String, path: String = ""
  ) throws(FormatError) -> NamedPolicy {
    let reading = try read(document, source: source, path: path)
    if let leaf = reading.outside.first {
      throw FormatError(
        .malformed, source: source,
        message: "\(path)leaves: no policy holds leaf \(PlaceText.leaf(leaf.place))",
        remedy: "leave it out")
    }
    return reading.named
  }
}

/// Reads the parts of a Policy document and names the member at which one fails.
struct PolicyJSONReader {
  let source: String
  private(set) var policy = CPUPolicy()
  private(set) var outside: [(LeafPlace, LeafRegisters)] = []
  /// The item in which each place stands; a leaf without subleaves is one place, however it is written.
  private var leaves: [LeafPlace: Int] = [:]
  private var msrs: [MSRIndex: String] = [:]
  private var unknown: [String: String] = [:]

  private let numbers: DocumentNumbers

  init(source: String) {
    self.source = source
    numbers = DocumentNumbers(source: source)
  }

  func error(_ path: String, _ message: String, _ remedy: String) -> FormatError {
    numbers.error(path, message, remedy)
  }

  private func twice(_ path: String, _ what: String, _ first: String) -> FormatError {
    error(path, "\(what) stands twice; the first stands in \(first)", "leave the wrong one out")
  }

  func array(
    _ document: JSONValue, _ name: String, _ path: String
  ) throws(FormatError) -> [JSONValue] {
    guard let values = document[name]?.array else {
      throw error(path + name, "an array is expected", "is this a Policy document?")
    }
    return values
  }

  /// An array that may be left out, but may be nothing else.
  func optionalArray(
    _ document: JSONValue, _ name: String, _ path: String
  ) throws(FormatError) -> [JSONValue] {
    document[name] == nil ? [] : try array(document, name, path)
  }

  mutating func readLeaf(
    _ value: JSONValue, at index: Int, in document: String
  ) throws(FormatError) {
    // Not the reader itself: it is large, and would be copied for each number.
    let numbers = numbers
    func path(_ index: Int) -> String { "\(document)leaves[\(index)]" }
    func register(_ name: String) throws(FormatError) -> UInt32 {
      try numbers.word(value[name], path(index) + "." + name)
    }
    let leaf = try register("leaf")
    var place = LeafPlace(leaf)
    if let given = value["subleaf"], given != .null { place.subleaf = try register("subleaf") }
    let registers = LeafRegisters(
      eax: try register("eax"), ebx: try register("ebx"), ecx: try register("ecx"),
      edx: try register("edx"))
    let block = LeafLayout.block(leaf)
    var key = place
    if let block, place.isPlain || place.subleaf == 0 {
      key = block.isPlain ? LeafPlace(leaf) : LeafPlace(leaf, 0)
    }
    if let first = leaves.updateValue(index, forKey: key) {
      throw twice(path(index), "leaf \(PlaceText.leaf(key))", path(first))
    }
    let fits = place.isPlain || block?.isPlain == false || place.subleaf == 0
    let subleaf = place.isPlain ? 0 : place.subleaf
    if fits, policy.record(registers, leaf: leaf, subleaf: subleaf) { return }
    outside.append((place, registers))
  }

  mutating func readMSR(_ value: JSONValue, _ path: String) throws(FormatError) {
    let index = MSRIndex(rawValue: try numbers.word(value["index"], path + ".index"))
    guard LeafLayout.msrPosition(index) != nil else {
      throw error(path, "no policy holds MSR \(hexText(index.rawValue))", "leave it out")
    }
    if let first = msrs.updateValue(path, forKey: index) {
      throw twice(path, "MSR \(hexText(index.rawValue))", first)
    }
    policy[msr: index] = try numbers.number(value["value"], path + ".value")
  }

  /// `leaf 0x... [subleaf N]` or `msr 0x...`.
  mutating func readUnknown(_ value: JSONValue, _ path: String) throws(FormatError) {
    if let first = unknown.updateValue(path, forKey: value.string ?? "") {
      throw twice(path, value.string ?? "", first)
    }
    let words = (value.string ?? "").split(separator: " ")
    let numbers = [1, 3].map { index -> UInt32? in
      guard words.count > index else { return nil }
      let text = words[index]
      return text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
    }
    switch (words.first, words.count) {
    case ("msr", 2):
      guard let index = numbers[0].map(MSRIndex.init(rawValue:)),
        LeafLayout.msrPosition(index) != nil
      else { break }
      // Derivation may have set bits of an MSR that nobody recorded.
      let derived = policy[msr: index]
      policy.markUnknown(msr: index)
      if let derived { policy.derive(msr: index, derived) }
      return
    case ("leaf", 2), ("leaf", 4):
      guard let leaf = numbers[0], let block = LeafLayout.block(leaf) else { break }
      if words.count == 2 {
        for slot in block.base..<(block.base + block.count) { policy.markUnknown(slot: slot) }
        return
      }
      guard let subleaf = numbers[1], let slot = LeafLayout.slot(leaf, subleaf) else { break }
      policy.markUnknown(slot: slot)
      return
    default: break
    }
    throw error(path, "not a place", "write \"leaf 0x0000000d subleaf 1\" or \"msr 0x0000010a\"")
  }

  /// What the document leaves out within its own limits is unknown.
  mutating func markUnrecorded() {
    let recorded = policy
    policy.markUnrecorded(.whole) { slot in
      leaves[LeafLayout.place(ofSlot: slot)] != nil || !recorded.isKnown(slot: slot)
    }
    if policy[msr: .archCapabilities] == nil, policy.has(.archCaps) {
      policy.markUnknown(msr: .archCapabilities)
    }
  }

  /// Feature bits above the policy's own limits stand only in the featureset.
  mutating func readFeatureSet(_ value: JSONValue?, _ path: String) throws(FormatError) {
    guard let value else { return }
    guard let text = value.string else { throw error(path, "not a text", "write it as words") }
    let bytes = Array(text.utf8)
    let document = try FeatureSetReader(source: source).read(bytes.span)
    guard let set = document.policies.first?.policy.featureSet else { return }
    var features = policy.featureSet
    for word in 0..<Feature.wordCount where features[word: word] != set[word: word] {
      guard case .leaf(let place, _, _) = Feature(word: word, bit: 0).place else { continue }
      let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf) ?? 0
      // Where the policy holds leaves they count.
      let hasLeaf = policy.isWithinLimits(slot: slot) && policy.isKnown(slot: slot)
      if !hasLeaf { features[word: word] = set[word: word] }
    }
    policy.featureSet = features
  }

  /// Refuses a document that says something of its leaves which is not so: nothing tells which of the
  /// two is right.
  func refuseContradictions(
    _ document: JSONValue, _ named: NamedPolicy, _ path: String
  ) throws(FormatError) {
    let signature = named.toldSignature
    let features = named.policy.featureSet
    let claims: [(String, JSONValue)] = [
      ("vendor", .string(named.toldVendor)), ("family", .integer(Int(signature.family))),
      ("model", .integer(Int(signature.model))), ("stepping", .integer(Int(signature.stepping))),
      ("features", .strings(named.toldFeatures.features.filter(\.isNamed).map(\.optionName))),
      ("digest", .string(PolicyJSON.digest(named))),
      ("featureset", .string(Self.words(features, like: document["featureset"]?.string))),
    ]
    for (name, truth) in claims {
      guard let said = document[name], said != truth else { continue }
      throw error(
        path + name, "not what the leaves and MSRs give",
        "correct the leaves, or leave out what the document says of them")
    }
  }

  /// A featureset in as many words, and in such digits, as a document has it.
  private static func words(_ features: FeatureSet, like text: String?) -> String {
    let all = features.hexadecimal()
    if all == text { return all }
    let count = text?.split(separator: "-").count ?? 0
    let words = all.split(separator: "-").prefix(count).joined(separator: "-")
    return text.map { $0.lowercased() == words ? $0 : words } ?? words
  }
}
