# Each target does all that it needs, alone and in any order.
PYTHON ?= python3
BIN := .venv/bin
EXAMPLE := aurore

.PHONY: help pack test check-code docs golden fuzz bench clean

help: ## Show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

# --- set-up ------------------------------------------------------------------------------------------------

.venv/installed: requirements.lock pyproject.toml tools/system-packages
	tools/system-packages python
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/system: .venv/installed tools/system-packages
	tools/system-packages pages
	touch $@

# --- use ---------------------------------------------------------------------------------------------------

pack: .venv/system ## Build the large example and say where its PDFs are
	$(BIN)/docgen build $(EXAMPLE)
	@ls outputs/$(EXAMPLE)/*/*.pdf

test: .venv/system ## Judge the code and run all tests but the deep ones
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist worksteal

docs: .venv/installed ## Write the pages of docs/ that are made from the code
	$(BIN)/python tools/make_docs.py

golden: .venv/system ## Rewrite the golden files of the tests (read the difference)
	$(BIN)/python -m pytest -n 2 --update-golden

fuzz: .venv/system ## Run the mutation tests deep
	DOCGEN_FUZZ=deep $(BIN)/python -m pytest -n 2 tests/fuzz

bench: .venv/system ## Measure against Chromium and Typst, print ratios
	tools/system-packages bench
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	$(BIN)/python tools/bench.py

clean: ## Remove what was built
	rm -rf .docgen outputs/*/ .mypy_cache .ruff_cache .pytest_cache
