// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
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

  func validate() throws { Self.chosen.withLock { $0 = self } }

  /// Gives a named model its meaning, where an authority is at hand.
  static func settle(_ document: inout PolicyDocument, _ path: String) throws {
    guard let request = document.request else { return }
    var authorities: [any ModelAuthority] = []
    for index in authorities.indices {
      if let resolved = try authorities[index].resolve(request) {
        document.settle(resolved)
        return
      }
    }
  }
}
