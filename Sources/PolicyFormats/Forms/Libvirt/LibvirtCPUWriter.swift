// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Writes a policy as libvirt's `<cpu>`: the model that stands for its CPU, and every feature by name, so
/// that neither libvirt's list of the model nor QEMU's matters.
enum LibvirtCPUWriter {
  /// A model that every version of libvirt has.
  private static let smallestModel = "486"

  static func write(_ named: NamedPolicy, _ options: WritingOptions) -> PolicyCodec.Written {
    let policy = named.policy.canonical
    let names = WorldNames(.libvirt, options.releases[.libvirt])
    var wish = ModelWish(
      named, names, options.catalogue, fallback: smallestModel, namesAll: true)
    let address = policy[.maxPhysicalAddressBits]
    if address != 0 { wish.set(.maxPhysicalAddressBits, address) }
    let dropped = wish.guest.losses(of: named)
    // A full check refuses what differs both ways, so it goes with a list without gaps alone.
    let isExact = wish.isExact && !dropped.contains { $0.hasPrefix("feature ") }
    var text = "<cpu mode='custom' match='exact' check='\(isExact ? "full" : "partial")'>\n"
    text += "  <model fallback='forbid'>\(wish.name)</model>\n"
    if policy.vendor == .intel || policy.vendor == .amd {
      text += "  <vendor>\(policy.vendor == .intel ? "Intel" : "AMD")</vendor>\n"
    }
    if address != 0 { text += "  <maxphysaddr mode='emulate' bits='\(address)'/>\n" }
    if let shape = wish.guest.shape {
      text += "  <topology sockets='1' dies='\(shape.dies)' cores='\(shape.cores)'"
      text += " threads='\(shape.threads)'/>\n"
    }
    for name in wish.required { text += "  <feature policy='require' name='\(name)'/>\n" }
    for name in wish.disabled { text += "  <feature policy='disable' name='\(name)'/>\n" }
    return PolicyCodec.Written(
      Array((text + "</cpu>\n").utf8), dropped: dropped, notes: wish.notes)
  }
}
