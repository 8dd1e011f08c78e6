// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// One outside form of a policy: its name, what tells it from the others, its reader, and its writer
/// where the form can hold a policy.
///
/// Each form has a folder of its own under `Forms`, with a codec in it; `PolicyCodec.all` lists them.
/// Recognition, the refusal of mixed inputs, the fuzzer's list, help and README follow from there.
public struct PolicyCodec: Sendable {
  /// How an input of the form is told and read.
  enum Reader: Sendable {
    /// Told by its first bytes.
    case bytes(
      isLikely: @Sendable (Span<UInt8>) -> Bool,
      read: @Sendable (Span<UInt8>, _ source: String) throws(FormatError) -> PolicyDocument)
    /// Told by a line. `isFirst` says that no line has told anything yet: what follows may be looser.
    case lines(
      tells: @Sendable (Span<UInt8>, _ start: Int, _ end: Int, _ isFirst: Bool) -> Bool,
      read: @Sendable (Span<UInt8>, _ source: String) throws(FormatError) -> PolicyDocument)
    /// Told by a line, or where it is JSON by members of its value.
    case text(
      tells: @Sendable (Span<UInt8>, _ start: Int, _ end: Int, _ isFirst: Bool) -> Bool,
      read: @Sendable (Span<UInt8>, _ source: String) throws(FormatError) -> PolicyDocument,
      isLikely: @Sendable (JSONValue) -> Bool,
      readJSON: @Sendable (JSONValue, _ source: String) throws(FormatError) -> PolicyDocument)
    /// Told by members of a JSON value.
    case json(
      isLikely: @Sendable (JSONValue) -> Bool,
      read: @Sendable (JSONValue, _ source: String) throws(FormatError) -> PolicyDocument)
    /// Told by the name of an XML document's root.
    case xml(
      roots: [String],
      read: @Sendable (XMLElement, _ source: String) throws(FormatError) -> PolicyDocument)
  }

  /// What a writer gives.
  public struct Written: Sendable {
    /// The form, as it is put into a file.
    public var bytes: [UInt8]
    /// What the form cannot hold.
    public var dropped: [String]
    /// What a reader should know besides.
    public var notes: [String]

    /// What was written, with what it leaves out and what a reader should know.
    public init(_ bytes: [UInt8], dropped: [String] = [], notes: [String] = []) {
      self.bytes = bytes
      self.dropped = dropped
      self.notes = notes
    }
  }

  /// How a policy is written, and who knows what is lost.
  enum Writer: Sendable {
    /// The form holds what its own reader finds in it again.
    case whole(@Sendable (NamedPolicy) -> [UInt8])
    /// A hypervisor makes a CPU of what the form asks for: the writer knows what that is.
    case request(@Sendable (NamedPolicy, WritingOptions) -> Written)
  }

  /// The form that it reads or writes.
  public let format: PolicyFormat
  /// What the form is, for help and README: a few words, no full stop.
  public let summary: String
  let reader: Reader
  let writer: Writer?

  init(
    _ format: PolicyFormat, _ summary: String, reader: Reader,
    writer: Writer? = nil
  ) {
    self.format = format
    self.summary = summary
    self.reader = reader
    self.writer = writer
  }

  /// Every form, in the order in which help shows them and inputs are tried.
  public static let all: [PolicyCodec] = [
    .json, .leaves, .cpuidR, .xenCPUID, .memtest, .instlatx64, .libcpuid, .hwloc, .kcpuid,
    .cpucontrol, .dmesg, .cpuidLog, .cpuz, .devcpu, .virtualbox, .featureset, .xapi, .vmx,
    .propolis, .xl, .cpuinfo, .lscpu, .cpuidDecoded, .coreinfo, .complaint, .migrationRecords,
    .xenSave, .qemuCPU, .qemuExpansion, .firecrackerTemplate,
    .cloudHypervisor, .libvirtCPU, .libvirtCPUData, .libvirtCapabilities, .proxmox, .nova,
    .kubevirt, .nodeLabels,
  ]

  /// The codec of a form.
  static func of(_ format: PolicyFormat) -> PolicyCodec {
    // A format is only made by a codec, or looked up among them.
    all.first { $0.format == format } ?? .json
  }
}

extension PolicyCodec.Reader {
  /// Whether a line belongs to the form; nil for forms that no line tells.
  var tells: (@Sendable (Span<UInt8>, _ start: Int, _ end: Int, _ isFirst: Bool) -> Bool)? {
    switch self {
    case .lines(let tells, _), .text(let tells, _, _, _): tells
    case .bytes, .json, .xml: nil
    }
  }

  /// What reads a JSON value of the form, and whether one is; nil for all other forms.
  var json:
    (
      isLikely: @Sendable (JSONValue) -> Bool,
      read: @Sendable (JSONValue, _ source: String) throws(FormatError) -> PolicyDocument
    )?
  {
    switch self {
    case .json(let isLikely, let read), .text(_, _, let isLikely, let read): (isLikely, read)
    case .bytes, .lines, .xml: nil
    }
  }
}
