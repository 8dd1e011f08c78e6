// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

/// What a virtual CPU gets from CPUID. `docs/semantics/guest-view.md`.
@Suite struct GuestViewTests {
  private static let shape = (sockets: UInt32(2), cores: UInt32(3), threads: UInt32(2))

  private func view(
    _ fixture: String = "emulated-EPYC-Rome.txt", _ kind: GuestKind = .hvm,
    outOfRange: OutOfRangeRule = .zeros, hypervisor: HypervisorLeaves? = nil,
    dies: UInt32 = 1, change: (inout CPUPolicy) -> Void = { _ in }
  ) throws -> GuestView {
    let document = try InputFile.read(Fixtures.path(fixture))
    let host = try #require(HostDescription(name: "x", document: document))
    let topology = try Topology(
      sockets: Self.shape.sockets, dies: dies, cores: Self.shape.cores,
      threads: Self.shape.threads)
    var policy = try SystemPolicies(facts: host.facts).initialPolicy(
      DomainSettings(kind: kind, topology: topology), leaves: DomainPolicyTests.leaves)
    change(&policy)
    return GuestView(
      policy: policy, topology: topology, kind: kind, outOfRange: outOfRange,
      hypervisor: hypervisor)
  }

  @Test func identities() throws {
    let view = try view()
    for number in UInt32(0)..<12 {
      let id = number / 6 * 8 + number % 6
      let state = VirtualCPUState(number: number)
      #expect(view.read(1, 0, by: state).ebx >> 24 == id)
      for subleaf in [0, 1, 2, 7, 300] as [UInt32] {
        let level = view.read(0xb, subleaf, by: state)
        #expect(level.edx == id && level.ecx & 0xff == subleaf & 0xff)
        #expect(level.ecx >> 8 == (subleaf < 2 ? subleaf + 1 : 0))
      }
    }
    let pv = try self.view("emulated-EPYC-Rome.txt", .pv)
    #expect(pv.read(1, 0, by: VirtualCPUState(number: 3)).ebx >> 24 == 0)
  }

  @Test func controlRegisters() throws {
    let view = try view()
    let off = VirtualCPUState(isAPICEnabled: false)
    let on = VirtualCPUState(usesXsave: true, usesProtectionKeys: true, isLongMode: true)
    #expect(view.read(1, 0, by: off).ecx >> 27 & 1 == 0)
    #expect(view.read(1, 0, by: on).ecx >> 27 & 1 == 1)
    #expect(view.read(1, 0, by: off).edx >> 9 & 1 == 0 && view.read(1, 0, by: on).edx >> 9 & 1 == 1)
    // AMD repeats the APIC bit.
    #expect(view.read(0x8000_0001, 0, by: off).edx >> 9 & 1 == 0)
    #expect(view.read(0x8000_0001, 0, by: on).edx >> 9 & 1 == 1)
    let intel = try self.view("emulated-Skylake-Server-v4.txt")
    let pku = view.read(7, 0, by: on).ecx
    #expect(pku >> 4 & 1 == (pku >> 3 & 1))
    #expect(intel.read(0x8000_0001, 0, by: off).edx >> 11 & 1 == 0, "SYSCALL outside long mode")
    #expect(intel.read(0x8000_0001, 0, by: on).edx >> 11 & 1 == 1)
    let shadow = try self.view("emulated-EPYC-Rome.txt", .hvmShadow)
    #expect(shadow.read(1, 0, by: VirtualCPUState()).edx >> 17 & 1 == 0, "PSE36 needs PAE")
    #expect(shadow.read(1, 0, by: VirtualCPUState(usesPAE: true)).edx >> 17 & 1 == 1)
  }

  @Test func stateSizes() throws {
    let view = try view()
    func size(_ xcr0: UInt64) -> UInt32 { view.read(0xd, 0, by: VirtualCPUState(xcr0: xcr0)).ebx }
    #expect(size(1) == 576 && size(3) == 576 && size(7) == 832)
    #expect(view.read(0xd, 0, by: VirtualCPUState()).ecx >= 832)
    #expect(view.read(0xd, 2, by: VirtualCPUState()).ebx == 576)
    #expect(view.read(0xd, 63, by: VirtualCPUState()).isZero)
  }

