// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension Feature {
  /// The row of the feature table, which is the number of named bits below; nil for an unnamed bit.
  private var row: Int? {
    let bits = word < Feature.wordCount ? FeatureSet.known[word: word] : 0
    guard bits & mask != 0 else { return nil }
    return FeatureText.firstRows[word] + (bits & (mask &- 1)).nonzeroBitCount
  }

  func text(_ column: FeatureText.Column) -> String {
    row.map { FeatureText.records.text(row: $0, column: column.rawValue) } ?? ""
  }

  /// The Xen name, upper case: `AVX512_VNNI`. A bit without a row is called by word and bit.
  public var name: String {
    let name = text(.name)
    return name.isEmpty ? "WORD\(word)_BIT\(bit)" : name
  }

  /// The name on command lines: lower case, hyphens for underscores.
  public var optionName: String {
    let index = Int(rawValue)
    let known = index < Feature.optionNames.count ? Feature.optionNames[index] : ""
    return known.isEmpty ? Feature.optionName(of: name) : known
  }

  /// Those of named features, made once: documents name them by the hundred.
  private static let optionNames: [String] = (0..<Feature.wordCount * 32).map { index in
    let feature = Feature(rawValue: UInt16(index))
    return feature.isNamed ? optionName(of: feature.name) : ""
  }

  private static func optionName(of name: String) -> String {
    String(unsafeUninitializedCapacity: name.utf8.count) { buffer in
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
  public var linuxName: String { text(.linux) }

  /// Whose manual defines the feature: `any`, `intel` or `amd`.
  public var definedBy: String { text(.vendors) }

  /// The letters that say who may have the feature; empty for nobody.
  public var audience: String { text(.audience) }

  /// Why the feature has its audience, maturity and migration rule.
  public var reason: String { text(.reason) }

  /// What the feature is, in a few words.
  public var meaning: String { text(.meaning) }

  /// Every named feature, in ascending order.
  public static var allNamed: [Feature] {
    FeatureSet.known.features
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

extension FeatureText {
  /// Columns of the table.
  enum Column: Int {
    case name, meaning, audience, vendors, linux, qemu, libvirt, reason
  }

  /// The first row of each word.
  static let firstRows: [Int] = {
    var rows = [0]
    for word in 0..<Feature.wordCount {
      rows.append((rows.last ?? 0) + FeatureSet.known[word: word].nonzeroBitCount)
    }
    return rows
  }()

  static let records = TextRecords(rows, lengths: rowsLengths.span)
  static let abbreviations = TextRecords(words, lengths: wordsLengths.span)
}

extension FeatureSet {
  /// The abbreviation of a featureset word, e.g. `7b0` for leaf 7 subleaf 0 EBX.
  public static func wordAbbreviation(_ word: Int) -> String {
    FeatureText.abbreviations.text(row: word, column: 0)
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

extension Feature {
  /// The features that it needs, in ascending order.
  public var requirements: [Feature] {
    var result: [Feature] = []
    FeatureSet.forEachRequirement(of: self) { result.append($0) }
    return result
  }
}
