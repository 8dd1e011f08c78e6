// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// A policy as a model of a world with what has to be changed on it, and what its guest will see.
struct ModelWish {
  /// The model's name.
  let name: String
  /// The names to switch on and off, in the order of their bits.
  private(set) var required: [String] = []
  private(set) var disabled: [String] = []
  /// Whether every feature is named or known to be the model's.
  private(set) var isExact = true
  var guest: PredictedGuest
  private(set) var notes: [String] = []

  /// - Parameters:
  ///   - named: what the guest is to see.
  ///   - names: the world's, of the release that reads it.
  ///   - catalogue: what the models have; without one every feature is named.
  ///   - fallback: the model that is taken without a catalogue.
  ///   - namesAll: whether features are named that the model has anyway.
  init(
    _ named: NamedPolicy, _ names: WorldNames, _ catalogue: ModelCatalogue?, fallback: String,
    namesAll: Bool
  ) {
    let policy = named.policy.canonical
    let model = catalogue?.nearest(to: policy)
    let own = model?.meaning.partial
    name = model?.name ?? fallback
    guest = PredictedGuest(partial: own ?? PartialPolicy(), shape: PackageShape(policy))
    var features = own?.features ?? FeatureSet()
    for word in 0..<Feature.wordCount {
      for bit in 0..<32 {
        let feature = Feature(word: word, bit: bit)
        guard policy.isKnown(feature) else {
          isExact = false
          continue
        }
        // What QEMU has no name for no manager can give.
        guard !PredictedGuest.machinesOwn.contains(feature), !feature.qemuNames.isEmpty,
          let word = names.name(of: feature)
        else { continue }
        let isOn = policy.has(feature)
        let isModels = own?.features?.contains(feature) ?? false
        // What only newer releases have a name for is named where it is on: the others then refuse the
        // guest. No older release adds it.
        let isNew = names.release == nil && !names.isInAll(word) || !feature.isNamed
        let isFixed = own != nil && !namesAll && !PredictedGuest.accelerators.contains(feature)
        let isNamed = isFixed ? isOn != isModels : isOn || isModels || !isNew
        features.set(feature, isOn)
        if isNamed { add(word, isOn) }
      }
    }
    guest.partial.features = features
    let wanted = names.others(of: named)
    let given = model?.others(names) ?? []
    for other in wanted { add(other.name, true) }
    for other in given where !wanted.contains(other) { add(other.name, false) }
    guest.others = wanted
    note(model, catalogue, policy)
  }

  /// The oldest model of the vendor for which KubeVirt looks on nodes: it leaves the older ones out.
  static func oldestScheduled(_ policy: CPUPolicy) -> String {
    policy.vendor.isAMDLike ? "Opteron_G3" : "Penryn"
  }

  private mutating func add(_ name: String, _ isOn: Bool) {
    if isOn { required.append(name) } else { disabled.append(name) }
  }

  /// Takes a number that the form says besides the model.
  mutating func set(_ field: Field, _ value: UInt32) { guest.partial.set(field, value) }

  /// What the guest will see of its identity.
  private mutating func note(
    _ model: ModelCatalogue.Model?, _ catalogue: ModelCatalogue?, _ policy: CPUPolicy
  ) {
    guard let model, let catalogue else {
      notes.append(
        "family, model, stepping, level and vendor are those that the hypervisor gives \(name), and "
          + "nobody said which these are: an emulator or libvirt's map is needed for them")
      return
    }
    let partial = guest.partial
    var words: [String] = []
    if let signature = partial.signature {
      words.append("family \(signature.family), model \(signature.model)")
    }
    if let stepping = partial.value(of: .steppingId) { words.append("stepping \(stepping)") }
    if let level = partial.value(of: .maxBasicLeaf) { words.append("level \(hexText(level))") }
    notes.append(
      "the guest gets \(words.joined(separator: ", ")) from \(model.name), as "
        + "\(catalogue.authority) has it; under KVM its vendor is the host's where none is given")
  }
}
