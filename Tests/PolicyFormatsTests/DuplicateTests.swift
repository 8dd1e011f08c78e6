// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import TestSupport
import Testing

@testable import PolicyFormats

/// The same leaf, MSR or property twice is an error with both places in every reader: of two statements
/// of one thing neither can be told to be right.
@Suite struct DuplicateTests {
  /// A complaint may be told as often as it was made.
  @Test(arguments: PolicyCodec.all.map(\.format).filter { $0 != .complaint })
  func whatStandsTwiceIsRefused(_ format: PolicyFormat) throws {
    let sample = try #require(try FormSamples.bytes(format), "a form needs a sample")
    #expect(FormSamples.read(sample, format) == nil)
    #expect(FormSamples.read(sample, nil) == nil)
    let doubled = try Self.doubled(sample, PolicyCodec.of(format))
    #expect(!doubled.isEmpty)
    for (what, bytes) in doubled {
      let found = FormSamples.read(bytes, format)
      let message = found?.description ?? "it was read"
      #expect(message.contains("twice") || message.contains("a second"), "\(what): \(message)")
      // The second's place is the error's, the first's is in the message.
      let hasBoth = message.contains("the first stands") || message.contains("records")
      #expect(hasBoth || message.contains("more than one"), "\(what): \(message)")
    }
  }

  /// Copies of an input in each of which one thing stands twice.
  private static func doubled(
    _ sample: [UInt8], _ codec: PolicyCodec
  ) throws -> [(String, [UInt8])] {
    switch codec.reader {
    case .json:
      var result: [(String, [UInt8])] = []
      forEachDoubling(try JSONValue(parsing: sample, source: "sample")) { what, value in
        result.append((what, Array(value.text.utf8)))
      }
      return result
    case .bytes:
      let size = codec.format == .leaves ? 24 : sample.count
      return stride(from: 0, to: min(sample.count, 5 * size), by: size).map { offset in
        let unit = sample[offset..<(offset + size)]
        return (
          "byte \(offset)", Array(sample[..<(offset + size)] + unit + sample[(offset + size)...])
        )
      }
    case .lines, .text, .xml:
      return codec.format == .qemuCPU || codec.format == .xl ? parts(sample) : lines(sample)
    }
  }

  /// Every line that says something, twice: at once, and at the end of what it stands in.
  private static func lines(_ sample: [UInt8]) -> [(String, [UInt8])] {
    let lines = String(decoding: sample, as: UTF8.self).components(separatedBy: "\n")
    return lines.indices.filter { index in
      let line = lines[index].trimmingCharacters(in: .whitespaces)
      let says =
        line.contains("=") || lines.count < 3 || line.contains("  *  ") || line.contains("  -  ")
        || line.contains(where: \.isHexDigit) && line.contains(":")
      let isHeading =
        line.hasSuffix("CPUID:") || line.hasSuffix("MSRs:") || line.hasPrefix("leaf")
        || line.hasPrefix("index") || line.hasPrefix("<cpu ") || line.hasPrefix("<cpudata")
      return !line.isEmpty && says && !isHeading || line.hasPrefix("<model")
    }.flatMap { index -> [(String, [UInt8])] in
      var next = lines
      next.insert(lines[index], at: index + 1)
      return [("line \(index + 1): \(lines[index])", Array(next.joined(separator: "\n").utf8))]
    } + later(lines)
  }

  /// A row far behind its first one.
  private static func later(_ lines: [String]) -> [(String, [UInt8])] {
    guard let row = lines.firstIndex(where: { $0.contains("80000008") }),
      let place = lines.firstIndex(where: { $0.contains("00000007") }), place < row
    else { return [] }
    var next = lines
    next.insert(lines[place], at: row + 1)
    return [("line \(place + 1), later", Array(next.joined(separator: "\n").utf8))]
  }

  /// Every part between commas, twice.
  private static func parts(_ sample: [UInt8]) -> [(String, [UInt8])] {
    let text = String(decoding: sample, as: UTF8.self)
    let isList = text.hasPrefix("cpuid")
    let head = isList ? "cpuid = [" : "-cpu "
    let body = text.dropFirst(head.count).prefix { $0 != "]" && $0 != "\n" || isList && $0 == "\n" }
    let parts = body.split(separator: isList ? ",\n" : ",").map(String.init)
    var result = parts.indices.dropFirst(isList ? 0 : 1).filter { parts[$0] != "enforce" }.map {
      index in
      var next = parts
      next.append(parts[index])
      return (parts[index], Array((head + next.joined(separator: ",") + (isList ? "]" : "")).utf8))
    }
    result.append(("whole", sample + sample))
    return result
  }

