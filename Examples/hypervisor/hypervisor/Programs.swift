// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// What the boot loader brought for guests: programs, and policies that were made elsewhere.
enum Programs {
  nonisolated(unsafe) private static var boot: BootInformation?

  /// The module of a program, by its place among the programs.
  static func module(_ number: UInt32) -> Module? {
    guard let boot else { return nil }
    var rest = number
    for index in 0..<boot.moduleCount {
      let module = boot.module(index)
      guard module.words.contains("program") || module.words.contains("control") else { continue }
      if rest == 0 { return module }
      rest &-= 1
    }
    return nil
  }

  /// Starts the control domain where a program is said to be its, and a domain for each policy.
  static func start(_ boot: BootInformation) {
    self.boot = boot
    var program: UInt32 = 0
    for index in 0..<boot.moduleCount {
      let module = boot.module(index)
      if module.words.contains("control") { startControl(module, program) }
      if module.words.contains("program") || module.words.contains("control") { program &+= 1 }
    }
    for index in 0..<boot.moduleCount where boot.module(index).words.contains("policy") {
      startDomain(boot.module(index))
    }
  }

  private static func startControl(_ module: Module, _ program: UInt32) {
    do throws(Refusal) {
      let domain = try Domains.create(
        DomainSettings(kind: .hvm, topology: Domains.slot(0).pointee.settings.topology),
        number: 0)
      domain.pointee.program = program
      domain.pointee.argument = module.number("argument=")
      try Domctl.unpause(domain)
    } catch {
      Console.write("the control domain cannot start: ")
      error.say()
    }
  }

  /// A domain whose policy is a file: leaf records, and two of MSRs at their end. It is held against all
  /// that a domain of the kind may have, as one that the control guest sets.
  private static func startDomain(_ module: Module) {
    let (sockets, dies, cores, threads) = module.words.numbers("topology=")
    do throws(Refusal) {
      let topology: Topology
      do throws(TopologyError) {
        topology = try Topology(sockets: sockets, dies: dies, cores: cores, threads: threads)
      } catch {
        throw Refusal(.invalid)
      }
      let domain = try Domains.create(
        DomainSettings(
          kind: .hvm, topology: topology, physicalAddressLimit: GuestKind.hvm.physicalAddressLimit))
      domain.pointee.program = UInt32(truncatingIfNeeded: module.number("program="))
      domain.pointee.argument = module.number("argument=")
      let msrBytes = UInt64(ServedABI.xen.maxMSRs &* WireMSR.size)
      guard module.end &- module.start >= msrBytes else { throw Refusal(.invalid) }
      let leafBytes = module.end &- module.start &- msrBytes
      try Domctl.set(
        domain,
        UnsafeBufferPointer(
          start: pointer(module.start), count: Int(leafBytes) / WireLeaf.size),
        UnsafeBufferPointer(
          start: pointer(module.start &+ leafBytes), count: ServedABI.xen.maxMSRs))
      try Domctl.unpause(domain)
      Console.write("policy accepted: d")
      Console.write(domain.pointee.number)
      Console.line()
    } catch {
      Console.write("policy refused: ")
      error.say()
    }
  }
}
