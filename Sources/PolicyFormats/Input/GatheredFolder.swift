// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A folder that is one input: `hwloc-gather-cpuid` writes one with a file `pu0`, `pu1`, ... for each logical
/// CPU of one machine.
enum GatheredFolder {
  /// Whether a folder is one, by its first file.
  static func isOne(_ folder: String) -> Bool {
    var status = stat()
    return stat(path(folder, 0), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// All CPUs of the folder; nil where it is none.
  static func read(_ folder: String) throws(FormatError) -> PolicyDocument? {
    guard isOne(folder) else { return nil }
    var cpus: [RecordedCPU] = []
    var size = 0
    for number in try numbers(folder) {
      let file = path(folder, number)
      let bytes = try InputFile.contents(of: file)
      size += bytes.count
      guard size <= InputFile.largest else {
        throw FormatError(
          .tooLarge, source: folder, message: "more than \(InputFile.largest) bytes in all",
          remedy: "no known form is larger")
      }
      let found = try HwlocReader.dump.cpus(bytes.span, file)
      guard found.count == 1, var cpu = found.first else {
        throw FormatError(
          .malformed, source: file, message: "\(found.count) CPUs, and a file has one",
          remedy: "give this file alone, or gather again")
      }
      cpu.number = number
      cpus.append(cpu)
    }
    return try HwlocReader.dump.document(cpus, folder)
  }

  private static func path(_ folder: String, _ number: Int) -> String {
    (folder.hasSuffix("/") ? folder : folder + "/") + "pu\(number)"
  }

  /// The numbers of the files `pu0`, `pu1`, ..., ascending.
  private static func numbers(_ folder: String) throws(FormatError) -> [Int] {
    let found = try InputWalk.names(folder).compactMap { name in
      name.hasPrefix("pu") && name.utf8.count <= 8 ? Int(name.dropFirst(2)) : nil
    }.filter { $0 >= 0 }.sorted()
    guard found.count <= CPURecorder.mostCPUs else {
      throw FormatError(
        .tooLarge, source: folder, message: "more than \(CPURecorder.mostCPUs) CPUs",
        remedy: "this is no dump of a machine")
    }
    return found
  }
}
