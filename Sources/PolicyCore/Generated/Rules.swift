// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
/// A register of the CPUID instruction's result.
public enum Register: UInt8, Sendable {
  /// EAX.
  case eax
  /// EBX.
  case ebx
  /// ECX.
  case ecx
  /// EDX.
  case edx
}

/// What default derivation does with a field of the host.
public enum GuestRule: UInt8, Sendable {
  /// The host's value.
  case pass
  /// Zero; a guest gets it only where somebody asks for it.
  case zero
  /// One, whatever the host has.
  case fixedOne
  /// The toolstack chooses; the default keeps the host's value.
  case toolstack
  /// Comes from the chosen topology.
  case topology
  /// Stored as zero and filled in when a virtual CPU reads it.
  case dynamic
  /// Computed from other parts of the policy.
  case derived
}

/// How a candidate's field is held against its bound.
public enum AuditRule: UInt8, Sendable {
  /// No bit that the bound lacks.
  case subset
  /// Not above the bound.
  case atMost
  /// Every bit of the bound.
  case atLeast
  /// The bound's value.
  case equal
  /// Anything.
  case any
  /// Zero.
  case zero
  /// Recomputed from the candidate and compared.
  case derived
  /// Held against the chosen topology.
  case topology
}

/// How the values of several hosts become one for a pool.
public enum LevelRule: UInt8, Sendable {
  /// Bits that every host has.
  case and
  /// Bits that some host has.
  case or
  /// The lowest value.
  case min
  /// The highest value.
  case max
  /// All hosts must agree.
  case equal
  /// Computed from the levelled policy.
  case derived
  /// Free choice; the lowest host value is proposed.
  case choice
  /// No part of a pool's level.
  case ignore
}

/// What a destination owes a running guest that saw the field.
public enum MigrationRule: UInt8, Sendable {
  /// The audit against the destination is all.
  case free
  /// The destination's value is at least the guest's.
  case width
  /// The destination's value is the guest's.
  case equal
  /// Part of the guest's time-stamp counter contract.
  case tsc
  /// Part of the guest's last-branch record contract.
  case lbr
  /// May differ: speed or looks only.
  case hint
  /// Must be visible if any host of the pool has it.
  case accumulate
  /// The guest may gain it and never lose it.
  case oneWay
}

/// What a guest suffers that sees a value which the machine does not honour.
public enum Severity: UInt8, Sendable {
  /// Looks only.
  case cosmetic
  /// Runs slower than it could.
  case performance
  /// Does something else than it should.
  case behaviour
  /// Takes a wrong security decision.
  case security
  /// Faults or corrupts state.
  case guestCrash
}

/// How ready a feature is to be given to guests.
public enum Maturity: UInt8, Sendable {
  /// May be used.
  case supported
  /// Works, opt-in until it has aged.
  case preview
  /// No guest support yet.
  case experimental
  /// Withdrawn by its maker.
  case deprecated
  /// Belongs to the owner of the platform.
  case securityHidden
}

/// How the bits of a field are to be read.
public enum FieldKind: UInt8, Sendable {
  /// One bit.
  case flag
  /// An unsigned number.
  case number
  /// ASCII bytes, lowest first.
  case string
  /// Bits without names of their own.
  case bitmap
  /// Set by real CPUs, described by nobody; zero for guests.
  case reserved
  /// One of a list of codes.
  case enumeration
}

/// Whose manual defines a field.
public enum DefinedBy: UInt8, Sendable {
  /// All vendors.
  case any
  /// Intel.
  case intel
  /// AMD and Hygon.
  case amd
  /// Centaur, VIA and Zhaoxin.
  case centaur
  /// Transmeta.
  case transmeta
  /// Cyrix and Geode.
  case cyrix
  /// None of the others.
  case other
  /// Xen's leaves.
  case xen
  /// KVM's leaves.
  case kvm
  /// Hyper-V's leaves.
  case hyperv
}
