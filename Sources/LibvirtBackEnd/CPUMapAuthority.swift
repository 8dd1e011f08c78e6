// SPDX-License-Identifier: Apache-2.0

import Glibc
import PolicyCore
import PolicyFormats
import PolicyText

/// An installed libvirt's `cpu_map` as the one who says what libvirt's model names mean.
///
/// Of a form that says how a CPU differs from libvirt's own model (a running domain's XML, a host's
/// capabilities) this is the answer. Of any other it is libvirt's arithmetic, and QEMU gives the guest
/// something else: under KVM most models of one name differ.
public struct CPUMapAuthority: ModelAuthority, Sendable {
  /// Where packages install it.
  public static let usualFolders = [
    "/usr/share/libvirt/cpu_map", "/usr/local/share/libvirt/cpu_map",
  ]

  /// The folder, or the one file of old releases.
  public let path: String
  /// The maps that were read, by the model that each is of.
  private var maps: [String: CPUMap] = [:]

  /// The map of a folder, which is read when it is asked.
  ///
  /// - Parameter path: the folder; left out: the installed one.
  /// - Returns: nil where there is none.
  public init?(path: String? = nil) {
    let candidates = path.map { [$0] } ?? Self.usualFolders
    guard
      let found = candidates.first(where: { candidate in
        access(candidate.hasSuffix(".xml") ? candidate : candidate + "/index.xml", F_OK) == 0
      })
    else { return nil }
    self.path = found
  }

  /// What a request in libvirt's names comes to.
  ///
  /// - Parameter request: one of another world, or for no named model, is not the map's to answer.
  /// - Throws: `FormatError` for a map that cannot be read, `UnknownCPUFeature` for a name that libvirt
  ///   refuses.
  public mutating func resolve(_ request: ModelRequest) throws -> ResolvedModel? {
    guard request.world == .libvirt, request.choice == .named, let name = request.model else {
      return nil
    }
    let map = try map(of: name)
    let wishes = request.wishes.map { (name: $0.name, isOn: $0.value == .bool(true)) }
    guard let model = map.model(name), let names = try map.features(of: name, wishes) else {
      return nil
    }
    return map.resolved(model, names, isExact: request.isDifference)
  }

  /// The request as libvirt passes it to QEMU: without the features that the model lost in some release of
  /// libvirt, which it switches off where the form does not name them.
  ///
  /// - Parameter request: any; one that is not of libvirt's names, or for a model that the map does not have, is
  ///   returned as it is.
  /// - Returns: the request, and what was left out of it.
  public mutating func asPassed(
    _ request: ModelRequest
  ) throws(FormatError) -> (request: ModelRequest, leftOut: [String]) {
    guard request.world == .libvirt, request.choice == .named, !request.isDifference,
      let name = request.model, let model = try map(of: name).model(name)
    else { return (request, []) }
    var passed = request
    for name in model.removed.sorted() { passed.leaveOut(libvirt: name) }
    let before = Set(request.settings.map(\.name))
    return (passed, passed.settings.map(\.name).filter { !before.contains($0) })
  }

  /// Twelve characters: whose CPU a model is; nil for models of nobody, and ones that the map does not have.
  public mutating func vendor(of model: String) throws(FormatError) -> String? {
    let map = try map(of: model)
    return map.model(model)?.vendor.flatMap { map.vendors[$0] }
  }

  /// The map with the model of a name, where it has one.
  mutating func map(of model: String) throws(FormatError) -> CPUMap {
    if let known = maps[model] { return known }
    let map = try CPUMap(path: path, only: model)
    maps[model] = map
    return map
  }
}

extension CPUMap {
  /// A model's answer: features, and the family and model where it has one signature. The rest is unknown.
  ///
  /// Words in which the map names no bit are unknown. In the others a bit without a name is off: a model
  /// of the map is older than what the map has no name for.
  func resolved(_ model: Model, _ names: Set<String>, isExact: Bool) -> ResolvedModel {
    var features = FeatureSet()
    var statements: [Statement] = []
    for name in names.sorted() {
      for place in self.features[name]?.places ?? [] {
        if case .feature(let feature) = place {
          features.insert(feature)
        } else {
          statements.append(Statement("feature \(name)", "required"))
        }
      }
    }
    let named = Set(
      self.features.values.flatMap(\.places).compactMap { place -> Int? in
        if case .feature(let feature) = place { feature.word } else { nil }
      })
    var partial = PartialPolicy(features: features)
    partial.openWords = Set(0..<Feature.wordCount).subtracting(named)
    if model.signatures.count == 1, let signature = model.signatures.first {
      partial.set(family: signature.family, model: signature.model, stepping: nil)
    }
    var result = ResolvedModel(
      partial: partial,
      authority: "libvirt's cpu_map in \(path)"
        + (isExact ? "" : " (under KVM not what the guest sees)"))
    result.isExact = isExact
    result.modelVendor = model.vendor.flatMap { vendors[$0] }
    result.statements = statements
    result.notes = [
      "features alone are known, and of them those for which that map has names"
    ]
    return result
  }
}
