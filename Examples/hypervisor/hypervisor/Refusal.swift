// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// Why a hypercall is refused: Xen's error number, the place, and the code of what is wrong.
struct Refusal: Error {
  enum Number: UInt32 {
    case notPermitted = 1
    case noDomain = 3
    case tooBig = 7
    case denied = 13
    case fault = 14
    case exists = 17
    case invalid = 22
    case noSpace = 28
    case unknownCall = 38
    case notSupported = 95
    case noBuffer = 105
  }

  var errno: UInt32
  var leaf: UInt32 = 0xffff_ffff
  var subleaf: UInt32 = 0xffff_ffff
  var msr: UInt32 = 0xffff_ffff
  /// 101 for CPU0101; 0 where the error number says it all.
  var code: UInt32 = 0
  /// Register and bits of the leaf, and both values.
  var detail: Detail?

  struct Detail {
    var register: UInt32
    var highBit: Int
    var lowBit: Int
    var value: UInt64
    var bound: UInt64
  }

  init(_ number: Number) { errno = number.rawValue }

  init(_ error: WireError) {
    errno = UInt32(error.errno)
    leaf = error.leaf
    subleaf = error.subleaf
    msr = error.msr
  }

  init(_ violation: Violation) {
    errno = Number.invalid.rawValue
    code = UInt32(violation.code.rawValue)
    var register: UInt32 = 0
    switch violation.place {
    case .leaf(let place, let named):
      leaf = place.leaf
      subleaf = place.subleaf
      register = UInt32(named.rawValue)
    case .msr(let index): msr = index.rawValue
    }
    detail = Detail(
      register: register, highBit: violation.highBit, lowBit: violation.lowBit,
      value: violation.value, bound: violation.bound)
  }

  /// What a log says: place, bits, values, code.
  func say() {
    Console.write("error ")
    Console.write(errno)
    if code != 0 {
      Console.write(", CPU")
      if code < 1000 { Console.write("0") }
      Console.write(code)
    }
    if leaf != 0xffff_ffff {
      Console.write(", leaf 0x")
      Console.write(hex: UInt64(leaf))
      if subleaf != 0xffff_ffff {
        Console.write(":")
        Console.write(subleaf)
      }
    }
    if msr != 0xffff_ffff {
      Console.write(", MSR 0x")
      Console.write(hex: UInt64(msr))
    }
    if let detail {
      if leaf != 0xffff_ffff {
        switch detail.register {
        case 0: Console.write(" EAX")
        case 1: Console.write(" EBX")
        case 2: Console.write(" ECX")
        default: Console.write(" EDX")
        }
      }
      Console.write("[")
      Console.write(UInt64(detail.highBit))
      if detail.lowBit != detail.highBit {
        Console.write(":")
        Console.write(UInt64(detail.lowBit))
      }
      Console.write("], value 0x")
      Console.write(hex: detail.value)
      Console.write(", bound 0x")
      Console.write(hex: detail.bound)
    }
    Console.line()
  }
}
