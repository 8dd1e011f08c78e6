// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

@testable import QEMUBackEnd

/// What is kept between runs, and what becomes of it in others' hands.
@Suite struct AnswerCacheTests {
  private let root: TemporaryFolder
  private var folder: String { root.path + "/cpupolicy" }
  private var cache: AnswerCache { AnswerCache(path: folder) }
  private let answer = JSONValue.members(["authority": .string("QEMU"), "n": .integer(1)])

  init() throws { root = try TemporaryFolder() }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).map { folder + "/" + $0 }
  }

  @Test func whatIsKeptIsFound() throws {
    #expect(cache.answer(to: "a") == nil)
    cache.keep(answer, for: "a")
    #expect(cache.answer(to: "a") == answer)
    #expect(cache.answer(to: "b") == nil)
    cache.keep(.members(["n": .integer(2)]), for: "a")
    #expect(cache.answer(to: "a")?["n"] == .integer(2))
    let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions]
    #expect(mode as? Int == 0o700)
    #expect(try files().count == 1)
  }

  /// Whatever byte is damaged: there is no answer, never another one; and a new one takes its place.
  @Test func damageIsNoAnswer() throws {
    cache.keep(answer, for: "a")
    let file = try #require(try files().first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 0x01
      try damaged.write(to: URL(fileURLWithPath: file))
      #expect(cache.answer(to: "a") == nil, "\(index)")
      try whole[..<index].write(to: URL(fileURLWithPath: file))
      #expect(cache.answer(to: "a") == nil, "\(index)")
    }
    try Data(count: AnswerCache.largest + 1).write(to: URL(fileURLWithPath: file))
    #expect(cache.answer(to: "a") == nil)
    cache.keep(answer, for: "a")
    #expect(cache.answer(to: "a") == answer)
  }

  /// Another key's file under this one's name, a link, a folder: none of them is an answer.
  @Test func whatIsNoneOfIts() throws {
    cache.keep(answer, for: "a")
    let first = try #require(try files().first)
    cache.keep(answer, for: "b")
    let second = try #require(try files().first { $0 != first })
    try FileManager.default.removeItem(atPath: second)
    try FileManager.default.copyItem(atPath: first, toPath: second)
    #expect(cache.answer(to: "b") == nil && cache.answer(to: "a") == answer)
    try FileManager.default.removeItem(atPath: second)
    try FileManager.default.createSymbolicLink(atPath: second, withDestinationPath: first)
    #expect(cache.answer(to: "b") == nil)
    cache.keep(answer, for: "b")
    #expect(cache.answer(to: "b") == answer && cache.answer(to: "a") == answer)
  }

  /// A folder that others may enter, or that is a link, holds no answers, and none are put there.
  @Test func foldersOfOthers() throws {
    cache.keep(answer, for: "a")
    #expect(chmod(folder, 0o755) == 0)
    #expect(cache.answer(to: "a") == nil)
    cache.keep(answer, for: "b")
    #expect(try files().count == 1)
    #expect(chmod(folder, 0o700) == 0)
    let link = root.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder)
    #expect(AnswerCache(path: link).answer(to: "a") == nil)
    // Nowhere to keep anything: no error.
    for path in ["/proc/nothing/cpupolicy", "/dev/null/x", "relative/none/at/all"] {
      AnswerCache(path: path).keep(answer, for: "a")
      #expect(AnswerCache(path: path).answer(to: "a") == nil)
    }
  }

  @Test func writersDoNotDisturbEachOther() async throws {
    let cache = cache
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          for round in 0..<25 {
            let text = String(repeating: "\(writer)", count: 2000)
            cache.keep(.members(["text": .string(text)]), for: "shared \(round % 3)")
            let text2 = cache.answer(to: "shared \(round % 3)")?["text"]?.string
            #expect(text2.map { $0.count == 2000 && Set($0).count == 1 } ?? false)
          }
        }
      }
    }
    #expect(try files().count == 3)
  }

  @Test func itStaysSmall() throws {
    for number in 0..<(AnswerCache.mostFiles + 20) { cache.keep(answer, for: "\(number)") }
    #expect(try files().count <= AnswerCache.mostFiles)
    #expect(cache.answer(to: "\(AnswerCache.mostFiles + 19)") == answer)
    // Too large to be an answer.
    cache.keep(.string(String(repeating: "x", count: AnswerCache.largest)), for: "large")
    #expect(cache.answer(to: "large") == nil)
  }

  /// Where answers of real programs are kept: by the program, its machine, and what it is asked.
  @Test(
    .enabled(if: RunningQEMU.program != nil, "qemu-system-x86_64 is not installed: nothing was run")
  )
  func aKeptAnswerStartsNothing() throws {
    // Beside its modules, which it looks for from where it is.
    try FileManager.default.createDirectory(
      atPath: root.path + "/bin", withIntermediateDirectories: true)
    for folder in ["lib", "share"] {
      try FileManager.default.createSymbolicLink(
        atPath: root.path + "/" + folder, withDestinationPath: "/usr/" + folder)
    }
    let program = root.path + "/bin/qemu-system-x86_64"
    try FileManager.default.copyItem(atPath: try #require(RunningQEMU.program), toPath: program)
    var authority = EmulatorAuthority(program: program, accelerator: "tcg", cache: cache)
    let request = ModelRequest(.qemu, model: "Nehalem")
    let first = try #require(try authority.resolve(request))
    #expect(try files().count == 1)
    // The same file by everything that is looked at, which no longer runs.
    var status = stat()
    #expect(stat(program, &status) == 0)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: program))
    try file.seek(toOffset: 4)
    try file.write(contentsOf: Data(count: 4096))
    try file.close()
    var times = [status.st_mtim, status.st_mtim]
    #expect(utimensat(AT_FDCWD, program, &times, 0) == 0)
    let second = try #require(try authority.resolve(request))
    #expect(second.partial == first.partial && second.authority == first.authority)
    #expect(second.withheld == first.withheld && second.statements == first.statements)
    // Another machine, accelerator, question or program is another answer, which this one cannot give.
    authority.machine = "pc"
    #expect(throws: EmulatorError.self) { _ = try authority.resolve(request) }
    authority.machine = EmulatorAuthority.newestMachine
    authority.accelerator = "kvm"
    #expect(throws: EmulatorError.self) { _ = try authority.resolve(request) }
    authority.accelerator = "tcg"
    #expect(throws: EmulatorError.self) {
      _ = try authority.resolve(ModelRequest(.qemu, model: "Westmere"))
    }
    times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, program, &times, 0) == 0)
    #expect(throws: EmulatorError.self) { _ = try authority.resolve(request) }
    // A damaged answer is asked for anew.
    authority.program = try #require(RunningQEMU.program)
    #expect(try authority.resolve(request)?.partial == first.partial)
    for file in try files() { try Data("{}".utf8).write(to: URL(fileURLWithPath: file)) }
    #expect(try authority.resolve(request)?.partial == first.partial)
  }

  /// A script's answer is that of whatever it starts: nothing says when that changes.
  @Test func scriptsAreAskedEachTime() throws {
    let script = root.path + "/script"
    try Data("#!/bin/sh\n".utf8).write(to: URL(fileURLWithPath: script))
    let machine = EmulatorSession.Machine(type: "q35", accelerator: "tcg")
    #expect(EmulatorIdentity(program: script, machine).text == nil)
    #expect(EmulatorIdentity(program: "/no/such", machine).text == nil)
    let own = try #require(EmulatorIdentity(program: "/proc/self/exe", machine).text)
    #expect(own.contains("kernel ") && own.contains("accel tcg"))
  }
}
