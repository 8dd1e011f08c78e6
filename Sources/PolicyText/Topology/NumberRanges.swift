// SPDX-License-Identifier: Apache-2.0

/// Lists of numbers as people write them: `0-3, 8, 16-19`.
public enum NumberRanges {
  /// - Parameter numbers: ascending.
  public static func text(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }

  /// The numbers of such a list.
  ///
  /// - Parameters:
  ///   - text: numbers and ranges between commas, as `0-3, 8`.
  ///   - most: lists of more are refused.
  /// - Returns: nil where it is no list of ascending numbers.
  public static func numbers(_ text: String, most: Int) -> [Int]? {
    var result: [Int] = []
    for range in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = range.drop { $0 == " " }.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count), let first = Int(ends[0]),
        let last = Int(ends[ends.count - 1]),
        first > result.last ?? -1, first <= last, last - first < most - result.count
      else { return nil }
      result += first...last
    }
    return result
  }
}
