// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import TestSupport
import Testing

@testable import PolicyFormats

/// Inputs that gzip or xz packed are those that were packed, and bounded like them.
@Suite struct CompressedInputTests {
  private static let names = ["libcpuid.txt.gz", "libcpuid.txt.xz"]

  private func unpacked(_ bytes: [UInt8], most: Int = 1 << 20) throws(FormatError) -> [UInt8] {
    try CompressedInput.unpacked(bytes, source: "x", most: most)
  }

  private func error(_ bytes: [UInt8], most: Int = 1 << 20) -> FormatError? {
    do {
      _ = try unpacked(bytes, most: most)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: names) func asIfUnpacked(_ name: String) throws {
    let plain = try FormSamples.seed("libcpuid.txt")
    let packed = try FormSamples.seed(name)
    #expect(try unpacked(packed) == plain)
    #expect(try unpacked(plain) == plain)
    // Both tools join files by writing one behind the other.
    #expect(try unpacked(packed + packed) == plain + plain)
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + name
    try Data(packed).write(to: URL(fileURLWithPath: path))
    let document = try InputFile.read(path)
    #expect(document.format == .libcpuid && document.cpus[0].vendor == .intel)
  }

  @Test(arguments: names) func boundsCountWhatIsUnpacked(_ name: String) throws {
    let plain = try FormSamples.seed("libcpuid.txt")
    let packed = try FormSamples.seed(name)
    #expect(try unpacked(packed, most: plain.count) == plain)
    for most in [0, 1, packed.count, plain.count - 1] {
      #expect(error(packed, most: most)?.kind == .tooLarge, "\(most)")
    }
  }

  @Test(arguments: names) func damagedData(_ name: String) throws {
    let packed = try FormSamples.seed(name)
    let cut = error(Array(packed.dropLast(3)))
    #expect(cut?.kind == .malformed && cut?.message.contains("cut off") == true)
    for index in stride(from: 6, to: packed.count, by: 7) {
      var other = packed
      other[index] ^= 0x55
      // Times and names in gzip's header say nothing of the data.
      if let text = try? unpacked(other) {
        #expect(try text == FormSamples.seed("libcpuid.txt"), "byte \(index)")
      }
    }
    #expect(error(packed + [1, 2, 3, 4])?.kind == .malformed)
  }
}
