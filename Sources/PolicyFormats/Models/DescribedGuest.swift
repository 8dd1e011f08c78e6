// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// A guest as a form of QEMU or libvirt describes it, besides its CPU's features. Nil is what the form does
/// not say.
public struct DescribedGuest: Equatable, Sendable {
  /// The guest's name, where its source gives one.
  public var name: String?
  /// Whether the form describes a whole machine, and not a CPU alone.
  public var isMachine = false
  /// Virtual CPUs that are there at its start.
  public var vCPUs: UInt32?
  /// Its topology, where its source gives one.
  public var topology: Topology?
  /// Frequency of its time-stamp counter in kHz, where it was given one of its own.
  public var tscKilohertz: Int?
  /// Twelve characters, where the form says which vendor's CPU it was started on.
  public var vendor: String?

  /// A guest of which nothing is known.
  public init() {}

  /// A frequency that a form states in Hz, as kHz: none is below zero, or above what a hypervisor takes.
  static func kilohertz(_ hertz: Int) -> Int { min(max(hertz / 1000, 0), Int(UInt32.max)) }
}

/// A host as libvirt describes it, besides its CPU's features. Nil is what the form does not say.
public struct DescribedHost: Equatable, Sendable {
  /// What a host says of one CPU model for its guests.
  public struct Model: Equatable, Sendable {
    /// The model's name.
    public var name: String
    /// Whether its hypervisor can give all of the model.
    public var isUsable: Bool?
    /// Features of the model that the host does not have; empty also where the form names none.
    public var blockers: [String] = []

    /// A model of the host's list, and whether its guests can have it; nil where the list does not say.
    public init(name: String, isUsable: Bool?) {
      self.name = name
      self.isUsable = isUsable
    }
  }

  /// Twelve characters.
  public var vendor: String?
  /// Frequency of its time-stamp counter in kHz.
  public var tscKilohertz: Int?
  /// Whether its guests' counters can run at another rate; nil where it does not say.
  public var canScaleTSC: Bool?
  /// The models that its guests may have; empty where the form lists none.
  public var models: [Model] = []
  /// The machine types of its emulators, and the accelerators that they have, in QEMU's words; empty where the
  /// form lists none.
  public var machines: [String] = []
  /// The accelerators of its QEMUs, e.g. `kvm`; empty where it lists none.
  public var accelerators: [String] = []

  /// A host of which nothing is known.
  public init() {}
}
