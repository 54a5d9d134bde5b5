# The commands of everyday work. The first two do all the set-up by themselves.

SWIFT ?= swift
SPECGEN = .build/debug/specgen
PREFIX ?= /usr/local
SECONDS ?= 60
# When the last run of all tests began that passed, and the first file, if any, that is newer; what the first build
# writes of the packages that it found is not.
TESTED = .build/tested
CHANGED = find . -mindepth 1 \( -name .git -o -name .build -o -name Package.resolved \) -prune -o -newer $(TESTED) -print -quit

.DEFAULT_GOAL := help
.PHONY: help report test tested test-linux check lint bench parity fuzz install setup specgen release stress repeat

help: ## Print this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

report: specgen ## The main job on Spec/: write the tests, run and prove them, and report
	$(SPECGEN) generate
	$(SPECGEN) verify

# As with every target of make, what has not changed since all of it passed is not done again.
test: setup ## Run all tests, and see that the mutants prove them; again though nothing changed: AGAIN=1
	@if [ -z '$(AGAIN)' ] && [ -e $(TESTED) ] && [ -z "$$($(CHANGED))" ]; then \
	    echo 'Nothing has changed since all tests passed; make test AGAIN=1 runs them again.'; \
	    $(SPECGEN) report --summary; \
	else \
	    $(MAKE) --no-print-directory tested; \
	fi

tested:
	@mkdir -p .build && touch $(TESTED).begun
	SPECGEN_VERIFY_TESTS=1 $(SWIFT) test --disable-xctest
	$(SPECGEN) check --proof
	@mv $(TESTED).begun $(TESTED)

test-linux: specgen ## Run the generated tests on a Linux kernel as well, in an emulated machine, and its probe on nonsense
	$(SPECGEN) verify --on both
	Linux/test-probe .build/linux

check: specgen ## Whether Generated/ is what Spec/ gives
	$(SPECGEN) check

lint: ## Check the form of the source
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Generated \
	    Fuzz/Package.swift Fuzz/Sources Reference/Package.swift Reference/Sources

bench: release ## Measure a release build, beside ripgrep and a tree's own kernel-doc: KERNEL=DIR
	cd Reference && $(SWIFT) build --configuration release --scratch-path ../.build/reference
	scripts/bench .build/release/specgen $(KERNEL)

stress: setup ## Run the reference's stress tests under the thread sanitizer
	cd Reference && $(SWIFT) test --sanitize thread --scratch-path ../.build/stress

repeat: setup ## Run the generated tests RUNS times, half of them in parallel, and compare the results: RUNS=50
	$(SWIFT) build --build-tests
	scripts/repeat $(RUNS)

parity: release ## Hold what is read against a tree's own kernel-doc: KERNEL=DIR
	@test -n '$(KERNEL)' || { echo 'parity: name a kernel tree: make parity KERNEL=DIR' >&2; exit 2; }
	scripts/parity .build/release/specgen $(KERNEL)

fuzz: setup ## Fuzz each reader, the vocabulary's too, and the grammar: SECONDS=60
	scripts/fuzz $(SECONDS)

# With the standard library linked in, the program starts in half the time and needs no toolchain to run.
release: setup
	$(SWIFT) build --configuration release --static-swift-stdlib --product specgen

install: release ## Build a release and install it, with completions and man page: PREFIX=/usr/local
	scripts/install .build/release/specgen '$(DESTDIR)$(PREFIX)'

specgen: setup
	$(SWIFT) build --product specgen

setup:
	@scripts/setup
