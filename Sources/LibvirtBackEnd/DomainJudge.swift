// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// Says of libvirt's domains which CPU they have, and whether it is the one that was asked for.
///
/// A running domain's live XML holds exactly what it got, next to libvirt's own model, so that libvirt's map
/// says its features. What its configuration asks for stands beside it: a feature that is off in the one and
/// was not asked to be off in the other is lost. Of a domain that does not run an emulator says what a start
/// would come to.
public struct DomainJudge {
  /// What an emulator says of a request.
  public enum Answer: Sendable {
    case resolved(ResolvedModel)
    /// It would not start so.
    case refused(String)
    /// Nobody can be asked; the reason.
    case nobody(String?)
  }

  /// A domain with what a reader should know besides.
  public struct Judged: Sendable {
    /// The domain with what it has, as far as that is known.
    public var domain: Domain
    /// What a reader should know besides.
    public var notes: [String]
    /// What the domain's CPU is by, as it was read.
    public var document: PolicyDocument
  }

  private var map: CPUMapAuthority?
  private let emulator: (ModelRequest) -> Answer
  /// What requests came to: many domains ask for the same.
  private var answers: [String: Answer] = [:]

  /// - Parameters:
  ///   - map: libvirt's map of models; nil where there is none.
  ///   - emulator: what QEMU makes of a request.
  public init(map: CPUMapAuthority?, asking emulator: @escaping (ModelRequest) -> Answer) {
    self.map = map
    self.emulator = emulator
  }

  /// What a domain has, and what it got of what was asked for.
  public mutating func judge(_ domain: LibvirtDomain) throws(FormatError) -> Judged {
    let source = "libvirt:\(domain.name)"
    guard let xml = domain.live ?? domain.configured else {
      throw FormatError(
        .malformed, source: source, message: "libvirt gives no XML of it",
        remedy: "look at it again: it may have ended")
    }
    var document = try PolicyReader.read(Array(xml.utf8), source: source)
    var answer = Answer.nobody(nil)
    // Of a domain that does not run the attribute says what is to be compared, and not what was.
    var isReadBack = domain.isRunning
    if isReadBack { isReadBack = try DomainCPU(xml, source: source).check == "full" }
    if let request = document.request, request.world == .libvirt, request.choice == .named {
      document.request?.isDifference = isReadBack
    }
    if let request = document.request { answer = self.answer(to: request) }
    if case .resolved(let resolved) = answer { document.settle(resolved) }
    let policy = document.policies.first?.policy ?? PartialPolicy().policy
    let machine = try DomainMachine(xml, source: source)
    var described = Domain(
      name: domain.name, id: domain.id ?? -1, hypervisor: Domain.libvirtName, kind: .hvm,
      state: domain.isRunning ? .sealed : .building, runState: domain.runState, type: .hvm,
      uuid: domain.uuid, topology: try topology(document.guest, source),
      tsc: Domain.TimeStampCounter(khz: document.guest?.tscKilohertz),
      hasNestedVirtualisation: policy.has(.vmx) || policy.has(.svm),
      hasPerformanceCounters: machine.hasPerformanceCounters, usesLBR: false, policy: policy)
    described.delivery = try delivery(of: domain, answer, source)
    var notes = document.notes
    if case .refused(let reason) = answer { notes.append(reason) }
    if case .nobody(let reason?) = answer { notes.append(reason) }
    return Judged(domain: described, notes: notes, document: document)
  }

  private func topology(
    _ guest: DescribedGuest?, _ source: String
  ) throws(FormatError) -> Topology {
    do {
      return try guest?.topology ?? Topology.plain(vCPUs: guest?.vCPUs ?? 1)
    } catch {
      throw FormatError(
        .malformed, source: source, message: "\(error)", remedy: "correct the domain's <vcpu>")
    }
  }

  // MARK: Models

  mutating func answer(to request: ModelRequest) -> Answer {
    let wishes = request.wishes.map { "\($0.name)=\($0.value.bool == true)" }
    let machine = request.machine
    let key = [
      "\(request.isDifference)", request.choice.rawValue, request.model ?? "",
      machine.emulator ?? "", machine.type ?? "", machine.accelerator ?? "",
      wishes.joined(separator: ","), request.settings.map { "\($0)" }.joined(separator: ","),
    ].joined(separator: "\n")
    if let known = answers[key] { return known }
    let answer = newAnswer(to: request)
    answers[key] = answer
    return answer
  }

  private mutating func newAnswer(to request: ModelRequest) -> Answer {
    do {
      // Also where an emulator answers: it knows names that libvirt refuses.
      let resolved = try map?.resolve(request)
      guard request.isDifference else { return emulator(request) }
      if let resolved { return .resolved(resolved) }
      return .nobody(map == nil ? "no cpu_map of libvirt is here; --cpu-map names one" : nil)
    } catch {
      return request.isDifference ? .nobody("\(error)") : .refused("\(error)")
    }
  }

  // MARK: What was given

