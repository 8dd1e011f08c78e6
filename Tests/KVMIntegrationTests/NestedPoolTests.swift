// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// Five hosts with a real kvm_amd each, of five CPUs: what they level to starts on all of them, and shows every
/// guest one CPU. Ten machines are booted: `make integration-kvm`.
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["CPUPOLICY_NESTED_POOL"] != nil,
    "CPUPOLICY_NESTED_POOL is not set: make integration-kvm sets it"),
  .enabled(if: Rig.obstacle == nil, "\(Rig.obstacle ?? "")"))
struct NestedPoolTests {
  private static let models = ["Opteron_G3", "EPYC", "EPYC-Rome", "EPYC-Milan", "max"]

  /// What machines of all models print when they run a script, by model.
  private func boot(
    _ folder: TemporaryFolder, _ script: String
  ) throws -> [(model: String, sections: [Section])] {
    let cases = folder.path + "/cases-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: cases, withIntermediateDirectories: true)
    try script.write(toFile: cases + "/run", atomically: false, encoding: .utf8)
    return try Self.models.map { model in
      let sections = try Rig.run {
        ["kvm-qemu", Rig.command, cases + "/run", $0, "300", "\(model),+svm,+npt"]
      }
      return (model, sections)
    }
  }

  @Test func oneCPUForAll() throws {
    let folder = try TemporaryFolder()
    let hosts = try boot(
      folder,
      """
      echo "== host"
      cpupolicy host show --source kvm -o json -q
      echo "== status $?"

      """)
    var files: [String] = []
    for (model, sections) in hosts {
      let host = try #require(sections.first { $0.title == "host" }, "\(model): \(sections)")
      #expect(sections.contains { $0.title == "status 0" }, "\(model)")
      files.append(try folder.file("\(model).json", host.text))
    }
    let level = try Rig.run(
      ["pool", "level"] + files + ["--to", "qemu-cpu", "--accel", "kvm", "--drop", "-q"],
      in: folder.path)
    #expect(level.status == 0, "\(level.errors)")
    // -cpu, and its value between quotes of the shell.
    let parts = level.output.split(separator: "'")
    let cpu = try #require(parts.count == 3 ? parts[1] : nil, "\(level.output)")
    print("the level of \(Self.models): -cpu \(cpu)")

    let guests = try boot(
      folder,
      """
      qemu-system-x86_64 -L /share -accel kvm -machine q35 -m 64 -cpu '\(cpu),enforce' -nodefaults \
        -display none -vga none -debugcon file:/tmp/seen -kernel /mover >/tmp/errors 2>&1 &
      for second in $(seq 100); do
        grep -q "Guest end" /tmp/seen 2>/dev/null && break
        sleep 1
      done
      echo "== seen"
      sed "/Guest end/q" /tmp/seen
      echo "== errors"
      cat /tmp/errors

      """)
    var reports: [(model: String, text: String)] = []
    for (model, sections) in guests {
      let seen = try #require(sections.first { $0.title == "seen" }, "\(model): \(sections)")
      let errors = sections.first { $0.title == "errors" }?.text ?? ""
      let report = SeenCPU(seen.text + "\n")
      #expect(report != nil, "\(model): the guest says nothing: \(errors)")
      reports.append((model, seen.text))
    }
    let first = try #require(reports.first)
    for (model, text) in reports.dropFirst() {
      let differences = Set(text.split(separator: "\n"))
        .symmetricDifference(first.text.split(separator: "\n"))
      #expect(differences.isEmpty, "\(model) beside \(first.model): \(differences.sorted())")
    }
    #expect(reports.count == Self.models.count)
  }
}
