# make run: open the window.  make test: lint, types, import contracts, tests.  Both set up .venv by themselves.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
JOBS ?= 2
INPUTS ?= 10000
KILLS ?= 200

.PHONY: run test lint types contracts unit fuzz kills translations clean

run: $(READY)
	$(BIN)/python -m photorestore

test: lint types contracts unit

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports

unit: $(READY)
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n $(JOBS)

# Hostile input for everything that reads, and a program killed while it restores and imports: prints the figures.
fuzz: $(READY)
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.fuzz $(INPUTS)

kills: $(READY)
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.kills $(KILLS)

# After words in the window changed: brings the .ts file up to date (write what is missing there), then compiles it.
translations: $(READY)
	$(BIN)/pyside6-lupdate -no-obsolete -locations none $$(find photorestore/gui -name '*.py' | sort) \
		-ts resources/translations/photorestore_de.ts
	$(BIN)/pyside6-lrelease resources/translations/photorestore_de.ts

$(READY): pyproject.toml packaging/constraints.txt
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c packaging/constraints.txt torch
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c packaging/constraints.txt -e '.[dev]'
	touch $(READY)

clean:
	rm -rf $(VENV) build dist *.egg-info
