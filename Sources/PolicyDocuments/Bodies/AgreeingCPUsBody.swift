// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// CPUs that agree in a `HostFacts` document: the `Policy` document of the first, which of the host's they are,
/// and in what each differs from it.
enum AgreeingCPUsBody {
  static func value(_ cpus: AgreeingCPUs) -> JSONValue {
    let named = NamedPolicy(name: "cpu\(cpus.numbers[0])", policy: cpus.first)
    guard case .object(let members) = PolicyJSON.document(named) else { return .null }
    return .object(
      members + [
        .init(name: "numbers", value: .string(NumberRanges.text(cpus.numbers))),
        .init(name: "own", value: .array(cpus.own.map(value))),
      ])
  }

  private static func value(_ own: AgreeingCPUs.OwnRegisters) -> JSONValue {
    let places = own.places.map { place in
      JSONValue.object(PlaceMembers.leaf(LeafLayout.place(ofSlot: place.slot), place.register))
    }
    return .members([
      "places": .array(places), "values": .strings(own.values.map { Hex.word($0) }),
    ])
  }

  // MARK: Reading

  /// Reads the list. A document of before CPUs that agree stood together has one `Policy` a CPU.
  static func read(_ value: JSONValue?, source: String) throws(FormatError) -> CPUList {
    guard let documents = value?.array, !documents.isEmpty else {
      throw error(
        source, "cpus", "the array is missing or empty", "is this a HostFacts document?")
    }
    var groups: [AgreeingCPUs] = []
    for (index, document) in documents.enumerated() {
      groups.append(try read(document, at: index, source: source))
    }
    let count = groups.reduce(0) { $0 + $1.numbers.count }
    guard count <= CPUList.mostCPUs else {
      throw error(
        source, "cpus", "more than \(CPUList.mostCPUs) CPUs", "this is no machine")
    }
    guard let list = CPUList(agreeing: groups) else {
      throw error(
        source, "cpus", "the numbers of the CPUs are not each from 0 to \(count - 1), once",
        "give every CPU of the host one place")
    }
    return list
  }

  private static func read(
    _ document: JSONValue, at index: Int, source: String
  ) throws(FormatError) -> AgreeingCPUs {
    let path = "cpus[\(index)]."
    let first = try PolicyJSON.policy(document, source: source, path: path).policy
    guard let numbers = document["numbers"] else {
      return AgreeingCPUs(first: first, numbers: [index])
    }
    guard
      let numbers = numbers.string.flatMap({ NumberRanges.numbers($0, most: CPUList.mostCPUs) })
    else {
      throw error(source, path + "numbers", "no list of CPUs", "write it as \"0-3, 8, 16-19\"")
    }
    var cpus = AgreeingCPUs(first: first, numbers: numbers)
    var seen: Set<AgreeingCPUs.RegisterPlace> = []
    for (number, value) in (document["own"]?.array ?? []).enumerated() {
      let own = try readOwn(value, of: first, "\(path)own[\(number)]", source)
      guard own.values.count == numbers.count else {
        throw error(
          source, "\(path)own[\(number)].values",
          "\(own.values.count) values of \(numbers.count) CPUs", "give one a CPU")
      }
      for place in own.places where !seen.insert(place).inserted {
        throw error(
          source, "\(path)own[\(number)].places", "a register stands twice", "leave one out")
      }
      cpus.own.append(own)
    }
    return cpus
  }

  private static func readOwn(
    _ value: JSONValue, of first: CPUPolicy, _ path: String, _ source: String
  ) throws(FormatError) -> AgreeingCPUs.OwnRegisters {
    var own = AgreeingCPUs.OwnRegisters(places: [], values: [])
    for (index, place) in (value["places"]?.array ?? []).enumerated() {
      let numbers = [place["leaf"], place["subleaf"]].map { word($0) }
      let registers: [Register] = [.eax, .ebx, .ecx, .edx]
      guard let leaf = numbers[0], let slot = LeafLayout.slot(leaf, numbers[1] ?? 0),
        first.isKnown(slot: slot),
        let register = registers.first(where: { "\($0)" == place["register"]?.string })
      else {
        throw error(
          source, "\(path).places[\(index)]", "no register of a leaf that the policy holds",
          "write leaf, subleaf and register")
      }
      own.places.append(AgreeingCPUs.RegisterPlace(slot: slot, register: register))
    }
    for (index, text) in (value["values"]?.array ?? []).enumerated() {
      guard let word = word(text) else {
        throw error(
          source, "\(path).values[\(index)]", "not a number of 32 bits",
          "write it as \"0x0000000d\"")
      }
      own.values.append(word)
    }
    return own
  }

  /// A number, whole or in a hexadecimal text; nil for all else.
  private static func word(_ value: JSONValue?) -> UInt32? {
    if let number = value?.integer { return UInt32(exactly: number) }
    guard let text = value?.string, text.hasPrefix("0x") else { return nil }
    return UInt32(text.dropFirst(2), radix: 16)
  }

  private static func error(
    _ source: String, _ path: String, _ message: String, _ remedy: String
  ) -> FormatError {
    FormatError(
      .malformed, source: source, message: "\(path): \(message)", remedy: remedy, path: path)
  }
}
