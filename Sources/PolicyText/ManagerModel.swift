// SPDX-License-Identifier: Apache-2.0

/// A CPU model that a manager of virtual machines defines itself, over one of QEMU's: a row of
/// `ABI/manager-models.csv`.
public struct ManagerModel: Sendable {
  /// The model's name in the manager's words.
  public let name: String
  /// QEMU's model.
  public let base: String
  /// QEMU's names of the features that are switched on.
  public let features: [String]

  /// One of Proxmox VE's; nil for a name that is not its own.
  public static func proxmox(_ name: String) -> ManagerModel? {
    rows.first { $0.manager == "proxmox" && $0.model.name == name }?.model
  }

  private static let rows: [(manager: String, model: ManagerModel)] = {
    let texts = TextRecords(ManagerModelTable.rows, lengths: ManagerModelTable.rowsLengths.span)
    return (0..<texts.count).map { row in
      let features = texts.text(row: row, column: 3).split(separator: " ").map(String.init)
      return (
        texts.text(row: row, column: 0),
        ManagerModel(
          name: texts.text(row: row, column: 1), base: texts.text(row: row, column: 2),
          features: features)
      )
    }
  }()
}
