// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

extension CPUMap {
  /// The models that libvirt chooses for guests, as the map has them: what writers of its forms choose among
  /// where no emulator says what their guests get.
  public var catalogue: ModelCatalogue {
    var result = ModelCatalogue(models: [], authority: "libvirt's cpu_map in \(path)")
    for model in models where model.isForGuests {
      var meaning = resolved(model, model.features, isExact: false)
      if let vendor = model.vendor.flatMap({ vendors[$0] }), vendor.utf8.count == 12 {
        meaning.partial.set(vendor: vendor)
      }
      result.models.append(
        ModelCatalogue.Model(
          name: model.name, signatures: signatures(of: model), meaning: meaning))
    }
    return result
  }

  /// An emulator's models, of them those that libvirt has for guests: with the CPUs for which it has the
  /// name, and without the features that it switches off in them.
  ///
  /// - Returns: nil where the two have no model in common.
  public func naming(_ catalogue: ModelCatalogue) -> ModelCatalogue? {
    var result = catalogue
    result.models = catalogue.models.compactMap { known in
      guard let model = model(known.name), model.isForGuests else { return nil }
      var known = known
      known.signatures = signatures(of: model)
      for name in model.removed {
        for case .feature(let feature) in features[name]?.places ?? [] {
          known.meaning.partial.features?.remove(feature)
        }
        known.meaning.statements.removeAll { $0.subject == "feature \(name)" }
      }
      return known
    }
    return result.models.isEmpty ? nil : result
  }

  private func signatures(of model: Model) -> [ModelCatalogue.Model.Signature] {
    model.signatures.flatMap { signature in
      let steppings: [ClosedRange<UInt32>?] =
        signature.steppings.isEmpty ? [nil] : signature.steppings
      return steppings.map { steppings in
        ModelCatalogue.Model.Signature(
          family: signature.family, model: signature.model, steppings: steppings)
      }
    }
  }
}
