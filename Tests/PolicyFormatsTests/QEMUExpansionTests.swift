// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import Testing

/// What a full expansion says besides its features: measured on started machines of QEMU 7.2, 10.0 and 11.1.
@Suite struct QEMUExpansionTests {
  private func read(_ props: String, vendor: String = "GenuineIntel") throws -> PolicyDocument {
    let text = """
      {"return": {"model": {"name": "base", "props": {"family": 6, "model": 0, "stepping": 0,
        "vendor": "\(vendor)", "level": 13, \(props)}}}}
      """
    return try PolicyReader.read(Array(text.utf8), source: "test")
  }

  /// QEMU up to 10.0 shows the model without any property so.
  @Test func aModelWithoutAVendorIsRead() throws {
    let policy = try #require(try read("\"xlevel\": 0, \"fpu\": false", vendor: "").raw)
    #expect(policy.isKnown(leaf: 0) && policy[leaf: 0].ebx == 0)
    #expect(throws: FormatError.self) { try read("\"xlevel\": 0", vendor: "short") }
  }

  /// Newer releases choose the numbers of `max` when it starts, and show zero before.
  @Test func numbersThatAreChosenLater() throws {
    let text = """
      {"return": {"model": {"name": "max", "props": {"family": 0, "model": 0, "stepping": 0,
        "vendor": "AuthenticAMD", "level": 13, "xlevel": 2147483656, "lm": true}}}}
      """
    let document = try PolicyReader.read(Array(text.utf8), source: "test")
    #expect(document.partial?.value(of: .baseFamily) == nil)
    #expect(document.notes.contains { $0.contains("family, model and stepping of max") })
  }

  /// AMD's CPUs repeat leaf 1 in 0x80000001 EDX, for which QEMU has no names; others do not.
  @Test func copiesAreThere() throws {
    let props =
      "\"xlevel\": 2147483656, \"fpu\": true, \"pse\": true, \"clflush\": true, \"lm\": true"
    let amd = try #require(try read(props, vendor: "AuthenticAMD").raw)
    #expect(amd[leaf: 0x8000_0001].edx == 1 << 29 | 1 << 3 | 1)
    let intel = try #require(try read(props).raw)
    #expect(intel[leaf: 0x8000_0001].edx == 1 << 29)
  }

  @Test(arguments: [
    ("\"lm\": true", 0x8000_0008, 40), ("\"pse36\": true", 0x8000_0008, 36),
    ("\"fpu\": true", 0x8000_0008, 32), ("\"pae\": true", 0x8000_0008, nil),
    ("\"lm\": true, \"host-phys-bits\": true", 0x8000_0008, nil),
    ("\"lm\": true", 0x8000_0004, nil),
  ]) func addressWidths(_ props: String, _ last: Int, _ width: UInt32?) throws {
    let document = try read("\"xlevel\": \(last), \"phys-bits\": 0, \(props)")
    #expect(document.partial?.value(of: .maxPhysicalAddressBits) == width)
    let given = try read("\"xlevel\": \(last), \"phys-bits\": 46, \(props)")
    #expect(given.partial?.value(of: .maxPhysicalAddressBits) == 46)
  }
}
