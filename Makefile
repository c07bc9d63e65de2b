# Two commands do all the set-up on a machine that has Python 3.11 or later and make:
#
#   make build    the archive, in output/
#   make test     every test
#
# Everything that they install goes into .venv/, but for a browser (see "make browser").

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
CI ?=
ARGS ?=

# Building and testing start many commands: their modules are compiled once, also where somebody set that they are not.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help build private check serve test lint browser requirements clean
.DELETE_ON_ERROR:

help: ## this list
	@echo "Intertitle: what make can do"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22
	@echo "Every other command is invoke's, in $(BIN): $(BIN)/invoke --list"

build: $(VENV)/build.stamp ## the public edition, in output/ (ARGS="--library DIR" for originals kept elsewhere)
	@$(BIN)/invoke build $(ARGS)

private: $(VENV)/build.stamp ## the private edition, in output-private/, with the whole texts that you own
	@$(BIN)/invoke build --edition private $(ARGS)

check: $(VENV)/build.stamp ## every fault in content/, without building
	@$(BIN)/invoke check $(ARGS)

serve: $(VENV)/build.stamp ## build, and serve the site on this machine
	@$(BIN)/invoke serve $(ARGS)

test: $(VENV)/test.stamp browser ## every test (ARGS="-k name" for some)
	@$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/test.stamp ## what ruff and mypy find
	@$(BIN)/invoke lint

browser: $(VENV)/test.stamp ## a Chromium for the browser tests: the system's, Debian's or Playwright's
	@$(BIN)/python tests/chromium.py

requirements: $(VENV)/test.stamp ## pin the newest versions of what requirements*.in name
	@$(BIN)/python -c 'import uv' 2>/dev/null || $(PIP) install --quiet uv
	@for list in requirements requirements-dev requirements-peers; do \
		$(BIN)/python -m uv pip compile $$list.in --upgrade --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-emit-find-links --no-header --quiet --output-file $$list.txt; done
	@echo "requirements.txt, requirements-dev.txt and requirements-peers.txt hold the newest versions; run make test before you keep them."

clean: ## remove what a build makes; "rm -r .venv" removes the rest
	@rm -rf output output-private .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@echo "output/, output-private/ and the tools' caches are gone; .venv/ stays."

# What follows installs. Each stamp is as young as the list of requirements that it stands for.

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Intertitle needs Python 3.11 or later, and found none. Install it, or name it: make PYTHON=/path/to/python3"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python comes without venv or ensurepip. On Debian and Ubuntu: apt install python3-venv"; exit 2; }
	@echo "Making a virtual environment in $(VENV)/ with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/build.stamp: requirements.txt | $(BIN)/python
	@echo "Installing what the build needs (requirements.txt)"
	@$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt | $(VENV)/build.stamp
	@echo "Installing what the tests need (requirements-dev.txt)"
	@$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements-dev.txt
	@touch $@
