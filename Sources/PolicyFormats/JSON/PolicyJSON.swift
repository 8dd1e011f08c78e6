import CPUPolicy
import PolicyText

/// The `Policy` document: writing and reading.
public enum PolicyJSON {
  public static let apiVersion = "cpupolicy/v1"

  /// The document of one policy.
  public static func document(_ named: NamedPolicy) -> JSONValue {
    let policy = named.policy.canonical
    let signature = policy.signature
    return .members([
      "apiVersion": .string(apiVersion), "kind": .string("Policy"), "name": .string(named.name),
      "vendor": .string(policy.vendorString), "family": .integer(Int(signature.family)),
      "model": .integer(Int(signature.model)), "stepping": .integer(Int(signature.stepping)),
      "digest": .string("sha256:" + PolicyDigest.of(named.policy)),
      "leaves": .array(leaves(policy)), "msrs": .array(msrs(policy)),
      "featureset": .string(named.policy.featureSet.hexadecimal()),
      "features": .strings(named.policy.featureSet.features.filter(\.isNamed).map(\.optionName)),
      "unknown": .strings(unknownPlaces(named.policy)), "assumed": .strings(named.assumed),
    ])
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
    var slot = 0
    while slot < LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard let block = LeafLayout.block(place.leaf) else { break }
      let missing = (0..<block.count).filter { !policy.isKnown(slot: block.base + $0) }
      if missing.count == block.count {
        result.append("leaf \(Hex.word(place.leaf))")
      } else {
        result += missing.map { "leaf \(Hex.word(place.leaf)) subleaf \($0)" }
      }
      slot = block.base + block.count
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      if !policy.isKnown(msr: index) { result.append("msr \(Hex.word(index.rawValue))") }
    }
    return result
  }

  // MARK: Reading

  /// Reads a `Policy` document.
  public static func policy(
    _ document: JSONValue, source: String, path: String = ""
  ) throws(FormatError) -> NamedPolicy {
    var policy = CPUPolicy()
    let reader = PolicyJSONReader(source: source)
    for (index, leaf) in try reader.array(document, "leaves", path).enumerated() {
      try reader.readLeaf(leaf, "\(path)leaves[\(index)]", &policy)
    }
    for (index, msr) in (document["msrs"]?.array ?? []).enumerated() {
      try reader.readMSR(msr, "\(path)msrs[\(index)]", &policy)
    }
    for (index, place) in (document["unknown"]?.array ?? []).enumerated() {
      try reader.readUnknown(place, "\(path)unknown[\(index)]", &policy)
    }
    try reader.readFeatureSet(document["featureset"], "\(path)featureset", &policy)
    let assumed = (document["assumed"]?.array ?? []).compactMap(\.string)
    return NamedPolicy(
      name: document["name"]?.string ?? "policy", policy: policy, assumed: assumed)
  }
}

/// Reads the parts of a Policy document and names the member at which one fails.
struct PolicyJSONReader {
  let source: String

  func error(_ path: String, _ message: String, _ remedy: String) -> FormatError {
    FormatError(.malformed, source: source, message: "\(path): \(message)", remedy: remedy)
  }

  func array(
    _ document: JSONValue, _ name: String, _ path: String
  ) throws(FormatError) -> [JSONValue] {
    guard let values = document[name]?.array else {
      throw error(path + name, "the array is missing", "is this a Policy document?")
    }
    return values
  }

  func number(_ value: JSONValue?, _ path: String) throws(FormatError) -> UInt64 {
    if case .integer(let number)? = value, number >= 0 { return UInt64(number) }
    if let text = value?.string, text.hasPrefix("0x"), text.utf8.count <= 18,
      let number = UInt64(text.dropFirst(2), radix: 16)
    {
      return number
    }
    throw error(path, "not a number", "write it as \"0x0000000d\"")
  }

  func word(_ value: JSONValue?, _ path: String) throws(FormatError) -> UInt32 {
    guard let word = UInt32(exactly: try number(value, path)) else {
      throw error(path, "does not fit in 32 bits", "a register has 32 bits")
    }
    return word
  }

  func readLeaf(
    _ value: JSONValue, _ path: String, _ policy: inout CPUPolicy
  ) throws(FormatError) {
    let leaf = try word(value["leaf"], path + ".leaf")
    var subleaf: UInt32 = 0
    var isPlain = true
    if let given = value["subleaf"], given != .null {
      subleaf = try word(given, path + ".subleaf")
      isPlain = false
    }
    guard let block = LeafLayout.block(leaf), isPlain || block.isPlain == false || subleaf == 0
    else {
      throw error(path, "no policy holds leaf \(hexText(leaf))", "leave it out")
    }
    let registers = LeafRegisters(
      eax: try word(value["eax"], path + ".eax"), ebx: try word(value["ebx"], path + ".ebx"),
      ecx: try word(value["ecx"], path + ".ecx"), edx: try word(value["edx"], path + ".edx"))
    guard policy.record(registers, leaf: leaf, subleaf: subleaf) else {
      throw error(path, "no policy holds leaf \(hexText(leaf)) subleaf \(subleaf)", "leave it out")
    }
  }

  func readMSR(
    _ value: JSONValue, _ path: String, _ policy: inout CPUPolicy
  ) throws(FormatError) {
    let index = MSRIndex(rawValue: try word(value["index"], path + ".index"))
    guard LeafLayout.msrPosition(index) != nil else {
      throw error(path, "no policy holds MSR \(hexText(index.rawValue))", "leave it out")
    }
    policy[msr: index] = try number(value["value"], path + ".value")
  }

  /// `leaf 0x... [subleaf N]` or `msr 0x...`.
  func readUnknown(
    _ value: JSONValue, _ path: String, _ policy: inout CPUPolicy
  ) throws(FormatError) {
    let words = (value.string ?? "").split(separator: " ")
    let numbers = [1, 3].map { index -> UInt32? in
      guard words.count > index else { return nil }
      let text = words[index]
      return text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
    }
    switch (words.first, words.count) {
    case ("msr", 2):
      guard let index = numbers[0] else { break }
      policy.markUnknown(msr: MSRIndex(rawValue: index))
      return
    case ("leaf", 2), ("leaf", 4):
      guard let leaf = numbers[0], let block = LeafLayout.block(leaf) else { break }
      if words.count == 2 {
        for slot in block.base..<(block.base + block.count) { policy.markUnknown(slot: slot) }
      } else if let subleaf = numbers[1], let slot = LeafLayout.slot(leaf, subleaf) {
        policy.markUnknown(slot: slot)
      }
      return
    default: break
    }
    throw error(path, "not a place", "write \"leaf 0x0000000d subleaf 1\" or \"msr 0x0000010a\"")
  }

  /// Feature bits above the policy's own limits stand only in the featureset.
  func readFeatureSet(
    _ value: JSONValue?, _ path: String, _ policy: inout CPUPolicy
  ) throws(FormatError) {
    guard let text = value?.string else { return }
    let bytes = Array(text.utf8)
    let document = try FeatureSetReader(source: source).read(bytes.span)
    guard let set = document.policies.first?.policy.featureSet else { return }
    let stored = policy.featureSet
    for word in 0..<Feature.wordCount where stored[word: word] != set[word: word] {
      let feature = Feature(word: word, bit: 0)
      guard case .leaf(let place, _, _) = feature.place,
        !policy.isWithinLimits(
          slot: LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf) ?? 0)
      else {
        throw error(path, "word \(word) contradicts the leaves", "correct one of the two")
      }
    }
    policy.featureSet = set
  }
}
