# briefd: `make run` and `make check` are all that a newcomer needs; the rest is for packagers and developers.

SWIFT       ?= swift
PREFIX      ?= /usr/local
DESTDIR     ?=
# Tests wait on each other's processes more than on the processor; two cores are enough.
JOBS        ?= 2
# No search path of libraries beside the program: whoever can write there would be loaded.
RELEASE      = -c release --static-swift-stdlib --disable-local-rpath
BIN          = .build/release
VERSION     := $(shell sed -n 's/.*static let number = "\(.*\)".*/\1/p' Sources/BriefModel/Version.swift)
SOURCES      = Package.swift Sources Tests
PACKAGES     = libcurl4-openssl-dev libxml2-dev libsqlite3-dev libssl-dev zlib1g-dev liblzma-dev libbz2-dev libzstd-dev \
               pkg-config

.PHONY: all run check check-tsan build release test lint fmt bench train score identity formats learning install deb image clean dependencies

all: release

# What is missing is installed with apt, and said; where apt is not there or not allowed, it is only said.
dependencies:
	@missing=""; for p in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  echo "briefd needs these Debian packages, installing them:$$missing"; \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -q --no-install-recommends $$missing; fi
	@command -v $(SWIFT) >/dev/null || { echo "no Swift toolchain found: install Swift 6.2 or later (https://swift.org/install) and try again"; exit 1; }

# Program by program: a build of everything links GRDB's dynamic library too, which nobody uses, and which does not always
# link with the static standard library.
release: dependencies
	$(SWIFT) build $(RELEASE) -j $(JOBS) --product briefd
	$(SWIFT) build $(RELEASE) -j $(JOBS) --product briefctl
	@scripts/check-binaries $(BIN)/briefd $(BIN)/briefctl

build: dependencies
	$(SWIFT) build -j $(JOBS)

run:
	@scripts/run $(BIN) "$(MAKE)"

# All at once, tests starve each other on two cores, and together they open more files than Foundation's Process bears.
check test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH = 24

# What waits, for a timer, a thread, a process or a daemon's answer, runs apart from what computes, and growth is measured
# by itself: beside them it would wait too long.
WAITING      = (BriefDaemon|ControlServer|Curl|LinuxIO|Spooling|Workers)Tests
check: dependencies lint
	$(SWIFT) build --build-tests -j $(JOBS)
	$(SWIFT) test --skip-build --skip '^(GrowthTests|IntegrationTests|$(WAITING))\.'
	$(SWIFT) test --skip-build --filter '^$(WAITING)\.'
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=10 $(SWIFT) test --skip-build --filter IntegrationTests
	$(SWIFT) test --skip-build --filter GrowthTests
	@scripts/check-unit
	@if command -v python3 >/dev/null; then scripts/check-readme .build/debug; \
	  else echo "python3 is not here: README's transcript is not played"; fi

# Under the thread sanitizer, in a folder of its own: a build from nothing and ten times the processor time. Left out are
# GrowthTests, which measure time that the sanitizer takes, and the suites that lock a worker into its cage: the sanitizer
# maps more address space, and makes more system calls, than the cage lets anybody; and a test of one thread, which moves
# 250 KB at a time and would take twenty minutes. A finding is a failure (exit 66).
TSAN         = --sanitize=thread --scratch-path .build-tsan
TSAN_SKIP    = GrowthTests|IntegrationTests|SandboxTests|WorkerPoolTests|counts what functions over strings
check-tsan: dependencies
	$(SWIFT) build --build-tests $(TSAN) -j $(JOBS)
	TSAN_OPTIONS="exitcode=66 suppressions=$(CURDIR)/scripts/tsan-suppressions" \
	  $(SWIFT) test --skip-build $(TSAN) --skip '$(TSAN_SKIP)'

test: dependencies
	$(SWIFT) test

lint:
	@$(SWIFT) format lint --strict --recursive $(SOURCES)
	@scripts/lint

