extension StaticString {
  /// The bytes from one offset to another as a string; empty where they lie outside.
  func text(from start: UInt32, to end: UInt32) -> String {
    guard start < end, Int(end) <= utf8CodeUnitCount else { return "" }
    let bytes = UnsafeBufferPointer(start: utf8Start + Int(start), count: Int(end - start))
    return String(decoding: bytes, as: UTF8.self)
  }
}
