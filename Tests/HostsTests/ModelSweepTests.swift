// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText
import Synchronization
import TestSupport
import Testing

@testable import QEMUBackEnd

/// Every model of an emulator, as it is and with settings: what the authority says is what a machine has.
@Suite(
  .enabled(if: RunningQEMU.program != nil, "qemu-system-x86_64 is not installed: nothing was run"),
  .serialized)
struct ModelSweepTests {
  @Test("Every model under TCG, on the newest machine and on an old one", arguments: [false, true])
  func emulated(isOld: Bool) throws {
    let program = try #require(RunningQEMU.program)
    let machine = isOld ? try ModelSweep.oldMachine(of: program) : "q35"
    let result = try ModelSweep(program: program, machine: machine, accelerator: "tcg").run()
    #expect(result.differences.isEmpty, "\(machine): \(result.differences.prefix(10))")
    #expect(result.compared >= 100, "\(result.compared), not started: \(result.notStarted)")
  }

  @Test(
    "Every model that this KVM starts",
    .enabled(if: access("/dev/kvm", R_OK | W_OK) == 0, "/dev/kvm does not open: nothing was run"))
  func virtualised() throws {
    let program = try #require(RunningQEMU.program)
    let result = try ModelSweep(program: program, machine: "q35", accelerator: "kvm").run()
    #expect(result.differences.isEmpty, "\(result.differences.prefix(10))")
    #expect(result.compared >= 30, "\(result.compared), not started: \(result.notStarted)")
  }

  /// QEMU's own words for what is wrong.
  @Test func refusals() throws {
    let program = try #require(RunningQEMU.program)
    let authority = EmulatorAuthority(program: program, accelerator: "tcg")
    func error(_ model: String, _ settings: ModelRequest.Setting...) -> EmulatorError? {
      var request = ModelRequest(.qemu, model: model)
      request.settings = settings
      do {
        _ = try authority.resolve(request)
        return nil
      } catch {
        return error as? EmulatorError
      }
    }
    guard case .unknownModel("Nosuch", _)? = error("Nosuch"),
      case .unknownProperty("x.y", "Haswell", _)? = error("Haswell", .init("x.y", .bool(true))),
      case .refused? = error("Haswell", .init("avx", .string("maybe"))),
      case .refused? = error("Haswell", .init("family", .string("4000"))),
      case .otherAccelerator("host", _)? = error("host")
    else {
      Issue.record("a refusal is not what it was")
      return
    }
    #expect(error("Haswell", .init("family", .string("0xf"))) == nil)
    var request = ModelRequest(.qemu, model: "Haswell")
    request.machine.type = "no-such-machine"
    #expect {
      _ = try authority.resolve(request)
    } throws: { error in
      if case .ended(program, let reason)? = error as? EmulatorError {
        reason.contains("machine type")
      } else {
        false
      }
    }
  }

  /// What libvirt leaves to the host is on where the accelerator has it.
  @Test func optionalFeatures() throws {
    let program = try #require(RunningQEMU.program)
    let authority = EmulatorAuthority(program: program, accelerator: "tcg")
    var request = ModelRequest(.libvirt, model: "Nehalem")
    request.optional = [.avx512f, .rdrand]
    request.required = [.avx512bw]
    request.disabled = [.popcnt]
    let resolved = try #require(try authority.resolve(request))
    let features = try #require(resolved.partial.features)
    #expect(features.contains(.rdrand) && !features.contains(.avx512f))
    #expect(!features.contains(.popcnt) && !features.contains(.avx512bw))
    #expect(resolved.withheld.contains("avx512bw") && !resolved.withheld.contains("avx512f"))
  }
}

/// The releases of QEMU that `Integration/qemu/fetch.sh` has unpacked: `make test-releases`.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["CPUPOLICY_RELEASES"] != nil,
    "CPUPOLICY_RELEASES is not set: make test-releases sets it"),
  .serialized)
struct ModelReleaseTests {
  private static func program(_ suite: String) -> String {
    Fixtures.root.appending(path: ".build/qemu/\(suite)/qemu-system-x86_64").path
  }

  private static func isThere(_ suite: String) -> Bool { access(program(suite), X_OK) == 0 }

  @Test(
    "Every model of Debian 13's QEMU",
    .enabled(if: isThere("trixie"), "Debian's trixie is not unpacked: nothing was run"))
  func trixie() throws { try sweep("trixie") }

  @Test(
    "Every model of the QEMU in Debian 13's backports",
    .enabled(
      if: isThere("trixie-backports"),
      "Debian's trixie-backports is not unpacked: nothing was run"))
  func backports() throws { try sweep("trixie-backports") }

  private func sweep(_ suite: String) throws {
    let program = Self.program(suite)
    var runs = [("q35", "tcg"), (try ModelSweep.oldMachine(of: program), "tcg")]
    if access("/dev/kvm", R_OK | W_OK) == 0 {
      runs.append(("q35", "kvm"))
    } else {
      print("\(suite): /dev/kvm does not open, so nothing was run under KVM")
    }
    for (machine, accelerator) in runs {
      let result = try ModelSweep(
        program: program, machine: machine, accelerator: accelerator
      ).run()
      print(
        "\(suite), \(machine), \(accelerator): \(result.compared) CPUs compared, "
          + "\(result.notStarted.count) not started")
      #expect(result.differences.isEmpty, "\(machine): \(result.differences.prefix(10))")
      #expect(result.compared >= (accelerator == "tcg" ? 100 : 30))
    }
  }
}

