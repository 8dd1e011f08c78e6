// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore

extension GuestVerification {
  /// Runs the guest on every vCPU: in real mode, and in long mode where the vCPU has it.
  init(of domain: KVMDomain) throws(KVMError) {
    self.init(target: "kvm", vCPUs: domain.domain.topology.vCPUs)
    for (number, processor) in domain.vCPUs.enumerated() {
      let places = GuestVerification.places(processor)
      entries = places.count
      var questions = places.map { Question.cpuid(leaf: $0.leaf, subleaf: $0.subleaf) }
      questions += processor.registers.map { .rdmsr($0.index) }
      let hasLongMode = processor.effective.policy.has(.lm)
      modes = hasLongMode ? [.real, .long] : [.real]
      for mode in modes {
        let found = try domain.ask(questions, vCPU: number, mode: mode)
        for (question, answer) in zip(questions, found) {
          answers.append(
            Answer(
              vCPU: UInt32(number), mode: mode, question: question, registers: answer.registers,
              value: answer.value))
        }
        compare(UInt32(number), processor, places, found)
      }
    }
    isImmutable = try domain.refusesChanges()
  }

  /// Every place of both tables, and what lies around their edges: the subleaf behind each list, the
  /// leaf behind each range, the hypervisor's range, ranges that no policy has, and a subleaf of a
  /// leaf that ignores it.
  private static func places(_ processor: KVMDomain.Processor) -> [LeafPlace] {
    var places: Set<LeafPlace> = []
    for entry in processor.requested.entries + processor.effective.entries {
      places.insert(LeafPlace(entry.leaf, entry.subleaf))
      if entry.isSubleafSignificant { places.insert(LeafPlace(entry.leaf, entry.subleaf &+ 1)) }
    }
    for table in [processor.requested, processor.effective] {
      let basic = table.answer(0, 0).eax
      let extended = table.answer(0x8000_0000, 0).eax
      for leaf in [basic &+ 1, extended &+ 1] {
        places.insert(LeafPlace(leaf, 0))
        places.insert(LeafPlace(leaf, 1))
      }
    }
    for leaf: UInt32 in [
      0x3fff_ffff, 0x4000_0000, 0x4000_0001, 0x4000_0002, 0x4000_0100, 0x7fff_ffff, 0x8000_0000,
      0x8000_ffff, 0x8086_0000, 0xc000_0000, 0xffff_ffff,
    ] {
      places.insert(LeafPlace(leaf, 0))
    }
    places.insert(LeafPlace(0, 5))
    places.insert(LeafPlace(1, 5))
    return places.sorted()
  }

  private mutating func compare(
    _ vCPU: UInt32, _ processor: KVMDomain.Processor, _ places: [LeafPlace],
    _ answers: [KVMAnswer]
  ) {
    var found: [GuestDifference] = []
    for (place, answer) in zip(places, answers) {
      let effective = processor.effective.answer(place.leaf, place.subleaf)
      // Around the edges KVM repeats other leaves, whose own rows tell what was not taken.
      let isEdge = !processor.requested.holds(place) && !processor.effective.holds(place)
      if isEdge && effective == answer.registers { continue }
      found += GuestDifference.between(
        vCPU, place, requested: processor.requested.answer(place.leaf, place.subleaf),
        effective: effective, seen: answer.registers)
    }
    for (register, answer) in zip(processor.registers, answers.dropFirst(places.count)) {
      found += GuestDifference.between(
        vCPU, msr: MSRIndex(rawValue: register.index), requested: register.requested,
        effective: register.effective, seen: answer.value)
    }
    // The second mode repeats most of the first.
    for difference in found where !differences.contains(difference) {
      differences.append(difference)
    }
  }
}

extension KVMAnswer {
  /// The four registers that CPUID returned.
  public var registers: LeafRegisters { LeafRegisters(eax: eax, ebx: ebx, ecx: ecx, edx: edx) }
  /// What RDMSR returned; nil where it faulted.
  public var value: UInt64? { isFault ? nil : UInt64(edx) << 32 | UInt64(eax) }
}
