import CPUPolicy

extension Feature {
  /// The row of the feature table; nil for an unnamed bit.
  private var row: Int? {
    let indices = FeatureText.indices.span
    var low = 0
    var high = indices.count
    while low < high {
      let middle = (low + high) / 2
      if indices[middle] < rawValue { low = middle + 1 } else { high = middle }
    }
    return low < indices.count && indices[low] == rawValue ? low : nil
  }

  private func text(_ blob: StaticString, _ offsets: Span<UInt32>) -> String {
    guard let row else { return "" }
    return blob.text(from: offsets[row], to: offsets[row + 1])
  }

  /// The Xen name, upper case: `AVX512_VNNI`. A bit without a row is called by word and bit.
  public var name: String {
    let name = text(FeatureText.names, FeatureText.namesOffsets.span)
    return name.isEmpty ? "WORD\(word)_BIT\(bit)" : name
  }

  /// The name on command lines: lower case, hyphens for underscores.
  public var optionName: String {
    let name = name
    return String(unsafeUninitializedCapacity: name.utf8.count) { buffer in
      var count = 0
      for byte in name.utf8 {
        let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        buffer[count] = byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : isUpper ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  /// Linux' name in /proc/cpuinfo; empty where it has none.
  public var linuxName: String { text(FeatureText.linuxNames, FeatureText.linuxNamesOffsets.span) }

  /// QEMU's names, the canonical one first.
  public var qemuNames: [String] {
    text(FeatureText.qemuNames, FeatureText.qemuNamesOffsets.span).split(separator: " ")
      .map(String.init)
  }

  /// QEMU's canonical name; empty where it has none.
  public var qemuName: String { qemuNames.first ?? "" }

  /// libvirt's name; empty where it has none.
  public var libvirtName: String {
    text(FeatureText.libvirtNames, FeatureText.libvirtNamesOffsets.span)
  }

  /// Whose manual defines the feature: `any`, `intel` or `amd`.
  public var definedBy: String { text(FeatureText.vendors, FeatureText.vendorsOffsets.span) }

  /// The letters that say who may have the feature; empty for nobody.
  public var audience: String { text(FeatureText.audiences, FeatureText.audiencesOffsets.span) }

  /// Why the feature has its audience, maturity and migration rule.
  public var reason: String { text(FeatureText.reasons, FeatureText.reasonsOffsets.span) }

  /// What the feature is, in a few words.
  public var meaning: String { text(FeatureText.meanings, FeatureText.meaningsOffsets.span) }

  /// Every named feature, in ascending order.
  public static var allNamed: [Feature] {
    let indices = FeatureText.indices.span
    return indices.indices.map { Feature(rawValue: indices[$0]) }
  }

  /// A feature by its Xen or option name, in either case; nil where there is none.
  public init?(named name: String) {
    let wanted = name.lowercased().map { $0 == "_" ? "-" : $0 }
    guard let feature = Feature.byOptionName[String(wanted)] else { return nil }
    self = feature
  }

  static let byOptionName: [String: Feature] = {
    var result: [String: Feature] = [:]
    for feature in allNamed { result[feature.optionName] = feature }
    return result
  }()
}

extension FeatureSet {
  /// The abbreviation of a featureset word, e.g. `7b0` for leaf 7 subleaf 0 EBX.
  public static func wordAbbreviation(_ word: Int) -> String {
    let offsets = FeatureText.wordsOffsets.span
    guard word >= 0, word + 1 < offsets.count else { return "" }
    return FeatureText.words.text(from: offsets[word], to: offsets[word + 1])
  }

  /// The words as hexadecimal digits, joined.
  public func hexadecimal(separator: String = "-") -> String {
    (0..<Feature.wordCount).map { Hex.digits(self[word: $0], 8) }.joined(separator: separator)
  }

  /// The features of the set, in ascending order.
  public var features: [Feature] {
    var result: [Feature] = []
    forEachFeature { result.append($0) }
    return result
  }
}
