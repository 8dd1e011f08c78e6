// SPDX-License-Identifier: Apache-2.0

/// The peer of start-up times and memory: a Swift program that does nothing.
@main
enum Main {
  static func main() {}
}
