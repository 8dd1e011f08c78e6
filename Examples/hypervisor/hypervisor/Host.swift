// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// The machine, and the policies that follow from it and the command line: made once, at boot.
///
/// Each is an object of its own in memory: a part of a larger one would be copied to the stack.
struct Host {
  let facts: UnsafeMutablePointer<HostFacts>
  let options: UnsafeMutablePointer<DerivationOptions>
  let system: UnsafeMutablePointer<SystemPolicies>

  /// Reads the machine and the command line, and derives all policies in place.
  init(_ boot: BootInformation) {
    facts = Memory.make(HostFacts.self)
    facts.pointee = HostFacts(boot: CPUPolicy())
    Self.readRaw(&facts.pointee.boot)
    Facts.probe(Facts.assumed(facts), facts)
    options = Memory.make(DerivationOptions.self)
    options.pointee = DerivationOptions()
    Self.readOptions(boot, &options.pointee)
    system = Memory.make(SystemPolicies.self)
    system.pointee.derive(from: facts.pointee, options: options.pointee)
    sayUnmetOptIns()
  }

  /// Opting in cannot give what the CPU or a prerequisite lacks: said, not swallowed. Policy by policy:
  /// what asks all of them at once would copy them to the stack.
  private func sayUnmetOptIns() {
    var unmet = options.pointee.optedIn.union(options.pointee.guestOnly)
    unmet.subtract(policy(.hostDefault).pointee.featureSet)
    unmet.subtract(policy(.hvmMax).pointee.featureSet)
    unmet.subtract(policy(.pvMax).pointee.featureSet)
    let raw = policy(.raw).pointee.featureSet
    unmet.forEachFeature { feature in
      Console.write("cpuid=: ")
      OptionNames.forEachByte(of: feature) { Console.write(byte: $0) }
      Console.line(
        raw.contains(feature) ? " is taken away by a rule of the host" : " is not in this CPU")
    }
  }

  /// One of the policies, where it stands: they are stored in the order of their kinds.
  func policy(_ kind: PolicyKind) -> UnsafeMutablePointer<CPUPolicy> {
    UnsafeMutableRawPointer(system).assumingMemoryBound(to: CPUPolicy.self) + Int(kind.rawValue)
  }

  /// What the CPU says, place by place, with the MSRs that it has.
  private static func readRaw(_ raw: inout CPUPolicy) {
    let basic = cpuid(0, 0).eax
    let extended = cpuid(0x8000_0000, 0).eax
    var index = 0
    while let place = ServedABI.xen.place(at: index) {
      index &+= 1
      let limit = LeafRange(of: place.leaf) == .extended ? extended : basic
      guard place.leaf <= limit else { continue }
      let subleaf = place.isPlain ? 0 : place.subleaf
      let answer = cpuid(place.leaf, subleaf)
      raw.record(
        LeafRegisters(eax: answer.eax, ebx: answer.ebx, ecx: answer.ecx, edx: answer.edx),
        leaf: place.leaf, subleaf: subleaf)
    }
    raw[msr: .platformInfo] = Facts.read(.platformInfo) ?? 0
    raw[msr: .archCapabilities] = raw.has(.archCaps) ? Facts.read(.archCapabilities) ?? 0 : 0
  }

  /// `cpuid=` and `dom0-cpuid=`, parsed by the core with the names of the tables. Of a list with a fault
  /// nothing is applied, and boot goes on.
  private static func readOptions(_ boot: BootInformation, _ options: inout DerivationOptions) {
    if let text = boot.words.value("cpuid=") {
      var list = OptionList()
      if read(text, &list, "cpuid=") { options.apply(list) }
    }
    if let text = boot.words.value("dom0-cpuid=") {
      var list = OptionList()
      if read(text, &list, "dom0-cpuid=") { options.applyDom0(list) }
    }
  }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ list: inout OptionList, _ name: StaticString
  ) -> Bool {
    var isFine = true
    list.read(text.span) { problem in
      isFine = false
      Console.write(name)
      Console.write(" column ")
      Console.write(UInt64(problem.offset &+ 1))
      Console.write(": ")
      Console.write(bytes: text.span.extracting(problem.item))
      Console.write(": fault ")
      Console.write(UInt32(problem.fault.rawValue))
      Console.line("; nothing of the list is applied")
    }
    return isFine
  }

  /// Every policy as its records, in hexadecimal: kind, digits.
  func dump() {
    for number in 0..<UInt8(11) {
      guard let kind = PolicyKind(rawValue: number) else { continue }
      Console.write("policy ")
      Console.write(UInt32(number))
      Console.write(" ")
      Records.dump(policy(kind))
    }
  }
}
