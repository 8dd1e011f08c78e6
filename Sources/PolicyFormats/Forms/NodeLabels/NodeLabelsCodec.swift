// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension PolicyFormat {
  /// What the labels of a Kubernetes node say of its CPU.
  public static let nodeLabels = PolicyFormat("node-labels")
}

extension PolicyCodec {
  static let nodeLabels = PolicyCodec(
    .nodeLabels, "labels of KubeVirt and Node Feature Discovery, in a Node or alone",
    reader: .text(
      tells: NodeLabelsReader.tells, read: NodeLabelsReader.read,
      isLikely: { value in value["kind"]?.string == "Node" },
      readJSON: { value, source throws(FormatError) in
        try NodeLabelsReader.read(value, source: source)
      }))
}
