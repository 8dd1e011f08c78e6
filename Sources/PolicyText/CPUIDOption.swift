import CPUPolicy

/// What is wrong with one item of a `cpuid=` list.
public struct CPUIDOptionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where the item's offending part begins in the list, counted from 1.
  public var column: Int
  public var item: String
  public var message: String
  /// Names that the writer may have meant, nearest first.
  public var nearest: [String]

  public var description: String {
    let offer = nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?"
    return "column \(column): \"\(item)\": \(message)\(offer)"
  }
}

/// All that is wrong with a list, in order.
public struct CPUIDOptionErrors: Error, Equatable, Sendable, CustomStringConvertible {
  public var errors: [CPUIDOptionError]
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// The hypervisor's `cpuid=` option: `name`, `no-name`, `name=BOOLEAN`, `name=guest`, `key=NUMBER`,
/// separated by commas.
///
/// Names come from ABI/features.csv, keys from the `option` column of ABI/fields.csv. Clears
/// accumulate: a later positive does not undo them. `docs/semantics/options.md`.
public struct CPUIDOption: Equatable, Sendable {
  public var optedOut = FeatureSet()
  public var optedIn = FeatureSet()
  public var guestOnly = FeatureSet()
  public var limits: [Limit] = []

  public struct Limit: Equatable, Sendable {
    public var field: Field
    public var value: UInt32
  }

  public init() {}

  /// Parses a list; every error is reported, not only the first.
  public init(parsing list: String) throws(CPUIDOptionErrors) {
    var errors: [CPUIDOptionError] = []
    var column = 1
    for item in list.split(separator: ",", omittingEmptySubsequences: false) {
      if let error = apply(String(item), column) { errors.append(error) }
      column += item.count + 1
    }
    if !errors.isEmpty { throw CPUIDOptionErrors(errors: errors) }
    optedIn.subtract(optedOut)
    guestOnly.subtract(optedOut)
    optedIn.subtract(guestOnly)
  }

  private mutating func apply(_ item: String, _ column: Int) -> CPUIDOptionError? {
    let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let value = parts.count == 2 ? String(parts[1]) : nil
    guard !name.isEmpty else {
      return CPUIDOptionError(column: column, item: item, message: "the item is empty", nearest: [])
    }
    if let feature = Feature.byOptionName[name] {
      return set(feature, value, item, column + name.count + 1)
    }
    if name.hasPrefix("no-"), let feature = Feature.byOptionName[String(name.dropFirst(3))] {
      guard value == nil else {
        return CPUIDOptionError(
          column: column + name.count, item: item, message: "a negated name takes no value",
          nearest: [name])
      }
      optedOut.insert(feature)
      return nil
    }
    if let field = CPUIDOption.keys[name] {
      return limit(field, value, item, column + name.count + 1)
    }
    return CPUIDOptionError(
      column: column, item: item, message: "unknown name", nearest: CPUIDOption.nearest(to: name))
  }

  private mutating func set(
    _ feature: Feature, _ value: String?, _ item: String, _ column: Int
  ) -> CPUIDOptionError? {
    switch value {
    case nil, "yes", "on", "true", "enable", "1":
      optedIn.insert(feature)
      guestOnly.remove(feature)
    case "no", "off", "false", "disable", "0": optedOut.insert(feature)
    case "guest":
      guestOnly.insert(feature)
      optedIn.remove(feature)
    default:
      return CPUIDOptionError(
        column: column, item: item,
        message:
          "neither a boolean (yes, on, true, enable, 1, no, off, false, disable, 0) nor guest",
        nearest: [])
    }
    return nil
  }

  private mutating func limit(
    _ field: Field, _ value: String?, _ item: String, _ column: Int
  ) -> CPUIDOptionError? {
    let text = value ?? ""
    let isHex = text.hasPrefix("0x") || text.hasPrefix("0X")
    let number = isHex ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
    guard let number else {
      return CPUIDOptionError(
        column: column, item: item, message: "the key takes a number, decimal or 0x", nearest: [])
    }
    guard number <= field.valueMask else {
      return CPUIDOptionError(
        column: column, item: item, message: "\(number) is above the field's \(field.valueMask)",
        nearest: [])
    }
    limits.removeAll { $0.field == field }
    guard limits.count < FieldLimits.capacity else {
      return CPUIDOptionError(
        column: column, item: item, message: "more than \(FieldLimits.capacity) keys", nearest: [])
    }
    limits.append(Limit(field: field, value: number))
    return nil
  }

  /// The numeric keys by name.
  static let keys: [String: Field] = {
    var result: [String: Field] = [:]
    for field in Field.all where !field.optionKey.isEmpty { result[field.optionKey] = field }
    return result
  }()

  // MARK: Nearest names

  private static func nearest(to name: String) -> [String] {
    let isNegated = name.hasPrefix("no-")
    let wanted = isNegated ? String(name.dropFirst(3)) : name
    let found = NearestNames.of(wanted, among: Array(Feature.byOptionName.keys) + Array(keys.keys))
    return found.map { isNegated ? "no-" + $0 : $0 }
  }
}

extension DerivationOptions {
  /// Takes over a parsed `cpuid=` list.
  public mutating func apply(_ option: CPUIDOption) {
    optedOut.formUnion(option.optedOut)
    optedIn.formUnion(option.optedIn)
    guestOnly.formUnion(option.guestOnly)
    for limit in option.limits { _ = limits.set(limit.field, limit.value) }
  }

  /// Takes over a parsed `dom0-cpuid=` list.
  public mutating func applyDom0(_ option: CPUIDOption) {
    dom0OptedIn.formUnion(option.optedIn)
    dom0OptedOut.formUnion(option.optedOut)
  }
}
