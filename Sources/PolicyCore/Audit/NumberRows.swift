// SPDX-License-Identifier: Apache-2.0

/// The rows that an auditor compares as numbers, each with where it stands.
struct NumberRows: Sendable {
  /// A field in one subleaf.
  struct Row: Sendable, BitwiseCopyable {
    /// The field's bits in its register.
    var mask: UInt32
    /// Index of the register in a policy's storage.
    var position: UInt16
    var field: Field
    /// What the number waits for.
    var owner: Owner
    /// Whether the context or the candidate itself may lower the bound's value.
    var hasOwnLimit: Bool
  }

  private(set) var rows = Storage(
    repeating: Row(
      mask: 0, position: 0, field: .maxBasicLeaf, owner: .none, hasOwnLimit: false))
  private(set) var count = 0

  mutating func removeAll() { count = 0 }

  /// Adds a field in one subleaf.
  /// - Returns: false where no policy stores the place. There is room for every row of the tables; one
  ///   that found none would be left out, too, and must then be refused whatever it holds.
  mutating func append(_ field: Field, _ subleaf: UInt32) -> Bool {
    guard count < NumberRows.capacity, let slot = field.slot(subleaf: subleaf) else { return false }
    var span = rows.mutableSpan
    span[count] = Row(
      mask: field.mask,
      position: UInt16(truncatingIfNeeded: slot &* 4 &+ Int(field.register.rawValue)),
      field: field, owner: field.owner(subleaf: subleaf),
      hasOwnLimit: field == .maxPhysicalAddressBits || field == .maxExtendedLeaf
        || field == .guestPhysicalAddressBits)
    count &+= 1
    return true
  }
}
