// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// What an input leaves out and the CPU has by its own limits is unknown, in every form.
@Suite struct MissingIsUnknownTests {
  static let dumps = Fixtures.dumps + Corpus.dumps
  static let xenFiles = Corpus.files("xen-4.17").filter { $0.contains("xen-cpuid") }

  private func read(_ bytes: [UInt8]) throws -> PolicyDocument {
    try PolicyReader.read(bytes, source: "x")
  }

  /// The first CPU of a dump with all that it left out filled in, so that only what a test takes away
  /// is unknown.
  private func whole(_ path: String) throws -> CPUPolicy {
    var policy = try #require(try InputFile.read(path).cpus.first)
    for slot in 0..<LeafLayout.slotCount { policy.markKnown(slot: slot) }
    for index in [MSRIndex.platformInfo, .archCapabilities] where policy[msr: index] == nil {
      policy[msr: index] = 0
    }
    return policy.canonical
  }

  // MARK: xen-cpuid -p

  /// Output that ends at any line end is refused, or has each of its policies whole.
  private func checkCuts(_ bytes: [UInt8]) throws {
    let policies = try read(bytes).policies
    var refused = 0
    for end in bytes.indices where bytes[end] == 0x0a {
      guard let cut = try? read(Array(bytes[...end])) else {
        refused += 1
        continue
      }
      #expect(cut.policies == Array(policies.prefix(cut.policies.count)), "cut at byte \(end)")
    }
    #expect(refused > 10)
  }

