# make run   builds and shows this machine's policies
# make test  runs every test
SHELL := /bin/bash
SWIFT ?= swift
# Which commit is built, for --version. A client's copy may have no history.
export CPUPOLICY_COMMIT ?= $(shell git rev-parse --short=12 HEAD 2> /dev/null)
SOURCES := Sources Tests Integration/xen/Sources Examples Fuzz scripts Package.swift Benchmarks/Package.swift Benchmarks/Sources

.PHONY: run run-hypervisor static static-libraries rig-programs integration-kvm integration-libvirt integration-xen test test-client test-releases try-checklists mutants sweep fuzz fuzz-short golden bench bench-against forms c-library install install-command install-c dist dist-here dist-built test-dist lint generate check api spdx docc docs site test-browser completions packages

run: packages
	$(SWIFT) build -c release --product cpupolicy
	.build/release/cpupolicy host show

test: packages rig-programs
	$(SWIFT) build
	scripts/check-embedded.sh .build/debug/cpupolicy
	Examples/hypervisor/build.sh .build/debug/cpupolicy .build/ring0
	$(SWIFT) test

# The hypervisor of Examples/hypervisor under emulation: docs/ring0.md. CPU and LINE are its CPU model and its
# command line, e.g. make run-hypervisor CPU=Skylake-Server LINE=cpuid=no-avx
run-hypervisor: packages
	$(SWIFT) build --product cpupolicy
	Examples/hypervisor/build.sh .build/debug/cpupolicy .build/ring0
	Examples/hypervisor/run.sh .build/ring0 $(or $(CPU),EPYC-Rome) "$(LINE)"

# A client of the core, by version: what it fetches.
test-client:
	scripts/test-client.sh

# The checklists of CONTRIBUTING.md, carried out in a scratch copy.
try-checklists: packages
	scripts/try-checklists.sh

# What a static program takes from archives besides Swift's own libraries.
static-libraries:
	@mkdir -p .build/static-libraries
	@for library in libsqlite3.a libstdc++.a libz.a liblzma.a; do \
	  file=$$(gcc -print-file-name=$$library); \
	  [ ! -f "$$file" ] || ln -sf "$$file" .build/static-libraries/; \
	done; \
	file=$$(gcc -print-file-name=libgcc_eh.a); \
	[ ! -f "$$file" ] || ln -sf "$$file" .build/static-libraries/libgcc_s.a

# The command in one file, as it is released.
static: packages static-libraries
	$(SWIFT) build -c release --static-swift-stdlib --product cpupolicy

# What runs in the control domain of the rig: static, because nothing else is installed there.
rig-programs: static-libraries
	$(SWIFT) build -c release --static-swift-stdlib --product cpupolicy
	$(SWIFT) build -c release --static-swift-stdlib --product xen-checks

# The back end against real Xens, booted from Debian's packages under emulation: all of it on each release.
integration-xen: packages rig-programs
	CPUPOLICY_XEN=all $(SWIFT) test --filter XenTests

# Domains of a private libvirtd against its map, and what is said of them: needs root and libvirt's daemon.
integration-libvirt: packages
	Integration/kvm/rig.sh prepare
	$(SWIFT) build --build-tests
	Integration/libvirt/rig.sh $(SWIFT) test --skip-build \
	  --filter 'LiveDomainTests|LiveVerdictTests|LiveHookTests|LiveSettingTests|LiveMigrationTests|LiveWrittenTests|LiveLevelTests'
	$(SWIFT) build -c release --product cpupolicy
	Integration/libvirt/rig.sh Integration/libvirt/timing.sh

# Guests on the KVM of this machine and on emulated kvm_amds, a pool of five of these, and Linux as a judge of what is
# rendered for QEMU: a part of the tests, here with the command as it is released.
integration-kvm: packages rig-programs
	CPUPOLICY_COMMAND=$$PWD/.build/release/cpupolicy CPUPOLICY_NESTED_POOL=1 \
	  $(SWIFT) test --filter 'KVMTests|KVMIntegrationTests|RunningQEMUTests'

# What is said of CPU models against other releases of QEMU, from Debian's packages, and moves of guests
# between this machine's libvirt and another release's, both ways; a suite that cannot be had is skipped by
# name. No part of CI.
test-releases: packages rig-programs
	Integration/qemu/fetch.sh trixie trixie-backports
	CPUPOLICY_RELEASES=1 $(SWIFT) test --filter 'ModelReleaseTests|CPUMapArithmeticTests'
	root=$$(Integration/libvirt/fetch.sh trixie); [ -z "$$root" ] || for place in --first --second; do \
	  Integration/libvirt/rig.sh $$place $$root $(SWIFT) test --skip-build --filter LiveMigrationTests || exit 1; \
	done

# README's table of forms, from their codecs.
forms: packages
	CPUPOLICY_UPDATE=1 $(SWIFT) test --filter RegistryTests

# The long form of the property tests: every row under every bound, and half a million candidates.
sweep: packages
	CPUPOLICY_SWEEP=1 $(SWIFT) test --filter AuditTests

# Whether the fast suites notice small mutations of the core and the readers, compiled at once in a
# scratch copy. No part of CI.
mutants: packages
	scripts/mutants.sh $(ARGS)

