// SPDX-License-Identifier: Apache-2.0

import Machine

/// The first serial port, and the port by which the emulation ends.
enum Console {
  private static let port: UInt16 = 0x3f8

  static func write(byte: UInt8) {
    while in8(port &+ 5) & 0x20 == 0 {}
    out8(port, byte)
  }

  static func write(_ text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount { write(byte: text.utf8Start[index]) }
  }

  static func write(bytes: Span<UInt8>) {
    for index in bytes.indices { write(byte: bytes[index]) }
  }

  static func write(_ number: UInt64) {
    if number >= 10 { write(number / 10) }
    write(byte: UInt8(truncatingIfNeeded: 0x30 &+ number % 10))
  }

  static func write(_ number: UInt32) { write(UInt64(number)) }

  static func write(_ number: Int32) {
    if number < 0 { write(byte: UInt8(ascii: "-")) }
    write(UInt64(number.magnitude))
  }

  static func write(hex number: UInt64, digits: Int = 0) {
    var shift = 60
    while shift >= 0 {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift) & 15)
      if shift == 0 || shift < digits &* 4 || number >> UInt64(shift) != 0 {
        write(byte: digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
      }
      shift &-= 4
    }
  }

  static func line(_ text: StaticString) {
    write(text)
    line()
  }

  static func line() { write(byte: 10) }

  /// Ends the emulation: its status is `code` * 2 + 1.
  static func end(_ code: UInt8) -> Never {
    out8(0xf4, code)
    while true { stop() }
  }
}
