// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What Linux's names of features say of a CPU: `flags` of `/proc/cpuinfo`, `Flags` of `lscpu`.
///
/// A name that is there says that the CPU has the feature, unless Linux made it up. One that is not says
/// something only where Linux would show it, and a word of the featureset is known only where Linux shows
/// every bit of it.
struct LinuxFlags {
  private(set) var features = FeatureSet()
  /// Bits beyond the featureset, by register.
  private(set) var bits: [(place: LeafPlace, register: Register, mask: UInt32)] = []
  /// Names that no table has.
  private(set) var unknown: [String] = []
  private let names: Set<Substring>

  /// Linux says with this name that it executes CPUID, since the release whose names words are closed by.
  private static let closing = "cpuid"

  init(_ text: some StringProtocol) {
    let words = text.split { $0 == " " || $0 == "\t" }
    names = Set(words.map { Substring($0) })
    for word in words {
      let name = String(word)
      switch OtherName.named(name, .linux)?.place {
      case .feature(let feature): features.insert(feature)
      case .leaf(let place, let register, let bit): add(place, register, 1 << UInt32(bit))
      case .msr, Optional.none: if OtherName.named(name, .linux) == nil { unknown.append(name) }
      case .some(.none): break
      }
    }
    // What mirrors that Linux switched XSAVE on is no name of Linux's.
    if features.contains(.xsave) { features.insert(.osxsave) }
  }

  private mutating func add(_ place: LeafPlace, _ register: Register, _ mask: UInt32) {
    if let index = bits.firstIndex(where: { $0.place == place && $0.register == register }) {
      bits[index].mask |= mask
    } else {
      bits.append((place, register, mask))
    }
  }

  /// Puts the features into what a form determines.
  /// - Parameter vendor: whose CPU it is; nil where the form does not say.
  /// - Returns: what no register can hold.
  func fill(_ partial: inout PartialPolicy, vendor: Vendor?) -> [Statement] {
    let open = openWords(vendor)
    partial.features = features
    partial.openWords = open
    var result = features.features.filter { open.contains($0.word) && $0.isNamed }
      .map(NamedPolicy.has)
    for entry in bits {
      result.append(
        .bits(
          "leaf \(PlaceText.leaf(entry.place)) \(PlaceText.upper(entry.register))",
          UInt64(entry.mask), mask: UInt64(entry.mask), width: 32))
    }
    return result
  }

  /// Words of which Linux does not show every bit, and those that stand in a leaf with one.
  private func openWords(_ vendor: Vendor?) -> Set<Int> {
    let all = Set(0..<Feature.wordCount)
    guard names.contains(Substring(Self.closing)), let vendor else { return all }
    let own = vendor.isAMDLike ? "amd" : "intel"
    let hidden = Feature.allNamed.filter { feature in
      feature.linuxName.isEmpty && feature != .osxsave && ["any", own].contains(feature.definedBy)
    }
    var open = Set(hidden.map(\.word))
    func slot(_ word: Int) -> Int? {
      guard case .leaf(let place, _, _) = Feature(word: word, bit: 0).place else { return nil }
      return LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
    }
    let slots = Set(open.compactMap(slot))
    for word in all {
      guard let own = slot(word), !slots.contains(own) else {
        open.insert(word)
        continue
      }
      // A word without a name that Linux has is none of Linux's.
      let isShown = Feature.allNamed.contains { $0.word == word && !$0.linuxName.isEmpty }
      if !isShown { open.insert(word) }
    }
    return open
  }

  /// What a reader should know of the names.
  func notes(_ source: String) -> [String] {
    let known =
      "\(source): Linux names features that it shows; what it hides, made up or switched off is unknown"
    return [known]
      + (unknown.isEmpty
        ? [] : ["\(source): in no table: " + unknown.sorted().joined(separator: ", ")])
  }
}
