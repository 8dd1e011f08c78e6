// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Who decided what a guest's CPU has of a feature or field, where the guest is a named model with what a
/// form asks for on top of it.
public struct GuestExplanation: Sendable {
  /// Who decides, each over what stands before it.
  public enum Decider: String, Sendable {
    /// The model has it, or does not.
    case model
    /// The form asks for it, or asks to be without it.
    case form
    /// The host and its hypervisor do not give what was asked for, or give what was not.
    case host
    /// Nobody who knows was asked.
    case unknown
  }

  /// One of them made a difference.
  public struct Change: Equatable, Sendable {
    /// Who decided.
    public var decider: Decider
    /// The value before: 0 or 1 of a feature.
    public var before: UInt64
    /// The value behind.
    public var after: UInt64
    /// Why, in one sentence.
    public var because: String

    /// `added`, `removed` or `changed`, as documents say it.
    public var change: String { before == 0 ? "added" : after == 0 ? "removed" : "changed" }
  }

  /// The guest's name.
  public var guest: String
  /// The feature or field that is explained.
  public var item: ExplainedItem
  /// What the guest has; nil where nobody said.
  public private(set) var value: UInt64?
  /// Who had the last word.
  public private(set) var decider = Decider.unknown
  /// Why it is so, for people.
  public private(set) var because = ""
  /// What changed the value, in the order in which it takes effect.
  public private(set) var changes: [Change] = []
  /// What would make it known, or known for certain; empty where nothing is missing.
  public var gather: [String] = []

  /// - Parameters:
  ///   - item: a feature or a field.
  ///   - guest: what the guest is called.
  ///   - document: one guest's input, after an authority was asked about it.
  ///   - bare: what the same authority says of the model without anything on top; nil where there is none.
  public init(
    of item: ExplainedItem, guest: String, in document: PolicyDocument, bare: ResolvedModel?
  ) {
    self.guest = guest
    self.item = item
    value = Holding(document.partial, document.policies.first?.statements ?? []).value(of: item)
    let request = document.settled ?? document.request
    guard let request else {
      decide(value == nil ? .unknown : .form, value == nil ? Self.silence : Self.wholeForm)
      return
    }
    let wish = request.wish(for: item)
    guard let resolved = document.resolved else {
      explain(request, wish)
      return
    }
    guard let value else {
      // What no word of the answer holds may stand in the form all the same.
      decide(.unknown, "\(resolved.authority) does not tell it")
      return
    }
    explain(value, request, wish, resolved, bare)
  }

  private static let silence = "the form does not say it, and names no model that would"
  private static let wholeForm = "the form says all that the guest has"

  private mutating func decide(_ decider: Decider, _ because: String) {
    self.decider = decider
    self.because = because
  }

  /// Without an authority the form alone tells: what is off is off, and of what is on nobody knows whether it
  /// is given, unless the form says what a guest has.
  private mutating func explain(_ request: ModelRequest, _ wish: ModelRequest.Wish?) {
    switch wish {
    case .disabled:
      value = 0
      decide(.form, "the form asks to be without it")
    case .required where request.isDifference:
      value = 1
      decide(.form, "the form says that the guest has it")
    case .required:
      value = nil
      decide(.unknown, "the form asks for it, and whether the guest's host gives it nobody said")
    case .optional:
      value = nil
      decide(.unknown, "the form leaves it to the guest's host, and nobody said what that gives")
    case nil where value != nil: decide(.form, "the form says so")
    case nil: decide(.unknown, "nobody said what \(request.name) has")
    }
  }

