// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import LibvirtBackEnd
import PolicyFormats
import QEMUBackEnd
import Synchronization

/// Who says what a named CPU model means, for every input of the command.
struct ModelOptions: ParsableArguments {
  @Option(help: "The QEMU that says what named CPU models mean; its path.")
  var emulator: String?
  @Option(help: "The machine type for it, where an input names none, e.g. pc-q35-7.2.")
  var machine: String?
  @Option(help: "The accelerator for it, where an input names none: kvm or tcg.")
  var accel: String?
  @Option(help: "libvirt's folder of CPU models; left out: the installed one.")
  var cpuMap: String?
  @Flag(help: "Start no emulator to ask it about CPU models.")
  var noProbe = false

  private static let chosen = Mutex(ModelOptions?.none)
  /// libvirt's map, with what was read of it.
  private static let map = Mutex(CPUMapAuthority?.none)

  func validate() throws { Self.chosen.withLock { $0 = self } }

  /// Gives a named model its meaning, where an authority is at hand.
  ///
  /// The emulator comes first, because it makes the guest's CPU; then libvirt's `cpu_map`, which says what
  /// libvirt takes a model for. Without either the model stays unknown, and how to ask is told.
  static func settle(_ document: inout PolicyDocument, _ path: String) throws {
    let options = chosen.withLock { $0 }
    // Several CPUs of one input, each by itself.
    try document.settleEach { request in try options?.askEmulator(request, path) }
    guard let request = document.request else { return }
    // Next to libvirt's own models only its map says what a list comes to.
    if !request.isDifference, let resolved = try options?.askEmulator(request, path) {
      document.settle(resolved)
      return
    }
    try settleByMap(&document, request, options?.cpuMap)
    // What is still a request has no answer.
    if document.request != nil, let remedy = remedy(request) { document.notes.append(remedy) }
  }

  /// What libvirt's map makes of the request. A name that it does not have leaves the request as it is: the
  /// form may be of a newer libvirt.
  private static func settleByMap(
    _ document: inout PolicyDocument, _ request: ModelRequest, _ folder: String?
  ) throws {
    do {
      let resolved = try map.withLock { map in
        if map == nil { map = CPUMapAuthority(path: folder) }
        return try map?.resolve(request)
      }
      if let resolved { document.settle(resolved) }
    } catch let error as UnknownCPUFeature {
      document.notes.append("\(error)")
    }
  }

  /// What an emulator says. What goes wrong ends the command where the user named the emulator, and is told
  /// and passed over where it was only found.
  private func askEmulator(_ request: ModelRequest, _ path: String) throws -> ResolvedModel? {
    guard !noProbe, request.model != nil || request.choice != .named else { return nil }
    let named = request.machine.emulator
    let own = emulator == nil ? named.flatMap(EmulatorAuthority.trusted) : nil
    if emulator == nil, own == nil, let named {
      Console.note(
        "\(path): its emulator \(named) is not there, or not root's alone, and is not started; "
          + "--emulator names one")
    }
    guard let program = emulator ?? own ?? EmulatorAuthority.installed else { return nil }
    let authority = EmulatorAuthority(
      program: program, machine: machine, accelerator: accel, timeLimit: Patience.seconds * 1000,
      cache: .ofUser)
    do {
      return try authority.resolve(request)
    } catch {
      let isAsked = emulator != nil || machine != nil || accel != nil
      guard !isAsked else { throw CommandFailure(.unavailable, "\(path): \(error)") }
      Console.note("\(path): \(error)")
      return nil
    }
  }

  /// The installed map, or the one that is named; nil where there is none.
  static func installedMap() -> CPUMapAuthority? {
    CPUMapAuthority(path: chosen.withLock { $0 }?.cpuMap)
  }

  /// What the emulator of a libvirt domain makes of its CPU. One that cannot be asked is no refusal.
  static func answer(to request: ModelRequest) -> DomainJudge.Answer {
    do {
      return try chosen.withLock { $0 }?.askEmulator(request, "libvirt").map { .resolved($0) }
        ?? .nobody(nil)
    } catch {
      return .nobody("\(error)")
    }
  }

  /// What models have, for a form that names one; nil where nobody can be asked.
  static func catalogue(for format: PolicyFormat) throws -> ModelCatalogue? {
    let naming: [PolicyFormat] = [.libvirtCPU, .proxmox, .nova, .kubevirt]
    guard naming.contains(format), let options = chosen.withLock({ $0 }), !options.noProbe,
      let program = options.emulator ?? EmulatorAuthority.installed
    else { return nil }
    do {
      return try EmulatorAuthority(
        program: program, machine: options.machine, timeLimit: Patience.seconds * 1000
      ).catalogue()
    } catch {
      guard options.emulator == nil else { throw CommandFailure(.unavailable, "\(error)") }
      Console.note("\(error)")
      return nil
    }
  }

  /// How the request would be answered elsewhere.
  private static func remedy(_ request: ModelRequest) -> String? {
    switch request.choice {
    case .hostModel:
      "what host-model comes to, libvirt decides on its host: give what "
        + "`virsh dumpxml --inactive --update-cpu DOMAIN` prints there"
    case .named where request.model == nil: nil
    case .named where request.isDifference:
      "libvirt's own cpu_map says what it has: --cpu-map names one"
    default:
      "to know what it has, name an emulator with --emulator, or give the reply of one: "
        + "query-cpu-model-expansion with type full"
    }
  }
}
