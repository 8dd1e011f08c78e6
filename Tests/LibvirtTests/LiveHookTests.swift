// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// The hook in a real libvirt's way: `make integration-libvirt`.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] != nil,
    "CPUPOLICY_LIBVIRT is not set: Integration/libvirt/rig.sh sets it"))
struct LiveHookTests {
  private let folder: TemporaryFolder
  private let address = ProcessInfo.processInfo.environment["CPUPOLICY_LIBVIRT"] ?? ""
  private let store = ProcessInfo.processInfo.environment["CPUPOLICY_BOOT_POLICIES"] ?? ""
  private let command = Fixtures.root.appending(path: ".build/debug/cpupolicy").path

  init() throws { folder = try TemporaryFolder() }

  private func start(_ words: [String], _ output: String) throws -> Process {
    try folder.start(words, saying: output)
  }

  private func virsh(_ words: String...) throws -> (isDone: Bool, text: String) {
    try folder.virsh(words)
  }

  /// A guest with all that its QEMU can give is restored as it booted, and not as another one: libvirt by
  /// itself says nothing of it.
  @Test func restoring() throws {
    let watch = try start(
      ["stdbuf", "-oL", command, "domain", "watch", "--connect", address, "--store", store], "watch"
    )
    defer { watch.terminate() }
    Thread.sleep(forTimeInterval: 1)
    let file = try folder.file(
      "domain.xml",
      """
      <domain type='qemu'><name>restored</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
      <os><type arch='x86_64' machine='q35'>hvm</type></os><cpu mode='maximum'/></domain>
      """)
    #expect(try virsh("define", file).isDone && virsh("start", "restored").isDone)
    defer { _ = try? virsh("destroy", "restored") }
    let uuid = try virsh("domuuid", "restored").text.trimmingCharacters(in: .whitespacesAndNewlines)
    let kept = "\(store)/\(uuid).json"
    for _ in 0..<50 where !FileManager.default.fileExists(atPath: kept) {
      Thread.sleep(forTimeInterval: 0.1)
    }
    let image = folder.path + "/image"
    #expect(try virsh("save", "restored", image).isDone)
    let same = try virsh("restore", image)
    #expect(same.isDone, "\(same.text)")
    #expect(try virsh("save", "restored", image).isDone)
    // As if it had booted where there is no AVX.
    let text = try String(contentsOfFile: kept, encoding: .utf8)
    try Self.withoutAVX(text).write(toFile: kept, atomically: true, encoding: .utf8)
    let other = try virsh("restore", image)
    #expect(!other.isDone && other.text.contains("gains avx"), "\(other.text)")
    try text.write(toFile: kept, atomically: true, encoding: .utf8)
    #expect(try virsh("restore", image).isDone)
  }

  /// A Domain document with the AVX bit off, and without what is said of its registers.
  private static func withoutAVX(_ text: String) throws -> String {
    var document =
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    var policy = document["policy"] as? [String: Any] ?? [:]
    for claim in ["digest", "featureset", "features"] { policy[claim] = nil }
    policy["leaves"] = (policy["leaves"] as? [[String: Any]] ?? []).map { leaf in
      guard leaf["leaf"] as? String == "0x00000001", let ecx = leaf["ecx"] as? String,
        let value = UInt32(ecx.dropFirst(2), radix: 16)
      else { return leaf }
      var leaf = leaf
      leaf["ecx"] = "0x" + String(format: "%08x", value & ~(1 << 28))
      return leaf
    }
    document["policy"] = policy
    return String(decoding: try JSONSerialization.data(withJSONObject: document), as: UTF8.self)
  }
}
