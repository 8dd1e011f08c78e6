// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Reads `xen-cpuid -p`: `Raw policy: 34 leaves, 2 MSRs`, rows `leaf:subleaf -> a:b:c:d` and
/// `index -> value`. Leaves that Xen serves and that are left out are zero; all MSRs are printed.
struct XenCPUIDReader {
  let source: String

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    var document = PolicyDocument(format: .xenCPUID)
    var cursor = LineCursor()
    var isInMSRs = false
    // What the heading of the policy that is being read states, and what was found of it; behind that
    // the same of each policy.
    var count = RowCount()
    var found: [(count: RowCount, rows: Set<UInt64>)] = []
    // Where each policy, and each place of the policy that is being read, stands.
    var names: [String: Int] = [:]
    var rows: [UInt64: Int] = [:]
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      if let end = Scan.find(bytes, start, cursor.end, " policy:") {
        let name = Self.name(Scan.string(bytes, start, end))
        try refuseTwice("the policy \(name)", names.updateValue(cursor.line, forKey: name), cursor)
        try count.check(source)
        if !document.policies.isEmpty { found.append((count, Set(rows.keys))) }
        count = RowCount(bytes, start, end, cursor)
        guard names.count <= PolicyDocument.mostPolicies else {
          throw error(cursor, start, "more than \(PolicyDocument.mostPolicies) policies")
        }
        document.policies.append(NamedPolicy(name: name, policy: CPUPolicy()))
        rows = [:]
        isInMSRs = false
      } else if Scan.hasPrefix(bytes, start, cursor.end, "MSRs:") {
        isInMSRs = true
      } else if Scan.hasPrefix(bytes, start, cursor.end, "CPUID:") {
        isInMSRs = false
      } else if Scan.find(bytes, start, cursor.end, " -> ") != nil {
        if Scan.hasPrefix(bytes, start, cursor.end, "leaf")
          || Scan.hasPrefix(bytes, start, cursor.end, "index")
        {
          continue
        }
        guard !document.policies.isEmpty else {
          throw error(cursor, start, "a row stands before the first policy heading")
        }
        let last = document.policies.count - 1
        if isInMSRs {
          count.msrs += 1
          try readMSR(bytes, start, cursor, &document.policies[last].policy, &rows)
        } else {
          let leaf = try readLeaf(
            bytes, start, cursor, &document.policies[last].policy, &rows, &count)
          if let (place, registers) = leaf {
            let owner = OutsideLeaf.Owner.policy(document.policies[last].name)
            document.outside.append(OutsideLeaf(of: owner, place: place, registers: registers))
          }
        }
      } else {
        try PolicyReader.refuseOther(than: .xenCPUID, bytes, start, cursor, source: source)
      }
    }
    guard !document.policies.isEmpty else {
      throw FormatError(
        .malformed, source: source, message: "no policy was found",
        remedy: "take the output again with xen-cpuid -p in the control domain")
    }
    try count.check(source)
    found.append((count, Set(rows.keys)))
    for (index, (count, rows)) in found.enumerated() {
      // Guests see zeros of what Xen does not serve; of the hardware nobody said what it holds there.
      let isOfHardware = document.policies[index].name == PolicyKind.raw.name
      document.policies[index].policy.markLost(count, isOfHardware: isOfHardware) { slot in
        rows.contains(LeafLayout.place(ofSlot: slot).rowKey)
      }
      document.policies[index].policy.markUnserved(isOfHardware: isOfHardware)
    }
    let titles = document.policies.map(\.name)
    try FormatError.checkOneMachine(document.policies.map(\.policy), source: source) {
      "policy \(titles[$0])"
    }
    return document
  }

  private func refuseTwice(
    _ what: @autoclosure () -> String, _ first: Int?, _ cursor: LineCursor
  ) throws(FormatError) {
    guard let first else { return }
    throw .duplicate(
      what(), first: "line \(first)", source: source, line: cursor.line, column: 1)
  }

  /// `HVM Max` becomes `hvm-max`; Xen's `Host` is what its hypervisor uses: host default.
  private static func name(_ heading: String) -> String {
    let name = heading.lowercased().split(separator: " ").joined(separator: "-")
    return name == "host" ? "host-default" : name
  }

  /// - Returns: a leaf of Xen's extents that no policy of ours stores.
  private func readLeaf(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor, _ policy: inout CPUPolicy,
    _ rows: inout [UInt64: Int], _ count: inout RowCount
  ) throws(FormatError) -> (LeafPlace, LeafRegisters)? {
    let end = cursor.end
    var index = start
    var values: [UInt32] = []
    for position in 0..<6 {
      let (value, next) = Scan.hex(bytes, index, end)
      guard next - index == 8 else {
        throw error(cursor, next, "number \(position + 1) of 6 has not eight digits")
      }
      values.append(UInt32(truncatingIfNeeded: value))
      index = next
      if position == 1 {
        index = Scan.skipBlanks(bytes, index, end)
        if Scan.hasPrefix(bytes, index, end, "->") { index += 2 }
        index = Scan.skipBlanks(bytes, index, end)
      } else if index < end && bytes[index] == 0x3a {
        index += 1
      }
    }
    let registers = LeafRegisters(eax: values[2], ebx: values[3], ecx: values[4], edx: values[5])
    let subleaf = values[1] == LeafPlace.noSubleaf ? 0 : values[1]
    let row = LeafPlace(values[0], values[1])
    count.leaves += 1
    if !ServedABI.xen.carries(row) { count.unserved += 1 }
    try refuseTwice(
      "leaf \(PlaceText.leaf(row))", rows.updateValue(cursor.line, forKey: row.rowKey), cursor)
    guard !LeavesFormat.isCut(row, registers) else {
      throw error(
        cursor, start,
        "leaf \(PlaceText.leaf(row)) has bits besides the hypervisor's limit, EAX[7:0], which alone "
          + "Xen keeps")
    }
    if policy.record(registers, leaf: values[0], subleaf: subleaf) { return nil }
    guard ServedABI.xen.carries(row), LeafLayout.block(row.leaf) == nil else {
      throw error(cursor, start, "no policy holds leaf \(hexText(values[0])):\(hexText(values[1]))")
    }
    return (row, registers)
  }

  private func readMSR(
    _ bytes: Span<UInt8>, _ start: Int, _ cursor: LineCursor, _ policy: inout CPUPolicy,
    _ rows: inout [UInt64: Int]
  ) throws(FormatError) {
    let (msr, afterIndex) = Scan.hex(bytes, start, cursor.end)
    var index = Scan.skipBlanks(bytes, afterIndex, cursor.end)
    if Scan.hasPrefix(bytes, index, cursor.end, "->") { index += 2 }
    index = Scan.skipBlanks(bytes, index, cursor.end)
    let (value, next) = Scan.hex(bytes, index, cursor.end)
    guard afterIndex - start == 8, next - index == 16 else {
      throw error(cursor, index, "expected an MSR index and sixteen digits")
    }
    let register = MSRIndex(rawValue: UInt32(truncatingIfNeeded: msr))
    // MSRs are told from leaves by a subleaf that no row has.
    try refuseTwice(
      "MSR \(hexText(register.rawValue))",
      rows.updateValue(cursor.line, forKey: msr << 32 | 0xffff_ffff), cursor)
    policy[msr: register] = value
  }

  private func error(_ cursor: LineCursor, _ index: Int, _ message: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: cursor.line, column: index - cursor.start + 1,
      message: message, remedy: "the output seems to be cut or damaged; take it again")
  }
}
