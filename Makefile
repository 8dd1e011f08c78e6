# make run   builds and shows this machine's policies
# make test  runs every test
SHELL := /bin/bash
SWIFT ?= swift
SOURCES := Sources Tests scripts Package.swift Benchmarks/Package.swift Benchmarks/Sources

.PHONY: run test sweep bench lint generate check docs completions packages

run: packages
	$(SWIFT) build -c release --product cpupolicy
	.build/release/cpupolicy host show

test: packages
	scripts/check-embedded.sh
	$(SWIFT) build
	$(SWIFT) test

# The long form of the property tests: every kind of guest on every dump.
sweep: packages
	CPUPOLICY_SWEEP=1 $(SWIFT) test --filter AuditTests

# Ratios against peers in the same run; never part of the tests.
bench: packages
	$(SWIFT) build -c release --static-swift-stdlib --product cpupolicy
	cd Benchmarks && $(SWIFT) build -c release --static-swift-stdlib && .build/release/policy-benchmarks

lint:
	$(SWIFT) format lint --strict -r $(SOURCES)

# The tables in ABI/ become Swift, C constants and reference pages.
generate:
	$(SWIFT) run -q abi-generator .

check:
	$(SWIFT) run -q abi-generator --check .

docs:
	$(SWIFT) build --product cpupolicy
	scripts/make-man-pages.sh .build/debug/cpupolicy docs/man

completions:
	$(SWIFT) build --product cpupolicy
	scripts/make-completions.sh .build/debug/cpupolicy .build/completions

packages:
	@scripts/install-packages.sh
