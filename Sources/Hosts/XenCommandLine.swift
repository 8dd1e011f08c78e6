// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Xen's own command line, as far as it shapes policies: `cpuid=` and `dom0-cpuid=`.
///
/// Read as Xen reads it at boot: an item that it does not know is passed over and the others apply.
public struct XenCommandLine: Sendable {
  /// What Xen made of the line.
  public private(set) var options = DerivationOptions()
  /// Items that Xen passed over.
  public private(set) var ignored: [CPUIDOptionError] = []

  private static let honoured: FeatureSet = {
    var set = FeatureSet()
    set.insert(.rdrand)
    return set
  }()

  /// Reads a line, whatever release it is for: `DerivationOptions.followNames(of:)` takes its names as
  /// one does.
  public init(_ line: String) {
    for word in line.split(separator: " ") {
      if word.hasPrefix("cpuid=") {
        for option in items(word.dropFirst(6)) {
          // A positive item has no effect in Xen, but for RDRAND.
          var option = option
          option.list.optedIn.formIntersection(XenCommandLine.honoured)
          options.apply(option)
        }
      } else if word.hasPrefix("dom0-cpuid=") {
        for option in items(word.dropFirst(11)) { options.applyDom0(option) }
      }
    }
  }

  /// The features that `cpuid=` names, as the newest release takes the names.
  public var named: FeatureSet {
    options.optedOut.union(options.optedIn).union(options.guestOnly)
  }

  private mutating func items(_ list: Substring) -> [CPUIDOption] {
    var result: [CPUIDOption] = []
    for item in list.split(separator: ",", omittingEmptySubsequences: false) {
      do {
        result.append(try CPUIDOption(parsing: String(item)))
      } catch {
        ignored += error.errors
      }
    }
    return result
  }
}
