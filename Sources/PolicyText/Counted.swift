// SPDX-License-Identifier: Apache-2.0

/// How many of something there are, in words: 1 host, 2 hosts.
package enum Counted {
  package static func of(_ count: some BinaryInteger, _ noun: String) -> String {
    "\(count) " + (count == 1 ? noun : plural(noun))
  }

  private static func plural(_ noun: String) -> String {
    if noun.hasSuffix("s") { return noun + "es" }
    if noun.hasSuffix("y") { return noun.dropLast() + "ies" }
    return noun + "s"
  }
}
