// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import LibvirtBackEnd
import PolicyFormats
import QEMUBackEnd
import Synchronization

/// Who says what a named CPU model means, for every input of the command.
struct ModelOptions: ParsableArguments {
  @Option(
    help: "The QEMU that says what named CPU models mean: its path, or a file with its answers.",
    completion: Offers.files)
  var emulator: String?
  @Option(help: "The machine type for it, where an input names none, e.g. pc-q35-7.2.")
  var machine: String?
  @Option(help: "The accelerator for it, where an input names none: kvm or tcg.")
  var accel: String?
  @Option(
    help: "libvirt's folder of CPU models; left out: the installed one.", completion: Offers.folders
  )
  var cpuMap: String?
  @Flag(help: "Start no emulator to ask it about CPU models.")
  var noProbe = false

  private static let chosen = Mutex(ModelOptions?.none)
  /// libvirt's map, with what was read of it.
  private static let map = Mutex(CPUMapAuthority?.none)
  /// Answers of an emulator elsewhere, by the file that holds them.
  private static let recorded = Mutex([String: RecordedEmulator]())

  func validate() throws { Self.chosen.withLock { $0 = self } }

  /// Gives a named model its meaning, where an authority is at hand.
  ///
  /// The emulator comes first, because it makes the guest's CPU; then libvirt's `cpu_map`, which says what
  /// libvirt takes a model for. Without either the model stays unknown, and how to ask is told.
  static func settle(_ document: inout PolicyDocument, _ path: String) throws {
    var notes: [String] = []
    // Several CPUs of one input, each by itself.
    try document.settleEach { request in try meaning(of: request, path, &notes) }
    if let request = document.request {
      if let resolved = try meaning(of: request, path, &notes) {
        document.settle(resolved)
      } else if let remedy = remedy(request) {
        notes.append(remedy)
      }
    }
    document.notes += notes
  }

  /// What the model of a request is without anything on top, as the same authority says.
  static func bareMeaning(of request: ModelRequest, _ path: String) -> ResolvedModel? {
    var bare = ModelRequest(request.world, model: request.model)
    (bare.choice, bare.machine) = (request.choice, request.machine)
    bare.isDifference = request.isDifference
    var notes: [String] = []
    let options = chosen.withLock { $0 }
    if !bare.isDifference, let own = (try? options?.answer(to: bare, path)) ?? nil { return own }
    return (try? meaning(of: bare, path, &notes)) ?? nil
  }

  /// Nil where nobody can be asked.
  private static func meaning(
    of request: ModelRequest, _ path: String, _ notes: inout [String]
  ) throws -> ResolvedModel? {
    // Next to libvirt's own models only its map says what a list comes to.
    if !request.isDifference, let options = chosen.withLock({ $0 }),
      var resolved = try options.askEmulator(request, path)
    {
      resolved.modelVendor = vendor(of: request)
      return resolved
    }
    do {
      return try withMap { try $0.resolve(request) } ?? nil
    } catch let error as UnknownCPUFeature {
      // The form may be of a newer libvirt.
      notes.append("\(error)")
      return nil
    }
  }

  /// Whose CPU a model is, by libvirt's map, which calls most of them as QEMU does.
  private static func vendor(of request: ModelRequest) -> String? {
    guard let name = request.model else { return nil }
    return (try? withMap { try $0.vendor(of: name) }) ?? nil
  }

  /// Works with libvirt's map; nil where there is none.
  private static func withMap<T: Sendable>(
    _ body: @Sendable (inout CPUMapAuthority) throws -> T
  ) throws -> T? {
    let usual = installedMap()
    return try map.withLock { map in
      guard var own = map ?? usual else { return nil }
      defer { map = own }
      return try body(&own)
    }
  }

  /// What an emulator says. What goes wrong ends the command where the user named the emulator, and is told
  /// and passed over where it was only found.
  private func askEmulator(_ request: ModelRequest, _ path: String) throws -> ResolvedModel? {
    guard request.model != nil || request.choice != .named else { return nil }
    // What libvirt switches off by itself. A map that cannot be read is told where it is asked for more.
    let passed = (try? Self.withMap { try $0.asPassed(request) }) ?? nil
    guard var resolved = try answer(to: passed?.request ?? request, path) else { return nil }
    resolved.leftOut = passed?.leftOut ?? []
    return resolved
  }

