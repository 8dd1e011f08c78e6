// SPDX-License-Identifier: Apache-2.0

/// The hypervisor's `cpuid=` option, parsed: `name`, `no-name`, `name=BOOLEAN`, `name=guest`,
/// `key=NUMBER`, separated by commas.
///
/// Names come from `ABI/features.csv`, keys from the `option` column of `ABI/fields.csv`. Clears
/// accumulate: a later positive does not undo them. `docs/semantics/options.md`.
public struct OptionList: Sendable {
  /// `no-NAME`: features that neither the hypervisor nor a guest shall have.
  public var optedOut = FeatureSet()
  /// `NAME`: features that are used and offered although they are off by default.
  public var optedIn = FeatureSet()
  /// `NAME=guest`: features that the hypervisor does not use itself but offers to HVM guests.
  public var guestOnly = FeatureSet()
  /// `KEY=NUMBER`: upper bounds for numeric fields of guests.
  public var limits = FieldLimits()

  /// What is wrong with one item.
  public struct Problem: Sendable {
    /// In which way an item is wrong.
    public enum Fault: UInt8, Sendable {
      /// Nothing stands between two commas.
      case empty = 1
      /// Neither a feature nor a key.
      case unknownName
      /// `no-NAME=VALUE`.
      case negatedValue
      /// The value of a feature is neither a boolean nor `guest`.
      case notBoolean
      /// The value of a key is no number, decimal or 0x, of at most 32 bits.
      case notNumber
      /// The number is above what the key's field can hold.
      case aboveField
      /// More keys than there is room for.
      case tooManyKeys
    }

    /// In which way the item is wrong.
    public var fault: Fault
    /// Bytes of the list before the item, and before its end.
    public var item: Range<Int>
    /// Bytes of the list before the part of the item that is at fault.
    public var offset: Int
    /// The number, and the field's largest, where one is above the other.
    public var value: UInt32 = 0
    /// What the field holds at most, where the value is above it; else 0.
    public var bound: UInt32 = 0
  }

  /// The list of an empty option.
  public init() {}

  /// Reads a list, and calls `body` for each item at fault, in order. Whoever sees a fault applies
  /// nothing of the list.
  public mutating func read(_ text: Span<UInt8>, _ body: (Problem) -> Void) {
    var start = 0
    for position in 0...text.count
    where position == text.count || text[position] == UInt8(ascii: ",") {
      let item = text.extracting(start..<position)
      if var problem = take(item) {
        problem.item = start..<position
        problem.offset &+= start
        body(problem)
      }
      start = position &+ 1
    }
    optedIn.subtract(optedOut)
    guestOnly.subtract(optedOut)
    optedIn.subtract(guestOnly)
  }

  // MARK: One item

  /// Takes an item in; returns what is wrong with it, with offsets from its own beginning.
  private mutating func take(_ item: Span<UInt8>) -> Problem? {
    let end = OptionList.end(ofName: item)
    let name = item.extracting(first: end)
    let value = min(end &+ 1, item.count)
    if name.isEmpty { return fault(.empty, at: 0) }
    if let feature = OptionNames.feature(name) {
      if end == item.count {
        optIn(feature)
        return nil
      }
      return set(feature, item.extracting(droppingFirst: value), at: value)
    }
    if OptionList.isNegated(name),
      let feature = OptionNames.feature(name.extracting(droppingFirst: 3))
    {
      if end < item.count { return fault(.negatedValue, at: end) }
      optedOut.insert(feature)
      return nil
    }
    if let field = OptionNames.field(name) {
      return limit(field, item.extracting(droppingFirst: value), at: value)
    }
    return fault(.unknownName, at: 0)
  }

  private mutating func optIn(_ feature: Feature) {
    optedIn.insert(feature)
    guestOnly.remove(feature)
  }

  private mutating func set(_ feature: Feature, _ value: Span<UInt8>, at offset: Int) -> Problem? {
    if OptionList.isAny(value, of: "yes,on,true,enable,1,") {
      optIn(feature)
    } else if OptionList.isAny(value, of: "no,off,false,disable,0,") {
      optedOut.insert(feature)
    } else if OptionList.isAny(value, of: "guest,") {
      guestOnly.insert(feature)
      optedIn.remove(feature)
    } else {
      return fault(.notBoolean, at: offset)
    }
    return nil
  }

  private mutating func limit(_ field: Field, _ value: Span<UInt8>, at offset: Int) -> Problem? {
    guard let number = OptionList.number(value) else { return fault(.notNumber, at: offset) }
    guard number <= field.valueMask else {
      var problem = fault(.aboveField, at: offset)
      problem.value = number
      problem.bound = field.valueMask
      return problem
    }
    return limits.set(field, number) ? nil : fault(.tooManyKeys, at: offset)
  }

  private func fault(_ fault: Problem.Fault, at offset: Int) -> Problem {
    Problem(fault: fault, item: 0..<0, offset: offset)
  }

  // MARK: Bytes

  private static func end(ofName item: Span<UInt8>) -> Int {
    for position in item.indices where item[position] == UInt8(ascii: "=") { return position }
    return item.count
  }

  private static func isNegated(_ name: Span<UInt8>) -> Bool {
    name.count > 3 && name[0] == UInt8(ascii: "n") && name[1] == UInt8(ascii: "o")
      && name[2] == UInt8(ascii: "-")
  }

  private static func isAny(_ word: Span<UInt8>, of list: StaticString) -> Bool {
    OptionNames.index(of: word, in: list) != nil
  }

  /// Decimal digits, or hexadecimal ones behind 0x.
  private static func number(_ text: Span<UInt8>) -> UInt32? {
    let isHex =
      text.count > 2 && text[0] == UInt8(ascii: "0") && text[1] | 0x20 == UInt8(ascii: "x")
    let radix: UInt64 = isHex ? 16 : 10
    var position = isHex ? 2 : 0
    guard position < text.count else { return nil }
    var number: UInt64 = 0
    while position < text.count {
      guard let digit = digit(text[position]), digit < radix else { return nil }
      number = number &* radix &+ digit
      if number > 0xffff_ffff { return nil }
      position &+= 1
    }
    return UInt32(truncatingIfNeeded: number)
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte &- UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte &- UInt8(ascii: "a") &+ 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte &- UInt8(ascii: "A") &+ 10)
    default: nil
    }
  }
}

extension DerivationOptions {
  /// Takes over a parsed `cpuid=` list.
  /// - Returns: false where there is no room for all of its limits.
  @discardableResult
  public mutating func apply(_ list: borrowing OptionList) -> Bool {
    optedOut.formUnion(list.optedOut)
    optedIn.formUnion(list.optedIn)
    guestOnly.formUnion(list.guestOnly)
    var haveRoom = true
    list.limits.forEachLimit { if !limits.set($0, $1) { haveRoom = false } }
    return haveRoom
  }

  /// Takes over a parsed `dom0-cpuid=` list.
  public mutating func applyDom0(_ list: borrowing OptionList) {
    dom0OptedIn.formUnion(list.optedIn)
    dom0OptedOut.formUnion(list.optedOut)
  }
}

// A comparison member by member becomes a call that a freestanding core lacks.
#if !hasFeature(Embedded)
  extension OptionList.Problem: Equatable {}
#endif
