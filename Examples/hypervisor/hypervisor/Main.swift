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
  Console.write("stack ")
  Console.write(Stack.depth)
  Console.line(" bytes")
  Console.end(0)
}
