// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What a guest was meant to see, what the hypervisor says it took, and what the guest saw.
///
/// `docs/semantics/kvm.md`.
public struct GuestVerification: Sendable {
  /// The processor mode in which a guest asks.
  public enum Mode: Sendable, CaseIterable {
    case real, long
  }

  /// What a guest is asked to execute.
  public enum Question: Hashable, Sendable {
    case cpuid(leaf: UInt32, subleaf: UInt32)
    case rdmsr(UInt32)
  }

  /// One question to a vCPU, and what it got.
  public struct Answer: Hashable, Sendable {
    /// Number of the virtual CPU, from zero.
    public var vCPU: UInt32
    /// The mode in which it asked.
    public var mode: Mode
    /// What it was asked to execute.
    public var question: Question
    /// The four registers behind the instruction.
    public var registers: LeafRegisters
    /// What RDMSR returned; nil where it faulted.
    public var value: UInt64?

    /// A question with its answer.
    public init(
      vCPU: UInt32, mode: Mode, question: Question, registers: LeafRegisters, value: UInt64?
    ) {
      self.vCPU = vCPU
      self.mode = mode
      self.question = question
      self.registers = registers
      self.value = value
    }
  }

  /// Which hypervisor.
  public var target: String
  /// Number of virtual CPUs.
  public var vCPUs: UInt32
  /// Leaf and subleaf pairs that each vCPU read, in each mode.
  public var entries = 0
  /// Modes in which the guest ran.
  public var modes: [Mode] = []
  /// What differs, by virtual CPU and place.
  public var differences: [GuestDifference] = []
  /// What the guest's instructions returned, in the order in which it asked.
  public var answers: [Answer] = []
  /// Whether the hypervisor refused another policy once the guest had run.
  public var isImmutable = true

  /// A verification of which nothing is known yet.
  public init(target: String, vCPUs: UInt32) {
    self.target = target
    self.vCPUs = vCPUs
  }

  /// The differences that matter: all but the dynamic ones.
  public var findings: [GuestDifference] { differences.filter { $0.reason != .dynamic } }

  /// Differences between requested and effective, without the dynamic ones.
  public var requestedNotEffective: Int { findings.count { $0.requested != $0.effective } }

  /// Differences between effective and seen, without the dynamic ones.
  public var effectiveNotSeen: Int { findings.count { $0.effective != $0.seen } }
}
