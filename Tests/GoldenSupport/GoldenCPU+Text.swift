// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension GoldenCPU {
  /// Reads a golden's file.
  ///
  /// - Parameter like: gives the golden that the file builds on, by name.
  public init(
    name: String, text: String, like: (String) throws -> GoldenCPU
  ) throws {
    self.init(name: name)
    var reader = LineReader(cpu: self)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      do {
        try reader.read(line, like)
      } catch let error as GoldenError {
        throw GoldenError("\(name).cpu line \(number + 1): \(error)")
      }
    }
    self = reader.cpu
    guard !title.isEmpty, !cpus.isEmpty else {
      throw GoldenError("\(name).cpu: no title, or no registers")
    }
  }

  /// The file of a golden that builds on no other.
  public var text: String {
    var lines = ["title \(title)", "origin \(origin.rawValue)"]
    lines += facts.map { "fact \($0.name) \($0.value)" }
    lines += options.map { "option \($0.name) \($0.value)" }
    for (number, cpu) in cpus.enumerated() {
      if number > 0 { lines.append("cpu") }
      lines += cpu.lines(without: number > 0 ? cpus[0] : GoldenRegisters())
    }
    if let kernel { lines += ["kernel"] + kernel.lines(without: cpus[0]) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension GoldenRegisters {
  /// The rows that another's lack, and the places that only the other has.
  fileprivate func lines(without other: GoldenRegisters) -> [String] {
    let missing = other.leaves.keys.filter { leaves[$0] == nil }.sorted()
    let changed = leaves.filter { other.leaves[$0.key] != $0.value }.sorted { $0.key < $1.key }
    let registers = msrs.filter { other.msrs[$0.key] != $0.value }.sorted { $0.key < $1.key }
    return missing.map { "without \(GoldenText.place($0))" }
      + changed.map { "\(GoldenText.place($0.key)) \(GoldenText.registers($0.value))" }
      + registers.map { "msr \(Hex.word($0.key)) \(Hex.digits($0.value, 16))" }
  }
}

/// Takes a golden's file line by line.
private struct LineReader {
  /// Whose rows follow.
  enum Section {
    case cpu(Int)
    case kernel
  }

  var cpu: GoldenCPU
  private var section = Section.cpu(0)

  init(cpu: GoldenCPU) { self.cpu = cpu }

  mutating func read(_ line: Substring, _ like: (String) throws -> GoldenCPU) throws {
    let words = line.split(separator: " ", maxSplits: 2)
    guard let word = words.first, !word.hasPrefix("#") else { return }
    let rest = line.dropFirst(word.count).drop { $0 == " " }
    switch word {
    case "title": cpu.title = String(rest)
    case "origin":
      guard let origin = GoldenCPU.Origin(rawValue: String(rest)) else {
        throw GoldenError("an origin is real or synthetic")
      }
      cpu.origin = origin
    case "like":
      let base = try like(String(rest))
      guard cpu.cpus.isEmpty else { throw GoldenError("like stands before the registers") }
      cpu.base = base.name
      cpu.cpus = base.cpus
      cpu.kernel = base.kernel
    case "cpu":
      guard let first = cpu.cpus.first else { throw GoldenError("the first CPU has no registers") }
      section = .cpu(cpu.cpus.count)
      cpu.cpus.append(first)
    case "kernel":
      section = .kernel
      cpu.kernel = cpu.kernel ?? cpu.cpus.first
    case "fact", "option":
      guard words.count == 3 else { throw GoldenError("\(word) takes a name and a value") }
      let pair = (name: String(words[1]), value: String(words[2]))
      if word == "fact" { cpu.facts.append(pair) } else { cpu.options.append(pair) }
    case "without":
      let place = try GoldenText.place(rest)
      try change { $0.leaves[place] = nil }
    case "msr":
      guard words.count == 3, let index = GoldenText.number(words[1]),
        let value = UInt64(words[2], radix: 16)
      else { throw GoldenError("expected: msr 0xINDEX VALUE") }
      try change { $0.msrs[index] = value }
    default:
      let place = try GoldenText.place(word)
      guard let registers = GoldenText.registers(rest.split(separator: " ")) else {
        throw GoldenError("expected: 0xLEAF[:SUBLEAF] EAX EBX ECX EDX")
      }
      try change { $0.leaves[place] = registers }
    }
  }

  private mutating func change(_ body: (inout GoldenRegisters) -> Void) throws {
    guard cpu.origin == .synthetic || cpu.base == nil else {
      throw GoldenError("other registers than those of a real CPU are synthetic")
    }
    switch section {
    case .kernel:
      var kernel = cpu.kernel ?? GoldenRegisters()
      body(&kernel)
      cpu.kernel = kernel
    case .cpu(let number):
      if number == cpu.cpus.count { cpu.cpus.append(GoldenRegisters()) }
      body(&cpu.cpus[number])
    }
  }
}

/// Places and registers as the goldens' files write them.
public enum GoldenText {
  /// `0x00000001`, `0x00000007:1`.
  public static func place(_ place: LeafPlace) -> String {
    place.isPlain ? Hex.word(place.leaf) : "\(Hex.word(place.leaf)):\(place.subleaf)"
  }

  public static func registers(_ value: LeafRegisters) -> String {
    [value.eax, value.ebx, value.ecx, value.edx].map { Hex.digits($0, 8) }.joined(separator: " ")
  }

  /// Reads what `place` writes.
  static func place(_ text: Substring) throws -> LeafPlace {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let leaf = number(parts[0]), parts.count <= 2 else {
      throw GoldenError("\"\(text)\" is no leaf")
    }
    guard parts.count == 2 else { return LeafPlace(leaf) }
    guard let subleaf = UInt32(parts[1]) else { throw GoldenError("\"\(text)\" is no subleaf") }
    return LeafPlace(leaf, subleaf)
  }

  /// Reads what `registers` writes.
  static func registers(_ words: [Substring]) -> LeafRegisters? {
    let values = words.compactMap { $0.utf8.count == 8 ? UInt32($0, radix: 16) : nil }
    guard words.count == 4, values.count == 4 else { return nil }
    return LeafRegisters(eax: values[0], ebx: values[1], ecx: values[2], edx: values[3])
  }

  /// A number written as `0x...`.
  static func number(_ text: Substring) -> UInt32? {
    text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : nil
  }
}
