# Everything a person or a CI job runs here. Each target makes the environment first, if it is not there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
NODE := .node
SERVER := $(NODE)/node_modules/.package-lock.json
BROWSER := $(VENV)/.browser

.PHONY: audit test test-browser screenshots lint bench editor clean

audit: $(READY)
	$(BIN)/pytest assertions

test: $(READY)
	$(BIN)/pytest tests --ignore=tests/browser -n auto

# The pages in a real browser: Chromium, which is installed where Debian's package manager may be used.
test-browser: $(READY) $(BROWSER)
	$(BIN)/pytest tests/browser -n auto

# The pictures of the pages in docs/images/.
screenshots: $(READY) $(BROWSER)
	$(BIN)/python -m tools.screenshots

$(BROWSER): tests/browser/requirements.txt $(READY)
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement tests/browser/requirements.txt
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	    apt-get update --quiet=2 && apt-get install --quiet=2 --yes --no-install-recommends chromium >/dev/null; } || \
	  { echo "Chromium is needed: install the package chromium of your system" >&2; exit 2; }
	@touch $(BROWSER)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# DATA is the folder of the public labelled sets; VERDICTS holds more options: make bench VERDICTS='--limit 500'.
bench: $(READY)
	$(BIN)/python benchmarks/spans.py
	$(BIN)/python benchmarks/assertions.py
	$(BIN)/python -m benchmarks.lint
	$(BIN)/python -m benchmarks.drafts
	$(BIN)/python -m benchmarks.checkable
	$(BIN)/python -m benchmarks.mutation
	$(BIN)/python -m benchmarks.verdicts $(if $(DATA),--data '$(DATA)') $(VERDICTS)

# What an editor shows, asked of the language server that editors run; npm installs it into $(NODE).
editor: $(READY) $(SERVER)
	$(BIN)/pytest tests/editor

$(SERVER): tests/editor/package.json tests/editor/package-lock.json
	@command -v npm >/dev/null || { echo "npm is needed, which comes with Node.js" >&2; exit 2; }
	mkdir -p $(NODE)
	cp tests/editor/package.json tests/editor/package-lock.json $(NODE)
	npm ci --prefix $(NODE) --ignore-scripts --no-audit --no-fund

$(READY): pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

clean:
	rm -rf $(VENV) $(NODE) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
