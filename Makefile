# Dateline. `make demo` to look at it, `make test` to change it; `make help` lists the rest.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8000
WORKERS ?= $(shell nproc 2>/dev/null || echo 2)
PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
DEMO := env DATABASE_URL=sqlite:///$(CURDIR)/demo.sqlite3 $(PY) manage.py
PYTEST := $(PY) -m pytest -q -n $(WORKERS)

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

demo: .venv/production .env demo.sqlite3 ## Serve the demo at http://127.0.0.1:8000 (PORT= for another)
	@$(DEMO) migrate --verbosity 0
	@$(DEMO) collectstatic --verbosity 0 --no-input
	@printf '\n  Dateline: http://127.0.0.1:%s (Ctrl-C stops it)\n\n' $(PORT)
	@$(DEMO) demo_accounts
	@exec env DATABASE_URL=sqlite:///$(CURDIR)/demo.sqlite3 .venv/bin/granian \
	  --interface wsgi --host 127.0.0.1 --port $(PORT) --workers $(WORKERS) \
	  --blocking-threads 1 --no-ws --workers-kill-timeout 3 --log-level error quizsite.wsgi:application

# Filled once, and whole or not at all: what a teacher edits in it later is never loaded over.
demo.sqlite3: | .venv/production .env
	@mkdir -p build && rm -f build/$@*
	@env DATABASE_URL=sqlite:///$(CURDIR)/build/$@ $(PY) manage.py migrate --verbosity 0
	@env DATABASE_URL=sqlite:///$(CURDIR)/build/$@ $(PY) manage.py loaddata --verbosity 0 iraq ever_given hope_probe
	@rm -f $@-wal $@-shm && mv build/$@ $@

test: .venv/dev ## Run the whole suite, browser tests included, on SQLite
	CHROMIUM=$$(.ci/chromium) $(PYTEST)

test-postgres: .venv/dev ## Run the same suite on a throw-away PostgreSQL
	CHROMIUM=$$(.ci/chromium) .ci/with-postgres $(PYTEST)

lint: .venv/dev .env ## Check style, types, templates and migrations
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/djlint --lint --quiet quizzes/templates
	$(PY) manage.py makemigrations --check --dry-run

format: .venv/dev ## Put the code in its usual form
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

screenshots: .venv/dev .env ## Take the README's pictures from the demo
	CHROMIUM=$$(.ci/chromium) $(PY) docs/screenshots.py

requirements: .venv/dev ## Pin anew what pyproject.toml asks for
	$(PY) -m pip install --quiet --disable-pip-version-check --target build/uv uv
	for each in "runtime" "production --extra production" "dev --extra production --extra dev"; do \
	  set -- $$each; name=$$1; shift; \
	  build/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
	    --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	    "$$@" pyproject.toml --output-file requirements/$$name.txt || exit 1; \
	done

env: .env ## Write .env with a fresh secret key, unless there is one

.env:
	@umask 077; $(PYTHON) -c 'import secrets; print("DATELINE_SECRET_KEY=" + secrets.token_urlsafe(50))' > $@

.venv/production: requirements/production.txt
	@test -x $(PY) || $(PYTHON) -m venv .venv
	$(PIP) -r $<
	@touch $@

.venv/dev: requirements/dev.txt
	@test -x $(PY) || $(PYTHON) -m venv .venv
	$(PIP) -r $<
	@touch $@

clean: ## Remove what make made, but no database
	rm -rf .venv build staticfiles .pytest_cache .mypy_cache .ruff_cache .hypothesis

.PHONY: help demo test test-postgres lint format screenshots requirements env clean
