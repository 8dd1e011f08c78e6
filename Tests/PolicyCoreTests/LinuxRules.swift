// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What Linux concludes from the CPUID of a machine's processors, and where it would complain or build
/// domains that do not nest: rules of `arch/x86/kernel/cpu` in 6.1 and in 6.9 and later, applied to bare
/// registers. Nothing of the solver is used.
struct LinuxRules {
  enum Vendor { case intel, amd }

  /// One processor: the id of its APIC, and its CPUID.
  struct Processor {
    var id: UInt32
    var cpuid: (_ leaf: UInt32, _ subleaf: UInt32) -> LeafRegisters
  }

  /// Where Linux seats a processor. Ids say who shares what, not how it is numbered.
  struct Seat: Hashable {
    var package: UInt32
    var die: UInt32
    var core: UInt32
    /// Who shares the caches of levels 1, 2 and 3.
    var caches: [UInt32]
  }

  /// Bits of an id below each level, as the levels' leaf gives them.
  private struct Shifts: Equatable {
    var thread: UInt32
    var core: UInt32
    var die: UInt32
    var package: UInt32
    /// Processors of a core, and of what lies below a package.
    var threads: UInt32
    var processors: UInt32
  }

  var vendor: Vendor
  private(set) var complaints: [String] = []

  init(_ vendor: Vendor) { self.vendor = vendor }

  /// Seats of all processors, boot processor first.
  mutating func seats(_ processors: [Processor]) -> [Seat] {
    var first: Shifts?
    return processors.map { processor in
      let shifts = shifts(processor)
      if let first, first != shifts {
        complain("levels of processor \(processor.id) differ from the boot processor's")
      }
      first = first ?? shifts
      checkLegacy(processor, shifts)
      let node = vendor == .amd ? processor.cpuid(0x8000_001e, 0).ecx & 0xff : 0
      return Seat(
        package: processor.id >> shifts.package,
        die: vendor == .amd ? node : processor.id >> shifts.core,
        core: processor.id >> shifts.thread, caches: caches(processor))
    }
  }

  private mutating func complain(_ text: String) {
    if !complaints.contains(text) { complaints.append(text) }
  }

  /// Rounded up to a power of two: its exponent.
  private func order(_ number: UInt32) -> UInt32 {
    var bits: UInt32 = 0
    while (1 << UInt64(bits)) < UInt64(number) { bits += 1 }
    return bits
  }

  // MARK: Levels

  private mutating func shifts(_ processor: Processor) -> Shifts {
    let low = processor.cpuid(1, 0).ebx >> 24
    if low != processor.id & 0xff { complain("leaf 1 has id \(low), the APIC \(processor.id)") }
    let basic = processor.cpuid(0, 0).eax
    let extended = processor.cpuid(0x8000_0000, 0).eax
    if vendor == .amd, processor.cpuid(0x8000_001e, 0).eax != processor.id {
      complain("leaf 0x8000001e has another id than the APIC")
    }
    var candidates: [UInt32] = []
    if vendor == .intel, basic >= 0x1f { candidates.append(0x1f) }
    if vendor == .amd, extended >= 0x8000_0026 { candidates.append(0x8000_0026) }
    if basic >= 0xb { candidates.append(0xb) }
    // Linux takes the best leaf; all that are there must say the same of the whole.
    let found = candidates.compactMap { levels($0, processor) }
    guard let best = found.first else {
      complain("no leaf tells the levels")
      return Shifts(thread: 0, core: 0, die: 0, package: 0, threads: 1, processors: 1)
    }
    for other in found where other.package != best.package || other.thread != best.thread {
      complain("leaves end at different shifts")
    }
    return best
  }

