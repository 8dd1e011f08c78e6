// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A library that stands in for libvirt's: it answers from files (`Integration/libvirt/stand-in.c`).
public final class LibvirtStandIn: Sendable {
  /// A domain as it answers for one.
  public struct Machine: Sendable {
    public var name: String
    public var uuid: String
    /// Nil for one that does not run.
    public var id: Int?
    /// virDomainState.
    public var state: Int
    public var live: String?
    public var inactive: String?

    public init(
      _ name: String, id: Int?, state: Int = 1, live: String? = nil, inactive: String? = nil
    ) {
      self.name = name
      uuid = Self.uuid(name)
      self.id = id
      self.state = id == nil ? 5 : state
      self.live = live
      self.inactive = inactive
    }

    /// The name's bytes in front of zeros.
    private static func uuid(_ name: String) -> String {
      let digits = name.utf8.prefix(16).map { String(format: "%02x", $0) }.joined()
      let padded = Array(digits.padding(toLength: 32, withPad: "0", startingAt: 0))
      return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(padded[$0]) }
        .joined(separator: "-")
    }
  }

  private let folder: TemporaryFolder

  /// Compiles the library: nil where there is no compiler.
  public init?() throws {
    guard LibvirtStandIn.isPossible else { return nil }
    folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.compiler)
    let source = Fixtures.root.appending(path: "Integration/libvirt/stand-in.c").path
    process.arguments = ["-shared", "-fPIC", "-o", library, source]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
  }

  private static let compiler = "/usr/bin/gcc"

  /// Whether the library can be made here.
  public static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: compiler) }

  /// The library's file; a program that opens it by its name finds it with `LD_LIBRARY_PATH`.
  public var library: String { folder.path + "/libvirt.so.0" }
  public var searchPath: String { folder.path }
  /// The address of a connection.
  public var address: String { "stand-in:" + folder.path }

  /// Writes a file from which it answers.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String { try folder.file(name, text) }

  /// Gives it domains.
  public func have(_ machines: [Machine]) throws {
    let lines = machines.map { machine in
      let isKept = machine.inactive == nil ? 0 : 1
      return "\(machine.name) \(machine.uuid) \(machine.id ?? -1) \(machine.state) \(isKept)\n"
    }
    try write("domains", lines.joined())
    for machine in machines {
      if let live = machine.live { try write(machine.name + ".live", live) }
      if let inactive = machine.inactive { try write(machine.name + ".inactive", inactive) }
    }
  }

  /// Makes a call fail.
  public func fail(_ call: String, code: Int32, system: Int32 = 0, _ message: String) throws {
    try write("error", "\(call) \(code) 10 \(system) \(message)\n")
  }

  /// What it wrote of calls that change anything, and of what was left open.
  public var log: String {
    (try? String(contentsOfFile: folder.path + "/log", encoding: .utf8)) ?? ""
  }

  /// What QEMU 7.2 answers about one CPU of family 23 that has FPU and AVX2 and was to have SVM.
  public static let monitor = """
    query-version {"return": {"qemu": {"major": 7, "minor": 2, "micro": 22}, "package": ""}}
    query-cpus-fast {"return": [{"cpu-index": 0, "qom-path": "/machine/unattached/device[0]"}]}
    "type" {"return": "EPYC-x86_64-cpu"}
    feature-words {"return": [{"cpuid-input-eax": 1, "cpuid-register": "EDX", "features": 1}, \
    {"cpuid-input-eax": 7, "cpuid-input-ecx": 0, "cpuid-register": "EBX", "features": 32}]}
    filtered-features {"return": [{"cpuid-input-eax": 2147483649, "cpuid-register": "ECX", "features": 4}]}
    "family" {"return": 23}
    "model" {"return": 1}
    "stepping" {"return": 2}
    "model-id" {"return": "AMD EPYC Processor"}
    "vendor" {"return": "AuthenticAMD"}
    "level" {"return": 13}
    "xlevel" {"return": 2147483679}
    "phys-bits" {"return": 48}
    "level-func7" {"return": 0}

    """

  /// A domain's XML around its `<cpu>`.
  public static func domain(_ name: String, _ cpu: String, type: String = "kvm") -> String {
    """
    <domain type='\(type)'><name>\(name)</name><vcpu>2</vcpu>
    <os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type></os>\(cpu)</domain>
    """
  }

  /// A small `cpu_map`: two models, Old and New.
  public static let map = """
    <cpus><arch name='x86'><vendor name='Intel' string='GenuineIntel'/>
    <feature name='fpu'><cpuid eax_in='0x01' edx='0x00000001'/></feature>
    <feature name='aes'><cpuid eax_in='0x01' ecx='0x02000000'/></feature>
    <feature name='avx'><cpuid eax_in='0x01' ecx='0x10000000'/></feature>
    <feature name='sse3'><cpuid eax_in='0x01' ecx='0x00000001'/></feature>
    <feature name='mpx'><cpuid eax_in='0x07' ecx_in='0x00' ebx='0x00004000'/></feature>
    <feature name='hypervisor'><cpuid eax_in='0x01' ecx='0x80000000'/></feature>
    <model name='Old'><signature family='6' model='1'/><vendor name='Intel'/>
    <feature name='sse3'/></model>
    <model name='New'><signature family='6' model='2'/><vendor name='Intel'/>
    <feature name='sse3'/><feature name='aes'/><feature name='avx'/>
    <feature name='mpx' removed='yes'/></model>
    </arch></cpus>
    """
}
