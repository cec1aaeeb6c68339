# make demo   builds the example story's page from nothing but Python and make
# make test   runs every check that continuous integration runs
# Another Python: make test PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORY := examples/harbour
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check format golden lock clean

demo: $(VENV)/demo.stamp
	@mkdir -p build
	@$(BIN)/variorum read $(STORY) -o build/harbour.html --json build/harbour.json
	@echo "The page of the example story: $(CURDIR)/build/harbour.html"
	@echo "The same as data:              $(CURDIR)/build/harbour.json"

test: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

# Set ruff's fixes and its layout in place.
format: $(VENV)/test.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Take what the code makes of the example story as what it should make. Read the difference before you commit it.
golden: $(VENV)/test.stamp
	$(BIN)/python -m tests.golden.test_golden --write

# Pin the newest versions that pyproject.toml allows, for every supported Python and system.
# UPGRADE= (empty) keeps the pins that still fit.
UPGRADE ?= --upgrade
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links $(UPGRADE)
lock: $(VENV)/bin/python
	$(PIP) install uv
	printf 'editables\nhatchling\n' | $(LOCK) pyproject.toml - -o requirements.lock
	printf 'editables\nhatchling\n' | $(LOCK) pyproject.toml - --extra dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp says that the environment holds what the lock file asks for, so that a second run starts at once.
$(VENV)/demo.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing the pinned libraries into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing the pinned libraries and test tools into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/demo.stamp

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here; name a Python 3.11, 3.12 or 3.13: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else "Variorum needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is %d.%d; name another: make $(MAKECMDGOALS) PYTHON=python3.12" % v)'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) could not make a virtual environment; on Debian and Ubuntu install the package python3-venv" >&2; exit 1; }
