// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What a form that speaks of features and a few numbers determines of a policy.
///
/// Forms of virtual machine managers name feature bits, the vendor, family, model, stepping and
/// limits; caches, XSAVE layouts and the rest come from elsewhere. Whatever is not in here is
/// unknown, not zero.
public struct PartialPolicy: Equatable, Sendable {
  /// Every feature; nil where the form leaves some to a CPU model that it only names.
  public var features: FeatureSet?
  /// How many words of the featureset the form gives; the others are unknown.
  public var wordCount = Feature.wordCount
  /// Words among those of which nothing is said all the same.
  public var openWords: Set<Int> = []
  /// Numbers that the form gives.
  public private(set) var fields: [Value] = []

  /// A field of the tables, in its leaf's only or first subleaf.
  public struct Value: Equatable, Sendable {
    /// The field.
    public var field: Field
    /// Its value, shifted down.
    public var value: UInt32
  }

  /// A policy of which nothing is known but, perhaps, its features.
  public init(features: FeatureSet? = nil) { self.features = features }

  /// Gives a field a value; the last one counts.
  public mutating func set(_ field: Field, _ value: UInt32) {
    fields.removeAll { $0.field == field }
    fields.append(Value(field: field, value: value))
  }

  /// Takes a field back.
  package mutating func forget(_ field: Field) { fields.removeAll { $0.field == field } }

  /// The value that the form gives a field; nil where it gives none.
  public func value(of field: Field) -> UInt32? { fields.first { $0.field == field }?.value }

  /// Family, model and stepping as leaf 1 holds them. SDM vol. 2A CPUID, "Version Information".
  public mutating func set(family: UInt32?, model: UInt32?, stepping: UInt32?) {
    if let family {
      set(.baseFamily, min(family, 15))
      set(.extendedFamily, family > 15 ? family - 15 : 0)
    }
    if let model {
      set(.baseModel, model & 15)
      set(.extendedModel, model >> 4)
    }
    if let stepping { set(.steppingId, stepping) }
  }

  /// Takes family, model and stepping back.
  mutating func forgetSignature() {
    let parts: [Field] = [.baseFamily, .extendedFamily, .baseModel, .extendedModel, .steppingId]
    fields.removeAll { parts.contains($0.field) }
  }

  /// Takes the vendor back.
  mutating func forgetVendor() {
    let parts: [Field] = [
      .vendorStringPart1, .vendorStringPart2, .vendorStringPart3, .extendedVendorPart1,
      .extendedVendorPart2, .extendedVendorPart3,
    ]
    fields.removeAll { parts.contains($0.field) }
  }

  /// The vendor's twelve characters, in leaf 0 and in its copy.
  public mutating func set(vendor: String) {
    let words = Self.words(vendor, count: 3)
    for (field, word) in zip(
      [Field.vendorStringPart1, .vendorStringPart2, .vendorStringPart3], words)
    {
      set(field, word)
    }
    for (field, word) in zip(
      [Field.extendedVendorPart1, .extendedVendorPart2, .extendedVendorPart3], words)
    {
      set(field, word)
    }
  }

  /// The brand string, at most 48 characters, padded with NUL.
  public mutating func set(brand: String) {
    let first = Field.brandStringPart1.rawValue
    for (index, word) in Self.words(brand, count: 12).enumerated() {
      set(Field(rawValue: first + UInt16(index)), word)
    }
  }

  private static func words(_ text: String, count: Int) -> [UInt32] {
    let bytes = Array(text.utf8.prefix(count * 4))
    return (0..<count).map { index in
      (0..<4).reduce(UInt32(0)) { word, offset in
        let at = index * 4 + offset
        return word | (at < bytes.count ? UInt32(bytes[at]) << UInt32(8 * offset) : 0)
      }
    }
  }

  /// Limits as low as the features allow, where the form gives none: the rule of a model without
  /// limits of its own.
  mutating func setLeastLimits() {
    var basic: UInt32 = 1
    var extended: UInt32 = 0
    for feature in features?.features ?? [] {
      guard case .leaf(let place, _, _) = feature.place else { continue }
      if place.leaf >> 16 == 0x8000 { extended = max(extended, place.leaf) }
      if place.leaf >> 16 == 0 { basic = max(basic, place.leaf) }
    }
    if value(of: .maxBasicLeaf) == nil { set(.maxBasicLeaf, basic) }
    if value(of: .maxExtendedLeaf) == nil { set(.maxExtendedLeaf, extended) }
  }