  /// Every member of every object, and every element with a place of its own, twice.
  private static func forEachDoubling(_ value: JSONValue, _ body: (String, JSONValue) -> Void) {
    switch value {
    case .object(let members):
      for (index, member) in members.enumerated() {
        // A few of many alike.
        guard index < 8 || index % 7 == 0 else { continue }
        body(member.name, .object(members + [member]))
        forEachDoubling(member.value) { what, inner in
          var next = members
          next[index].value = inner
          body("\(member.name).\(what)", .object(next))
        }
      }
    case .array(let values):
      for (index, element) in values.enumerated() where index % 3 == 0 {
        guard case .object = element else { continue }
        body("[\(index)]", .array(values + [element]))
        forEachDoubling(element) { what, inner in
          var next = values
          next[index] = inner
          body("[\(index)].\(what)", .array(next))
        }
      }
    default: break
    }
  }

  private func error(_ text: String, _ format: PolicyFormat? = nil) -> FormatError? {
    FormSamples.read(Array(text.utf8), format)
  }

  private static let intel = "CPUID 00000000: 00000001-756E6547-6C65746E-49656E69\n"
  private static let amd = "CPUID 00000000: 00000001-68747541-444D4163-69746E65\n"
  private static let row = "CPUID 00000001: 00000000-00000000-00000000-00000000\n"

  /// Two dumps joined are two machines.
  @Test func joinedDumps() {
    let joined = error(Self.intel + Self.row + Self.amd + Self.row)
    #expect(joined?.kind == .mixed && joined?.line == 3)
    #expect(joined?.message.contains("line 1") == true)
    #expect(error(Self.intel + Self.row + Self.intel + Self.row) == nil)
    let tool = """
      CPU:
         0x00000000 0x00: eax=0x00000001 ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69

      """
    let twice = error(tool + tool)
    #expect(twice?.line == 3 && twice?.message.contains("line 1") == true)
    let other = tool.replacing("0x756e6547", with: "0x68747541").replacing("CPU:", with: "CPU 1:")
    #expect(error(tool + other)?.kind == .mixed)
    #expect(error(tool + tool.replacing("CPU:", with: "CPU 1:")) == nil)
    let policy = "Raw policy: 1 leaves, 0 MSRs\n CPUID:\n  00000000:ffffffff -> 0000000d:"
    let xen =
      policy + "756e6547:6c65746e:49656e69\n"
      + policy.replacing("Raw", with: "Host") + "68747541:444d4163:69746e65\n"
    #expect(error(xen)?.kind == .mixed)
  }

  /// Rows that real tools write more than once.
  @Test func whatToolsRepeat() {
    let state = "CPUID 0000000D: 00000080-00000340-00000000-00000000 [SL 3E]\n"
    #expect(error(Self.amd + Self.row + state + state) == nil)
    let other = state.replacing("0340", with: "0440")
    #expect(error(Self.amd + Self.row + state + other)?.line == 4)
    let sample = "MSR 000000E7: 0000-0000-0000-0001\n"
    #expect(error(Self.amd + Self.row + sample + sample) == nil)
    let held = sample.replacing("000000E7", with: "0000010A")
    #expect(error(Self.amd + Self.row + held + held)?.line == 4)
  }

  /// An MSR of a CPU that is not in the dump is nobody's.
  @Test func strangersMSRs() throws {
    let text =
      "------[ CPUID Registers / Logical CPU #0 ]------\n" + Self.intel + Self.row
      + "------[ MSR Registers / Logical CPU #5 ]------\nMSR 0000010A: 0000-0000-0000-002B\n"
    let document = try PolicyReader.read(Array(text.utf8).span, source: "x")
    #expect(document.cpus.first?[msr: .archCapabilities] == nil)
    let clock = "------[ MSR Registers / Logical CPU # Clock (TSC),3094 MHz ]------\n"
    let own = text.replacing("#5 ]------\n", with: "#0 ]------\n" + clock)
    let known = try PolicyReader.read(Array(own.utf8).span, source: "x")
    #expect(known.cpus.first?[msr: .archCapabilities] == 0x2b)
  }

  /// QEMU's log has its command line and what it complains of; `cpuid` prints rows of leaves for which it has
  /// no words.
  private static func stands(_ form: PolicyFormat, in own: PolicyFormat) -> Bool {
    own == .qemuCPU && form == .complaint || own == .cpuidDecoded && form == .cpuidR
  }

  /// An input of one form with one of another behind it, far from the beginning.
  @Test func formsMixedAnywhere() throws {
    for first in PolicyCodec.all {
      guard first.reader.tells != nil else { continue }
      let head = try #require(try FormSamples.bytes(first.format))
      for second in PolicyCodec.all where second.format != first.format {
        if Self.stands(second.format, in: first.format) { continue }
        let tail = try #require(try FormSamples.bytes(second.format))
        let gap = Array(String(repeating: "\n", count: 5000).utf8)
        let found = FormSamples.read(head + gap + tail, nil)
        #expect(found != nil, "\(first.format.rawValue), then \(second.format.rawValue)")
        #expect(FormSamples.read(head + gap + tail, first.format) != nil)
      }
    }
  }
}
