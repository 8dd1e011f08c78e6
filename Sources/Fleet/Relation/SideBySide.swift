// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Work on many things that do not depend on each other, on all processors.
enum SideBySide {
  /// - Parameters:
  ///   - count: how many there are.
  ///   - size: how large one result is, in units of which some million may wait to be taken.
  ///   - make: does the work on one of them, on any thread.
  ///   - take: gets each result, in their order and on the caller's thread.
  static func forEach<Result: Sendable>(
    _ count: Int, size: Int, make: @Sendable (_ index: Int) -> Result,
    take: (_ index: Int, _ result: Result) -> Void
  ) {
    let batch = min(256, max(16, (1 << 20) / max(size, 1)))
    var start = 0
    while start < count {
      let (first, number) = (start, min(batch, count - start))
      let results = Mutex([Result?](repeating: nil, count: number))
      DispatchQueue.concurrentPerform(iterations: number) { place in
        let result = make(first + place)
        results.withLock { $0[place] = result }
      }
      for (place, result) in results.withLock(\.self).enumerated() {
        if let result { take(first + place, result) }
      }
      start += number
    }
  }
}
