// SPDX-License-Identifier: Apache-2.0

import Domains
import Glibc
import Testing

@testable import KVMBackEnd

/// Why KVM does not open is a matter of permission, or of KVM.
@Suite struct KVMOpeningTests {
  @Test(arguments: [EACCES, EPERM]) func permission(_ code: Int32) {
    let error = DomainError(opening: KVMError.refused(request: "open /dev/kvm", errno: code))
    guard case .permission = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test func missing() {
    let error = DomainError(opening: KVMError.refused(request: "open /dev/kvm", errno: ENOENT))
    guard case .unavailable = error else {
      Issue.record("\(error)")
      return
    }
  }
}
