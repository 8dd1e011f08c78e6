// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText
import Testing

/// xl's `cpuid=` setting. `docs/semantics/xl.md`.
@Suite struct XLSettingTests {
  private func errors(_ text: String) -> [CPUIDOptionError] {
    do {
      _ = try XLSetting(parsing: text)
      return []
    } catch {
      return error.errors
    }
  }

  private func change(
    _ text: String, _ place: LeafPlace, _ register: Register
  ) throws -> RegisterChange? {
    try XLSetting(parsing: text).changes.first { $0.place == place && $0.register == register }
  }

  @Test func stringForm() throws {
    let ecx = try change("host,sse4.1=0,aes=1,x2apic=k,hypervisor=x", LeafPlace(1), .ecx)
    #expect(ecx?.zeros == 1 << 19 && ecx?.ones == 1 << 25)
    #expect(ecx?.fromHost == 1 << 21 && ecx?.own == 1 << 31)
    let ebx = try change("cpuid = \"host,proccount=0x10,brandid=x\"", LeafPlace(1), .ebx)
    #expect(ebx?.ones == 0x10 << 16 && ebx?.zeros == 0xef << 16 && ebx?.own == 0xff)
    let eax = try change("host,family=25,model=33,stepping=2", LeafPlace(1), .eax)
    #expect(eax?.ones == 0x00a2_0f12)
    let leaf = try change("host,avx2=1,avx2=0", LeafPlace(7, 0), .ebx)
    #expect(leaf?.ones == 0 && leaf?.zeros == 1 << 5)
    let octal = try change("host,nc=010", LeafPlace(0x8000_0008), .ecx)
    #expect(octal?.ones == 8)
  }

  @Test func listForm() throws {
    let text =
      "[ \"1:ecx=1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0,edx=xxxxxxxxxxxxxxxxxxxkssssssssssss\" , '0xd,1:eax=0000000000000000000000000000000x']"
    let setting = try XLSetting(parsing: text)
    #expect(setting.changes.count == 3)
    #expect(setting.changes[0].ones == 1 << 31 && setting.changes[0].zeros == 1)
    #expect(setting.changes[1].fromHost == 0x1fff)
    #expect(setting.changes[2].place == LeafPlace(0xd, 1))
    #expect(
      try XLSetting(parsing: setting.listText).changes.map(\.ones) == setting.changes.map(\.ones))
  }

  @Test func everyErrorIsReported() {
    let found = errors("host,frob=1,avx,sse3=2,maxleaf=zz,sse4.l=1")
    #expect(found.map(\.column) == [6, 13, 22, 32, 35])
    #expect(found[4].nearest.contains("sse4.1"))
    #expect(errors("guest,avx=1").first?.message.contains("host") == true)
    #expect(errors("[\"1:ecx=11\"]").first?.message.contains("32 characters") == true)
    #expect(
      errors("[\"1:ecx=2xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"]").first?.message.contains("only") == true
    )
    #expect(errors("[\"0x22:eax=\(String(repeating: "x", count: 32))\"]").count == 1)
    #expect(errors("[\"x:eax=\(String(repeating: "x", count: 32))\"]").count == 1)
    #expect(errors("[\"7,9:ebx=\(String(repeating: "x", count: 32))\"]").count == 1)
  }

  @Test func ownGrammarIsNotXL() {
    #expect(!XLSetting.isLikely("no-avx,maxphysaddr=40"))
    #expect(XLSetting.isLikely("host,avx=0") && XLSetting.isLikely("7:ebx=x"))
  }
}
