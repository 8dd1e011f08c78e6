// SPDX-License-Identifier: Apache-2.0

import CKVM
import Domains
import PolicyCore

/// A domain together with the virtual machine that carries it.
///
/// A class, because the machine is the kernel's and exists once.
final class KVMDomain {
  var domain: Domain
  private let machine: KVMVirtualMachine
  private let processors: [Processor]
  private let hypervisorLeaves: [KVMCPUIDEntry]
  /// Whether a vCPU has run: from then on the kernel refuses other tables.
  private(set) var hasRun = false

  /// One vCPU, what was asked for it, and what the kernel took of that.
  final class Processor {
    let cpu: KVMVirtualCPU
    var requested = KVMCPUIDTable([])
    var effective = KVMCPUIDTable([])
    /// The policy's MSRs, and their values after setting; nil where the guest has none.
    var registers: [(index: UInt32, requested: UInt64?, effective: UInt64?)] = []

    init(_ cpu: consuming KVMVirtualCPU) { self.cpu = cpu }
  }

  /// Creates the machine with a vCPU for each of the topology's. Nothing is set yet.
  init(
    _ domain: Domain, on system: borrowing KVMSystem, host: KVMHost
  ) throws(KVMError) {
    self.domain = domain
    hypervisorLeaves = host.hypervisorLeaves
    let made = try system.createProbeMachine()
    var processors: [Processor] = []
    for number in 0..<domain.topology.vCPUs {
      // A vCPU's number at KVM is its APIC id.
      processors.append(
        Processor(try made.createVirtualCPU(domain.topology.apicID(of: number))))
    }
    machine = made
    self.processors = processors
  }

  /// The vCPUs, in order.
  var vCPUs: [Processor] { processors }

  /// Gives every vCPU the policy, then reads back what the kernel took. Where one refuses, those
  /// before it get their former table again.
  ///
  /// - Returns: MSRs that the kernel did not take.
  @discardableResult
  func set(_ policy: CPUPolicy) throws(KVMError) -> [UInt32] {
    let tables = processors.indices.map { number in
      KVMCPUIDTable(
        policy: policy, vCPU: UInt32(number), topology: domain.topology,
        hypervisorLeaves: hypervisorLeaves)
    }
    for (number, processor) in processors.enumerated() {
      do {
        try processor.cpu.setCPUID(tables[number].entries)
      } catch {
        for former in processors[..<number] where !former.requested.entries.isEmpty {
          try former.cpu.setCPUID(former.requested.entries)
        }
        throw error
      }
    }
    var refused: [UInt32] = []
    for (number, processor) in processors.enumerated() {
      processor.requested = tables[number]
      processor.effective = KVMCPUIDTable(try processor.cpu.cpuid())
      let taken = try KVMDomain.setRegisters(of: policy, on: processor)
      if number == 0 { refused = taken }
    }
    return refused
  }

  /// Sets the policy's MSRs, each on its own so that a refusal names it. One that holds its value
  /// already is not written.
  private static func setRegisters(
    of policy: CPUPolicy, on processor: Processor
  ) throws(KVMError) -> [UInt32] {
    var refused: [UInt32] = []
    processor.registers = []
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      guard let value = policy[msr: index] else { continue }
      // Without the feature the register does not exist for the guest, whatever the kernel keeps.
      if index == .archCapabilities && !policy.has(.archCaps) && value == 0 {
        let exists = processor.effective.policy.has(.archCaps)
        let held = exists ? try read(index.rawValue, of: processor.cpu) : nil
        processor.registers.append((index.rawValue, nil, held))
        continue
      }
      var held = try read(index.rawValue, of: processor.cpu)
      if held != value && (held != nil || value != 0) {
        do {
          try processor.cpu.setRegisters([KVMRegister(index: index.rawValue, value: value)])
        } catch .registerRefused {
          refused.append(index.rawValue)
        }
        held = try read(index.rawValue, of: processor.cpu)
      }
      processor.registers.append((index.rawValue, value, held))
    }
    return refused
  }

  private static func read(
    _ index: UInt32, of cpu: borrowing KVMVirtualCPU
  ) throws(KVMError) -> UInt64? {
    do {
      return try cpu.registers([index]).first?.value
    } catch .registerRefused {
      return nil
    }
  }

  /// Whether the kernel refuses a vCPU that has run a table with another stepping. One that is taken
  /// all the same is taken back.
  func refusesChanges() throws(KVMError) -> Bool {
    for processor in processors {
      var other = processor.requested.entries
      for position in other.indices where other[position].leaf == 1 { other[position].eax ^= 1 }
      do {
        try processor.cpu.setCPUID(other)
      } catch .refused(_, let errno) where errno == EINVAL {
        continue
      }
      try processor.cpu.setCPUID(processor.requested.entries)
      return false
    }
    return true
  }

  /// Runs the guest on one vCPU and returns its answers. The domain is sealed by this.
  func ask(
    _ questions: [GuestVerification.Question], vCPU: Int, mode: GuestVerification.Mode
  ) throws(KVMError) -> [KVMAnswer] {
    hasRun = true
    domain.state = .sealed
    var answers: [KVMAnswer] = []
    var rest = questions[...]
    while !rest.isEmpty {
      let part = rest.prefix(KVMGuestProgram.questionLimit)
      rest = rest.dropFirst(part.count)
      answers += try machine.ask(Array(part), on: processors[vCPU].cpu, mode: mode)
    }
    return answers
  }
}
