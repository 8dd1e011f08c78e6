// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Why an emulator does not say what a CPU model means.
public enum EmulatorError: Error, Equatable, Sendable, CustomStringConvertible {
  /// This machine starts no further process.
  case cannotStart(program: String, errno: Int32)
  /// It ended, or closed the conversation, before it answered.
  case ended(program: String, reason: String)
  /// The conversation went wrong.
  case conversation(program: String, QMPError)
  /// An answer that is none of QEMU's.
  case malformed(program: String, reason: String)
  /// A machine type or an accelerator that no QEMU has.
  case unusable(what: String, value: String)
  /// A model that this QEMU does not have.
  case unknownModel(String, emulator: String)
  /// A property that its CPU does not have.
  case unknownProperty(String, model: String, emulator: String)
  /// A value that a property does not take.
  case refused(reason: String, model: String, emulator: String)
  /// A model that other accelerators have.
  case otherAccelerator(model: String, emulator: String)

  public var description: String {
    switch self {
    case .cannotStart(let program, let code):
      "\(program): it cannot be started: \(String(cString: strerror(code))); end other processes"
    case .ended(let program, let reason):
      "\(program): it did not start: \(reason); try --machine and --accel that it has, or another --emulator"
    case .conversation(let program, .timedOut(let command, let limit)):
      "\(program): \(command): no answer within \(limit) ms; give it more with --timeout"
    case .conversation(let program, let error): "\(program): \(error)"
    case .malformed(let program, let reason):
      "\(program): \(reason); is it a QEMU for x86?"
    case .unusable(let what, let value):
      "\(what) \"\(value.prefix(60))\" is none of QEMU's; `qemu-system-x86_64 -\(what) help` lists them"
    case .unknownModel(let model, let emulator):
      "\(emulator) has no CPU model \"\(model.prefix(60))\"; `-cpu help` lists them, or name another --emulator"
    case .unknownProperty(let property, let model, let emulator):
      "\(emulator) has no property \"\(property.prefix(60))\" of \(model.prefix(60)); correct the name, or name "
        + "another --emulator"
    case .refused(let reason, let model, let emulator):
      "\(emulator) refuses the settings of \(model.prefix(60)): \(reason); correct the value"
    case .otherAccelerator(let model, let emulator):
      "\(emulator) has no \(model.prefix(60)) with this accelerator; try --accel kvm where /dev/kvm opens"
    }
  }

  /// QEMU's answer to a question about a model.
  init(_ error: QMPError, program: String, model: String, emulator: String) {
    guard case .refused(_, let reason) = error else {
      self = .conversation(program: program, error)
      return
    }
    if reason.hasPrefix("CPU model '") && reason.hasSuffix("' not found") {
      self = .unknownModel(model, emulator: emulator)
    } else if reason.hasPrefix("Property '"), reason.hasSuffix("' not found") {
      // 'Haswell-x86_64-cpu.x': the name of a type, which may hold periods, as may that of a property.
      let path = reason.dropFirst("Property '".count).dropLast("' not found".count)
      let type = path.range(of: "-cpu.")
      self = .unknownProperty(
        String(type.map { path[$0.upperBound...] } ?? path), model: model, emulator: emulator)
    } else {
      self = .refused(reason: reason, model: model, emulator: emulator)
    }
  }
}

extension Substring {
  /// The first place of a text; nil where it does not stand.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
