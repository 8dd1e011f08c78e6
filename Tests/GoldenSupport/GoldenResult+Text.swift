// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// A value of one place, and the policies that hold it.
private struct Holders {
  var value: String
  var names: [String]
}

extension GoldenResult {
  /// The listing of a golden: place by place, each value with the policies that store it. What a
  /// policy stores beyond its limits counts as all else; what is zero and known is left out.
  public var text: String {
    var lines = facts.map { "\($0.name) \($0.value)" }
    for slot in 0..<LeafLayout.slotCount {
      let zero = GoldenText.registers(LeafRegisters())
      add(GoldenText.place(LeafLayout.place(ofSlot: slot)), to: &lines) { policy in
        let value = GoldenText.registers(policy[slot: slot])
        if !policy.isKnown(slot: slot) { return value == zero ? "?" : value + " ?" }
        return value == zero ? nil : value
      }
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      add("msr " + Hex.word(index.rawValue), to: &lines) { policy in
        let value = policy[msr: index].map { Hex.digits($0, 16) }
        return policy.isKnown(msr: index) ? value : value.map { $0 + " ?" } ?? "?"
      }
    }
    for view in views {
      lines.append("view \(view.name)")
      for (place, answer) in view.answers.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(GoldenText.registers(answer))  \(GoldenText.place(place))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(
    _ heading: String, to lines: inout [String], _ value: (CPUPolicy) -> String?
  ) {
    var found: [Holders] = []
    for named in policies {
      guard let value = value(named.policy) else { continue }
      if let index = found.firstIndex(where: { $0.value == value }) {
        found[index].names.append(named.name)
      } else {
        found.append(Holders(value: value, names: [named.name]))
      }
    }
    guard !found.isEmpty else { return }
    lines.append(heading)
    for holders in found {
      let isAll = holders.names.count == policies.count
      let names = isAll ? "all" : holders.names.joined(separator: " ")
      lines.append("  \(holders.value)  \(names)")
    }
  }

  /// Reads a listing.
  ///
  /// - Parameter names: the policies that "all" stands for.
  public init(listing: String, names: [String]) throws {
    self.init(
      facts: [], policies: names.map { NamedPolicy(name: $0, policy: CPUPolicy()) }, views: [])
    var place: Place?
    for (number, line) in listing.split(separator: "\n").enumerated() {
      do {
        if line.hasPrefix("  ") {
          try take(line.split(separator: " "), at: place)
        } else {
          place = try heading(line)
        }
      } catch let error as GoldenError {
        throw GoldenError("line \(number + 1): \(error)")
      }
    }
  }

  /// What the values below a heading belong to.
  private enum Place {
    case leaf(LeafPlace)
    case msr(MSRIndex)
    case view, fact
  }

  private mutating func heading(_ line: Substring) throws -> Place {
    if line.hasPrefix("0x") { return .leaf(try GoldenText.place(line)) }
    let words = line.split(separator: " ", maxSplits: 1)
    let rest = words.count == 2 ? words[1] : ""
    switch words[0] {
    case "msr":
      guard let index = GoldenText.number(rest) else { throw GoldenError("\(line) is no MSR") }
      return .msr(MSRIndex(rawValue: index))
    case "view":
      views.append(View(name: String(rest), answers: [:]))
      return .view
    default:
      facts.append((String(words[0]), String(rest)))
      return .fact
    }
  }

  private mutating func take(_ words: [Substring], at place: Place?) throws {
    switch place {
    case .leaf(let place):
      guard let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf) else {
        throw GoldenError("no policy stores \(GoldenText.place(place))")
      }
      let registers = GoldenText.registers(Array(words.prefix(4)))
      let rest = words.dropFirst(registers == nil ? 0 : 4)
      try change(rest) { policy, isKnown in
        if !isKnown { policy.markUnknown(slot: slot) }
        if let registers { policy[slot: slot] = registers }
      }
    case .msr(let index):
      let value = words.first.flatMap { $0.utf8.count == 16 ? UInt64($0, radix: 16) : nil }
      try change(words.dropFirst(value == nil ? 0 : 1)) { policy, isKnown in
        if !isKnown { policy.markUnknown(msr: index) }
        if let value { policy.derive(msr: index, value) }
      }
    case .view:
      guard let answer = GoldenText.registers(Array(words.prefix(4))), words.count == 5 else {
        throw GoldenError("expected: EAX EBX ECX EDX PLACE")
      }
      views[views.count - 1].answers[try GoldenText.place(words[4])] = answer
    default: throw GoldenError("a value without a place")
    }
  }

  /// Changes the policies that a line names behind its value.
  private mutating func change(
    _ words: ArraySlice<Substring>, _ body: (inout CPUPolicy, Bool) -> Void
  ) throws {
    let isKnown = words.first != "?"
    let names = isKnown ? words : words.dropFirst()
    for index in policies.indices
    where names.first == "all" || names.contains(Substring(policies[index].name)) {
      body(&policies[index].policy, isKnown)
    }
  }
}
