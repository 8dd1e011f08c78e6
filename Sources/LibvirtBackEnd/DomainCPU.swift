// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// The `<cpu>` of a domain's XML in libvirt's own words: what a start asks for, or what one came to.
struct DomainCPU: Equatable {
  /// `custom`, `host-model`, `host-passthrough` or `maximum`.
  var mode = "custom"
  /// What libvirt compares at a start: `none`, `partial` or `full`; `full` also where it has read the
  /// guest's CPU back.
  var check = "none"
  /// `exact`, `minimum` or `strict`.
  var match = "exact"
  var model: String?
  /// Policies by the features' names.
  var features: [String: String] = [:]
  /// Whether arguments of the domain's own give QEMU another CPU.
  var hasOwnArgument = false

  /// The CPU of a domain's XML; one without `<cpu>` leaves it to QEMU.
  init(_ xml: String, source: String) throws(FormatError) {
    let bytes = Array(xml.utf8)
    try XMLReader.checkSize(bytes.count, source: source)
    var reader = XMLReader(bytes, source: source)
    let root = try reader.read()
    hasOwnArgument = root.children.filter { $0.name.hasSuffix(":commandline") }
      .flatMap(\.children).contains { $0["value"] == "-cpu" }
    guard let cpu = try root.only("cpu", source: source) else { return }
    mode = cpu["mode"] ?? mode
    check = cpu["check"] ?? check
    match = cpu["match"] ?? match
    model = try cpu.only("model", source: source)?.text
    for feature in cpu.children("feature") {
      if let name = feature["name"] { features[name] = feature["policy"] ?? "require" }
    }
  }

  /// Whether the host's own CPU is given, of which libvirt neither says nor compares a feature.
  var isHostOwn: Bool { mode == "host-passthrough" || mode == "maximum" }

  func isOn(_ name: String) -> Bool { ["require", "force"].contains(features[name]) }
  func isOff(_ name: String) -> Bool { ["disable", "forbid"].contains(features[name]) }
  var on: [String] { features.keys.filter(isOn) }
  var off: [String] { features.keys.filter(isOff) }

  /// Features by libvirt's own arithmetic; nil where its map does not tell.
  func features(_ map: CPUMap?) -> Set<String>? {
    guard let model else { return nil }
    let wishes = features.keys.filter { isOn($0) || isOff($0) }.map { ($0, isOn($0)) }
    return (try? map?.features(of: model, wishes)) ?? nil
  }
}

extension DomainCPU {
  /// What libvirt would find otherwise in a guest that an emulator gives this CPU.
  ///
  /// libvirt compares by its map, which has other features in a model than the emulator has.
  ///
  /// - Parameters:
  ///   - resolved: what the emulator gives.
  ///   - map: the map with the model; nil where there is none.
  func difference(
    to resolved: ResolvedModel, _ map: CPUMap?
  ) -> (lost: [String], unasked: [String]) {
    guard let map, let wanted = features(map), let given = resolved.partial.features else {
      return (resolved.withheld.filter { features[$0] != "optional" }.sorted(), [])
    }
    // Made once: a map has hundreds of features.
    let policy = resolved.partial.policy
    func isGiven(_ entry: CPUMap.FeatureEntry) -> Bool? {
      var isGiven = true
      for place in entry.places {
        guard case .feature(let feature) = place, policy.isKnown(feature) else {
          return nil
        }
        isGiven = isGiven && given.contains(feature)
      }
      return isGiven
    }
    let lost = wanted.filter { name in
      guard let entry = map.features[name], features[name] != "optional" else { return false }
      return isGiven(entry) == false || resolved.withheld.contains(name)
    }
    let unasked = map.features.values.filter { entry in
      isGiven(entry) == true && !wanted.contains(entry.name) && features[entry.name] != "optional"
    }
    return (lost.sorted(), unasked.map(\.name).sorted())
  }

  /// What a running domain's CPU has otherwise than this one, with which it was started.
  ///
  /// - Parameters:
  ///   - live: the CPU that libvirt has read back.
  ///   - map: of a model its map; nil where there is none.
  /// - Returns: what is missing and what nobody asked for, sorted; nil where nobody can tell.
  func difference(
    to live: DomainCPU, _ map: (String) -> CPUMap?
  ) -> (lost: [String], unasked: [String])? {
    if mode == "host-model" {
      // The model is libvirt's choice; what was asked for by name is not.
      return (on.filter(live.isOff).sorted(), [])
    }
    guard let asked = model ?? live.model else { return nil }
    guard asked == live.model, match != "minimum" else {
      guard let wanted = features(map(asked)), let given = live.features(live.model.flatMap(map))
      else { return nil }
      let lost = wanted.subtracting(given).filter { features[$0] != "optional" }
      return (lost.sorted(), given.subtracting(wanted).sorted())
    }
    // A feature that the model lost in some release is written out though nobody has it.
    let ownFeatures = map(asked)?.model(asked)?.features
    let lost = live.off.filter { name in
      !isOff(name) && features[name] != "optional"
        && (isOn(name) || ownFeatures?.contains(name) ?? true)
    }
    let unasked = live.on.filter { name in
      features[name] == nil && ownFeatures?.contains(name) != true
    }
    return (lost.sorted(), unasked.sorted())
  }
}
