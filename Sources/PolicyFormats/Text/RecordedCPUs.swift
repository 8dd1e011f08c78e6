// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// The CPUs of a dump while it is read, one after the other.
struct RecordedCPUs {
  let source: String
  private(set) var list: [RecordedCPU] = []
  private var current: CPURecorder
  /// Line and place in `list` of the CPU of each number.
  private var headings = AscendingTable<(line: Int, place: Int?)>()
  private var outsideCount = 0

  /// The number of a CPU whose heading gives none.
  static let withoutNumber = -1
  /// More leaves that no policy stores than this, over all CPUs, are no dump of a machine.
  static let mostOutside = 1 << 18

  init(source: String, _ habit: RecordingHabit = .withoutEmptySubleaves) {
    self.source = source
    current = CPURecorder(habit)
  }

  var hasLeaves: Bool { current.hasLeaves }
  /// Whether the CPU whose rows are being read has a heading with a number.
  var isNumbered: Bool { current.number != nil }

  /// Begins the next CPU at its heading.
  ///
  /// - Parameter number: as the heading gives it; nil for headings that have none and may repeat.
  mutating func begin(number: Int?, line: Int) throws(FormatError) {
    try finish(line: line)
    guard let number else { return }
    guard headings.count < CPURecorder.mostCPUs else { throw tooMany(line) }
    if let first = headings.insert((line, nil), at: RecordedCPUs.key(number)) {
      let name = number == RecordedCPUs.withoutNumber ? "a CPU without a number" : "CPU \(number)"
      throw .duplicate(
        name, first: "line \(first.line)", source: source, line: line, column: 1)
    }
    current.number = number
  }

  /// Ends the CPU whose rows were read last.
  mutating func finish(line: Int) throws(FormatError) {
    if current.hasLeaves {
      guard list.count < CPURecorder.mostCPUs else { throw tooMany(line) }
      if let number = current.number {
        headings.change(RecordedCPUs.key(number)) { $0.place = list.count }
      }
      list.append(current.cpu)
    }
    current.restart()
  }

  func tooMany(_ line: Int) -> FormatError {
    FormatError(
      .tooLarge, source: source, line: line, column: 1,
      message: "more than \(CPURecorder.mostCPUs) CPUs", remedy: "this is no dump of a machine")
  }

  /// The place in ``list`` of the CPU of a number.
  func place(ofNumber number: Int) -> Int? { headings[RecordedCPUs.key(number)]?.place }

  /// Numbers in their order; -1, of the CPU without one, is the first.
  private static func key(_ number: Int) -> UInt64 { UInt64(bitPattern: Int64(number)) &+ 1 }

  mutating func add(
    _ registers: LeafRegisters, leaf: UInt32, subleaf: UInt32?, line: Int
  ) throws(FormatError) {
    do throws(RecordingError) {
      try current.add(registers, leaf: leaf, subleaf: subleaf, line: line)
    } catch {
      throw FormatError(error, source: source, line: line)
    }
    if LeafLayout.block(leaf) == nil {
      outsideCount += 1
      guard outsideCount <= RecordedCPUs.mostOutside else {
        throw FormatError(
          .tooLarge, source: source, line: line, column: 1,
          message: "more than \(RecordedCPUs.mostOutside) leaves that no policy holds",
          remedy: "this is no dump of a machine")
      }
    }
  }

  /// - Parameter owner: the place in ``list`` of the CPU that the MSR belongs to; nil for the one whose
  ///   rows are being read.
  mutating func add(
    msr index: MSRIndex, _ value: UInt64?, owner: Int?, line: Int
  ) throws(FormatError) {
    do throws(RecordingError) {
      if let owner {
        try list[owner].add(msr: index, value, line: line)
      } else {
        try current.add(msr: index, value, line: line)
      }
    } catch {
      throw FormatError(error, source: source, line: line)
    }
  }
}

extension PolicyDocument {
  /// A dump's document.
  ///
  /// - Throws: where its CPUs are of two vendors: two dumps joined are two machines.
  init(_ cpus: [RecordedCPU], format: PolicyFormat, source: String) throws(FormatError) {
    self.init(format: format)
    var first: (registers: LeafRegisters, line: Int)?
    for (number, cpu) in cpus.enumerated() {
      if let vendor = cpu.vendor {
        if let first, first.registers != vendor.registers {
          throw .twoMachines(
            first.registers, "line \(first.line)", vendor.registers, source: source,
            line: vendor.line)
        }
        first = first ?? vendor
      }
      let own = cpu.outside.filter { Self.isOffered($0.0.leaf, cpu.outside) }
      outside += own.map { OutsideLeaf(of: .cpu(number), place: $0.0, registers: $0.1) }
    }
    self.cpus = CPUList(cpus)
    microcode = cpus.lazy.compactMap(\.microcode).first
  }

  /// Whether a leaf of the ranges 0x80860000 and 0xc0000000 is data: bare CPUs of other vendors answer
  /// there with another leaf's data, so EAX of the range's first leaf must point into the range.
  private static func isOffered(
    _ leaf: UInt32, _ leaves: [(LeafPlace, LeafRegisters)]
  ) -> Bool {
    let base = leaf & 0xffff_0000
    guard base == 0x8086_0000 || base == 0xc000_0000 else { return true }
    guard let first = leaves.first(where: { $0.0.leaf == base }) else { return false }
    let limit = first.1.eax
    return limit & 0xffff_0000 == base && leaf <= limit
  }
}

extension FormatError {
  /// The error of an input in which CPUs or policies of two vendors stand.
  static func twoMachines(
    _ first: LeafRegisters, _ place: String, _ second: LeafRegisters, source: String,
    line: Int? = nil
  ) -> FormatError {
    func name(_ registers: LeafRegisters) -> String {
      var policy = CPUPolicy()
      policy[leaf: 0] = registers
      return policy.vendorString
    }
    return FormatError(
      .mixed, source: source, line: line, column: line == nil ? nil : 1,
      message: "a CPU of \(name(second)) behind one of \(name(first)) (\(place)): two machines",
      remedy: "give one machine an input")
  }

  /// Refuses policies of two vendors under one host.
  ///
  /// - Parameters:
  ///   - policies: all that the input says of the host's CPUs.
  ///   - source: the input's name for messages.
  ///   - place: how a message names where the policy of a number stands.
  public static func checkOneMachine(
    _ policies: some Sequence<CPUPolicy>, source: String, place: (Int) -> String
  ) throws(FormatError) {
    var first: (registers: LeafRegisters, number: Int)?
    for (number, policy) in policies.enumerated() where policy.isKnown(leaf: 0) {
      let own = policy[leaf: 0]
      let vendor = LeafRegisters(ebx: own.ebx, ecx: own.ecx, edx: own.edx)
      guard !vendor.isZero else { continue }
      if let first, first.registers != vendor {
        throw .twoMachines(
          first.registers, place(first.number), vendor, source: "\(source): \(place(number))")
      }
      first = first ?? (vendor, number)
    }
  }
}

/// A number as messages show it.
func hexText(_ value: UInt32) -> String { "0x" + String(value, radix: 16) }
