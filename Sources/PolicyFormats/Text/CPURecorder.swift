// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Why a row cannot be taken into what a dump says.
enum RecordingError: Error {
  /// The same thing stands twice; the line of the first.
  case duplicate(String, first: Int)
  /// More rows of one CPU than any has.
  case tooMany(Int)
}

extension FormatError {
  /// The error of something that stands twice: neither of the two can be told to be right.
  ///
  /// - Parameters:
  ///   - what: the leaf, MSR or property.
  ///   - first: where the first stands; the error's own place is the second's.
  package static func duplicate(
    _ what: String, first: String, source: String, line: Int? = nil, column: Int? = nil
  ) -> FormatError {
    FormatError(
      .malformed, source: source, line: line, column: column,
      message: "\(what) stands twice; the first stands in \(first)",
      remedy: "leave the wrong one out")
  }

  init(_ error: RecordingError, source: String, line: Int) {
    switch error {
    case .duplicate(let what, let first):
      self = .duplicate(what, first: "line \(first)", source: source, line: line, column: 1)
    case .tooMany(let most):
      self.init(
        .tooLarge, source: source, line: line, column: 1,
        message: "more than \(most) rows of one CPU", remedy: "this is no dump of a machine")
    }
  }
}

/// Collects what a dump says of one logical CPU, and refuses what it says twice.
struct CPURecorder {
  private(set) var cpu: RecordedCPU
  private let habit: RecordingHabit
  /// The line of each row, by leaf and subleaf.
  private var lines = AscendingTable<Int>()
  private var lastLeaf: UInt32 = 0xffff_ffff
  private var nextSubleaf: UInt32 = 0

  init(_ habit: RecordingHabit = .withoutEmptySubleaves) {
    self.habit = habit
    cpu = RecordedCPU()
    cpu.habit = habit
  }

  /// No CPU has a tenth of it.
  static let mostRows = 4096
  /// More logical CPUs than this are no dump of a machine.
  static let mostCPUs = 65_536

  var hasLeaves: Bool { !lines.isEmpty }
  var number: Int? {
    get { cpu.number }
    set { cpu.number = newValue }
  }

  /// Begins the next CPU.
  mutating func restart() {
    cpu = RecordedCPU()
    cpu.habit = habit
    lines.removeAll()
    lastLeaf = 0xffff_ffff
    nextSubleaf = 0
  }

  mutating func add(
    _ registers: LeafRegisters, leaf: UInt32, subleaf: UInt32?, line: Int
  ) throws(RecordingError) {
    if let subleaf {
      try store(registers, leaf: leaf, subleaf: subleaf, line)
      return
    }
    // Rows without a tag are consecutive subleaves, except for leaf 0xd. A leaf without subleaves
    // has one row.
    let isPlain = LeafLayout.block(leaf)?.isPlain ?? false
    nextSubleaf = leaf == lastLeaf && !isPlain ? nextSubleaf + 1 : 0
    if leaf == 0xd {
      if leaf != lastLeaf { try remember(leaf, 0, line) }
      cpu.add(untaggedState: registers)
    } else {
      try store(registers, leaf: leaf, subleaf: nextSubleaf, line)
    }
    lastLeaf = leaf
  }

  private mutating func store(
    _ registers: LeafRegisters, leaf: UInt32, subleaf: UInt32, _ line: Int
  ) throws(RecordingError) {
    try remember(leaf, subleaf, line)
    guard let slot = LeafLayout.slot(leaf, subleaf) else {
      cpu.add(registers, outside: LeafPlace(leaf, subleaf))
      return
    }
    // A leaf that ignores ECX may be listed under several; the first one counts.
    if LeafLayout.place(ofSlot: slot).isPlain && cpu.holds(slot: slot) { return }
    cpu.add(registers, slot: slot, line: line)
  }

  private mutating func remember(
    _ leaf: UInt32, _ subleaf: UInt32, _ line: Int
  ) throws(RecordingError) {
    guard lines.count < CPURecorder.mostRows else { throw .tooMany(CPURecorder.mostRows) }
    let first = lines.insert(line, at: UInt64(leaf) << 32 | UInt64(subleaf))
    if let first {
      let place =
        LeafLayout.block(leaf)?.isPlain == true ? LeafPlace(leaf) : LeafPlace(leaf, subleaf)
      throw .duplicate("leaf \(PlaceText.leaf(place))", first: first)
    }
  }

  mutating func add(msr index: MSRIndex, _ value: UInt64?, line: Int) throws(RecordingError) {
    try cpu.add(msr: index, value, line: line)
  }
}
