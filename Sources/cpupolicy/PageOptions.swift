// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyFormats

/// What a browser shows, in the place of the report: on the standard output, or in a file.
struct BrowserOutput: Equatable {
  /// Whether it is asked for.
  var isWanted = false
  /// The file; nil for the standard output.
  var file: String?

  /// Writes it, where it is asked for.
  ///
  /// - Parameters:
  ///   - flag: the option that asks for it.
  ///   - output: how else the report would be printed.
  ///   - text: the page or picture.
  /// - Returns: whether it stands in the place of the report.
  func write(_ flag: String, _ output: Output, _ text: () throws -> String) throws -> Bool {
    guard isWanted else {
      guard file == nil else { throw CommandFailure(.usage, "--out: give \(flag) as well") }
      return false
    }
    guard output.form == .table else {
      throw CommandFailure(.usage, "\(flag) and -o \(output.form.rawValue): give one of the two")
    }
    let text = try text()
    if let file { try OutputFile.write(text, to: file) } else { Console.data(text) }
    return true
  }
}

/// A page in the place of a table.
struct PageOptions: ParsableArguments {
  @Flag(help: "A page for a browser in the place of the table: one file, which fetches nothing.")
  var html = false
  @Option(help: ArgumentHelp("Write the page in this file.", valueName: "file"))
  var out: String?

  var output: BrowserOutput { BrowserOutput(isWanted: html, file: out) }

  /// Writes the page, where one is asked for.
  ///
  /// - Returns: whether it stands in the place of the report.
  func write(_ output: OutputOptions, _ text: () throws -> String) throws -> Bool {
    try self.output.write(Self.flag, output.choice, text)
  }

  static let flag = "--html"
}

/// A picture in the place of a table.
struct PictureOptions: ParsableArguments {
  @Flag(help: "A picture for a browser in the place of the tree: one file of SVG.")
  var svg = false
  @Option(help: ArgumentHelp("Write the picture in this file.", valueName: "file"))
  var out: String?

  /// Writes the picture, where one is asked for.
  ///
  /// - Returns: whether it stands in the place of the report.
  func write(_ output: OutputOptions, _ text: () throws -> String) throws -> Bool {
    try BrowserOutput(isWanted: svg, file: out).write("--svg", output.choice, text)
  }
}
