// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
/// When a row of the codes gives the words, rather than the code's own row.
enum TextCondition: UInt8, Sendable {
  /// The code's own row.
  case always
  /// The subject is a feature.
  case feature
  /// Value and bound are the same.
  case same
  /// The value is zero.
  case zero
}

enum CodeText {
  /// Code of each row.
  static let codes: InlineArray<_, UInt16> = [
    101, 102, 103, 104, 105, 106, 111, 112, 113, 121, 122, 123, 124, 125, 126, 127, 131, 132, 133,
    141, 141, 142, 143, 151, 152, 153, 154, 161, 162, 163, 164, 165, 166, 171, 172, 181, 191, 192,
    201, 202, 203, 204, 205, 206, 207, 208, 211, 212, 213, 214, 215, 216, 217, 217, 221, 222, 223,
    1001, 1001, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1011, 1012, 1013,
    1014, 1021,
  ]
  /// When the row gives the words, by `TextCondition`.
  static let conditions: InlineArray<_, UInt8> = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0,
  ]
  /// Title, rule, message, remedy and long text of each row.
  static let rows: StaticString = """
feature above the bound~subset~{name} is set, and the bound does not offer it~\
clear {name}, or see policy explain {name} for what keeps it from guests~\
The candidate shows a feature that the bound (the max policy of this kind of guest) does not
have. A guest that believes it will execute an instruction or touch a control register that
faults, or, where the bit is an assurance (a name with _NO, for instance), will leave out a
mitigation that it needs. Some hypervisors drop such a bit without a word; here the whole set
is refused, so that what was asked for and what the guest sees stay the same.
Clear the bit. `cpupolicy policy explain NAME HOST` says which step of derivation keeps the
feature from guests on that host.\
feature without its prerequisite~prerequisite~\
{name} is set without {prerequisite|its prerequisite}, which it needs~\
set {prerequisite|the prerequisite} as well, or clear {name}~\
A feature builds on another one that the candidate does not show: AVX2 on AVX, AVX on XSAVE.
Operating systems take the pair for granted and crash or misbehave where only one half is
there. The prerequisites stand in the column `requires` of ABI/features.csv.
Show the prerequisite too, or clear everything that needs it.\
nested virtualisation not enabled~subset~\
{name} is set, and the domain was not given nested virtualisation~\
create the domain with --nested, or clear {name}~\
VMX and SVM let a guest run guests of its own. The domain was created without nested
virtualisation, so the hypervisor would refuse the instructions behind the bit.
Create the domain with nested virtualisation, or clear the bit.\
feature not for this kind of guest~subset~{name} is set, and this kind of guest cannot have it~\
clear {name}, or create a domain of another kind~\
The max policy that was given has the feature, but this kind of guest cannot: a domain on
shadow page tables lacks what only nested paging can carry, and a 32-bit PV domain has neither
long mode nor, except on AMD and Hygon, SYSCALL.\
bit differs from the host's behaviour~equal~\
{name} is {value}, and the host's CPUs behave as {bound}; no policy can hide it~\
set {name} to {bound}~\
FDP_EXCP_ONLY and NO_FPU_SEL describe how the x87 unit saves its pointers. No hypervisor can
make a CPU behave otherwise, so a domain's policy must have exactly the host's value, set or
clear. A guest that believes the opposite reads wrong instruction pointers after FXSAVE.\
maximum leaf below what a feature needs~prerequisite~\
{name} is set, and the maximum leaf {value:hex} is below {bound:hex}~\
raise the maximum leaf, or clear {name}~\
XSAVE is described in leaf 0xd. A policy that shows the feature and ends below that leaf sends
the guest to a leaf that is not there: it would allocate a save area of size zero.\
reserved bits set~reserved~bits {bits} are reserved and must be zero; they hold {value:hex}~\
clear the bits~\
The bits have no name in the tables: no vendor documents them, or this project does not know
them yet. Nobody can say what a guest would do with them, so they are zero for guests.
A row in ABI/fields.csv or ABI/features.csv is all it takes to name a bit.\
leaf that no policy has~reserved~no policy has this leaf; it holds {value:hex}~leave the leaf out~\
The tables have no row in this leaf or subleaf, so no policy has a place for it.\
data beyond the policy's own limits~reserved~{value:hex} stands beyond the policy's own limits~\
raise the limit, or leave the data out~\
The policy's own limits (the maximum basic leaf, the maximum extended leaf, the maximum subleaf
of leaf 7, the end of a list, the highest XSAVE component) say that this place holds no data,
and yet there is some. A guest would never see it; accepting it would mean to change it.\
bits above the bound~row~{name} is {value:hex}, and the bound offers only {bound:hex}~\
lower {name} to {bound:hex}~\
The field is a set of bits of which the candidate shows more than the bound has. Each stands
for something that the machine or the hypervisor does not do.\
number above the bound~row~{name} is {value:hex}, above the bound's {bound:hex}~\
lower {name} to {bound:hex}~\
The field is a number (a width, a count, a version) that must not exceed the bound's: the guest
would use addresses, counters or functions that are not there.\
bits of the bound missing~row~{name} is {value:hex}, and must contain the bound's {bound:hex}~\
raise {name} to contain {bound:hex}~\
The bits say what is absent, or what must be. A candidate that lacks one promises the guest
something that the machine does not have.\
value differs from the bound~row~{name} is {value:hex}, and must be the bound's {bound:hex}~\
set {name} to {bound:hex}~\
The field describes the machine in a way that cannot be emulated: a guest with another value
would compute wrong addresses, sizes or frequencies.\
field that must be zero for guests~row~{name} is {value:hex}, and must be zero for guests~\
set {name} to zero~\
The field belongs to the platform's owner (power, thermal control, identity), or is filled in
when a virtual CPU asks (its APIC id, the size for its current XCR0). In a stored policy it is
zero.\
field of another vendor~row~{name} is {value:hex}, and a CPU of this vendor has it zero~\
set {name} to zero~\
Only the other vendor's manual defines the field, and the bound has none of it: leaf 4 on an
AMD CPU, 0x80000005 on an Intel one. Software that finds it set may take the other vendor's
path.\
topology without a choice~topology~\
{name} is {value:hex}, and no topology was chosen for this policy~\
choose a topology with --topology, or clear the field~\
System policies carry no topology: where virtual CPUs sit is chosen when a domain is created,
and solved into its policy. A policy that is judged without such a choice must leave these
fields zero.\
maximum leaf above the bound~atMost~{name} is {value:hex}, above the bound's {bound:hex}~\
lower {name} to {bound:hex}~\
The candidate promises leaves (or subleaves of leaf 7) beyond the bound's maximum. The guest
would read zeros, or another leaf's data, and believe them.\
another vendor~equal~{name} is {value:hex}, and the bound's vendor has {bound:hex}~\
set {name} to {bound:hex}~\
The vendor decides how dozens of fields are read, which MSRs exist and how system calls work.
A guest of another vendor than its host does not survive.\
malformed maximum extended leaf~atMost~\
{name} is {value:hex}, which is no leaf of the extended range~\
write it as 0x8000xxxx, or zero for no extended leaves~\
The maximum extended leaf is either zero (there are no extended leaves) or 0x8000xxxx.\
XSAVE states do not follow the features~derived~\
{name} is offered, and the policy's features do not bring it~clear the state, or show its feature~\
Which states XSAVE can save (leaf 0xd subleaf 0 EDX:EAX, and for XSS subleaf 1 EDX:ECX) follows
from the features: AVX brings bit 2, AVX-512 bits 5 to 7, and so on. A guest that misses a
state loses registers at a context switch; one that sees too many faults on XSETBV.\
~~{name} is not offered, and the policy's features need it~set the state~\
XSAVE area of the wrong size~derived~{name} is {value} bytes, and the offered states need {bound}~\
set {name} to {bound}~\
Leaf 0xd subleaf 0 ECX is the size of the save area with every offered state. It is recomputed
from the components; a guest that allocates less overwrites its own memory.\
XSAVE component laid out differently~equal~{name} is {value}, and the hardware has {bound}~\
set {name} to {bound}~\
Size, offset and flags of an XSAVE component are the hardware's: XSAVE writes there, whatever
CPUID says. They must equal the bound's. Two CPUs can have the same features and place a
component differently (protection keys stand elsewhere on AMD than on Intel).\
repeated field differs from its original~derived~\
{name} is {value:hex}, and the part that it repeats gives {bound:hex}~set {name} to {bound:hex}~\
Some registers repeat others: the vendor string in 0x80000000, the signature in 0x80000001 EAX,
common features in 0x80000001 EDX. On AMD and Hygon the copy must equal its original; on Intel
it must be zero.\
linear address width does not follow the features~derived~\
{name} is {value}, and the paging features give {bound}~set {name} to {bound}~\
The linear address width is 32 without long mode, 48 with it and 57 with five-level paging,
whatever the host's own is. A guest with another value checks canonical addresses wrongly.\
physical address width too small~derived~\
{name} is {value}, and the paging features need at least {bound}~raise {name} to {bound}~\
PAE and PSE-36 paging hold 36 bits of physical address, plain paging 32. A guest that is told
less treats valid page table bits as reserved.\
derived field differs~derived~{name} is {value:hex}, and {bound:hex} follows from the rest~\
set {name} to {bound:hex}~\
The field follows from other parts of the policy, or of the domain, and does not agree.\
family and model contradict each other~form~\
{name} is {value:hex}, and does not count in this family~set {name} to zero~\
The extended family counts only where the base family is 0xf, the extended model only from
family 6 on. Software that follows the manual and software that does not would disagree about
which CPU this is.\
brand string is no text~form~{name} is {value:hex}, which is no text padded with NUL~\
use printable ASCII, then NUL to the end~\
The brand in 0x80000002 to 0x80000004 is 48 bytes of ASCII, padded with NUL at its end. Programs
print it as it stands.\
cache descriptors contradict each other~form~\
{name} is {value:hex}, which contradicts its register or leaf 4~\
clear the descriptor, or provide the list in leaf 4~\
A register of leaf 2 with bit 31 set tells its reader to ignore it, so it must hold nothing;
descriptor 0xff sends the reader to leaf 4, which must be there.\
impossible cache in a list~form~{name} is {value:hex}, which no cache can be~\
take the bound's {bound:hex}, or a value that the manual defines~\
A cache in leaf 4 or 0x8000001d has type 1 (data), 2 (instruction) or 3 (unified), a level of at
least 1, and a single set if it is fully associative. Guests size and colour their memory by it.\
impossible cache in AMD's registers~form~{name} is {value:hex}, which describes no cache~\
take the bound's {bound:hex}, or a value that the manual defines~\
0x80000005 and 0x80000006 describe caches by size, line and a code for the associativity: code 7
is reserved, code 9 sends the reader to 0x8000001d, and a cache that is there has a size and a
line.\
hypervisor leaf limit out of range~form~{name} is {value:hex}, outside of the hypervisor's range~\
use zero for the hypervisor's choice, or a leaf of its range~\
EAX of 0x40000000 and 0x40000100 limits the hypervisor's leaves. Zero leaves the choice to the
hypervisor; else the low byte counts from 2, and the rest is zero or the range's own number.\
leaf without its feature~prerequisite~\
the register holds {value:hex} without {prerequisite|its feature}~\
clear the leaf, or show {prerequisite|the feature}~\
The leaf describes a feature that the candidate does not show (ABI/leaves.csv). A guest should
not read it, but some do, and act on it.\
performance counters without a virtual PMU~zero~\
the register holds {value:hex}, and the domain has no virtual PMU~\
create the domain with --vpmu, or clear the leaf~\
Leaf 0xa describes performance counters. The domain was created without a virtual PMU, so the
counters' MSRs fault.\
MSR that the bound does not have~subset~the MSR holds {value:hex}, and the bound does not have it~\
leave the MSR out~\
The candidate holds a value for an MSR that the bound does not have: the hypervisor does not let
a policy choose it.\
the bound is not known here~unknown~\
the bound's source did not record this place; the candidate has {value:hex}~\
gather the place on the host, or clear it in the candidate~\
The source of the bound did not record this place, so nobody knows whether the candidate's value
is allowed. Unknown is not zero, and no acceptance rests on it.\
the candidate is not known here~unknown~\
the candidate's source did not record this place; the bound has {bound:hex}~\
gather the place, or leave it zero and known~\
The source of the candidate did not record this place, and the bound has something there. What
the guest would see is not known.\
promise of a constant counter broken~tsc~the guest was promised an invariant counter at\
 {value:khz}, and the host, with {bound:khz}, cannot keep that~\
move it to a host of that frequency or with TSC scaling, or boot it without {name}~\
The guest sees ITSC: its time-stamp counter was promised to run at one rate for ever. It may move
only where that rate goes on: to a host with an invariant counter of the same frequency, to one\
 that
scales it (HVM guests in the default mode), or, where every read is emulated, anywhere. A frequency
that is not known cannot be compared, and then the promise is not kept either.\
last-branch records of another form~lbr~\
the guest uses last-branch records {value:lbr}, and the host's are {bound:lbr}~\
record MSR 0x345 of both hosts, or move it to a host of the same model~\
The guest reads last-branch records (LBR, LER), which no hypervisor emulates: their format and
number are the CPU's own. It may go on only where both are known to be those of the host that
judged it. Formats are PERF_CAPABILITIES[5:0]; 0x3f stands for one that nobody recorded.
Record MSR 0x345 of both hosts, move the guest to a host of the same kind, or create it without
--uses-lbr.\
counter at another rate~tsc~the guest's time-stamp counter runs at {value:khz}, and the host, with\
 {bound:khz}, cannot keep that~record the frequency of both hosts (host facts), move it to a host\
 of the same one or with TSC scaling, or give it the mode always-emulate~A guest reckons time by\
 its counter. In the mode native it reads the host's own, whatever that is: on a
host of another frequency its clocks run wrong. In the default mode the counter is scaled where the
hardware can (HVM guests), and emulated otherwise, which is slower. A frequency that nobody\
 recorded
leaves open which of these it will be.\
no guests of this kind on the host~prerequisite~\
the host runs no HVM guests: it has no {name} that can be used~\
choose a host with VT-x or SVM, or a PV guest~The guest needs VT-x or SVM, which the host lacks or\
 its firmware switched off. The policies that are
shown for HVM guests of such a host are a model of what they would be: nothing can run with them.\
no guests of this kind in this build~prerequisite~\
the host's hypervisor was built without PV guests~choose another host, or an HVM guest~The\
 hypervisor reports no policies for the guest's kind: it was built without. The policies that are
shown are a model of what they would be: nothing can run with them.\
warning that the guest was not given~accumulate~\
the host's guests are told of {name}, and this one was not~\
start the guest anew, with a policy that shows {name}~MD_CLEAR, FB_CLEAR, RSBA and the like tell a\
 guest of a weakness that it must guard against, or of the
means to do it. A guest that booted where the bit was not shown does not know: it may trust a\
 return
predictor that is not to be trusted here, or leave buffers that it should clear. The guest's boot\
 policy is held
against the host's default policy, which shows what is so there; the max policy always has these\
 bits.
Level the pool (pool level) before guests start: a level shows what any of its hosts needs.\
state that no stream carries~migration~\
the guest has {name}, and the hypervisor's stream does not carry its state~\
stop what uses it before the move, or start the guest anew on the destination~A move carries what\
 the hypervisor's stream has records for. Xen's has none for last-branch records, performance
counters, processor trace, shadow stacks and what a nested hypervisor has loaded\
 (ABI/carried-state.csv). Whether
the guest uses any of it at the moment nobody can see from its policy: a guest that runs guests of\
 its own does not
survive such a move, one whose counters are lost counts wrong for a while.\
records need the same model~lbr~{name} is {value:hex} for a guest whose model is not the host's~\
move it to a host of the guest's own model, or start it without the records~KVM gives last-branch\
 records, and samples of PEBS, only to guests that show the host's own family and model:
both have a form that follows from the model. Move the guest to a host of the model that it shows.\
the move skips releases~release~\
the guest comes from release 4.{value} and the host has 4.{bound}: no one tries such moves~\
move it by way of the releases between, or try it with a guest that does not matter~Xen's\
 developers and toolstacks support a move of a running guest from one minor release to the next.
Further moves mostly work, since the stream is the same since 4.14, but a toolstack may refuse\
 them.\
the move goes back to an older release~release~the guest comes from release 4.{value} and the host\
 has 4.{bound}: a stream may hold what that does not know~\
move it to a host with the same release or the next~No one supports a move to an older minor\
 release. The older hypervisor may refuse the guest's state, or
drop the part of it that it does not know.\
addresses of interrupts change with the release~release~{name}: the releases number the logical\
 destinations of an x2APIC otherwise, and the guest has several virtual CPUs~\
start the guest anew on the destination~Before 4.17.3, 4.18.1 and 4.19 Xen made the logical\
 destination of an x2APIC from the number of the virtual
CPU and not from its APIC id. Later releases keep what a guest from there had until it restarts. An
older one changes what a guest from later releases has read, and interrupts go astray.\
another hypervisor~migration~\
the guest runs under another hypervisor than the host's, and neither reads the other's streams~\
start the guest anew on the destination~\
Xen and KVM save different things in different forms. No guest moves alive from one to the other.\
interrupts do not reach every virtual CPU~migration~\
the guest has APIC ids up to {value}, and interrupts of devices reach them up to {bound}~\
choose a host whose hypervisor has extended destination ids, or a smaller topology~A message of a\
 device has eight bits for the APIC id of its destination. Ids above 254 are reached with interrupt
remapping or with fifteen bits, which a hypervisor must offer: KVM's machine monitors do\
 (0x40000001 EAX[15]), Xen
defines the bit and offers it to no guest (0x40000004 EAX[5]). Without, devices of such a guest\
 interrupt the first
255 virtual CPUs alone, or the wrong one.\
a name of cpuid= stands for another feature~release~\
the host's cpuid= names {name} from this release on, and another feature before~\
change the host's command line with the upgrade~A few names of Xen's command line stood at another\
 feature's bit in some releases (`ABI/xen-names.csv`). A line
that is kept over an upgrade then takes something else from guests. What a guest loses by that is a\
 finding of its
own.\
state larger than the host moves~migration~\
{name} is {value}, and the host's KVM moves {bound} bytes of a guest's state~\
choose a host whose KVM moves as much, or start the guest without AMX~KVM moves 4096 bytes of a\
 guest's XSAVE area, or as many as it says of KVM_CAP_XSAVE2, once its machine monitor asked
for AMX's permission. `cpupolicy host show --source kvm` asks, and records it as\
 hypervisor.stateBytes.\
~~{name} is {value}, and nobody recorded how many bytes the host's KVM moves~\
record it with host show --source kvm there~\
no such machine type~migration~\
no emulator of the host has the guest's machine type, and none takes the guest~\
choose a host with that machine type, or start the guest anew with one that both have~QEMU makes a\
 guest's machine anew on the destination, by the name of its type, and refuses a stream of another
one. The types that a host has stand in libvirt's capabilities. Newer releases have the types of\
 older ones for some
years, and older ones none of those that came later.\
name that the destination does not know~migration~\
the guest's CPU is told with {name} by its name, and the host's release does not know that name~\
move it to a host with the release of its own or a later one, or start it anew without {name}~A\
 toolstack tells the destination the guest's CPU by the names of features, those that are off among\
 them, and
the destination refuses the whole for one name that its release does not have, even where both\
 hosts' CPUs and
emulators are alike. ABI/names.csv says since which release libvirt and QEMU have each name.\
invariant counter that holds the guest~tsc~\
the guest has {name} without a frequency of its own, and QEMU lets no such guest leave its host~\
boot it without {name}, or give its counter a frequency (<timer name='tsc' frequency=.../>)~An\
 invariant counter without a frequency runs at the host's rate for ever, so that QEMU refuses to\
 move or save
the guest (State blocked by non-migratable CPU device). With tsc-frequency it may move to hosts\
 that have the rate
within 250 parts per million, or scale it.\
APIC ids collide or need x2APIC (R1)~R1~\
{name} is {value}, above the {bound} that an APIC without x2APIC can hold~\
show x2apic, or choose a smaller topology~\
R1: every virtual CPU has an APIC id of its own. Ids above 254 can be addressed only with
x2APIC, which the policy must then show.\
~~{name} is {value}, and APIC ids above 254 need {bound}~show x2apic, or choose a smaller topology~\
~~{name} is {value}, and another CPU has the same id~give every CPU an id of its own~\
APIC ids disagree (R2)~R2~{name} is {value}, and the APIC id's low byte is {bound}~\
set {name} to {bound}, as topology solve does~\
R2: bits 31:24 of EBX in leaf 1 are the low byte of the full APIC id in leaf 0xb, 0x1f or
0x8000001e. Old software uses the one, new software the other, and both start the same CPUs.
Where leaf 0xb gives several CPUs of a machine one id, and leaf 1 tells them apart, leaf 0xb is the\
 one
that is wrong. AMD's family 0x15 has in leaf 1 the id of the reset, and in 0x8000001e the one that
firmware gave since; whole packages apart they agree.\
processors of a package miscounted (R3)~R3~{name} is {value}, and the package comes to {bound}~\
set {name} to {bound}, as topology solve does~\
R3: bits 23:16 of EBX in leaf 1 count a package's processors: on Intel the room for their ids,
rounded up to a power of two, on AMD the exact number. The bits count only behind HTT.\
HTT hides further processors (R4)~R4~{name} is {value}, and the topology gives {bound}~\
set {name} to {bound}, as topology solve does~\
R4: HTT may be clear only where a package has a single logical processor. Otherwise software
stops looking, and believes that each virtual CPU is a socket.\
old and new leaves divide the package differently (R5)~R5~\
{name} is {value}, and leaves 1 and 4 decode to {bound}~\
set {name} to {bound}, as topology solve does~\
R5: software without leaf 0xb divides the package by leaf 1 EBX[23:16] and leaf 4 EAX[31:26].
As long as neither field is saturated the result must be the shift in leaf 0xb.\
levels out of order or too small (R6)~R6~{name} is {value}, and {bound} fits the level~\
set {name} to {bound}, as topology solve does~\
R6: in leaves 0xb, 0x1f and 0x80000026 the types ascend from 1, shifts and counts do not
descend, a level's count fits its shift, every subleaf repeats its number and the id, and a
subleaf without type ends the list. The last shift is that of the package: on AMD it equals
ApicIdSize (0x80000008 ECX[15:12]) in leaf 0xb and in 0x80000026.\
topology leaves hidden (R7)~R7~{name} is {value:hex}, and the topology leaves need {bound:hex}~\
raise {name} to {bound:hex}, as topology solve does~\
R7: software that finds x2APIC reads its id in leaf 0xb, so the maximum leaf must reach it; a
domain with several dies needs 0x1f (Intel) or 0x80000026 (AMD) as well.\
leaf 0x1f ends elsewhere than 0xb (R8)~R8~\
{name} is {value}, and {bound} agrees with the other leaves~\
set {name} to {bound}, as topology solve does~\
R8: leaf 0x1f refines leaf 0xb. Both end at the same shift, that of the package.\
cache shared by an impossible number (R9)~R9~{name} is {value}, and {bound} fits the topology~\
set {name} to {bound}, as topology solve does~\
R9: the processors that share a cache do not become fewer from level to level, and are no more
than a package has. Leaf 4 states room for ids (a power of two, less one) and the same number
of cores in every subleaf; 0x8000001d states a plain count, less one.\
AMD's id width too small (R10)~R10~{name} is {value}, and {bound} fits the package~\
set {name} to {bound}, as topology solve does~\
R10: two to the power of ApicIdSize (0x80000008 ECX[15:12]) is at least the number of threads in
ECX[7:0] plus one; zero means that the count decides.\
AMD's extended topology disagrees (R11)~R11~\
{name} is {value}, and {bound} agrees with the topology~\
set {name} to {bound}, as topology solve does~\
R11: TOPOEXT comes with 0x8000001d and 0x8000001e, and only with them. The threads of a core
there equal those of leaf 0xb, and the node is one of those that the sockets have. Some firmware of
family 0x15 switches TOPOEXT off and leaves its leaves; Linux switches it on again.\
~~{name} is {value}, and its leaves 0x8000001d and 0x8000001e hold data~\
show topoext, or clear its leaves~\
more virtual CPUs than seats (R12)~R12~\
{name} is {value}, and the APIC ids put {bound} CPUs into one package~\
choose a larger topology, or fewer virtual CPUs~\
R12: no more virtual CPUs than sockets, dies, cores and threads give seats.\
APIC ids and counts contradict each other (R13)~R13~\
{name} is {value}, and the APIC ids leave each CPU in a package of its own~\
give the CPUs of a package ids that differ in their low bits alone, as topology solve does~\
R13: a package counts several processors, the machine has at least as many, and yet no two of their
APIC ids are of one package: ids 0, 16, 32 and 48 where two bits tell four processors apart.\
 Software
that counts believes in one socket, software that reads ids in as many as there are CPUs; caches,
scheduling and licences follow the one or the other.\
threads that older systems do not see (R14)~R14~\
{name} is {value}, and the cores have several threads, of which older Linux sees one~\
show topoext with its leaves, or choose one thread a core~R14: on AMD and Hygon the threads of a\
 core stand in 0x8000001e, which TOPOEXT announces. Leaf 0xb tells
them too, but older Linux does not look there on these CPUs: it sees as many cores of one thread
each, and schedules as if they shared nothing.\
cache without a size~R9~{name} is {value:hex}, and with that the cache has no size~\
describe the cache, or end the list before it~\
A typed subleaf of a cache list with neither line size, ways nor sets describes a cache of one
byte. Guests divide by such numbers.\

"""
  /// Length of each record, in bytes.
  static let rowsLengths: InlineArray<_, UInt16> = [
    725,
    498,
    384,
    377,
    420,
    339,
    361,
    178,
    412,
    268,
    266,
    263,
    263,
    303,
    297,
    352,
    269,
    260,
    242,
    416,
    73,
    290,
    373,
    352,
    318,
    270,
    204,
    323,
    245,
    318,
    335,
    351,
    345,
    290,
    278,
    232,
    331,
    289,
    610,
    575,
    611,
    356,
    305,
    672,
    609,
    380,
    409,
    354,
    506,
    261,
    610,
    411,
    411,
    121,
    476,
    554,
    500,
    286,
    99,
    85,
    568,
    322,
    288,
    333,
    471,
    313,
    228,
    398,
    279,
    422,
    106,
    232,
    570,
    439,
    260,
  ]
}
