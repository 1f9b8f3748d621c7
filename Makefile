# Everything a person or a CI job runs here. Each target makes the environment first, if it is not there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: audit test lint bench clean

audit: $(READY)
	$(BIN)/pytest assertions

test: $(READY)
	$(BIN)/pytest tests

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# DATA is the folder of the public labelled sets; VERDICTS holds more options: make bench VERDICTS='--limit 500'.
bench: $(READY)
	$(BIN)/python benchmarks/spans.py
	$(BIN)/python benchmarks/assertions.py
	$(BIN)/python -m benchmarks.verdicts $(if $(DATA),--data '$(DATA)') $(VERDICTS)

$(READY): pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
