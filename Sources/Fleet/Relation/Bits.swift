// SPDX-License-Identifier: Apache-2.0

/// A set of small numbers, a bit each: hosts, or classes of them.
public struct Bits: Hashable, Sendable {
  /// The bits, the first number in the lowest one.
  public private(set) var words: [UInt64]

  /// The empty set of numbers below `count`.
  public init(below count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// All numbers below `count`.
  public init(allBelow count: Int) {
    words = [UInt64](repeating: .max, count: (count + 63) / 64)
    if count % 64 != 0 { words[words.count - 1] = .max >> UInt64(64 - count % 64) }
  }

  /// Makes room for numbers below `count`.
  mutating func grow(below count: Int) {
    while words.count * 64 < count { words.append(0) }
  }

  /// Whether a number is in the set.
  public func contains(_ number: Int) -> Bool {
    words[number >> 6] >> UInt64(number & 63) & 1 != 0
  }

  /// Adds a number, which must be below the set's room.
  public mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  /// Takes out a number, which must be below the set's room.
  public mutating func remove(_ number: Int) { words[number >> 6] &= ~(1 << UInt64(number & 63)) }

  /// Keeps what the other set has, too.
  public mutating func formIntersection(_ other: Bits) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// Adds everything of the other set.
  public mutating func formUnion(_ other: Bits) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Takes out everything of the other set.
  public mutating func subtract(_ other: Bits) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Whether the sets have a number in common.
  public func intersects(_ other: Bits) -> Bool {
    for index in words.indices where words[index] & other.words[index] != 0 { return true }
    return false
  }

  /// Whether the other set has all of this one.
  public func isSubset(of other: Bits) -> Bool {
    for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
    return true
  }

  /// Whether no number is in the set.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// How many numbers are in the set.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The numbers in ascending order.
  public var numbers: [Int] {
    var result: [Int] = []
    forEachNumber { result.append($0) }
    return result
  }

  /// Calls `body` for each number, in ascending order.
  @inlinable
  public func forEachNumber(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index << 6 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}
