// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// The project's own documents.
  public static let json = PolicyFormat("json")
}

extension PolicyCodec {
  static let json = PolicyCodec(
    .json, "the project's own documents",
    reader: .json(isLikely: { $0["apiVersion"] != nil }, read: PolicyReader.readDocument),
    writer: .whole { named in Array((PolicyJSON.document(named).text + "\n").utf8) })
}
