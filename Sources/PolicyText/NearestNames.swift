// SPDX-License-Identifier: Apache-2.0

/// Names that somebody may have meant.
package enum NearestNames {
  /// At most three names within a few changes of a misspelt one, nearest first.
  ///
  /// - Parameter most: how many changes; nil for as many as a name of its length may take.
  package static func of(
    _ name: String, among candidates: some Sequence<String>, within most: Int? = nil
  ) -> [String] {
    let wanted = Array(name.lowercased().utf8.prefix(64))
    let most = most ?? max(2, wanted.count / 3)
    var best: [(distance: Int, name: String)] = []
    for candidate in candidates {
      // As many changes as the lengths differ by are needed at least.
      guard abs(candidate.utf8.count - wanted.count) <= most else { continue }
      let distance = editDistance(wanted, Array(candidate.lowercased().utf8))
      if distance <= most { best.append((distance, candidate)) }
    }
    best.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.name < $1.name }
    return best.prefix(3).map(\.name)
  }

  /// Insertions, deletions, replacements, and exchanges of neighbours, that turn one text into the other.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var next = [i + 1]
      for (j, b) in right.enumerated() {
        var least = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
          least = min(least, before[j - 1] + 1)
        }
        next.append(least)
      }
      before = row
      row = next
    }
    return row[right.count]
  }
}
