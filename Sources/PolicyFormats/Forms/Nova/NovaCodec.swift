// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// The CPU of nova's `[libvirt]` section.
  public static let nova = PolicyFormat("nova")
}

extension PolicyCodec {
  static let nova = PolicyCodec(
    .nova, "OpenStack nova's `cpu_mode`, `cpu_models`, `cpu_model_extra_flags`",
    reader: .lines(
      tells: { bytes, start, end, _ in NovaReader.tells(bytes, start, end) },
      read: { bytes, source throws(FormatError) in
        try NovaReader(source: source).read(bytes)
      }),
    writer: .request(NovaWriter.write))
}

/// Writes a policy as nova's keys: a model, and what is to be changed on it.
enum NovaWriter {
  static func write(_ named: NamedPolicy, _ options: WritingOptions) -> PolicyCodec.Written {
    let policy = named.policy.canonical
    let names = WorldNames(.libvirt, options.releases[.libvirt])
    var wish = ModelWish(
      named, names, options.catalogue, fallback: ModelWish.oldestScheduled(policy), namesAll: false
    )
    // A flavour or image says how many CPUs a guest has, and where.
    wish.guest.shape = nil
    let flags = wish.required.map { "+\($0)" } + wish.disabled.map { "-\($0)" }
    var text = "[libvirt]\ncpu_mode = custom\ncpu_models = \(wish.name)\n"
    if !flags.isEmpty { text += "cpu_model_extra_flags = \(flags.joined(separator: ", "))\n" }
    return PolicyCodec.Written(
      Array(text.utf8), dropped: wish.guest.losses(of: named), notes: wish.notes)
  }
}