# Pins what is derived today, and prints what changes. A commit that changes a golden names each changed
# value and says why: Tests/Golden/README.md.
golden: packages
	$(SWIFT) run -q golden pin
	CPUPOLICY_UPDATE=1 $(SWIFT) test --filter 'TopologyFaultTests|DamagedInputTests|WrittenFormTests'

# Every reader and decoder under libFuzzer: ten minutes each, three and a half hours in all, or two
# seconds each. `scripts/fuzz.sh keep` keeps what was learnt.
fuzz: packages
	scripts/fuzz.sh 600

fuzz-short: packages
	scripts/fuzz.sh 2

# Ratios against peers in the same run; never part of the tests.
bench: static
	cd Benchmarks && $(SWIFT) build -c release --static-swift-stdlib && .build/release/policy-benchmarks
	scripts/build-c-library.sh .build/release/cpupolicy .build/c
	gcc -O2 -Wall -Wextra -std=c11 -I Sources/CPUPolicyC/include Benchmarks/c-library/bench.c \
	  -o .build/c/bench .build/c/libcpupolicy.a
	.build/release/cpupolicy policy convert Tests/Fixtures/guest-epyc.txt --to leaves --drop > .build/c/raw
	.build/c/bench .build/c/raw

# How the present tree stands to a revision, both built and run in turns: make bench-against REV=v1.0.0
bench-against: packages
	scripts/bench-against.sh $(REV)

# libcpupolicy.a for hypervisors, freestanding, and libcpupolicy_text.a beside it.
c-library: packages
	$(SWIFT) build --product cpupolicy
	scripts/build-c-library.sh .build/debug/cpupolicy .build/c

PREFIX ?= /usr/local
# All of it under PREFIX: the command with its manual and completions, and the C library.
install: static c-library install-command install-c

# The command that `make static` built, or that COMMAND names.
COMMAND ?= .build/release/cpupolicy
SHARE = $(DESTDIR)$(PREFIX)/share
install-command:
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/bash-completion/completions \
	  $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	install -s -m 755 $(COMMAND) $(DESTDIR)$(PREFIX)/bin/cpupolicy
	install -m 644 docs/man/*.1 $(SHARE)/man/man1
	install -D -m 644 packaging/cpupolicy.toml $(SHARE)/doc/cpupolicy/cpupolicy.toml
	scripts/make-completions.sh $(COMMAND) .build/completions
	install -m 644 .build/completions/cpupolicy.bash $(SHARE)/bash-completion/completions/cpupolicy
	install -m 644 .build/completions/cpupolicy.zsh $(SHARE)/zsh/site-functions/_cpupolicy
	install -m 644 .build/completions/cpupolicy.fish $(SHARE)/fish/vendor_completions.d

# What stands in .build/c.
install-c:
	install -d $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include
	install -m 644 .build/c/libcpupolicy.a .build/c/libcpupolicy_text.a $(DESTDIR)$(PREFIX)/lib
	install -m 644 Sources/CPUPolicyC/include/*.h $(DESTDIR)$(PREFIX)/include
	sed -e 's|@PREFIX@|$(PREFIX)|' -e "s|@VERSION@|$$(scripts/version.sh)|" scripts/cpupolicy.pc.in \
	  > $(DESTDIR)$(PREFIX)/lib/pkgconfig/cpupolicy.pc

# Packages of what is committed, checksums and a bill of materials, built in a tree of their own: .build/dist.
dist: packages
	scripts/build-dist.sh .build/dist

# The same of the tree as it stands and with what is built in it.
dist-here: static dist-built
# With the command as rig-programs or static has left it: behind a debug build SwiftPM would build it anew.
dist-built: c-library
	scripts/make-dist.sh $(COMMAND) .build/dist

# The packages in roots of Debian 12 and 13 with nothing in them, and whether a second build in another folder
# gives the same bytes: needs root, debootstrap and python3-venv. No part of CI.
test-dist: dist
	scripts/test-dist.sh .build/dist
	scripts/test-dist.sh .build/dist bookworm trixie
	scripts/build-dist.sh .build/dist-again
	scripts/compare-dist.sh .build/dist .build/dist-again

lint:
	$(SWIFT) format lint --strict -r $(SOURCES)

# The tables in ABI/ become Swift, C constants and reference pages.
generate:
	$(SWIFT) run -q abi-generator .

# Generated files that drifted from the tables, folders that depend on each other in circles, the
# public API where it is not the one in docs/api, public declarations without a comment, and sources without
# their licence line.
check:
	$(SWIFT) run -q abi-generator --check .
	$(SWIFT) run -q layer-check .
	scripts/list-api.sh --check
	scripts/check-docs.sh
	scripts/add-spdx.sh --check

# What the libraries show to clients, one line a declaration: docs/api.
api:
	scripts/list-api.sh

# The licence line of every source file.
spdx:
	scripts/add-spdx.sh

# Documentation of the libraries, without warnings: .build/docc.
docc:
	scripts/docc.sh .build/docc

# Everything there is to read as one static site, its links checked: .build/site.
site:
	scripts/site.sh .build/site

# Every page and picture, and the site, in a real Chromium: screenshots in .build/screenshots. No part of CI.
test-browser: packages site
	scripts/test-browser.sh

docs:
	$(SWIFT) build --product cpupolicy
	scripts/make-man-pages.sh .build/debug/cpupolicy docs/man

completions:
	$(SWIFT) build --product cpupolicy
	scripts/make-completions.sh .build/debug/cpupolicy .build/completions

packages:
	@scripts/install-packages.sh
