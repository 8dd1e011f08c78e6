// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// libvirt's XML: raw CPUID (`cpudata`), the CPU of a domain or a host (`cpu`), capabilities.
enum LibvirtFormats {
  /// Refuses a CPU of another architecture, by the name that an element gives it.
  static func refuseOther(
    _ element: XMLElement?, _ name: String?, _ source: String
  ) throws(FormatError) {
    guard let element, let name, !OtherArchitecture.isX86(name) else { return }
    throw OtherArchitecture.error(
      "architecture \(name.prefix(40))", source: source, line: element.line, column: element.column)
  }

  static func error(_ element: XMLElement, _ source: String, _ message: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: element.line, column: element.column,
      message: "<\(element.name)>: \(message)", remedy: "correct the element")
  }

  // MARK: cpudata

  static func data(_ root: XMLElement, _ source: String) throws(FormatError)
    -> PolicyDocument
  {
    try refuseOther(root, root["arch"], source)
    var recorder = CPURecorder()
    for (index, element) in root.children.enumerated() {
      do {
        try record(element, index, in: &recorder, source)
      } catch let error as FormatError {
        throw error
      } catch RecordingError.duplicate(let what, let first) {
        throw .duplicate(
          what, first: root.children[first].placeText, source: source, line: element.line,
          column: element.column)
      } catch {
        throw self.error(root, source, "it has more than \(CPURecorder.mostRows) rows")
      }
    }
    guard recorder.hasLeaves else { throw error(root, source, "it holds no <cpuid>") }
    return try PolicyDocument([recorder.cpu], format: .libvirtCPUData, source: source)
  }

  /// Takes one element; its number stands for its line.
  private static func record(
    _ element: XMLElement, _ index: Int, in recorder: inout CPURecorder, _ source: String
  ) throws {
    switch element.name {
    case "cpuid":
      try recorder.add(
        LeafRegisters(
          eax: try number(element, "eax", source), ebx: try number(element, "ebx", source),
          ecx: try number(element, "ecx", source), edx: try number(element, "edx", source)),
        leaf: try number(element, "eax_in", source),
        subleaf: element["ecx_in"] == nil ? 0 : try number(element, "ecx_in", source), line: index)
    case "msr":
      let register = MSRIndex(rawValue: try number(element, "index", source))
      let low = UInt64(try number(element, "eax", source))
      try recorder.add(
        msr: register, UInt64(try number(element, "edx", source)) << 32 | low, line: index)
    default: throw error(element, source, "expected are <cpuid> and <msr>")
    }
  }

  static func number(
    _ element: XMLElement, _ name: String, _ source: String
  ) throws(FormatError) -> UInt32 {
    guard let text = element[name] else { throw error(element, source, "\(name) is missing") }
    let value = text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
    guard let value else {
      throw error(element, source, "\(name) is \"\(text.prefix(40))\", and no number of 32 bits")
    }
    return value
  }

  /// A policy as raw CPUID; everything but hypervisor leaves and unknown places fits.
  static func writeData(_ policy: CPUPolicy) -> [UInt8] {
    var text = "<cpudata arch='x86'>\n"
    policy.canonical.forEachLeaf { place, registers in
      let subleaf = place.isPlain ? 0 : place.subleaf
      text += "  <cpuid eax_in='\(Hex.word(place.leaf))' ecx_in='0x\(Hex.digits(subleaf, 2))'"
      text += " eax='\(Hex.word(registers.eax))' ebx='\(Hex.word(registers.ebx))'"
      text += " ecx='\(Hex.word(registers.ecx))' edx='\(Hex.word(registers.edx))'/>\n"
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      guard let value = policy[msr: index] else { continue }
      text += "  <msr index='0x\(String(index.rawValue, radix: 16))'"
      text += " edx='\(Hex.word(UInt32(truncatingIfNeeded: value >> 32)))'"
      text += " eax='\(Hex.word(UInt32(truncatingIfNeeded: value)))'/>\n"
    }
    return Array((text + "</cpudata>\n").utf8)
  }
}
