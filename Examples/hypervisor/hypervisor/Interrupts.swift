// SPDX-License-Identifier: Apache-2.0

import Machine

/// Where vectors.S arrives, with interrupts off.
@c(interrupt_entry)
func interruptEntry(_ frame: UnsafeMutablePointer<interrupt_frame>) {
  let vector = frame.pointee.vector
  if vector >= 32 { return Timer.tick(vector) }
  if vector == 13, is_msr_access(frame.pointee.rip) != 0 {
    frame.pointee.rip = refused_address()
    return
  }
  Console.write("fatal: exception ")
  Console.write(vector)
  Console.write(" at 0x")
  Console.write(hex: frame.pointee.rip)
  Console.write(", error 0x")
  Console.write(hex: frame.pointee.error)
  Console.write(", cr2 0x")
  Console.write(hex: read_cr2())
  Console.write(", rsp 0x")
  Console.write(hex: frame.pointee.rsp)
  Console.line()
  Console.end(1)
}

/// The interval timer, by which virtual CPUs take turns.
enum Timer {
  nonisolated(unsafe) private(set) static var ticks: UInt64 = 0

  /// The timer runs at 1,193,182 Hz.
  private static let divisor: UInt16 = 1193

  /// Starts the timer, 1,000 times a second, as interrupt 32; the others stay masked.
  static func start() {
    // Both controllers anew, their interrupts behind the exceptions, and all but the timer's masked.
    out8(0x20, 0x11)
    out8(0xa0, 0x11)
    out8(0x21, 32)
    out8(0xa1, 40)
    out8(0x21, 4)
    out8(0xa1, 2)
    out8(0x21, 1)
    out8(0xa1, 1)
    out8(0x21, 0xfe)
    out8(0xa1, 0xff)
    out8(0x43, 0x34)
    out8(0x40, UInt8(truncatingIfNeeded: divisor))
    out8(0x40, UInt8(truncatingIfNeeded: divisor &>> 8))
  }

  static func tick(_ vector: UInt64) {
    ticks &+= 1
    out8(0x20, 0x20)
  }
}
