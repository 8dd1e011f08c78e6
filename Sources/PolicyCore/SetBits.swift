// SPDX-License-Identifier: Apache-2.0

/// The numbers of the bits that are set in a word, ascending. No `Sequence`, which brings allocations
/// into a freestanding core.
@usableFromInline
@frozen
struct SetBits<Word: FixedWidthInteger & UnsignedInteger> {
  @usableFromInline var rest: Word

  @inlinable
  @inline(__always)
  init(_ word: Word) { rest = word }

  @inlinable
  @inline(__always)
  mutating func next() -> Int? {
    guard rest != 0 else { return nil }
    let bit = rest.trailingZeroBitCount
    rest &= rest &- 1
    return bit
  }
}

/// The runs of bits that are set in a word without a gap, ascending.
struct BitRuns<Word: FixedWidthInteger & UnsignedInteger> {
  private var rest: Word

  init(_ word: Word) { rest = word }

  @inline(__always)
  mutating func next() -> BitRun<Word>? {
    guard rest != 0 else { return nil }
    let low = rest.trailingZeroBitCount
    let length = (~(rest &>> Word(truncatingIfNeeded: low))).trailingZeroBitCount
    let ones = Word.max &>> Word(truncatingIfNeeded: Word.bitWidth &- length)
    rest &= ~(ones &<< Word(truncatingIfNeeded: low))
    return BitRun(bits: low...(low &+ length &- 1), ones: ones)
  }
}

/// Bits without a gap.
struct BitRun<Word: FixedWidthInteger & UnsignedInteger> {
  var bits: ClosedRange<Int>
  /// As many ones, shifted down.
  var ones: Word
}
