// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// Where the tables put what a policy stores, worked out from the tables alone.
struct JudgePlaces {
  /// A leaf, with its subleaf where the leaf looks at ECX.
  struct Slot: Equatable {
    var leaf: UInt32
    var subleaf: UInt32?
  }

  let abi: ABITables
  /// Ascending by leaf and subleaf.
  private(set) var slots: [Slot] = []
  /// The slots of each leaf.
  private(set) var blocks: [UInt32: Range<Int>] = [:]
  /// For each register of each slot, its rows of `fields.csv`.
  private(set) var fields: [[Int]] = []
  /// For each register of each slot, the feature of each bit.
  private(set) var features: [[Int: Int]] = []
  /// For each register of each slot, the features that a bound bounds: all but those that tell how
  /// the host behaves.
  private(set) var boundedFeatures: [UInt32] = []
  /// The register of each feature; nil where it stands in an MSR.
  private(set) var featurePositions: [Int?] = []
  /// The direct prerequisites of each feature.
  private(set) var needs: [[Int]] = []
  /// For each MSR, the feature of each bit.
  private(set) var msrFeatures: [UInt32: [Int: Int]] = [:]
  /// For each MSR, its rows of `msrs.csv`.
  private(set) var msrFields: [UInt32: [Int]] = [:]
  /// The rows of `fields.csv` of each leaf.
  private(set) var fieldsOfLeaf: [UInt32: [ABIField]] = [:]
  /// What ends the lists, by leaf.
  private(set) var lists: [UInt32: ABIList] = [:]
  private(set) var featureIndex: [String: Int] = [:]
  private(set) var fieldIndex: [String: Int] = [:]
  /// What each row of `fields.csv` says.
  private(set) var rules: [JudgeRule] = []
  /// For each feature, all that go with it when it goes.
  private(set) var dependants: [Set<Int>] = []

  static let shared = JudgePlaces(.project)

  /// The ranges of leaves that a policy stores: basic, the hypervisor's and extended.
  static func isStored(_ leaf: UInt32) -> Bool {
    leaf <= 0xff || (0x4000_0000...0x4000_01ff).contains(leaf)
      || (0x8000_0000...0x8000_00ff).contains(leaf)
  }

  init(_ abi: ABITables) {
    self.abi = abi
    for (index, feature) in abi.features.enumerated() { featureIndex[feature.name] = index }
    for list in abi.lists { lists[list.leaf] = list }
    for (index, field) in abi.fields.enumerated() { fieldIndex[field.name] = index }
    fieldsOfLeaf = Dictionary(grouping: abi.fields) { $0.leaf }
    layOut()
    placeFields()
    placeFeatures()
    for (index, field) in abi.msrFields.enumerated() {
      msrFields[field.msr, default: []].append(index)
    }
    rules = abi.fields.map { JudgeRule($0, abi.guestLeaves) }
    boundedFeatures = features.map { features in
      features.reduce(0) { abi.features[$1.value].audit == "equal" ? $0 : $0 | 1 << UInt32($1.key) }
    }
    needs = abi.features.map { $0.requires.map { feature($0) } }
    dependants = abi.features.indices.map { closure(of: $0) }
  }

  private mutating func layOut() {
    /// The highest subleaf of each leaf; nil where ECX is ignored.
    var highest: [UInt32: UInt32?] = [:]
    func add(_ leaf: UInt32, _ subleaf: UInt32?) {
      guard Self.isStored(leaf) else { return }
      let known = highest[leaf] ?? nil
      highest[leaf] = .some(subleaf.map { max($0, known ?? 0) } ?? known)
    }
    for field in abi.fields { add(field.leaf, field.subleaves?.upperBound) }
    for word in abi.words {
      if case .leaf(let leaf, let subleaf, _) = word.place { add(leaf, subleaf) }
    }
    for leaf in highest.keys.sorted() {
      let first = slots.count
      if let last = highest[leaf] ?? nil {
        for subleaf in 0...last { slots.append(Slot(leaf: leaf, subleaf: subleaf)) }
      } else {
        slots.append(Slot(leaf: leaf, subleaf: nil))
      }
      blocks[leaf] = first..<slots.count
    }
    fields = Array(repeating: [], count: slots.count * 4)
    features = Array(repeating: [:], count: slots.count * 4)
  }

  private mutating func placeFields() {
    for (index, field) in abi.fields.enumerated() {
      for slot in slots(of: field) { fields[slot * 4 + field.register].append(index) }
    }
  }

  private mutating func placeFeatures() {
    for (index, feature) in abi.features.enumerated() {
      switch abi.words[feature.word].place {
      case .leaf(let leaf, let subleaf, let register):
        guard let slot = slot(leaf, subleaf) else { fatalError("\(feature.name): no place") }
        features[slot * 4 + register][feature.bit] = index
        featurePositions.append(slot * 4 + register)
      case .msr(let msr, let shift):
        featurePositions.append(nil)
        msrFeatures[msr, default: [:]][feature.bit + Int(shift)] = index
      }
    }
  }

  /// The slots in which a field stands; none for a leaf that no policy stores.
  func slots(of field: ABIField) -> [Int] {
    guard let block = blocks[field.leaf] else { return [] }
    guard let subleaves = field.subleaves else { return Array(block) }
    return block.filter { subleaves.contains(slots[$0].subleaf ?? 0) }
  }

  func slot(_ leaf: UInt32, _ subleaf: UInt32? = nil) -> Int? {
    guard let block = blocks[leaf] else { return nil }
    let offset = Int(subleaf ?? 0)
    return offset < block.count ? block.lowerBound + offset : nil
  }

  func field(_ name: String) -> ABIField {
    guard let index = fieldIndex[name] else { fatalError("no field \(name)") }
    return abi.fields[index]
  }

  func feature(_ name: String) -> Int {
    guard let index = featureIndex[name] else { fatalError("no feature \(name)") }
    return index
  }

  private func closure(of feature: Int) -> Set<Int> {
    var all: Set<Int> = []
    var rest = [abi.features[feature].name]
    while let name = rest.popLast() {
      for (index, other) in abi.features.enumerated()
      where other.requires.contains(name) && all.insert(index).inserted {
        rest.append(other.name)
      }
    }
    return all
  }
}
