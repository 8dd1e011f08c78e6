// SPDX-License-Identifier: Apache-2.0
// How values print themselves in a debugger and in failed tests. Texts need an allocator, which the
// freestanding core lacks.
#if !hasFeature(Embedded)
  extension FeatureSet: CustomDebugStringConvertible {
    /// The words in hexadecimal, as featureset strings write them.
    public var debugDescription: String {
      (0..<Feature.wordCount).map { digits(self[word: $0], 8) }.joined(separator: "-")
    }
  }

  extension LeafPlace: CustomDebugStringConvertible {
    /// `0x7:1`, or `0x1` for a leaf without subleaves.
    public var debugDescription: String {
      "0x" + String(leaf, radix: 16) + (isPlain ? "" : ":\(subleaf)")
    }
  }

  extension LeafRegisters: CustomDebugStringConvertible {
    /// EAX, EBX, ECX and EDX in hexadecimal.
    public var debugDescription: String {
      [eax, ebx, ecx, edx].map { digits($0, 8) }.joined(separator: " ")
    }
  }

  extension MSRIndex: CustomDebugStringConvertible {
    public var debugDescription: String { "MSR 0x" + String(rawValue, radix: 16) }
  }

  extension CPUPolicy: CustomDebugStringConvertible {
    /// One leaf or MSR a line, as far as the policy holds data, then what is unknown.
    public var debugDescription: String {
      var lines: [String] = []
      forEachLeaf { place, registers in
        lines.append("\(place.debugDescription): \(registers.debugDescription)")
      }
      for position in 0..<LeafLayout.msrCount {
        let index = LeafLayout.msr(at: position)
        if let value = self[msr: index] {
          lines.append("\(index.debugDescription): \(digits(value, 16))")
        } else if !isKnown(msr: index) {
          lines.append("\(index.debugDescription): unknown")
        }
      }
      for slot in 0..<LeafLayout.slotCount where !isKnown(slot: slot) {
        lines.append("\(LeafLayout.place(ofSlot: slot).debugDescription): unknown")
      }
      return lines.joined(separator: "\n")
    }
  }

  private func digits(_ value: some FixedWidthInteger, _ width: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
#endif