  @Test func outOfRange() throws {
    let zeros = try view("emulated-Skylake-Server-v4.txt")
    let state = VirtualCPUState()
    for leaf in [0xe, 0x1f, 0x3fff_ffff, 0x4000_0000, 0x8000_0009, 0x8086_0000, 0xffff_ffff]
      as [UInt32]
    {
      #expect(zeros.read(leaf, 0, by: state).isZero, "\(leaf)")
    }
    #expect(zeros.read(7, 1, by: state).isZero && zeros.read(4, 9, by: state).isZero)
    let intel = try view("emulated-Skylake-Server-v4.txt", outOfRange: .vendor)
    let highest = intel.read(0xd, 0, by: state)
    #expect(intel.read(0x3fff_ffff, 0, by: state) == highest && !highest.isZero)
    let amd = try view(outOfRange: .vendor)
    #expect(amd.read(0x3fff_ffff, 0, by: state).isZero)
  }

  @Test func hypervisorLeaves() throws {
    let leaves = HypervisorLeaves(
      majorVersion: 4, minorVersion: 17, domain: 9, tscMode: 2, tscKHz: 2_000_000)
    let view = try view(hypervisor: leaves)
    let state = VirtualCPUState(number: 5)
    let first = view.read(0x4000_0000, 0, by: state)
    let name = Array("XenVMMXenVMM".utf8)
    let words = [first.ebx, first.ecx, first.edx].flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
    #expect(first.eax == 0x4000_0005 && words == name)
    #expect(view.read(0x4000_0001, 0, by: state).eax == 4 << 16 | 17)
    #expect(view.read(0x4000_0003, 0, by: state).ecx == 2_000_000)
    let ids = view.read(0x4000_0004, 0, by: state)
    #expect(ids.eax == 0x18 && ids.ebx == 5 && ids.ecx == 9)
    #expect(view.read(0x4000_0006, 0, by: state).isZero)
    let moved = HypervisorLeaves(base: 0x4000_0100, majorVersion: 4, minorVersion: 17)
    let second = try self.view(hypervisor: moved)
    #expect(second.read(0x4000_0000, 0, by: state).isZero)
    #expect(second.read(0x4000_0100, 0, by: state).eax == 0x4000_0105)
    #expect(second.read(0x4000_0102, 0, by: state).ebx == 0x4000_0200)
  }

  /// A limit of the policy's own counts, from two leaves to the five that there are.
  @Test func limitOfHypervisorLeaves() throws {
    let state = VirtualCPUState()
    let leaves = HypervisorLeaves(majorVersion: 4, minorVersion: 17)
    for (chosen, limit) in [(0, 5), (1, 2), (2, 2), (4, 4), (5, 5), (6, 5)] as [(UInt32, UInt32)] {
      let view = try view(hypervisor: leaves) { $0[.maxHypervisorLeaf] = chosen }
      #expect(view.read(0x4000_0000, 0, by: state).eax == 0x4000_0000 | limit)
      #expect(view.read(0x4000_0004, 0, by: state).isZero == (limit < 4))
    }
    let none = HypervisorLeaves(majorVersion: 4, minorVersion: 17, tscKHz: 0)
    let counter = try self.view(hypervisor: none).read(0x4000_0003, 1, by: state)
    #expect(counter.ecx == 0 && counter.edx == 0, "no rate has no scale")
    #expect(try self.view(hypervisor: none).read(0x4000_0002, 0, by: state).eax == 1)
  }

  /// Two values are equal where each member is.
  @Test func equalHypervisorLeaves() {
    let changes: [(inout HypervisorLeaves) -> Void] = [
      { $0.base += 1 }, { $0.name.0 += 1 }, { $0.name.1 += 1 }, { $0.name.2 += 1 },
      { $0.majorVersion += 1 }, { $0.minorVersion += 1 }, { $0.domain += 1 }, { $0.tscMode += 1 },
      { $0.tscKHz += 1 }, { $0.isTSCEmulated.toggle() }, { $0.machineAddressBits += 1 },
      { $0.hostTSCKHz += 1 }, { $0.isHostTSCReliable.toggle() }, { $0.tscIncarnation += 1 },
      { $0.tscOffset += 1 }, { $0.hvmFlags += 1 },
    ]
    let leaves = HypervisorLeaves(majorVersion: 4, minorVersion: 17)
    for change in changes {
      var other = leaves
      #expect(other == leaves)
      change(&other)
      #expect(other != leaves)
    }
  }

