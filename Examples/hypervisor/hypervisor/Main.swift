// SPDX-License-Identifier: Apache-2.0

import Machine
import PolicyCore

/// Where boot.S arrives, with the address of what the boot loader left.
@c(hypervisor_main)
func hypervisorMain(_ information: UInt64) {
  let boot = BootInformation(information)
  Memory.begin(boot)
  Records.begin()
  let host = Host(boot)
  if boot.hasWord("dump") { host.dump() }
  // On request, to see what a fault of its own looks like.
  if boot.hasWord("fault") { undefined() }
  if boot.moduleCount > 0 { runGuests(boot, host) }
  Console.write("stack ")
  Console.write(Stack.depth)
  Console.line(" bytes")
  Console.end(0)
}

/// Starts what the boot loader brought, and returns when nothing of it can go on.
private func runGuests(_ boot: BootInformation, _ host: Host) {
  guard host.policy(.raw).pointee.has(.svm), host.facts.pointee.virtualisationUsable != false,
    host.policy(.raw).pointee[.svmNestedPaging] != 0
  else { return Console.line("no SVM with nested paging: no guests") }
  do throws(TopologyError) {
    try Domains.begin(host)
  } catch {
    fail("a single CPU is no topology")
  }
  Domains.logsRefusals = boot.hasWord("log")
  SVM.begin(host)
  Timer.start()
  Programs.start(boot)
  Scheduler.run()
  Console.write("exits: CPUID ")
  Console.write(Exits.cpuid)
  Console.write(", hypercalls ")
  Console.write(Exits.hypercalls)
  Console.write(", interrupts ")
  Console.write(Exits.interrupts)
  Console.write(", others ")
  Console.write(Exits.others)
  Console.write(", unexpected ")
  Console.write(Exits.unexpected)
  Console.line()
}
