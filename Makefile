# Dateline: `make run` reads the sample reports, `make test` checks everything; both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPORTS ?= samples
DB ?= dateline.db
DATELINE_DATA ?= ../shared/data
GAZETTEER := src/dateline/lexicon/gazetteer.sqlite
STAMP := $(VENV)/.ready

.PHONY: run setup test lint types unit bench golden floors model clean help

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1 - /p' Makefile | sort

run: setup ## Read the sample reports (or REPORTS=path) and print the incidents
	@$(BIN)/dateline ingest $(REPORTS) --db $(DB) || test $$? -eq 1 # 1: some input was unreadable, the rest is in
	@$(BIN)/dateline incidents --db $(DB)
	@$(BIN)/dateline tour --db $(DB)

setup: $(STAMP) $(GAZETTEER) ## Make the virtual environment, the dateline command and the gazetteer

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or later; say which with PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "No virtual environment could be made. On Debian: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt uv
	@$(BIN)/uv pip install --quiet --python $(BIN)/python -c constraints.txt --group dev --group gazetteer -e .
	@touch $@

$(GAZETTEER): $(STAMP) src/dateline/lexicon/build_gazetteer.py
	@$(BIN)/python -m dateline.lexicon.build_gazetteer
	@touch $@

test: setup lint types unit ## Check style, types, layers, and run every test

lint: setup
	@$(BIN)/ruff check src tests bench training corpus
	@$(BIN)/ruff format --check src tests bench training corpus
	@$(BIN)/lint-imports --no-cache

types: setup
	@$(BIN)/mypy

unit: setup
	@$(BIN)/pytest -q -n 2 --dist loadfile

golden: setup ## Measure the golden reports, field by field
	@PYTHONPATH=. $(BIN)/python -m corpus.floor

floors: setup ## Measure every corpus that is there against its floor, with rules, encoder and both
	@PYTHONPATH=. $(BIN)/python -m bench.floors --data $(DATELINE_DATA)

model: setup ## Train the encoder anew (under 3 hours on two cores; needs the public corpora, see training/README.md)
	@test -x build/venv/bin/python || $(PYTHON) -m venv build/venv
	@build/venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r training/requirements.txt -e .
	@build/venv/bin/python -m training.encoder.make --data $(DATELINE_DATA)

bench: setup ## Measure speed: extraction, a cold start, the store
	@PYTHONPATH=. $(BIN)/python -m bench.extract_speed
	@PYTHONPATH=. $(BIN)/python -m bench.cold_start
	@PYTHONPATH=. $(BIN)/python -m bench.store_speed

clean: ## Remove what setup and tests made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache $(GAZETTEER)