  private mutating func levels(_ leaf: UInt32, _ processor: Processor) -> Shifts? {
    // Level types and the domain that each is: 0 thread, 1 core, 2 tile, 3 die.
    let domains: [UInt32: Int] =
      leaf == 0x8000_0026 ? [1: 0, 2: 1, 3: 2, 4: 3] : [1: 0, 2: 1, 5: 3]
    var shift: [UInt32] = [0, 0, 0, 0]
    var count: [UInt32] = [1, 1, 1, 1]
    var last = -1
    for subleaf: UInt32 in 0..<8 {
      let level = processor.cpuid(leaf, subleaf)
      let type = level.ecx >> 8 & 0xff
      guard level.ebx & 0xffff != 0, type != 0 else { break }
      guard let domain = domains[type] else {
        complain("unknown domain type \(type) in leaf \(leaf)")
        continue
      }
      if subleaf == 0 && domain != 0 { complain("the first level is none of threads") }
      if domain <= last { complain("levels do not ascend in leaf \(leaf)") }
      if level.edx != processor.id { complain("id mismatch in leaf \(leaf), subleaf \(subleaf)") }
      // Levels that are not told are as wide as the one below.
      for above in domain..<4 {
        shift[above] = level.eax & 0x1f
        count[above] = level.ebx & 0xffff
      }
      last = domain
    }
    guard last >= 0 else { return nil }
    if shift[0] == 0 && count[0] > 1 { complain("shift 0 with \(count[0]) threads") }
    for (lower, upper) in zip(0..<3, 1..<4) {
      if shift[lower] > shift[upper] { complain("shifts fall in leaf \(leaf)") }
      if count[lower] > count[upper] || count[upper] % count[lower] != 0 {
        complain("\(count[upper]) processors are no number of groups of \(count[lower])")
      }
      if count[upper] / count[lower] > 1 << (shift[upper] - min(shift[lower], shift[upper])) {
        complain("a level has no room for its groups in leaf \(leaf)")
      }
    }
    return Shifts(
      thread: shift[0], core: shift[1], die: shift[2], package: shift[3], threads: count[0],
      processors: count[3])
  }

  // MARK: Leaves 1, 4 and 0x80000008, by which older kernels go

  private mutating func checkLegacy(_ processor: Processor, _ shifts: Shifts) {
    let one = processor.cpuid(1, 0)
    let count = one.edx >> 28 & 1 == 0 ? 1 : one.ebx >> 16 & 0xff
    if count == 0 { complain("HTT with no processors") }
    switch vendor {
    case .intel:
      // Both fields saturate; nobody can go by them then.
      guard shifts.package <= 7, shifts.package - shifts.thread <= 6 else { return }
      let cores = order((processor.cpuid(4, 0).eax >> 26) + 1)
      if order(count) < cores { complain("leaf 1 counts fewer processors than leaf 4 cores") }
      if order(count) != shifts.package || order(count) - min(cores, order(count)) != shifts.thread
      {
        complain("leaves 1 and 4 divide the package otherwise than its levels")
      }
    case .amd:
      let size = processor.cpuid(0x8000_0008, 0).ecx
      let bits = size >> 12 & 0xf == 0 ? order((size & 0xff) + 1) : size >> 12 & 0xf
      if bits != shifts.package { complain("0x80000008 gives a package \(bits) bits") }
      guard shifts.processors <= 255 else { return }
      if (size & 0xff) + 1 != shifts.processors || count != shifts.processors {
        complain("0x80000008 or leaf 1 count otherwise than the levels")
      }
      if processor.cpuid(0x8000_001e, 0).ebx >> 8 & 0xff != shifts.threads - 1 {
        complain("0x8000001e has another number of threads")
      }
    }
  }

  // MARK: Caches

  /// An id for each cache: processors with the same one share it.
  private mutating func caches(_ processor: Processor) -> [UInt32] {
    var ids: [UInt32] = [.max, .max, .max]
    let leaf: UInt32 = vendor == .amd ? 0x8000_001d : 4
    for subleaf: UInt32 in 0..<8 {
      let cache = processor.cpuid(leaf, subleaf).eax
      guard cache & 0x1f != 0 else { break }
      let level = Int(cache >> 5 & 7)
      let sharing = (cache >> 14 & 0xfff) + 1
      guard (1...3).contains(level) else { continue }
      // For AMD's lower levels Linux counts off groups of ids, for all else it masks them.
      ids[level - 1] =
        vendor == .amd && level < 3
        ? processor.id - processor.id % sharing
        : processor.id >> order(sharing)
    }
    return ids
  }
}
