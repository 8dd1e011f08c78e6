// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// xl's masks leave a domain what it has where they say `x`.
@Suite struct XLMaskTests {
  static let dumps = OwnHostTests.dumps
  static let kinds: [GuestKind] = [.pv, .pv32, .hvm, .hvmShadow]

  private func hypervisor(_ path: String) throws -> LocalHypervisor {
    let host = try #require(HostDescription(name: "host", document: try InputFile.read(path)))
    return LocalHypervisor(host: host, store: MemoryDomainStore())
  }

  /// A list of masks: the same characters for every register of every leaf.
  private static func everywhere(_ characters: String) -> String {
    let entries = (0..<LeafLayout.slotCount).map { slot in
      let place = LeafLayout.place(ofSlot: slot)
      let registers = [Register.eax, .ebx, .ecx, .edx].map { "\($0)=\(characters)" }
      let subleaf = place.isPlain ? "" : ",\(place.subleaf)"
      return "\"0x\(String(place.leaf, radix: 16))\(subleaf):\(registers.joined(separator: ","))\""
    }
    return "[" + entries.joined(separator: ", ") + "]"
  }

  @Test(arguments: dumps) func ownBitsChangeNothing(_ path: String) async throws {
    let hypervisor = try hypervisor(path)
    let setting = try XLSetting(parsing: Self.everywhere(String(repeating: "x", count: 32)))
    #expect(setting.changes.count == LeafLayout.slotCount * 4)
    let hasHVM = try hypervisor.systemPolicies().hasHVM
    for kind in Self.kinds where !kind.isHVM || hasHVM {
      var request = DomainRequest(name: "x", kind: kind, vCPUs: 2)
      let without = try await hypervisor.create(request, isDryRun: true).policy
      request.changes = PolicyChanges(setting)
      let with = try await hypervisor.create(request, isDryRun: true).policy
      #expect(with == without, "\(kind.name)")
    }
  }

  /// Of what was chosen for the domain besides, `x` takes nothing back either.
  @Test func ownBitsAreWhatWasChosen() async throws {
    let hypervisor = try hypervisor(Fixtures.path("emulated-EPYC-Rome.txt"))
    var request = DomainRequest(name: "x", kind: .hvm, vCPUs: 2)
    request.changes.removed.insert(.avx2)
    let without = try await hypervisor.create(request, isDryRun: true).policy
    #expect(!without.has(.avx2))
    request.changes.registers =
      try XLSetting(parsing: "[\"7,0:ebx=\(String(repeating: "x", count: 32))\"]").changes
    #expect(try await hypervisor.create(request, isDryRun: true).policy == without)
  }

  /// A recipe that people pass on, to hide what nested hypervisors stumble over.
  @Test(arguments: dumps) func aPastedRecipe(_ path: String) async throws {
    let hypervisor = try hypervisor(path)
    let setting = try XLSetting(
      parsing: """
        ["0x00000001:ecx=x00xxxxxx0xxxxxxxxx00xxxxxxxxxxx",
         "0x00000007,0x00:ebx=xxxxxxxxxxxxxxxxxx00x0000x0x0x00"]
        """)
    let policies = try hypervisor.systemPolicies()
    for kind in Self.kinds where !kind.isHVM || policies.hasHVM {
      var request = DomainRequest(name: "x", kind: kind, vCPUs: 2)
      request.changes = PolicyChanges(setting)
      let policy = try await hypervisor.create(request, isDryRun: true).policy
      for change in setting.changes {
        // NO_FPU_SEL is the host's, whatever the mask asks.
        let host = policies.hostDefault.has(.noFpuSel) && change.place.leaf == 7 ? 1 << 13 : 0
        let subleaf = change.place.isPlain ? 0 : change.place.subleaf
        let value = policy[leaf: change.place.leaf, subleaf: subleaf][change.register]
        #expect(value & change.zeros == UInt32(host), "\(kind.name)")
      }
    }
  }
}
