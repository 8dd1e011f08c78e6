// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import abi_generator

/// A row may stand anywhere in its file.
@Suite struct RowOrderTests {
  @Test func features() throws {
    let reversed = try Tables { name in
      let text = try #require(RefusalTests.texts[name])
      guard name == "features.csv" else { return text }
      let lines = text.split(separator: "\n")
      return ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }
    let asTheyStand = try Tables { try #require(RefusalTests.texts[$0]) }
    #expect(try Generator.generate(reversed) == Generator.generate(asTheyStand))
  }
}
