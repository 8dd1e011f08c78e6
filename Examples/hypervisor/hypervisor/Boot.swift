// SPDX-License-Identifier: Apache-2.0

import Machine

/// What the boot loader leaves.
struct BootInformation {
  private let record: UnsafePointer<multiboot_information>

  init(_ address: UInt64) { record = pointer(address) }

  // MARK: Command line

  /// The words of the command line, the program's own name first.
  var words: Words {
    guard record.pointee.flags & 4 != 0 else { return Words() }
    return Words(UInt64(record.pointee.command_line))
  }

  func hasWord(_ word: StaticString) -> Bool { words.contains(word) }

  // MARK: Modules

  var moduleCount: Int { record.pointee.flags & 8 != 0 ? Int(record.pointee.module_count) : 0 }

  func module(_ index: Int) -> Module {
    let list: UnsafePointer<multiboot_module> = pointer(UInt64(record.pointee.modules))
    return Module(
      start: UInt64(list[index].start), end: UInt64(list[index].end),
      words: Words(UInt64(list[index].text)))
  }

  // MARK: Memory

  /// The end of the memory that begins at 1 MB and in which the hypervisor stands.
  var endOfMemory: UInt64 {
    var offset: UInt64 = 0
    while offset < UInt64(record.pointee.map_length) {
      let range: UnsafePointer<multiboot_range> = pointer(UInt64(record.pointee.map) &+ offset)
      // Unaligned, so by its bytes.
      let item = UnsafeRawPointer(range).loadUnaligned(as: multiboot_range.self)
      if item.kind == 1, item.base == 0x10_0000 { return min(item.base &+ item.bytes, 1 << 30) }
      offset &+= UInt64(item.length) &+ 4
    }
    return UInt64(record.pointee.upper) &<< 10 &+ 0x10_0000
  }

  /// The first byte behind everything that the boot loader left above 1 MB.
  var endOfData: UInt64 {
    var end = max(image_end_address(), words.end)
    end = max(end, UInt64(record.pointee.modules) &+ UInt64(moduleCount) &* 16)
    end = max(end, UInt64(UInt(bitPattern: record)) &+ 128)
    for index in 0..<moduleCount {
      end = max(end, module(index).end)
      end = max(end, module(index).words.end)
    }
    return end
  }
}

/// A file that was loaded with the hypervisor.
struct Module {
  let start: UInt64
  let end: UInt64
  /// Its name and what was said behind it.
  let words: Words

  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: UnsafeRawPointer(bitPattern: UInt(start)), count: Int(end &- start))
  }
}

extension Module {
  /// A number behind a key; 0 where it is not there.
  func number(_ key: StaticString) -> UInt64 {
    words.value(key) == nil ? 0 : UInt64(words.numbers(key).0)
  }
}

/// Words of a text that ends with a zero, between spaces.
struct Words {
  private let text: UnsafePointer<UInt8>?

  init() { text = nil }
  init(_ address: UInt64) { text = UnsafePointer(bitPattern: UInt(address)) }

  /// The address behind the text.
  var end: UInt64 {
    guard var end = text else { return 0 }
    while end.pointee != 0 { end += 1 }
    return UInt64(UInt(bitPattern: end)) &+ 1
  }

  /// Calls `body` with each word.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard var start = text else { return }
    while true {
      while start.pointee == 0x20 { start += 1 }
      guard start.pointee != 0 else { return }
      var end = start
      while end.pointee != 0x20 && end.pointee != 0 { end += 1 }
      body(UnsafeBufferPointer(start: start, count: end - start))
      start = end
    }
  }

  func contains(_ word: StaticString) -> Bool {
    var isThere = false
    forEach { if $0.count == word.utf8CodeUnitCount && Self.begins($0, word) { isThere = true } }
    return isThere
  }

  /// What stands behind `key` in the last word that begins with it.
  func value(_ key: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var found: UnsafeBufferPointer<UInt8>?
    forEach {
      if Self.begins($0, key) {
        found = UnsafeBufferPointer(rebasing: $0[key.utf8CodeUnitCount...])
      }
    }
    return found
  }

  /// Numbers between colons behind a key; 1 for those that are not there.
  func numbers(_ key: StaticString) -> (UInt32, UInt32, UInt32, UInt32) {
    var result: (UInt32, UInt32, UInt32, UInt32) = (1, 1, 1, 1)
    guard let text = value(key) else { return result }
    var index = 0
    var number: UInt32 = 0
    for position in 0...text.count {
      if position < text.count, text[position] != 0x3a {
        number = number &* 10 &+ UInt32(text[position] &- 0x30)
        continue
      }
      switch index {
      case 0: result.0 = number
      case 1: result.1 = number
      case 2: result.2 = number
      default: result.3 = number
      }
      index &+= 1
      number = 0
    }
    return result
  }

  private static func begins(_ text: UnsafeBufferPointer<UInt8>, _ key: StaticString) -> Bool {
    guard text.count >= key.utf8CodeUnitCount else { return false }
    for index in 0..<key.utf8CodeUnitCount where text[index] != key.utf8Start[index] {
      return false
    }
    return true
  }
}
