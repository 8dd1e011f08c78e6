// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import QEMUBackEnd
import XenBackEnd

/// The fuzzer's entry: the input goes to the reader that `FUZZ_READER` names.
///
/// Nothing may crash, hang or take unbounded memory; what is read must survive being written.
@c(LLVMFuzzerTestOneInput)
public func fuzzOneInput(_ data: UnsafePointer<UInt8>, _ size: Int) -> Int32 {
  guard size > 0 else { return 0 }
  Target.chosen(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}

extension Target {
  /// What is no form of a policy.
  private static let others: [(name: String, run: @Sendable ([UInt8]) -> Void)] = [
    ("recognised", { read($0, nil) }), ("options", options), ("records", records),
    ("host-facts", document), ("domain", document), ("qmp", machine), ("policies", policies),
    ("compressed", compressed),
  ]

  /// Everything that can be chosen: the readers of all forms, and the others.
  private static let all: [(name: String, run: @Sendable ([UInt8]) -> Void)] =
    PolicyCodec.all.map(\.format).map { format in (format.rawValue, { read($0, format) }) } + others

  /// The target that `FUZZ_READER` names; `names` prints all of them.
  static let chosen: @Sendable ([UInt8]) -> Void = {
    let name = ProcessInfo.processInfo.environment["FUZZ_READER"] ?? ""
    if name == "names" {
      print(all.map(\.name).joined(separator: "\n"))
      return { _ in }
    }
    guard let target = all.first(where: { $0.name == name }) else {
      fatalError("FUZZ_READER names no reader: \(name)")
    }
    return target.run
  }()
}

enum Target {
  /// A reader of outside forms; every policy it gives is written and read again.
  static func read(_ bytes: [UInt8], _ format: PolicyFormat?) {
    guard let document = try? PolicyReader.read(bytes.span, source: "fuzz", format: format) else {
      return
    }
    for policy in document.cpus.prefix(2) + document.policies.prefix(2).map(\.policy) {
      let named = NamedPolicy(name: "fuzz", policy: policy)
      let (json, _) = PolicyWriter.write(named, as: .json)
      guard let again = try? PolicyReader.read(json.span, source: "fuzz", format: .json) else {
        fatalError("our own document is refused")
      }
      precondition(
        again.policies[0].policy.canonical == policy.canonical, "our own document differs")
    }
  }

  /// The option grammars.
  static func options(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try? CPUIDOption(parsing: text)
    _ = XenCommandLine(text)
    if let setting = try? XLSetting(parsing: text) {
      _ = try? XLSetting(parsing: setting.listText)
    }
  }

  /// Records as a hypercall brings them: read, written, and read again.
  static func records(_ bytes: [UInt8]) {
    var leaves: [WireLeaf] = []
    for start in stride(from: 0, to: bytes.count - 23, by: 24) {
      let words = (0..<6).map { index in
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + index * 4 + $1]) << UInt32(8 * $1) }
      }
      leaves.append(
        WireLeaf(
          LeafPlace(words[0], words[1]),
          LeafRegisters(eax: words[2], ebx: words[3], ecx: words[4], edx: words[5])))
    }
    var policy = CPUPolicy()
    guard (try? policy.readLeaves(leaves.span)) != nil else { return }
    policy.clearStaleLeaves()
    var written = [WireLeaf](repeating: WireLeaf(), count: ServedABI.xen.maxLeaves)
    var span = written.mutableSpan
    guard let count = try? policy.writeLeaves(to: &span) else { fatalError("too many leaves") }
    var again = CPUPolicy()
    let part = Array(written.prefix(count))
    guard (try? again.readLeaves(part.span, strictness: .strict)) != nil else {
      fatalError("our own records are refused")
    }
  }

  /// What gzip or xz packed, into little room.
  static func compressed(_ bytes: [UInt8]) {
    let most = 1 << 16
    guard let text = try? CompressedInput.unpacked(bytes, source: "fuzz", most: most) else {
      return
    }
    precondition(text.count <= max(most, bytes.count), "more than there was room for")
  }

  /// A document of ours, such as `host facts` prints or the store keeps: what is read is written,
  /// read again, and comes out the same.
  static func document(_ bytes: [UInt8]) {
    func read(_ value: JSONValue) -> Document? {
      try? Document(reading: value, source: "fuzz")
    }
    guard let input = try? JSONValue(parsing: bytes, source: "fuzz"), let document = read(input)
    else { return }
    let written = document.json
    guard let again = read(written) else { fatalError("our own document is refused") }
    precondition(again.json.text == written.text, "our own document differs")
  }

  /// What a running QEMU says on its socket, greeting and answers in a row.
  static func machine(_ bytes: [UInt8]) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { return }
    defer { close(ends[1]) }
    _ = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    shutdown(ends[1], Int32(SHUT_WR))
    guard var client = try? QMPClient(connected: ends[0], timeLimit: 1000) else { return }
    _ = try? QEMUMachine(asking: &client)
  }

  /// Any bytes as a policy: derivation, audit, topology and view must hold.
  static func policies(_ bytes: [UInt8]) {
    var policy = CPUPolicy()
    for (index, byte) in bytes.enumerated() {
      let slot = index / 16
      guard slot < LeafLayout.slotCount, let register = Register(rawValue: UInt8(index / 4 % 4))
      else { break }
      policy[slot: slot][register] |= UInt32(byte) << UInt32(8 * (index % 4))
    }
    let policies = SystemPolicies(facts: HostFacts(boot: policy))
    let own = policies.hvmDefault
    var context = AuditContext(kind: .hvm)
    context.hiddenFeatures = own.hiddenFeatures
    let auditor = Auditor(bound: policies.hvmMax, context: context)
    precondition(auditor.accepts(own), "a host's own default is refused")
    _ = auditor.accepts(policy)
    var topology = TopologyAudit(of: policy)
    topology.forEachViolation { _ in }
    guard let shape = try? Topology(sockets: 2, dies: 2, cores: 3, threads: 2) else { return }
    var domain = policy
    try? domain.apply(
      shape, leaves: TopologyLeaves(maxBasicLeaf: 0x1f, maxExtendedLeaf: 0x8000_0026))
    let view = GuestView(policy: domain, topology: shape, kind: .hvm)
    for leaf in [0, 1, 4, 7, 0xb, 0xd, 0x1f, 0x8000_0001, 0x8000_001e, 0xffff_ffff] as [UInt32] {
      _ = view.read(leaf, UInt32(bytes[0]), by: VirtualCPUState(number: UInt32(bytes.count)))
    }
  }
}
