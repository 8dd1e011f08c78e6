// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Reads what a manager says that a host lacks, anywhere in the lines of a log: the guest needs these.
///
/// QEMU names places and bits, libvirt names, KubeVirt labels, and XAPI's log two featuresets. Nothing else of
/// the guest is known.
struct ComplaintReader {
  let source: String

  private var features = FeatureSet()
  private var others: [Statement] = []
  private var unknown: [String] = []
  /// The line of XAPI's sentence, which names nothing.
  private var sentence: Int?

  init(source: String) { self.source = source }

  private static let ofQEMU: StaticString = "doesn't support requested feature: "
  private static let ofLibvirt: [StaticString] = [
    "missing features: ", "does not provide required features: ", "missing feature: ",
  ]
  private static let ofXAPI: StaticString = "features this host's CPU does not have"
  private static let ofXAPIsLog: StaticString = "not compatible with host CPU features ("

  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    Scan.find(bytes, start, end, ofQEMU) != nil
      || ofLibvirt.contains { Scan.find(bytes, start, end, $0) != nil }
      || Scan.find(bytes, start, end, ofXAPI) != nil
      || Scan.find(bytes, start, end, ofXAPIsLog) != nil
      || labels(bytes, start, end) != nil
  }

  /// Where KubeVirt's map of labels begins: `map[` with one of its keys.
  private static func labels(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard let map = Scan.find(bytes, start, end, "map["),
      Scan.find(bytes, map, end, "node.kubevirt.io/") != nil
    else { return nil }
    return map + 4
  }

  mutating func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      try PolicyReader.refuseOther(than: .complaint, bytes, start, cursor, source: source)
      func rest(_ index: Int) -> String {
        var part: [UInt8] = []
        for index in index..<cursor.end { part.append(bytes[index]) }
        return String(decoding: part, as: UTF8.self)
      }
      if let mark = Scan.find(bytes, start, cursor.end, Self.ofQEMU) {
        try takePlace(rest(mark + Self.ofQEMU.utf8CodeUnitCount), cursor.line)
      } else if let map = Self.labels(bytes, start, cursor.end) {
        takeLabels(rest(map))
      } else if let mark = Scan.find(bytes, start, cursor.end, Self.ofXAPIsLog) {
        takeSets(rest(start), mark - start)
      } else if Scan.find(bytes, start, cursor.end, Self.ofXAPI) != nil {
        sentence = sentence ?? cursor.line
      } else {
        for word in Self.ofLibvirt {
          guard let mark = Scan.find(bytes, start, cursor.end, word) else { continue }
          takeNames(rest(mark + word.utf8CodeUnitCount))
          break
        }
      }
    }
    return try document()
  }

  // MARK: QEMU

  /// `CPUID.07H:EBX.avx2 [bit 5]`, `CPUID[eax=07h,ecx=00h].EBX.avx2 [bit 5]` or `MSR(10AH).rdctl-no [bit 0]`.
  private mutating func takePlace(_ text: String, _ line: Int) throws(FormatError) {
    let lower = text.lowercased()
    guard let bracket = lower.firstRange(of: " [bit "),
      let bit = Int(lower[bracket.upperBound...].prefix { $0.isNumber })
    else {
      throw error(line, "the feature has no bit", "is the line cut?")
    }
    let place = lower[..<bracket.lowerBound]
    let name = place.split(separator: ".").last.map(String.init) ?? ""
    let numbers = Self.hexNumbers(place)
    if place.hasPrefix("msr"), let index = numbers.first {
      takeBit(.msr(MSRIndex(rawValue: index), bit: bit), name)
      return
    }
    let register = [Register.eax, .ebx, .ecx, .edx].first { register in
      place.contains(":\(register)") || place.contains(".\(register)")
    }
    guard place.hasPrefix("cpuid"), let register, let leaf = numbers.first, (0..<32).contains(bit)
    else {
      throw error(line, "\"\(text.prefix(60))\" is no place of CPUID", "is the line cut?")
    }
    takeBit(
      .leaf(LeafPlace(leaf, numbers.count > 1 ? numbers[1] : 0), register, bit: bit), name)
  }

  /// Numbers in hexadecimal that end in `h`, as QEMU writes them.
  private static func hexNumbers(_ text: Substring) -> [UInt32] {
    text.split { !$0.isHexDigit && $0 != "h" }.compactMap { word in
      word.hasSuffix("h") ? UInt32(word.dropLast(), radix: 16) : nil
    }
  }

  private mutating func takeBit(_ place: OtherName.Place, _ name: String) {
    switch place {
    case .leaf(let place, let register, let bit):
      let isPlain = LeafLayout.block(place.leaf)?.isPlain ?? false
      let own = isPlain ? LeafPlace(place.leaf) : place
      if let feature = Feature.allNamed.first(where: { $0.place == .leaf(own, register, bit: bit) })
      {
        features.insert(feature)
      } else {
        others.append(
          Statement(
            "leaf \(PlaceText.leaf(own)) \(PlaceText.upper(register)) bit \(bit)",
            NamedPolicy.present))
      }
    case .msr(let index, let bit):
      if let feature = Feature.allNamed.first(where: { $0.place == .msr(index, bit: bit) }) {
        features.insert(feature)
      } else {
        others.append(
          Statement("msr \(hexText(index.rawValue)) bit \(bit)", NamedPolicy.present))
      }
    case .feature, .none: takeName(name)
    }
  }

  // MARK: Names

  /// `avx2,bmi1`, up to the end of the line or what libvirt says behind them.
  private mutating func takeNames(_ text: String) {
    for part in text.split(separator: ",") {
      let word = part.drop { $0 == " " }.prefix { $0 != " " && $0 != "." && $0 != ";" && $0 != ":" }
      if !word.isEmpty { takeName(String(word)) }
      // A second list is of what the host has besides.
      if part.contains(":") { return }
    }
  }

  private mutating func takeName(_ name: String) {
    let known = OtherName.named(name, .libvirt) ?? OtherName.named(name, .qemu)
    switch known?.place {
    case .feature(let feature): features.insert(feature)
    case .leaf, .msr: known.map { takeBit($0.place, name) }
    case .some(.none): others.append(Statement("feature \(name)", NamedPolicy.present))
    case Optional.none:
      if let feature = Feature(named: name) {
        features.insert(feature)
      } else {
        unknown.append(name)
        others.append(Statement("feature \(name)", NamedPolicy.present))
      }
    }
  }

  // MARK: KubeVirt and XAPI

  /// `cpu-feature.node.kubevirt.io/avx2:true kubevirt.io/schedulable:true]`.
  private mutating func takeLabels(_ text: String) {
    for word in text.prefix(while: { $0 != "]" }).split(separator: " ") {
      guard let slash = word.firstIndex(of: "/") else { continue }
      let value = word[word.index(after: slash)...].split(separator: ":")
      guard let name = value.first, value.count < 2 || value[1] == "true" else { continue }
      if word.hasPrefix("cpu-feature.node.kubevirt.io/") {
        takeName(String(name))
      } else if word[..<slash].hasSuffix("node.kubevirt.io") {
        let group = word[..<slash].dropLast(".node.kubevirt.io".count)
        others.append(Statement("\(group) \(name)", NamedPolicy.present))
      }
    }
  }

  /// `VM CPU features (A) are not compatible with host CPU features (B)`: what of A is not in B.
  private mutating func takeSets(_ text: String, _ mark: Int) {
    let sets = text.split { $0 == "(" || $0 == ")" }.compactMap { part -> FeatureSet? in
      let words = part.split(separator: "-")
      let numbers = words.compactMap { UInt32($0, radix: 16) }
      guard numbers.count == words.count, numbers.count > 1 else { return nil }
      var set = FeatureSet()
      for (index, word) in numbers.prefix(Feature.wordCount).enumerated() {
        set[word: index] = word
      }
      return set
    }
    guard sets.count == 2 else { return }
    for feature in sets[0].subtracting(sets[1]).features { features.insert(feature) }
  }

  // MARK: The document

  private func document() throws(FormatError) -> PolicyDocument {
    let named = features.features.map(NamedPolicy.has)
    guard !named.isEmpty || !others.isEmpty else {
      if let sentence {
        throw error(
          sentence, "XAPI does not say which features these are",
          "give xe vm-param-get param-name=last-boot-CPU-flags as the guest, and the host's cpu_info"
        )
      }
      throw FormatError(
        .malformed, source: source, message: "no feature is named",
        remedy: "give the whole line of the complaint")
    }
    var document = PolicyDocument(format: .complaint)
    document.policies = [
      NamedPolicy(name: "needs", policy: PolicyLoss.unknownPolicy, statements: named + others)
    ]
    document.notes = [
      "\(source): the guest needs these, and nothing else of it is known"
    ]
    if !unknown.isEmpty {
      document.notes.append("\(source): in no table: " + unknown.sorted().joined(separator: ", "))
    }
    return document
  }

  private func error(_ line: Int, _ message: String, _ remedy: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: line, column: 1, message: message, remedy: remedy)
  }
}
