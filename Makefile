# Each target does all that it needs, alone and in any order.
PYTHON ?= python3
BIN := .venv/bin
LOCK = $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --quiet
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
PYTEST = $(BIN)/python -m pytest -n 2 --dist worksteal
EXAMPLE := aurore

.PHONY: help pack test test-deep coverage mutants docs golden fuzz bench lock clean

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

test: .venv/tested ## Check the code and run all tests but the deep ones
	$(BIN)/ruff format --check src tests tools
	$(BIN)/ruff check src tests tools
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache
	$(PYTEST)

test-deep: .venv/tested ## Run the long stories, and the damaged files many times
	$(PYTEST) -m "deep or fuzz" --hypothesis-profile deep

coverage: .venv/tested ## Run the quick tests and count the branches that they take
	mkdir -p build/coverage
	COVERAGE_FILE=$(CURDIR)/build/coverage/data $(PYTEST) --cov --cov-report term:skip-covered

mutants: .venv/tested ## Count the small faults that the tests find (ONLY=file or folder, SAMPLE=200, SEED=1)
	$(BIN)/python tools/mutants.py $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(SEED),--seed $(SEED)) $(ONLY)

docs: .venv/tested ## Write the pages of docs/ that are made from the code, then the site in build/site
	$(BIN)/python tools/make_docs.py
	$(BIN)/python tools/site.py build/site

golden: .venv/tested ## Rewrite the golden files of the tests (read the difference)
	$(PYTEST) --update-golden

fuzz: .venv/tested ## Damage files in very many ways, others each time
	$(PYTEST) -m fuzz --hypothesis-profile wild

bench: .venv/tested ## Measure against Chromium and Typst, print ratios
	$(INSTALL) --require-hashes -r requirements-bench.lock
	$(BIN)/python tools/bench.py

clean: ## Remove what was built
	rm -rf .docgen outputs/*/ build/coverage .hypothesis .mypy_cache .ruff_cache .pytest_cache

lock: .venv/tested ## Choose versions anew, with hashes
	$(INSTALL) uv
	$(LOCK) --group build -o requirements.lock
	$(LOCK) --group build --extra s3 -o requirements-pipeline.lock
	$(LOCK) --group build --group dev -o requirements-dev.lock
	$(LOCK) --group build --group dev --group bench -o requirements-bench.lock
