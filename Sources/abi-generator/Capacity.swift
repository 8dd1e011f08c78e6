// SPDX-License-Identifier: Apache-2.0

/// What the code has room for.
///
/// The core keeps sets of MSRs, lists and owned leaves as one word each, and packs places into a few
/// bits. The generator refuses tables that outgrow this, and writes the same numbers into the core,
/// which has no others: nothing is left out in silence.
enum Capacity {
  /// MSRs of a policy: a bit each of one word.
  static let msrs = 64
  /// Leaves that are lists, outside of the hypervisor range: a bit each of one word.
  static let lists = 64
  /// Leaves that come with a feature: a bit each of one word.
  static let ownedLeaves = 64
  /// Subleaves of a leaf: two of them stand in the place of a field, eight bits each.
  static let subleaves = 64
  /// Slots of a policy. The registers are numbered in fifteen bits; the sixteenth says that a
  /// featureset word stands in an MSR.
  static let slots = 0x8000 / 4
  /// Fields, in one subleaf each, that an auditor compares with the bound's. It holds them all.
  static let comparedRows = 256
  /// Fields that the `cpuid=` option limits: a policy is derived with a list of them.
  static let options = 16
  /// Rows that read the same bits differently: numbered in two bits.
  static let rowsOfOnePlace = 4
  /// Words of a featureset: structs of the C interface have room for them.
  static let words = 32
  /// Rows of a table, which are numbered in sixteen bits; all ones stands for none.
  static let rows = 0xffff
  /// Bytes of all texts of a row, which has its length in sixteen bits.
  static let textBytes = 0xffff
}

extension Tables {
  func validateCapacities() throws(TableError) {
    try refuse(fields.map(\.source), beyond: Capacity.rows, "name", "rows of a table")
    try refuse(msrs.map(\.source), beyond: Capacity.rows, "name", "rows of a table")
    let ownedLeaves = owned.filter { if case .leaf = $0.place { true } else { false } }
    try refuse(
      ownedLeaves.map(\.source), beyond: Capacity.ownedLeaves, "place", "leaves with an owner")
    try refuse(
      fields.map(\.source).filter { !$0["option"].isEmpty }, beyond: Capacity.options, "option",
      "options")
    try refuse(words.map(\.source), beyond: Capacity.words, "word", "words of a featureset")
    var indices: Set<UInt32> = []
    let registers = words.compactMap { word in word.msr.map { (word.source, $0) } }
    try refuse(
      (registers + msrs.map { ($0.source, $0.index) }).filter { indices.insert($0.1).inserted }
        .map(\.0), beyond: Capacity.msrs, "msr", "model-specific registers")
    try validateLayout()
  }

  /// The slots of a policy, its lists, and what an auditor compares.
  private func validateLayout() throws(TableError) {
    let layout = Layout(self)
    var seen: Set<UInt32> = []
    var lists: [CSVTable.Row] = []
    var slots = 0
    var compared = 0
    for field in fields {
      guard let block = layout.block(field.leaf) else { continue }
      if seen.insert(field.leaf).inserted {
        slots += block.count
        if slots > Capacity.slots {
          throw field.source.error("leaf", "a policy has room for \(Capacity.slots) subleaves")
        }
        if layout.isList(block) { lists.append(field.source) }
      }
      if Layout.isSparse(field.leaf) {
        throw field.source.error(
          "leaf", "behind 0x400000ff a policy has leaf 0x40000100 and no other")
      }
      compared += isCompared(field) ? layout.positions(of: field).count : 0
      if compared > Capacity.comparedRows {
        throw field.source.error(
          "audit", "an auditor has room for \(Capacity.comparedRows) fields that it compares")
      }
    }
    try refuse(lists, beyond: Capacity.lists, "subleaf", "leaves that are lists")
  }

  private func refuse(
    _ rows: [CSVTable.Row], beyond capacity: Int, _ column: String, _ what: String
  ) throws(TableError) {
    guard rows.count > capacity else { return }
    throw rows[capacity].error(column, "there is room for \(capacity) \(what)")
  }

  /// Whether an auditor may have to compare the field with the bound's. The hypervisor's leaves and
  /// the layout of XSAVE states have checks of their own.
  func isCompared(_ field: FieldRow) -> Bool {
    guard field.leaf >> 28 != 4, field.leaf != 0xd else { return false }
    return switch field.rules.audit {
    case .atMost, .atLeast, .equal, .derived: true
    case .subset, .any, .zero, .topology: false
    }
  }

  /// Number of fields, in one subleaf each, that an auditor may have to compare.
  func comparedCount(_ layout: Layout) -> Int {
    fields.filter(isCompared).reduce(0) { $0 + layout.positions(of: $1).count }
  }
}