  /// AMD's leaf of cores and nodes follows the virtual CPU.
  @Test func nodes() throws {
    let view = try view(dies: 2) { policy in
      policy.set(.topoext, true)
      policy[.maxExtendedLeaf] = 0x8000_001e
    }
    for number in UInt32(0)..<24 {
      let leaf = view.read(0x8000_001e, 0, by: VirtualCPUState(number: number))
      #expect(leaf.eax == number / 6 * 8 + number % 6)
      #expect(leaf.ebx & 0xff == number / 2 % 6 && leaf.ecx & 0xff == number / 6)
    }
  }

  /// What PV kernels and users of a debug store see of the machine itself.
  @Test func machine() throws {
    let document = try InputFile.read(Fixtures.path("emulated-Skylake-Server-v4.txt"))
    let host = try #require(HostDescription(name: "x", document: document))
    let policies = SystemPolicies(facts: host.facts)
    var features = policies.hostDefault.featureSet
    for feature in [Feature.monitor, .eist, .mtrr, .dtes64] { features.insert(feature) }
    let monitor = LeafRegisters(eax: 64, ebx: 64, ecx: 3, edx: 0x20)
    let topology = try Topology(
      sockets: Self.shape.sockets, cores: Self.shape.cores, threads: Self.shape.threads)
    func view(_ kind: GuestKind) throws -> GuestView {
      GuestView(
        policy: try policies.initialPolicy(DomainSettings(kind: kind, topology: topology)),
        topology: topology, kind: kind,
        machine: MachineView(features: features, monitor: monitor))
    }
    func state(_ reader: PVReader, debugStore: Bool = false) -> VirtualCPUState {
      var state = VirtualCPUState()
      state.pvReader = reader
      state.hasDebugStore = debugStore
      return state
    }
    let pv = try view(.pv)
    func bits(_ reader: PVReader) -> [Bool] {
      let leaf = pv.read(1, 0, by: state(reader))
      return [
        leaf.ecx & Feature.osxsave.mask != 0, leaf.ecx & Feature.eist.mask != 0,
        leaf.ecx & Feature.monitor.mask != 0, leaf.edx & Feature.mtrr.mask != 0,
      ]
    }
    #expect(bits(.user) == [false, false, false, false])
    #expect(bits(.emulatedKernel) == [true, false, false, false])
    #expect(bits(.emulatedHardwareKernel) == [true, true, false, true])
    #expect(bits(.faultedHardwareKernel) == [false, true, true, true])
    #expect(pv.read(5, 0, by: state(.faultedHardwareKernel)) == monitor)
    #expect(pv.read(5, 0, by: state(.emulatedHardwareKernel)).isZero)
    // An HVM guest is always intercepted, and sees only its debug store.
    let hvm = try view(.hvm)
    #expect(
      hvm.read(1, 0, by: state(.faultedHardwareKernel)).ecx
        == hvm.read(1, 0, by: state(.user)).ecx)
    let traced = hvm.read(1, 0, by: state(.user, debugStore: true))
    #expect(traced.edx & Feature.ds.mask != 0 && traced.ecx & Feature.dtes64.mask != 0)
    #expect(traced.ecx & Feature.dscpl.mask == 0, "the host has none")
  }

  /// Ticks become nanoseconds within one part in a million, whatever the rate.
  @Test(arguments: [1_000, 999_999, 1_000_000, 2_000_000, 2_445_406, 5_000_000] as [UInt32])
  func counterScale(_ khz: UInt32) throws {
    var leaves = HypervisorLeaves(majorVersion: 4, minorVersion: 17, tscKHz: khz)
    leaves.tscOffset = 0x1_0000_0002
    leaves.hostTSCKHz = 3_000_000
    leaves.isHostTSCReliable = true
    let view = try view(hypervisor: leaves)
    let state = VirtualCPUState()
    #expect(view.read(0x4000_0003, 0, by: state).eax & 3 == 2)
    #expect(view.read(0x4000_0003, 2, by: state).eax == 3_000_000)
    let scale = view.read(0x4000_0003, 1, by: state)
    #expect(scale.eax == 2 && scale.ebx == 1)
    let shift = Int(Int8(truncatingIfNeeded: scale.edx))
    let ticks = Double(khz) * 1000
    let nanoseconds =
      ticks * (shift < 0 ? 1 / Double(1 << -shift) : Double(1 << shift)) * Double(scale.ecx)
      / 4_294_967_296
    #expect(abs(nanoseconds - 1e9) < 1e3)
  }
}
