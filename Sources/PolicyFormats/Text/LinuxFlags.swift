// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// What Linux's names of features say of a CPU: `flags` of `/proc/cpuinfo`, `Flags` of `lscpu`.
///
/// A name that is there says that the CPU has the feature, unless Linux made it up. One that is not says
/// something only where Linux would show it, and a word of the featureset is known only where Linux shows
/// every bit of it.
struct LinuxFlags {
  private var shown = ShownBits()
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
      case .feature(let feature): shown.insert(feature)
      case .leaf(let place, let register, let bit): shown.insert(place, register, bit: bit)
      case .msr, Optional.none: if OtherName.named(name, .linux) == nil { unknown.append(name) }
      case .some(.none): break
      }
    }
    // What mirrors that Linux switched XSAVE on is no name of Linux's.
    if features.contains(.xsave) { shown.insert(.osxsave) }
  }

  var features: FeatureSet { shown.features }

  /// Puts the features into what a form determines.
  /// - Parameter vendor: whose CPU it is; nil where the form does not say.
  /// - Returns: what no register can hold.
  func fill(_ partial: inout PartialPolicy, vendor: Vendor?) -> [Statement] {
    shown.fill(&partial, open: openWords(vendor))
  }

  /// Words of which Linux does not show every bit, and those that stand in a leaf with one.
  private func openWords(_ vendor: Vendor?) -> Set<Int> {
    let all = Set(0..<Feature.wordCount)
    guard names.contains(Substring(Self.closing)), let vendor else { return all }
    let hidden = all.filter { word in
      ShownBits.named(in: word, vendor).contains { $0.linuxName.isEmpty && $0 != .osxsave }
    }
    // A word without a name that Linux has is none of Linux's.
    let others = all.filter { word in
      !Feature.allNamed.contains { $0.word == word && !$0.linuxName.isEmpty }
    }
    return ShownBits.withNeighbours(hidden).union(others)
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
