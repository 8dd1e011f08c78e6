// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Who can say what a named CPU model means: an emulator, its recorded answers, libvirt's `cpu_map`.
///
/// A name alone means nothing: the same one has other features in other versions, under other machine types
/// and accelerators.
public protocol ModelAuthority {
  /// What the request comes to.
  ///
  /// - Returns: nil where this authority does not know the model, or none of its words; another one may.
  /// - Throws: where the authority knows that the request is wrong, or could not be asked.
  mutating func resolve(_ request: ModelRequest) throws -> ResolvedModel?
}

/// What an authority says that a request means.
public struct ResolvedModel: Sendable {
  /// What the guest gets, as far as the authority says.
  public var partial: PartialPolicy
  /// Who says so, for people: `QEMU 7.2.22, pc-q35-7.2, tcg`.
  public var authority: String
  /// What was asked for, or is the model's, and is not given: names in the request's world.
  public var withheld: [String] = []
  /// What whoever starts the guest switches off by itself: names in the request's world.
  public var leftOut: [String] = []
  /// Whether the guest has exactly this; otherwise it is what another one's arithmetic makes of the name.
  public var isExact = true
  /// Whether the accelerator gives guests what its host has: what is withheld, and the vendor, are then the
  /// asked machine's word, and another one has another.
  public var isOfHost = false
  /// What a guest that runs elsewhere has instead, for people: the answer is then about the asked machine alone.
  /// Nil where it is about the request.
  public var onlyHere: String?
  /// Twelve characters: whose CPU the model is, whatever its guest is told; nil where nobody said.
  public var modelVendor: String?
  /// What no register holds.
  public var statements: [Statement] = []
  /// What a reader should know besides.
  public var notes: [String] = []

  /// What an authority makes of a model: `authority` says who that is.
  public init(partial: PartialPolicy, authority: String) {
    self.partial = partial
    self.authority = authority
  }

  /// The version of the QEMU that says so, as `7.2.22`; nil for another authority.
  public var emulatorVersion: String? {
    let name = "QEMU "
    guard authority.hasPrefix(name) else { return nil }
    return String(authority.dropFirst(name.count).prefix { $0 != "," })
  }
}

extension PolicyDocument {
  /// Takes the guest for one that runs elsewhere: what only the asked machine withholds, and what a host may
  /// add, it may have; and its vendor is not the asked machine's.
  ///
  /// - Returns: what it has or has not; nothing where the answer follows from the request alone.
  public mutating func takeFromElsewhere() -> FeatureSet {
    guard let resolved, resolved.isOfHost, let request = settled, var partial else {
      return FeatureSet()
    }
    if !request.settings.contains(where: { $0.name == "vendor" }) { partial.forgetVendor() }
    var features = partial.features ?? FeatureSet()
    var open = FeatureSet()
    let withheld = resolved.withheld.compactMap { OtherName.named($0, request.world)?.feature }
    for feature in withheld + request.optional where !partial.openWords.contains(feature.word) {
      open.insert(feature)
    }
    if partial.features != nil {
      features.formUnion(open)
      partial.features = features
    }
    self.partial = partial
    policies[0] = partial.named(policies[0].name, besides: policies[0].statements)
    return open
  }

  /// Takes an authority's answer in place of the request: the policy is then known as far as the answer goes.
  public mutating func settle(_ resolved: ResolvedModel) {
    guard let request else { return }
    let asked = Set(request.notes)
    notes.removeAll(where: asked.contains)
    notes.append("\(request.name) as \(resolved.authority) has it")
    if !resolved.withheld.isEmpty {
      notes.append("not given there: " + resolved.withheld.joined(separator: ", "))
    }
    if !resolved.leftOut.isEmpty {
      notes.append(
        "libvirt switches off what it took out of the model: "
          + resolved.leftOut.joined(separator: ", "))
    }
    notes += resolved.notes
    var partial = resolved.partial
    // What the form itself gives counts: it is what was asked for.
    for entry in self.partial?.fields ?? [] { partial.set(entry.field, entry.value) }
    self.partial = partial
    let former = policies.first
    // What the form says besides stays: its topology, what the host may add, and where the answer is another
    // one's arithmetic the name.
    let ofRequest = Set(request.statements)
    let kept = (former?.statements ?? []).filter { statement in
      if statement.subject.hasPrefix("field ") { return false }
      return !ofRequest.contains(statement)
        || statement.value == ModelRequest.Wish.optional.rawValue
        || statement.subject == "model" && !resolved.isExact
        || statement.subject.hasPrefix("property ")
    }
    policies = [
      partial.named(former?.name ?? request.name, besides: resolved.statements + kept)
    ]
    policies[0].assumed = ["\(request.name) is what \(resolved.authority) has"]
    settled = request
    self.request = nil
    self.resolved = resolved
  }
}
