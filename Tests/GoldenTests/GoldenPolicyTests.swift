// SPDX-License-Identifier: Apache-2.0

import GoldenSupport
import Testing

/// What is derived from real and synthetic CPUs is what was pinned, bit by bit: `Tests/Golden`.
@Suite struct GoldenPolicyTests {
  @Test(arguments: Goldens.names) func derivedAsPinned(_ name: String) throws {
    let derived = try GoldenResult(try Goldens.cpu(name))
    let pinned = try Goldens.pinned(name, like: derived)
    let differences = derived.differences(from: pinned)
    for difference in differences { Issue.record("\(name): \(difference)") }
    // Nothing that is compared escapes the list above.
    #expect(derived == pinned || !differences.isEmpty, "\(name): differs in the order of facts")
  }
}
