// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Codes of findings that somebody answers for.
enum Waivers {
  /// Reads the values of an option: codes with commas between.
  static func parse(_ values: [String]) throws -> Set<ViolationCode> {
    var codes: Set<ViolationCode> = []
    for word in values.flatMap({ $0.split(separator: ",") }) {
      guard let code = ViolationCode(text: String(word)) else {
        throw CommandFailure(
          .usage,
          "--waive: \(word) is no code\(offer(word)) cpupolicy explain lists those there are")
      }
      codes.insert(code)
    }
    return codes
  }

  private static func offer(_ word: Substring) -> String {
    Choices.offer(String(word), among: ViolationCode.all.map(\.text), within: 3)
  }

  /// Takes further codes out of the inputs behind the option: no file is called like one.
  static func take(from inputs: [String]) -> (codes: [String], inputs: [String]) {
    (
      inputs.filter { ViolationCode(text: $0) != nil },
      inputs.filter { ViolationCode(text: $0) == nil }
    )
  }
}
