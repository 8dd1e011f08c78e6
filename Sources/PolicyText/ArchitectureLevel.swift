// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// A named level of x86-64 by which programs are compiled. A label, never the identity of a policy:
/// policies of one level differ in everything that it does not name.
///
/// System V ABI for x86-64, "Micro-Architecture Levels"; `ABI/x86-levels.csv`.
public struct ArchitectureLevel: Equatable, Sendable {
  /// `x86-64-v2` and the like.
  public let name: String
  /// The features of the level, and of those below it.
  public let features: FeatureSet

  /// Every level, the lowest first.
  public static let all: [ArchitectureLevel] = {
    var features = FeatureSet()
    return rows.map { row in
      for number in row.features { features.insert(Feature(rawValue: number)) }
      return ArchitectureLevel(name: row.name, features: features)
    }
  }()

  /// Whether a policy's features reach the level.
  public func isReached(by features: FeatureSet) -> Bool { self.features.isSubset(of: features) }
}