  /// AMD's copies of leaf 1, which have no name: QEMU shows them on AMD's CPUs.
  mutating func addCopies() {
    guard var features, vendor == .amd else { return }
    let (from, to) = (Int(Feature.fpu.rawValue) / 32, Int(Feature.lm.rawValue) / 32)
    guard case .leaf(let place, let register, _) = Feature.lm.place,
      let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
    else { return }
    var copied: UInt32 = 0
    for field in RowIndex.fields(slot: slot, register) where field.rules.guest == .derived {
      copied |= field.mask
    }
    features[word: to] |= features[word: from] & copied
    self.features = features
  }

  /// Whose CPU it is; nil where the form does not say.
  private var vendor: Vendor? {
    guard let first = value(of: .vendorStringPart1), let second = value(of: .vendorStringPart2),
      let third = value(of: .vendorStringPart3)
    else { return nil }
    return Vendor(ebx: first, ecx: third, edx: second)
  }

  /// The policy of this alone: leaves of which nothing is said are unknown.
  ///
  /// A leaf that holds features and numbers is known by its features.
  public var policy: CPUPolicy { placed.policy }

  /// The policy of this alone, with what of it no register can hold.
  func named(_ name: String, besides statements: [Statement] = []) -> NamedPolicy {
    let (policy, rest) = placed
    return NamedPolicy(name: name, policy: policy, statements: statements + rest)
  }

  private var placed: (policy: CPUPolicy, rest: [Statement]) {
    var result = CPUPolicy()
    for slot in 0..<LeafLayout.slotCount { result.markUnknown(slot: slot) }
    result.markUnknown(msr: .archCapabilities)
    result.markUnknown(msr: .platformInfo)
    var rest: [Statement] = []
    if let features { rest = place(features, in: &result) }
    var covered: [Int: UInt32] = [:]
    for entry in fields {
      guard let slot = entry.field.slot(subleaf: entry.field.subleaves.lowerBound) else { continue }
      covered[slot * 4 + Int(entry.field.register.rawValue), default: 0] |= entry.field.mask
    }
    for slot in Set(covered.keys.map { $0 / 4 }) where !result.isKnown(slot: slot) {
      let isWhole = [Register.eax, .ebx, .ecx, .edx].allSatisfy { register in
        let named = LeafLayout.namedMask(slot: slot, register: register)
        return named & ~(covered[slot * 4 + Int(register.rawValue)] ?? 0) == 0
      }
      if isWhole { result.markKnown(slot: slot) }
    }
    for entry in fields {
      if let slot = entry.field.slot(subleaf: entry.field.subleaves.lowerBound),
        result.isKnown(slot: slot)
      {
        result[entry.field] = entry.value
      } else {
        rest.append(
          Statement("field \(entry.field.name)", "0x" + String(entry.value, radix: 16)))
      }
    }
    result.markKnownAboveLimits()
    return (result, rest)
  }

  /// Where a word of the featureset stands; nil for those in MSRs.
  private static func slot(_ word: Int) -> Int? {
    guard case .leaf(let place, _, _) = Feature(word: word, bit: 0).place else { return nil }
    return LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
  }

  /// The MSR of a word of the featureset; nil for those in leaves.
  private static func register(_ word: Int) -> MSRIndex? {
    guard case .msr(let index, _) = Feature(word: word, bit: 0).place else { return nil }
    return index
  }

  /// Whether the form says what stands in a word of the featureset.
  private func isGiven(word: Int) -> Bool { word < wordCount && !openWords.contains(word) }

  /// Makes the registers known of which the form gives every word.
  /// - Returns: what it says of the others.
  private func place(_ features: FeatureSet, in result: inout CPUPolicy) -> [Statement] {
    let words = 0..<Feature.wordCount
    let open = Set(words.filter { !isGiven(word: $0) }.compactMap(Self.slot))
    let openMSRs = Set(words.filter { !isGiven(word: $0) }.compactMap(Self.register))
    var said = FeatureSet()
    var rest: [Statement] = []
    for word in words where isGiven(word: word) {
      if let slot = Self.slot(word) {
        guard !open.contains(slot) else {
          rest.append(Statement("featureset word \(word)", Hex.word(features[word: word])))
          continue
        }
        result.markKnown(slot: slot)
      } else if let index = Self.register(word) {
        guard !openMSRs.contains(index) else {
          rest.append(Statement("featureset word \(word)", Hex.word(features[word: word])))
          continue
        }
        if result[msr: index] == nil { result[msr: index] = 0 }
      }
      said[word: word] = features[word: word]
    }
    result.featureSet = said
    // The form's words reach so far: what stands in them counts.
    if wordCount == Feature.wordCount, result.isKnown(leaf: Field.maxLeaf7Subleaf.leaf, subleaf: 0)
    {
      result[.maxLeaf7Subleaf] = PartialPolicy.lastFeatureSubleaf
    }
    return rest
  }

