// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// The CPU models of a world, as an authority says what they have: what a writer chooses among.
///
/// Whoever can ask an emulator or libvirt's map fills one; nothing in it is the project's own.
public struct ModelCatalogue: Sendable {
  /// One model.
  public struct Model: Sendable {
    /// The model's name.
    public var name: String
    /// The CPUs that the name stands for, where the world lists them; the expansion's own otherwise.
    public var signatures: [Signature]
    /// What a guest with the bare name gets: features, and the numbers that come with the name.
    public var meaning: ResolvedModel

    /// A model, the CPUs that have its name, and what it means.
    public init(name: String, signatures: [Signature] = [], meaning: ResolvedModel) {
      self.name = name
      self.signatures = signatures
      self.meaning = meaning
    }

    /// Bits of one CPU's family, model and steppings.
    public struct Signature: Equatable, Sendable {
      /// The family.
      public var family: UInt32
      /// The model within the family.
      public var model: UInt32
      /// Nil for all.
      public var steppings: ClosedRange<UInt32>?

      /// A family and model, with some of its steppings or all.
      public init(family: UInt32, model: UInt32, steppings: ClosedRange<UInt32>? = nil) {
        self.family = family
        self.model = model
        self.steppings = steppings
      }
    }

    /// Whether the name stands for a CPU of this family, model and stepping.
    func isOf(_ policy: CPUPolicy) -> Bool {
      let wanted = policy.signature
      let own = signatures.isEmpty ? meaning.partial.signature.map { [$0] } ?? [] : signatures
      return own.contains { signature in
        signature.family == wanted.family && signature.model == wanted.model
          && signature.steppings?.contains(wanted.stepping) ?? true
      }
    }

    /// Whether its guest has the vendor, or the model has none of its own.
    func isOfVendor(_ policy: CPUPolicy) -> Bool {
      guard let first = meaning.partial.value(of: .vendorStringPart1) else { return true }
      return first == policy[.vendorStringPart1]
    }

    /// How many features its guest has otherwise.
    func distance(to policy: CPUPolicy) -> Int {
      guard let own = meaning.partial.features else { return .max }
      let different = own.symmetricDifference(policy.featureSet)
      return (0..<Feature.wordCount).reduce(0) { $0 + different[word: $1].nonzeroBitCount }
    }

    /// The bits beyond the featureset that its guest has.
    func others(_ names: WorldNames) -> [OtherName] {
      let on = Set(meaning.statements.filter { $0.value == "required" }.map(\.subject))
      return names.others.filter { on.contains("feature \($0.name)") }
    }
  }

  /// Those that a guest may be given.
  public var models: [Model]
  /// Who says so, for people.
  public var authority: String

  /// The models that somebody knows: `authority` says who that is.
  public init(models: [Model], authority: String) {
    self.models = models
    self.authority = authority
  }

  /// The models of these names, as an authority has them; what it does not know is left out.
  ///
  /// - Parameters:
  ///   - names: each with the CPUs that it stands for, where the world lists them.
  ///   - world: whose names they are.
  ///   - machine: on which their guest runs.
  ///   - authority: who is asked about each of them.
  /// - Throws: what the authority throws.
  public init(
    of names: [(name: String, signatures: [Model.Signature])], world: OtherName.World,
    machine: ModelRequest.Machine = ModelRequest.Machine(),
    asking authority: inout some ModelAuthority
  ) throws {
    models = []
    self.authority = ""
    for (name, signatures) in names {
      var request = ModelRequest(world, model: name)
      request.machine = machine
      guard let meaning = try authority.resolve(request) else { continue }
      self.authority = meaning.authority
      models.append(Model(name: name, signatures: signatures, meaning: meaning))
    }
  }

  /// The model that stands for the policy's CPU, or one of its vendor: of its stepping where there is one, with
  /// the fewest other features.
  func nearest(to policy: CPUPolicy) -> Model? {
    let policy = policy.canonical
    let known = models.filter { $0.meaning.partial.features != nil }
    let alike = known.filter { $0.isOf(policy) && $0.isOfVendor(policy) }
    let ofVendor = known.filter { $0.isOfVendor(policy) }
    let chosen = alike.isEmpty ? (ofVendor.isEmpty ? known : ofVendor) : alike
    let stepping = policy.signature.stepping
    func rank(_ model: Model) -> (Int, Int, String) {
      let isOther = model.meaning.partial.value(of: .steppingId) != stepping
      return (isOther ? 1 : 0, model.distance(to: policy), model.name)
    }
    return chosen.min { rank($0) < rank($1) }
  }
}

extension PartialPolicy {
  /// Family, model and stepping, where all are given.
  var signature: ModelCatalogue.Model.Signature? {
    guard let family = value(of: .baseFamily), let model = value(of: .baseModel) else { return nil }
    return ModelCatalogue.Model.Signature(
      family: family + (value(of: .extendedFamily) ?? 0),
      model: model | (value(of: .extendedModel) ?? 0) << 4)
  }
}
