// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// The registers that a golden's CPU, or a kernel's offer, is known to have.
public struct GoldenRegisters: Equatable, Sendable {
  public var leaves: [LeafPlace: LeafRegisters] = [:]
  public var msrs: [UInt32: UInt64] = [:]

  public init() {}
}

/// One CPU whose policies are pinned: registers, and what stands beside them, in the project's own
/// form. `Tests/Golden/README.md` describes the file.
public struct GoldenCPU: Sendable {
  /// Where the registers come from.
  public enum Origin: String, Sendable {
    /// Read from such a CPU.
    case real
    /// Made up, wholly or in part.
    case synthetic
  }

  public var name: String
  public var title = ""
  public var origin = Origin.synthetic
  /// The golden whose registers these are, but for the rows of this one.
  public var base: String?
  /// One for each logical CPU that differs; the first one boots.
  public var cpus: [GoldenRegisters] = []
  /// What the kernel under the hypervisor offers; nil for a hypervisor that needs no other.
  public var kernel: GoldenRegisters?
  /// Facts that CPUID does not hold, and the owner's choices: name and value as written.
  public var facts: [(name: String, value: String)] = []
  public var options: [(name: String, value: String)] = []

  public init(name: String) { self.name = name }
}

/// What is wrong with a golden's file.
public struct GoldenError: Error, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
