// SPDX-License-Identifier: Apache-2.0

/// A use of a verb: what for, what is typed, and how it ends. `--help` shows them and so do the manual pages;
/// the tests run each one, in this order, in one folder.
struct Example {
  /// A sentence without its colon.
  var purpose: String
  var line: String
  /// The exit status; nil where it hangs on the machine: whether there is a KVM, or a libvirt.
  var status: ExitStatus?

  init(_ purpose: String, _ line: String, ends status: ExitStatus? = .fine) {
    (self.purpose, self.line, self.status) = (purpose, line, status)
  }

  /// Those of a command, by its words; of one with verbs the first of each verb.
  static func all(of words: [String]) -> [Example] {
    if words.isEmpty { return inShort.compactMap { all(of: $0).first } }
    let name = words.joined(separator: " ")
    if let own = all.first(where: { $0.verb == name }) { return own.examples }
    return all.filter { $0.verb.hasPrefix(name + " ") }.compactMap(\.examples.first)
  }

  /// The verbs whose first examples show what the command is for.
  private static let inShort = [["host", "show"], ["policy", "explain"], ["migrate", "check"]]
}

extension Example {
  /// By verb. In the files are: of host.txt a dump of this or another host, of old.txt and new.txt those of
  /// two more, of web.xml a domain's XML. Each file is made by an example, or is one of those.
  static let all: [(verb: String, examples: [Example])] = [
    (
      "host facts",
      [
        Example("What derivation starts from, on this machine", "cpupolicy host facts"),
        Example("Of a dump, for a program", "cpupolicy host facts host.txt -o json"),
      ]
    ),
    (
      "host show",
      [
        Example("What guests of this machine get", "cpupolicy host show"),
        Example(
          "One policy of another host, under an option of its hypervisor",
          "cpupolicy host show host.txt --cpuid no-avx512f --policy hvm-default"),
        Example(
          "The same as a document, for other commands",
          "cpupolicy host show host.txt --policy pv-default -o json > policy.json"),
      ]
    ),
    (
      "host diff",
      [
        Example(
          "What an upgrade changed; status 6 where it is anything",
          "cpupolicy host diff old.txt new.txt", ends: .drift)
      ]
    ),
    (
      "policy show",
      [
        Example(
          "What guests of a host may have at most",
          "cpupolicy policy show host.txt --policy hvm-max"),
        Example("What a domain has, for a spreadsheet", "cpupolicy policy show web.json -o csv"),
      ]
    ),
    (
      "policy convert",
      [
        Example(
          "As another program writes it, without what that form cannot say",
          "cpupolicy policy convert host.txt --policy hvm-max --to cpuid-r --drop")
      ]
    ),
    (
      "policy diff",
      [
        Example(
          "Two hosts' policies, field by field; status 1 where they differ",
          "cpupolicy policy diff old.txt new.txt --policy hvm-max", ends: .findings)
      ]
    ),
    (
      "policy audit",
      [
        Example(
          "Whether a host can give it to a guest",
          "cpupolicy policy audit policy.json --against host.txt --policy pv-max"),
        Example(
          "On a lesser host; status 1 where it is rejected",
          "cpupolicy policy audit policy.json --against old.txt --policy pv-max", ends: .findings),
      ]
    ),
    (
      "policy explain",
      [
        Example(
          "Why a guest does not see a feature",
          "cpupolicy policy explain avx512f host.txt --cpuid no-avx2")
      ]
    ),
    (
      "features list",
      [
        Example("Every feature bit, with what each needs", "cpupolicy features list"),
        Example("For a spreadsheet", "cpupolicy features list -o csv"),
      ]
    ),
    (
      "topology solve",
      [
        Example(
          "APIC ids and leaves of a shape",
          "cpupolicy topology solve --sockets 2 --cores 8 --threads 2")
      ]
    ),
    (
      "topology show",
      [Example("Who shares what, of a dump", "cpupolicy topology show new.txt")]
    ),
    (
      "topology audit",
      [
        Example(
          "What is wrong with the topology data of a dump", "cpupolicy topology audit new.txt")
      ]
    ),
    (
      "domain create",
      [
        Example(
          "A domain of this machine, without a feature",
          "cpupolicy domain create db --kind pv --cpuid no-rdrand"),
        Example(
          "On the host of a dump",
          "cpupolicy domain create web --kind pv --vcpus 4 --host host.txt"),
      ]
    ),
    (
      "domain list",
      [
        Example("Those of the local store", "cpupolicy domain list"),
        Example(
          "Those of libvirt, with what each got of what was asked for",
          "cpupolicy domain list --hypervisor libvirt", ends: nil),
      ]
    ),
    (
      "domain show",
      [
        Example("A domain and its policy", "cpupolicy domain show web"),
        Example(
          "As a document, which migrate check takes", "cpupolicy domain show web -o json > web.json"
        ),
      ]
    ),
    (
      "domain set-policy",
      [
        Example(
          "Whether an edited document of it would be taken",
          "cpupolicy domain set-policy web web.json --host host.txt --dry-run"),
        Example("Set it", "cpupolicy domain set-policy web web.json --host host.txt"),
      ]
    ),
    (
      "domain seal",
      [Example("As its first run does", "cpupolicy domain seal web --host host.txt")]
    ),
    (
      "domain view",
      [
        Example("What CPUID returns for a leaf", "cpupolicy domain view web 0x7"),
        Example("For every leaf and virtual CPU", "cpupolicy domain view web --all -o csv"),
      ]
    ),
    (
      "domain explain",
      [Example("Why the guest has a feature or not", "cpupolicy domain explain web avx512f")]
    ),
    (
      "domain watch",
      [
        Example(
          "Keep with which CPU each guest of libvirt boots",
          "cpupolicy domain watch --connect qemu:///system --store boot", ends: nil)
      ]
    ),
    (
      "domain destroy",
      [Example("For good", "cpupolicy domain destroy web")]
    ),
    (
      "guest verify",
      [
        Example(
          "Whether a guest sees what it was given; status 1 where it does not",
          "cpupolicy guest verify", ends: nil)
      ]
    ),
    (
      "migrate check",
      [
        Example(
          "Whether a guest can go on elsewhere; status 1 where not, or nobody knows",
          "cpupolicy migrate check web.json old.txt new.txt", ends: .findings)
      ]
    ),
    (
      "migrate graph",
      [
        Example(
          "Who can go where; status 1 where a guest cannot leave its host",
          "cpupolicy migrate graph --hosts host.txt new.txt --guests web.json", ends: .findings)
      ]
    ),
    (
      "pool level",
      [
        Example(
          "One policy for all, and what it costs each host",
          "cpupolicy pool level old.txt new.txt --kind pv")
      ]
    ),
    (
      "pool compare",
      [
        Example(
          "The odd host first; status 1 where they differ",
          "cpupolicy pool compare old.txt new.txt", ends: .findings)
      ]
    ),
    (
      "pool plan",
      [
        Example(
          "Which hosts have to go or change for a feature",
          "cpupolicy pool plan old.txt new.txt --kind pv --gain aes")
      ]
    ),
    (
      "pool simulate",
      [
        Example(
          "What guests gain when a host leaves; status 6 where anything changes",
          "cpupolicy pool simulate old.txt new.txt --remove old.txt", ends: .drift)
      ]
    ),
    (
      "hook libvirt",
      [
        Example(
          "What the hook would say of a guest that arrives",
          "cpupolicy hook libvirt web migrate begin - < web.xml")
      ]
    ),
    (
      "hook install",
      [Example("What would be written", "cpupolicy hook install --dry-run", ends: nil)]
    ),
    (
      "hook remove",
      [Example("What would be taken away", "cpupolicy hook remove --dry-run", ends: nil)]
    ),
    (
      "explain",
      [
        Example("What a code of a report means", "cpupolicy explain CPU0101"),
        Example("All codes", "cpupolicy explain -o name"),
      ]
    ),
  ]
}
