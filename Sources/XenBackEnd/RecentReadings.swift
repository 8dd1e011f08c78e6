// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The last few policies that were decoded, by the bytes of their records.
///
/// Domains of one kind mostly have one policy, and comparing three kilobytes costs a small part of
/// decoding them.
struct RecentReadings {
  private struct Entry {
    var leaves: [UInt8]
    var msrs: [UInt8]
    var reading: XenInterface.Reading
  }

  /// Kinds of domains on a host are few; each entry holds about seven kilobytes.
  private static let capacity = 8

  private var entries: [Entry] = []
  /// The oldest entry, which the next one replaces where all places are taken.
  private var oldest = 0

  /// What the same records were decoded to; nil where they are new.
  func reading(
    _ leaves: UnsafeRawBufferPointer, _ msrs: UnsafeRawBufferPointer
  ) -> XenInterface.Reading? {
    for entry in entries where same(entry.leaves, leaves) && same(entry.msrs, msrs) {
      return entry.reading
    }
    return nil
  }

  mutating func keep(
    _ reading: XenInterface.Reading, _ leaves: UnsafeRawBufferPointer,
    _ msrs: UnsafeRawBufferPointer
  ) {
    let entry = Entry(leaves: Array(leaves), msrs: Array(msrs), reading: reading)
    guard entries.count == RecentReadings.capacity else {
      entries.append(entry)
      return
    }
    entries[oldest] = entry
    oldest = (oldest + 1) % RecentReadings.capacity
  }

  private func same(_ kept: [UInt8], _ given: UnsafeRawBufferPointer) -> Bool {
    guard kept.count == given.count, let start = given.baseAddress else {
      return kept.count == given.count
    }
    return kept.withUnsafeBytes { memcmp($0.baseAddress!, start, $0.count) == 0 }
  }
}
