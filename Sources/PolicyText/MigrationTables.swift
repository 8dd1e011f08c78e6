// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// How many last-branch records Xen gives a guest, by the model of the CPU: `ABI/branch-records.csv`.
public enum BranchRecordModel {
  /// The number of records; 0 where Xen knows of none and drops the guest's wish, nil for other makers.
  public static func depth(_ vendor: Vendor, _ signature: Signature) -> Int? {
    guard vendor == .intel else { return nil }
    return rows.first {
      $0.family == signature.family && $0.models.contains(signature.model)
    }?.depth ?? 0
  }
}

/// State that a guest may have, and which hypervisors' streams carry it: `ABI/carried-state.csv`.
public struct CarriedState: Sendable {
  /// What brings the state.
  public enum Owner: Sendable {
    case feature(Feature)
    /// A field that is not zero.
    case field(Field)
  }

  /// What brings the state.
  public let owner: Owner
  /// Whether a stream of Xen's has a record for it.
  public let isCarriedByXen: Bool
  /// Whether what KVM hands out of a guest has it.
  public let isCarriedByKVM: Bool
  /// What a guest that uses it suffers where it is lost.
  public let severity: Severity

  /// Whether a policy has it.
  public func isShown(by policy: CPUPolicy) -> Bool {
    switch owner {
    case .feature(let feature): policy.has(feature)
    case .field(let field): policy[field] != 0
    }
  }
}
