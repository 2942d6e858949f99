# Each target does all that it needs, alone and in any order.
PYTHON ?= python3
BIN := .venv/bin
LOCK = $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --quiet
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
EXAMPLE := aurore

.PHONY: help pack test docs golden fuzz bench lock clean

help: ## Show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

# --- set-up ------------------------------------------------------------------------------------------------

.venv/installed: requirements.lock pyproject.toml tools/system-packages
	tools/system-packages python
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	touch $@

.venv/system: .venv/installed
	tools/system-packages pages
	touch $@

.venv/tested: .venv/system requirements-dev.lock tools/actionlint
	tools/system-packages browser
	$(INSTALL) --require-hashes -r requirements-dev.lock
	tools/actionlint
	touch $@

# --- use ---------------------------------------------------------------------------------------------------

pack: .venv/system ## Build the large example and say where its PDFs are
	$(BIN)/docgen build $(EXAMPLE)
	@ls outputs/$(EXAMPLE)/*/*.pdf

test: .venv/tested ## Judge the code and run all tests but the deep ones
	$(BIN)/ruff format --check src tests tools
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist worksteal

docs: .venv/tested ## Write the pages of docs/ that are made from the code
	$(BIN)/python tools/make_docs.py

golden: .venv/tested ## Rewrite the golden files of the tests (read the difference)
	$(BIN)/python -m pytest -n 2 --update-golden

fuzz: .venv/tested ## Run the mutation tests deep
	DOCGEN_FUZZ=deep $(BIN)/python -m pytest -n 2 tests/fuzz

bench: .venv/tested ## Measure against Chromium and Typst, print ratios
	$(INSTALL) --require-hashes -r requirements-bench.lock
	$(BIN)/python tools/bench.py

clean: ## Remove what was built
	rm -rf .docgen outputs/*/ .mypy_cache .ruff_cache .pytest_cache

lock: .venv/tested ## Choose versions anew, with hashes
	$(INSTALL) uv
	$(LOCK) --group build -o requirements.lock
	$(LOCK) --group build --group dev -o requirements-dev.lock
	$(LOCK) --group build --group dev --group bench -o requirements-bench.lock
