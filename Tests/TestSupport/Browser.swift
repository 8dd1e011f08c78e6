// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A real Chromium without a window, spoken to by its DevTools protocol over two pipes.
public final class Browser {
  /// The installed program; nil where there is none, and nothing can be opened.
  public static let program: String? = {
    let names = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    return ProcessInfo.processInfo.environment["CPUPOLICY_BROWSER"]
      ?? names.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// What it did not do, or nobody heard of.
  public struct Failure: Error, CustomStringConvertible { public var description: String }

  /// What went wrong on the page since it was opened: exceptions, errors of its console, what was not found.
  public private(set) var complaints: [String] = []

  private let folder: TemporaryFolder
  private let process = Process()
  private let toBrowser: FileHandle
  private let fromBrowser: FileHandle
  private var unread = Data()
  private var lastNumber = 0
  private var session = ""
  private var isLoaded = false

  /// Starts a browser that knows nothing of earlier ones.
  public init() throws {
    guard let program = Browser.program else { throw Failure(description: "no browser") }
    let folder = try TemporaryFolder()
    self.folder = folder
    let pipes = ["in", "out"].map { folder.path + "/" + $0 }
    for pipe in pipes {
      guard mkfifo(pipe, 0o600) == 0 else { throw Failure(description: "mkfifo \(errno)") }
    }
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      // Both ends open in the same order as below, else each would wait for the other.
      "exec 3<\"$1\" 4>\"$2\"; exec \"$0\" --headless=new --no-sandbox --disable-gpu "
        + "--disable-dev-shm-usage --no-first-run --disable-background-networking --disable-sync "
        + "--hide-scrollbars --user-data-dir=\"$3\" --remote-debugging-pipe about:blank",
      program, pipes[0], pipes[1], folder.path + "/profile",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard let writer = FileHandle(forWritingAtPath: pipes[0]),
      let reader = FileHandle(forReadingAtPath: pipes[1])
    else { throw Failure(description: "the pipes do not open") }
    (toBrowser, fromBrowser) = (writer, reader)
    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] ?? ""
    let attached = try call("Target.attachToTarget", ["targetId": target, "flatten": true])
    session = attached["sessionId"] as? String ?? ""
    for domain in ["Page", "Runtime", "Log", "Network"] { _ = try call("\(domain).enable") }
  }

  deinit {
    try? toBrowser.close()
    process.terminate()
    process.waitUntilExit()
  }

  /// Opens a file and waits until it is whole.
  ///
  /// - Parameters:
  ///   - width: of the screen, in pixels.
  ///   - isDark: whether the reader's system is.
  ///   - medium: `screen` or `print`.
  public func open(
    _ file: String, fragment: String = "", width: Int, isDark: Bool = false,
    medium: String = "screen"
  ) throws {
    complaints = []
    _ = try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
    _ = try call(
      "Emulation.setEmulatedMedia",
      [
        "media": medium,
        "features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]],
      ])
    isLoaded = false
    let address = URL(fileURLWithPath: file).absoluteString + fragment
    let answer = try call("Page.navigate", ["url": address])
    if let error = answer["errorText"] { throw Failure(description: "\(file): \(error)") }
    while !isLoaded { try hear() }
    // What scripts say when they start has been heard once they answer.
    _ = try number("0")
  }

  /// The number that an expression of the page comes to.
  public func number(_ expression: String) throws -> Double {
    guard let number = try value(expression) as? NSNumber else {
      throw Failure(description: "\(expression): no number")
    }
    return number.doubleValue
  }

  /// The text that an expression of the page comes to.
  public func text(_ expression: String) throws -> String {
    guard let text = try value(expression) as? String else {
      throw Failure(description: "\(expression): no text")
    }
    return text
  }

  private func value(_ expression: String) throws -> Any? {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let thrown = answer["exceptionDetails"] {
      throw Failure(description: "\(expression): \(thrown)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// The whole page as a picture.
  public func screenshot() throws -> Data {
    let answer = try call(
      "Page.captureScreenshot", ["captureBeyondViewport": true, "format": "png"])
    guard let data = (answer["data"] as? String).flatMap({ Data(base64Encoded: $0) }) else {
      throw Failure(description: "no screenshot")
    }
    return data
  }

  /// The page as it is printed.
  public func printed() throws -> Data {
    let answer = try call("Page.printToPDF", ["printBackground": false])
    guard let data = (answer["data"] as? String).flatMap({ Data(base64Encoded: $0) }) else {
      throw Failure(description: "nothing printed")
    }
    return data
  }

  // MARK: Protocol

  private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastNumber += 1
    let number = lastNumber
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    if !session.isEmpty { message["sessionId"] = session }
    try toBrowser.write(contentsOf: try JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let heard = try hear()
      guard heard["id"] as? Int == number else { continue }
      if let error = heard["error"] { throw Failure(description: "\(method): \(error)") }
      return heard["result"] as? [String: Any] ?? [:]
    }
  }

  /// Reads one message, and keeps what it complains of.
  @discardableResult
  private func hear() throws -> [String: Any] {
    let bytes = try message()
    guard let heard = try JSONSerialization.jsonObject(with: bytes) as? [String: Any] else {
      throw Failure(description: "no message")
    }
    let details = heard["params"] as? [String: Any] ?? [:]
    switch heard["method"] as? String {
    case "Page.loadEventFired": isLoaded = true
    case "Runtime.exceptionThrown": complaints.append("exception: \(details)")
    case "Runtime.consoleAPICalled" where ["error", "warning"].contains(details["type"] as? String):
      complaints.append("console: \(details)")
    case "Log.entryAdded": complaints.append("log: \(details)")
    case "Network.requestWillBeSent":
      let address = ((details["request"] as? [String: Any])?["url"] as? String) ?? ""
      if !address.hasPrefix("file:") && !address.hasPrefix("data:") {
        complaints.append("fetched: \(address)")
      }
    default: break
    }
    return heard
  }

  /// The bytes up to the next NUL.
  private func message() throws -> Data {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let message = Data(unread[..<end])
        unread = Data(unread[(end + 1)...])
        return message
      }
      // A browser that died or hangs must not hold up the tests.
      var waiting = pollfd(fd: fromBrowser.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 120_000) == 1 else {
        throw Failure(description: "the browser says nothing")
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(fromBrowser.fileDescriptor, &buffer, buffer.count)
      guard count > 0 else { throw Failure(description: "the browser is gone") }
      unread += buffer.prefix(count)
    }
  }
}
