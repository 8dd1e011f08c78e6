// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
enum XLKeyTable {
  /// Keys of xl's cpuid= setting.
  static let names: StaticString = """
    maxleaf\
    brandid\
    clflush\
    proccount\
    localapicid\
    est\
    cntxid\
    cmpxchg16\
    sse4_1\
    sse4.1\
    sse4_2\
    sse4.2\
    aes\
    cmpxchg8\
    sysenter\
    psn\
    clfsh\
    tm\
    ia64\
    procpkg\
    arat\
    tsc_adjust\
    cmt\
    maxhvleaf\
    lahfsahf\
    cmplegacy\
    altmovcr8\
    nodeid\
    perfctr_core\
    perfctr_nb\
    invtsc\
    ppin\
    nc\
    apicidsize\
    svm_npt\
    svm_lbrv\
    svm_nrips\
    svm_tscrate\
    svm_vmcbclean\
    svm_decode\
    svm_pausefilt\
    lfence+\

    """
  /// Where each text begins, and the end.
  static let namesOffsets: InlineArray<43, UInt32> = [
    0, 7, 14, 21, 30, 41, 44, 50, 59, 65, 71, 77, 83, 86, 94, 102, 105, 110, 112, 116, 123, 127,
    137, 140, 149, 157, 166, 175, 181, 193, 203, 209, 213, 215, 225, 232, 240, 249, 260, 273, 283,
    296, 303,
  ]
  /// Leaf of each key.
  static let leaves: InlineArray<42, UInt32> = [
    0x00000000, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001,
    0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001,
    0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000001, 0x00000004, 0x00000006,
    0x00000007, 0x00000007, 0x40000000, 0x80000001, 0x80000001, 0x80000001, 0x80000001,
    0x80000001, 0x80000001, 0x80000007, 0x80000008, 0x80000008, 0x80000008, 0x8000000a,
    0x8000000a, 0x8000000a, 0x8000000a, 0x8000000a, 0x8000000a, 0x8000000a, 0x80000021,
  ]
  /// Subleaf of each key; all ones where the leaf ignores ECX.
  static let subleaves: InlineArray<42, UInt32> = [
    0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
    0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
    0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x00000000, 0xffffffff,
    0x00000000, 0x00000000, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
    0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
    0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
  ]
  /// Low bit | high bit << 8 | register << 16.
  static let bits: InlineArray<42, UInt32> = [
    0x00001f00, 0x00010700, 0x00010f08, 0x00011710, 0x00011f18, 0x00020707, 0x00020a0a,
    0x00020d0d, 0x00021313, 0x00021313, 0x00021414, 0x00021414, 0x00021919, 0x00030808,
    0x00030b0b, 0x00031212, 0x00031313, 0x00031d1d, 0x00031e1e, 0x00001f1a, 0x00000202,
    0x00010101, 0x00010c0c, 0x00000700, 0x00020000, 0x00020101, 0x00020404, 0x00021313,
    0x00021717, 0x00021818, 0x00030808, 0x00011717, 0x00020700, 0x00020f0c, 0x00030000,
    0x00030101, 0x00030303, 0x00030404, 0x00030505, 0x00030707, 0x00030a0a, 0x00000202,
  ]
}
