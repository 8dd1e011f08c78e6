// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Logical CPUs of one host that agree, but for what the tables mark as each CPU's own: their ids.
///
/// Hundreds of them take little more room than one.
public struct AgreeingCPUs: Equatable, Sendable {
  /// Registers that hold the same as one another on every one of the CPUs, and differ from CPU to CPU.
  public struct OwnRegisters: Equatable, Sendable {
    /// Where the registers stand.
    public var places: [RegisterPlace]
    /// What they hold, one value a CPU.
    public var values: [UInt32]

    /// Registers with what each CPU has in them.
    public init(places: [RegisterPlace], values: [UInt32]) {
      self.places = places
      self.values = values
    }
  }

  /// A register of a leaf that policies store.
  public struct RegisterPlace: Hashable, Sendable {
    /// The leaf's slot.
    public var slot: Int
    /// The register.
    public var register: Register

    /// A register of a slot.
    public init(slot: Int, register: Register) {
      self.slot = slot
      self.register = register
    }
  }

  /// The policy of the first of the CPUs.
  public var first: CPUPolicy
  /// Their places in the list of all CPUs, ascending.
  public var numbers: [Int]
  /// What is each one's own.
  public var own: [OwnRegisters]

  /// CPUs with the policy of the first, and what differs.
  public init(first: CPUPolicy, numbers: [Int], own: [OwnRegisters] = []) {
    self.first = first
    self.numbers = numbers
    self.own = own
  }

  /// The policy of one of them, counted from zero.
  public func policy(at position: Int) -> CPUPolicy {
    var result = first
    for registers in own {
      for place in registers.places {
        result[slot: place.slot][place.register] = registers.values[position]
      }
    }
    return result
  }

  /// Whether two of them hold the same.
  func areAlike(_ one: Int, _ other: Int) -> Bool {
    own.allSatisfy { $0.values[one] == $0.values[other] }
  }
}

extension CPUList {
  /// Calls `body` for the CPUs that agree, in the order of the first of each: in canonical form, as documents
  /// hold them.
  ///
  /// Of each CPU no more is kept than its number, so that a dump of many that differ takes no more room.
  public func forEachAgreeing<Failure: Error>(
    _ body: (AgreeingCPUs) throws(Failure) -> Void
  ) throws(Failure) {
    for numbers in agreeingNumbers() {
      let first = self[numbers[0]].documented
      let own = numbers.count == 1 ? [] : ownRegisters(of: numbers, first)
      try body(AgreeingCPUs(first: first, numbers: numbers, own: own))
    }
  }

  /// The numbers of the CPUs that agree.
  private func agreeingNumbers() -> [[Int]] {
    var found: [[Int]] = []
    var byHash: [Int: [Int]] = [:]
    var last: (policy: CPUPolicy, place: Int)?
    for (number, cpu) in enumerated() {
      let policy = cpu.documented.withoutOwnBits
      // Neighbours mostly agree.
      if let last, last.policy == policy {
        found[last.place].append(number)
        continue
      }
      let hash = policy.contentHash
      let place = byHash[hash]?.first { self[found[$0][0]].documented.withoutOwnBits == policy }
      if let place {
        found[place].append(number)
      } else {
        byHash[hash, default: []].append(found.count)
        found.append([number])
      }
      last = (policy, place ?? found.count - 1)
    }
    return found
  }

  /// The registers in which CPUs that agree differ; those that hold the same on each CPU stand together.
  private func ownRegisters(
    of numbers: [Int], _ first: CPUPolicy
  ) -> [AgreeingCPUs.OwnRegisters] {
    let places = OwnBits.places.filter { first.isKnown(slot: $0.slot) }
    var columns = [[UInt32]](repeating: [], count: places.count)
    for number in numbers {
      let cpu = self[number].documented
      for (index, place) in places.enumerated() {
        columns[index].append(cpu[slot: place.slot][place.register])
      }
    }
    var result: [AgreeingCPUs.OwnRegisters] = []
    for (place, values) in zip(places, columns) where values.contains(where: { $0 != values[0] }) {
      if let same = result.firstIndex(where: { $0.values == values }) {
        result[same].places.append(place)
      } else {
        result.append(AgreeingCPUs.OwnRegisters(places: [place], values: values))
      }
    }
    return result
  }
}

/// The bits that the tables mark as each CPU's own.
private enum OwnBits {
  static let masks: [AgreeingCPUs.RegisterPlace: UInt32] = {
    var result: [AgreeingCPUs.RegisterPlace: UInt32] = [:]
    for field in Field.all where field.rules.isPerCPU {
      for subleaf in field.subleaves {
        guard let slot = field.slot(subleaf: subleaf) else { continue }
        let place = AgreeingCPUs.RegisterPlace(slot: slot, register: field.register)
        result[place, default: 0] |= field.mask
      }
    }
    return result
  }()

  /// In ascending order.
  static let places = masks.keys.sorted {
    ($0.slot, $0.register.rawValue) < ($1.slot, $1.register.rawValue)
  }
}

extension CPUPolicy {
  /// The policy as a document holds it: canonical, with the features that stand beyond its limits.
  fileprivate var documented: CPUPolicy {
    var result = canonical
    result.featureSet = featureSet
    return result
  }

  fileprivate var withoutOwnBits: CPUPolicy {
    var result = self
    for (place, mask) in OwnBits.masks { result[slot: place.slot][place.register] &= ~mask }
    return result
  }

  fileprivate var contentHash: Int {
    var hasher = Hasher()
    for slot in 0..<LeafLayout.slotCount {
      let registers = self[slot: slot]
      hasher.combine(UInt64(registers.eax) << 32 | UInt64(registers.ebx))
      hasher.combine(UInt64(registers.ecx) << 32 | UInt64(registers.edx))
    }
    return hasher.finalize()
  }
}
