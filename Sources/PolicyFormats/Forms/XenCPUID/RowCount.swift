// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// The rows of a policy: what its heading states, and what was found.
struct RowCount {
  var leaves = 0
  /// Those among them of which Xen's extents have none.
  var unserved = 0
  var msrs = 0
  private var title = ""
  private var line = 0
  /// Nothing where the heading does not say. Leaves of zeros are counted too.
  private(set) var stated: (leaves: Int, msrs: Int)?

  init() {}

  /// `Raw policy: 34 leaves, 2 MSRs`.
  ///
  /// - Parameters:
  ///   - start: where the heading begins.
  ///   - end: where its ` policy:` does.
  init(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ cursor: LineCursor) {
    title = Scan.string(bytes, start, end)
    line = cursor.line
    let first = Scan.skipBlanks(bytes, end + " policy:".utf8.count, cursor.end)
    let (leaves, behind) = Scan.decimal(bytes, first, cursor.end)
    guard let leaves, Scan.hasPrefix(bytes, behind, cursor.end, " leaves, ") else { return }
    let (msrs, last) = Scan.decimal(bytes, behind + " leaves, ".utf8.count, cursor.end)
    guard let msrs, Scan.hasPrefix(bytes, last, cursor.end, " MSR") else { return }
    stated = (leaves, msrs)
  }

  /// Refuses a policy whose end is missing: its MSRs are printed last, and all of them. Leaves of zeros
  /// are counted and not printed, so there may be fewer of them.
  func check(_ source: String) throws(FormatError) {
    guard let stated, msrs != stated.msrs || leaves > stated.leaves else { return }
    throw FormatError(
      .malformed, source: source, line: line, column: 1,
      message: "the heading of policy \(title) states \(stated.leaves) leaves and \(stated.msrs) "
        + "MSRs; \(leaves) leaves that are not zero and \(msrs) MSRs were found",
      remedy: "the output seems to be cut or damaged; take it again")
  }
}
