// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
enum ManagerModelTable {
  /// Manager, name, QEMU's model, and what is switched on in QEMU's words.
  static let rows: StaticString = """
proxmox~x86-64-v2~qemu64~popcnt pni sse4.1 sse4.2 ssse3\
proxmox~x86-64-v2-AES~qemu64~aes popcnt pni sse4.1 sse4.2 ssse3\
proxmox~x86-64-v3~qemu64~\
abm aes avx avx2 bmi1 bmi2 f16c fma movbe popcnt pni sse4.1 sse4.2 ssse3 xsave\
proxmox~x86-64-v4~qemu64~abm aes avx avx2 avx512bw avx512cd avx512dq avx512f avx512vl bmi1 bmi2\
 f16c fma movbe popcnt pni sse4.1 sse4.2 ssse3 xsave\

"""
  /// Length of each record, in bytes.
  static let rowsLengths: InlineArray<_, UInt16> = [
    55, 63, 103, 147,
  ]
}
