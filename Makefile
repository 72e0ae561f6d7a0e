# parindex: `make help` lists the commands. The steps themselves are in tools/.

VENV := .venv
PARINDEX_HOME ?= $(CURDIR)/var
export PARINDEX_HOME
export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help
.PHONY: help setup run test check fmt bench screenshots lock clean

help:  ## Lists the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup:  ## Installs everything into .venv and node_modules (again: only what changed)
	@python=$$(sh tools/python.sh) && "$$python" -m tools.install

run: setup  ## Starts the site with the demonstration province; prints its address
	@$(VENV)/bin/parindex demo
	@exec $(VENV)/bin/parindex serve

test: setup  ## Style, types, architecture and every test, browser tests included
	@$(VENV)/bin/python -m tools.stages test

check: setup  ## Style, types and architecture only
	@$(VENV)/bin/python -m tools.stages check

fmt: setup  ## Formats Python and templates
	@$(VENV)/bin/python -m tools.stages fmt

bench: setup  ## Measures speed, also against the peers in .venv-bench
	@python=$$(sh tools/python.sh) && "$$python" -m tools.install --bench
	@PARINDEX_BENCH_PYTHON="$(CURDIR)/.venv-bench/bin/python" $(VENV)/bin/python -m bench

screenshots: setup  ## Takes pictures of the pages of the demonstration, wide and narrow
	@PAGES="$(PAGES)" $(VENV)/bin/python -m tools.screenshots

lock: setup  ## Writes all lock files anew from pyproject.toml and package.json (LOCK=--upgrade for newer releases)
	@sh tools/lock.sh $(LOCK)

clean:  ## Removes what the commands above made; keeps the data in var/
	rm -rf .venv .venv-bench node_modules build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -rf .coverage htmlcov test-results
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
	find src -name '*.mo' -type f -exec rm -f {} +
