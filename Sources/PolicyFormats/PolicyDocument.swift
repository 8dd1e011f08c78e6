// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// A policy under the name that its source gave it.
public struct NamedPolicy: Equatable, Sendable {
  /// In lower case with hyphens: `hvm-max`.
  public var name: String
  /// The policy itself.
  public var policy: CPUPolicy
  /// Facts that derivation filled in by default.
  public var assumed: [String]
  /// What the source says and no register holds, sorted.
  public var statements: [Statement]
  /// The host of which it is a policy; nil where the source names none.
  public var origin: Origin?

  /// The host of which something is a policy.
  public struct Origin: Equatable, Sendable {
    /// The host's name.
    public var host: String
    /// Digest of the host's raw policy, 64 hexadecimal digits.
    public var digest: String

    /// A host by its name and the digest of its raw policy.
    public init(host: String, digest: String) {
      self.host = host
      self.digest = digest
    }
  }

  /// A policy with its name, and what its source says besides.
  public init(
    name: String, policy: CPUPolicy, assumed: [String] = [], statements: [Statement] = [],
    origin: Origin? = nil
  ) {
    self.name = name
    self.policy = policy
    self.assumed = assumed
    self.statements = Set(statements).sorted()
    self.origin = origin
  }
}

/// A leaf that no policy stores, e.g. of the ranges 0x80860000 and 0xc0000000.
public struct OutsideLeaf: Equatable, Sendable {
  /// Whose leaf it is.
  public enum Owner: Hashable, Sendable {
    /// A CPU of a dump, by its place there.
    case cpu(Int)
    /// A policy, by the name that the source gives it.
    case policy(String)
  }

  /// Whose leaf it is.
  public var owner: Owner
  /// The leaf and subleaf.
  public var place: LeafPlace
  /// What CPUID returns there.
  public var registers: LeafRegisters

  /// A leaf of a CPU or a policy.
  public init(of owner: Owner, place: LeafPlace, registers: LeafRegisters) {
    self.owner = owner
    self.place = place
    self.registers = registers
  }

  /// What is wrong with a candidate that has the leaf: one violation a register that holds something.
  public var violations: [Violation] {
    [Register.eax, .ebx, .ecx, .edx].compactMap { register in
      let value = registers[register]
      guard value != 0 else { return nil }
      return Violation(
        .unknownLeaf, at: .leaf(place, register), bits: 0...31, subject: .bits,
        value: UInt64(value), bound: 0)
    }
  }
}

/// Everything that one input says.
public struct PolicyDocument: Sendable {
  /// The form in which the input stood.
  public var format: PolicyFormat
  /// Named policies: those of a hypervisor, or the one of a Policy document.
  public var policies: [NamedPolicy] = []
  /// What each logical CPU returned; empty where the source holds policies only.
  public var cpus: CPUList = []
  /// Where each CPU sits, where the source says it in other words than CPUID's; empty otherwise.
  public var seats: [TopologySeat] = []
  /// Recorded leaves that no policy stores.
  public var outside: [OutsideLeaf] = []
  /// What a reader should be told besides.
  public var notes: [String] = []
  /// Microcode revision of the first CPU, where the source recorded it.
  public var microcode: UInt32?
  /// A document of ours as it was read; nil for the other forms.
  public var value: JSONValue?

  /// What a form of features and a few numbers determines; nil for forms of whole registers.
  public var partial: PartialPolicy?
  /// What such a form asks for on top of a CPU model, until an authority has said what that means.
  public var request: ModelRequest?
  /// What it asks for where that is several CPUs, one for each of ``policies``; empty otherwise.
  public private(set) var requests: [ModelRequest] = []
  /// Each of several CPUs by itself, after somebody was asked about them; empty otherwise.
  public private(set) var each: [PolicyDocument] = []
  /// What an authority said of it.
  public var resolved: ResolvedModel?
  /// What the form asked for, where an authority has said what that means.
  public var settled: ModelRequest?

  /// The guest that a form of QEMU or libvirt describes; nil for other inputs.
  public var guest: DescribedGuest?
  /// The host that a form of libvirt describes; nil for other inputs.
  public var host: DescribedHost?

  /// xl's setting, where the input is one alone: what it names, and what it leaves to the domain or the host.
  public var setting: XLSetting?

  /// Vendor, family, model, stepping and brand, where the form gives them without the leaves in which they
  /// stand; nil for forms of whole registers.
  public var identity: PartialPolicy?

  /// The guest that an xl.cfg file describes, whose policy follows only on a host; nil for other inputs.
  public var xlGuest: XLGuest?

  /// What a saved guest is besides its policy; nil for other inputs.
  public var savedGuest: SavedGuest?

  /// No hypervisor has a tenth as many policies of its system.
  public static let mostPolicies = 64

  /// An input that says nothing yet.
  public init(format: PolicyFormat) { self.format = format }

  /// The policy of a name, or nil.
  public func policy(named name: String) -> CPUPolicy? {
    policies.first { $0.name == name }?.policy
  }

  /// What stands beside one of the input's policies, or beside its first CPU, which is raw. Nothing
  /// stands beside what is derived.
  public func outside(beside name: String) -> [OutsideLeaf] {
    let isOfCPU = PolicyKind(name: name).map { $0 == .raw } ?? true
    let owner: OutsideLeaf.Owner =
      policy(named: name) == nil && isOfCPU ? .cpu(0) : .policy(name)
    return outside.filter { $0.owner == owner && !$0.registers.isZero }
  }

  /// Takes another of the CPUs for which the input asks.
  mutating func add(_ other: PolicyDocument) {
    guard !policies.isEmpty else {
      self = other
      return
    }
    if let request {
      requests = [request]
      self.request = nil
    }
    if let request = other.request { requests.append(request) }
    partial = nil
    policies += other.policies
    notes += other.notes.filter { !notes.contains($0) }
  }

  /// Gives each of several CPUs its meaning, where somebody says it.
  ///
  /// - Parameter resolve: what a request comes to; nil where nobody knows.
  public mutating func settleEach(
    _ resolve: (ModelRequest) throws -> ResolvedModel?
  ) rethrows {
    guard requests.count == policies.count else { return }
    var open: [ModelRequest] = []
    for (index, request) in requests.enumerated() {
      var one = PolicyDocument(format: format)
      one.request = request
      one.policies = [policies[index]]
      guard let resolved = try resolve(request) else {
        open.append(request)
        each.append(one)
        continue
      }
      one.settle(resolved)
      let name = policies[index].name
      one.policies[0].name = name
      policies[index] = one.policies[0]
      each.append(one)
      notes.removeAll { request.notes.contains($0) }
      notes += one.notes.map { "\(name): \($0)" }
    }
    requests = open.count == requests.count ? requests : []
  }

  /// A guest and the host on which it ran, where the input holds both.
  public var guestAndHost: (guest: NamedPolicy, host: NamedPolicy)? {
    guard policies.count == 2, policies[0].name == "guest",
      policies[1].name == PolicyKind.raw.name
    else { return nil }
    return (policies[0], policies[1])
  }

  /// What the hardware says: the first CPU, or the policy called raw, or the only one there is.
  public var raw: CPUPolicy? {
    cpus.first ?? policy(named: "raw") ?? (policies.count == 1 ? policies[0].policy : nil)
  }
}
