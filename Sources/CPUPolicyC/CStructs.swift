// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// What every struct that crosses begins with.
struct Head {
  var size: UInt32
  var version: UInt32

  static let version: UInt32 = 1

  /// A struct of the caller, where it is of the version that this library knows.
  @inline(__always)
  static func check<Struct>(
    _ pointer: UnsafeRawPointer?, _ type: Struct.Type
  ) -> UnsafePointer<Struct>? {
    check(pointer, size: MemoryLayout<Struct>.stride)?.assumingMemoryBound(to: Struct.self)
  }

  // Once in an archive, not once for each struct.
  @inline(never)
  private static func check(_ pointer: UnsafeRawPointer?, size: Int) -> UnsafeRawPointer? {
    guard let head = pointer?.assumingMemoryBound(to: Head.self).pointee else { return nil }
    let isKnown = head.size == UInt32(truncatingIfNeeded: size) && head.version == version
    return isKnown ? pointer : nil
  }
}

/// A featureset as C has it: room for words to come.
typealias FeatureWords = InlineArray<32, UInt32>

extension FeatureSet {
  init(_ words: UnsafePointer<UInt32>) {
    self.init()
    for word in 0..<Feature.wordCount { self[word: word] = words[word] }
  }

  @inline(never)
  init(_ words: borrowing FeatureWords) {
    self.init()
    let span = words.span
    for word in 0..<Feature.wordCount { self[word: word] = span[word] }
  }

  func store(_ words: UnsafeMutablePointer<UInt32>) {
    for word in 0..<Feature.wordCount { words[word] = self[word: word] }
  }
}

/// A byte of the caller as an answer.
enum Answer {
  /// nil for unknown, and for what is no answer.
  @inline(never)
  static func known(_ byte: UInt8) -> Bool? { byte == 1 ? true : byte == 2 ? false : nil }

  @inline(never)
  static func or(_ byte: UInt8, _ usual: Bool) -> Bool { known(byte) ?? usual }
}

/// `struct cpupolicy_error`.
struct ErrorRecord {
  var head = Head(size: 56, version: Head.version)
  var leaf: UInt32 = .max
  var subleaf: UInt32 = .max
  var register: UInt32 = 0
  var msr: UInt32 = .max
  var high: UInt32 = 0
  var low: UInt32 = 0
  var code: UInt32 = 0
  var severity: UInt32 = 0
  var value: UInt64 = 0
  var bound: UInt64 = 0

  /// No place, nothing wrong.
  init() {}

  init(_ error: WireError) {
    leaf = error.leaf
    subleaf = error.subleaf
    msr = error.msr
  }

  /// A topology that makes no sense has no place, and the code for what it has no room for.
  init(_ error: TopologyError) {
    guard let violation = error.violation else {
      self.init()
      code = UInt32(ViolationCode.capacity.rawValue)
      value = UInt64(error.value)
      bound = UInt64(error.bound)
      return
    }
    self.init(violation)
  }

  init(_ violation: borrowing Violation) {
    switch violation.place {
    case .leaf(let place, let register):
      leaf = place.leaf
      subleaf = place.subleaf
      self.register = UInt32(register.rawValue)
    case .msr(let index): msr = index.rawValue
    }
    high = UInt32(truncatingIfNeeded: violation.highBit)
    low = UInt32(truncatingIfNeeded: violation.lowBit)
    code = UInt32(violation.code.rawValue)
    severity = UInt32(violation.severity.rawValue)
    value = violation.value
    bound = violation.bound
  }

  /// The caller's record for one error: null is fine, one of another version is not.
  static func isUsable(_ pointer: UnsafeMutableRawPointer?) -> Bool {
    pointer == nil || Head.check(pointer.map { UnsafeRawPointer($0) }, ErrorRecord.self) != nil
  }

  static func store(_ record: ErrorRecord, _ pointer: UnsafeMutableRawPointer?) {
    pointer?.assumingMemoryBound(to: ErrorRecord.self).pointee = record
  }
}
