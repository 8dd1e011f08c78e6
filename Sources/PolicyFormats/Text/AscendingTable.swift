// SPDX-License-Identifier: Apache-2.0

/// Values by keys that nearly always come in ascending order, as the rows and the CPUs of a dump do.
///
/// A dictionary costs a short program more to be set up than all else that it reads; only keys out of
/// order go to one.
struct AscendingTable<Value> {
  private var keys: [UInt64] = []
  private var values: [Value] = []
  private var strays: [UInt64: Value] = [:]

  var count: Int { keys.count + strays.count }
  var isEmpty: Bool { keys.isEmpty }

  subscript(key: UInt64) -> Value? {
    if let index = index(of: key) { return values[index] }
    return strays.isEmpty ? nil : strays[key]
  }

  /// Adds a value, unless its key is there already.
  /// - Returns: the value that was there.
  mutating func insert(_ value: Value, at key: UInt64) -> Value? {
    if let last = keys.last, key <= last {
      if let present = self[key] { return present }
      strays[key] = value
      return nil
    }
    keys.append(key)
    values.append(value)
    return nil
  }

  /// Changes the value of a key, where it is there.
  mutating func change(_ key: UInt64, _ body: (inout Value) -> Void) {
    if let index = index(of: key) {
      body(&values[index])
    } else if var value = strays[key] {
      body(&value)
      strays[key] = value
    }
  }

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    if !strays.isEmpty { strays.removeAll(keepingCapacity: true) }
  }

  private func index(of key: UInt64) -> Int? {
    var range = 0..<keys.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if keys[middle] == key { return middle }
      range = keys[middle] < key ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
