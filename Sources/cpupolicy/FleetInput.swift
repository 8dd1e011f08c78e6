// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import Fleet
import Glibc
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// The hosts and guests of a fleet, as commands take them.
struct FleetInput {
  var hosts = FleetHosts()
  var guests = FleetGuests()
  /// The pool's file, where one was given.
  var pool: PoolFile?
  /// How many inputs were wrong decides how the command ends.
  private(set) var hostList: InputList
  private(set) var guestList: InputList?
  /// Every description as it was read, in the order of the hosts.
  private(set) var descriptions: [HostDescription] = []

  /// - Parameters:
  ///   - words: the hosts; a file whose name ends in `.toml` is a pool.
  ///   - owner: options other than those under which the hosts' own policies came about.
  init(hosts words: [String], owner: DerivationOptions?) throws {
    var paths: [String] = []
    for word in words {
      guard word.hasSuffix(".toml") else {
        paths.append(word)
        continue
      }
      guard pool == nil else { throw CommandFailure(.usage, "\(word): a second pool") }
      let read = try PoolFile(reading: try InputFile.contents(of: word), source: word)
      paths += read.hosts.map { Self.beside(word, $0) }
      pool = read
    }
    hostList = InputList(paths)
    var found: [HostDescription] = []
    var fleet = FleetHosts()
    _ = try hostList.judge { path in
      let host = try HostInput.destination(path).under(owner)
      fleet.add(host, owner: owner)
      found.append(host)
    }
    hosts = fleet
    descriptions = found
    for name in fleet.ambiguous.sorted() {
      Console.note("\(name): several hosts have this name, so no guest can be said to be there")
    }
  }

  /// Reads the guests: documents and other forms of one guest each, and lists of many.
  ///
  /// - Parameters:
  ///   - words: the guests.
  ///   - files: files with policies whose digests lists may name.
  ///   - kind: the kind of guests whose file does not say it.
  ///   - made: where guests of xl.cfg are made.
  mutating func read(
    guests words: [String], with files: [String], kind: GuestKind?, made: XLHost
  ) throws {
    guard !words.isEmpty else { return }
    var catalogue = PolicyCatalogue(hosts)
    for file in files { catalogue.add(try Self.policy(file)) }
    var list = InputList(words)
    var progress = Progress("guests read")
    let hosts = self.hosts
    var fleet = FleetGuests()
    _ = try list.judge { path in
      let bytes = AskedInput(path) != nil ? [] : try InputFile.contents(of: path)
      if GuestList.isOne(bytes) {
        try fleet.add(list: bytes, source: path, on: hosts, catalogue) {
          file throws(FormatError) in
          try Self.policy(Self.beside(path, file))
        }
      } else if path == "-" {
        throw FormatError(
          .unrecognised, source: path, message: "the standard input is no list of guests",
          remedy: "a guest's document is given as a file")
      } else {
        let guest = try GuestInput.moving(path, kind: kind, host: made)
        fleet.add(guest, on: guest.judge.flatMap { hosts.number(of: $0.host) })
      }
      progress.advance(to: fleet.names.count)
    }
    guests = fleet
    guestList = list
    if fleet.homeless > 0 {
      Console.note(
        "of \(Counted.of(fleet.homeless, "guest")) it is not said on which of these hosts they are")
    }
  }

  /// Ends the command where an input could not be judged.
  func check() throws {
    try hostList.check()
    try guestList?.check()
  }

  /// The number of a host by its name.
  func number(_ name: String, _ option: String) throws -> Int {
    guard let number = hosts.number(of: name) else {
      let known = hosts.names.prefix(8).joined(separator: ", ")
      throw CommandFailure(
        .usage, "\(option) \(name): none of the hosts, or several; there are \(known)")
    }
    return number
  }

  /// The numbers of hosts by their names.
  func numbers(_ names: [String], _ option: String) throws -> Set<Int> {
    Set(try names.map { try number($0, option) })
  }

  /// The codes that are waived on the command line or in the pool's file.
  func waived(_ values: [String]) throws -> Set<ViolationCode> {
    let inPool = (pool?.waivers ?? []).compactMap { ViolationCode(text: $0) }
    return try Waivers.parse(values).union(inPool)
  }

  /// The whole policy that a file says.
  private static func policy(_ path: String) throws(FormatError) -> NamedPolicy {
    let document = try InputDocument.read(path)
    guard document.content.partial == nil, document.content.request == nil,
      document.content.policies.count == 1, let named = document.content.policies.first
    else {
      if let domain = document.document?.domain {
        return NamedPolicy(name: domain.name, policy: domain.policy)
      }
      throw FormatError(
        .malformed, source: path, message: "the file does not hold one whole policy",
        remedy: "give a Policy or Domain document")
    }
    return named
  }

  /// A path that stands in a file: where it begins from there.
  static func beside(_ file: String, _ path: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }
}

/// Tells on the standard error how far something is that takes longer than a second.
struct Progress {
  private let what: String
  private let all: Int?
  private let start = Progress.now
  private var next = 1.0

  init(_ what: String, of all: Int? = nil) {
    self.what = what
    self.all = all
  }

  mutating func advance(to done: Int) {
    let seconds = Progress.now - start
    guard seconds >= next else { return }
    // Twice as long each time, so that a log is not filled.
    next = seconds * 2
    Console.note(all.map { "\(done) of \($0) \(what)" } ?? "\(done) \(what)")
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// Files that a command writes beside its report.
enum OutputFile {
  /// Writes a whole file, or tells what is in the way.
  static func write(_ text: String, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path, errno) }
    defer { close(file) }
    var code: Int32 = 0
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty, code == 0 {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { code = errno }
    }
    guard code == 0 else { throw failure(path, code) }
  }

  private static func failure(_ path: String, _ code: Int32) -> CommandFailure {
    CommandFailure(
      code == EACCES || code == EPERM ? .permission : .unreadable,
      "\(path): cannot be written: \(String(cString: strerror(code)))")
  }
}
