// SPDX-License-Identifier: Apache-2.0

import Glibc
import PolicyFormats
import PolicyText

/// QEMU as the authority on its models: it is started, stopped before the first instruction, and asked.
///
/// The answer is what QEMU's `query-cpu-model-expansion` says with the settings of the request, without what
/// the accelerator does not give. QEMU does not leave out what depends on a feature that is off, and neither does
/// the answer.
public struct EmulatorAuthority: ModelAuthority {
  /// The program.
  public var program: String
  /// The machine type where a request names none.
  public var machine: String
  /// The accelerator where a request names none: `kvm` or `tcg`.
  public var accelerator: String
  /// Time for the whole of a conversation, in milliseconds.
  public var timeLimit: Int
  /// Where answers are kept; nil for nowhere.
  public var cache: AnswerCache?

  /// QEMU's short name of its newest machine of this kind.
  public static let newestMachine = "q35"

  /// - Parameters:
  ///   - program: QEMU for x86.
  ///   - machine: the machine type where a request names none; nil for the newest.
  ///   - accelerator: the accelerator where a request names none; nil for KVM where `/dev/kvm` opens, and TCG
  ///     elsewhere.
  ///   - timeLimit: for the whole of a conversation, in milliseconds.
  ///   - cache: where answers are kept between runs.
  public init(
    program: String, machine: String? = nil, accelerator: String? = nil, timeLimit: Int = 30_000,
    cache: AnswerCache? = nil
  ) {
    self.program = program
    self.machine = machine ?? EmulatorAuthority.newestMachine
    self.accelerator = accelerator ?? (EmulatorAuthority.hasKVM ? "kvm" : "tcg")
    self.timeLimit = timeLimit
    self.cache = cache
  }

  /// What the request comes to on its own machine.
  ///
  /// - Returns: nil for a request that names no model of QEMU's, as libvirt's `host-model` does.
  /// - Throws: ``EmulatorError``, or a `FormatError` for an answer that is none.
  public func resolve(_ request: ModelRequest) throws -> ResolvedModel? {
    let machine = EmulatorSession.Machine(
      type: request.machine.type ?? machine,
      accelerator: request.machine.accelerator ?? accelerator)
    guard let question = EmulatorQuestion(request, accelerator: machine.accelerator) else {
      return nil
    }
    let identity = cache == nil ? nil : EmulatorIdentity(program: program, machine).text
    let key = identity.map { "answer 1\n\($0)\n\(question.text)" }
    if let key, let kept = cache?.answer(to: key).flatMap({ EmulatorAnswer($0) }),
      let resolved = try? kept.resolved(for: request, question)
    {
      return Self.told(resolved, request, machine)
    }
    var probe = try EmulatorProbe(program, machine, timeLimit: timeLimit)
    let answer = try probe.answer(question)
    let resolved = try answer.resolved(for: request, question)
    if let key { cache?.keep(answer.json, for: key) }
    return Self.told(resolved, request, machine)
  }

  /// The answer with how far it holds: KVM gives what its host has.
  private static func told(
    _ resolved: ResolvedModel, _ request: ModelRequest, _ machine: EmulatorSession.Machine
  ) -> ResolvedModel {
    var resolved = resolved
    resolved.isOfHost = machine.accelerator != "tcg"
    let isHostOwn = request.choice == .host || request.choice == .named && request.model == "host"
    let isAll = request.choice == .maximum || request.choice == .named && request.model == "max"
    if isHostOwn || isAll && resolved.isOfHost {
      resolved.onlyHere = "what its own host gives with \(request.name)"
    } else if isAll {
      resolved.onlyHere = "what its own QEMU gives with \(request.name)"
    }
    return resolved
  }

  // MARK: Which emulator

  /// The first `qemu-system-x86_64` of the search path; nil where there is none.
  public static var installed: String? { found("qemu-system-x86_64") }

  private static func found(_ name: String) -> String? {
    guard let path = getenv("PATH") else { return nil }
    return String(cString: path).split(separator: ":").lazy
      .filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// The emulator that an input names, if it may be started: an input is others' word, and must not have
  /// any program run. It is one that belongs to root, that nobody else can change, and that is called as QEMU is.
  ///
  /// - Parameter path: a name alone is looked for in the search path.
  public static func trusted(_ path: String) -> String? {
    guard let named = path.contains("/") ? path : found(path), named.hasPrefix("/"),
      let real = realpath(named, nil)
    else { return nil }
    defer { free(real) }
    let program = String(cString: real)
    let name = program.split(separator: "/").last ?? ""
    var status = stat()
    guard name.hasPrefix("qemu-") || name == "kvm", stat(program, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG, status.st_uid == 0, status.st_mode & 0o022 == 0,
      access(program, X_OK) == 0
    else { return nil }
    return program
  }

  /// The first of several accelerators that this machine has, as QEMU takes them; the first of all where it has
  /// none of them.
  public static func first(of accelerators: [String]) -> String {
    accelerators.first { $0 == "tcg" || $0 == "kvm" && hasKVM } ?? accelerators.first ?? "tcg"
  }

  private static var hasKVM: Bool {
    let file = open("/dev/kvm", O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return false }
    close(file)
    return true
  }
}
