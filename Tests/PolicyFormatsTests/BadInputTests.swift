import CPUPolicy
import Foundation
import PolicyFormats
import TestSupport
import Testing

/// Input that cannot be read gets its message and place; nothing crashes.
@Suite struct BadInputTests {
  private func error(_ text: String, _ format: PolicyFormat? = nil) -> FormatError? {
    do {
      _ = try PolicyReader.read(Array(text.utf8).span, source: "x", format: format)
      return nil
    } catch {
      return error
    }
  }

  @Test func emptyAndNoise() {
    #expect(error("")?.kind == .empty)
    #expect(error("hello world\n")?.kind == .unrecognised)
    var generator = SeededGenerator.fresh("noise")
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 1...2000, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      #expect(throws: FormatError.self) {
        try PolicyReader.read(bytes.span, source: "noise")
      }
    }
  }

  @Test func truncatedDump() {
    let found = error("CPUID 00000000: 0000000D-756E6547-6C65746E\n")
    #expect(found?.kind == .malformed && found?.line == 1)
    #expect(found?.column == 43, "\(String(describing: found))")
    let second = error("CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69\nCPUID 00000001: 0\n")
    #expect(second?.line == 2)
    #expect(error("MSR 0000010A: 0000-00\n", .instlatx64)?.line == 1)
    #expect(error("CPU:\n   0x00000000 0x00: eax=0x0000000d ebx=0x68\n")?.line == 2)
    #expect(
      error("Raw policy: 1 leaves, 2 MSRs\n CPUID:\n  00000000:ffffffff -> 0000000d:7\n")?.line == 3
    )
  }

  @Test func everyPrefixOfADumpIsReadOrRefused() throws {
    let path = try #require(Fixtures.dumps.first)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for count in stride(from: 0, to: bytes.count, by: 7) {
      let prefix = Array(bytes.prefix(count))
      do {
        _ = try PolicyReader.read(prefix.span, source: "prefix")
      } catch {
        #expect(!error.message.isEmpty && !error.remedy.isEmpty)
      }
    }
  }

  @Test func longLine() {
    let text = String(repeating: "x", count: LongLine.bytes)
    let found = error(text)
    #expect(found?.kind == .tooLarge && found?.line == 1)
    let dump = "CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69\n" + text
    #expect(error(dump)?.line == 2)
  }

  private enum LongLine { static let bytes = 1 << 20 }

  @Test func mixedForms() {
    let text = """
      CPUID 00000000: 0000000D-756E6547-6C65746E-49656E69
         0x00000001 0x00: eax=0x00000000 ebx=0x00000000 ecx=0x00000000 edx=0x00000000
      """
    let found = error(text)
    #expect(found?.kind == .mixed && found?.line == 2)
  }

  @Test func featuresets() {
    #expect(error("foo bar baz")?.kind == .unrecognised)
    #expect(error("0123-foo", .featureset)?.column == 7)
    #expect(error("-1234", .featureset)?.column == 1)
    #expect(error("12345678-123456789", .featureset)?.column == 10)
    #expect(error((0..<20).map { _ in "00000001" }.joined(separator: "-"))?.kind == .malformed)
    #expect(error((0..<19).map { _ in "00000001" }.joined(separator: ":")) == nil)
  }

  @Test func json() {
    #expect(error("{")?.kind == .malformed)
    #expect(error("{}")?.kind == .unrecognised)
    let head = "{\"apiVersion\":\"cpupolicy/v1\",\"kind\":\"Policy\","
    #expect(error(head + "\"leaves\":3}")?.message.contains("leaves") == true)
    let leaf = "{\"leaf\":\"0x00000007\",\"subleaf\":9,\"eax\":0,\"ebx\":0,\"ecx\":0,\"edx\":0}"
    #expect(error(head + "\"leaves\":[\(leaf)]}")?.message.contains("leaves[0]") == true)
    let wide = "{\"leaf\":0,\"subleaf\":null,\"eax\":\"0x100000000\",\"ebx\":0,\"ecx\":0,\"edx\":0}"
    #expect(error(head + "\"leaves\":[\(wide)]}")?.message.contains("32 bits") == true)
    let contradiction = "\"leaves\":[],\"featureset\":\"00000001\"}"
    #expect(
      error(head + contradiction) == nil, "bits above the limits stand in the featureset alone")
    let deep = String(repeating: "[", count: 100_000)
    #expect(error(deep)?.kind == .malformed)
  }

  @Test func binary() {
    var bytes = [UInt8](repeating: 0, count: 24)
    for index in 4..<8 { bytes[index] = 0xff }
    #expect(throws: Never.self) { try PolicyReader.read(bytes.span, source: "x") }
    let double = bytes + bytes
    #expect(throws: FormatError.self) { try PolicyReader.read(double.span, source: "x") }
    let cut = bytes + [1, 2, 3, 4, 5, 6, 7, 8]
    #expect(throws: FormatError.self) { try PolicyReader.read(cut.span, source: "x") }
  }

  @Test func filesThatCannotBeRead() {
    #expect(throws: FormatError.self) { try InputFile.read("/nonexistent/file") }
    do {
      _ = try InputFile.read("/")
      Issue.record("a directory was read")
    } catch {
      #expect(error.kind == .directory)
    }
  }
}
