# Builds, tests and installs ecslint on Debian 12, Ubuntu 22.04 and newer.
#
#   make demo              lint and price an example
#   make test              the format, every test, the release binary's included
#   make oracle            10,000 questions to the calculator, against a second implementation; QUESTIONS= SEED=
#   make twin              1,000 random simulations, event by event against a second implementation; SIMULATIONS=
#   make format            the format alone, in seconds; make formatted writes it
#   make install PREFIX=…  one static binary in PREFIX/bin (default /usr/local)
#   make fuzz SECONDS=1200 look for texts that break it, SECONDS for each of three targets
#   make dist deb wheel    the archive of a release, a Debian package, a Python wheel
#   make installing        tests the wheel, pre-commit, CI files and workflows; make plain the words of messages
#   make prove-pre-commit  the hooks of .pre-commit-hooks.yaml, with the real pre-commit

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
PYTHON ?= python3
SECONDS ?= 1200
ECSLINT_SHARED ?= ../shared
export ECSLINT_SHARED

BINARY := .build/release/ecslint
# The binary needs nothing of the machine that it runs on: libyaml and Swift's runtime are inside it.
ifeq ($(shell uname -s),Darwin)
# macOS has Swift's runtime and links no program without its own libraries; libyaml alone is put inside.
STATIC := -c release -Xlinker -x
export PKG_CONFIG_PATH := $(CURDIR)/.build/static-libyaml:$(PKG_CONFIG_PATH)
else
STATIC := -c release -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -s
endif
CONTRACT := $(ECSLINT_SHARED)/contract/run.py
# Every area of the contract that this version must hold.
NEEDS ?= foundation,cloudformation-depth,terraform,ci,field,engine,rules,reach,ledger
# Cases that the specification has overtaken: this one wants SCL018 as a warning, which `rules.md` has made a note, since ECS
# scaling uses its service-linked role whatever is written.
OVERTAKEN ?= nested-document-003: wrong severity: SCL018

.PHONY: demo build test format formatted contract oracle twin install clean dependencies fuzz prove-pre-commit dist deb wheel installing plain

demo: build
	@echo "$$ ecslint examples/fargate-nested/pipeline.yaml"
	@$(BINARY) examples/fargate-nested/pipeline.yaml; status=$$?; \
	  if [ $$status -gt 1 ]; then echo "ecslint ended with $$status" >&2; exit 1; fi
	@echo
	@echo "$$ ecslint cost examples/fargate-nested/pipeline.yaml"
	@$(BINARY) cost examples/fargate-nested/pipeline.yaml

build: dependencies
	$(SWIFT) build --product ecslint $(STATIC)

# Before the build, since it takes seconds.
format:
	@$(SWIFT) format lint --strict --recursive --parallel Sources Tests Benchmarks

formatted:
	@$(SWIFT) format format --in-place --recursive --parallel Sources Tests Benchmarks

test: format plain build
	ECSLINT_BINARY="$(CURDIR)/$(BINARY)" $(SWIFT) test
	@$(MAKE) --no-print-directory installing
	@$(MAKE) --no-print-directory oracle QUESTIONS=200
	@$(MAKE) --no-print-directory contract

# The executable specification, which stands beside the repository and not in it.
contract: build
	@if [ ! -f "$(CONTRACT)" ]; then \
	  echo "contract not run: there is no $(CONTRACT) (set ECSLINT_SHARED)"; exit 0; \
	elif ! command -v $(PYTHON) >/dev/null; then \
	  echo "contract not run: it needs $(PYTHON)"; exit 0; \
	fi; set -e; \
	mkdir -p .build; \
	$(PYTHON) "$(CONTRACT)" --ecslint $(BINARY) --needs $(NEEDS) > .build/contract.log || true; \
	cat .build/contract.log; \
	grep -q '^contract: ' .build/contract.log; \
	if grep '^FAIL' .build/contract.log | grep -qv '^FAIL $(OVERTAKEN)'; then exit 1; fi; \
	$(PYTHON) "$(CONTRACT)" --ecslint $(BINARY) --cost --needs field; \
	if $(PYTHON) -c 'import jsonschema' 2>/dev/null; then \
	  $(PYTHON) "$(CONTRACT)" --ecslint $(BINARY) --sarif; \
	else \
	  echo "SARIF contract not run: Python's jsonschema is missing"; \
	fi

# A second implementation of the calculator's specification, which asks and compares to the cent.
QUESTIONS ?= 10000
SEED ?= 1
oracle: build
	@if ! command -v $(PYTHON) >/dev/null; then \
	  echo "cost oracle not run: it needs $(PYTHON)"; exit 0; \
	fi; \
	$(PYTHON) Tests/CostOracle/run.py --ecslint $(BINARY) --questions $(QUESTIONS) --seed $(SEED)

# A second implementation of the simulation, which plays the same setups.
SIMULATIONS ?= 1000
twin:
	ECSLINT_SIMULATIONS=$(SIMULATIONS) $(SWIFT) test --filter ReferenceAgreementTests

# The binary, and its manual and completions where shells look for them.
install: build
	scripts/install $(BINARY) "$(DESTDIR)$(PREFIX)"

# The words of everything that a user can meet; docs/style.md.
plain:
	@Tests/Installing/words

# How ecslint comes to its users; each test says what the machine lacks.
installing: build
	@for test in wheel pre-commit workflows comment release snippets install; do \
	  ECSLINT_BINARY="$(CURDIR)/$(BINARY)" Tests/Installing/$$test || exit 1; \
	done

wheel: build
	scripts/make-wheel $(BINARY) dist

clean:
	rm -rf .build

dependencies:
	@SWIFT="$(SWIFT)" scripts/install-dependencies

# The archive of a release with its checksum, completions and manual; see packaging/README.md.
dist: build
	scripts/make-dist $(BINARY) dist

deb: dist
	scripts/make-deb dist

prove-pre-commit: build
	ECSLINT_BINARY="$(CURDIR)/$(BINARY)" scripts/prove-pre-commit system
	ECSLINT_BINARY="$(CURDIR)/$(BINARY)" scripts/prove-pre-commit python
	scripts/prove-pre-commit swift

# libFuzzer over the readers and the evaluation of templates, SECONDS for each.
fuzz:
	SECONDS=$(SECONDS) scripts/fuzz
