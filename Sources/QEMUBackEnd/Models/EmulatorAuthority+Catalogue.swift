// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

extension EmulatorAuthority {
  /// Every model of the emulator's with what it is made of, in one conversation: what writers choose among.
  ///
  /// It is asked under TCG, where a model has its own vendor whatever the host's is, and without what the
  /// accelerator withholds: the guest will run on another host. Names with a version are left out, since
  /// libvirt and managers above it know few of them.
  ///
  /// - Throws: ``EmulatorError``, or a `FormatError` for an answer that is none.
  public func catalogue() throws -> ModelCatalogue {
    let machine = EmulatorSession.Machine(type: machine, accelerator: "tcg")
    var probe = try EmulatorProbe(program, machine, timeLimit: timeLimit)
    var result = ModelCatalogue(models: [], authority: "")
    for name in probe.names where Self.isModel(name) {
      let request = ModelRequest(.qemu, model: name)
      guard let question = EmulatorQuestion(request, accelerator: machine.accelerator) else {
        continue
      }
      var answer = try probe.answer(question)
      answer.withheld = []
      result.authority = answer.authority
      result.models.append(
        ModelCatalogue.Model(name: name, meaning: try answer.resolved(for: request, question)))
    }
    return result
  }

  /// Whether a name is a CPU's: neither what the host or the accelerator has, nor one version of a model.
  static func isModel(_ name: String) -> Bool {
    guard !["base", "host", "max"].contains(name) else { return false }
    guard let last = name.split(separator: "-").last, last.first == "v" else { return true }
    return last.count == 1 || !last.dropFirst().allSatisfy(\.isNumber)
  }
}
