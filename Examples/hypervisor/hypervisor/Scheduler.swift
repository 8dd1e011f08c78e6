// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// Virtual CPUs take turns on the one CPU: at each tick of the timer, and where one gives way.
enum Scheduler {
  /// Whose extended state the CPU holds.
  nonisolated(unsafe) private static var loaded: UnsafeMutablePointer<VirtualCPU>?
  nonisolated(unsafe) private static var givesWay = false

  /// Lets the next virtual CPU run at once.
  static func giveWay() { givesWay = true }

  /// Runs until no domain can go on.
  static func run() {
    var turn = 0
    while let vCPU = next(after: &turn) {
      givesWay = false
      load(vCPU)
      while vCPU.pointee.state == .runnable, vCPU.pointee.domain.pointee.state == .running,
        !givesWay
      {
        enter(vCPU)
        if vCPU.pointee.block[.exitCode] == Exit.interrupt { givesWay = true }
        Exits.handle(vCPU)
      }
      settle(vCPU.pointee.domain)
    }
  }

  /// The next virtual CPU that can run, round and round; nil where none can.
  private static func next(after turn: inout Int) -> UnsafeMutablePointer<VirtualCPU>? {
    let count = Domains.count &* Domains.mostVCPUs
    for _ in 0..<count {
      turn = (turn &+ 1) % count
      let domain = Domains.slot(turn / Domains.mostVCPUs)
      let number = turn % Domains.mostVCPUs
      guard domain.pointee.state == .running, number < domain.pointee.vCPUCount,
        domain.pointee.vCPUs[number].state == .runnable
      else { continue }
      return domain.pointee.vCPUs + number
    }
    return nil
  }

  /// A domain whose virtual CPUs all halt is done: nothing can wake them.
  private static func settle(_ domain: UnsafeMutablePointer<Domain>) {
    guard domain.pointee.state == .running else { return }
    for number in 0..<domain.pointee.vCPUCount
    where domain.pointee.vCPUs[number].state == .runnable { return }
    domain.pointee.state = .halted
  }

  /// Gives the CPU the extended state of another virtual CPU: registers of one guest never show in
  /// another's.
  private static func load(_ vCPU: UnsafeMutablePointer<VirtualCPU>) {
    guard loaded != vCPU else { return }
    let hasXsave: Int32 = SVM.states != 0 ? 1 : 0
    if SVM.states != 0 { write_xcr0(SVM.states) }
    if let loaded { save_state(loaded.pointee.extendedState, hasXsave) }
    load_state(vCPU.pointee.extendedState, hasXsave)
    // Nothing of another one's translations is left.
    vCPU.pointee.block[.flush] = 1
    loaded = vCPU
  }

  private static func enter(_ vCPU: UnsafeMutablePointer<VirtualCPU>) {
    if SVM.states != 0 { write_xcr0(vCPU.pointee.xcr0) }
    run_guest(&vCPU.pointee.registers, vCPU.pointee.block.address)
    vCPU.pointee.block[.event] = 0
    vCPU.pointee.block[.flush] = 0
    ControlRegisters.adoptXCR0(vCPU)
  }
}