  /// The highest subleaf of leaf 7 that holds a word of the featureset.
  private static let lastFeatureSubleaf: UInt32 = {
    var last: UInt32 = 0
    for word in 0..<Feature.wordCount {
      if case .leaf(let place, _, _) = Feature(word: word, bit: 0).place, place.leaf == 7 {
        last = max(last, place.subleaf)
      }
    }
    return last
  }()

  /// A bound's policy with everything that the form determines: what it leaves out is the bound's.
  public func applied(to bound: CPUPolicy) -> CPUPolicy {
    var result = bound
    if var features {
      for word in 0..<Feature.wordCount where !isGiven(word: word) {
        features[word: word] = bound.featureSet[word: word]
      }
      result = bound.withFeatures(features)
      // What was computed for features from a place that the bound does not know is no more known.
      let ofFeatures = Set((0..<Feature.wordCount).compactMap(Self.slot))
      for slot in 0..<LeafLayout.slotCount
      where !bound.isKnown(slot: slot) && !ofFeatures.contains(slot) {
        result.markUnknown(slot: slot)
      }
    }
    for entry in fields { result[entry.field] = entry.value }
    return result
  }

  /// The policy of this alone, with those numbers of a bound that stand beside features and that the form
  /// does not give: of them nothing is said, and nothing found.
  public func policy(withNumbersOf bound: CPUPolicy) -> CPUPolicy {
    var result = policy
    result.takeNumbers(of: bound) { _ in true }
    for entry in fields {
      if let slot = entry.field.slot(subleaf: entry.field.subleaves.lowerBound),
        CPUPolicy.featureSlots.contains(slot), result.isKnown(slot: slot)
      {
        result[entry.field] = entry.value
      }
    }
    return result
  }

  /// What a reader of ``policy`` must know.
  static let fieldsNote =
    "the form gives features and a few numbers; caches, topology and other numbers in the "
    + "features' leaves are not recorded in it"
}

extension CPUPolicy {
  /// Registers that hold features: four times the slot, and the register.
  private static let featureRegisters = Set(
    (0..<Feature.wordCount).compactMap { word -> Int? in
      guard case .leaf(let place, let register, _) = Feature(word: word, bit: 0).place else {
        return nil
      }
      return LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
        .map { $0 * 4 + Int(register.rawValue) }
    })

  fileprivate static let featureSlots = Set(featureRegisters.map { $0 / 4 })

  /// Takes a bound's registers that stand beside features in a known leaf.
  fileprivate mutating func takeNumbers(of bound: CPUPolicy, where isOpen: (UInt32) -> Bool) {
    for slot in Self.featureSlots where isKnown(slot: slot) {
      for register in [Register.eax, .ebx, .ecx, .edx]
      where !Self.featureRegisters.contains(slot * 4 + Int(register.rawValue))
        && isOpen(self[slot: slot][register])
      {
        self[slot: slot][register] = bound[slot: slot][register]
      }
    }
  }

  /// The policy of a form of features with those numbers of a bound that stand beside features and that it
  /// leaves empty: of them nothing is said, and nothing found.
  package func completingNumbers(from bound: CPUPolicy) -> CPUPolicy {
    var result = self
    result.takeNumbers(of: bound) { $0 == 0 }
    return result
  }

  /// Makes known that the leaves above a known limit hold nothing.
  mutating func markKnownAboveLimits() {
    let limits: [UInt32: (isKnown: Bool, last: UInt32)] = [
      0: (isKnown(leaf: 0), self[.maxBasicLeaf]),
      0x8000: (isKnown(leaf: 0x8000_0000), 0x8000_0000 + extendedLeafCount),
    ]
    for slot in 0..<LeafLayout.slotCount {
      let leaf = LeafLayout.place(ofSlot: slot).leaf
      if let limit = limits[leaf >> 16], limit.isKnown, leaf > limit.last { markKnown(slot: slot) }
    }
  }
}

extension Vendor {
  /// The vendor of a name of twelve characters.
  init(named name: String) {
    var partial = PartialPolicy()
    partial.set(vendor: name)
    self.init(
      ebx: partial.value(of: .vendorStringPart1) ?? 0,
      ecx: partial.value(of: .vendorStringPart3) ?? 0,
      edx: partial.value(of: .vendorStringPart2) ?? 0)
  }
}
