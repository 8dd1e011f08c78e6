// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
enum XLKeyTable {
  /// Keys of xl's cpuid= setting.
  static let keys: StaticString = """
maxleafbrandidclflushproccountlocalapicidestcntxidcmpxchg16sse4_1sse4.1sse4_2sse4.2aescmpxchg8\
sysenterpsnclfshtmia64procpkgarattsc_adjustcmtmaxhvleaflahfsahfcmplegacyaltmovcr8nodeidperfctr_core\
perfctr_nbinvtscppinncapicidsizesvm_nptsvm_lbrvsvm_nripssvm_tscratesvm_vmcbcleansvm_decode\
svm_pausefiltlfence+\

"""
  /// Length of each record, in bytes.
  static let keysLengths: InlineArray<_, UInt16> = [
    7, 7, 7, 9, 11, 3, 6, 9, 6, 6, 6, 6, 3, 8, 8, 3, 5, 2, 4, 7, 4, 10, 3, 9, 8, 9, 9, 6, 12, 10, 6,
    4, 2, 10, 7, 8, 9, 11, 13, 10, 13, 7,
  ]
  /// Leaf of each key.
  static let leaves: InlineArray<_, UInt32> = [
    0x00000000, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001,
    0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001,
    0x00000001, 0x00000001, 0x00000001, 0x00000004, 0x00000006, 0x00000007, 0x00000007, 0x40000000,
    0x80000001, 0x80000001, 0x80000001, 0x80000001, 0x80000001, 0x80000001, 0x80000007, 0x80000008,
    0x80000008, 0x80000008, 0x8000000a, 0x8000000a, 0x8000000a, 0x8000000a, 0x8000000a, 0x8000000a,
    0x8000000a, 0x80000021,
  ]
  /// Subleaf of each key; all ones where the leaf ignores ECX.
  static let subleaves: InlineArray<_, UInt32> = [
    0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
    0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
    0xffffffff, 0xffffffff, 0xffffffff, 0x00000000, 0xffffffff, 0x00000000, 0x00000000, 0xffffffff,
    0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
    0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
    0xffffffff, 0xffffffff,
  ]
  /// Low bit | high bit << 8 | register << 16.
  static let bits: InlineArray<_, UInt32> = [
    0x00001f00, 0x00010700, 0x00010f08, 0x00011710, 0x00011f18, 0x00020707, 0x00020a0a, 0x00020d0d,
    0x00021313, 0x00021313, 0x00021414, 0x00021414, 0x00021919, 0x00030808, 0x00030b0b, 0x00031212,
    0x00031313, 0x00031d1d, 0x00031e1e, 0x00001f1a, 0x00000202, 0x00010101, 0x00010c0c, 0x00000700,
    0x00020000, 0x00020101, 0x00020404, 0x00021313, 0x00021717, 0x00021818, 0x00030808, 0x00011717,
    0x00020700, 0x00020f0c, 0x00030000, 0x00030101, 0x00030303, 0x00030404, 0x00030505, 0x00030707,
    0x00030a0a, 0x00000202,
  ]
}
