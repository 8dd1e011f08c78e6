// SPDX-License-Identifier: Apache-2.0

import CXen

/// Xen's store, where toolstacks keep what belongs to a domain: its name first of all.
///
/// It is opened at the first question and then kept open, because a list asks as many questions as
/// there are domains.
final class XenStore {
  private let calls: XenCalls
  private var connection: OpaquePointer?

  init(_ calls: XenCalls) { self.calls = calls }

  deinit {
    if let connection { calls.closeStore(connection) }
  }

  /// A domain's name as its toolstack gave it; nil for one that has none.
  func name(of domain: UInt16) throws(XenError) -> String? {
    try read(XenStore.node(domain) + "/name")
  }

  func setName(_ name: String, of domain: UInt16) throws(XenError) {
    let answer = calls.writeStore(try open(), XenStore.node(domain) + "/name", name)
    guard answer == 0 else { throw .store(XenErrno(rawValue: answer)) }
  }

  /// Whether a toolstack made the domain: it keeps more than a name of it.
  func isToolstacks(_ domain: UInt16) throws(XenError) -> Bool {
    try read(XenStore.node(domain) + "/vm") != nil
  }

  /// Removes everything of a domain; that there is nothing is no error.
  func remove(_ domain: UInt16) throws(XenError) {
    let answer = XenErrno(rawValue: calls.removeStore(try open(), XenStore.node(domain)))
    guard answer.rawValue == 0 || answer == .noEntry else { throw .store(answer) }
  }

  private static func node(_ domain: UInt16) -> String { "/local/domain/\(domain)" }

  /// A value; nil where there is none. That the store does not answer is never taken for that.
  private func read(_ path: String) throws(XenError) -> String? {
    var error: Int32 = 0
    if let value = calls.readStore(try open(), path, &error) { return value }
    guard error == XenErrno.noEntry.rawValue else { throw .store(XenErrno(rawValue: error)) }
    return nil
  }

  private func open() throws(XenError) -> OpaquePointer {
    if let connection { return connection }
    var error: Int32 = 0
    guard let opened = calls.openStore(&error) else {
      throw error == Int32(CXEN_NO_LIBRARY) ? .store(nil) : .store(XenErrno(rawValue: error))
    }
    connection = opened
    return opened
  }
}
