// SPDX-License-Identifier: Apache-2.0

import CProcess
import Glibc
import PolicyFormats

/// An emulator that is started to be asked and runs no guest. It is killed and reaped with this.
struct EmulatorSession: ~Copyable {
  private let program: String
  private let process: pid_t
  private let errors: Int32
  var client: QMPClient

  /// The machine around the CPU, in the words of QEMU's options.
  struct Machine: Equatable {
    var type: String
    var accelerator: String

    /// Words that can be nothing but a name: behind a comma stand settings, some of which are files.
    func check() throws(EmulatorError) {
      func isName(_ text: String, _ others: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
          && text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte)
              || (0x41...0x5a).contains(byte) || others.utf8.contains(byte)
          }
      }
      guard isName(type, "-._+") else { throw .unusable(what: "machine", value: type) }
      guard isName(accelerator, "") else { throw .unusable(what: "accel", value: accelerator) }
    }
  }

  /// Starts an emulator, stopped, with nothing but a machine and a CPU.
  ///
  /// - Parameters:
  ///   - cpu: the value of `-cpu`; nil for the machine's own.
  ///   - timeLimit: for the whole conversation, in milliseconds.
  init(
    starting program: String, _ machine: Machine, cpu: String? = nil, timeLimit: Int
  ) throws(EmulatorError) {
    try machine.check()
    var words = [
      program, "-S", "-no-user-config", "-nodefaults", "-nographic", "-machine", machine.type,
      "-accel", machine.accelerator, "-qmp", "stdio",
    ]
    if let cpu { words += ["-cpu", cpu] }
    let started = try EmulatorSession.start(program, words)
    client = try EmulatorSession.connect(program, started, timeLimit)
    self.program = program
    process = started.process
    errors = started.errors
  }

  deinit { EmulatorSession.end(process, errors) }

  /// Asks; what QEMU itself refuses is an error of `QMPError`'s.
  mutating func execute(
    _ command: String, _ arguments: KeyValuePairs<String, JSONValue> = [:]
  ) throws(QMPError) -> JSONValue {
    try client.execute(command, arguments)
  }

  /// Asks what every QEMU answers.
  mutating func ask(
    _ command: String, _ arguments: KeyValuePairs<String, JSONValue> = [:]
  ) throws(EmulatorError) -> JSONValue {
    do throws(QMPError) {
      return try client.execute(command, arguments)
    } catch {
      throw failure(error)
    }
  }

  /// An error of the conversation, with what the emulator had to say.
  func failure(_ error: QMPError) -> EmulatorError {
    switch error {
    case .closed, .broken:
      .ended(program: program, reason: EmulatorSession.said(errors) ?? error.description)
    default: .conversation(program: program, error)
    }
  }

  // MARK: The process

  private static func start(
    _ program: String, _ words: [String]
  ) throws(EmulatorError) -> (process: pid_t, conversation: Int32, errors: Int32) {
    var talk: [Int32] = [-1, -1]
    var say: [Int32] = [-1, -1]
    let closeOnExec = Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | closeOnExec, 0, &talk) == 0 else {
      throw .cannotStart(program: program, errno: errno)
    }
    defer { close(talk[1]) }
    // What is said beyond what a pipe holds is lost, and holds nobody up.
    guard pipe(&say) == 0 else {
      let code = errno
      close(talk[0])
      throw .cannotStart(program: program, errno: code)
    }
    for end in say {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    defer { close(say[1]) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    let process = cprocess_start(program, arguments, talk[1], say[1])
    guard process > 0 else {
      close(talk[0])
      close(say[0])
      throw .cannotStart(program: program, errno: -process)
    }
    return (process, talk[0], say[0])
  }

  /// Begins the conversation; a process with which there is none is ended.
  private static func connect(
    _ program: String, _ started: (process: pid_t, conversation: Int32, errors: Int32),
    _ timeLimit: Int
  ) throws(EmulatorError) -> QMPClient {
    do throws(QMPError) {
      return try QMPClient(connected: started.conversation, timeLimit: timeLimit)
    } catch {
      // Who closed the conversation said why before.
      stop(started.process)
      defer { close(started.errors) }
      switch error {
      case .closed, .broken:
        throw .ended(program: program, reason: said(started.errors) ?? "without a word")
      default: throw .conversation(program: program, error)
      }
    }
  }

  private static func end(_ process: pid_t, _ errors: Int32) {
    stop(process)
    close(errors)
  }

  private static func stop(_ process: pid_t) {
    // Its group, too, which it may not have made yet.
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }

  /// The last lines of what an emulator said, on one.
  private static func said(_ errors: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { read(errors, $0.baseAddress, $0.count) }
    guard count > 0 else { return nil }
    let lines = String(decoding: bytes.prefix(count), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .filter { !$0.contains("warning: host doesn't support") && !$0.contains("warning: TCG") }
    let text = lines.suffix(3).joined(separator: "; ")
    return text.isEmpty ? nil : String(text.prefix(500))
  }
}
