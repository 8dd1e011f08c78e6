// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Writes one policy in a known form.
public enum PolicyWriter {
  /// The bytes, and the places that the form cannot hold; nothing for a form that is only read.
  ///
  /// - Parameters:
  ///   - named: the policy, its name, and what it says that no register holds.
  ///   - format: a form that can be written.
  ///   - machine: what forms of a whole machine say besides, where it is known.
  public static func write(
    _ named: NamedPolicy, as format: PolicyFormat, machine: QEMUCPUFormat.Machine? = nil
  ) -> (bytes: [UInt8], dropped: [String]) {
    let written = write(named, as: format, WritingOptions(machine: machine))
    return (written.bytes, written.dropped)
  }

  /// What a writer gives; nothing for a form that is only read.
  ///
  /// - Parameters:
  ///   - named: the policy, its name, and what it says that no register holds.
  ///   - format: a form that can be written.
  ///   - options: what is known beside the policy.
  public static func write(
    _ named: NamedPolicy, as format: PolicyFormat, _ options: WritingOptions
  ) -> PolicyCodec.Written {
    switch PolicyCodec.of(format).writer {
    case .whole(let write)?:
      let bytes = write(named)
      return PolicyCodec.Written(bytes, dropped: PolicyLoss.places(named, in: read(bytes, format)))
    case .request(let write)?: return write(named, options)
    case nil: return PolicyCodec.Written([])
    }
  }

  /// The policy that a reader finds in what was written; nil where it finds none.
  private static func read(_ bytes: [UInt8], _ format: PolicyFormat) -> NamedPolicy? {
    guard let document = try? PolicyReader.read(bytes.span, source: "-", format: format) else {
      return nil
    }
    return document.cpus.first.map { NamedPolicy(name: "cpu0", policy: $0) }
      ?? document.policies.first
  }
}

/// What a writer knows beside the policy.
public struct WritingOptions: Sendable {
  /// What forms of a whole machine say besides.
  public var machine: QEMUCPUFormat.Machine?
  /// The release of a world for which names are chosen; without one every name that any release has.
  public var releases: [OtherName.World: WorldRelease]
  /// What the world's models have; nil where nobody said.
  public var catalogue: ModelCatalogue?

  /// What a form is written with, where it needs more than the policy.
  public init(
    machine: QEMUCPUFormat.Machine? = nil, releases: [OtherName.World: WorldRelease] = [:],
    catalogue: ModelCatalogue? = nil
  ) {
    self.machine = machine
    self.releases = releases
    self.catalogue = catalogue
  }
}

extension CPUPolicy {
  /// The MSRs that the policy holds, ascending.
  var presentMSRs: [(index: MSRIndex, value: UInt64)] {
    (0..<LeafLayout.msrCount).compactMap { position in
      let index = LeafLayout.msr(at: position)
      return self[msr: index].map { (index, $0) }
    }
  }
}
