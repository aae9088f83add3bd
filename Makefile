# `make run` opens the program and `make test` checks it, from a bare clone of the repository.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lock benchmark clean

run: $(VENV)/run.installed
	$(BIN)/python -m beroepentaal

test: $(VENV)/test.installed
	$(BIN)/python -m checks

benchmark: $(VENV)/test.installed
	scripts/install-system-libraries xvfb
	$(BIN)/python -m benchmarks.speed

$(VENV)/run.installed: requirements/run.txt pyproject.toml scripts/install-system-libraries
	scripts/install-system-libraries
	scripts/install-python-packages "$(PYTHON)" $(VENV) requirements/run.txt
	touch $@

$(VENV)/test.installed: requirements/test.txt $(VENV)/run.installed
	scripts/install-python-packages "$(PYTHON)" $(VENV) requirements/test.txt
	touch $@

# Needs uv. The lock files hold versions and hashes for every platform, and no download addresses.
LOCK := uv pip compile pyproject.toml --upgrade --universal --generate-hashes --no-annotate --quiet --custom-compile-command "make lock"
lock:
	$(LOCK) --group install --output-file requirements/run.txt
	$(LOCK) --group install --group test --output-file requirements/test.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
