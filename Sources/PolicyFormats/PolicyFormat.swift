/// The outside forms of a policy.
public enum PolicyFormat: String, CaseIterable, Sendable {
  /// The project's own documents.
  case json
  /// A binary array of 24-byte leaves followed by 16-byte MSR entries, as Xen's hypercalls take it.
  case leaves
  /// `cpuid -r`, with or without `-1`.
  case cpuidR = "cpuid-r"
  /// `xen-cpuid -p`: several named policies.
  case xenCPUID = "xen-cpuid"
  /// InstLatx64 and AIDA64 dumps: every logical CPU.
  case instlatx64
  /// Words of a featureset in hexadecimal, joined by `-` or `:`.
  case featureset
  /// xl's `cpuid=` setting in list form.
  case xl
  /// The CPU's records of Xen's migration stream.
  case migrationRecords = "migration-records"
  /// QEMU's `-cpu` and `-smp` arguments.
  case qemuCPU = "qemu-cpu"
  /// QEMU's reply to `query-cpu-model-expansion`.
  case qemuExpansion = "qemu-expansion"
  /// Firecracker's custom CPU template.
  case firecrackerTemplate = "firecracker-template"
  /// libvirt's `<cpu>` of a domain.
  case libvirtCPU = "libvirt-cpu"
  /// libvirt's raw CPUID data.
  case libvirtCPUData = "libvirt-cpudata"
  /// libvirt's capabilities of a host or of its domains.
  case libvirtCapabilities = "libvirt-capabilities"

  /// Whether a policy can be written in the form; the others say what a host or machine answered.
  public var isWritable: Bool { self != .qemuExpansion && self != .libvirtCapabilities }
}

/// Why an input cannot be read or an output not be written.
public struct FormatError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: Equatable, Sendable {
    case unreadable, permission, directory, empty, unrecognised, malformed, mixed, tooLarge, lossy
  }

  public var kind: Kind
  /// The file's name, or `-`.
  public var source: String
  /// Line and column, counted from 1; nil where the error concerns the whole input.
  public var line: Int?
  public var column: Int?
  public var message: String
  /// What to do about it.
  public var remedy: String
  /// The member of a JSON document that the error is about, from which line and column follow.
  var path: String?

  public init(
    _ kind: Kind, source: String, line: Int? = nil, column: Int? = nil, message: String,
    remedy: String
  ) {
    self.kind = kind
    self.source = source
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
  }

  public var description: String {
    var place = source
    if let line { place += ":\(line)" }
    if let line, line > 0, let column { place += ":\(column)" }
    return "\(place): \(message); \(remedy)"
  }
}