  private mutating func delivery(
    of domain: LibvirtDomain, _ answer: Answer, _ source: String
  ) throws(FormatError) -> Delivery {
    let asked = try domain.configured.flatMap { xml throws(FormatError) in
      try DomainCPU(xml, source: source)
    }
    let live = try domain.live.flatMap { xml throws(FormatError) in
      try DomainCPU(xml, source: source)
    }
    if let live { return delivery(asked, live) }
    guard let asked else {
      return Delivery(verdict: .unknown, mode: "", because: "libvirt gives no XML of it")
    }
    return forecast(asked, answer, maps(asked.model)[asked.model ?? ""])
  }

  /// The maps of models, by their names.
  mutating func maps(_ models: String?...) -> [String: CPUMap] {
    var maps: [String: CPUMap] = [:]
    for model in models.compactMap(\.self) { maps[model] = try? map?.map(of: model) }
    return maps
  }

  /// What a running domain got.
  private mutating func delivery(_ asked: DomainCPU?, _ live: DomainCPU) -> Delivery {
    let mode = (asked ?? live).mode
    func verdict(_ verdict: Delivery.Verdict, _ because: String) -> Delivery {
      Delivery(verdict: verdict, mode: mode, because: because)
    }
    if let open = Self.unchecked(asked ?? live) { return verdict(.unchecked, open) }
    guard let asked else {
      return verdict(.unknown, "what was asked for is kept nowhere: the domain is transient")
    }
    guard live.check == "full" else {
      return verdict(.unknown, "libvirt has not read the guest's CPU back")
    }
    let maps = maps(asked.model, live.model)
    guard let found = asked.difference(to: live, { maps[$0] }) else {
      return verdict(.unknown, "libvirt chose another model, and no cpu_map says what each has")
    }
    var delivery = verdict(.asAsked, "the guest has what its configuration asks for")
    delivery.lost = found.lost
    delivery.unasked = found.unasked
    if !found.lost.isEmpty {
      delivery.verdict = .lostFeatures
      delivery.because =
        "off in the running guest and not asked to be, by the configuration as it is kept now"
    } else if asked.check == "none" {
      delivery.verdict = .unchecked
      delivery.because = "check='none': the next start is not held against the configuration"
    }
    return delivery
  }

  /// What a start would give.
  private func forecast(_ asked: DomainCPU, _ answer: Answer, _ map: CPUMap?) -> Delivery {
    func verdict(_ verdict: Delivery.Verdict, _ because: String) -> Delivery {
      Delivery(verdict: verdict, mode: asked.mode, isForecast: true, because: because)
    }
    if let open = Self.unchecked(asked) { return verdict(.unchecked, open) }
    guard asked.mode == "custom" else {
      return verdict(.unknown, "what \(asked.mode) comes to is decided at the start")
    }
    guard asked.match != "minimum" else {
      return verdict(
        .unknown,
        "match='minimum' takes the host's model, which may have less than the one asked for")
    }
    switch answer {
    case .refused(let reason): return verdict(.cannotStart, reason)
    case .nobody(let reason):
      return verdict(.unknown, reason ?? "nobody here says what the emulator would give")
    case .resolved(let resolved):
      let found = asked.difference(to: resolved, map)
      var delivery = verdict(.asAsked, "\(resolved.authority) gives all of it")
      (delivery.lost, delivery.unasked) = found
      if asked.check == "full", !found.lost.isEmpty || !found.unasked.isEmpty {
        delivery.verdict = .cannotStart
        delivery.because =
          "check='full' refuses what \(resolved.authority) gives: missing "
          + "\(found.lost.isEmpty ? "nothing" : found.lost.joined(separator: ", ")), extra "
          + (found.unasked.isEmpty ? "nothing" : found.unasked.joined(separator: ", "))
      } else if !found.lost.isEmpty {
        delivery.verdict = .lostFeatures
        delivery.because = "\(resolved.authority) does not give them"
        if asked.check == "partial" {
          delivery.because +=
            "; check='partial' refuses the start where the host's own CPU lacks them, too"
        }
      } else if asked.check == "none" {
        delivery.verdict = .unchecked
        delivery.because = "check='none': a start is not held against the configuration"
      }
      return delivery
    }
  }

  /// Why libvirt compares nothing; nil where it does.
  private static func unchecked(_ cpu: DomainCPU) -> String? {
    if cpu.hasOwnArgument {
      return "its own QEMU arguments have -cpu, at which libvirt does not look"
    }
    return cpu.isHostOwn
      ? "\(cpu.mode): a start, move or restore on another host or QEMU changes the CPU without a word"
      : nil
  }
}

/// What a domain's XML says of its machine besides the CPU.
struct DomainMachine {
  /// Whether performance counters are asked for.
  var hasPerformanceCounters: Bool

  init(_ xml: String, source: String) throws(FormatError) {
    var reader = XMLReader(Array(xml.utf8), source: source)
    let root = try reader.read()
    let counters = try root.only("features", source: source)?.only("pmu", source: source)
    hasPerformanceCounters = counters.map { $0["state"] != "off" } ?? false
  }
}
