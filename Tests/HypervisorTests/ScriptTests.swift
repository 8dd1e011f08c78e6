// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing

/// The plan's sentences, carried out by the control guest: `docs/ring0.md` says which is which.
// Skipped where a program is missing that builds or boots the hypervisor.
@Suite(.enabled(if: Machine.isThere)) struct ScriptTests {
  /// What the owner says in some of the boots.
  static let options = "cpuid=no-avx,smep=guest,maxphysaddr=38,itsc"

  private static let known = Mutex<[String: Output]>([:])

  /// Boots the control guest's script on a model, once for each command line.
  static func run(_ model: String, _ line: String = "") throws -> Output {
    let name = model + " " + line
    if let output = known.withLock({ $0[name] }) { return output }
    let output = try Machine.boot(
      cpu: model + ",+svm,+npt", modules: ["control control argument=1", "worker program"],
      line: "log " + line)
    known.withLock { $0[name] = output }
    return output
  }

  /// What was said, but for facts and counts; virtual CPUs that take turns in the order of their numbers.
  private static func said(_ machine: Output) -> [String] {
    let lines = machine.lines.filter { line in
      // An emulator that intercepts XSETBV leaves nothing to take back.
      !["fact ", "exits: ", "stack "].contains { line.hasPrefix($0) }
        && !line.hasSuffix("taken back")
    }
    let turns = lines.filter { $0.hasPrefix("(d1) vCPU ") }.sorted()
    guard let first = lines.firstIndex(where: { $0.hasPrefix("(d1) vCPU ") }) else { return lines }
    return lines[..<first] + turns + lines[(first + turns.count)...]
  }

  @Test func everySentence() throws {
    let machine = try Self.run("EPYC-Rome")
    #expect(Self.said(machine) == Self.expected.split(separator: "\n").map(String.init))
    #expect(machine.status == 1)
    #expect(machine.lines.contains { $0.hasSuffix("unexpected 0") })
    // Xen has 32 KB a CPU, Linux 16 KB; a part is for others.
    let depth = try #require(machine.lines(behind: "stack").first?.split(separator: " ").first)
    #expect(try #require(Int(depth)) < 12 * 1024)
  }

  /// What the owner says on the boot line holds for all policies but raw, and bounds the toolstack.
  @Test func theOwnersOptions() throws {
    let said = Self.said(try Self.run("max", Self.options))
    for line in [
      "cpuid=: itsc is not in this CPU",
      "(d0) avx: raw 1, host 0, PV max 0, HVM max 0, PV default 0, HVM default 0",
      "(d0) smep: raw 1, host 0, PV max 0, HVM max 1, PV default 0, HVM default 1",
      "(d0) HVM default: 38 bits of a physical address",
      // Derived without the owner's options: FMA needs AVX.
      "(d0) derived by the toolstack: result 0, equal to the hypervisor's 0",
      "d1: set refused: error 22, CPU0101, leaf 0x1 ECX[12], value 0x1, bound 0x0",
      "(d0) set as derived: error 22, code 101, leaf 0x1",
      "d1: set refused: error 22, CPU0122, leaf 0x80000008 EAX[7:0], value 0x3f, bound 0x26",
      "(d1) ITSC 0, widths 0x3026",
    ] {
      #expect(said.contains(line), "\(line)")
    }
  }

  /// A toolstack may opt in to what max has beyond the default, and an Intel CPU's assurances are read
  /// where the policy has them.
  @Test func whatOtherCPUsBring() throws {
    #expect(Self.said(try Self.run("max")).contains("(d0) MPX beyond default: accepted"))
    let intel = Self.said(try Self.run("Skylake-Server"))
    #expect(intel.contains("(d1) ARCH_CAPS 1: reads 0x4"))
    #expect(intel.contains("(d0) derived by the toolstack: result 0, equal to the hypervisor's 1"))
  }

  private static let expected = """
    (d0) raw: results 0 and 0, policy and featureset agree 1
    (d0) host: results 0 and 0, policy and featureset agree 1
    (d0) PV max: results 0 and 0, policy and featureset agree 1
    (d0) HVM max: results 0 and 0, policy and featureset agree 1
    (d0) PV default: results 0 and 0, policy and featureset agree 1
    (d0) HVM default: results 0 and 0, policy and featureset agree 1
    (d0) avx: raw 1, host 1, PV max 1, HVM max 1, PV default 1, HVM default 1
    (d0) smep: raw 1, host 1, PV max 0, HVM max 1, PV default 0, HVM default 1
    (d0) itsc: raw 0, host 0, PV max 0, HVM max 0, PV default 0, HVM default 0
    (d0) HVM default: 40 bits of a physical address
    (d0) derived by the toolstack: result 0, equal to the hypervisor's 1
    (d0) set as derived: accepted
    (d0) set as got: accepted
    d1: set refused: error 22, CPU0101, leaf 0x7:0 EBX[16], value 0x1, bound 0x0
    (d0) AVX512F above max: error 22, code 101, leaf 0x7:0
    d1: set refused: error 22, CPU0101, leaf 0x80000007 EDX[8], value 0x1, bound 0x0
    (d0) ITSC above max: error 22, code 101, leaf 0x80000007
    d1: set refused: error 22, CPU0102, leaf 0x1 ECX[12], value 0x1, bound 0x0
    (d0) AVX alone cleared: error 22, code 102, leaf 0x1
    d1: set refused: error 22, CPU1003, leaf 0x1 EBX[23:16], value 0x4, bound 0x2
    (d0) another topology: error 22, code 1003, leaf 0x1
    d1: set refused: error 22, CPU0122, leaf 0x80000008 EAX[7:0], value 0x3f, bound 0x28
    (d0) wider addresses: error 22, code 122, leaf 0x80000008
    d1: set refused: error 22, CPU0101, leaf 0x7:0 EBX[14], value 0x1, bound 0x0
    (d0) MPX beyond default: error 22, code 101, leaf 0x7:0
    (d0) AVX hidden with what needs it: accepted
    (d1) AVX 0, AVX2 0, OSXSAVE 0, states 0x3, bytes 576
    (d1) CR4.OSXSAVE: works, then OSXSAVE 1
    (d1) XCR0 = 3: works, then bytes 576
    (d1) VXORPS: #UD
    (d1) XCR0 after a try of 7: 3
    (d1) CR4.PKE: #GP, CR4.SMEP: works
    (d1) CR0 above bit 31: #GP
    (d1) ARCH_CAPS 0: #GP 0x0
    (d1) PLATFORM_INFO: reads 0x80000000
    (d1) MSR 0x1234: #GP
    (d1) APIC off: APIC 0
    (d1) ITSC 0, widths 0x3028
    (d1) domctl: error 1
    (d1) WBINVD: works
    (d1) MONITOR: #UD
    (d1) VMRUN: #UD
    (d0) run: state 3
    (d0) get after run: error 0
    (d0) set after run: error 17
    (d0) run after run: error 17
    (d0) 2 sockets of 3 cores, 4 virtual CPUs: IO-APIC id 5
    (d1) vCPU 0, id 0: 2000 reads, 0 of another id, 0 of another register
    (d1) vCPU 1, id 1: 2000 reads, 0 of another id, 0 of another register
    (d1) vCPU 2, id 2: 2000 reads, 0 of another id, 0 of another register
    (d1) vCPU 3, id 4: 2000 reads, 0 of another id, 0 of another register
    (d0) run: state 3
    (d0) invariant TSC: error 22, code 101
    (d0) 2 virtual CPUs on 1 seat: error 22
    (d0) PV: created, set as got: error 0
    (d0) PV 32: created, set as got: error 0
    (d0) HVM: created, set as got: error 0
    (d0) HVM shadow: created, set as got: error 0
    d1: set refused: error 34, leaf 0xe
    (d0) leaf 0xe: error 34, code 0, leaf 0xe
    d1: set refused: error 34, leaf 0x1:0
    (d0) leaf 1 with a subleaf: error 34, code 0, leaf 0x1:0
    d1: set refused: error 34, leaf 0x7:3
    (d0) leaf 7 subleaf 3: error 34, code 0, leaf 0x7:3
    d1: set refused: error 34, MSR 0xcf
    (d0) MSR 0xcf: error 34, code 0, MSR 0xcf
    d1: set refused: error 22, MSR 0xce
    (d0) MSR 0xce with flags: error 22, code 0, MSR 0xce
    d1: set refused: error 75, MSR 0xce
    (d0) MSR 0xce above 32 bits: error 75, code 0, MSR 0xce
    d1: set refused: error 7
    (d0) 121 leaves: error 7
    (d0) its own: error 22
    (d0) domain 9: error 3
    (d0) null buffers: error 0
    (d0) room for 120 leaves and 2 MSRs
    (d0) index 6: error 22
    (d0) a small buffer: error 105
    (d0) version 1: error 13
    (d0) hypercall 99: error 38
    (d0) nowhere: error 14
    """
}
