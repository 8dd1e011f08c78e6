// SPDX-License-Identifier: Apache-2.0

/// An input that is no file: who is asked for it.
enum AskedInput: Equatable {
  /// A running QEMU, at its socket: `qmp:SOCKET`.
  case machine(socket: String)
  /// A libvirt's host, or one of its domains: `libvirt:URI`, `libvirt:URI#NAME`. An empty address is
  /// libvirt's own choice.
  case libvirt(address: String?, domain: String?)

  /// - Returns: nil for a file's path, or `-`.
  init?(_ path: String) {
    if let socket = Self.rest(of: path, behind: "qmp:") {
      self = .machine(socket: socket)
    } else if let place = Self.rest(of: path, behind: "libvirt:") {
      let parts = place.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let address = parts.first.map(String.init) ?? ""
      let domain = parts.count == 2 ? String(parts[1]) : ""
      self = .libvirt(
        address: address.isEmpty ? nil : address, domain: domain.isEmpty ? nil : domain)
    } else {
      return nil
    }
  }

  private static func rest(of path: String, behind prefix: String) -> String? {
    path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }
}
