// SPDX-License-Identifier: Apache-2.0

import Domains
import Glibc
import PolicyCore
import XenBackEnd

/// A list of a hundred domains with the digests of their policies, against the hypercalls that it takes and
/// the reads of the store, made by Xen's own libraries and by turns.
enum Lists {
  static func run() async throws {
    let ours = try XenHypervisor()
    let kinds: [GuestKind] = try ours.systemPolicies().hasHVM ? [.pv, .hvm] : [.pv]
    let names = (1...100).map { "list\($0)" }
    for (index, name) in names.enumerated() {
      let kind = kinds[index % kinds.count]
      _ = try await ours.create(DomainRequest(name: name, kind: kind, vCPUs: 1), isDryRun: false)
    }
    let bare = try BareCalls(ours.interfaceVersions)
    var times: (ours: [UInt64], calls: [UInt64], names: [UInt64]) = ([], [], [])
    var count = 0
    for _ in 0..<20 {
      times.ours.append(
        try Speed.measure { count = try DomainSummary.of(ours.domains()).count })
      var ids: [UInt16] = []
      times.calls.append(try Speed.measure { ids = try bare.list() })
      times.names.append(try Speed.measure { try bare.names(ids) })
      guard ids.count == count else { throw BareCalls.Failure(call: "count") }
    }
    let mine = times.ours.min() ?? 0
    let calls = times.calls.min() ?? 1
    let store = times.names.min() ?? 1
    print("domains|\(count)")
    print("ours|\(mine)")
    print("calls|\(calls)")
    print("names|\(store)")
    print("ratio|\(Double(mine) / Double(calls + store))")
    print("ratio to the calls|\(Double(mine) / Double(calls))")
    for name in names { try await ours.destroy(name, isDryRun: false) }
  }
}

/// The same questions without our library: libxencall and libxenstore alone.
private struct BareCalls {
  struct Failure: Error {
    var call: String
  }
  typealias Handle = UnsafeMutableRawPointer

  private let invoke: (_ number: UInt32) throws -> Void
  private let readName: (_ path: String) -> Void
  private let versions: (system: UInt32, domain: UInt32)
  private let operation: Handle
  private let elements: Handle
  private let records: Handle
  private let bytes: Int

  init(_ versions: (system: UInt32, domain: UInt32)) throws {
    guard let library = dlopen("libxencall.so.1", RTLD_NOW),
      let store = dlopen("libxenstore.so.4", RTLD_NOW) ?? dlopen("libxenstore.so.3.0", RTLD_NOW),
      let open = dlsym(library, "xencall_open"), let call = dlsym(library, "xencall1"),
      let allocate = dlsym(library, "xencall_alloc_buffer"),
      let openStore = dlsym(store, "xs_open"), let readStore = dlsym(store, "xs_read"),
      let connection = unsafeBitCast(
        open, to: (@convention(c) (Handle?, UInt32) -> Handle?).self)(nil, 0),
      let files = unsafeBitCast(
        openStore, to: (@convention(c) (UInt) -> Handle?).self)(0)
    else { throw Failure(call: "open") }
    let make = unsafeBitCast(
      allocate, to: (@convention(c) (Handle, Int) -> Handle?).self)
    guard let operation = make(connection, 144), let elements = make(connection, 256 * 112),
      let records = make(connection, 120 * 24 + 2 * 16)
    else { throw Failure(call: "allocate") }
    let one = unsafeBitCast(call, to: (@convention(c) (Handle, UInt32, UInt64) -> Int32).self)
    let read = unsafeBitCast(
      readStore,
      to: (@convention(c) (
        Handle, UInt32, UnsafePointer<CChar>, UnsafeMutablePointer<UInt32>
      ) -> Handle?).self)
    self.versions = versions
    self.operation = operation
    self.elements = elements
    self.records = records
    bytes = versions.domain < 0x14 ? 104 : 112
    invoke = { number in
      let command = operation.load(as: UInt32.self)
      guard one(connection, number, UInt64(UInt(bitPattern: operation))) >= 0 else {
        throw Failure(call: "\(number) \(command)")
      }
    }
    readName = { path in
      var length: UInt32 = 0
      free(read(files, 0, path, &length))
    }
  }

  /// All domains with their policies, address widths, counters and whether they take a policy: the calls
  /// that a list takes. The numbers that were found.
  func list() throws -> [UInt16] {
    prepare(6, versions.system)
    operation.storeBytes(of: 256, toByteOffset: 12, as: UInt32.self)
    operation.storeBytes(of: address(elements), toByteOffset: 16, as: UInt64.self)
    try invoke(35)
    var ids: [UInt16] = []
    for index in 0..<Int(operation.load(fromByteOffset: 24, as: UInt32.self)) {
      let element = elements + index * bytes
      let id = element.load(as: UInt16.self)
      let isHVM = element.load(fromByteOffset: 4, as: UInt32.self) & 2 != 0
      ids.append(id)
      try domain(82, id) {
        operation.storeBytes(of: 120, toByteOffset: 16, as: UInt32.self)
        operation.storeBytes(of: 2, toByteOffset: 20, as: UInt32.self)
        operation.storeBytes(of: address(records), toByteOffset: 24, as: UInt64.self)
        operation.storeBytes(of: address(records) + 120 * 24, toByteOffset: 32, as: UInt64.self)
      }
      if !isHVM { try domain(36, id) {} }
      guard id != 0 else { continue }
      try domain(83, id) {}
      try domain(59, id) {}
    }
    return ids
  }

  func names(_ ids: [UInt16]) throws {
    for id in ids { readName("/local/domain/\(id)/name") }
  }

  private func address(_ memory: Handle) -> UInt64 { UInt64(UInt(bitPattern: memory)) }

  private func prepare(_ command: UInt32, _ version: UInt32) {
    operation.initializeMemory(as: UInt8.self, repeating: 0, count: 144)
    operation.storeBytes(of: command, as: UInt32.self)
    operation.storeBytes(of: version, toByteOffset: 4, as: UInt32.self)
  }

  private func domain(_ command: UInt32, _ id: UInt16, _ fill: () -> Void) throws {
    prepare(command, versions.domain)
    operation.storeBytes(of: id, toByteOffset: 8, as: UInt16.self)
    fill()
    try invoke(36)
  }
}