  @Test(.enabled(if: Corpus.isPresent, "needs CPUPOLICY_CORPUS"), arguments: xenFiles)
  func cutOutputOfXen(_ path: String) throws {
    try checkCuts(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test func cutOutputOfOurs() throws {
    let policy = try whole(Fixtures.path("emulated-EPYC-Rome.txt"))
    let named = NamedPolicy(name: "raw", policy: policy)
    let bytes = PolicyWriter.write(named, as: .xenCPUID).bytes
    try checkCuts(bytes)
    let error = #expect(throws: FormatError.self) {
      try read(
        Array(
          String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            .dropLast().joined(separator: "\n").utf8))
    }
    #expect(error?.message.contains("1 MSRs were found") == true)
    #expect(error?.line == 1)
  }

  // MARK: What Xen does not keep

  /// Of the hypervisor's leaves Xen keeps the limit alone; the reader says where there is more.
  @Test func hypervisorLeaves() throws {
    func text(_ row: String) -> [UInt8] {
      let rows = "  00000000:ffffffff -> 0000000d:756e6547:6c65746e:49656e69\n  \(row)\n"
      let msrs = " MSRs:\n  000000ce -> 0000000000000000\n  0000010a -> 0000000000000000\n"
      return Array("Raw policy: 2 leaves, 2 MSRs\n CPUID:\n\(rows)\(msrs)".utf8)
    }
    #expect(throws: Never.self) {
      try read(text("40000000:ffffffff -> 00000004:00000000:00000000:00000000"))
    }
    for row in [
      "40000000:ffffffff -> 40000004:566e6558:65584d4d:4d4d566e",
      "40000000:ffffffff -> 00000004:00000001:00000000:00000000",
      "40000001:ffffffff -> 00040011:00000000:00000000:00000000",
    ] {
      let error = #expect(throws: FormatError.self) { try read(text(row)) }
      #expect(error?.line == 4 && error?.message.contains("leaf 0x4000000") == true)
    }
    var policy = try whole(Fixtures.path("emulated-EPYC-Rome.txt"))
    for slot in 0..<LeafLayout.slotCount
    where LeafLayout.place(ofSlot: slot).leaf >> 28 == 4 {
      policy[slot: slot] = LeafRegisters()
    }
    policy[leaf: 0x4000_0000] = LeafRegisters(eax: 0x4000_0001, ebx: 0x4b4d_564b)
    for format in [PolicyFormat.leaves, .xenCPUID, .migrationRecords] {
      let (bytes, dropped) = PolicyWriter.write(NamedPolicy(name: "x", policy: policy), as: format)
      #expect(
        dropped.filter { $0.hasPrefix("leaf 0x4") }
          == ["leaf 0x40000000 EAX", "leaf 0x40000000 EBX"], "\(format)")
      #expect(try read(bytes).policies[0].policy[leaf: 0x4000_0000].ebx == 0)
    }
  }

  /// Broadwell's leaf 0xc, which no manual describes, is in Xen's raw policy.
  @Test func leavesWithoutAPlace() throws {
    let text = """
      Raw policy: 2 leaves, 2 MSRs
       CPUID:
        00000000:ffffffff -> 00000014:756e6547:6c65746e:49656e69
        0000000c:ffffffff -> 00000000:00000001:00000001:00000000
       MSRs:
        000000ce -> 0000000000000000
        0000010a -> 0000000000000000
      """
    func expected(_ policy: String) -> OutsideLeaf {
      OutsideLeaf(
        of: .policy(policy), place: LeafPlace(0xc), registers: LeafRegisters(ebx: 1, ecx: 1))
    }
    let document = try read(Array(text.utf8))
    #expect(document.outside == [expected("raw")])
    // What Xen does not print is unknown: its extents end at 0xd.
    #expect(document.policies[0].policy.isKnown(leaf: 0xd))
    #expect(!document.policies[0].policy.isKnown(leaf: 0x14))
    let policy = document.policies[0].policy
    var bytes = PolicyWriter.write(NamedPolicy(name: "x", policy: policy), as: .leaves).bytes
    let at = try #require(stride(from: 0, to: bytes.count - 32, by: 24).first { bytes[$0] == 0xc })
    bytes[at + 12] = 1
    bytes[at + 16] = 1
    #expect(try read(bytes).outside == [expected("policy")])
  }

  // MARK: Records and documents

  @Test(arguments: dumps) func recordsWithoutALeaf(_ path: String) throws {
    let policy = try whole(path)
    let bytes = PolicyWriter.write(NamedPolicy(name: "x", policy: policy), as: .leaves).bytes
    let all = try read(bytes).policies[0].policy
    let leaves = (bytes.count - 32) / 24
    for index in 0..<leaves {
      let record = Array(bytes[(index * 24)..<(index * 24 + 8)])
      let place = LeafPlace(Self.word(record, 0), Self.word(record, 4))
      guard place.leaf >> 28 != 4,
        let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf)
      else { continue }
      var rest = bytes
      rest.removeSubrange((index * 24)..<(index * 24 + 24))
      guard let found = try? read(rest).policies[0].policy else { continue }
      #expect(
        !found.isKnown(slot: slot) || !all.isWithinLimits(slot: slot) && all[slot: slot].isZero,
        "\(PlaceText.leaf(place))")
    }
    let bare = try read(Array(bytes.dropLast(32))).policies[0].policy
    #expect(!bare.isKnown(msr: .archCapabilities) && !bare.isKnown(msr: .platformInfo))
  }

  private static func word(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
  }

  private static let claims: Set<String> = [
    "digest", "featureset", "features", "vendor", "family", "model", "stepping",
  ]

  @Test(arguments: dumps) func documentsWithoutALeaf(_ path: String) throws {
    let policy = try whole(path)
    guard case .object(let members) = PolicyJSON.document(NamedPolicy(name: "x", policy: policy)),
      let leaves = members.first(where: { $0.name == "leaves" })?.value.array
    else { return }
    let silent = members.filter { !Self.claims.contains($0.name) }
    func document(_ members: [JSONValue.Member], _ name: String, _ value: [JSONValue]) -> JSONValue
    {
      .object(members.map { $0.name == name ? .init(name: name, value: .array(value)) : $0 })
    }
    for index in leaves.indices {
      var rest = leaves
      let leaf = rest.remove(at: index)
      let text = leaf["leaf"]?.string ?? ""
      let number = try #require(UInt32(text.dropFirst(2), radix: 16))
      var subleaf: UInt32 = 0
      if case .integer(let value)? = leaf["subleaf"] { subleaf = UInt32(value) }
      guard number >> 28 != 4, let slot = LeafLayout.slot(number, subleaf) else { continue }
      let found = try PolicyJSON.policy(document(silent, "leaves", rest), source: "x").policy
      // Nothing shows that the last one of a list without a terminator is missing.
      let isEnd =
        index + 1 == leaves.count || leaves[index + 1]["leaf"] != leaf["leaf"]
      let isOpen = isEnd && subleaf > 0 && !LeafLayout.showsTerminator(number)
      let isListed =
        LeafLayout.block(number).map { policy.subleafCount(number) < $0.count } ?? false
      #expect(
        !found.isKnown(slot: slot) || isOpen && isListed, "\(text) \(subleaf)")
      // With what it says of its leaves it contradicts itself.
      #expect(throws: FormatError.self, "\(text) \(subleaf)") {
        try PolicyJSON.policy(document(members, "leaves", rest), source: "x")
      }
    }
    let bare = try PolicyJSON.policy(document(silent, "msrs", []), source: "x").policy
    #expect(!bare.isKnown(msr: .platformInfo))
    #expect(!bare.isKnown(msr: .archCapabilities) || !policy.has(.archCaps))
    #expect(throws: FormatError.self) {
      try PolicyJSON.policy(document(members, "msrs", []), source: "x")
    }
  }

  // MARK: Dumps

  /// A 32-bit program sees no SYSCALL on Intel; whatever has long mode has it.
  @Test(arguments: dumps) func systemCall(_ path: String) throws {
    for cpu in try InputFile.read(path).cpus where cpu.vendor == .intel && cpu.has(.lm) {
      #expect(cpu.has(.syscall))
    }
  }

  @Test func systemCallOfA32BitDump() throws {
    func cpu(_ vendor: String, _ features: String) throws -> CPUPolicy {
      let text = """
        CPUID 00000000: 00000001-\(vendor)
        CPUID 00000001: 000306F2-00000000-00000000-178BFBFF
        CPUID 80000000: 80000001-00000000-00000000-00000000
        CPUID 80000001: 00000000-00000000-00000021-\(features)
        """
      return try read(Array(text.utf8)).cpus[0]
    }
    let intel = "756E6547-6C65746E-49656E69"
    #expect(try cpu(intel, "2C100000").has(.syscall))
    #expect(try !cpu(intel, "0C100000").has(.syscall))
    #expect(try !cpu("68747541-444D4163-69746E65", "2C100000").has(.syscall))
  }

  /// A component that is offered has a size: zeros were not read from the CPU.
  @Test(arguments: dumps) func emptyStates(_ path: String) throws {
    for cpu in try InputFile.read(path).cpus {
      for component: UInt32 in 2..<63 where cpu.stateMask >> UInt64(component) & 1 != 0 {
        #expect(
          cpu[leaf: 0xd, subleaf: component].eax != 0
            || !cpu.isKnown(leaf: 0xd, subleaf: component), "component \(component)")
      }
    }
  }

  @Test func emptyState() throws {
    let text = """
      CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69
      CPUID 0000000D: 00000207-00000A88-00000A88-00000000 [SL 00]
      CPUID 0000000D: 0000000F-00000000-00000000-00000000 [SL 01]
      CPUID 0000000D: 00000100-00000240-00000000-00000000 [SL 02]
      CPUID 0000000D: 00000000-00000000-00000000-00000000 [SL 03]
      CPUID 0000000D: 00000000-00000000-00000000-00000000 [SL 09]
      """
    let cpu = try read(Array(text.utf8)).cpus[0]
    #expect(cpu.isKnown(leaf: 0xd, subleaf: 2) && cpu.isKnown(leaf: 0xd, subleaf: 3))
    #expect(!cpu.isKnown(leaf: 0xd, subleaf: 9))
  }
}