  private mutating func explain(
    _ value: UInt64, _ request: ModelRequest, _ wish: ModelRequest.Wish?,
    _ resolved: ResolvedModel, _ bare: ResolvedModel?
  ) {
    let who = "\(request.name) has it, as \(resolved.authority) says"
    var now: UInt64 = 0
    func change(_ decider: Decider, _ after: UInt64, _ because: String) {
      guard after != now else { return }
      changes.append(Change(decider: decider, before: now, after: after, because: because))
      now = after
    }
    if let bare {
      let own = Holding(bare.partial, bare.statements).value(of: item) ?? 0
      change(.model, bare.withholds(item, request.world) ? 1 : own, who)
    } else if wish == nil || wish == .optional, item.isBit {
      change(.model, resolved.withholds(item, request.world) ? 1 : value, who)
    }
    switch wish {
    case .required: change(.form, 1, "the form asks for it")
    case .disabled: change(.form, 0, "the form asks to be without it")
    case .optional, nil: break
    }
    if resolved.leaves(out: item, request.world) {
      change(.host, 0, "libvirt switches it off, which took it out of the model")
    }
    if !item.isBit {
      change(.form, value, "with what the form asks for it is so, as \(resolved.authority) says")
    } else if resolved.withholds(item, request.world) {
      change(.host, value, "asked for and not given: \(resolved.authority)")
    } else if wish == .optional {
      change(.host, value, "the form leaves it to the host, which gives it: \(resolved.authority)")
    } else {
      let verb = value == 0 ? "does not give it" : "gives it unasked"
      change(.host, value, "\(resolved.authority) \(verb)")
    }
    if let last = changes.last {
      decide(last.decider, last.because)
    } else {
      switch wish {
      case .disabled: decide(.form, "the form asks to be without it")
      case .optional:
        decide(.host, "left to the host, which does not give it: \(resolved.authority)")
      case .required, nil:
        decide(.model, "\(request.name) does not have it, as \(resolved.authority) says")
      }
    }
  }
}

/// What a part of a policy, and what is said beside it, hold of an item.
private struct Holding {
  let partial: PartialPolicy?
  let policy: CPUPolicy
  let statements: [Statement]

  init(_ partial: PartialPolicy?, _ statements: [Statement]) {
    self.partial = partial
    policy = partial?.policy ?? PolicyLoss.unknownPolicy
    self.statements = statements
  }

  /// Nil where it is not known: of a number unless it is given, since numbers beside features are not.
  func value(of item: ExplainedItem) -> UInt64? {
    if case .feature(let feature) = item {
      return policy.isKnown(feature) ? item.value(in: policy) : nil
    }
    let names = item.otherNames
    if !names.isEmpty {
      let isOn = statements.contains { statement in
        statement.value == ModelRequest.Wish.required.rawValue
          && names.contains { statement.subject == "feature \($0.name)" }
      }
      // A bit with a name is off where the form or the authority says all that is on.
      let isWhole = partial?.features != nil && partial?.openWords.isEmpty == true
      return isOn ? 1 : isWhole ? 0 : nil
    }
    guard case .field(let field, _) = item else { return nil }
    return partial?.value(of: field).map { UInt64($0) }
  }
}

extension ExplainedItem {
  /// The names that other worlds have for the item, where it is a bit beyond the featureset.
  fileprivate var otherNames: [OtherName] {
    OtherName.rows.filter { isAt($0.place) }
  }

  /// Whether it is on or off, and no number.
  fileprivate var isBit: Bool {
    if case .feature = self { true } else { !otherNames.isEmpty }
  }

  /// Whether a name's place is the item.
  fileprivate func isAt(_ place: OtherName.Place) -> Bool {
    switch (self, place) {
    case (.feature(let feature), .feature(let other)): feature == other
    case (.field(let field, let subleaf), .leaf(let place, let register, let bit)):
      field.leaf == place.leaf && (place.isPlain || place.subleaf == subleaf)
        && field.register == register && field.lowBit == bit && field.highBit == bit
    case (.msrField(let field), .msr(let index, let bit)):
      field.msr == index && field.lowBit == bit && field.highBit == bit
    default: false
    }
  }
}

extension ModelRequest {
  /// What the form says of an item; nil where it says nothing.
  fileprivate func wish(for item: ExplainedItem) -> Wish? {
    if case .feature(let feature) = item {
      if required.contains(feature) { return .required }
      if disabled.contains(feature) { return .disabled }
      return optional.contains(feature) ? .optional : nil
    }
    return others.last { item.isAt($0.name.place) }?.wish
  }
}

extension ResolvedModel {
  /// Whether an item was asked for, or is the model's, and is not given. Names are the request's world's, or
  /// QEMU's.
  fileprivate func withholds(_ item: ExplainedItem, _ world: OtherName.World) -> Bool {
    Self.holds(withheld, item, world)
  }

  /// Whether whoever starts the guest switches an item off.
  fileprivate func leaves(out item: ExplainedItem, _ world: OtherName.World) -> Bool {
    Self.holds(leftOut, item, world)
  }

  private static func holds(
    _ names: [String], _ item: ExplainedItem, _ world: OtherName.World
  ) -> Bool {
    names.contains { name in
      guard let known = OtherName.named(name, world) ?? OtherName.named(name, .qemu) else {
        return false
      }
      return item.isAt(known.place)
    }
  }
}
