// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// What is wrong with one item of a `cpuid=` list.
public struct CPUIDOptionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where the item's offending part begins in the list, counted from 1.
  public var column: Int
  /// The item as it was written.
  public var item: String
  /// What is wrong with it.
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
  /// At least one, in the order of the list.
  public var errors: [CPUIDOptionError]

  /// So many errors offer other names; a text of a hundred thousand names is no list that somebody mistyped.
  static let mostOffers = 16

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// The hypervisor's `cpuid=` option: `name`, `no-name`, `name=BOOLEAN`, `name=guest`, `key=NUMBER`,
/// separated by commas.
///
/// The core parses it (`OptionList`); here errors get words and the nearest names.
/// `docs/semantics/options.md`.
public struct CPUIDOption: Sendable {
  /// The list as the core parses it.
  public var list: OptionList

  /// `no-NAME`: features that neither the hypervisor nor a guest shall have.
  public var optedOut: FeatureSet { list.optedOut }
  /// `NAME`: features that are used and offered although they are off by default.
  public var optedIn: FeatureSet { list.optedIn }
  /// `NAME=guest`: features that the hypervisor does not use itself but offers to HVM guests.
  public var guestOnly: FeatureSet { list.guestOnly }

  /// `KEY=NUMBER`: an upper bound for a field.
  public struct Limit: Equatable, Sendable {
    /// The field whose key was written.
    public var field: Field
    /// The largest value that guests get.
    public var value: UInt32
  }

  /// All upper bounds, one a field.
  public var limits: [Limit] {
    var limits: [Limit] = []
    list.limits.forEachLimit { limits.append(Limit(field: $0, value: $1)) }
    return limits
  }

  /// Parses a list; every error is reported, not only the first.
  public init(parsing text: String) throws(CPUIDOptionErrors) {
    let bytes = Array(text.utf8)
    var errors: [CPUIDOptionError] = []
    var list = OptionList()
    // Characters before the last error, so that a long list is counted once.
    var counted = (bytes: 0, characters: 0)
    list.read(bytes.span) { problem in
      counted.characters +=
        String(decoding: bytes[counted.bytes..<problem.offset], as: UTF8.self).count
      counted.bytes = problem.offset
      let isFirst = errors.count < CPUIDOptionErrors.mostOffers
      errors.append(
        CPUIDOptionError(problem, in: bytes, column: counted.characters + 1, withOffer: isFirst))
    }
    if !errors.isEmpty { throw CPUIDOptionErrors(errors: errors) }
    self.list = list
  }

  /// The numeric keys by name.
  static let keys: [String: Field] = {
    var result: [String: Field] = [:]
    for field in FieldText.optionFields { result[field.optionKey] = field }
    return result
  }()

  // MARK: Nearest names

  fileprivate static func nearest(to name: String) -> [String] {
    let isNegated = name.hasPrefix("no-")
    let wanted = isNegated ? String(name.dropFirst(3)) : name
    let found = NearestNames.of(wanted, among: Array(Feature.byOptionName.keys) + Array(keys.keys))
    return found.map { isNegated ? "no-" + $0 : $0 }
  }
}

extension CPUIDOptionError {
  /// What the core found in a list, in words.
  fileprivate init(
    _ problem: OptionList.Problem, in list: [UInt8], column: Int, withOffer: Bool
  ) {
    self.column = column
    item = String(decoding: list[problem.item], as: UTF8.self)
    let name = String(item.prefix { $0 != "=" })
    nearest = []
    switch problem.fault {
    case .empty: message = "the item is empty"
    case .unknownName:
      message = "unknown name"
      if withOffer { nearest = CPUIDOption.nearest(to: name) }
    case .negatedValue:
      message = "a negated name takes no value"
      nearest = [name]
    case .notBoolean:
      message =
        "neither a boolean (yes, on, true, enable, 1, no, off, false, disable, 0) nor guest"
    case .notNumber: message = "the key takes a number, decimal or 0x"
    case .aboveField: message = "\(problem.value) is above the field's \(problem.bound)"
    case .tooManyKeys: message = "more than \(FieldLimits.capacity) keys"
    }
  }
}

extension DerivationOptions {
  /// Takes over a parsed `cpuid=` list.
  public mutating func apply(_ option: CPUIDOption) { apply(option.list) }

  /// Takes over a parsed `dom0-cpuid=` list.
  public mutating func applyDom0(_ option: CPUIDOption) { applyDom0(option.list) }
}