/// What the authority says of each model of an emulator, next to a machine with that CPU.
struct ModelSweep {
  var program: String
  var machine: String
  var accelerator: String

  struct Result {
    var compared = 0
    var notStarted: [String] = []
    var differences: [String] = []
  }

  /// Settings that every fifth model is tried with, in turn: what some have and others lack.
  private static let settings = [
    "+avx512f,-sse4.1", "-avx,+xsaves,phys-bits=46", "+topoext,+pku,-lm",
    "+svm,+pcid,-popcnt,level=13",
    "+rdrand,-x2apic,+la57,phys-bits=52", "vendor=AuthenticAMD,+amx-tile,-cx16",
  ]

  /// QEMU shows these by the number of CPUs and by what the guest does.
  private static let free: FeatureSet = [.htt, .cmpLegacy, .osxsave, .ospke]

  func run() throws -> Result {
    var session = try session()
    let models = (try session.ask("query-cpu-definitions").array ?? [])
      .compactMap { $0["name"]?.string }.filter { accelerator == "kvm" || $0 != "host" }
    var arguments = models
    for (index, model) in models.enumerated() where index % 5 == 0 {
      arguments.append(model + "," + Self.settings[index / 5 % Self.settings.count])
    }
    let all = arguments
    let result = Mutex(Result())
    // Two at a time, each with a conversation of its own for its half.
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      do {
        var probe = try EmulatorProbe(program, machineAround, timeLimit: 600_000)
        for (index, argument) in all.enumerated() where index % 2 == half {
          try compare(argument, &probe, result)
        }
      } catch {
        result.withLock { $0.differences.append("\(error)") }
      }
    }
    return result.withLock { $0 }
  }

  private var machineAround: EmulatorSession.Machine {
    EmulatorSession.Machine(type: machine, accelerator: accelerator)
  }

  private func session(cpu: String? = nil) throws(EmulatorError) -> EmulatorSession {
    try EmulatorSession(starting: program, machineAround, cpu: cpu, timeLimit: 60_000)
  }

  private func compare(
    _ argument: String, _ probe: inout EmulatorProbe, _ result: borrowing Mutex<Result>
  ) throws {
    let document = try PolicyReader.read(Array("-cpu \(argument)\n".utf8), source: argument)
    // Without any feature, a model needs no authority.
    guard let request = document.request else { return }
    guard let question = EmulatorQuestion(request, accelerator: accelerator) else { return }
    let resolved = try probe.answer(question).resolved(for: request, question)
    var session: EmulatorSession
    do {
      session = try self.session(cpu: argument)
    } catch {
      // CPUs without long mode have no width of their own; KVM refuses what it has no register for.
      let isRefused = argument.contains("phys-bits") || accelerator == "kvm"
      result.withLock {
        if isRefused { $0.notStarted.append(argument) } else { $0.differences.append("\(error)") }
      }
      return
    }
    let machine = try QEMUMachine(asking: &session.client)
    let found = differences(resolved, machine.cpus[0])
    result.withLock {
      $0.compared += 1
      if !found.isEmpty { $0.differences.append("\(argument): \(found)") }
    }
  }

  /// Everything in which they differ: features, numbers, what is withheld.
  private func differences(_ resolved: ResolvedModel, _ cpu: QEMUMachine.VirtualCPU) -> [String] {
    var result: [String] = []
    guard let said = resolved.partial.features, let has = cpu.policy.features else {
      return ["features are unknown: \(resolved.notes)"]
    }
    var withheld = FeatureSet()
    for name in resolved.withheld {
      if let feature = OtherName.named(name, .qemu)?.feature { withheld.insert(feature) }
    }
    for word in 0..<Feature.wordCount {
      let free = Self.free[word: word]
      if (said[word: word] ^ has[word: word]) & ~free != 0 {
        result.append("word \(word): \(hex(said[word: word])), \(hex(has[word: word]))")
      }
      if case .leaf = Feature(word: word, bit: 0).place,
        (withheld[word: word] ^ cpu.withheld[word: word]) & ~free != 0
      {
        result.append(
          "withheld \(word): \(hex(withheld[word: word])), \(hex(cpu.withheld[word: word]))")
      }
    }
    for entry in resolved.partial.fields {
      guard let value = cpu.policy.value(of: entry.field) else { continue }
      if value != entry.value {
        result.append("\(entry.field.name): \(entry.value), \(value)")
      }
    }
    return result
  }

  private func hex(_ word: UInt32) -> String { String(word, radix: 16) }

  /// An old machine type of the older chipset.
  static func oldMachine(of program: String) throws -> String {
    var session = try EmulatorSession(
      starting: program, .init(type: "q35", accelerator: "tcg"), timeLimit: 30_000)
    let names = (try session.ask("query-machines").array ?? []).compactMap { $0["name"]?.string }
      .filter { $0.hasPrefix("pc-i440fx-") }
    if names.contains("pc-i440fx-2.12") { return "pc-i440fx-2.12" }
    func release(_ name: String) -> WorldRelease {
      WorldRelease(name.dropFirst("pc-i440fx-".count)) ?? WorldRelease(major: .max, minor: 0)
    }
    return try #require(names.min { release($0) < release($1) })
  }
}
