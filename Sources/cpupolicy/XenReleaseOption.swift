// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyText

/// A release of Xen that a command is given.
enum XenReleaseOption {
  /// The release that an option's value names; a branch stands for its newest release, which is said.
  static func parse(_ value: String, _ option: String) throws -> XenRelease {
    guard let release = XenRelease(value) else {
      throw CommandFailure(
        .usage, "\(option) \(value): no release of Xen that is known; there are \(known)")
    }
    if "\(release)" != value {
      Console.note(
        "\(option) \(value): taken as \(release), the newest of its branch that is known")
    }
    return release
  }

  /// The releases by branch: `4.14.0 to 4.14.6, ...`.
  private static var known: String {
    var branches: [(first: XenRelease, last: XenRelease)] = []
    for release in XenRelease.all {
      if let last = branches.last?.last, last.major == release.major, last.minor == release.minor {
        branches[branches.count - 1].last = release
      } else {
        branches.append((release, release))
      }
    }
    return branches.map { $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)" }
      .joined(separator: ", ")
  }

  /// Says which names of the owner's lists a release does not know, which it ignores, or takes for
  /// another feature.
  static func reportUnknownNames(_ options: DerivationOptions, _ release: XenRelease) {
    let all = names(options)
    all.forEachFeature { feature in
      let taken = release.meaning(of: feature)
      if taken != feature {
        Console.note(
          "Xen \(release) takes the name \(feature.optionName) for \(taken.optionName)")
      } else if !release.table.known.contains(feature) {
        Console.note("Xen \(release) has no name \(feature.optionName) and ignores it")
      }
    }
  }

  private static func names(_ options: DerivationOptions) -> FeatureSet {
    let named = [
      options.optedOut, options.optedIn, options.guestOnly, options.dom0OptedOut,
      options.dom0OptedIn,
    ]
    var all = FeatureSet()
    for set in named { all.formUnion(set) }
    return all
  }
}

extension HostDescription {
  /// The host as it is under a release of Xen that the owner names: derived from what its CPUs say.
  func under(_ owner: DerivationOptions?) -> HostDescription {
    guard let release = owner?.release else { return self }
    var host = self
    host.hypervisorName = HostDescription.xenName
    host.hypervisorVersion = "\(release)"
    host.hypervisorCommandLine = nil
    host.kernelOffer = nil
    host.reported = nil
    host.recorded = host.recorded.filter { $0.name == PolicyKind.raw.name }
    host.document = nil
    return host
  }
}
