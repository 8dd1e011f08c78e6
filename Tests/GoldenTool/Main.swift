// SPDX-License-Identifier: Apache-2.0

import Foundation
import GoldenSupport
import Hosts
import KVMBackEnd
import PolicyCore
import PolicyFormats
import PolicyText

/// `golden pin` writes what is derived today into `Tests/Golden`, and says what changes.
/// `golden add NAME DUMP TITLE` makes a golden of a dump's registers; of this machine and its KVM
/// for `kvm` as the dump.
@main
enum Main {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("pin", 1): try pin()
    case ("add", 4): try add(arguments[1], arguments[2], arguments[3])
    default:
      print("usage: golden pin | golden add NAME DUMP|kvm TITLE")
      exit(64)
    }
  }

  private static func pin() throws {
    for name in Goldens.names {
      let result = try GoldenResult(try Goldens.cpu(name))
      let file = Goldens.file(name, "policies")
      if FileManager.default.fileExists(atPath: file.path) {
        for difference in result.differences(from: try Goldens.pinned(name, like: result)) {
          print("\(name): \(difference)")
        }
      } else {
        print("\(name): new")
      }
      try result.text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  private static func add(_ name: String, _ source: String, _ title: String) throws {
    var cpu = GoldenCPU(name: name)
    cpu.title = title
    cpu.origin = .real
    let host: HostDescription
    if source == "kvm" {
      host = try .ofKVM()
      cpu.kernel = host.kernelOffer.map { GoldenRegisters(recorded: $0.policy) }
    } else {
      let document = try InputFile.read(source)
      guard let described = HostDescription(name: name, document: document) else {
        throw GoldenError("\(source): no CPU")
      }
      host = described
    }
    let boot = GoldenRegisters(recorded: host.boot)
    // Of CPUs that differ in features, the first one stands for all.
    cpu.cpus = [boot] + host.cpus.map { boot.differing($0) }.filter { $0 != boot }.prefix(1)
    if host.boot[msr: .ia32BiosSignId] == nil, let microcode = host.facts.microcode {
      cpu.facts.append((name: "microcode", value: Hex.word(microcode)))
    }
    let again = try cpu.host()
    for difference in PolicyDifference.between(host.boot, again.boot) {
      print("\(name): not as recorded: \(difference)")
    }
    try cpu.text.write(to: Goldens.file(name, "cpu"), atomically: true, encoding: .utf8)
  }
}
