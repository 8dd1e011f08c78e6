// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// The CPU of Proxmox VE's virtual machines, and its own models.
  public static let proxmox = PolicyFormat("proxmox")
}

extension PolicyCodec {
  static let proxmox = PolicyCodec(
    .proxmox, "Proxmox VE's `cpu:`, alone or in a VM's file, and `cpu-models.conf`",
    reader: .lines(
      tells: { bytes, start, end, isFirst in
        ProxmoxReader.tells(bytes, start, end, isFirst: isFirst)
      },
      read: { bytes, source throws(FormatError) in
        try ProxmoxReader(source: source).read(bytes)
      }),
    writer: .request(ProxmoxWriter.write))
}

/// Writes a policy as a model of `cpu-models.conf`; a VM takes it with `cpu: custom-NAME`.
enum ProxmoxWriter {
  /// The model that Proxmox takes where none is named.
  private static let smallestModel = "kvm64"

  static func write(_ named: NamedPolicy, _ options: WritingOptions) -> PolicyCodec.Written {
    let policy = named.policy.canonical
    let names = WorldNames(.qemu, options.releases[.qemu])
    var wish = ModelWish(
      named, names, options.catalogue, fallback: smallestModel, namesAll: false)
    // The VM's file says how many CPUs it has, and where.
    wish.guest.shape = nil
    let address = policy[.maxPhysicalAddressBits]
    if address != 0 { wish.set(.maxPhysicalAddressBits, address) }
    let name = plain(named.name)
    let flags = wish.required.map { "+\($0)" } + wish.disabled.map { "-\($0)" }
    var text = "cpu-model: \(name)\n"
    if !flags.isEmpty { text += "    flags \(flags.joined(separator: ";"))\n" }
    if address != 0 { text += "    phys-bits \(address)\n" }
    text += "    reported-model \(wish.name)\n"
    return PolicyCodec.Written(
      Array(text.utf8), dropped: wish.guest.losses(of: named),
      notes: wish.notes + ["a VM takes the model with cpu: \(ProxmoxReader.customPrefix)\(name)"])
  }

  /// Letters, digits, hyphens and underscores, as Proxmox takes them.
  private static func plain(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        || scalar == "-" || scalar == "_" ? Character(scalar) : "-"
    }
    return kept.isEmpty ? "policy" : String(kept)
  }
}
