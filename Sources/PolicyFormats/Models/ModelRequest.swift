// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// A CPU model with what a form asks for on top of it; what the model has, the form does not say.
///
/// What it means, a ``ModelAuthority`` says.
public struct ModelRequest: Sendable {
  /// Which CPU is asked for.
  public enum Choice: String, Sendable {
    /// The one of ``ModelRequest/model``.
    case named
    /// The named model next to the host's CPU, with what sets them apart: libvirt's `host-model`.
    case hostModel = "host-model"
    /// The host's own: QEMU's `host`, libvirt's `host-passthrough`.
    case host
    /// Everything that the hypervisor can give: QEMU's `max`, libvirt's `maximum`.
    case maximum
  }

  /// The machine around a CPU, as far as a form names it. A model means different things on others.
  public struct Machine: Equatable, Sendable {
    /// The emulator's path.
    public var emulator: String?
    /// The machine type: `pc-q35-7.2`.
    public var type: String?
    /// QEMU's word: `kvm`, `tcg`.
    public var accelerator: String?
    /// Several, of which QEMU takes the first that its host has; empty where the form names one or none.
    public var accelerators: [String] = []

    /// A machine of QEMU; what is not said is nil.
    public init(emulator: String? = nil, type: String? = nil, accelerator: String? = nil) {
      self.emulator = emulator
      self.type = type
      self.accelerator = accelerator
    }
  }

  /// One property of QEMU's CPU, as its `props` take it: booleans are booleans.
  public struct Setting: Equatable, Sendable {
    /// The property's name.
    public var name: String
    /// The property's value.
    public var value: JSONValue

    /// A property and its value.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Whose names the model and its features have.
  public var world: OtherName.World
  /// How the model is chosen.
  public var choice: Choice = .named
  /// The model's name; nil where the form takes the host's or none.
  public var model: String?
  /// The machine, as far as the form names it.
  public var machine = Machine()
  /// Everything that is asked for in QEMU's words, in the order in which it takes effect.
  public var settings: [Setting] = []
  /// The features that are asked for or against, in the form's own names and order.
  public var wishes: [Setting] = []
  /// Whether the form says how the CPU differs from libvirt's own model of the name, with nothing left out:
  /// then only libvirt's map says what it comes to.
  public var isDifference = false
  /// Features that it must have.
  public var required: [Feature] = []
  /// Features that it must be without.
  public var disabled: [Feature] = []
  /// Bits beyond the featureset that are asked for, or asked to be left out.
  package private(set) var others: [(name: OtherName, wish: Wish)] = []
  /// Names of what is asked for that no table has.
  public var unnamed: [String] = []
  /// Features that the host may add where it can.
  public var optional: [Feature] = []
  /// Settings of the machine that shape its CPU and are no features: name and value.
  public var properties: [(name: String, value: String)] = []

  /// A wish for a model, in the words of a world.
  public init(_ world: OtherName.World, model: String? = nil) {
    self.world = world
    self.model = model
  }

  /// What the CPU is called where a name is needed.
  public var name: String { model ?? (choice == .named ? "cpu" : choice.rawValue) }

  /// What a form says of a feature.
  package enum Wish: String { case required, disabled, optional }

  /// Takes what a form says of one name; the last word about a name counts.
  ///
  /// - Parameter known: what the name means; nil where no table has it.
  mutating func add(_ known: OtherName?, _ name: String, _ wish: Wish) {
    guard let known else {
      if wish == .required {
        unnamed.append(name)
      } else {
        properties.append((name, wish.rawValue))
      }
      return
    }
    guard let feature = known.feature else {
      others.removeAll { $0.name == known }
      others.append((known, wish))
      return
    }
    required.removeAll { $0 == feature }
    disabled.removeAll { $0 == feature }
    switch wish {
    case .required: required.append(feature)
    case .disabled: disabled.append(feature)
    case .optional: optional.append(feature)
    }
  }

  /// What the request says, in lines for people.
  public var notes: [String] {
    var lines: [String] = []
    if let model {
      lines.append(
        "the form names model \(model) and not what the model has: every register is unknown")
    } else if choice != .named {
      lines.append(
        "the form takes the host's CPU (\(choice.rawValue)), which is not in it: every register is "
          + "unknown")
    }
    if !required.isEmpty { lines.append("asked for: " + Self.list(required)) }
    if !disabled.isEmpty { lines.append("asked to be without: " + Self.list(disabled)) }
    let beyond = others.filter { $0.wish == .required }.map(\.name.name)
    if !beyond.isEmpty {
      lines.append("asked for, beyond the featureset: " + beyond.joined(separator: ", "))
    }
    if !unnamed.isEmpty {
      lines.append("asked for, and in no table: " + unnamed.joined(separator: ", "))
    }
    return lines
  }

  /// What the request says, in the words that comparisons and digests use.
  var statements: [Statement] {
    var result: [Statement] = []
    if model != nil || choice != .named { result.append(Statement("model", name)) }
    for (features, word) in [
      (required, "required"), (disabled, "disabled"), (optional, "optional"),
    ] {
      result += features.map { Statement("feature \($0.optionName)", word) }
    }
    result += others.map { Statement("feature \($0.name.name)", $0.wish.rawValue) }
    result += unnamed.map { Statement("feature \($0)", "required") }
    return result + properties.map { Statement("property \($0.name)", $0.value) }
  }

  /// The bits beyond the featureset that are on.
  var otherStatements: [Statement] {
    others.filter { $0.wish == .required }.map {
      Statement("feature \($0.name.name)", $0.wish.rawValue)
    }
  }

  private static func list(_ features: [Feature]) -> String {
    features.map(\.optionName).joined(separator: ", ")
  }
}
