# What people do here. `make help` lists it.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
EDITION ?= examples/guangdong-2020

.PHONY: help book test lint bench serve clean
.DEFAULT_GOAL := help

help: ## list the habits
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

book: $(VENV)/.press ## build the example edition (EDITION=… for another)
	$(BIN)/bluebook build $(EDITION)

test: $(VENV)/.dev ## all tests
	$(BIN)/python -m pytest -n auto $(TESTS)

lint: $(VENV)/.dev ## style, types, the direction of imports
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev ## benchmarks, with the peers beside us
	@for b in benchmarks/*.py; do echo "== $$b"; $(BIN)/python $$b || exit 1; done

serve: $(VENV)/.dev ## the site while you write
	$(BIN)/bluebook serve $(EDITION)

clean: ## remove what was built
	rm -rf $(VENV) examples/*/.bluebook examples/*/book .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.press: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.press
	$(PIP) install -c constraints.txt -e '.[dev,serve]'
	@touch $@
