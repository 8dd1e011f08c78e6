// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Writes a policy as the CPU of a KubeVirt virtual machine: a model, and what is to be changed on it.
enum KubeVirtWriter {
  static func write(_ named: NamedPolicy, _ options: WritingOptions) -> PolicyCodec.Written {
    let policy = named.policy.canonical
    let names = WorldNames(.libvirt, options.releases[.libvirt])
    var wish = ModelWish(
      named, names, options.catalogue, fallback: ModelWish.oldestScheduled(policy), namesAll: false
    )
    var text =
      "apiVersion: kubevirt.io/v1\nkind: VirtualMachineInstance\nspec:\n  domain:\n    cpu:\n"
    if var shape = wish.guest.shape {
      // KubeVirt has no dies.
      shape.cores *= shape.dies
      shape.dies = 1
      wish.guest.shape = shape
      text += "      sockets: 1\n      cores: \(shape.cores)\n      threads: \(shape.threads)\n"
    }
    if let taken = Feature(libvirtName: KubeVirtReader.takenFromModels) {
      wish.guest.partial.features?.remove(taken)
    }
    text += "      model: \(wish.name)\n"
    let features =
      wish.required.map { ($0, "require") } + wish.disabled.map { ($0, "disable") }
    if !features.isEmpty { text += "      features:\n" }
    for (name, word) in features { text += "      - name: \(name)\n        policy: \(word)\n" }
    return PolicyCodec.Written(
      Array(text.utf8), dropped: wish.guest.losses(of: named), notes: wish.notes)
  }
}
