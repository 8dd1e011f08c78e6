// SPDX-License-Identifier: Apache-2.0

import PolicyCore

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
    PolicyCodec.of(format).writer?(named, machine) ?? ([], [])
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
