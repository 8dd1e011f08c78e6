// SPDX-License-Identifier: Apache-2.0

/// Inputs that speak of a CPU that is no x86: nothing in them is a policy, not even an empty one.
enum OtherArchitecture {
  /// The error of an input that names another architecture.
  static func error(
    _ name: String, source: String, line: Int? = nil, column: Int? = nil, path: String? = nil
  ) -> FormatError {
    FormatError(
      .unrecognised, source: source, line: line, column: column,
      message: (path.map { "\($0): " } ?? "") + "this is of \(name), and only x86 is read",
      remedy: "give what an x86 CPU says", path: path)
  }

  /// The architecture of which a line of `/proc/cpuinfo`, `lscpu` or libcpuid speaks; nil for most lines.
  static func telling(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String? {
    if Scan.hasPrefix(bytes, start, end, "CPU implementer")
      || Scan.hasPrefix(bytes, start, end, "arm_midr=")
    {
      return "an Arm CPU"
    }
    if Scan.hasPrefix(bytes, start, end, "isa"), Scan.find(bytes, start, end, ": rv") != nil {
      return "a RISC-V CPU"
    }
    guard Scan.hasPrefix(bytes, start, end, "Architecture:") else { return nil }
    let value = Scan.skipBlanks(bytes, start + "Architecture:".utf8.count, end)
    let name = Scan.string(bytes, value, end)
    return isX86(name) ? nil : "architecture \(name)"
  }

  /// Whether libvirt's or a system's name of an architecture is one of x86.
  static func isX86(_ name: String) -> Bool {
    ["x86_64", "i686", "i586", "i486", "i386", "x86", "amd64"].contains(name)
  }

  /// Refuses Firecracker's templates and fingerprints for Arm, which have registers where those for x86
  /// have leaves and MSRs.
  static func refuse(
    template root: JSONValue, _ path: String, _ source: String
  ) throws(FormatError) {
    for name in ["reg_modifiers", "vcpu_features"] where root[name] != nil {
      throw error("an Arm CPU", source: source, path: path + name)
    }
  }

  /// Refuses the properties that QEMU has for Arm CPUs alone.
  static func refuse(
    properties: Set<String>, _ path: String, _ source: String
  ) throws(FormatError) {
    for name in ["aarch64", "pauth", "sve"] where properties.contains(name) {
      throw error("an Arm CPU", source: source, path: "\(path).\(name)")
    }
  }
}
