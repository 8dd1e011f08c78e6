// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A script that is started in QEMU's place, and a file with its process's number.
public final class FakeEmulator {
  public let folder = "/tmp/emulator-\(UUID().uuidString.prefix(8))"
  public let program: String

  /// - Parameters:
  ///   - script: what a shell runs.
  ///   - name: what the program is called.
  public init(_ script: String, name: String = "qemu-fake") throws {
    program = folder + "/" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = "#!/bin/sh\necho $$ >> \(folder)/started\n" + script + "\n"
    _ = FileManager.default.createFile(
      atPath: program, contents: Data(text.utf8), attributes: [.posixPermissions: 0o755])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The processes that ran, of which none may be left.
  public var processes: [pid_t] {
    let text = (try? String(contentsOfFile: folder + "/started", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { pid_t($0) }
  }

  /// Answers as QEMU does; `definitions` and `expansion` are what two of the questions get.
  public static func talking(
    version: String = "{\"qemu\": {\"major\": 7, \"minor\": 2, \"micro\": 1}}",
    definitions: String = "[{\"name\": \"Some\", \"unavailable-features\": [\"sse2\"]}]",
    expansion: String = FakeEmulator.expansion()
  ) -> String {
    """
    echo '{"QMP": {"version": {}, "capabilities": []}}'
    while read line; do
      case "$line" in
      *qmp_capabilities*) echo '{"return": {}}' ;;
      *query-version*) echo '{"return": \(version)}' ;;
      *qom-get*) echo '{"return": "pc-some-machine"}' ;;
      *query-cpu-definitions*) echo '{"return": \(definitions)}' ;;
      *device-list-properties*) echo '{"return": [{"name": "phys-bits", "type": "uint32"}]}' ;;
      *query-cpu-model-expansion*) echo '\(expansion)' ;;
      esac
    done
    """
  }

  /// Properties of a small CPU, with one feature that its definition says is not given: `sse2`.
  public static let props =
    "\"family\": 6, \"model\": 15, \"stepping\": 3, \"vendor\": \"GenuineIntel\", \"level\": 10, "
    + "\"xlevel\": 2147483656, \"phys-bits\": 0, \"fpu\": true, \"sse\": true, \"sse2\": true, "
    + "\"lm\": true"

  /// The reply to the question for a model's properties.
  public static func expansion(_ props: String = FakeEmulator.props) -> String {
    "{\"return\": {\"model\": {\"name\": \"Some\", \"props\": {\(props)}}}}"
  }
}
