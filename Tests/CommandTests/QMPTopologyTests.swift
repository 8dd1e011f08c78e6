// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// A machine that seems to run under QEMU: four CPUs in two sockets, with threads.
private final class FakeMachine: Sendable {
  private let listener: UNIXListener
  var path: String { listener.path }

  init() throws { listener = try UNIXListener(serve: FakeMachine.serve) }

  @Sendable private static func serve(_ connection: Int32) {
    send(#"{"QMP": {"version": {}, "capabilities": []}}"#, connection)
    var request: [UInt8] = []
    var depth = 0
    var byte: UInt8 = 0
    while recv(connection, &byte, 1, 0) == 1 {
      request.append(byte)
      depth += byte == 0x7b ? 1 : byte == 0x7d ? -1 : 0
      guard byte == 0x7d, depth == 0 else { continue }
      let value = try? JSONValue(parsing: request, source: "request")
      request = []
      send(
        value.flatMap(answer) ?? #"{"error": {"class": "GenericError", "desc": "none"}}"#,
        connection)
    }
  }

  private static func send(_ text: String, _ connection: Int32) {
    UNIXListener.send(Array((text + "\r\n").utf8), to: connection)
  }

  private static func answer(_ request: JSONValue) -> String? {
    let result: String?
    switch request["execute"]?.string {
    case "qmp_capabilities": result = "{}"
    case "query-version": result = #"{"qemu": {"major": 9, "minor": 2, "micro": 0}}"#
    case "query-cpus-fast":
      let cpus = (0..<4).map { cpu in
        #"{"cpu-index": \#(cpu), "qom-path": "/cpu\#(cpu)", "props": {"socket-id": \#(cpu / 2), "#
          + #""die-id": 0, "core-id": 0, "thread-id": \#(cpu % 2)}}"#
      }
      result = "[" + cpus.joined(separator: ", ") + "]"
    case "qom-get":
      let path = request["arguments"]?["path"]?.string ?? ""
      result = property(
        request["arguments"]?["property"]?.string ?? "", Int(path.dropFirst(4)) ?? 0)
    default: result = nil
    }
    return result.map { #"{"return": \#($0)}"# }
  }

  private static func property(_ name: String, _ cpu: Int) -> String? {
    switch name {
    case "type": #""EPYC-Rome-x86_64-cpu""#
    case "apic-id": "\(cpu)"
    case "feature-words", "filtered-features": "[]"
    case "vendor": #""AuthenticAMD""#
    case "model-id": #""A machine""#
    case "family": "23"
    case "model": "49"
    case "level": "13"
    case "xlevel": "2147483679"
    case "stepping", "phys-bits", "level-func7": "0"
    default: nil
    }
  }
}

/// `topology show qmp:SOCKET`.
@Suite struct QMPTopologyTests {
  @Test func showsWhereQEMUPutEachCPU() throws {
    let machine = try FakeMachine()
    let result = try BuiltCommand.run(["topology", "show", "qmp:" + machine.path, "-o", "json"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("QEMU 9.2.0, EPYC-Rome-x86_64-cpu, 4 virtual CPUs"))
    let tree = try JSONValue(parsing: Array(result.output.utf8), source: "output")
    let packages = try #require(tree["packages"]?.array)
    let threads = packages.map { package in
      (package["dies"]?.array ?? []).flatMap { die in
        (die["cores"]?.array ?? []).flatMap { core in
          (core["threads"]?.array ?? []).map { [$0["cpu"]?.integer, $0["apicID"]?.integer] }
        }
      }
    }
    #expect(threads == [[[0, 0], [1, 1]], [[2, 2], [3, 3]]])
    #expect(tree["judged"]?["cpus"]?.integer == 4)
    let text = try BuiltCommand.run(["topology", "show", "qmp:" + machine.path])
    #expect(
      text.output.hasPrefix("2 packages, 2 dies, 2 cores, 4 threads\n"), "\(text.output)")
    #expect(text.output.contains("core 0: CPU 2 (APIC id 2), CPU 3 (APIC id 3)"))
  }
}
