// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Reads QEMU's `-cpu` argument, alone or in a command line: as a shell takes it, as `/proc/PID/cmdline` has
/// it, or as libvirt logs it.
struct QEMUCPUReader {
  let source: String

  /// What a machine of QEMU for x86 has where nothing names a model.
  static let defaultModel = "qemu64"

  /// No command line is longer.
  private static let longest = 1 << 20

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    guard bytes.count <= QEMUCPUReader.longest else {
      throw FormatError(
        .tooLarge, source: source, message: "the input has \(bytes.count) bytes",
        remedy: "at most \(QEMUCPUReader.longest) of a command line are read")
    }
    try PolicyReader.refuseOthers(than: .qemuCPU, in: bytes, source: source)
    let line = try QEMUCommandLine(bytes, source: source)
    let machine = try line.machine()
    var guest = DescribedGuest()
    var document: PolicyDocument
    if let value = try line.value(of: "cpu") {
      try refuseCut(value, line)
      document = try argument(
        value.text, line: value.line, column: value.column, machine: machine,
        globals: line.globals)
    } else if let program = line.program {
      document = try argument(
        program.text.hasSuffix("-i386") ? "qemu32" : Self.defaultModel, line: program.line,
        column: program.column, machine: machine, globals: line.globals)
      document.notes.append(
        "the command line has no -cpu, and the machine gets QEMU's "
          + (document.request?.name ?? Self.defaultModel))
    } else {
      throw FormatError(
        .malformed, source: source, line: 1, column: 1, message: "there is no -cpu with a value",
        remedy: "give QEMU's command line, or its -cpu part")
    }
    guest.isMachine = line.program != nil
    guest.name = try line.guestName()
    guest.tscKilohertz = document.guest?.tscKilohertz
    if let value = try line.value(of: "smp") {
      let shape = try QEMUProcessors(value.text) { message in
        FormatError(
          .malformed, source: source, line: value.line, column: value.column,
          message: "-smp: \(message)", remedy: "correct the option")
      }
      guest.vCPUs = shape.vCPUs
      guest.topology = shape.topology
      if shape.topology == nil {
        document.notes.append("topology is not taken over: -smp \(value.text)")
      }
      document.policies[0].statements.append(Statement("topology", value.text))
    } else if line.program != nil {
      guest.vCPUs = 1
    }
    document.guest = guest
    return document
  }

  /// Where blanks have lost their quotes, nobody can tell what belonged to the value.
  private func refuseCut(
    _ value: QEMUCommandLine.Word, _ line: QEMUCommandLine
  ) throws(FormatError) {
    let last = value.text.split(separator: ",").last ?? ""
    guard !value.isQuoted, last.hasPrefix("model-id=") || last.hasPrefix("model_id="),
      let next = line.word(after: value), !next.text.hasPrefix("-")
    else { return }
    throw FormatError(
      .malformed, source: source, line: next.line, column: next.column,
      message: "the value of -cpu has blanks, and where it ends is not told",
      remedy: "give /proc/PID/cmdline, or libvirt's log, which keep it")
  }

  /// What one value of `-cpu` asks for.
  ///
  /// - Parameter globals: properties that `-global` gives every CPU.
  func argument(
    _ text: String, line: Int, column: Int, machine: ModelRequest.Machine,
    globals: [QEMUCommandLine.Word] = []
  ) throws(FormatError) -> PolicyDocument {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let model = String(parts[0])
    var reader = QEMUProperties(source: source, machine: machine)
    func take(_ part: Substring, _ line: Int, _ column: Int) throws(FormatError) {
      do {
        try reader.take(argument: part, at: "column \(column)")
      } catch {
        var error = error
        error.line = line
        error.column = column
        throw error
      }
    }
    for word in globals { try take(Substring(word.text), word.line, word.column) }
    var column = column + parts[0].utf8.count + 1
    for part in parts.dropFirst() {
      try take(part, line, column)
      column += part.utf8.count + 1
    }
    var document = reader.document(model: model, format: .qemuCPU)
    document.guest = DescribedGuest()
    document.guest?.tscKilohertz = reader.tscKilohertz
    return document
  }
}
