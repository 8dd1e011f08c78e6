// SPDX-License-Identifier: Apache-2.0

import Machine

/// What the hypervisor takes from the machine's memory; nothing is given back.
enum Memory {
  static let pageSize: UInt64 = 4096
  nonisolated(unsafe) private static var next: UInt64 = 0
  nonisolated(unsafe) private static var end: UInt64 = 0

  static func begin(_ boot: BootInformation) {
    next = (boot.endOfData &+ pageSize &- 1) & ~(pageSize &- 1)
    end = boot.endOfMemory
  }

  /// Zeroed memory.
  static func take(_ bytes: UInt64, alignment: UInt64 = pageSize) -> UInt64 {
    let start = (next &+ alignment &- 1) & ~(alignment &- 1)
    let size = (bytes &+ pageSize &- 1) & ~(pageSize &- 1)
    guard start &+ size <= end else { fail("the machine has too little memory") }
    next = start &+ size
    clear(start, size)
    return start
  }

  static func clear(_ start: UInt64, _ bytes: UInt64) {
    let words: UnsafeMutablePointer<UInt64> = pointer(start)
    for index in 0..<Int(bytes / 8) { words[index] = 0 }
  }

  /// A large value whose bytes are zero, to be prepared in place: it never stands on the stack.
  static func make<Value: BitwiseCopyable>(_ type: Value.Type) -> UnsafeMutablePointer<Value> {
    let address = take(UInt64(MemoryLayout<Value>.stride))
    return UnsafeMutableRawPointer(bitPattern: UInt(address))!
      .bindMemory(to: type, capacity: 1)
  }
}

/// Memory at an address; all of it is mapped where it stands.
func pointer<Value>(_ address: UInt64) -> UnsafePointer<Value> {
  UnsafePointer(bitPattern: UInt(address))!
}

func pointer<Value>(_ address: UInt64) -> UnsafeMutablePointer<Value> {
  UnsafeMutablePointer(bitPattern: UInt(address))!
}

/// Ends with what is wrong.
func fail(_ text: StaticString) -> Never {
  Console.write("fatal: ")
  Console.line(text)
  Console.end(1)
}

/// The hypervisor's own stack, which boot.S painted.
enum Stack {
  /// The most that was used so far, in bytes.
  static var depth: UInt64 {
    var address = stack_bottom_address()
    while address < stack_top_address() {
      let word: UnsafePointer<UInt64> = pointer(address)
      if word.pointee != 0xa5a5_a5a5_a5a5_a5a5 { break }
      address &+= 8
    }
    return stack_top_address() &- address
  }
}
