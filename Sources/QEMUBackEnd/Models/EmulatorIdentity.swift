// SPDX-License-Identifier: Apache-2.0

import Glibc
import Hosts

/// What an emulator's answers depend on besides the question: its program, the kernel and its KVM, the CPU.
struct EmulatorIdentity {
  /// Nil for what is no program by itself: a script's answer is that of whatever it starts.
  let text: String?

  init(program: String, _ machine: EmulatorSession.Machine) {
    guard let file = Self.file(program) else {
      text = nil
      return
    }
    text = ([file, "machine \(machine.type)", "accel \(machine.accelerator)"] + Self.surroundings)
      .joined(separator: "\n")
  }

  /// Path, device, inode, size and time of the last change.
  private static func file(_ program: String) -> String? {
    let file = open(program, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var start: [UInt8] = [0, 0, 0, 0]
    guard start.withUnsafeMutableBytes({ read(file, $0.baseAddress, 4) }) == 4,
      start == [0x7f, 0x45, 0x4c, 0x46]
    else { return nil }
    return "\(program) \(status.st_dev) \(status.st_ino) \(status.st_size) "
      + "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  private static var surroundings: [String] {
    var name = utsname()
    uname(&name)
    var lines = [
      "host \(text(&name.nodename))", "kernel \(text(&name.release)) \(text(&name.version))",
      LocalMachine.firstCPU,
    ]
    for module in ["kvm", "kvm_intel", "kvm_amd"] {
      let folder = "/sys/module/\(module)/parameters"
      for parameter in names(folder).sorted() {
        let value = contents("\(folder)/\(parameter)") ?? "unreadable"
        lines.append("\(module).\(parameter) \(value)")
      }
    }
    return lines
  }

  private static func text<T>(_ characters: inout T) -> String {
    withUnsafePointer(to: &characters) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout<T>.size) {
        String(cString: $0)
      }
    }
  }

  private static func names(_ folder: String) -> [String] {
    guard let list = opendir(folder) else { return [] }
    defer { closedir(list) }
    var result: [String] = []
    while let entry = readdir(list) {
      let name = text(&entry.pointee.d_name)
      if !name.hasPrefix(".") { result.append(name) }
    }
    return result
  }

  private static func contents(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, 256) }
    guard count >= 0 else { return nil }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
