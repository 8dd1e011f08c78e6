// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import PolicyText

/// Who decided of a feature of a libvirt's domain: its configuration, the model, the machine type, the host's
/// CPU, or the emulator with its accelerator.
extension DomainJudge {
  /// - Parameters:
  ///   - feature: what is asked about.
  ///   - domain: the domain.
  ///   - host: whether the host's own CPU has it; nil where nobody knows.
  public mutating func explain(
    _ feature: Feature, of domain: LibvirtDomain, host: Bool?
  ) throws(FormatError) -> DomainExplanation {
    let source = "libvirt:\(domain.name)"
    let judged = try judge(domain)
    let policy = judged.domain.policy
    let present = policy.isKnown(feature) ? policy.has(feature) : nil
    guard let xml = domain.configured ?? domain.live else {
      return DomainExplanation(
        domain: domain.name, feature: feature, cause: .unknown,
        because: "libvirt gives no XML of it", stages: [.init("domain", present)])
    }
    let asked = try DomainCPU(xml, source: source)
    let names = feature.libvirtNames
    var facts = Facts(
      isOn: names.contains(where: asked.isOn), isOff: names.contains(where: asked.isOff),
      isHostOwn: asked.isHostOwn, host: host, present: present)
    let live = try domain.live.map { xml throws(FormatError) in
      try DomainCPU(xml, source: source)
    }
    let model = asked.model ?? live?.model
    if let model { facts.map = try mapHas(feature, model) }
    var request = try PolicyReader.read(Array(xml.utf8), source: source).request
    facts.accelerator = request?.machine.accelerator ?? judged.document.settled?.machine.accelerator
    if request?.choice == .hostModel { request?.choice = .named }
    if let model, let machine = request?.machine {
      facts.model = expansion(feature, model, machine)
      var newest = machine
      newest.type = machine.type?.contains("i440fx") == true ? "pc" : "q35"
      facts.newest = expansion(feature, model, newest)
    }
    let (cause, because) = facts.answer(model ?? asked.mode)
    let configured = facts.isOn ? true : facts.isOff ? false : nil
    return DomainExplanation(
      domain: domain.name, feature: feature, cause: cause, because: because,
      stages: [
        .init("host", host), .init("model", facts.newest ?? facts.map),
        .init("model-on-machine", facts.model), .init("configuration", configured),
        .init("domain", present),
      ])
  }

  /// Whether libvirt's model has a feature; nil where its map does not tell.
  private mutating func mapHas(_ feature: Feature, _ model: String) throws(FormatError) -> Bool? {
    guard let map = maps(model)[model], let entry = map.model(model) else { return nil }
    let named = map.features.values.filter { $0.places.contains(.feature(feature)) }
    return named.isEmpty ? nil : named.contains { entry.features.contains($0.name) }
  }

  /// Whether the emulator's model has a feature, whatever its accelerator gives; nil where nobody tells.
  private mutating func expansion(
    _ feature: Feature, _ model: String, _ machine: ModelRequest.Machine
  ) -> Bool? {
    var request = ModelRequest(.libvirt, model: model)
    request.machine = machine
    guard case .resolved(let resolved) = answer(to: request), resolved.isExact,
      let features = resolved.partial.features, resolved.partial.policy.isKnown(feature)
    else { return nil }
    let withheld = resolved.withheld.compactMap { OtherName.named($0, .libvirt)?.feature }
    return features.contains(feature) || withheld.contains(feature)
  }

  /// What is known of a feature.
  private struct Facts {
    var isOn: Bool
    var isOff: Bool
    var isHostOwn: Bool
    var host: Bool?
    var present: Bool?
    /// Whether libvirt's model, the emulator's on the domain's machine, and on the newest one have it.
    var map: Bool?
    var model: Bool?
    var newest: Bool?
    var accelerator: String?

    func answer(_ name: String) -> (DomainExplanation.Cause, String) {
      switch present {
      case true?: isThere(name)
      case false?: isMissing(name)
      case nil: (.unknown, "which CPU the domain has is not known")
      }
    }

    private func isThere(_ name: String) -> (DomainExplanation.Cause, String) {
      if isOn { return (.asked, "the configuration requires it") }
      if isHostOwn { return (.given, "\(name) gives what the host and its hypervisor have") }
      switch model ?? map {
      case true?: return (.given, "\(name) has it")
      case false?: return (.added, "\(name) is without it, and the hypervisor adds it unasked")
      case nil: return (.unknown, "it is there, and nobody says what \(name) has")
      }
    }

    private func isMissing(_ name: String) -> (DomainExplanation.Cause, String) {
      if isOff { return (.disabled, "the configuration disables it") }
      if !isOn, !isHostOwn {
        if newest == true, model == false {
          return (
            .lostWithMachine, "\(name) has it on the newest machine type, and not on the domain's"
          )
        }
        guard let has = model ?? map else {
          return (.unknown, "it is not there, and nobody says what \(name) has")
        }
        guard has else { return (.notInModel, "\(name) is without it, and nobody asked for it") }
      }
      if accelerator == "tcg" {
        return (.filtered, "QEMU's own emulation does not have it")
      }
      switch host {
      case false?: return (.hostLacks, "the host's CPU does not have it")
      case true?: return (.filtered, "the host's CPU has it, and KVM or QEMU does not give it")
      case nil:
        return (
          .unknown,
          "the host's CPU lacks it, or KVM or QEMU does not give it: the host's is not known"
        )
      }
    }
  }
}
