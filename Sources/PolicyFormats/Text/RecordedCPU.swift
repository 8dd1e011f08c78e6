// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What a dump recorded of one logical CPU: its rows, which take a hundredth of the room of a policy.
///
/// A dump of many CPUs is kept so, and each one's policy is made when somebody looks at it.
struct RecordedCPU: Sendable {
  /// A row of a leaf that a policy stores.
  private struct Row: Equatable, Sendable {
    var registers: LeafRegisters
    var slot: UInt16
  }

  /// An MSR that a policy holds, or the microcode's; nil where it could not be read.
  struct MSR: Sendable {
    var index: MSRIndex
    var line: Int32
    var value: UInt64?
  }

  private var rows: [Row] = []
  private(set) var msrs: [MSR] = []
  private(set) var outside: [(LeafPlace, LeafRegisters)] = []
  /// Rows of leaf 0xd that carry no subleaf: their order is not the index.
  private var untaggedStates: [LeafRegisters] = []
  /// The CPU's number in the dump, where its heading gives one.
  var number: Int?
  /// How the source writes what a CPU has.
  var habit = RecordingHabit.withoutEmptySubleaves
  /// The microcode revision, from MSR 0x8b.
  private(set) var microcode: UInt32?
  /// The registers of leaf 0 that spell the vendor, with the line of their row.
  private(set) var vendor: (registers: LeafRegisters, line: Int)?

  var hasLeaves: Bool { !rows.isEmpty || !untaggedStates.isEmpty || !outside.isEmpty }

  /// Whether another CPU has the same rows and MSRs, so that its policy is the same.
  func isAlike(_ other: RecordedCPU) -> Bool {
    rows == other.rows && untaggedStates == other.untaggedStates
      && msrs.elementsEqual(other.msrs) { $0.index == $1.index && $0.value == $1.value }
  }

  func holds(slot: Int) -> Bool { rows.contains { Int($0.slot) == slot } }

  mutating func add(_ registers: LeafRegisters, slot: Int, line: Int) {
    rows.append(Row(registers: registers, slot: UInt16(slot)))
    if LeafLayout.place(ofSlot: slot).leaf == 0 {
      vendor = (LeafRegisters(ebx: registers.ebx, ecx: registers.ecx, edx: registers.edx), line)
    }
  }

  mutating func add(_ registers: LeafRegisters, outside place: LeafPlace) {
    outside.append((place, registers))
  }

  mutating func add(untaggedState registers: LeafRegisters) { untaggedStates.append(registers) }

  /// A read that failed says nothing of the register's value: the MSR stays unknown.
  ///
  /// - Throws: where the MSR stands twice. Counters that no policy holds are sampled by some tools and
  ///   stand as often as they were read.
  mutating func add(
    msr index: MSRIndex, _ value: UInt64?, line: Int
  ) throws(RecordingError) {
    guard LeafLayout.msrPosition(index) != nil || index == .ia32BiosSignId else { return }
    if let first = msrs.first(where: { $0.index == index }) {
      throw .duplicate("MSR \(hexText(index.rawValue))", first: Int(first.line))
    }
    msrs.append(MSR(index: index, line: Int32(truncatingIfNeeded: line), value: value))
    if index == .ia32BiosSignId, let value {
      // Intel keeps the revision in the upper half, AMD in the lower.
      microcode = UInt32(truncatingIfNeeded: value >> 32 != 0 ? value >> 32 : value)
    }
  }

  /// The policy, with everything that the CPU has by its own limits and the dump does not marked
  /// unknown.
  ///
  /// - Parameter isDump: whether the rows were read from a CPU, and not chosen.
  func finished(isDump: Bool = true) -> CPUPolicy {
    var result = CPUPolicy()
    var isRecorded = [Bool](repeating: false, count: LeafLayout.slotCount)
    for row in rows {
      result[slot: Int(row.slot)] = row.registers
      isRecorded[Int(row.slot)] = true
    }
    for msr in msrs where msr.value != nil { result[msr: msr.index] = msr.value }
    placeUntaggedStates(&result, &isRecorded)
    dropMirroredHypervisorRange(&result, &isRecorded)
    result.markEmptyStates()
    result.markUnrecorded(habit) { isRecorded[$0] }
    result.markUnrecordedMSRs()
    if isDump { restoreSystemCall(&result) }
    return result
  }

  /// Intel's CPUs show SYSCALL to 64-bit code only, and every one with long mode has it: a dump without
  /// it was taken by a 32-bit program. SDM vol. 2A CPUID, leaf 80000001H.
  private func restoreSystemCall(_ result: inout CPUPolicy) {
    if result.vendor == .intel, result.has(.lm) { result.set(.syscall, true) }
  }

  /// Rows without a tag skip empty subleaves and, in most tools, subleaf 1. They are told apart by
  /// what they hold: component 2 always has 256 bytes, so a small first number behind subleaf 0 is
  /// subleaf 1; the others follow in the order of the bits that the masks offer.
  private func placeUntaggedStates(_ result: inout CPUPolicy, _ isRecorded: inout [Bool]) {
    guard let first = untaggedStates.first else { return }
    func place(_ row: LeafRegisters, _ component: Int) {
      guard let slot = LeafLayout.slot(0xd, UInt32(component)) else { return }
      result[slot: slot] = row
      isRecorded[slot] = true
    }
    place(first, 0)
    var rest = untaggedStates.dropFirst()
    if let second = rest.first, second.eax != 0, second.eax < 0x20 {
      place(second, 1)
      rest = rest.dropFirst()
    }
    var mask = result.stateMask >> 2
    var component = 2
    for row in rest where row.eax != 0 {
      let isSupervisor = row.ecx & Field.xstateComponentSupervisor.mask != 0
      while mask != 0,
        mask & 1 == 0 || (result.xssMask >> UInt64(component) & 1 != 0) != isSupervisor
      {
        mask >>= 1
        component += 1
      }
      guard mask != 0 else { return }
      place(row, component)
      mask >>= 1
      component += 1
    }
  }

  /// Whether a source that need not be whole has nothing of a hypervisor's range, and does not say that there
  /// is none.
  private func isHypervisorMissing(_ result: CPUPolicy, _ isRecorded: [Bool]) -> Bool {
    guard case .asked = habit, let first = LeafLayout.slot(0x4000_0000), !isRecorded[first],
      case .leaf(let place, _, _) = Feature.hypervisor.place, let own = LeafLayout.slot(place.leaf)
    else { return false }
    return !isRecorded[own] || result.has(.hypervisor)
  }

  /// Bare Intel CPUs answer 0x40000000 with the last basic leaf's data. The range holds data only
  /// where its first leaf points into it.
  private func dropMirroredHypervisorRange(_ result: inout CPUPolicy, _ isRecorded: inout [Bool]) {
    let limit = result[leaf: 0x4000_0000].eax
    let isReal = limit >> 8 == 0x40_0000 && result.has(.hypervisor)
    let isMissing = isHypervisorMissing(result, isRecorded)
    for slot in 0..<LeafLayout.slotCount
    where LeafRange(of: LeafLayout.place(ofSlot: slot).leaf) == .hypervisor {
      if !isReal { result[slot: slot] = LeafRegisters() }
      if isMissing, !isRecorded[slot] { result.markUnknown(slot: slot) }
      isRecorded[slot] = true
    }
  }
}
