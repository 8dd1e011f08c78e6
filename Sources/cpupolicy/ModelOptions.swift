// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import LibvirtBackEnd
import PolicyFormats
import Synchronization

/// Who says what a named CPU model means, for every input of the command.
struct ModelOptions: ParsableArguments {
  @Option(help: "The QEMU that says what named CPU models mean; its path.")
  var emulator: String?
  @Option(help: "The machine type for it, where an input names none, e.g. pc-q35-7.2.")
  var machine: String?
  @Option(help: "The accelerator for it, where an input names none: kvm or tcg.")
  var accel: String?
  @Option(help: "libvirt's folder of CPU models; left out: the installed one.")
  var cpuMap: String?
  @Flag(help: "Start no emulator to ask it about CPU models.")
  var noProbe = false

  private static let chosen = Mutex(ModelOptions?.none)
  /// libvirt's map, with what was read of it.
  private static let map = Mutex(CPUMapAuthority?.none)

  func validate() throws { Self.chosen.withLock { $0 = self } }

  /// Gives a named model its meaning, where an authority is at hand.
  static func settle(_ document: inout PolicyDocument, _ path: String) throws {
    guard let request = document.request else { return }
    // Next to libvirt's own models only its map says what a list comes to.
    if request.isDifference { return try settleByMap(&document, request) }
    var authorities: [any ModelAuthority] = []
    for index in authorities.indices {
      if let resolved = try authorities[index].resolve(request) {
        document.settle(resolved)
        return
      }
    }
    try settleByMap(&document, request)
  }

  /// What libvirt's map makes of the request. A name that it does not have leaves the request as it is: the
  /// form may be of a newer libvirt.
  private static func settleByMap(
    _ document: inout PolicyDocument, _ request: ModelRequest
  ) throws {
    let folder = chosen.withLock { $0?.cpuMap }
    do {
      let resolved = try map.withLock { map in
        if map == nil { map = CPUMapAuthority(path: folder) }
        return try map?.resolve(request)
      }
      if let resolved { document.settle(resolved) }
    } catch let error as UnknownCPUFeature {
      document.notes.append("\(error)")
    }
  }
}
