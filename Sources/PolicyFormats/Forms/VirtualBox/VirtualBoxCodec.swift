// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// The CPUID dump in VirtualBox's log: a guest's, and its host's.
  public static let virtualbox = PolicyFormat("virtualbox")
}

extension PolicyCodec {
  static let virtualbox = PolicyCodec(
    .virtualbox, "the CPUID dump in VirtualBox's log, of a guest and its host",
    reader: .lines(
      tells: { bytes, start, end, _ in
        VirtualBoxReader.row(bytes, start, end) != nil
          || Scan.find(bytes, start, end, "Raw Standard CPUID Leaves") != nil
      },
      read: { bytes, source throws(FormatError) in
        var reader = VirtualBoxReader(source: source)
        return try reader.read(bytes)
      }))
}

/// Reads `Gst: 00000001/0000  eax ebx ecx edx` and, for the same place, `Hst:  eax ebx ecx edx`: the document's
/// policies `guest` and `raw`, which is the host's.
struct VirtualBoxReader {
  let source: String
  private var guest = CPURecorder(.asked)
  private var host = CPURecorder(.asked)
  private var place: (leaf: UInt32, subleaf: UInt32)?

  init(source: String) { self.source = source }

  /// Whose row a line is, and what stands behind that; nil for other lines.
  static func row(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (isGuest: Bool, next: Int)? {
    guard let mark = Scan.find(bytes, start, end, "st: ") ?? Scan.find(bytes, start, end, "st:\t"),
      mark > start
    else { return nil }
    let index = Scan.skipBlanks(bytes, mark + 3, end)
    guard let (_, next) = Scan.word(bytes, index, end), next - index == 8 else { return nil }
    switch bytes[mark - 1] {
    case UInt8(ascii: "G"): return (true, index)
    case UInt8(ascii: "H"): return (false, index)
    default: return nil
    }
  }

  mutating func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      if let (isGuest, next) = Self.row(bytes, start, cursor.end) {
        do throws(DumpLineError) {
          try readRow(bytes, next, cursor, isGuest)
        } catch {
          throw FormatError(
            .malformed, source: source, line: cursor.line, column: error.index - cursor.start + 1,
            message: error.message, remedy: "is the line cut?")
        }
      } else {
        try PolicyReader.refuseOther(than: .virtualbox, bytes, start, cursor, source: source)
      }
    }
    var document = PolicyDocument(format: .virtualbox)
    for (name, recorder) in [("guest", guest), (PolicyKind.raw.name, host)]
    where recorder.hasLeaves {
      document.policies.append(NamedPolicy(name: name, policy: recorder.cpu.finished()))
    }
    guard !document.policies.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no CPUID row was found",
        remedy: "expected are rows like \"Gst: 00000000/0000  0000000d 756e6547 6c65746e 49656e69\""
      )
    }
    return document
  }

  private mutating func readRow(
    _ bytes: Span<UInt8>, _ index: Int, _ cursor: LineCursor, _ isGuest: Bool
  ) throws(DumpLineError) {
    var index = index
    // A row of the host stands below the guest's, or names its own place.
    if let (leaf, slash) = Scan.word(bytes, index, cursor.end), slash < cursor.end,
      bytes[slash] == UInt8(ascii: "/")
    {
      guard let (subleaf, next) = Scan.word(bytes, slash + 1, cursor.end) else {
        throw DumpLineError(index: slash + 1, message: "the subleaf has no digits")
      }
      place = (leaf, subleaf)
      index = next
    } else if isGuest {
      throw DumpLineError(index: index, message: "expected a leaf, / and a subleaf")
    }
    guard let place else {
      throw DumpLineError(index: index, message: "no row before says of which leaf this is")
    }
    let registers = try Scan.registers(
      bytes, index, cursor.end, ("", "", "", ""), digits: 8, isWhole: false
    ).registers
    do throws(RecordingError) {
      if isGuest {
        try guest.add(registers, leaf: place.leaf, subleaf: place.subleaf, line: cursor.line)
      } else {
        try host.add(registers, leaf: place.leaf, subleaf: place.subleaf, line: cursor.line)
      }
    } catch {
      throw DumpLineError(
        index: index,
        message: FormatError(error, source: source, line: cursor.line).message)
    }
  }
}
