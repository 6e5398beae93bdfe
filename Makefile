# The daily work of a developer; "make" alone lists the targets. CI runs .ci/run, not this file.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help venv test coverage lint format types ci clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

venv: .venv/installed ## install konzept, editable, and the developers' tools into .venv

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv --without-pip .venv
	$(PYTHON) -m pip --python .venv install -q -c constraints.txt -e ".[dev]"
	@touch $@

test: venv ## run all tests; ARGS="tests/domain -k termin" picks some
	$(BIN)/python -m pytest -n auto $(ARGS)

coverage: venv ## run all tests and show the lines and branches that none reaches; takes three times as long
	$(BIN)/python -m pytest -n auto --cov

lint: venv ## look for faults of style and form, change nothing
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: venv ## put right what can be put right mechanically
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: venv ## check the types
	$(BIN)/mypy

ci: ## all that CI does, on this machine
	bash .ci/run

clean: ## remove .venv and what the tools left behind
	rm -rf .venv build dist htmlcov .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
