// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

extension Guest {
  /// Takes what a form of QEMU or libvirt says besides the policy: its name, counter and CPU model, and how
  /// far the policy is known.
  ///
  /// The topology stands beside the policy: of such a guest the leaves in which it stands are not known.
  ///
  /// - Parameters:
  ///   - document: what the form says; of others nothing is taken.
  ///   - path: the input's name, for what would have to be gathered.
  ///   - isMoving: whether only what the form says counts; otherwise the rest may be taken as the bound's.
  public mutating func take(_ document: PolicyDocument, _ path: String, isMoving: Bool = false) {
    if document.policies.count == 1 { needs = document.policies[0].statedFeatures }
    guard let described = document.guest else { return }
    if let name = described.name { self.name = name }
    if let khz = described.tscKilohertz { tsc.khz = khz }
    describedTopology = described.topology
    takeMachine(document)
    if let vendor = described.vendor {
      var identity = PartialPolicy()
      identity.set(vendor: vendor)
      self.identity = identity
    }
    if let request = document.request ?? document.settled {
      model = request.model.map { name in
        let others = request.disabled.flatMap(\.libvirtNames)
        return (name, Set(request.wishes.filter { $0.value == .bool(false) }.map(\.name) + others))
      }
    }
    if let request = document.request {
      wanting =
        "\(path): what \(request.name) has: --emulator with the guest's QEMU"
        + (request.world == .libvirt ? ", or the running domain's XML and --cpu-map" : "")
    }
    if isMoving, document.request == nil, let partial = document.partial {
      completion = { partial.policy(withNumbersOf: $0) }
      isFeaturesAlone = true
    }
    if document.resolved?.isExact == false {
      doubt = "what QEMU makes of \(document.settled?.name ?? "the model")"
    } else if isMoving, let theirs = document.resolved?.onlyHere {
      doubt = theirs
    }
  }

  /// Takes what a toolstack of QEMU's must find on another host.
  private mutating func takeMachine(_ document: PolicyDocument) {
    guard let request = document.request ?? document.settled else { return }
    machine = request.machine
    // Without KVM QEMU counts itself.
    if request.machine.accelerator == "tcg" { tsc.mode = .emulated }
    let wishes = request.world == .libvirt ? request.wishes : request.settings
    names = (request.world, wishes.map(\.name))
    modelVendor = document.resolved?.modelVendor
  }
}

/// What a host says of the CPU model that a guest is to have.
enum ModelCheck {
  /// - Returns: features that the model has and the host does not give, and what cannot be told.
  static func check(
    _ guest: Guest, _ bound: GuestBound
  ) -> (findings: [Judgement.Finding], unjudged: [String]) {
    guard let model = guest.model, !bound.models.isEmpty else { return ([], []) }
    guard let offer = bound.models.first(where: { $0.name == model.name }) else {
      return ([], ["model \(model.name): the host does not list it"])
    }
    switch offer.isUsable {
    case true?: return ([], [])
    case nil: return ([], ["model \(model.name): the host does not say whether it is usable"])
    case false?: break
    }
    guard !offer.blockers.isEmpty else {
      return ([], ["model \(model.name): the host cannot give all of it, and does not say what"])
    }
    var findings: [Judgement.Finding] = []
    var unjudged: [String] = []
    for name in offer.blockers where !model.without.contains(name) {
      guard let feature = OtherName.named(name, .libvirt)?.feature,
        let violation = Violation(.featureNotOffered, feature, value: 1, bound: 0)
      else {
        unjudged.append("feature \(name) of model \(model.name), which the host does not give")
        continue
      }
      findings.append(Judgement.Finding(violation))
    }
    return (findings, unjudged)
  }
}
