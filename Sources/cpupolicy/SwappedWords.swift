// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A name and a file in the wrong order.
enum SwappedWords {
  /// Says so where the name is a file, and the file is none.
  static func check(name: String, file: String, of command: String) throws {
    guard file != "-", AskedInput(file) == nil, access(file, F_OK) != 0,
      access(name, F_OK) == 0
    else {
      return
    }
    throw CommandFailure(
      .usage, "\(name) is the file, and \(file) the name: \(command) \(file) \(name)")
  }
}