fmt:
	$(SWIFT) format --in-place --recursive $(SOURCES)

# CORPUS=DIR measures on the pages (*.html) and feeds (*.feed) below DIR instead of made ones.
bench: dependencies
	$(SWIFT) build $(RELEASE) -j $(JOBS) --product briefbench
	$(SWIFT) build $(RELEASE) -j $(JOBS) --product briefd
	$(BIN)/briefbench $(CORPUS)

# Whether an article is one in whatever form it comes, on CORPUS=DIR: DIR/articles/SET/ID.html, what was copied from it in
# DIR/plaintext/SET/ID.txt, the truth in ID.json beside that. DOCUMENTS=DIR tries the text documents (*.txt) of a folder too, in all
# that becomes of documents on their way.
identity: dependencies
	@test -d "$(CORPUS)/plaintext" || { echo "CORPUS=DIR names no folder with plaintext/ in it"; exit 1; }
	$(SWIFT) build $(RELEASE) -j $(JOBS) --product briefbench
	$(BIN)/briefbench identity $(CORPUS)
	$(if $(DOCUMENTS),$(BIN)/briefbench documents $(DOCUMENTS))

# Whether pages of our own are one article in every form that pages are kept in, how well PDF files of eight layouts are read where
# their makers are here (weasyprint, python3-reportlab, fonts-noto-cjk), and what files that want to do harm come to.
formats: dependencies
	$(SWIFT) build $(RELEASE) -j $(JOBS) --product briefctl
	python3 -B scripts/formats/forms $(BIN)/briefctl
	@if /usr/bin/python3 -c 'import weasyprint, reportlab' 2>/dev/null; then set -e; d=$$(mktemp -d); trap 'rm -rf "$$d"' EXIT; \
	  scripts/formats/pdf-layouts "$$d" 1 2 3 4 5 6 2>/dev/null; python3 -B scripts/formats/pdf-score $(BIN)/briefctl "$$d"; \
	else echo "weasyprint and python3-reportlab are not here: no PDF is made"; fi
	python3 -B scripts/bombs $(BIN)/briefctl

# What is learned, is learned from CORPUS=DIR: DIR/articles/SET/ID.html with the truth in ID.json beside it.
learning: dependencies
	@test -d "$(CORPUS)/articles" || { echo "CORPUS=DIR names no folder with articles/ in it"; exit 1; }
	@python3 -c 'import lightgbm, lxml, numpy' || { echo "training needs: pip install -r training/requirements.txt"; exit 1; }
	$(SWIFT) build $(RELEASE) -j $(JOBS) --product briefbench

train: learning
	python3 training/html/train.py $(BIN)/briefbench $(CORPUS)/articles
	python3 training/html/calibrate.py $(BIN)/briefbench $(CORPUS)/articles
	training/plaintext/run $(BIN)/briefbench $(CORPUS) Sources/ArticleExtraction/PlainText/LineModelWeights.swift

# CORE=INDEX.tsv scores only the pages that it marks; WRONG=1 prints the facts that are wrong, which count twice.
score: learning
	python3 training/html/score.py $(BIN)/briefbench $(CORPUS)/articles $(if $(CORE),--core $(CORE)) $(if $(WRONG),--wrong)
	python3 training/html/deletions.py $(BIN)/briefbench $(CORPUS)/articles $(if $(CORE),--core $(CORE))
	training/plaintext/run $(BIN)/briefbench $(CORPUS) /dev/null --folds 5

install:
	@test -x $(BIN)/briefd || { echo "nothing built yet: run 'make release' first"; exit 1; }
	scripts/install "$(BIN)" "$(DESTDIR)" "$(PREFIX)"

deb: release
	packaging/deb "$(BIN)" "$(VERSION)"

# An OCI image of the package, as an archive; by root, with mmdebstrap.
image: deb
	packaging/image "briefd_$(VERSION)_$$(dpkg --print-architecture).deb" "briefd_$(VERSION).oci.tar"

clean:
	rm -rf .build var
