// SPDX-License-Identifier: Apache-2.0

/// Which words of two columns go together in a row. Any other pair contradicts itself: one rule would
/// make, demand or promise what the other refuses.
///
/// Every word has an entry of its own, so that a new one must say what it goes with.
extension GuestRule {
  /// What default shows must be acceptable, and what is left to somebody else must not be demanded.
  var audits: Set<AuditRule> {
    switch self {
    case .pass: [.subset, .atMost, .atLeast, .equal, .any]
    case .zero: [.subset, .atMost, .atLeast, .equal, .any, .zero, .derived]
    case .fixedOne: [.subset, .atLeast, .equal, .any]
    case .toolstack: [.subset, .atMost, .any]
    case .topology: [.topology]
    case .dynamic: [.zero, .topology]
    case .derived: [.derived, .equal, .subset]
    }
  }
}

extension AuditRule {
  /// A pool's level must be acceptable on each host, and on each as large as it can be.
  var levels: Set<LevelRule> {
    switch self {
    case .subset: [.and]
    case .atMost: [.min]
    case .atLeast: [.or, .max]
    case .equal: [.equal]
    case .any: [.and, .or, .min, .max, .equal, .choice, .ignore]
    case .zero: [.ignore]
    // What is recomputed from the levelled policy has no level of its own.
    case .derived: [.derived, .ignore]
    case .topology: [.derived, .ignore]
    }
  }

  /// What an audit on the destination refuses need not be promised, and what it lets pass cannot be.
  var migrations: Set<MigrationRule> {
    switch self {
    case .subset: [.free, .hint, .tsc, .lbr, .equal, .oneWay]
    case .atMost: [.free, .hint, .width]
    case .atLeast: [.free, .accumulate]
    case .equal: [.free, .equal, .tsc, .lbr]
    case .any: [.free, .hint, .tsc]
    case .zero: [.free, .hint, .tsc, .lbr]
    case .derived: [.free, .hint, .tsc, .lbr, .equal, .width]
    case .topology: [.free, .hint]
    }
  }
}

extension LevelRule {
  /// Whether a pool has the value of one of its hosts, by its size.
  var isOfNumbers: Bool { self == .min || self == .max }

  /// A guest with the level of its pool moves within it.
  var migrations: Set<MigrationRule> {
    switch self {
    case .and: [.free, .hint, .tsc, .lbr, .equal, .oneWay]
    case .or: [.free, .accumulate]
    case .min: [.free, .hint, .width]
    case .max: [.free, .hint, .accumulate]
    // A pool is not refused over what may differ.
    case .equal: [.free, .equal, .tsc, .lbr]
    case .derived: Set(MigrationRule.allCases)
    case .choice: [.free, .hint, .tsc]
    case .ignore: [.free, .hint, .tsc, .lbr]
    }
  }
}

extension FieldKind {
  /// Bits are compared as bits, numbers as numbers, and codes and texts are the same or not.
  var audits: Set<AuditRule> {
    let whole: Set<AuditRule> = [.equal, .any, .zero, .derived, .topology]
    return switch self {
    case .flag, .bitmap: whole.union([.subset, .atLeast])
    case .number: whole.union([.atMost, .atLeast])
    case .string, .enumeration: whole
    case .reserved: [.zero]
    }
  }

  var levels: Set<LevelRule> {
    let whole: Set<LevelRule> = [.equal, .derived, .choice, .ignore]
    return switch self {
    case .flag, .bitmap: whole.union([.and, .or])
    case .number: whole.union([.min, .max])
    case .string, .enumeration: whole
    case .reserved: [.ignore]
    }
  }
}
