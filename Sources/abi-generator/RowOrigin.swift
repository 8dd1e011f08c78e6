// SPDX-License-Identifier: Apache-2.0

/// Where a row of `fields.csv` or `msrs.csv` is known from, and how well. A reader of the reference page
/// sees both.
struct RowOrigin {
  enum Confidence: String, CaseIterable { case high, medium, low }

  /// The manual, or `observed`.
  var source: String
  var confidence: Confidence

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row["source"]
    guard !source.isEmpty else { throw row.error("source", "the row gives no source") }
    confidence = try row.word("confidence", Confidence.self)
  }

  /// The source, and a remark where it is not beyond doubt.
  var text: String {
    switch confidence {
    case .high: source
    case .medium: source + " (to be confirmed)"
    case .low: source + " (doubtful)"
    }
  }
}

/// What Xen does with a register for a guest: `xen` of `msrs.csv`.
enum XenHandling: String, CaseIterable {
  case emulated, policy, no
  case hostOnly = "host-only"
}

/// What KVM does with it: `kvm`.
enum KVMHandling: String, CaseIterable {
  case emulated, no
  case featureMSR = "feature-msr"
}
