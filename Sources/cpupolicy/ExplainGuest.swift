// SPDX-License-Identifier: Apache-2.0

import PolicyDocuments
import PolicyFormats
import PolicyText

/// Explains guests that are named CPU models with what is asked for on top: `policy explain NAME GUEST`.
struct GuestExplaining {
  private let guests: [(name: String, document: PolicyDocument)]
  private let path: String

  /// - Returns: nil where the input is no such guest.
  init?(_ content: PolicyDocument, _ path: String) {
    self.path = path
    if !content.each.isEmpty {
      guests = content.each.map { ($0.policies[0].name, $0) }
      return
    }
    guard content.host == nil, let name = content.policies.first?.name,
      content.guest != nil || content.request != nil || content.settled != nil
    else { return nil }
    guests = [(content.guest?.name ?? name, content)]
  }

  func explain(_ items: [ExplainedItem], _ output: OutputOptions) throws {
    let explanations = items.flatMap { item in
      guests.map { explanation(of: item, $0.name, $0.document) }
    }
    try ExplanationOutput.print(
      explanations.map { explanation in
        ExplanationOutput(
          subject: [explanation.item.name, explanation.guest],
          document: .guestExplanation(explanation),
          rows: explanation.changes.map {
            [explanation.guest, $0.decider.rawValue, $0.change, $0.because]
          }, text: Self.text(explanation, hasHeading: !output.noHeaders))
      }, subjects: ["name", "guest"], output)
    guard explanations.allSatisfy({ $0.value != nil }) else {
      throw CommandFailure(.findings, "")
    }
  }

  private func explanation(
    of item: ExplainedItem, _ name: String, _ document: PolicyDocument
  ) -> GuestExplanation {
    let bare = document.settled.flatMap { ModelOptions.bareMeaning(of: $0, path) }
    var explanation = GuestExplanation(of: item, guest: name, in: document, bare: bare)
    if let request = document.request, explanation.value == nil {
      explanation.gather = ModelOptions.remedy(request).map { [$0] } ?? []
    } else if document.resolved?.isExact == false {
      explanation.gather = ["what QEMU makes of \(document.settled?.name ?? name): --emulator"]
    }
    return explanation
  }

  private static func text(_ explanation: GuestExplanation, hasHeading: Bool) -> String {
    var text = Console.bold(explanation.item.name) + "\n"
    text += PolicyCommand.Explain.row(of: explanation.item)
    let value = explanation.value.map { value in
      if case .feature = explanation.item { return value != 0 ? "yes" : "no" }
      return "0x" + String(value, radix: 16)
    }
    let who = value.map { "\($0), by the \(explanation.decider.rawValue)" } ?? "unknown"
    text += "\n\(ShownText.line(explanation.guest)): \(who): \(explanation.because)\n\n"
    var table = TextTable(["step", "change", "because"], empty: "no step changed it")
    for change in explanation.changes {
      table.add([change.decider.rawValue, change.change, change.because])
    }
    text += table.text(hasHeading: hasHeading)
    for what in explanation.gather { text += "\n\(what)\n" }
    return text
  }
}
