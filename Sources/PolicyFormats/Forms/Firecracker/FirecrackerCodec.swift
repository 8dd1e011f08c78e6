// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// Firecracker's custom CPU template.
  public static let firecrackerTemplate = PolicyFormat("firecracker-template")
}

extension PolicyCodec {
  static let firecrackerTemplate = PolicyCodec(
    .firecrackerTemplate, "Firecracker's templates",
    reader: .json(isLikely: FirecrackerTemplate.isLikely, read: FirecrackerTemplate.read),
    writer: .whole { named in FirecrackerTemplate.write(named.policy) })
}