  private func answer(to request: ModelRequest, _ path: String) throws -> ResolvedModel? {
    if let emulator, let recorded = try Self.recorded(emulator) {
      do {
        return try recorded.resolve(request)
      } catch {
        throw CommandFailure(.unavailable, "\(path): \(error)")
      }
    }
    guard !noProbe else { return nil }
    let named = request.machine.emulator
    let own = emulator == nil ? named.flatMap(EmulatorAuthority.trusted) : nil
    if emulator == nil, own == nil, let named {
      Console.note(
        "\(path): its emulator \(named) is not there, or not root's alone, and is not started; "
          + "--emulator names one")
    }
    guard let program = emulator ?? own ?? EmulatorAuthority.installed else { return nil }
    let authority = EmulatorAuthority(
      program: program, machine: machine, accelerator: accelerator(request, path),
      timeLimit: Patience.seconds * 1000, cache: .ofUser)
    do {
      var resolved = try authority.resolve(request)
      // Who names the guest's own QEMU has it asked; what KVM gives is still this host's.
      if emulator != nil, resolved?.isOfHost == false { resolved?.onlyHere = nil }
      return resolved
    } catch {
      let isAsked = emulator != nil || machine != nil || accel != nil
      guard !isAsked else { throw CommandFailure(.unavailable, "\(path): \(error)") }
      Console.note("\(path): \(error)")
      return nil
    }
  }

  /// The accelerator for a request that names none, or several: then the first that this machine has.
  private func accelerator(_ request: ModelRequest, _ path: String) -> String? {
    let several = request.machine.accelerators
    guard accel == nil, !several.isEmpty else { return accel }
    let chosen = EmulatorAuthority.first(of: several)
    Console.note(
      "\(path): QEMU takes the first of \(several.joined(separator: ", ")) that its host has: \(chosen) is "
        + "asked about here, and --accel names another")
    return chosen
  }

  /// The answers of a file that is no program; nil for a program.
  private static func recorded(_ path: String) throws -> RecordedEmulator? {
    try recorded.withLock { known in
      if let answers = known[path] { return answers }
      guard RecordedEmulator.isFile(path) else { return nil }
      let answers = try RecordedEmulator(InputFile.contents(of: path), source: path)
      known[path] = answers
      return answers
    }
  }

  /// The installed map, or the one that is named; nil where there is none.
  static func installedMap() -> CPUMapAuthority? {
    CPUMapAuthority(path: chosen.withLock { $0 }?.cpuMap)
  }

  /// Whether the user says which emulator is meant.
  static var namesEmulator: Bool { chosen.withLock { $0?.emulator != nil } }

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
  ///
  /// What an emulator gives counts. Of libvirt's forms its map says which models there are, for which CPUs, and
  /// without an emulator what they have.
  static func catalogue(for format: PolicyFormat) throws -> ModelCatalogue? {
    let ofLibvirt: [PolicyFormat] = [.libvirtCPU, .nova, .kubevirt]
    guard ofLibvirt.contains(format) || format == .proxmox else { return nil }
    let emulated = try chosen.withLock { $0 }?.emulatedModels()
    guard ofLibvirt.contains(format),
      let map = try installedMap().map({ try CPUMap(path: $0.path) })
    else { return emulated }
    guard let emulated else { return map.catalogue }
    return map.naming(emulated) ?? emulated
  }

  private func emulatedModels() throws -> ModelCatalogue? {
    do {
      if let emulator, let recorded = try Self.recorded(emulator) {
        return try recorded.catalogue()
      }
      guard !noProbe, let program = emulator ?? EmulatorAuthority.installed else { return nil }
      return try EmulatorAuthority(
        program: program, machine: machine, timeLimit: Patience.seconds * 1000
      ).catalogue()
    } catch {
      guard emulator == nil else { throw CommandFailure(.unavailable, "\(error)") }
      Console.note("\(error)")
      return nil
    }
  }

  /// How the request would be answered elsewhere.
  static func remedy(_ request: ModelRequest) -> String? {
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
