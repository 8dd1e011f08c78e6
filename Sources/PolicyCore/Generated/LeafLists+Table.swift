// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
/// How the list in a leaf's subleaves ends.
enum ListEnd: UInt8, Sendable {
  /// Before the first subleaf whose type is zero.
  case typed
  /// With the subleaf whose number the first one holds.
  case last
  /// With the highest state component that XCR0 or XSS may enable.
  case states
}

extension LeafLists {
  /// How the list in a leaf ends; nil where every subleaf is data.
  @inline(__always)
  static func end(_ leaf: UInt32) -> Marker? {
    switch leaf {
    case 0x00000004:
      Marker(.typed, first: 0, register: .eax, mask: 0x0000001f, showsTerminator: true)
    case 0x00000007:
      Marker(.last, first: 0, register: .eax, mask: 0xffffffff, showsTerminator: false)
    case 0x0000000b:
      Marker(.typed, first: 0, register: .ecx, mask: 0x0000ff00, showsTerminator: true)
    case 0x0000000d:
      Marker(.states, first: 0, register: .eax, mask: 0x00000000, showsTerminator: false)
    case 0x00000012:
      Marker(.typed, first: 2, register: .eax, mask: 0x0000000f, showsTerminator: false)
    case 0x00000014:
      Marker(.last, first: 0, register: .eax, mask: 0xffffffff, showsTerminator: false)
    case 0x00000017:
      Marker(.last, first: 0, register: .eax, mask: 0xffffffff, showsTerminator: false)
    case 0x00000018:
      Marker(.last, first: 0, register: .eax, mask: 0xffffffff, showsTerminator: false)
    case 0x0000001b:
      Marker(.typed, first: 0, register: .eax, mask: 0x00000fff, showsTerminator: false)
    case 0x0000001d:
      Marker(.last, first: 0, register: .eax, mask: 0xffffffff, showsTerminator: false)
    case 0x0000001f:
      Marker(.typed, first: 0, register: .ecx, mask: 0x0000ff00, showsTerminator: true)
    case 0x00000020:
      Marker(.last, first: 0, register: .eax, mask: 0xffffffff, showsTerminator: false)
    case 0x00000024:
      Marker(.last, first: 0, register: .eax, mask: 0xffffffff, showsTerminator: false)
    case 0x8000001d:
      Marker(.typed, first: 0, register: .eax, mask: 0x0000001f, showsTerminator: false)
    case 0x80000026:
      Marker(.typed, first: 0, register: .ecx, mask: 0x0000ff00, showsTerminator: false)
    default: nil
    }
  }
}
